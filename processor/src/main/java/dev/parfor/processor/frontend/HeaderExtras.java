package dev.parfor.processor.frontend;

import java.util.List;
import java.util.Optional;

/**
 * What a counted header does beside counting, as in {@code for (int i = 0, j = n; i < n; i++, j--)}: variables set before the
 * loop, and updates that could as well end the body; and where it counts in another spelling. Positions are those in the header.
 *
 * @param start of the initializer that sets the index; -1 where none does
 * @param step of the update that steps the index; -1 where none does
 * @param initializers of the other initializers
 * @param updates of the other updates
 * @param bodyStep where the body steps the index, in {@code while (i < n) { ...; i++; }}: the position of that statement in
 *     it; otherwise -1
 * @param bound how the condition says where the index ends
 * @param search what else the condition asks, where the loop goes on only as long as nothing is found
 */
public record HeaderExtras(
        int start,
        int step,
        List<Integer> initializers,
        List<Integer> updates,
        int bodyStep,
        Bound bound,
        Optional<SearchCondition> search) {

    /** A header that counts and does nothing else. */
    public static final HeaderExtras NONE =
            new HeaderExtras(0, 0, List.of(), List.of(), -1, new Bound.Plain(), Optional.empty());

    public HeaderExtras {
        initializers = List.copyOf(initializers);
        updates = List.copyOf(updates);
    }

    /** Whether all that the header does is about the index. */
    public boolean isEmpty() {
        return initializers.isEmpty() && updates.isEmpty();
    }

    HeaderExtras searching(SearchCondition condition) {
        return new HeaderExtras(start, step, initializers, updates, bodyStep, bound, Optional.of(condition));
    }

    /** The spellings of a condition. */
    public sealed interface Bound {

        /** {@code i < n}: an operand is the bound. */
        record Plain() implements Bound {}

        /**
         * {@code i + by < n}: the same as {@code i < n - by} in exact arithmetic, as long as the sum does not wrap around.
         *
         * @param by above zero for {@code <}, below for {@code >}
         */
        record Shifted(int by) implements Bound {}

        /**
         * {@code i + w <= n}, where {@code w} is a value at hand that does not change: {@code i <= n - w}, as long as the sum does not
         * wrap around.
         *
         * @param subtracted whether it is {@code i - w}
         * @param sumFirst whether the sum is evaluated before what it is compared with
         */
        record ShiftedBy(boolean subtracted, boolean sumFirst) implements Bound {}

        /** {@code i < m && i < n}: the smaller one is the bound, or the larger one for {@code >}. */
        record Both() implements Bound {}

        /** {@code i < j} where {@code j} goes down by one as the index goes up by one: they meet in the middle. */
        record Meeting() implements Bound {}

        /**
         * {@code --i >= n}, or {@code i-- > 0}: the condition steps the index, before the body or the comparison sees it.
         *
         * @param delta 1 or -1
         * @param compared what the index is compared with before it is stepped; empty where it is stepped first
         * @param least what the index starts from, if that is greater than where it is set to
         */
        record Stepping(int delta, Optional<Long> compared, Optional<Long> least) implements Bound {}
    }
}
