package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.List;

/**
 * Something shared that the iterations only add to. Each block of iterations works on a private one, and the private ones are
 * merged into the shared one in block order when all blocks have ended. So an exception leaves the shared one as it was.
 *
 * <p>In the kernel {@link #var} stands for the private one. Where the body reaches the shared one by a local variable, that
 * variable is {@code var}, and the text stays as it is. Otherwise the places of the text in {@link #mentions} say the name of
 * {@code var}, which nobody has declared.
 */
public sealed interface Merge {

    /** The private one. */
    Var var();

    /** The shared one, evaluated before the loop; where that throws, the loop runs as written. */
    Path target();

    /** Where the body mentions the shared one otherwise than by {@code var}. */
    List<Span> mentions();

    /**
     * The plan's guards, which together keep everything else in the loop away from the shared one. Where one fails, the private
     * ones may not be what the body sees in the plain loop, so that runs, as written.
     */
    List<Guard> guards();

    <R> R accept(Visitor<R> visitor);

    /** A field or a cell of an array. {@code var} has a role in the plan as any other variable has. */
    record OfPlace(Var var, Path target, List<Span> mentions, List<Guard> guards) implements Merge {
        public OfPlace {
            mentions = List.copyOf(mentions);
            guards = List.copyOf(guards);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ofPlace(this);
        }
    }

    /**
     * An array of numbers or truth values whose cells are updated by one operation, at any index: a histogram.
     *
     * @param updates how many updates an iteration makes at least, as far as that is known: what the copies have to be worth
     */
    record OfArray(Var var, Path target, List<Span> mentions, List<Guard> guards, Combination combination, int updates)
            implements Merge {
        public OfArray {
            mentions = List.copyOf(mentions);
            guards = List.copyOf(guards);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ofArray(this);
        }
    }

    /** How a later block's cell is combined with that of the blocks before. */
    sealed interface Combination {

        /** One of {@code + * & | ^}. */
        record Operation(Operator operator) implements Combination {}

        /** {@code Math.min} or {@code Math.max}. */
        record Extreme(boolean max) implements Combination {}

        /** The later one replaces the earlier one where {@code later relation earlier}. */
        record Comparison(Operator relation) implements Combination {}
    }

    /** One method per kind of merge. */
    interface Visitor<R> {
        R ofPlace(OfPlace m);

        R ofArray(OfArray m);
    }
}
