package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import java.util.List;

/** What is decided about one loop. */
public sealed interface Judgement {

    LoopNest nest();

    /** The loop is made parallel: a theorem, under the plan's guards, given what was trusted. */
    record Parallel(LoopNest nest, Plan plan, Proof proof) implements Judgement {}

    /** It is not, for at least one reason; all reasons found, worst first. */
    record Refused(LoopNest nest, List<Refusal> reasons) implements Judgement {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
