package dev.parfor.processor.ir;

import java.util.Optional;

/**
 * What a user asserted about a variable, field, method or type: each present value is the reason given, never empty.
 *
 * @param distinct {@code @Distinct}
 * @param pure {@code @Pure}, or an annotation of another library from the documented list
 * @param threadSafe {@code @ThreadSafe}
 * @param orderMatters of {@code @ThreadSafe}; {@code true} where absent
 * @param scratch {@code @Scratch}
 * @param associative {@code @Associative}
 * @param identity of {@code @Associative}: a Java expression that means the same in any class of the package
 */
public record Trust(
        Optional<String> distinct,
        Optional<String> pure,
        Optional<String> threadSafe,
        boolean orderMatters,
        Optional<String> scratch,
        Optional<String> associative,
        Optional<String> identity) {

    /** Nothing asserted. */
    public static final Trust NONE = new Trust(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Whether nothing is asserted; {@link #equals} takes milliseconds in a young Java machine, in which it is linked first. */
    public boolean isNone() {
        return orderMatters
                && distinct.isEmpty()
                && pure.isEmpty()
                && threadSafe.isEmpty()
                && scratch.isEmpty()
                && associative.isEmpty()
                && identity.isEmpty();
    }
}
