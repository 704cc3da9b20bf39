package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.scalars.ExitVars;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.scalars.ShortCircuit;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.CarriedUse;
import dev.parfor.processor.walk.HandedOn;
import dev.parfor.processor.walk.OrderedBlock;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gives every outer local that the loop assigns its role, or says why it has none. */
final class ScalarJudge {

    private ScalarJudge() {}

    record Roles(List<Plan.Role> roles, List<Refusal> refusals) {}

    /** @param handing what is handed on, where the walk has made it anew */
    static Roles judge(
            LoopNest nest, ReductionMatcher.Result reductions, BodyWalker.Result walk, Optional<HandedOn> handing) {
        List<Plan.Role> roles = new ArrayList<>(reductions.roles());
        List<Refusal> refusals = new ArrayList<>();
        if (Soundness.REDUCTION_CONVERSIONS.holds()) {
            refusals.addAll(reductions.refusals());
        }
        Map<Var, CarriedUse> carried = new LinkedHashMap<>();
        walk.carriedUses().forEach(u -> carried.merge(u.var(), u, (a, b) -> a.certain() || !b.certain() ? a : b));
        Set<Var> assigned = new LinkedHashSet<>(AssignedVars.of(nest.body()));
        assigned.retainAll(OuterVars.of(nest));
        // What the header reads has a place outside the iterations, whether it is read after them or not.
        Set<Var> outside = new LinkedHashSet<>(nest.surroundings().liveAfter());
        outside.addAll(OuterVars.inHeader(nest));
        Set<Var> exitVars = ExitVars.of(nest);
        Set<Var> inOrder = OrderedBlock.of(nest).map(OrderedBlock::carried).orElse(Set.of());
        for (Var v : assigned) {
            if (inOrder.contains(v)) {
                roles.add(new Plan.Role.Ordered(v));
                continue;
            }
            if (reductions.covered().contains(v)) {
                continue;
            }
            if (handing.isPresent() && handing.get().vars().contains(v)) {
                boolean readAfter = outside.contains(v);
                if (walk.unassignedAtEnd().contains(v)
                        || readAfter && walk.exits().any()) {
                    refusals.add(new Refusal.Scalar(
                            Refusal.Scalar.Kind.CARRIED,
                            assignment(nest, v).orElse(nest.span()),
                            v.name(),
                            Optional.empty(),
                            ""));
                } else {
                    roles.add(new Plan.Role.HandedOn(
                            v, handing.get().places(), handing.get().reach(), readAfter));
                }
                continue;
            }
            if (exitVars.contains(v)) {
                roles.add(new Plan.Role.ExitValue(v, ShortCircuit.endsAt(nest)));
                continue;
            }
            if (walk.inductions().containsKey(v)) {
                roles.add(new Plan.Role.Induction(v, terms(walk.inductions().get(v))));
            } else if (carried.containsKey(v) && Soundness.CARRIED_SCALARS.holds()) {
                refusals.add(Optional.ofNullable(reductions.nearMisses().get(v))
                        .orElseGet(() -> carried(nest, v, carried.get(v), walk)));
            } else if (!outside.contains(v)) {
                roles.add(new Plan.Role.Private(v));
            } else if (walk.unassignedAtEnd().contains(v)
                    && Soundness.LAST_VALUES.holds()
                    && !walk.exits().any()
                    && conditionalLast(nest, v).isPresent()) {
                roles.add(conditionalLast(nest, v).get());
            } else if (walk.unassignedAtEnd().contains(v) && Soundness.LAST_VALUES.holds()
                    || walk.exits().unassigned().contains(v) && Soundness.EXIT_VALUES.holds()) {
                refusals.add(new Refusal.Scalar(
                        Refusal.Scalar.Kind.CONDITIONAL_LAST_VALUE,
                        assignment(nest, v).orElse(nest.span()),
                        v.name(),
                        Optional.empty(),
                        ""));
            } else {
                roles.add(new Plan.Role.LastValue(v));
            }
        }
        return new Roles(roles, refusals);
    }

    /** Only where all that writes the variable is a statement of its own, beside which a flag can be set. */
    private static Optional<Plan.Role> conditionalLast(LoopNest nest, Var v) {
        List<Span> places = new ArrayList<>();
        Set<Span> inHeaders = new LinkedHashSet<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Loop loop) {
                    loop.initializers().forEach(i -> inHeaders.add(i.span()));
                } else if (s instanceof Stmt.Eval eval
                        && eval.expression() instanceof Expr.Assign a
                        && a.target() instanceof Expr.Local local
                        && local.var().equals(v)
                        && !inHeaders.contains(s.span())) {
                    places.add(s.span());
                }
            }
        }.scan(nest.body());
        boolean all = places.size() == AssignedVars.places(nest.body(), v).size();
        boolean hasValue = !nest.surroundings().unassignedBefore().contains(v);
        return all && hasValue ? Optional.of(new Plan.Role.ConditionalLast(v, places)) : Optional.empty();
    }

    private static Refusal carried(LoopNest nest, Var v, CarriedUse use, BodyWalker.Result walk) {
        // Read by every iteration, and surely written by the one before: a proof, not only a suspicion.
        boolean refuted = use.certain() && !walk.unassignedAtEnd().contains(v);
        return new Refusal.Scalar(
                Refusal.Scalar.Kind.CARRIED, use.at(), v.name(), assignment(nest, v), refuted ? "refuted" : "");
    }

    private static Optional<Span> assignment(LoopNest nest, Var v) {
        return AssignedVars.places(nest.body(), v).stream().findFirst();
    }

    private static List<Plan.Role.Term> terms(Poly gain) {
        List<Plan.Role.Term> terms = new ArrayList<>();
        for (Poly.Term term : gain.terms()) {
            List<Path> factors = term.monomial().atoms().stream()
                    .map(a -> ((Atom.Symbol) a).path())
                    .toList();
            terms.add(new Plan.Role.Term(term.coefficient(), factors));
        }
        return terms;
    }
}
