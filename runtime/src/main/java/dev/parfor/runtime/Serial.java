package dev.parfor.runtime;

import dev.parfor.runtime.LoopCancelledException.Reason;

/** A loop, or the rest of one, on the calling thread: in one piece if nothing can end it, else in strips. */
final class Serial {

    private Serial() {}

    /** Runs the iterations {@code from} to {@code tripCount - 1} and learns what they cost; returns how long they took. */
    static long run(Team team, LoopSite site, long from, long tripCount, LoopBody body, String why) {
        Object event = LoopEvents.begin();
        Recorder recorder = team.recorder();
        if (recorder != null) {
            recorder.decided(null, why);
            recorder.begin();
        }
        long start = System.nanoTime();
        try {
            if (team.limits().isNone() && team.listener() == null) {
                piece(team, site, from, tripCount, tripCount, body);
                if (recorder != null) {
                    recorder.ran(from, tripCount);
                }
            } else {
                strips(team, site, from, tripCount, body);
            }
            long elapsed = System.nanoTime() - start;
            site.measured(elapsed, tripCount - from);
            return elapsed;
        } finally {
            if (recorder != null) {
                recorder.left(0, System.nanoTime() - start);
            }
            if (event != null) {
                LoopEvents.serial(event, site, tripCount, why);
            }
        }
    }

    /** Runs a part in one piece, unless the loop must end before it. */
    static void piece(Team team, LoopSite site, long from, long to, long tripCount, LoopBody body) {
        Reason reason = whyEnd(team);
        if (reason != null) {
            throw new LoopCancelledException(
                    reason, site.toString(), site.iterations(from), site.iterations(tripCount));
        }
        try {
            body.run(from, to);
        } catch (LoopCancelledException inner) {
            reason = whyEnd(team);
            if (reason == null) {
                throw inner;
            }
            // a loop inside this one ended for a reason that this one shares
            LoopCancelledException outer = new LoopCancelledException(
                    reason, site.toString(), site.iterations(from), site.iterations(tripCount));
            outer.addSuppressed(inner);
            throw outer;
        } catch (Throwable thrown) {
            throw Parfor.sneaky(thrown);
        }
    }

    private static Reason whyEnd(Team team) {
        return team.workers().isClosed() ? Reason.TEAM_CLOSED : team.limits().poll(true);
    }

    private static void strips(Team team, LoopSite site, long from, long tripCount, LoopBody body) {
        Progress progress = Progress.of(team.listener(), site, tripCount);
        long strip = Strips.first(site.nanosPerIteration());
        long done = from;
        while (done < tripCount) {
            long to = tripCount - done > strip ? done + strip : tripCount;
            long start = System.nanoTime();
            piece(team, site, done, to, tripCount, body);
            strip = Strips.adapt(strip, System.nanoTime() - start);
            if (team.recorder() != null) {
                team.recorder().ran(done, to);
            }
            done = to;
            if (progress != null) {
                progress.tell(done, done == tripCount);
            }
        }
    }
}
