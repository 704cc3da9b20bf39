package dev.parfor.processor.symbolic;

import java.util.List;

/**
 * Something known to hold where an access stands, over exact integers, provided that the polynomials in {@code exact} do
 * not wrap around in Java's arithmetic.
 */
public record Fact(Kind kind, Poly poly, List<Exact> exact) {

    public Fact {
        exact = List.copyOf(exact);
    }

    public enum Kind {
        /** {@code poly >= 0}. */
        AT_LEAST_ZERO,
        /** {@code poly == 0}. */
        ZERO,
        /** {@code poly != 0}. */
        NOT_ZERO
    }

    /** That the value of {@code poly} lies in the range of a signed integer of so many bits. */
    public record Exact(Poly poly, int bits) {
        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Exact e && e.bits == bits && e.poly.equals(poly);
        }

        @Override
        public int hashCode() {
            return 31 * poly.hashCode() + bits;
        }
    }

    public static Fact atLeastZero(Poly poly, Exact... exact) {
        return new Fact(Kind.AT_LEAST_ZERO, poly, List.of(exact));
    }

    public static Fact zero(Poly poly, Exact... exact) {
        return new Fact(Kind.ZERO, poly, List.of(exact));
    }

    /** Facts are looked up often, and hardly ever differ in what must be exact alone. */
    @Override
    public int hashCode() {
        return poly.hashCode() * 3 + kind.ordinal();
    }

    @Override
    public String toString() {
        return poly + (kind == Kind.ZERO ? " = 0" : kind == Kind.NOT_ZERO ? " != 0" : " >= 0");
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Fact f && f.kind.equals(kind) && f.poly.equals(poly) && f.exact.equals(exact);
    }
}
