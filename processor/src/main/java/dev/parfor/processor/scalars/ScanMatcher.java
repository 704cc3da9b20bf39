package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Replacement;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.walk.AssignedVars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds running sums and the like: variables that would be reductions if the body did not also store what they are at the
 * moment, {@code s += a[i]; out[i] = s;}.
 *
 * <p>Without the statements that only store into memory, the body is a loop of its own whose reductions tell what each block of
 * iterations adds; so a first pass over it gives each block the value that it starts from. See G. E. Blelloch, <i>Prefix sums and
 * their applications</i>, CMU-CS-90-190, section 1.2.
 */
public final class ScanMatcher {

    private ScanMatcher() {}

    /**
     * @param slice the loop without its stores
     * @param scans the running variables
     * @param stores the places of all that is evaluated in the stores
     * @param reductions of the whole loop, with the running variables among them
     */
    public record Result(
            LoopNest slice, List<Plan.Role.Scan> scans, Set<Span> stores, ReductionMatcher.Result reductions) {}

    public static Optional<Result> match(LoopNest nest) {
        ReductionMatcher.Result whole = ReductionMatcher.match(nest);
        Set<Var> running = whole.nearMisses().keySet();
        List<Stmt.Eval> stores = stores(nest.body());
        boolean pure = stores.stream().noneMatch(ScanMatcher::assignsLocal) && !catches(nest.body());
        if (running.isEmpty() || stores.isEmpty() || !pure) {
            return Optional.empty();
        }
        // What else is used in between has to be known from the iteration's number, as the walk will say.
        LoopNest slice = without(nest, stores, running);
        ReductionMatcher.Result sliced = ReductionMatcher.match(slice);
        List<Span> places = stores.stream().map(Stmt.Eval::span).toList();
        List<Plan.Role.Scan> scans = new ArrayList<>();
        for (Plan.Role role : sliced.roles()) {
            boolean known = role instanceof Plan.Role.Reduction || role instanceof Plan.Role.MathExtreme;
            if (running.contains(role.var()) && known && role.var().type().isPrimitive()) {
                scans.add(new Plan.Role.Scan(role.var(), role, places));
            }
        }
        if (scans.isEmpty() || !sliced.refusals().isEmpty()) {
            return Optional.empty();
        }
        Set<Span> inStores = new HashSet<>();
        stores.forEach(s -> new IrScanner() {
            @Override
            protected void enter(Expr e) {
                inStores.add(e.span());
            }
        }.scan(s));
        return Optional.of(new Result(slice, scans, inStores, with(whole, scans)));
    }

    private static ReductionMatcher.Result with(ReductionMatcher.Result whole, List<Plan.Role.Scan> scans) {
        List<Plan.Role> roles = new ArrayList<>(whole.roles());
        Set<Var> covered = new LinkedHashSet<>(whole.covered());
        Map<Var, dev.parfor.processor.ir.Refusal> nearMisses = new LinkedHashMap<>(whole.nearMisses());
        for (Plan.Role.Scan scan : scans) {
            roles.add(scan);
            covered.add(scan.var());
            nearMisses.remove(scan.var());
        }
        return new ReductionMatcher.Result(roles, covered, whole.refusals(), nearMisses, whole.trusted());
    }

    /** Statements that do nothing but store into a cell. */
    private static List<Stmt.Eval> stores(Stmt body) {
        Set<Stmt> inHeaders = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Stmt.Eval> stores = new ArrayList<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Loop loop) {
                    inHeaders.addAll(loop.initializers());
                } else if (s instanceof Stmt.Eval eval && !inHeaders.contains(s) && isInMemory(eval.expression())) {
                    stores.add(eval);
                }
            }
        }.scan(body);
        return stores;
    }

    private static boolean isInMemory(Expr e) {
        Expr target = e instanceof Expr.Assign a
                ? a.target()
                : e instanceof Expr.Compound c ? c.target() : e instanceof Expr.Step s ? s.target() : null;
        return target instanceof Expr.ArrayGet;
    }

    /** Whether what a store throws may be caught in the body: then the rest runs on in another way. */
    private static boolean catches(Stmt body) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                found[0] |= s instanceof Stmt.Try;
            }
        }.scan(body);
        return found[0];
    }

    private static boolean assignsLocal(Stmt.Eval store) {
        return !AssignedVars.of(store).isEmpty();
    }

    private static LoopNest without(LoopNest nest, List<Stmt.Eval> stores, Set<Var> live) {
        Map<Expr, Expr> gone = new IdentityHashMap<>();
        stores.forEach(s -> gone.put(
                s.expression(), new Expr.Literal(s.span(), Type.Primitive.INT, Optional.of(Integer.valueOf(0)))));
        Stmt body = new Replacement() {
            @Override
            protected Optional<Expr> instead(Expr e) {
                return Optional.ofNullable(gone.get(e));
            }
        }.in(nest.body());
        return nest.with(body, nest.surroundings().reading(live).unhandled());
    }
}
