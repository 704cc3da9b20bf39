package dev.parfor.processor.diagnostics;

import dev.parfor.processor.judgement.Judgement;

/**
 * How many loops of a compilation got which verdict.
 *
 * @param parallel proved, guarded and trusted ones
 * @param guarded those with guards that rest on no assertion
 * @param trusted those that rest on an assertion
 */
public record Tally(int loops, int parallel, int guarded, int trusted, int refused) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    public Tally plus(Judgement judgement) {
        if (judgement instanceof Judgement.Parallel p) {
            Code code = ParallelText.code(p);
            return new Tally(
                    loops + 1,
                    parallel + 1,
                    guarded + (code == Code.PF002 ? 1 : 0),
                    trusted + (code == Code.PF003 ? 1 : 0),
                    refused);
        }
        return plusRefused();
    }

    /** A loop that could not even be read. */
    public Tally plusRefused() {
        return new Tally(loops + 1, parallel, guarded, trusted, refused + 1);
    }

    /** {@code parfor: 12 loops, 9 parallel (2 guarded, 1 trusted), 3 refused}. */
    @Override
    public String toString() {
        String kinds = guarded + trusted == 0 ? "" : " (" + guarded + " guarded, " + trusted + " trusted)";
        return "parfor: " + Text.count(loops, "loop") + ", " + parallel + " parallel" + kinds + ", " + refused
                + " refused";
    }
}
