package dev.parfor.testing;

import java.util.List;
import java.util.Optional;

/**
 * What is left of a call.
 *
 * @param thrown {@code null} if it returned
 */
record Outcome(Object result, Object[] arguments, Throwable thrown) {

    /** @throws AssertionError that says where this differs from what was expected */
    void mustEqual(Outcome expected, List<String> names, double tolerance, String run) {
        if (thrown != null || expected.thrown != null) {
            Object type = thrown == null ? "nothing" : thrown.getClass().getName();
            Object expectedType = expected.thrown == null
                    ? "nothing"
                    : expected.thrown.getClass().getName();
            if (!type.equals(expectedType)) {
                throw error(run + ": " + type + " is thrown, not " + expectedType, thrown);
            }
            return;
        }
        Optional<String> difference = Difference.of("the result", expected.result, result, tolerance);
        for (int i = 0; i < names.size() && difference.isEmpty(); i++) {
            difference = Difference.of(names.get(i), expected.arguments[i], arguments[i], tolerance);
        }
        if (difference.isPresent()) {
            throw error(run + ": " + difference.get(), null);
        }
    }

    private static AssertionError error(String message, Throwable cause) {
        return new AssertionError(message, cause);
    }
}
