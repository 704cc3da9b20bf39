package dev.parfor.processor.frontend;

import dev.parfor.processor.frontend.HeaderExtras.Bound;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code for (int i = 0; i < n && !found; i++) body}: a loop that the body ends by what it does to {@code found}. It is the loop over
 * {@code i < n} whose body is {@code found = false; body if (!(!found)) break;}, or no iteration where {@code found} holds before.
 *
 * <p>The assignment changes nothing, for the test says what the variable holds where an iteration begins; it says that no iteration has
 * the variable from another one. The last index is another one than that of the plain loop, so nobody may ask for it.
 *
 * @param loop as written
 * @param rest the loop with a condition that only counts
 * @param test what the condition asks besides: {@code !found}
 * @param position of the test among the operands of {@code &&}
 * @param held what the variable holds where the test holds, a literal
 */
public record SearchCondition(Stmt.Loop loop, Stmt.Loop rest, Expr test, int position, Expr.Local variable, Expr held) {

    static Optional<SearchCondition> of(Stmt.Loop loop) {
        if (!loop.testFirst()
                || loop.condition().isEmpty()
                || BodyStep.leftOut(loop).isPresent()) {
            return Optional.empty();
        }
        List<Expr> conjuncts = CountedCondition.conjuncts(loop.condition().get());
        for (int k = 0; conjuncts.size() > 1 && k < conjuncts.size(); k++) {
            Optional<SearchCondition> found = of(loop, conjuncts, k);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<SearchCondition> of(Stmt.Loop loop, List<Expr> conjuncts, int k) {
        Expr test = conjuncts.get(k);
        List<Expr> others = new ArrayList<>(conjuncts);
        others.remove(k);
        Expr rest = others.get(0);
        for (Expr other : others.subList(1, others.size())) {
            rest = new Expr.Binary(test.span(), Operator.CONDITIONAL_AND, rest, other, Primitive.BOOLEAN);
        }
        Stmt.Loop counting = new Stmt.Loop(
                loop.span(), loop.id(), loop.initializers(), Optional.of(rest), loop.updates(), loop.body(), true);
        return variable(test)
                .filter(v -> !LocalWrites.in(loop.body()).of(v.var()).isEmpty())
                .flatMap(v -> held(test, v).map(h -> new SearchCondition(loop, counting, test, k, v, h)));
    }

    private static Optional<Expr.Local> variable(Expr test) {
        Expr asked = test instanceof Expr.Unary not && not.sign() == Expr.Unary.Sign.NOT ? not.operand() : test;
        if (asked instanceof Expr.Binary equal && equal.operator() == Operator.EQUAL) {
            asked = equal.left() instanceof Expr.Local ? equal.left() : equal.right();
        }
        return asked instanceof Expr.Local local ? Optional.of(local) : Optional.empty();
    }

    /** Zero is two numbers, and a box more than its value: of these nothing is known by a comparison. */
    private static Optional<Expr> held(Expr test, Expr.Local variable) {
        Type type = variable.type();
        if (test instanceof Expr.Binary equal) {
            Expr other = equal.left() == variable ? equal.right() : equal.left();
            boolean isNull = other instanceof Expr.Literal l && l.value().isEmpty() && type.isReference();
            boolean isNumber = type.isIntegral()
                    && other.type().isIntegral()
                    && Folding.constant(other)
                            .flatMap(c -> Folding.convert(c, type)
                                    .filter(v ->
                                            Folding.convert(v, other.type()).equals(Optional.of(c))))
                            .isPresent();
            return isNull || isNumber ? Optional.of(other) : Optional.empty();
        }
        boolean value = test == variable;
        return type == Primitive.BOOLEAN
                ? Optional.of(new Expr.Literal(test.span(), Primitive.BOOLEAN, Optional.of(value)))
                : Optional.empty();
    }

    /** The text of what the variable holds. */
    public String heldText() {
        Optional<Object> value = held instanceof Expr.Literal l ? l.value() : Folding.constant(held);
        return value.map(v -> v instanceof Character c ? "(char) " + (int) c : v instanceof Long l ? l + "L" : "" + v)
                .orElse("null");
    }

    /** The header of the loop whose body ends it, where there is one: the end of the index is looked at twice, and begins where it starts. */
    Optional<Header.Counted> bounded(Header.Counted counting, HeaderExtras extras) {
        boolean inclusive = isInclusive(counting);
        Expr bound = counting.bound();
        boolean fits = counting.declaredInHeader()
                && counting.index().type() == Primitive.INT
                && (bound.type() == Primitive.INT || bound.type() == Primitive.LONG)
                && counting.start().type() == Primitive.INT
                && CountedCondition.isAtHand(counting.start())
                && CountedCondition.isAtHandWithFields(bound)
                && extras.bound() instanceof Bound.Plain
                && extras.updates().isEmpty()
                && extras.bodyStep() < 0
                && DefiniteAssignment.completes(loop.body());
        if (!fits) {
            return Optional.empty();
        }
        Expr end =
                inclusive && bound.type() == Primitive.INT ? new Expr.Cast(bound.span(), Primitive.LONG, bound) : bound;
        return Optional.of(new Header.Counted(
                counting.span(),
                counting.index(),
                true,
                counting.start(),
                counting.relation(),
                end,
                counting.step(),
                counting.boundOnce()));
    }

    private static boolean isInclusive(Header.Counted counting) {
        return counting.relation() == Operator.LESS_EQUAL || counting.relation() == Operator.GREATER_EQUAL;
    }

    /** The body that ends the loop by itself. */
    Stmt body() {
        Stmt resets = new Stmt.Eval(variable.span(), new Expr.Assign(variable.span(), variable, held));
        Expr fails = new Expr.Unary(test.span(), Expr.Unary.Sign.NOT, test, Primitive.BOOLEAN);
        Stmt ends = new Stmt.If(test.span(), fails, new Stmt.Break(test.span(), loop.id()), Optional.empty());
        return new Stmt.Block(loop.body().span(), List.of(resets, loop.body(), ends));
    }
}
