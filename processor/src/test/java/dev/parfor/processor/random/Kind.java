package dev.parfor.processor.random;

/** The types that occur in random loops; numbers in the order of their promotion. */
enum Kind {
    BYTE("byte"),
    SHORT("short"),
    CHAR("char"),
    INT("int"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    BYTES("byte[]"),
    SHORTS("short[]"),
    CHARS("char[]"),
    INTS("int[]"),
    LONGS("long[]"),
    FLOATS("float[]"),
    DOUBLES("double[]"),
    BYTE_ROWS("byte[][]"),
    SHORT_ROWS("short[][]"),
    CHAR_ROWS("char[][]"),
    ROWS("int[][]"),
    LONG_ROWS("long[][]"),
    FLOAT_ROWS("float[][]"),
    DOUBLE_ROWS("double[][]"),
    /** The class that the loops stand in. */
    THING(Text.CLASS),
    THINGS(Text.CLASS + "[]"),
    /** A list of objects, one of numbers, a set of these, and what is counted in. */
    THING_LIST("List<" + Text.CLASS + ">"),
    NUMBERS("List<Integer>"),
    NUMBER_SET("Set<Integer>"),
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
            case SHORTS -> SHORT;
            case CHARS -> CHAR;
            case INTS, NUMBERS, NUMBER_SET -> INT;
            case LONGS -> LONG;
            case FLOATS -> FLOAT;
            case DOUBLES -> DOUBLE;
            case BYTE_ROWS -> BYTES;
            case SHORT_ROWS -> SHORTS;
            case CHAR_ROWS -> CHARS;
            case ROWS -> INTS;
            case LONG_ROWS -> LONGS;
            case FLOAT_ROWS -> FLOATS;
            case DOUBLE_ROWS -> DOUBLES;
            default -> THING;
        };
    }

    /** Of a number, or of an array of numbers. */
    Class<?> type() {
        return switch (this) {
            case BYTE -> byte.class;
            case SHORT -> short.class;
            case CHAR -> char.class;
            case INT -> int.class;
            case LONG -> long.class;
            case FLOAT -> float.class;
            case DOUBLE -> double.class;
            default -> element().type().arrayType();
        };
    }

    /** Whether it holds arrays of numbers. */
    boolean isRows() {
        return java.endsWith("[][]");
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Whether a number of type {@code int} needs a cast to become one. */
    boolean isNarrow() {
        return compareTo(INT) < 0;
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
