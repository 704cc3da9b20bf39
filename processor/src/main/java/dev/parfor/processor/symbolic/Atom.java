package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * An integer unknown. Its value is that of a Java variable or expression, exact, never modulo anything.
 *
 * <p>An {@link #isVarying varying} atom may have another value in another iteration of the parallel loop; a pair of accesses in
 * two iterations is tested with one copy of it for each.
 */
public sealed interface Atom extends Comparable<Atom> {

    /** Least and greatest value it can have by its type. */
    long min();

    long max();

    boolean isVarying();

    /** The least value that it takes, as a polynomial in older atoms, if known. */
    default Optional<Poly> least() {
        return this instanceof Index i
                ? i.lower()
                : this instanceof Unknown u ? u.bounds().map(Unknown.Bounds::lower) : Optional.empty();
    }

    /** The greatest one, likewise. */
    default Optional<Poly> greatest() {
        return this instanceof Index i
                ? i.upper()
                : this instanceof Unknown u ? u.bounds().map(Unknown.Bounds::upper) : Optional.empty();
    }

    /** Orders atoms and tells them apart: no two atoms have the same. */
    String key();

    /** How people read it. */
    String display();

    @Override
    default int compareTo(Atom other) {
        return key().compareTo(other.key());
    }

    /**
     * The index of a loop.
     *
     * @param loop number of the loop's walk; 0 is the parallel loop
     * @param lower least value it takes, if known as a polynomial in outer atoms
     * @param upper greatest value it takes, likewise
     */
    record Index(int loop, String name, Type.Primitive type, Optional<Poly> lower, Optional<Poly> upper)
            implements Atom {
        @Override
        public long min() {
            return type.min();
        }

        @Override
        public long max() {
            return type.max();
        }

        @Override
        public boolean isVarying() {
            return true;
        }

        public boolean isParallel() {
            return loop == 0;
        }

        @Override
        public String key() {
            return name + "#" + loop;
        }

        @Override
        public String display() {
            return name;
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Index i && i.loop == loop && i.name.equals(name) && i.type == type;
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }
    }

    /** A value that does not change while the loop runs. */
    record Symbol(Path path) implements Atom {
        @Override
        public long min() {
            return path instanceof Path.Length || path instanceof Path.Trips
                    ? 0
                    : path.type() instanceof Type.Primitive p ? p.min() : Long.MIN_VALUE;
        }

        @Override
        public long max() {
            if (path instanceof Path.Trips) {
                return Path.Trips.MOST;
            }
            return path.type() instanceof Type.Primitive p ? p.max() : Long.MAX_VALUE;
        }

        @Override
        public boolean isVarying() {
            return false;
        }

        @Override
        public String key() {
            return path.identity();
        }

        @Override
        public String display() {
            return path.toString();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Symbol s && s.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** An element of an array of integers that nobody writes while the loop runs: the same index gives the same value. */
    record Loaded(Path array, Poly index, Type.Primitive type) implements Atom {
        @Override
        public long min() {
            return type.min();
        }

        @Override
        public long max() {
            return type.max();
        }

        @Override
        public boolean isVarying() {
            return true;
        }

        @Override
        public String key() {
            return array.identity() + "[" + index.identity() + "]";
        }

        @Override
        public String display() {
            return array + "[" + index + "]";
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Loaded l && l.array.equals(array) && l.index.equals(index) && l.type == type;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * array.hashCode() + index.hashCode()) + type.hashCode();
        }
    }

    /**
     * Some value, different in each iteration for all we know.
     *
     * @param quotient what it is, where it is a quotient
     * @param bounds where it lies, if that is known
     * @param isDefined the facts that come with it determine it: a quotient, a remainder
     * @param of what alone it is computed from, for messages; empty where that is not known
     */
    record Unknown(
            int id,
            String name,
            long min,
            long max,
            boolean isDefined,
            Optional<Quotient> quotient,
            Optional<Bounds> bounds,
            List<Poly> of)
            implements Atom {
        public Unknown {
            of = List.copyOf(of);
        }

        public Unknown(
                int id,
                String name,
                long min,
                long max,
                boolean isDefined,
                Optional<Quotient> quotient,
                Optional<Bounds> bounds) {
            this(
                    id,
                    name,
                    min,
                    max,
                    isDefined,
                    quotient,
                    bounds,
                    quotient.map(q -> List.of(q.dividend(), q.divisor())).orElse(List.of()));
        }

        public Unknown(int id, String name, long min, long max) {
            this(id, name, min, max, false, Optional.empty(), Optional.empty());
        }

        public Unknown(int id, String name, long min, long max, boolean isDefined) {
            this(id, name, min, max, isDefined, Optional.empty(), Optional.empty());
        }

        public Unknown(int id, String name, long min, long max, boolean isDefined, Optional<Quotient> quotient) {
            this(id, name, min, max, isDefined, quotient, Optional.empty());
        }

        /** A least and a greatest value, of which not each between need occur; facts that come with it say the same. */
        public record Bounds(Poly lower, Poly upper) {
            @Override
            public boolean equals(Object o) {
                return this == o || o instanceof Bounds b && b.lower.equals(lower) && b.upper.equals(upper);
            }

            @Override
            public int hashCode() {
                return 31 * lower.hashCode() + upper.hashCode();
            }
        }

        /**
         * {@code dividend / divisor}, where the dividend's value is exact.
         *
         * @param divisor the same in all iterations; a number is positive
         * @param bits of the type in which it is computed
         * @param down rounded down; otherwise towards zero
         */
        public record Quotient(Poly dividend, Poly divisor, int bits, boolean down) {
            @Override
            public boolean equals(Object o) {
                return this == o
                        || o instanceof Quotient q
                                && q.dividend.equals(dividend)
                                && q.divisor.equals(divisor)
                                && q.bits == bits
                                && q.down == down;
            }

            @Override
            public int hashCode() {
                return 31 * (31 * (31 * dividend.hashCode() + divisor.hashCode()) + bits) + Boolean.hashCode(down);
            }
        }

        /** The same, of which a message can say that it comes from these values. */
        public Unknown computedFrom(Poly... values) {
            return new Unknown(id, name, min, max, isDefined, quotient, bounds, List.of(values));
        }

        @Override
        public boolean isVarying() {
            return true;
        }

        @Override
        public String key() {
            return name + "?" + id;
        }

        @Override
        public String display() {
            return name;
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Unknown u
                            && u.id == id
                            && u.min == min
                            && u.max == max
                            && u.isDefined == isDefined
                            && u.name.equals(name)
                            && u.quotient.equals(quotient)
                            && u.bounds.equals(bounds);
        }

        @Override
        public int hashCode() {
            return 31 * id + name.hashCode();
        }
    }
}
