package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.List;

/** What came of reading a meant loop. */
public sealed interface LoopReading {

    int ordinal();

    /**
     * It has a form that can be judged.
     *
     * @param extras what the header does beside counting; in {@code nest}, done before the loop and at the end of its body
     */
    record Readable(LoopNest nest, HeaderExtras extras) implements LoopReading {
        @Override
        public int ordinal() {
            return nest.ordinal();
        }
    }

    /**
     * It has not, for at least one reason; all reasons found, in source order.
     *
     * @param name by which messages call it; may be empty
     * @param where {@code Vectors.dot}
     */
    record Unreadable(
            int ordinal, String name, String where, Span span, LoopNest.Options options, List<Refusal> reasons)
            implements LoopReading {
        public Unreadable {
            reasons = List.copyOf(reasons);
        }
    }
}
