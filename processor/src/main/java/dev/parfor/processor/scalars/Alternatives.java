package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Plan.Role.CompareExtreme;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two extremes of which the second one is asked about only where the first one does not change: {@code if (e < low) low = e; else if (e >
 * high) high = e;}. As long as {@code high} is not below {@code low}, no value is beyond both, so that the {@code else} says nothing; and
 * that remains so, because the one only falls and the other one only rises. So both are reductions of their own from there on. Up to
 * there, where they begin with the greatest and the least number, the first values count for one of them alone.
 *
 * @param second what is asked about {@code else}; the first one itself where that is not always the same
 */
record Alternatives(Var first, Var second) {

    /** Empty where the updates of a variable have no {@code else}. */
    static Optional<Alternatives> of(Var v, List<Update> updates) {
        for (Update u : updates) {
            if (u.family() instanceof Update.Compare c && c.otherwise().isPresent()) {
                boolean same = updates.stream()
                        .allMatch(o -> o.family() instanceof Update.Compare other
                                && (other.otherwise().isEmpty()
                                        || other.otherwise().equals(c.otherwise())));
                return Optional.of(new Alternatives(v, same ? c.otherwise().get() : v));
            }
        }
        return Optional.empty();
    }

    /**
     * Says in the role of the first one which the second one is. Where that is no extreme as well, or no variable of the method's, the
     * first one is no reduction: whether it changes decides about the second one.
     *
     * @param mayEnd whether an iteration may end the loop, or run a part of itself in order
     */
    void settle(List<Plan.Role> roles, Set<Var> covered, boolean mayEnd) {
        Optional<CompareExtreme> extreme = extreme(first, roles);
        if (extreme.isEmpty()) {
            return;
        }
        CompareExtreme was = extreme.get();
        int at = roles.indexOf(was);
        boolean fits = !mayEnd
                && !first.equals(second)
                && extreme(second, roles).isPresent()
                // What was made up for a cell or a field is merged in another way.
                && first.id() >= 0
                && second.id() >= 0;
        if (fits) {
            roles.set(at, new CompareExtreme(first, was.relation(), was.payload(), was.found(), Optional.of(second)));
        } else {
            roles.remove(at);
            covered.remove(first);
            was.payload().forEach(covered::remove);
        }
    }

    private static Optional<CompareExtreme> extreme(Var v, List<Plan.Role> roles) {
        return roles.stream()
                .filter(r -> r instanceof CompareExtreme && r.var().equals(v))
                .map(r -> (CompareExtreme) r)
                .findFirst();
    }
}
