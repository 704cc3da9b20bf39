package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.walk.AssignedVars;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which expressions an iteration has surely evaluated, without an exception, by the time it comes to a statement: those of the
 * statements before it in the same block, and the element at the index that the header itself keeps in bounds. Only expressions
 * whose variables the body does not assign count, so that evaluating them again gives the same.
 */
final class Evaluated {

    private final Map<Stmt, List<Expr>> before = new IdentityHashMap<>();
    private final List<Expr> always = new ArrayList<>();
    private final Set<Var> assigned;

    private Evaluated(LoopNest nest) {
        this.assigned = AssignedVars.targetsIn(nest.body());
        element(nest);
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Block block) {
                    straightLine(block);
                }
            }
        }.scan(nest.body());
    }

    static Evaluated in(LoopNest nest) {
        return new Evaluated(nest);
    }

    List<Expr> before(Stmt s) {
        List<Expr> all = new ArrayList<>(always);
        all.addAll(before.getOrDefault(s, List.of()));
        return all;
    }

    private void straightLine(Stmt.Block block) {
        List<Expr> sofar = new ArrayList<>();
        for (Stmt s : block.statements()) {
            before.put(s, List.copyOf(sofar));
            Optional<Expr> only = s instanceof Stmt.Declare d
                    ? d.initializer()
                    : s instanceof Stmt.Eval eval ? Optional.of(eval.expression()) : Optional.empty();
            if (only.isPresent() && !AssignedVars.hasAssignment(only.get())) {
                if (mayWrite(only.get())) {
                    sofar.removeIf(Evaluated::readsReferences);
                }
                collect(only.get(), sofar);
            } else if (s instanceof Stmt.Declare && only.isEmpty()) {
                continue;
            } else if (!(s instanceof Stmt.LocalClass)) {
                // Whatever else it is may assign what the expressions so far were made of.
                sofar.clear();
            }
        }
    }

    /** Whether it runs code that may change fields and elements. */
    private static boolean mayWrite(Expr e) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                found[0] |= inner instanceof Expr.New || inner instanceof Expr.Call && !Spelling.isPlain(inner);
            }
        }.scan(e);
        return found[0];
    }

    /** Whether a field, or the row of an array of arrays, is on the way to its value: they may be another object later. */
    private static boolean readsReferences(Expr e) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                found[0] |= inner instanceof Expr.FieldGet
                        || inner instanceof Expr.ArrayGet a && !(a.array() instanceof Expr.Local)
                        || inner instanceof Expr.ArrayLength l && !(l.array() instanceof Expr.Local);
            }
        }.scan(e);
        return found[0];
    }

    /** The unconditional parts of an expression. */
    private void collect(Expr e, List<Expr> into) {
        if (e instanceof Expr.Conditional c) {
            collect(c.condition(), into);
        } else if (e instanceof Expr.Binary b) {
            boolean shortCircuit = b.operator() == Operator.CONDITIONAL_AND || b.operator() == Operator.CONDITIONAL_OR;
            collect(b.left(), into);
            if (!shortCircuit) {
                collect(b.right(), into);
            }
        } else if (e instanceof Expr.Cast c) {
            collect(c.operand(), into);
        } else if (e instanceof Expr.Unary u) {
            collect(u.operand(), into);
        } else if (Spelling.isPlain(e) && assigned.stream().noneMatch(v -> Spelling.mentions(e, v) > 0)) {
            into.add(e);
        }
    }

    /** {@code a[i]} in {@code for (int i = 0; i < a.length; i++)}. */
    private void element(LoopNest nest) {
        if (nest.header() instanceof LoopNest.Header.Counted h
                && h.relation() == Operator.LESS
                && h.bound() instanceof Expr.ArrayLength length
                && length.array() instanceof Expr.Local array
                && h.start() instanceof Expr.Literal start
                && start.value().orElse(-1) instanceof Integer first
                && first >= 0
                && h.step() instanceof Expr.Literal step
                && step.value().orElse(-1) instanceof Integer by
                && by > 0
                && h.index().type() == Type.Primitive.INT
                && !assigned.contains(array.var())
                && array.var().type() instanceof Type.Array type) {
            always.add(new Expr.ArrayGet(Span.NONE, array, new Expr.Local(Span.NONE, h.index()), type.element()));
        }
    }
}
