package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What messages call the things that are accessed: as the user has written them in the loop, and where nobody has, by the way that leads
 * there.
 */
final class Words {

    private Words() {}

    /** The array, the field or the library's object that is accessed. Empty where it has no name. */
    static String container(Access access) {
        String made = container(access.cell());
        String written = access.calledFrom().isEmpty() ? access.span().text() : "";
        if (access.cell() instanceof Cell.ArrayCell a) {
            return isNamed(a.array()) ? made : beforeLast(written, '[', ']').orElse(made);
        }
        if (access.cell() instanceof Cell.StateCell s) {
            return isNamed(s.object())
                    ? made
                    : beforeLast(written, '(', ')').flatMap(Words::receiver).orElse(made);
        }
        // `hits` for `this.hits`, and `Counter.hits` too
        return made.endsWith("." + written) || !isNamed(PairTester.object(access.cell())) && isField(written)
                ? written
                : made;
    }

    /** A read or write, as lists of them show it. */
    static String shown(Access access) {
        String text = access.calledFrom().isEmpty() ? access.span().text() : "";
        boolean written = access.cell() instanceof Cell.ArrayCell && text.endsWith("]")
                || access.cell() instanceof Cell.FieldCell && isField(text);
        if (access.cell() instanceof Cell.StateCell) {
            return (access.isWrite() ? "change of " : "use of ") + container(access);
        }
        return written ? (access.isWrite() ? "write " : "read ") + text : access.toString();
    }

    /** Guards about subscripts, which say them as they stand in the text. */
    static List<Guard> inGuards(Collection<Guard> guards, List<Access> accesses) {
        return guards.stream()
                .map(g -> g instanceof Guard.Fits fits ? inGuard(fits, accesses) : g)
                .toList();
    }

    private static Guard inGuard(Guard.Fits guard, List<Access> accesses) {
        for (Access access : accesses) {
            Optional<String> text = subscript(access);
            if (text.isPresent()
                    && access.cell() instanceof Cell.ArrayCell a
                    && RangeBuilder.of(a.index()).filter(guard.values()::equals).isPresent()) {
                return new Guard.Fits(guard.values(), guard.bits(), text.get());
            }
        }
        return guard;
    }

    private static Optional<String> subscript(Access access) {
        String text = access.calledFrom().isEmpty() ? access.span().text() : "";
        return access.cell() instanceof Cell.ArrayCell
                ? beforeLast(text, '[', ']').map(a -> text.substring(a.length() + 1, text.length() - 1))
                : Optional.empty();
    }

    private static boolean isNamed(Optional<Obj> object) {
        return object.isEmpty() || isNamed(object.get());
    }

    /** Whether it is one object, which a path of the user's names leads to. */
    private static boolean isNamed(Obj object) {
        return object instanceof Obj.Invariant;
    }

    private static boolean isField(String text) {
        return !text.isEmpty() && Character.isJavaIdentifierPart(text.charAt(text.length() - 1));
    }

    /** {@code sb} of {@code sb.append}. */
    private static Optional<String> receiver(String method) {
        int dot = method.lastIndexOf('.');
        return dot < 1 ? Optional.empty() : Optional.of(method.substring(0, dot));
    }

    /** What stands before the parenthesis that the end of a text closes: {@code a[i]} of {@code a[i][b[j]]}. */
    private static Optional<String> beforeLast(String text, char open, char close) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0 && text.charAt(text.length() - 1) == close; i--) {
            depth += text.charAt(i) == close ? 1 : text.charAt(i) == open ? -1 : 0;
            if (depth == 0) {
                return i == 0 ? Optional.empty() : Optional.of(text.substring(0, i));
            }
        }
        return Optional.empty();
    }

    /** By the way that leads there. */
    static String container(Cell cell) {
        if (cell instanceof Cell.ArrayCell a) {
            return a.array() instanceof Obj.Any || a.array() instanceof Obj.Fresh
                    ? ""
                    : readable(a.array().toString());
        }
        if (cell instanceof Cell.FieldCell f) {
            String base =
                    f.object() instanceof Obj.Any ? "" : readable(f.object().toString()) + ".";
            return base + f.field().name();
        }
        if (cell instanceof Cell.StateCell s) {
            return s.object() instanceof Obj.Any any
                    ? any.type().toString()
                    : readable(s.object().toString());
        }
        return name(cell);
    }

    /** A cell whose subscripts are numbers. */
    static String name(Cell cell) {
        return readable(cell.toString());
    }

    /** What an explanation mentions: the data in the subscripts, the variables of a distance; lengths where there is nothing else. */
    static List<String> names(Access write, Access other) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> lengths = new LinkedHashSet<>();
        for (Access a : List.of(write, other)) {
            for (Poly subscript : Subscripts.of(a.cell()).map(Subscripts::all).orElse(own(a.cell()))) {
                for (Atom atom : subscript.atoms()) {
                    if (atom instanceof Atom.Loaded l) {
                        names.add(l.array().toString());
                    } else if (atom instanceof Atom.Symbol s) {
                        (s.path() instanceof Path.Length ? lengths : names)
                                .add(s.path().toString());
                    }
                }
            }
        }
        return new ArrayList<>(names.isEmpty() ? lengths : names);
    }

    private static List<Poly> own(Cell cell) {
        return cell instanceof Cell.ArrayCell a ? List.of(a.index()) : List.of();
    }

    /** The inner loops that go over the subscripts. */
    static List<String> innerIndices(Access write) {
        Set<String> names = new LinkedHashSet<>();
        for (Poly subscript : Subscripts.of(write.cell()).map(Subscripts::all).orElse(own(write.cell()))) {
            for (Atom atom : subscript.atoms()) {
                if (atom instanceof Atom.Index i && !i.isParallel()) {
                    names.add(i.name());
                }
            }
        }
        return new ArrayList<>(names);
    }

    /** Atom keys carry the number of their loop, which no user has written. */
    private static String readable(String text) {
        return text.replaceAll("[#?][0-9]+'?", "");
    }
}
