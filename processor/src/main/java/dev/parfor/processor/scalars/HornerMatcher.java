package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.walk.OrderedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds hashes and other polynomials that are evaluated by Horner's rule: {@code h = 31 * h + e}.
 *
 * <p>Each iteration takes the variable to a multiple of itself and something that has nothing to do with it, in arithmetic that wraps
 * around, which is a ring. So iterations {@code m} to {@code n - 1} take it from {@code h} to {@code h * c^(n - m) + s}, where {@code s} is
 * what they make of 0. That needs every iteration to do it once: the statements stand in the body itself, and nothing jumps over them.
 *
 * <p><b>Source.</b> The composition of affine maps is associative: G. E. Blelloch, "Prefix Sums and Their Applications", CMU-CS-90-190
 * (1990), section 1.4.1, where it is a scan for first-order recurrences.
 */
final class HornerMatcher {

    private final Var var;
    private int covered;

    private HornerMatcher(Var var) {
        this.var = var;
    }

    /** The variable's role, if the body does nothing with it but that. */
    static Optional<Plan.Role> of(LoopNest nest, Var var) {
        boolean exact = var.type() == Type.Primitive.INT || var.type() == Type.Primitive.LONG;
        boolean whole =
                LoopExits.of(nest).isEmpty() && OrderedBlock.of(nest).isEmpty() && !skips(nest.body(), nest.id());
        if (!exact || !whole) {
            return Optional.empty();
        }
        HornerMatcher matcher = new HornerMatcher(var);
        long factor = 1;
        for (Stmt s : statements(nest.body())) {
            int before = matcher.covered;
            Optional<Long> one =
                    s instanceof Stmt.Eval eval ? matcher.update(eval.expression()) : Optional.<Long>empty();
            if (one.isPresent()) {
                factor *= one.get();
            } else {
                matcher.covered = before;
            }
        }
        return matcher.covered > 0 && matcher.covered == Spelling.mentions(nest.body(), var)
                ? Optional.of(new Plan.Role.Horner(var, factor))
                : Optional.empty();
    }

    /** The statements that each iteration comes to, in their order. */
    private static List<Stmt> statements(Stmt body) {
        if (!(body instanceof Stmt.Block block)) {
            return List.of(body);
        }
        List<Stmt> all = new ArrayList<>();
        block.statements().forEach(s -> all.addAll(statements(s)));
        return all;
    }

    private static boolean skips(Stmt body, int loop) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                found[0] |= s instanceof Stmt.Continue c && c.target() == loop;
            }
        }.scan(body);
        return found[0];
    }

    /** By what a statement multiplies the variable; empty for one that is no such update. */
    private Optional<Long> update(Expr e) {
        if (e instanceof Expr.Step step && isVar(step.target())) {
            covered++;
            return Optional.of(1L);
        }
        if (e instanceof Expr.Assign assign
                && isVar(assign.target())
                && assign.value().type() == var.type()
                && Spelling.mentions(assign.value(), var) > 0) {
            covered++;
            return factor(assign.value());
        }
        if (!(e instanceof Expr.Compound c)
                || !isVar(c.target())
                || !c.value().type().isIntegral()) {
            return Optional.empty();
        }
        covered++;
        return switch (c.operator()) {
            case ADD -> factor(c.value()).map(f -> 1 + f);
            case SUBTRACT -> factor(c.value()).map(f -> 1 - f);
            case MULTIPLY -> number(c.value());
            case SHIFT_LEFT -> shift(c.value());
            default -> Optional.empty();
        };
    }

    private boolean isVar(Expr e) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }

    /** The factor of the variable in a value that is a multiple of it and a rest; 0 where it is not mentioned. */
    private Optional<Long> factor(Expr e) {
        if (Spelling.mentions(e, var) == 0) {
            return e.type().isIntegral() ? Optional.of(0L) : Optional.empty();
        }
        if (e.type() != var.type()) {
            return Optional.empty();
        }
        if (isVar(e)) {
            covered++;
            return Optional.of(1L);
        }
        if (e instanceof Expr.Unary u) {
            return u.sign() == Expr.Unary.Sign.MINUS ? factor(u.operand()).map(f -> -f) : Optional.empty();
        }
        if (!(e instanceof Expr.Binary b)) {
            return Optional.empty();
        }
        return switch (b.operator()) {
            case ADD -> factor(b.left()).flatMap(l -> factor(b.right()).map(r -> l + r));
            case SUBTRACT -> factor(b.left()).flatMap(l -> factor(b.right()).map(r -> l - r));
            case MULTIPLY ->
                number(b.left())
                        .flatMap(n -> factor(b.right()).map(f -> n * f))
                        .or(() ->
                                number(b.right()).flatMap(n -> factor(b.left()).map(f -> n * f)));
            case SHIFT_LEFT -> shift(b.right()).flatMap(n -> factor(b.left()).map(f -> n * f));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> number(Expr e) {
        return e instanceof Expr.Literal l && l.type().isIntegral() && l.value().orElse(null) instanceof Number n
                ? Optional.of(n.longValue())
                : e instanceof Expr.Cast c && c.type().isIntegral() ? number(c.operand()) : Optional.empty();
    }

    private static Optional<Long> shift(Expr by) {
        return number(by).filter(n -> n >= 0 && n < Integer.SIZE - 1).map(n -> 1L << n);
    }
}
