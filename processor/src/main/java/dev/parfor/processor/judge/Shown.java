package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * An answer to whether two accesses meet.
 *
 * @param guards what it rests on, if it is no
 * @param how the ways that led to it; empty for the plain one
 */
record Shown(Prover.Answer answer, Set<Guard> guards, String how) {

    Shown with(Prover.Answer newAnswer, Set<Guard> more, String by) {
        Set<Guard> all = new LinkedHashSet<>(guards);
        all.addAll(more);
        return new Shown(newAnswer, all, how.isEmpty() ? by : how + ", " + by);
    }

    boolean isApart() {
        return answer.isIndependent();
    }
}
