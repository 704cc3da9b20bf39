package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;

/**
 * One update of a variable in a spelling that reductions have.
 *
 * @param at where it stands
 * @param covers the mentions of the variable that belong to it
 * @param conversion a type that each step converts to and back, so that steps can't be regrouped
 */
record Update(Var var, Span at, Family family, List<Expr.Local> covers, Optional<Type> conversion) {

    Update {
        covers = List.copyOf(covers);
    }

    int mentions() {
        return covers.size();
    }

    /** What is done; two updates belong together if their families are equal. */
    sealed interface Family {}

    /** {@code v = v operator e}; the operator is one of {@code + * & | ^}. */
    record Operation(Operator operator) implements Family {
        @Override
        public boolean equals(Object o) {
            return o instanceof Operation other && other.operator == operator;
        }

        @Override
        public int hashCode() {
            return operator.hashCode();
        }
    }

    /** {@code v = true} or {@code v = false}, wherever it stands. */
    record Flag(boolean value) implements Family {}

    /** {@code v = Math.max(v, e)}. */
    record Library(boolean max) implements Family {}

    /** {@code v = f(v, e)} with an associative method. */
    record User(MethodRef method) implements Family {}

    /**
     * {@code if (e relation v) v = e;} and its other spellings.
     *
     * @param payload set in the same block
     * @param payloadMentions how often each of them is mentioned there
     * @param then the statement that runs where the comparison holds; absent for the conditional expression
     * @param otherwise the other extreme, which is compared with the same value where this comparison fails; no part of the family
     */
    record Compare(
            Operator relation, List<Var> payload, int payloadMentions, Optional<Span> then, Optional<Var> otherwise)
            implements Family {
        public Compare {
            payload = List.copyOf(payload);
        }

        /** One without an {@code else}. */
        Compare(Operator relation, List<Var> payload, int payloadMentions, Optional<Span> then) {
            this(relation, payload, payloadMentions, then, Optional.empty());
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Compare c
                            && c.relation == relation
                            && c.payload.equals(payload)
                            && c.payloadMentions == payloadMentions
                            && c.then.equals(then);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * relation.hashCode() + payload.hashCode()) + payloadMentions) + then.hashCode();
        }
    }

    /**
     * {@code if (array[e] relation array[v]) v = e;}.
     *
     * @param then the statement that runs where the comparison holds
     */
    record Indexed(Var array, Operator relation, Span then) implements Family {}

    /** {@code s += "text"}. */
    record Ordered() implements Family {}

    /** {@code ok = ok && e} where {@code e} may throw or have effects. */
    record ShortCircuit() implements Family {}
}
