package dev.parfor.processor.random;

/** What a random loop is about: how often each kind of statement occurs in it. */
enum Theme {
    //           write temp priv red call fld if rect run rows ind new tri odd
    ELEMENTWISE(70, 15, 5, 2, 3, 0, 15, 0, 0, 0, 0, 0, 0, 15),
    SCALARS(30, 20, 45, 5, 0, 0, 15, 0, 0, 0, 0, 0, 0, 15),
    REDUCTIONS(15, 8, 4, 70, 2, 0, 12, 10, 0, 0, 0, 0, 4, 6),
    NESTS(30, 8, 3, 5, 3, 0, 8, 50, 5, 0, 0, 0, 5, 15),
    RUNNING(10, 4, 0, 0, 0, 0, 5, 5, 70, 0, 0, 0, 0, 15),
    ROWS(10, 5, 2, 5, 0, 35, 6, 25, 0, 25, 0, 0, 6, 20),
    TRIANGLES(15, 5, 2, 5, 0, 25, 6, 5, 0, 0, 0, 0, 50, 10),
    INDUCTION(25, 5, 3, 3, 0, 0, 6, 0, 0, 0, 60, 0, 0, 10),
    CALLS(10, 5, 0, 3, 65, 0, 8, 15, 0, 0, 0, 0, 0, 10),
    FIELDS(45, 10, 3, 5, 15, 8, 8, 15, 8, 0, 0, 0, 0, 15),
    SCRATCH(15, 5, 5, 0, 0, 0, 8, 5, 0, 0, 0, 60, 0, 10),
    INSIDE(40, 10, 5, 8, 5, 10, 10, 20, 5, 5, 4, 0, 4, 15),
    EACH(45, 10, 8, 12, 8, 10, 15, 15, 5, 0, 0, 5, 0, 15),
    ODD(10, 5, 4, 5, 6, 3, 10, 8, 3, 3, 3, 3, 3, 120),
    ANYTHING(20, 8, 8, 10, 10, 8, 12, 15, 10, 8, 8, 6, 8, 20),
    // What the statements of FormGenerator are about; others stand beside them.
    EXITS,
    WORK,
    MERGED,
    INDICES,
    COUNTING,
    PRODUCTS,
    LISTS,
    OBJECTS,
    HEADERS,
    LAST,
    EXTREMES,
    RECURSION,
    LOCKS,
    FILTERS,
    ADDING,
    SCANS,
    WAVES,
    ORDERED,
    REGIONS,
    SUMS,
    DISPATCH,
    HANDED,
    ROUND,
    TILES,
    LENT,
    HASHES,
    PACKED,
    BITS,
    LABELS,
    ELEMENTS,
    STEPS,
    COLLECTIONS,
    CALLING,
    PHASES,
    FRACTIONS,
    FAILING,
    /** Several of the others in one loop. */
    MIXED;

    private final int[] weights;

    Theme(int... weights) {
        this.weights = weights;
    }

    Theme() {
        this(60, 15, 5, 10, 3, 3, 10, 5, 0, 2, 0, 0, 0, 3);
    }

    /** Whether the loop is made around one of the forms beyond the plain ones. */
    boolean isForm() {
        return compareTo(ANYTHING) > 0;
    }

    int[] weights() {
        return weights;
    }

    /** Whether the loop stands in an instance method. */
    boolean hasReceiver() {
        return this == FIELDS || this == CALLS || this == ANYTHING || this == ODD || this == LOCKS;
    }
}
