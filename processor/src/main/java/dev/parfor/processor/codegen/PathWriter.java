package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import java.lang.reflect.Array;
import java.util.Set;

/**
 * Paths as Java expressions.
 *
 * @param self the name of the receiver
 */
record PathWriter(String self, Bridges bridges) {

    Fragment write(Path path) {
        if (path instanceof Path.OfVar of) {
            return Fragment.of(of.var().name());
        } else if (path instanceof Path.Receiver) {
            return Fragment.of(self);
        } else if (path instanceof Path.OfStatic of && of.field().name().endsWith(".class")) {
            String name = of.field().name();
            return Fragment.of(Types.named(name.substring(0, name.length() - ".class".length())), ".class");
        } else if (path instanceof Path.OfStatic of) {
            return of.field().isPrivate()
                    ? bridges.get(of.field(), Fragment.EMPTY)
                    : Fragment.of(
                            Types.named(of.field().owner()), "." + of.field().name());
        } else if (path instanceof Path.OfField of) {
            Fragment base = declaring(of);
            return of.field().isPrivate()
                    ? bridges.get(of.field(), base)
                    : Fragment.of(base, "." + of.field().name());
        } else if (path instanceof Path.Length length) {
            return length(length);
        } else if (path instanceof Path.Element element) {
            return Fragment.of(array(element), "[", index(element.index()), "]");
        } else if (path instanceof Path.Elements elements) {
            return Fragment.of(write(elements.list()), ".toArray()");
        } else if (path instanceof Path.Constant constant) {
            return Fragment.of(number(constant.value()));
        } else if (path instanceof Path.Sum sum) {
            return sum(sum);
        } else if (path instanceof Path.Trips trips) {
            return trips(trips);
        }
        throw new AssertionError(path);
    }

    /** An assignment to a field or cell. */
    Fragment store(Path path, String value) {
        if (path instanceof Path.OfStatic of && of.field().isPrivate()) {
            return bridges.set(of.field(), Fragment.EMPTY, Fragment.of(value));
        } else if (path instanceof Path.OfField of && of.field().isPrivate()) {
            return bridges.set(of.field(), declaring(of), Fragment.of(value));
        }
        return Fragment.of(write(path), " = " + value);
    }

    /** In {@code long} arithmetic, whose low bits are those of {@code int} arithmetic. */
    private Fragment sum(Path.Sum sum) {
        Fragment text = Fragment.EMPTY;
        for (Path.Sum.Term term : sum.terms()) {
            text = Fragment.of(text, text.isEmpty() ? "" : " + ", term.coefficient() + "L");
            for (Path factor : term.factors()) {
                text = Fragment.of(text, " * ", write(factor));
            }
        }
        return Fragment.of("(int) (", text, ")");
    }

    private Fragment trips(Path.Trips trips) {
        boolean fromZero = trips.from() instanceof Path.Constant c && c.value() == 0;
        long more = trips.extra() + trips.step() - 1;
        Fragment length = Fragment.of(
                fromZero && more == 0 ? "" : "(long) ",
                write(trips.to()),
                fromZero ? "" : " - ",
                fromZero ? Fragment.EMPTY : write(trips.from()),
                more == 0 ? "" : " + " + more);
        Fragment count = Fragment.of(Types.MATH, ".max(0L, ", length, ")");
        return trips.step() == 1 ? count : Fragment.of("(", count, " / " + trips.step() + ")");
    }

    /** Of what is only cast to an array, {@code ((int[]) object).length}, as well. */
    private Fragment length(Path.Length length) {
        Fragment array = write(length.array());
        boolean isCast = !(length.array().type() instanceof Type.Array)
                && !(length.array().type() instanceof Type.Ref ref && ref.name().equals("java.lang.String"));
        return isCast
                ? Fragment.of(ClassName.get(Array.class), ".getLength(", array, ")")
                : Fragment.of(array, length.call());
    }

    /** The array that has the element, as one, where its path does not tell: {@code ((int[]) object)[0]}. */
    private Fragment array(Path.Element element) {
        Fragment array = write(element.array());
        return element.array().type() instanceof Type.Array
                ? array
                : Fragment.of("((", Types.of(new Type.Array(element.type())), ") ", array, ")");
    }

    /** The object as of the class that declares the field: a subclass may have another one of the same name. */
    private Fragment declaring(Path.OfField path) {
        Fragment base = write(path.base());
        boolean inherited = path.base().type() instanceof Type.Ref ref
                && !ref.name().equals(path.field().owner());
        return inherited && !path.field().isPrivate() || narrows(path)
                ? Fragment.of("((", Types.named(path.field().owner()), ") ", base, ")")
                : base;
    }

    /** Whether the object has the field only if it is of a class that its path does not tell. */
    static boolean narrows(Path.OfField path) {
        return !(path.base().type() instanceof Type.Ref ref)
                || !ref.supertypes().contains(path.field().owner());
    }

    private Fragment index(Path path) {
        return path instanceof Path.Constant || path.type() != Type.Primitive.LONG
                ? write(path)
                : Fragment.of(Types.MATH, ".toIntExact(", write(path), ")");
    }

    /** A number as a literal of the shortest type. */
    static String number(long value) {
        return value == (int) value ? Long.toString(value) : value + "L";
    }

    /** Whether evaluating it can throw: it goes through a reference. */
    static boolean canThrow(Path path) {
        if (path instanceof Path.OfField of) {
            return !(of.base() instanceof Path.Receiver) || canThrow(of.base());
        }
        if (path instanceof Path.Sum sum) {
            return sum.terms().stream().flatMap(t -> t.factors().stream()).anyMatch(PathWriter::canThrow);
        } else if (path instanceof Path.Trips trips) {
            return canThrow(trips.from()) || canThrow(trips.to());
        }
        return path instanceof Path.Length
                || path instanceof Path.Element
                || path instanceof Path.Elements
                || path instanceof Path.OfStatic;
    }

    /** Adds the variables that a path begins with, and reports whether it begins at the receiver. */
    static boolean collect(Path path, Set<dev.parfor.processor.ir.Var> vars) {
        if (path instanceof Path.OfVar of) {
            vars.add(of.var());
        } else if (path instanceof Path.OfField of) {
            return collect(of.base(), vars);
        } else if (path instanceof Path.Length length) {
            return collect(length.array(), vars);
        } else if (path instanceof Path.Elements elements) {
            return collect(elements.list(), vars);
        } else if (path instanceof Path.Element element) {
            return collect(element.array(), vars) | collect(element.index(), vars);
        } else if (path instanceof Path.Trips trips) {
            return collect(trips.from(), vars) | collect(trips.to(), vars);
        } else if (path instanceof Path.Sum sum) {
            boolean receiver = false;
            for (Path.Sum.Term term : sum.terms()) {
                for (Path factor : term.factors()) {
                    receiver |= collect(factor, vars);
                }
            }
            return receiver;
        }
        return path instanceof Path.Receiver;
    }
}
