package dev.parfor.processor.dependence;

/**
 * How much an exact test may still do, in rows formed.
 *
 * <p>Integer feasibility is NP-complete; the budget is what makes a compilation end.
 */
final class WorkBudget {

    /** Thrown when the budget is used up; caught by the test, which then answers {@code Unknown}. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super("work budget used up", null, false, false);
        }
    }

    private final long granted;
    private long left;

    WorkBudget(long rows) {
        this.granted = rows;
        this.left = rows;
    }

    /** A budget of at most {@code rows} and at most what is left; what is spent of it must be spent here, too. */
    WorkBudget part(long rows) {
        return new WorkBudget(Math.min(rows, left));
    }

    void spend(long rows) {
        left -= rows;
        if (left < 0) {
            throw new Exhausted();
        }
    }

    /** The rows formed so far; at most what was granted. */
    long spent() {
        return granted - Math.max(left, 0);
    }
}
