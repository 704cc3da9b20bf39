package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The user's own text, cut at the places that a generated class has to say differently. Everything between them, comments
 * and layout included, survives as written.
 */
public record SourceText(List<Piece> pieces) {

    public static final SourceText EMPTY = new SourceText(List.of());

    public SourceText {
        pieces = List.copyOf(pieces);
    }

    public static SourceText verbatim(String text) {
        return new SourceText(List.of(new Piece.Verbatim(text)));
    }

    /** A piece of text. */
    public sealed interface Piece {

        /** Text as it stands. */
        record Verbatim(String text) implements Piece {}

        /** A use of a class by name, erased: imported or qualified by whoever writes it. */
        record TypeName(TypeText.Declared type) implements Piece {}

        /** {@code this}, written or implied, of the annotated method's class. */
        record Self() implements Piece {}

        /**
         * A name of a local variable or parameter that is declared outside of the loops of the method.
         *
         * @param constant its value where it is a constant variable, whose name is a constant expression
         */
        record LocalUse(Var var, Optional<Object> constant) implements Piece {

            public LocalUse(Var var) {
                this(var, Optional.empty());
            }
        }

        /** A meant loop of the method, by its ordinal: stands in {@link MethodText#body} for the whole loop statement. */
        record Hole(int ordinal) implements Piece {}

        /**
         * A statement inside a meant loop that runs where a condition holds, of an {@code if} or an assignment to a local from outside
         * the loop: generated code may have to note that it ran. Or one that stores into an array, which a first pass leaves out, or
         * that is labelled {@code ordered} and runs later than the rest of the iteration.
         *
         * @param at the statement's place, as the loop IR has it
         * @param statement a block with its braces, or a single statement
         */
        record Then(Span at, SourceText statement) implements Piece {}

        /**
         * A field or an element of an array inside a meant loop, or the whole assignment where its target is a private field.
         * Generated code may say something else there: the name of a block's own copy.
         *
         * @param at the place of the field or element, as the loop IR has it
         */
        record Place(Span at, SourceText text) implements Piece {}

        /**
         * Part of an access to memory inside a meant loop, or of a call that accesses some. Made in checked mode only, where generated
         * code says what is accessed.
         *
         * @param at the whole access
         * @param field {@code Point.x}; empty where no field is accessed
         * @param text the part; empty where it stands for the class of a private static field, which has no text
         */
        record Watched(Watch watch, Span at, String field, SourceText text) implements Piece {}

        /** Which part of which access something is. */
        enum Watch {
            /** An array or list of which an element is used, or a range. */
            ARRAY,
            /** The index of an element that is read. */
            READ,
            /** The index of an element that is written. */
            WRITE,
            /** An array that is read as a whole. */
            READ_ALL,
            WRITE_ALL,
            /** The beginning of a range. */
            FROM,
            /** The end of a range that is read. */
            READ_TO,
            WRITE_TO,
            /** The length of the beginning of an array that is read. */
            READ_FIRST,
            /** The length of what is copied from one range to another one. */
            COPY,
            /** The object of which a field is read. */
            READ_FIELD,
            WRITE_FIELD,
            /** The class of which a static field is read. */
            READ_STATIC,
            WRITE_STATIC,
            /** A lock that is taken. */
            LOCK,
            UNLOCK
        }

        /**
         * A statement inside a meant loop that ends the loop.
         *
         * @param statement as written
         * @param value of a {@code return}
         */
        record Exit(ExitKind kind, SourceText statement, Optional<SourceText> value) implements Piece {}

        /** What control does behind the loop. */
        enum ExitKind {
            /** It goes on there. */
            BREAK,
            RETURN,
            /** It goes on at or behind a statement around the loop, named by a label. */
            JUMP
        }

        /** A read of a private field; the receiver is empty for static ones. */
        record PrivateGet(FieldRef field, TypeText type, SourceText receiver) implements Piece {}

        /** {@code receiver.field = value}. */
        record PrivateSet(FieldRef field, TypeText type, SourceText receiver, SourceText value) implements Piece {}

        /**
         * {@code receiver.field op= value}, {@code ++}, {@code --}.
         *
         * @param operator {@code +=} and the like; {@code ++x}, {@code x++}, {@code --x}, {@code x--} without a value
         */
        record PrivateUpdate(FieldRef field, TypeText type, SourceText receiver, String operator, SourceText value)
                implements Piece {}

        /**
         * A call of a private method or constructor ({@code receiver} empty for static ones and constructors).
         *
         * @param thrown its checked exceptions
         */
        record PrivateCall(
                MethodRef method,
                TypeText returns,
                List<TypeText> parameters,
                List<TypeText> thrown,
                SourceText receiver,
                List<SourceText> arguments)
                implements Piece {
            public PrivateCall {
                parameters = List.copyOf(parameters);
                thrown = List.copyOf(thrown);
                arguments = List.copyOf(arguments);
            }
        }
    }
}
