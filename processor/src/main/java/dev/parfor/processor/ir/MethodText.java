package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of an annotated method, ready to be spliced into a generated class.
 *
 * @param body statements between the method's braces, common indent stripped, with a {@link SourceText.Piece.Hole} for each
 *     meant loop
 * @param loops in order of their ordinals, nested ones never: a meant loop inside another meant loop is its own
 * @param identifiers every identifier in the text, and what its classes may be written as: names that generated code must not use
 * @param declared the names of variables, classes and type variables that are known in the text: they hide classes of these names
 */
public record MethodText(
        Signature signature, SourceText body, List<LoopText> loops, Set<String> identifiers, Set<String> declared) {

    public MethodText {
        loops = List.copyOf(loops);
        identifiers = Set.copyOf(identifiers);
        declared = Set.copyOf(declared);
    }

    /**
     * The text of one loop.
     *
     * @param label the loop's own label, if any statement in it uses one
     * @param header the parts of the header
     * @param body the body statement; a block with its braces, or a single statement
     * @param whole the loop as written, label included, for the path on which nothing is parallel
     * @param captured locals declared outside the loop that it reads or writes, header included, in order of first use
     * @param usesThis whether the loop mentions {@code this}, written or implied
     * @param thrown what the loop may throw as far as its surroundings accept it: the types of the method's {@code throws}
     *     clause, and the checked exceptions, {@code Exception} and {@code Throwable} that {@code catch} clauses around the
     *     loop name; without duplicates
     */
    public record LoopText(
            int ordinal,
            Span span,
            Optional<String> label,
            HeaderText header,
            SourceText body,
            SourceText whole,
            List<Var> captured,
            boolean usesThis,
            List<TypeText> thrown) {
        public LoopText {
            captured = List.copyOf(captured);
            thrown = List.copyOf(thrown);
        }
    }

    /** The parts of a header as text. */
    public sealed interface HeaderText {
        /**
         * @param step what is added or subtracted, as written; {@code 1} for {@code ++} and {@code --}
         * @param subtracted whether it is subtracted: {@code i--}, {@code i -= step}, {@code i = i - step}
         * @param shift what the condition adds to the index before it compares: the sum must not wrap around
         * @param shiftBy the same where it is no number: a {@code long}, of values at hand
         * @param condition as written, where it is not {@code index relation bound}
         */
        record Counted(
                TypeText indexType,
                String index,
                SourceText start,
                SourceText bound,
                SourceText step,
                boolean subtracted,
                int shift,
                Optional<SourceText> shiftBy,
                Optional<SourceText> condition)
                implements HeaderText {

            /** A header whose condition is {@code index relation bound}. */
            public Counted(
                    TypeText indexType,
                    String index,
                    SourceText start,
                    SourceText bound,
                    SourceText step,
                    boolean subtracted) {
                this(indexType, index, start, bound, step, subtracted, 0, Optional.empty(), Optional.empty());
            }
        }

        /**
         * @param modifiersAndType of the element variable, as written but for annotations of ours; without its name
         * @param elements the array or list
         * @param source present where the elements are a list that generated code makes: the reader whose next lines it has, or
         *     the collection
         * @param elementsType type of the array; for a list {@code java.util.List} with the type argument it has as one, so
         *     that its iterator is an {@code Iterator} with the same argument
         */
        record Each(
                SourceText modifiersAndType,
                TypeText elementType,
                String element,
                SourceText elements,
                TypeText elementsType,
                Optional<SourceText> source)
                implements HeaderText {

            /** Whether the elements are those of a collection, in a list that generated code makes. */
            public boolean isCollection() {
                return source.isPresent()
                        && !(elementsType instanceof TypeText.Declared d
                                && d.simpleNames().equals(List.of("List")));
            }

            public Each(
                    SourceText modifiersAndType,
                    TypeText elementType,
                    String element,
                    SourceText elements,
                    TypeText elementsType) {
                this(modifiersAndType, elementType, element, elements, elementsType, Optional.empty());
            }
        }

        /** Any other header: such a loop runs as {@link LoopText#whole}, never in parallel. */
        record Other() implements HeaderText {}
    }

    /** What a generated variant has to declare. */
    public record Signature(
            String packageName,
            List<String> classNames,
            List<TypeParameter> classTypeParameters,
            TypeText receiverType,
            String name,
            String variantName,
            List<TypeParameter> typeParameters,
            List<Parameter> parameters,
            TypeText returns,
            List<TypeText> thrown,
            Set<Modifier> modifiers,
            Optional<String> documentation) {
        public Signature {
            classNames = List.copyOf(classNames);
            classTypeParameters = List.copyOf(classTypeParameters);
            typeParameters = List.copyOf(typeParameters);
            parameters = List.copyOf(parameters);
            thrown = List.copyOf(thrown);
            modifiers = Set.copyOf(modifiers);
        }

        public boolean isStatic() {
            return modifiers.contains(Modifier.STATIC);
        }
    }

    /** Modifiers of the annotated method, and facts of its class, that its variant depends on. */
    public enum Modifier {
        PUBLIC,
        PROTECTED,
        PRIVATE,
        STATIC,
        SYNCHRONIZED,
        STRICTFP,
        DEPRECATED,
        VARARGS,
        SAFE_VARARGS,
        /** A subclass may override the method. */
        OVERRIDABLE,
        /** The class and all classes around it are public: the companion is, too. */
        CLASS_PUBLIC,
        /** To initialize the class may run code: a static initializer of it, or of one that it extends or implements. */
        CLASS_INITIALIZES
    }

    public record TypeParameter(String name, List<TypeText> bounds) {
        public TypeParameter {
            bounds = List.copyOf(bounds);
        }
    }

    public record Parameter(String name, TypeText type, boolean isFinal) {}
}
