package dev.parfor.runtime;

/**
 * Thrown by generated code where the body of a loop ends the whole loop without failing: by {@code break}, by {@code return},
 * by a jump to a statement around it.
 *
 * <p>It takes part in what is said of failures: the lowest iteration that ends the loop decides, by whichever means, and all
 * iterations below it have run. What is thrown or left by an iteration beyond the one that decides is dropped: an exit has no
 * suppressed exceptions and is none. It has no stack trace, and never leaves the generated method.
 */
public final class LoopExit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object values;

    /** @param values what the iteration leaves behind, an object of the loop's own */
    public LoopExit(Object values) {
        super(null, null, false, false);
        this.values = values;
    }

    /** What the iteration that ended the loop leaves behind. */
    public Object values() {
        return values;
    }
}
