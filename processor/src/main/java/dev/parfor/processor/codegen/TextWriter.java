package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * The user's text with its marked places filled in.
 *
 * @param self the name of the receiver
 * @param holes what stands for a loop, by its ordinal
 * @param notes statements to run first in the branch at a place
 * @param renames other names for variables
 * @param hoists fields that locals stand for
 * @param exits what stands for a statement that ends the loop
 * @param recording present where accesses are recorded
 */
record TextWriter(
        String self,
        Bridges bridges,
        IntFunction<Fragment> holes,
        Map<Span, String> notes,
        Map<Var, String> renames,
        Hoists hoists,
        BiFunction<Piece.Exit, TextWriter, Fragment> exits,
        Optional<Recording> recording) {

    private static final Pattern IDENTIFIER =
            Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    /** For text without holes. */
    static TextWriter of(String self, Bridges bridges, Map<Span, String> notes) {
        return new TextWriter(
                self,
                bridges,
                ordinal -> {
                    throw new IllegalArgumentException("a loop inside a loop");
                },
                notes,
                Map.of());
    }

    /** For text whose exits stay as they are written. */
    TextWriter(
            String self,
            Bridges bridges,
            IntFunction<Fragment> holes,
            Map<Span, String> notes,
            Map<Var, String> renames) {
        this(
                self,
                bridges,
                holes,
                notes,
                renames,
                new Hoists(Map.of()),
                (exit, writer) -> writer.write(exit.statement()),
                Optional.empty());
    }

    TextWriter renaming(Map<Var, String> others) {
        return new TextWriter(self, bridges, holes, notes, others, hoists, exits, recording);
    }

    TextWriter hoisting(Hoists others) {
        return new TextWriter(self, bridges, holes, notes, renames, others, exits, recording);
    }

    TextWriter leaving(BiFunction<Piece.Exit, TextWriter, Fragment> by) {
        return new TextWriter(self, bridges, holes, notes, renames, hoists, by, recording);
    }

    TextWriter recording(Optional<Recording> by) {
        return new TextWriter(self, bridges, holes, notes, renames, hoists, exits, by);
    }

    Fragment write(SourceText text) {
        Fragment result = Fragment.EMPTY;
        for (Piece piece : text.pieces()) {
            Fragment next = piece instanceof Piece.Hole hole
                    ? holes.apply(hole.ordinal()).indented(result.indentOfLastLine())
                    : write(piece);
            result = Fragment.of(result, next);
        }
        return result;
    }

    private Fragment write(Piece piece) {
        if (piece instanceof Piece.Verbatim verbatim) {
            return Fragment.of(verbatim.text().replace("\r\n", "\n"));
        } else if (piece instanceof Piece.TypeName name) {
            return Fragment.of(Types.rawOf(name.type()));
        } else if (piece instanceof Piece.Self) {
            return Fragment.of(self);
        } else if (piece instanceof Piece.LocalUse use) {
            return Fragment.of(renames.getOrDefault(use.var(), use.var().name()));
        } else if (piece instanceof Piece.Then then) {
            return then(then);
        } else if (piece instanceof Piece.Place place) {
            return write(place.text());
        } else if (piece instanceof Piece.Watched watched) {
            Fragment text = write(watched.text());
            return recording.map(r -> r.write(watched, text)).orElse(text);
        } else if (piece instanceof Piece.Exit exit) {
            return exits.apply(exit, this);
        } else if (piece instanceof Piece.PrivateGet get) {
            Fragment receiver = receiver(get.receiver());
            return hoists.instead(get, recorded(get.receiver(), bridges.get(get, receiver, isSelf(get.receiver()))));
        } else if (piece instanceof Piece.PrivateSet set) {
            Fragment receiver = receiver(set.receiver());
            return recorded(set.receiver(), bridges.set(set, receiver, write(set.value())));
        } else if (piece instanceof Piece.PrivateUpdate update) {
            Fragment receiver = receiver(update.receiver());
            return recorded(
                    update.receiver(),
                    bridges.update(update, receiver, isSimple(update.receiver()), write(update.value())));
        } else if (piece instanceof Piece.PrivateCall call) {
            List<Fragment> arguments = new ArrayList<>();
            call.arguments().forEach(a -> arguments.add(write(a)));
            return bridges.call(call, write(call.receiver()), arguments);
        }
        throw new AssertionError(piece);
    }

    private Fragment receiver(SourceText text) {
        return watchedClass(text).isPresent() ? Fragment.EMPTY : write(text);
    }

    /** A use of a private static field through a bridge, recorded where there is no receiver that could be. */
    private Fragment recorded(SourceText receiver, Fragment use) {
        return watchedClass(receiver)
                .flatMap(watched -> recording.map(
                        r -> bridges.through(use, bridgeClass -> r.statics(watched, Fragment.of(bridgeClass)))))
                .orElse(use);
    }

    private static Optional<Piece.Watched> watchedClass(SourceText receiver) {
        return receiver.pieces().size() == 1
                        && receiver.pieces().get(0) instanceof Piece.Watched watched
                        && watched.text().pieces().isEmpty()
                ? Optional.of(watched)
                : Optional.empty();
    }

    private Fragment then(Piece.Then then) {
        Fragment statement = write(then.statement());
        String note = notes.get(then.at());
        if (note == null) {
            return statement;
        }
        return statement.isBlock()
                ? statement.withFirstStatement(note)
                : Fragment.of("{ " + note + " ", statement, " }");
    }

    static boolean isSelf(SourceText text) {
        return text.pieces().size() == 1 && text.pieces().get(0) instanceof Piece.Self;
    }

    /** Whether evaluating it twice is the same as once: the receiver, a variable. */
    private static boolean isSimple(SourceText text) {
        if (text.pieces().size() != 1) {
            return false;
        }
        Piece piece = text.pieces().get(0);
        return piece instanceof Piece.Self
                || piece instanceof Piece.LocalUse
                || piece instanceof Piece.Verbatim v
                        && IDENTIFIER.matcher(v.text()).matches();
    }
}
