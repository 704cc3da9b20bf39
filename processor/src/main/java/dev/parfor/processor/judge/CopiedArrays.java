package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An array of which each chunk has a copy must be none of the arrays that the body uses under another name: there the copy would miss
 * what is written by the one name and read by the other.
 */
final class CopiedArrays {

    private final Set<Guard> guards = new LinkedHashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();

    private final Set<Var> own;

    private CopiedArrays(Set<Var> own) {
        this.own = own;
    }

    /**
     * @param guards that the arrays are no others
     * @param refusals where no guard can tell
     */
    record Result(Set<Guard> guards, List<Refusal> refusals) {}

    /**
     * @param kept those of them of which two may be one array, for all that is known
     * @param own locals whose arrays have no other name
     */
    static Result apart(List<Var> copied, List<Var> kept, Set<Var> own, List<Access> accesses) {
        CopiedArrays all = new CopiedArrays(own);
        if (Soundness.COPIED_ARRAYS.holds()) {
            copied.forEach(v -> accesses.forEach(a -> all.apart(v, a)));
            for (Var v : kept) {
                copied.stream().filter(other -> !other.equals(v)).forEach(other -> all.apart(v, other));
            }
        }
        return new Result(all.guards, all.refusals);
    }

    private void apart(Var one, Var other) {
        if (Type.mayShareInstance(one.type(), other.type()) && !own.contains(one) && !own.contains(other)) {
            guards.add(Guard.NotSame.of(new Path.OfVar(one), new Path.OfVar(other)));
        }
    }

    private void apart(Var copied, Access access) {
        if (!(access.cell() instanceof Cell.ArrayCell cell)
                || !Type.mayShareInstance(copied.type(), cell.array().type())) {
            return;
        }
        Optional<Scenario> apart = Scenario.of(new Obj.Invariant(new Path.OfVar(copied)), cell.array(), own).stream()
                .filter(Scenario::apart)
                .findFirst();
        if (apart.isPresent()) {
            guards.addAll(apart.get().guards());
            return;
        }
        Refusal.AccessSite site = new Refusal.AccessSite(access.isWrite(), access.span(), access.calledFrom());
        String other = Words.container(access);
        refusals.add(new Refusal.Conflict(
                Refusal.Conflict.Kind.MAY_ALIAS,
                access.span(),
                site,
                site,
                copied.name(),
                Optional.empty(),
                "",
                List.of(copied.name(), other.isEmpty() ? "another array" : other)));
    }
}
