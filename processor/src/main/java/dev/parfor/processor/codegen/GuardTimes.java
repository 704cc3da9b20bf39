package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * When the guards of a loop are checked, and what is left if they fail.
 *
 * @param beforeHeader on the classes of objects whose methods the header calls: checked before it is evaluated
 * @param beforeBlocks those whose failure leaves the loop as it is written
 * @param beforeKernel those whose failure leaves the kernel to one thread
 */
record GuardTimes(Set<Guard> beforeHeader, Set<Guard> beforeBlocks, Set<Guard> beforeKernel) {

    /** @param scans whether blocks read what blocks before them have left */
    static GuardTimes of(Plan plan, LoopNest.Header header, boolean scans) {
        Set<Guard> beforeBlocks = beforeBlocks(plan, header, scans);
        Set<Guard> beforeKernel = new LinkedHashSet<>(plan.guards());
        beforeKernel.removeAll(beforeBlocks);
        Set<Guard> beforeHeader = new LinkedHashSet<>();
        if (Changing.mayCall(header)) {
            plan.guards().stream().filter(Guard::isAboutClasses).forEach(beforeHeader::add);
        }
        return new GuardTimes(beforeHeader, beforeBlocks, beforeKernel);
    }

    private static Set<Guard> beforeBlocks(Plan plan, LoopNest.Header header, boolean scans) {
        Set<Guard> guards = new LinkedHashSet<>();
        boolean readsAhead = false;
        for (Role role : plan.roles()) {
            readsAhead |= role instanceof Role.IndexedExtreme || role instanceof Role.HandedOn;
        }
        boolean readsOnce = Changing.mayChange(header, plan.roles())
                || plan.wave()
                        .filter(w -> Changing.reads(w.start()) || Changing.reads(w.bound()))
                        .isPresent();
        if (readsAhead || scans || readsOnce) {
            // What a block reads must be what the loop reads, and that changes if the array is written by another name.
            guards.addAll(plan.guards());
        }
        for (Merge merge : plan.merges()) {
            guards.addAll(merge.guards());
        }
        return guards;
    }
}
