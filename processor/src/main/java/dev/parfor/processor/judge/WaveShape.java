package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.processor.judgement.Wave;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A loop over rows, by ones, whose body is a loop over columns, by ones, behind declarations of variables that keep their values
 * and conditions that do: what can be cut into tiles. No variable is carried from column to column, or from row to row, but for sums and
 * extremes, of which each row gets its own.
 *
 * @param loop over the columns
 * @param wave without a lean
 * @param rowStep 1 or -1
 */
record WaveShape(Stmt.Loop loop, Wave wave, int rowStep) {

    /** Calls that may be made again: they have no effect, and always give the same. */
    private static final Set<String> STRING_CALLS = Set.of("charAt", "length", "isEmpty", "codePointAt");

    static Optional<WaveShape> of(LoopNest nest) {
        if (!(nest.header() instanceof LoopNest.Header.Counted rows)
                || rows.index().type() != Type.Primitive.INT) {
            return Optional.empty();
        }
        int rowStep = one(rows.step());
        return columns(nest.body())
                .filter(loop -> rowStep != 0
                        && onlyGathers(nest, loop)
                        && LoopExits.of(loop.body(), loop.id()).isEmpty())
                .flatMap(loop -> wave(nest, loop).map(w -> new WaveShape(loop, w, rowStep)));
    }

    /** The loop over the columns, at the end of the statement, perhaps of rows alone where a condition holds. */
    private static Optional<Stmt.Loop> columns(Stmt body) {
        if (body instanceof Stmt.Loop loop) {
            return Optional.of(loop);
        } else if (body instanceof Stmt.If when) {
            return isSteady(when.condition()) && when.otherwise().isEmpty() ? columns(when.then()) : Optional.empty();
        } else if (body instanceof Stmt.Block block && !block.statements().isEmpty()) {
            List<Stmt> all = block.statements();
            int last = all.size() - 1;
            return all.subList(0, last).stream().allMatch(s -> isSteady(s)) ? columns(all.get(last)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether columns assign nothing from outside of them but what each row can gather for itself. */
    private static boolean onlyGathers(LoopNest nest, Stmt.Loop loop) {
        Set<Var> others = free(nest.body());
        others.addAll(free(loop.body()));
        for (Role role : others.isEmpty()
                ? List.<Role>of()
                : ReductionMatcher.match(nest).roles()) {
            List<Var> gathered = gathered(role);
            if (gathered.stream().allMatch(v -> mentions(v, nest.body()) == mentions(v, loop.body()))) {
                gathered.forEach(others::remove);
            }
        }
        return others.isEmpty();
    }

    /** The variables of a sum or an extreme that goes on with nothing but what they are. */
    private static List<Var> gathered(Role role) {
        if (role instanceof Role.Reduction || role instanceof Role.MathExtreme) {
            return List.of(role.var());
        }
        if (role instanceof Role.CompareExtreme e
                && e.found().isEmpty()
                && e.other().isEmpty()) {
            List<Var> all = new ArrayList<>(e.payload());
            all.add(e.var());
            return all;
        }
        return List.of();
    }

    private static int mentions(Var var, Stmt in) {
        int[] count = {0};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                count[0] += isLocal(e, var) ? 1 : 0;
            }
        }.scan(in);
        return count[0];
    }

    /** What a statement assigns of variables that it does not declare. */
    private static Set<Var> free(Stmt statement) {
        Set<Var> free = new HashSet<>(AssignedVars.targetsIn(statement));
        free.removeAll(AssignedVars.declaredIn(statement));
        return free;
    }

    private static Optional<Wave> wave(LoopNest nest, Stmt.Loop loop) {
        Set<Var> outer = OuterVars.of(nest);
        return loop.testFirst()
                        && loop.initializers().size() == 1
                        && loop.initializers().get(0) instanceof Stmt.Declare start
                        && start.var().type() == Type.Primitive.INT
                        && start.initializer().filter(e -> isOuter(e, outer)).isPresent()
                        && loop.condition().orElse(null) instanceof Expr.Binary test
                        && test.operator().isOrder()
                        && isLocal(test.left(), start.var())
                        && isOuter(test.right(), outer)
                        && loop.updates().size() == 1
                        && gain(loop.updates().get(0), start.var()) == direction(test.operator())
                ? Optional.of(new Wave(
                        loop.span(),
                        start.var(),
                        start.initializer().orElseThrow(),
                        test.span(),
                        test.operator(),
                        test.right(),
                        direction(test.operator()),
                        0))
                : Optional.empty();
    }

    private static int direction(Operator relation) {
        return relation == Operator.LESS || relation == Operator.LESS_EQUAL ? 1 : -1;
    }

    /** 1 or -1 where an update adds that to the variable, in any spelling; otherwise 0. */
    private static int gain(Expr update, Var column) {
        if (update instanceof Expr.Step step && isLocal(step.target(), column)) {
            return step.delta();
        }
        if (update instanceof Expr.Compound c && isLocal(c.target(), column)) {
            return signed(c.operator(), c.value());
        }
        return update instanceof Expr.Assign a
                        && isLocal(a.target(), column)
                        && a.value() instanceof Expr.Binary sum
                        && isLocal(sum.left(), column)
                ? signed(sum.operator(), sum.right())
                : 0;
    }

    private static int signed(Operator operator, Expr value) {
        return operator == Operator.ADD ? one(value) : operator == Operator.SUBTRACT ? -one(value) : 0;
    }

    private static boolean isLocal(Expr e, Var v) {
        return e instanceof Expr.Local l && l.var().equals(v);
    }

    /** 1, -1, or 0 for anything else. */
    private static int one(Expr step) {
        return step instanceof Expr.Literal l
                        && l.type().isIntegral()
                        && l.value().orElse(0) instanceof Number n
                        && Math.abs(n.longValue()) == 1
                ? n.intValue()
                : 0;
    }

    /** A declaration that may be evaluated any number of times: it computes a value, and makes no object. */
    private static boolean isSteady(Stmt statement) {
        return statement instanceof Stmt.Declare d
                && d.initializer()
                        .filter(e -> isSteady(e))
                        .filter(e -> d.var().type().isPrimitive() || e.type().isReference())
                        .isPresent();
    }

    private static boolean isOuter(Expr e, Set<Var> outer) {
        boolean[] only = {isSteady(e) && e.type().isPrimitive()};
        new IrScanner() {
            @Override
            protected void enter(Expr part) {
                only[0] &= !(part instanceof Expr.Local l) || outer.contains(l.var());
            }
        }.scan(e);
        return only[0];
    }

    private static boolean isSteady(Expr e) {
        boolean[] steady = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr part) {
                boolean call = part instanceof Expr.Call c
                        && (c.method().owner().equals("java.lang.Math")
                                || c.method().owner().equals("java.lang.String")
                                        && STRING_CALLS.contains(c.method().name()));
                boolean join = part instanceof Expr.Binary b && b.operator() == Operator.CONCATENATE;
                steady[0] &= !join
                        && (call
                                || part instanceof Expr.Literal
                                || part instanceof Expr.Local
                                || part instanceof Expr.This
                                || part instanceof Expr.FieldGet
                                || part instanceof Expr.ArrayGet
                                || part instanceof Expr.ArrayLength
                                || part instanceof Expr.Unary
                                || part instanceof Expr.Binary
                                || part instanceof Expr.Conditional
                                || part instanceof Expr.Cast);
            }
        }.scan(e);
        return steady[0];
    }
}
