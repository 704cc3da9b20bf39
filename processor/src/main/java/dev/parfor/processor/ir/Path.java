package dev.parfor.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way to reach a value that does not change while the loop runs: {@code n}, {@code this.image.width}, {@code a[0]},
 * {@code b.length}. Generated code can evaluate it before the loop, without side effects.
 */
public sealed interface Path {

    Type type();

    /** A text that no other path has; {@code toString} is what people read. */
    String identity();

    /** A local variable or parameter of the annotated method. */
    record OfVar(Var var) implements Path {
        @Override
        public String identity() {
            return var.name() + "#" + var.id();
        }

        @Override
        public Type type() {
            return var.type();
        }

        @Override
        public String toString() {
            return var.shown();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof OfVar v && v.var.equals(var);
        }

        @Override
        public int hashCode() {
            return var.hashCode();
        }
    }

    /** The receiver of the annotated method. */
    record Receiver(Type type) implements Path {
        @Override
        public String identity() {
            return "this";
        }

        @Override
        public String toString() {
            return "this";
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Receiver r && r.type.equals(type);
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }
    }

    record OfStatic(FieldRef field) implements Path {
        @Override
        public String identity() {
            return field.owner() + "::" + field.name();
        }

        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public String toString() {
            return field.toString();
        }
    }

    record OfField(Path base, FieldRef field) implements Path {
        @Override
        public String identity() {
            return base.identity() + "." + field.owner() + "::" + field.name();
        }

        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public String toString() {
            return base + "." + field.name();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof OfField f && f.base.equals(base) && f.field.equals(field);
        }

        @Override
        public int hashCode() {
            return 31 * base.hashCode() + field.hashCode();
        }
    }

    /** Length of an array, or of a {@code String}. */
    record Length(Path array) implements Path {

        /** How the object is asked for it. */
        public String call() {
            return array.type() instanceof Type.Array ? ".length" : ".length()";
        }

        @Override
        public String identity() {
            return array.identity() + ".length";
        }

        @Override
        public Type type() {
            return Type.Primitive.INT;
        }

        @Override
        public String toString() {
            return array + call();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Length l && l.array.equals(array);
        }

        @Override
        public int hashCode() {
            return array.hashCode();
        }
    }

    /** An element at a constant index or at an index that is itself a path. */
    record Element(Path array, Path index, Type type) implements Path {
        @Override
        public String identity() {
            return array.identity() + "[" + index.identity() + "]";
        }

        @Override
        public String toString() {
            return array + "[" + index + "]";
        }
    }

    /** What an {@code ArrayList} holds, as an array that no other object has. */
    record Elements(Path list) implements Path {

        private static final String NAME = "elements of an ArrayList";

        /** What it holds: a type of which there are no other arrays. */
        public static final Type ELEMENT = new Type.Ref(NAME, false, true, Set.of(NAME), Trust.NONE);

        @Override
        public String identity() {
            return list.identity() + ".elements";
        }

        @Override
        public Type type() {
            return new Type.Array(ELEMENT);
        }

        @Override
        public String toString() {
            return list.toString();
        }
    }

    record Constant(long value) implements Path {
        @Override
        public String identity() {
            return Long.toString(value);
        }

        @Override
        public Type type() {
            return Type.Primitive.LONG;
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Constant c && c.value == value;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(value);
        }
    }

    /** The {@code int} value of a sum of products, in wrapping arithmetic. */
    record Sum(List<Term> terms) implements Path {
        public Sum {
            terms = List.copyOf(terms);
        }

        /** {@code coefficient * product of factors}; the factors are numbers of a type up to {@code int}, or trip counts. */
        public record Term(long coefficient, List<Path> factors) {
            public Term {
                factors = List.copyOf(factors);
            }

            private String text(Function<Path, String> name) {
                String product = factors.stream().map(name).collect(Collectors.joining(" * "));
                if (product.isEmpty()) {
                    return Long.toString(coefficient);
                }
                return coefficient == 1 ? product : coefficient == -1 ? "-" + product : coefficient + " * " + product;
            }

            @Override
            public int hashCode() {
                return 31 * Long.hashCode(coefficient) + factors.hashCode();
            }
        }

        /** The number at its end, 0 if there is none. */
        private long constant() {
            Term last = terms.get(terms.size() - 1);
            return last.factors().isEmpty() && terms.size() > 1 ? last.coefficient() : 0;
        }

        @Override
        public Type type() {
            return Type.Primitive.INT;
        }

        @Override
        public String identity() {
            return text(Path::identity);
        }

        @Override
        public String toString() {
            return text(Path::toString);
        }

        private String text(Function<Path, String> name) {
            return terms.stream()
                    .map(t -> t.text(name))
                    .collect(Collectors.joining(" + "))
                    .replace("+ -", "- ");
        }

        @Override
        public int hashCode() {
            return terms.hashCode();
        }
    }

    /**
     * How often a loop inside the body runs that counts by {@code step} from one value up to another, which {@code extra}
     * is added to: 0 or 1. Exact, never negative.
     */
    record Trips(Path from, Path to, long extra, long step) implements Path {

        /** No trip count is greater. */
        public static final long MOST = 1L << 32;

        @Override
        public Type type() {
            return Type.Primitive.LONG;
        }

        @Override
        public String identity() {
            return "trips(" + from.identity() + ";" + to.identity() + ";" + extra + ";" + step + ")";
        }

        @Override
        public String toString() {
            long added = extra - (from instanceof Constant c ? c.value() : 0);
            String subtracted = from instanceof Constant ? "" : " - " + (from instanceof Sum ? "(" + from + ")" : from);
            String end = to.toString();
            if (to instanceof Sum sum && sum.constant() != 0 && subtracted.isEmpty()) {
                added += sum.constant();
                end = new Sum(sum.terms().subList(0, sum.terms().size() - 1)).toString();
            }
            String length = end + subtracted + (added == 0 ? "" : added > 0 ? " + " + added : " - " + -added);
            return "max(0, " + (step == 1 ? length : "(" + length + ") / " + step + " rounded up") + ")";
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Trips t
                            && t.extra == extra
                            && t.step == step
                            && t.from.equals(from)
                            && t.to.equals(to);
        }

        @Override
        public int hashCode() {
            return 31 * from.hashCode() + to.hashCode();
        }
    }
}
