package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.OrderedBlock;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the reductions of a loop body, in the spellings that people use.
 *
 * <p>A variable is a reduction if <em>every</em> mention of it in the body belongs to updates of one family. So its partial
 * value decides nothing: neither a subscript nor a branch nor another variable. That is what allows blocks of iterations to
 * start from an identity, or from the value before the loop where the operation is idempotent.
 */
public final class ReductionMatcher {

    private final LoopNest nest;
    private final Map<Var, List<Update>> updates = new LinkedHashMap<>();

    private ReductionMatcher(LoopNest nest) {
        this.nest = nest;
    }

    /**
     * @param roles of the reduction variables; a payload has none of its own
     * @param covered all variables that the roles account for, payloads included
     * @param refusals for variables that would be reductions but for a reason of their own
     * @param nearMisses what to say of a variable that turns out to be carried and is also updated like a reduction
     */
    public record Result(
            List<Plan.Role> roles,
            Set<Var> covered,
            List<Refusal> refusals,
            Map<Var, Refusal> nearMisses,
            List<Proof.Trusted> trusted) {}

    public static Result match(LoopNest nest) {
        ReductionMatcher m = new ReductionMatcher(nest);
        Set<Var> candidates = new LinkedHashSet<>(AssignedVars.of(nest.body()));
        candidates.retainAll(OuterVars.of(nest));
        candidates.removeAll(ExitVars.of(nest));
        OrderedBlock.of(nest).ifPresent(o -> candidates.removeAll(o.carried()));
        m.collect(candidates);
        return m.decide(candidates);
    }

    private void collect(Set<Var> candidates) {
        UpdateReader reader = new UpdateReader(candidates);
        Evaluated evaluated = Evaluated.in(nest);
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                reader.read(s, evaluated.before(s))
                        .ifPresent(u -> updates.computeIfAbsent(u.var(), v -> new ArrayList<>())
                                .add(u));
            }
        }.scan(nest.body());
    }

    private Result decide(Set<Var> candidates) {
        List<Plan.Role> roles = new ArrayList<>();
        Set<Var> covered = new LinkedHashSet<>();
        List<Refusal> refusals = new ArrayList<>();
        Map<Var, Refusal> nearMisses = new LinkedHashMap<>();
        List<Proof.Trusted> trusted = new ArrayList<>();
        updates.forEach((v, all) -> {
            if (covered.contains(v)) {
                return;
            }
            int matched = all.stream().mapToInt(Update::mentions).sum();
            boolean headed = mentionedInHeader(v);
            boolean oneFamily = all.stream().map(Update::family).distinct().count() == 1;
            if (matched != Spelling.mentions(nest.body(), v) || !oneFamily || headed) {
                nearMiss(v, all, matched).ifPresent(r -> nearMisses.put(v, r));
                return;
            }
            Optional<Refusal> bad =
                    all.stream().flatMap(u -> objection(u).stream()).findFirst();
            if (bad.isPresent()) {
                refusals.add(bad.get());
                covered.add(v);
                return;
            }
            role(v, all).ifPresent(role -> {
                roles.add(role);
                covered.add(v);
                if (role instanceof Plan.Role.CompareExtreme extreme) {
                    covered.addAll(extreme.payload());
                }
                if (role instanceof Plan.Role.UserReduction user) {
                    trusted.add(new Proof.Trusted(
                            "@Associative",
                            user.method().display(),
                            user.method().trust().associative().orElse("")));
                }
            });
        });
        candidates.stream()
                .filter(v -> !covered.contains(v) && !mentionedInHeader(v))
                .forEach(v -> HornerMatcher.of(nest, v).ifPresent(role -> {
                    roles.add(role);
                    covered.add(v);
                    nearMisses.remove(v);
                }));
        boolean mayEnd = !LoopExits.of(nest).isEmpty() || OrderedBlock.of(nest).isPresent();
        updates.forEach((v, all) -> Alternatives.of(v, all).ifPresent(a -> a.settle(roles, covered, mayEnd)));
        return new Result(roles, covered, refusals, nearMisses, trusted);
    }

    private boolean mentionedInHeader(Var v) {
        if (nest.header() instanceof LoopNest.Header.Counted h) {
            return Spelling.mentions(h.bound(), v) + Spelling.mentions(h.step(), v) > 0;
        }
        return false;
    }

    /** A variable that is updated like a reduction and used otherwise as well. */
    private Optional<Refusal> nearMiss(Var v, List<Update> all, int matched) {
        boolean flagsOnly = all.stream().allMatch(u -> u.family() instanceof Update.Flag);
        if (flagsOnly || !AssignedVars.of(nest.body()).contains(v)) {
            return Optional.empty();
        }
        return otherUse(v, all)
                .map(at -> new Refusal.Scalar(
                        Refusal.Scalar.Kind.PARTIAL_VALUE_USED,
                        at,
                        v.name(),
                        Optional.of(all.get(0).at()),
                        Integer.toString(matched)));
    }

    private Optional<Span> otherUse(Var v, List<Update> all) {
        List<Span> uses = new ArrayList<>();
        boolean[] writtenFirst = {false};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Assign a
                        && a.target() instanceof Expr.Local l
                        && l.var().equals(v)
                        && Spelling.mentions(a.value(), v) == 0
                        && all.stream().noneMatch(u -> u.at().equals(a.span()))) {
                    writtenFirst[0] = true;
                }
                if (e instanceof Expr.Local local && local.var().equals(v)) {
                    boolean inUpdate = all.stream().anyMatch(u -> u.covers().contains(local));
                    if (!inUpdate) {
                        uses.add(local.span());
                    }
                }
            }
        }.scan(nest.body());
        // A variable that is set afresh is private or carried, as the walk will say, not a reduction gone wrong.
        return writtenFirst[0] || uses.isEmpty() ? Optional.empty() : Optional.of(uses.get(0));
    }

    private Optional<Refusal> objection(Update u) {
        if (u.family() instanceof Update.Ordered) {
            return Optional.of(scalar(Refusal.Scalar.Kind.ORDERED, u, ""));
        }
        if (u.var().type().isReference()
                && !(u.family() instanceof Update.User)
                && !(u.family() instanceof Update.Compare)) {
            return Optional.of(
                    scalar(Refusal.Scalar.Kind.BOXED, u, u.var().type().toString()));
        }
        if (u.conversion().isPresent()) {
            return Optional.of(scalar(
                    Refusal.Scalar.Kind.CONVERSION, u, u.conversion().get().toString()));
        }
        boolean sums = u.family() instanceof Update.Operation;
        if (sums && u.var().type().isFloating() && nest.options().strictFloating()) {
            return Optional.of(scalar(Refusal.Scalar.Kind.STRICT_FLOATING, u, ""));
        }
        if (u.family() instanceof Update.ShortCircuit) {
            return Optional.of(scalar(Refusal.Scalar.Kind.SHORT_CIRCUIT, u, ""));
        }
        return Optional.empty();
    }

    private static Refusal scalar(Refusal.Scalar.Kind kind, Update u, String detail) {
        return new Refusal.Scalar(kind, u.at(), u.var().name(), Optional.empty(), detail);
    }

    private Optional<Plan.Role> role(Var v, List<Update> all) {
        Update first = all.get(0);
        if (first.family() instanceof Update.Operation op) {
            return Optional.of(new Plan.Role.Reduction(v, op.operator()));
        }
        if (first.family() instanceof Update.Flag flag) {
            return Optional.of(new Plan.Role.Reduction(v, flag.value() ? Operator.OR : Operator.AND));
        }
        if (first.family() instanceof Update.Library library) {
            return Optional.of(new Plan.Role.MathExtreme(v, library.max()));
        }
        if (first.family() instanceof Update.User user) {
            return Optional.of(new Plan.Role.UserReduction(
                    v, user.method(), user.method().trust().identity().orElse("")));
        }
        if (first.family() instanceof Update.Indexed indexed) {
            return indexed(v, all, indexed);
        }
        return first.family() instanceof Update.Compare compare ? extreme(v, all, compare) : Optional.empty();
    }

    /** Only of an array that is one and the same, and no chunk's own. */
    private Optional<Plan.Role> indexed(Var v, List<Update> all, Update.Indexed indexed) {
        boolean acceptsEqual =
                indexed.relation() == Operator.GREATER_EQUAL || indexed.relation() == Operator.LESS_EQUAL;
        boolean fixed = OuterVars.of(nest).contains(indexed.array())
                && !AssignedVars.of(nest.body()).contains(indexed.array())
                && !nest.header().variable().equals(indexed.array())
                && indexed.array().trust().scratch().isEmpty();
        return fixed && all.size() == 1
                ? Optional.of(new Plan.Role.IndexedExtreme(
                        v,
                        indexed.array(),
                        indexed.relation(),
                        acceptsEqual ? Optional.of(indexed.then()) : Optional.empty()))
                : Optional.empty();
    }

    private Optional<Plan.Role> extreme(Var v, List<Update> all, Update.Compare compare) {
        List<Var> payload = compare.payload();
        for (Var p : payload) {
            int inUpdate = compare.payloadMentions();
            boolean alone = Spelling.mentions(nest.body(), p) == inUpdate && all.size() == 1 && !mentionedInHeader(p);
            if (!alone) {
                return Optional.empty();
            }
        }
        boolean acceptsEqual =
                compare.relation() == Operator.GREATER_EQUAL || compare.relation() == Operator.LESS_EQUAL;
        // Of equal numbers a later one replaces an earlier one only if something else is set with it, or if they can be
        // told apart: 0.0 and -0.0. Then a block has to say whether it found any.
        boolean needsFlag = acceptsEqual && (!payload.isEmpty() || v.type().isFloating());
        if (needsFlag && (compare.then().isEmpty() || all.size() > 1)) {
            return Optional.empty();
        }
        return Optional.of(new Plan.Role.CompareExtreme(
                v, compare.relation(), payload, needsFlag ? compare.then() : Optional.empty()));
    }

    /** Whether a type is one whose value a comparison and a reduction share exactly. */
    static boolean isNumber(Type type) {
        return type.isIntegral() || type.isFloating();
    }
}
