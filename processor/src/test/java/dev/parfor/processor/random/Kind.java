package dev.parfor.processor.random;

/** The types that occur in random loops. */
enum Kind {
    INT("int"),
    LONG("long"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    INTS("int[]"),
    DOUBLES("double[]"),
    ROWS("int[][]"),
    /** The class that the loops stand in. */
    THING(Text.CLASS);

    private final String java;

    Kind(String java) {
        this.java = java;
    }

    /** As Java writes it. */
    String java() {
        return java;
    }

    boolean isArray() {
        return this == INTS || this == DOUBLES || this == ROWS;
    }

    /** What an array of this kind holds. */
    Kind element() {
        return this == INTS ? INT : this == DOUBLES ? DOUBLE : INTS;
    }
}
