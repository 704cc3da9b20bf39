package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the loop is made parallel.
 *
 * @param roles one for each local declared outside the loop that the loop writes; the index is not among them
 * @param guards checked in this order
 * @param minimumBlock least number of iterations in a block of a reduction: many for a cheap body, 1 for a costly one
 * @param scratch arrays that the user calls scratch, or of which each iteration writes what it reads: each chunk works on
 *     one of its own of the same length
 * @param kept those among them that are to hold what the last iteration leaves in them
 * @param merges what blocks work on privately, in the order in which they are merged
 * @param inOrder the statement with which the body ends and that runs in iteration order
 * @param wave present where iterations build on earlier ones, and run in tiles: there are no copies and merges then, and no roles but sums and
 *     extremes that the columns gather
 */
public record Plan(
        List<Role> roles,
        List<Guard> guards,
        int minimumBlock,
        List<Var> scratch,
        List<Kept> kept,
        List<Merge> merges,
        Optional<InOrder> inOrder,
        Optional<Wave> wave) {
    public Plan {
        roles = List.copyOf(roles);
        guards = List.copyOf(guards);
        scratch = List.copyOf(scratch);
        kept = List.copyOf(kept);
        merges = List.copyOf(merges);
    }

    public Plan(List<Role> roles, List<Guard> guards, int minimumBlock, List<Var> scratch, List<Merge> merges) {
        this(roles, guards, minimumBlock, scratch, List.of(), merges, Optional.empty(), Optional.empty());
    }

    public Plan(List<Role> roles, List<Guard> guards, int minimumBlock) {
        this(roles, guards, minimumBlock, List.of(), List.of());
    }

    public boolean keeps(Var array) {
        return kept.stream().anyMatch(k -> k.array().equals(array));
    }

    /**
     * The ordered block.
     *
     * @param at its place, label included
     * @param handed the variables of its own iteration that it mentions, arrays of its own chunk among them
     * @param constants constant variables of its own iteration that it mentions, with their values
     */
    public record InOrder(dev.parfor.processor.ir.Span at, List<Var> handed, Map<Var, Object> constants) {
        public InOrder {
            handed = List.copyOf(handed);
            constants = Map.copyOf(constants);
        }
    }

    /** What a variable from outside the loop is to the loop. */
    public sealed interface Role {
        Var var();

        <R> R accept(Visitor<R> visitor);

        /** Written before it is read in each iteration, and dead after the loop: each chunk has its own. */
        record Private(Var var) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.privateVar(this);
            }
        }

        /** Like {@link Private}, but read after the loop: the last iteration's value is handed out. Written in every iteration. */
        record LastValue(Var var) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.lastValue(this);
            }
        }

        /**
         * Like {@link LastValue}, but not written in every iteration: the value of the last iteration that writes it is handed out,
         * or the one from before the loop if none does.
         *
         * @param places the statements that write it, in whose place a flag is set as well
         */
        record ConditionalLast(Var var, List<dev.parfor.processor.ir.Span> places) implements Role {
            public ConditionalLast {
                places = List.copyOf(places);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.conditionalLast(this);
            }
        }

        /**
         * Assigned only on the way to an exit of the loop: until then it has its value from before the loop, and after the loop
         * the one that the iteration which ended the loop has given it.
         *
         * @param endsAt for {@code ok = ok && e}, which does not say so: the value with which the loop may as well end
         */
        record ExitValue(Var var, Optional<Boolean> endsAt) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.exitValue(this);
            }
        }

        /** Mentioned in the ordered block alone: goes from iteration to iteration as in the sequential loop. */
        record Ordered(Var var) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.ordered(this);
            }
        }

        /** Grows by {@code step}, constant or invariant, in each iteration, in wrapping arithmetic. */
        record Induction(Var var, List<Term> step) implements Role {
            public Induction {
                step = List.copyOf(step);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.induction(this);
            }
        }

        /** {@code coefficient * product of factors}: a term of an induction step. */
        record Term(long coefficient, List<Path> factors) {
            public Term {
                factors = List.copyOf(factors);
            }
        }

        /** {@code var = var operator e} with an identity: {@code + * & | ^}. Combined by the same operator. */
        record Reduction(Var var, Operator operator) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.reduction(this);
            }
        }

        /**
         * Where in arrays the next element goes, as {@link Merge.OfOutput} says: it is not used otherwise. Each block counts from 0.
         */
        record Position(Var var) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.position(this);
            }
        }

        /**
         * A reduction whose value is also stored as it runs: {@code s += a[i]; out[i] = s;}. A first pass, without the stores, gives what
         * each block adds, so that it is known where the next one starts.
         *
         * @param step what it is without the stores: a {@link Reduction} or {@link MathExtreme}
         * @param stores the statements that the first pass leaves out
         */
        record Scan(Var var, Role step, List<dev.parfor.processor.ir.Span> stores) implements Role {
            public Scan {
                stores = List.copyOf(stores);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.scan(this);
            }
        }

        /**
         * Left by an iteration to the next one, {@code previous = b[i];}, and made anew where a chunk begins: by the statements that
         * make it, as the last few iterations before the chunk run them.
         *
         * @param statements those of the body that are run ahead, the same for all such variables of a loop
         * @param reach how many iterations are
         * @param readAfter whether the value is read after the loop
         */
        record HandedOn(Var var, List<dev.parfor.processor.ir.Span> statements, int reach, boolean readAfter)
                implements Role {
            public HandedOn {
                statements = List.copyOf(statements);
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.handedOn(this);
            }
        }

        /** {@code var = f(var, e)} with a user's associative method. */
        record UserReduction(Var var, dev.parfor.processor.ir.MethodRef method, String identity) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.userReduction(this);
            }
        }

        /**
         * {@code var = factor * var + e}, once in each iteration, in wrapping arithmetic: what a block makes of 0 is added to a multiple of
         * what the blocks before have made.
         */
        record Horner(Var var, long factor) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.horner(this);
            }
        }

        /** {@code Math.min}/{@code Math.max} semantics: NaN and signed zeros as that method has them. */
        record MathExtreme(Var var, boolean max) implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.mathExtreme(this);
            }
        }

        /**
         * {@code if (candidate relation var) { var = candidate; payload... }}: the extreme by comparison, with the variables
         * that are set with it. Blocks are combined by the same comparison, {@code later relation earlier}, in block order.
         *
         * @param relation as if the candidate stood on the left: {@code >} and {@code >=} for a maximum
         * @param payload set together with {@code var}; each has no other role
         * @param found for a relation that accepts equals and a payload: the span in whose block a flag is set; absent otherwise
         * @param other for {@code if (e < var) var = e; else if (e > other) other = e;} and its mirror image: the other extreme. Blocks
         *     may start once it is not beyond this one; those before run one after the other.
         */
        record CompareExtreme(
                Var var,
                Operator relation,
                List<Var> payload,
                Optional<dev.parfor.processor.ir.Span> found,
                Optional<Var> other)
                implements Role {
            public CompareExtreme {
                payload = List.copyOf(payload);
            }

            public CompareExtreme(
                    Var var, Operator relation, List<Var> payload, Optional<dev.parfor.processor.ir.Span> found) {
                this(var, relation, payload, found, Optional.empty());
            }

            @Override
            public <R> R accept(Visitor<R> v) {
                return v.compareExtreme(this);
            }
        }

        /**
         * {@code if (array[e] relation array[var]) var = e;}: the index of an extreme, which stands in the array itself. Blocks are
         * combined by the same comparison, in block order. Nobody writes the array.
         *
         * @param relation as if the candidate stood on the left
         * @param found for a relation that accepts equals: the span in whose block a flag is set; absent otherwise
         */
        record IndexedExtreme(Var var, Var array, Operator relation, Optional<dev.parfor.processor.ir.Span> found)
                implements Role {
            @Override
            public <R> R accept(Visitor<R> v) {
                return v.indexedExtreme(this);
            }
        }

        /** One method per kind of role. */
        interface Visitor<R> {
            R privateVar(Private r);

            R lastValue(LastValue r);

            R conditionalLast(ConditionalLast r);

            R exitValue(ExitValue r);

            R ordered(Ordered r);

            R induction(Induction r);

            R reduction(Reduction r);

            R position(Position r);

            R scan(Scan r);

            R handedOn(HandedOn r);

            R userReduction(UserReduction r);

            R horner(Horner r);

            R mathExtreme(MathExtreme r);

            R compareExtreme(CompareExtreme r);

            R indexedExtreme(IndexedExtreme r);
        }
    }
}
