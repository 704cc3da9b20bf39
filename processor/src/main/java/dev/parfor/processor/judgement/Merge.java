package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;

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

    /**
     * Whether the loop is run again, as written, where an iteration throws or the private ones can't be merged: nothing is
     * written before they are.
     */
    default boolean repeats() {
        return false;
    }

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

    /**
     * An array that is filled from a running position on: {@code out[k++] = e}. Each block fills one of its own from 0 on, and
     * counts; then it is known where in the array they go. What one iteration fills, no iteration reads.
     *
     * @param position the running position, whose role is {@link Plan.Role.Position}
     * @param cells the places of the text that fill it
     * @param ahead whether the position moves onto a cell before that is filled: the first one is the next one then
     * @param down whether the position goes down
     * @param moves whether the position is moved when this array has been merged: it is the last one of that position
     * @param most how many cells an iteration fills at most, where it is checked before the loop that they fit; empty where the
     *     loop is run again if they don't
     */
    record OfOutput(
            Var var,
            Var position,
            Path target,
            List<Cell> cells,
            List<Guard> guards,
            boolean ahead,
            boolean down,
            boolean moves,
            Optional<Integer> most)
            implements Merge {
        public OfOutput {
            cells = List.copyOf(cells);
            guards = List.copyOf(guards);
        }

        /**
         * @param at {@code out[k]}, or {@code out[k++]}, or {@code out[++k]}; likewise down
         * @param steps whether it moves the position
         */
        public record Cell(Span at, boolean steps) {}

        @Override
        public List<Span> mentions() {
            return cells.stream().map(Cell::at).toList();
        }

        @Override
        public boolean repeats() {
            return most.isEmpty();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ofOutput(this);
        }
    }

    /** A collection, map, text or set of bits that iterations only add to. Each block has one of its own. */
    record OfCollection(Var var, Path target, List<Span> mentions, List<Guard> guards, Collecting how)
            implements Merge {
        public OfCollection {
            mentions = List.copyOf(mentions);
            guards = List.copyOf(guards);
        }

        @Override
        public boolean repeats() {
            return how instanceof Collecting.Counts;
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.ofCollection(this);
        }
    }

    /** What is done to a collection, and so how those of the blocks are put together. */
    sealed interface Collecting {

        /** The class that the shared one is guarded to be of. */
        String className();

        /** {@code list.add(e)} at the end. */
        record Elements(String className) implements Collecting {}

        /** {@code set.add(e)}: of equal ones the first is kept. */
        record Distinct(String className) implements Collecting {}

        /** {@code text.append(e)}. */
        record Text() implements Collecting {
            @Override
            public String className() {
                return "java.lang.StringBuilder";
            }
        }

        /** {@code bits.set(e)}. */
        record Bits() implements Collecting {
            @Override
            public String className() {
                return "java.util.BitSet";
            }
        }

        /** {@code map.put(k, e)}: of equal keys the first is kept, with the last value. */
        record Puts(String className) implements Collecting {}

        /**
         * {@code map.merge(k, e, f)} with an associative function of the library.
         *
         * @param owner class of the function
         * @param method {@code sum}, {@code max} or {@code min}
         */
        record Merges(String className, String owner, String method) implements Collecting {}

        /**
         * {@code map.computeIfAbsent(k, x -> new ArrayList<>()).add(e)}, and other spellings of it, into a map that has no entries before.
         *
         * @param computes whether keys come by {@code computeIfAbsent}, otherwise by {@code put}
         * @param inner what is done to the collections
         */
        record Groups(String className, boolean computes, Collecting inner) implements Collecting {

            /** Whether the order of such a collection tells how it came to be, so that those of the blocks are others. */
            public boolean isReplaced() {
                return inner.className().equals("java.util.HashSet")
                        || inner.className().equals("java.util.HashMap");
            }
        }

        /** {@code map.put(k, map.getOrDefault(k, 0) + e)}, in {@code Integer}s or {@code Long}s. */
        record Counts(String className) implements Collecting {}
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

        R ofOutput(OfOutput m);

        R ofCollection(OfCollection m);
    }
}
