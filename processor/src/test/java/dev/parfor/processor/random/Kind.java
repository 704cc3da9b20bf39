package dev.parfor.processor.random;

/** The types that occur in random loops; numbers in the order of their promotion. */
enum Kind {
    BYTE("byte"),
    SHORT("short"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    BYTES("byte[]"),
    INTS("int[]"),
    DOUBLES("double[]"),
    ROWS("int[][]"),
    /** The class that the loops stand in. */
    THING(Text.CLASS),
    THINGS(Text.CLASS + "[]"),
    /** A list of objects, one of numbers, and what is counted in. */
    THING_LIST("List<" + Text.CLASS + ">"),
    NUMBERS("List<Integer>"),
    COUNTS("Map<Integer, Integer>"),
    ATOMIC("AtomicInteger");

    private final String java;

    Kind(String java) {
        this.java = java;
    }

    /** As Java writes it. */
    String java() {
        return java;
    }

    /** What an array of this kind holds. */
    Kind element() {
        return switch (this) {
            case BYTES -> BYTE;
            case INTS, NUMBERS -> INT;
            case DOUBLES -> DOUBLE;
            case ROWS -> INTS;
            default -> THING;
        };
    }

    boolean isList() {
        return this == THING_LIST || this == NUMBERS;
    }

    /** The kind of an arithmetic operation on two numbers. */
    static Kind promoted(Kind a, Kind b) {
        Kind wider = a.compareTo(b) >= 0 ? a : b;
        return wider.compareTo(INT) < 0 ? INT : wider;
    }
}
