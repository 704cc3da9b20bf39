package dev.parfor;

/** What a refusal of a loop does to the build. */
public enum Refused {
    /** What the compiler option {@code -Aparfor.refused} says; {@link #ERROR} where it is not given. */
    DEFAULT,
    /** A refusal is a compile error. */
    ERROR,
    /** A refusal is a warning and the generated variant is the sequential loop; for migrating a large code base. */
    WARN
}
