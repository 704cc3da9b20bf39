package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/** A fact left to run time: checked before the region, without side effects; where it fails the loop runs sequentially. */
public sealed interface Guard {

    <R> R accept(Visitor<R> visitor);

    /** Two references are not the same object, or one of them is null. */
    record NotSame(Path first, Path second) implements Guard {

        /** One guard for a pair of names, whichever comes first. */
        public static NotSame of(Path a, Path b) {
            return a.toString().compareTo(b.toString()) <= 0 ? new NotSame(a, b) : new NotSame(b, a);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.notSame(this);
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof NotSame n && n.first.equals(first) && n.second.equals(second);
        }

        @Override
        public int hashCode() {
            return 31 * first.hashCode() + second.hashCode();
        }
    }

    /** No element at nesting depth {@code depth} (1: the rows) occurs twice in the array. */
    record DistinctRows(Path array, int depth) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.distinctRows(this);
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof DistinctRows d && d.depth == depth && d.array.equals(array);
        }

        @Override
        public int hashCode() {
            return 31 * array.hashCode() + depth;
        }
    }

    /** No element at depth {@code firstDepth} of the first is one at depth {@code secondDepth} of the second; depth 0: the object itself. */
    record DisjointRows(Path first, int firstDepth, Path second, int secondDepth) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.disjointRows(this);
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof DisjointRows d
                            && d.firstDepth == firstDepth
                            && d.secondDepth == secondDepth
                            && d.first.equals(first)
                            && d.second.equals(second);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * first.hashCode() + firstDepth) + second.hashCode()) + secondDepth;
        }
    }

    /**
     * The values of an {@code int} (or {@code long}) expression over the whole loop stay in its type: nothing wraps around.
     *
     * @param written the expression as the user has written it, for messages; empty where nobody has
     */
    record Fits(RangeExpr values, int bits, String written) implements Guard {
        public Fits(RangeExpr values, int bits) {
            this(values, bits, "");
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.fits(this);
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Fits f && f.bits == bits && f.values.equals(values);
        }

        @Override
        public int hashCode() {
            return 31 * values.hashCode() + bits;
        }
    }

    /** All values of an expression lie in one window that is narrower than the stride, and the stride is positive. */
    record Narrower(RangeExpr values, RangeExpr stride) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.narrower(this);
        }
    }

    /** Every value of the expression is at least {@code least}. */
    record AtLeast(RangeExpr values, long least) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.atLeast(this);
        }
    }

    /** No two elements of an index array are equal, as far as the loop uses it. */
    record Distinct(Path array, RangeExpr indices) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.distinct(this);
        }
    }

    /** No element of an index array is less than the one before, as far as the loop uses it. */
    record Nondecreasing(Path array, RangeExpr indices) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.nondecreasing(this);
        }
    }

    /** Whether checking it takes time that grows with what it looks at. */
    default boolean isInspector() {
        return this instanceof DistinctRows
                || this instanceof DisjointRows
                || this instanceof Distinct
                || this instanceof Nondecreasing
                || this instanceof NotReached
                || this instanceof ReachedOnce
                || this instanceof ReachedApart
                || this instanceof OneOf o && !o.objects().isOne()
                || this instanceof Uses u && !u.objects().isOne();
    }

    /** Whether it is about which code a call runs. */
    default boolean isAboutClasses() {
        return this instanceof ExactClass
                || this instanceof NotOverridden
                || this instanceof OneOf
                || this instanceof Uses;
    }

    /** The object is null, or its class is exactly this one. */
    record ExactClass(Path object, String className) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.exactClass(this);
        }
    }

    /** The class of the object does not override the method. */
    record NotOverridden(Path object, MethodRef method) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.notOverridden(this);
        }
    }

    /** Each of the objects is null, or its class is exactly one of these. */
    record OneOf(Reach objects, List<Type.Ref> classes) implements Guard {
        public OneOf {
            classes = List.copyOf(classes);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.oneOf(this);
        }
    }

    /** The class of none of the objects overrides the method. */
    record Uses(Reach objects, MethodRef method) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.uses(this);
        }
    }

    /** None of the objects is this one. */
    record NotReached(Path object, Reach objects) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.notReached(this);
        }
    }

    /** No object is at the end of the way for two of the elements, or pairs of these, and so on, that it leads through. */
    record ReachedOnce(Reach objects) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.reachedOnce(this);
        }
    }

    /** No object is at the end of both ways. */
    record ReachedApart(Reach first, Reach second) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.reachedApart(this);
        }
    }

    /** The thread that calls does not hold this lock, or it is null. {@code monitor}: of any object; else a {@code ReentrantLock}. */
    record NotHeld(Path lock, boolean monitor) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.notHeld(this);
        }
    }

    /**
     * The collection whose elements are in this list has them itself: it is no view of a map, nor of another collection.
     *
     * @param text of the collection
     * @param map of which it may be a view, if this is a map of the JDK's
     */
    record NoView(Path list, String text, Optional<Path> map) implements Guard {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.noView(this);
        }
    }

    /** An expression over whole ranges of values: evaluated by interval arithmetic before the loop. */
    sealed interface RangeExpr {

        <R> R accept(Visitor<R> visitor);

        /** A number known now. */
        record Constant(long value) implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.constant(this);
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof Constant c && c.value == value;
            }

            @Override
            public int hashCode() {
                return Long.hashCode(value);
            }
        }

        /** The value of an integer path. */
        record OfPath(Path path) implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.ofPath(this);
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof OfPath other && other.path.equals(path);
            }

            @Override
            public int hashCode() {
                return path.hashCode();
            }
        }

        /** All values of the parallel loop's index. */
        record LoopIndex() implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.loopIndex(this);
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof LoopIndex;
            }

            @Override
            public int hashCode() {
                return 1;
            }
        }

        /** From the least value of one to the greatest value of the other. */
        record Between(RangeExpr lo, RangeExpr hi) implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.between(this);
            }

            @Override
            public boolean equals(Object o) {
                return this == o || o instanceof Between b && b.lo.equals(lo) && b.hi.equals(hi);
            }

            @Override
            public int hashCode() {
                return 31 * lo.hashCode() + hi.hashCode();
            }
        }

        /** The sum; at least one term. */
        record Sum(List<RangeExpr> terms) implements RangeExpr {
            public Sum {
                terms = List.copyOf(terms);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.sum(this);
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof Sum s && s.terms.equals(terms);
            }

            @Override
            public int hashCode() {
                return terms.hashCode();
            }
        }

        /** The product; at least one factor. */
        record Product(List<RangeExpr> factors) implements RangeExpr {
            public Product {
                factors = List.copyOf(factors);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.product(this);
            }

            @Override
            public boolean equals(Object o) {
                return o instanceof Product p && p.factors.equals(factors);
            }

            @Override
            public int hashCode() {
                return factors.hashCode();
            }
        }

        /** The quotients, however they are rounded; any number where the divisor may be less than 1. */
        record Quotient(RangeExpr dividend, RangeExpr divisor) implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.quotient(this);
            }

            @Override
            public boolean equals(Object o) {
                return this == o || o instanceof Quotient q && q.dividend.equals(dividend) && q.divisor.equals(divisor);
            }

            @Override
            public int hashCode() {
                return 31 * dividend.hashCode() + divisor.hashCode();
            }
        }

        /** All values in a part of an array. */
        record Elements(Path array, RangeExpr indices) implements RangeExpr {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.elements(this);
            }
        }

        /** One method per kind of range. */
        interface Visitor<R> {
            R constant(Constant r);

            R ofPath(OfPath r);

            R loopIndex(LoopIndex r);

            R between(Between r);

            R sum(Sum r);

            R product(Product r);

            R quotient(Quotient r);

            R elements(Elements r);
        }
    }

    /** One method per kind of guard. */
    interface Visitor<R> {
        R notSame(NotSame g);

        R distinctRows(DistinctRows g);

        R disjointRows(DisjointRows g);

        R fits(Fits g);

        R narrower(Narrower g);

        R atLeast(AtLeast g);

        R distinct(Distinct g);

        R nondecreasing(Nondecreasing g);

        R exactClass(ExactClass g);

        R notOverridden(NotOverridden g);

        R oneOf(OneOf g);

        R uses(Uses g);

        R notReached(NotReached g);

        R reachedOnce(ReachedOnce g);

        R reachedApart(ReachedApart g);

        R notHeld(NotHeld g);

        R noView(NoView g);
    }
}
