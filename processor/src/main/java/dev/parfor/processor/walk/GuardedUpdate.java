package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that updates a cell by an operation that commutes: {@code x.n += e}, {@code a[k]++}, {@code m = Math.max(m, e)},
 * {@code if (e > m) m = e}, {@code found = true}. Arithmetic is on integers, where every order gives the same bits.
 *
 * @param target a field or an element
 * @param operation equal for two updates that commute
 * @param operands what it is updated with, in the order of evaluation
 */
record GuardedUpdate(Expr target, String operation, List<Expr> operands) {

    GuardedUpdate {
        operands = List.copyOf(operands);
    }

    static Optional<GuardedUpdate> match(Stmt s) {
        if (s instanceof Stmt.Eval eval) {
            return match(eval.expression());
        }
        return s instanceof Stmt.If test && test.otherwise().isEmpty() ? comparison(test) : Optional.empty();
    }

    private static Optional<GuardedUpdate> match(Expr e) {
        if (e instanceof Expr.Step step && isCell(step.target(), false)) {
            return update(step.target(), "+", List.of());
        }
        if (e instanceof Expr.Compound compound) {
            boolean bits = isBits(compound.operator());
            boolean exact = isExact(compound.value().type(), bits) && isCell(compound.target(), bits);
            return exact
                    ? operation(compound.operator())
                            .flatMap(op -> update(compound.target(), op, List.of(compound.value())))
                    : Optional.empty();
        }
        if (!(e instanceof Expr.Assign assign) || assign.target() instanceof Expr.Local) {
            return Optional.empty();
        }
        if (assign.value() instanceof Expr.Literal literal
                && assign.target().type().isPrimitive()) {
            // A value set by all that set any: 1 and 1L are one int, but two texts, which refuses at worst.
            return literal.value()
                    .flatMap(v -> update(assign.target(), "= " + v.getClass().getSimpleName() + " " + v, List.of()));
        }
        return spine(assign).or(() -> extreme(assign));
    }

    private static Optional<GuardedUpdate> update(Expr target, String operation, List<Expr> operands) {
        return Optional.of(new GuardedUpdate(target, operation, operands));
    }

    private static boolean isBits(Operator operator) {
        return operator == Operator.AND || operator == Operator.OR || operator == Operator.XOR;
    }

    private static boolean isExact(Type type, boolean bits) {
        return type.isIntegral() || bits && type == Type.Primitive.BOOLEAN;
    }

    private static boolean isCell(Expr e, boolean bits) {
        return (e instanceof Expr.FieldGet || e instanceof Expr.ArrayGet) && isExact(e.type(), bits);
    }

    private static Optional<String> operation(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> Optional.of("+");
            case MULTIPLY -> Optional.of("*");
            case AND -> Optional.of("&");
            case OR -> Optional.of("|");
            case XOR -> Optional.of("^");
            default -> Optional.empty();
        };
    }

    // ---- cell = cell op e ---------------------------------------------------------------------------------------

    private static Optional<GuardedUpdate> spine(Expr.Assign e) {
        if (!(e.value() instanceof Expr.Binary top) || operation(top.operator()).isEmpty()) {
            return Optional.empty();
        }
        String operation = operation(top.operator()).get();
        boolean bits = isBits(top.operator());
        List<Expr> operands = new ArrayList<>();
        Expr here = e.value();
        while (!same(here, e.target())) {
            if (!(here instanceof Expr.Binary b)
                    || !operation(b.operator()).equals(Optional.of(operation))
                    || b.type() != e.target().type()) {
                return Optional.empty();
            }
            boolean right = b.operator() != Operator.SUBTRACT && same(b.right(), e.target());
            operands.add(0, right ? b.left() : b.right());
            here = right ? b.right() : b.left();
        }
        return isCell(e.target(), bits) && operands.stream().allMatch(o -> isExact(o.type(), bits))
                ? update(e.target(), operation, operands)
                : Optional.empty();
    }

    private static Optional<GuardedUpdate> extreme(Expr.Assign e) {
        if (!(e.value() instanceof Expr.Call call)
                || !call.method().owner().equals("java.lang.Math")
                || !isWide(e.target())
                || call.type() != e.target().type()) {
            return Optional.empty();
        }
        String name = call.method().name();
        if (!name.equals("max") && !name.equals("min")) {
            return Optional.empty();
        }
        Expr first = call.arguments().get(0);
        Expr second = call.arguments().get(1);
        return same(first, e.target())
                ? update(e.target(), name, List.of(second))
                : same(second, e.target()) ? update(e.target(), name, List.of(first)) : Optional.empty();
    }

    private static boolean isWide(Expr e) {
        return isCell(e, false) && (e.type() == Type.Primitive.INT || e.type() == Type.Primitive.LONG);
    }

    // ---- if (e > cell) cell = e ---------------------------------------------------------------------------------

    private static Optional<GuardedUpdate> comparison(Stmt.If s) {
        Stmt then = s.then() instanceof Stmt.Block b && b.statements().size() == 1
                ? b.statements().get(0)
                : s.then();
        if (!(then instanceof Stmt.Eval eval)
                || !(eval.expression() instanceof Expr.Assign assign)
                || !(s.condition() instanceof Expr.Binary test)
                || !isWide(assign.target())
                || assign.value().type() != assign.target().type()) {
            return Optional.empty();
        }
        boolean candidateLeft = same(test.left(), assign.value()) && same(test.right(), assign.target());
        boolean candidateRight = same(test.right(), assign.value()) && same(test.left(), assign.target());
        if (!candidateLeft && !candidateRight) {
            return Optional.empty();
        }
        boolean greater;
        switch (test.operator()) {
            case GREATER, GREATER_EQUAL -> greater = true;
            case LESS, LESS_EQUAL -> greater = false;
            default -> {
                return Optional.empty();
            }
        }
        return update(assign.target(), greater == candidateLeft ? "max" : "min", List.of(assign.value()));
    }

    /** Whether the two are one value or cell when they are evaluated one after the other, without effects. */
    static boolean same(Expr a, Expr b) {
        if (a instanceof Expr.Local x && b instanceof Expr.Local y) {
            return x.var().equals(y.var());
        }
        if (a instanceof Expr.Literal x && b instanceof Expr.Literal y) {
            return x.value().equals(y.value()) && x.type().equals(y.type());
        }
        if (a instanceof Expr.This x && b instanceof Expr.This y) {
            return x.outer() == y.outer() && x.type().equals(y.type());
        }
        if (a instanceof Expr.FieldGet x && b instanceof Expr.FieldGet y) {
            boolean receivers = x.receiver().isPresent() && y.receiver().isPresent()
                    ? same(x.receiver().get(), y.receiver().get())
                    : x.receiver().isEmpty() && y.receiver().isEmpty();
            return receivers && x.field().equals(y.field()) && !x.field().isVolatile();
        }
        if (a instanceof Expr.ArrayGet x && b instanceof Expr.ArrayGet y) {
            return same(x.array(), y.array()) && same(x.index(), y.index());
        }
        if (a instanceof Expr.Binary x && b instanceof Expr.Binary y) {
            return x.operator() == y.operator()
                    && x.type().isPrimitive()
                    && same(x.left(), y.left())
                    && same(x.right(), y.right());
        }
        return false;
    }
}
