package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape.Kind;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.walk.BodyWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides about a loop that an iteration can end. Iterations beyond that one may have begun, and run to their end: they must not
 * write what others can see, wait for anything, or run for ever. What they throw is dropped.
 *
 * <p>So the body writes no memory but its own, on any path; nothing that is only trusted to be free of races is called; and each
 * loop inside counts. Variables need no care here: each thread has its own, and {@link ScalarJudge} sees to their last values.
 */
final class ExitJudge {

    private ExitJudge() {}

    static List<Refusal> judge(LoopNest nest, BodyWalker.Result walk) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Span> exit = LoopExits.of(nest).stream().findFirst().map(Stmt::span);
        if (Soundness.EXIT_WRITES.holds()) {
            walk.accesses().stream()
                    .filter(Access::isWrite)
                    // no block of a later iteration runs
                    .filter(a -> !a.section().isInOrder())
                    .map(Access::span)
                    .forEach(at -> refusals.add(new Refusal.Shape(Kind.EXIT_WRITES, at, at.text(), exit)));
            walk.trusted().stream()
                    .filter(t -> t.annotation().equals("@ThreadSafe"))
                    .map(Proof.Trusted::subject)
                    .forEach(what -> refusals.add(new Refusal.Shape(Kind.EXIT_WRITES, nest.span(), what, exit)));
            walk.guards().stream()
                    .filter(g -> g instanceof Guard.NotHeld)
                    .map(g -> ((Guard.NotHeld) g).lock().toString())
                    .forEach(lock ->
                            refusals.add(new Refusal.Shape(Kind.EXIT_WRITES, nest.span(), "locking " + lock, exit)));
        }
        if (Soundness.EXIT_ENDS.holds()) {
            walk.exits()
                    .endless()
                    .forEach(at -> refusals.add(new Refusal.Shape(Kind.EXIT_RUNS_ON, at, firstLine(at), exit)));
        }
        return refusals;
    }

    private static String firstLine(Span at) {
        return at.text().lines().findFirst().orElse("");
    }
}
