package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape.Kind;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.walk.OrderedBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides about a loop that ends in an ordered block.
 *
 * <p>Let P(i) be what stands before the block in iteration i, and O(i) the block. What runs is some interleaving in which P(i) comes
 * before O(i) and O(i) before O(i + 1). The sequential order is reached from it by exchanging neighbours of different iterations of
 * which one is a P; so it is enough that no P writes what another iteration accesses, or accesses what another one writes. Two blocks
 * keep their order whatever they do.
 *
 * <p>Objects that are made in P(i) are the iteration's own until O(i) hands them on, and nothing of iteration i comes after O(i):
 * that is why the block must be the last statement. Where an iteration throws, the blocks below it have run and none above it ever
 * will, so that what blocks write is as the sequential loop leaves it.
 */
final class OrderedJudge {

    private OrderedJudge() {}

    /** What in the form of the loop keeps it from having one. */
    static List<Refusal> judge(OrderedBlock ordered, List<Plan.Role> roles) {
        LoopNest nest = ordered.nest();
        List<Refusal> refusals = new ArrayList<>();
        if (Soundness.ORDERED_LAST.holds()) {
            ordered.misplaced().forEach(at -> refusals.add(shape(Kind.ORDERED_PLACE, at, "ordered:")));
        }
        LoopExits.of(nest).stream()
                .findFirst()
                .map(Stmt::span)
                .ifPresent(at -> refusals.add(shape(Kind.ORDERED_EXIT, at, at.text())));
        if (Soundness.ORDERED_VARIABLES.holds()) {
            ordered.outside()
                    .forEach(m -> refusals.add(new Refusal.Shape(
                            Kind.ORDERED_VALUE,
                            m.at(),
                            m.var().name(),
                            Optional.of(ordered.block().span()))));
        }
        for (Plan.Role role : roles) {
            boolean fits = role instanceof Plan.Role.Private
                    || role instanceof Plan.Role.LastValue
                    || role instanceof Plan.Role.Induction
                    || role instanceof Plan.Role.Ordered;
            if (!fits) {
                refusals.add(shape(Kind.ORDERED_VALUE, nest.span(), role.var().name()));
            }
        }
        if (!nest.options().schedule().equals("AUTO")
                && !nest.options().schedule().equals("DYNAMIC")) {
            refusals.add(shape(
                    Kind.ORDERED_SCHEDULE,
                    ordered.block().span(),
                    nest.options().schedule()));
        }
        ordered.handed(List.of()).stream()
                .filter(v -> v.declared().isEmpty() && !v.type().isPrimitive())
                .findFirst()
                .map(Var::name)
                .or(() -> ordered.localClass().map(Stmt.LocalClass::name))
                .or(() -> ordered.constants().entrySet().stream()
                        .filter(c -> c.getValue().size() > 1)
                        .map(c -> c.getKey().name())
                        .findFirst())
                .ifPresent(name ->
                        refusals.add(shape(Kind.NOT_MOVABLE, ordered.block().span(), name)));
        return refusals;
    }

    private static Refusal shape(Kind kind, Span at, String subject) {
        return new Refusal.Shape(kind, at, subject, Optional.empty());
    }

    static Plan.InOrder plan(OrderedBlock ordered, List<Var> copied) {
        Map<Var, Object> constants = new LinkedHashMap<>();
        ordered.constants()
                .forEach((v, values) -> constants.put(v, values.iterator().next()));
        return new Plan.InOrder(ordered.block().span(), ordered.handed(copied), constants);
    }

    /** Two accesses of the block keep their order. */
    static Optional<Proof.Pair> inOrder(Access a, Access b) {
        boolean both = a.section().isInOrder() && b.section().isInOrder();
        boolean one = a.section().isInOrder() || b.section().isInOrder();
        return both || one && !Soundness.ORDERED_ALONE.holds()
                ? Optional.of(new Proof.Pair(Words.shown(a), Words.shown(b), Proof.Pair.IN_ORDER, List.of(), true))
                : Optional.empty();
    }
}
