package dev.parfor.runtime;

import dev.parfor.runtime.LoopCancelledException.Reason;
import java.util.Arrays;

/**
 * What may end the loops of a view of a team: tokens, a deadline, an interrupt. Immutable.
 *
 * @param deadline the {@link System#nanoTime} to end at, if {@code hasDeadline}
 */
record Limits(CancellationToken[] tokens, boolean hasDeadline, long deadline, boolean interruptible) {

    static final Limits NONE = new Limits(new CancellationToken[0], false, 0, false);

    Limits with(CancellationToken token) {
        CancellationToken[] more = Arrays.copyOf(tokens, tokens.length + 1);
        more[tokens.length] = token;
        return new Limits(more, hasDeadline, deadline, interruptible);
    }

    /** The earlier deadline holds. */
    Limits withDeadline(long nanoTime) {
        boolean earlier = !hasDeadline || nanoTime - deadline < 0;
        return new Limits(tokens, true, earlier ? nanoTime : deadline, interruptible);
    }

    Limits withInterrupts() {
        return new Limits(tokens, hasDeadline, deadline, true);
    }

    boolean isNone() {
        return tokens.length == 0 && !hasDeadline && !interruptible;
    }

    /**
     * Why the loop must end now, or {@code null}. The interrupt is that of the thread that called the loop, so only that
     * thread asks for it.
     */
    Reason poll(boolean callingThread) {
        for (CancellationToken token : tokens) {
            if (token.isCancelled()) {
                return Reason.TOKEN;
            }
        }
        if (hasDeadline && System.nanoTime() - deadline >= 0) {
            return Reason.DEADLINE;
        }
        if (interruptible && callingThread && Thread.currentThread().isInterrupted()) {
            return Reason.INTERRUPTED;
        }
        return null;
    }
}
