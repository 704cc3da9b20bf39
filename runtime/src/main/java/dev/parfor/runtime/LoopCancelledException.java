package dev.parfor.runtime;

/**
 * A loop was ended from outside before it was complete, or was not started because its team is closed.
 *
 * <p>Which iterations have run is not specified, only how many; the loop's results must not be used. Failures of
 * iterations that would not have decided the loop's outcome, because iterations below them are missing, are suppressed
 * exceptions of this one. The team, unless it is closed, serves the next loop.
 */
public class LoopCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What ended the loop. */
    public enum Reason {
        /** The {@link CancellationToken} of the team was cancelled. */
        TOKEN("its token was cancelled"),
        /** The deadline of the team passed. */
        DEADLINE("its deadline passed"),
        /** The calling thread was interrupted, on an {@linkplain Team#interruptible() interruptible} team; the flag is kept. */
        INTERRUPTED("its thread was interrupted"),
        /** The team was closed. */
        TEAM_CLOSED("its team is closed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    private final Reason reason;
    private final String loop;
    private final long completedIterations;
    private final long tripCount;

    LoopCancelledException(Reason reason, String loop, long completedIterations, long tripCount) {
        super("loop " + loop + " ended after " + completedIterations + " of " + tripCount + " iterations: "
                + reason.text);
        this.reason = reason;
        this.loop = loop;
        this.completedIterations = completedIterations;
        this.tripCount = tripCount;
    }

    /** What ended the loop. */
    public Reason reason() {
        return reason;
    }

    /** The loop: method, file and line. */
    public String loop() {
        return loop;
    }

    /** How many iterations are known to have completed; always fewer than {@link #tripCount}. */
    public long completedIterations() {
        return completedIterations;
    }

    /** How many iterations the loop had. */
    public long tripCount() {
        return tripCount;
    }
}
