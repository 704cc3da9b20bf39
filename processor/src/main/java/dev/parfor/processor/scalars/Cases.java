package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Replacement;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A loop whose body first chooses between two numbers, {@code int hi = p == parts - 1 ? n : lo + size;}, and goes on with what it has
 * chosen: it is judged as {@code if (p == parts - 1) { int hi = n; ... } else { int hi = lo + size; ... }}. What follows is walked once for
 * each choice, with what the choice says of the iteration, instead of once for any of the two numbers.
 *
 * <p><b>Source.</b> L. Mauborgne, X. Rival, "Trace Partitioning in Abstract Interpretation Based Static Analyzers", ESOP 2005.
 */
public final class Cases {

    /** Each choice doubles what is walked. */
    private static final int MOST_CHOICES = 2;

    private final List<Var> outer;
    private int left = MOST_CHOICES;

    private Cases(List<Var> outer) {
        this.outer = outer;
    }

    /** The loop as it is judged; empty where nothing is chosen. */
    public static Optional<LoopNest> apart(LoopNest nest) {
        if (!(nest.body() instanceof Stmt.Block body)) {
            return Optional.empty();
        }
        Cases cases = new Cases(List.copyOf(OuterVars.of(nest)));
        Stmt apart = new Stmt.Block(body.span(), cases.from(body.statements()));
        return cases.left == MOST_CHOICES ? Optional.empty() : Optional.of(nest.with(apart, nest.surroundings()));
    }

    /** These statements, with what follows the first choice in both of its branches. */
    private List<Stmt> from(List<Stmt> statements) {
        for (int k = 0; left > 0 && k + 1 < statements.size(); k++) {
            Optional<Stmt.If> choice = choice(statements.get(k));
            if (choice.isPresent()) {
                left--;
                Stmt.If test = choice.get();
                List<Stmt> rest = statements.subList(k + 1, statements.size());
                int before = left;
                Stmt then = branch(test.then(), test, rest);
                left = before;
                Stmt otherwise = branch(test.otherwise().orElse(new Stmt.Block(test.span(), List.of())), test, rest);
                List<Stmt> all = new ArrayList<>(statements.subList(0, k));
                all.add(new Stmt.If(test.span(), test.condition(), then, Optional.of(otherwise)));
                return all;
            }
        }
        return statements;
    }

    private Stmt branch(Stmt chosen, Stmt.If test, List<Stmt> rest) {
        List<Stmt> all = new ArrayList<>();
        all.add(chosen);
        all.addAll(rest);
        // Of an expression with two choices one is left.
        return new Stmt.Block(test.span(), from(all));
    }

    /** The statement as an {@code if} whose branches do nothing but give a number to a local of the iteration. */
    private Optional<Stmt.If> choice(Stmt s) {
        if (s instanceof Stmt.Declare d
                && d.initializer().isPresent()
                && isNumber(d.var().type())) {
            return conditional(d.initializer().get())
                    .map(c -> branches(
                            c,
                            value -> new Stmt.Declare(
                                    d.span(),
                                    d.var(),
                                    Optional.of(with(d.initializer().get(), c, value)))));
        }
        if (s instanceof Stmt.Eval e
                && e.expression() instanceof Expr.Assign a
                && a.target() instanceof Expr.Local local
                && isOwnNumber(local)) {
            return conditional(a.value())
                    .map(c -> branches(
                            c,
                            value -> new Stmt.Eval(
                                    e.span(), new Expr.Assign(a.span(), a.target(), with(a.value(), c, value)))));
        }
        return s instanceof Stmt.If test
                        && isPlain(test.condition())
                        && onlyAssigns(test.then())
                        && test.otherwise().map(this::onlyAssigns).orElse(true)
                ? Optional.of(test)
                : Optional.empty();
    }

    private static Stmt.If branches(Choice c, Function<Expr, Stmt> with) {
        return new Stmt.If(
                c.whole().span(), c.condition(), with.apply(c.whenTrue()), Optional.of(with.apply(c.whenFalse())));
    }

    private static boolean isNumber(Type type) {
        return type == Type.Primitive.INT || type == Type.Primitive.LONG;
    }

    private boolean isOwnNumber(Expr.Local local) {
        return isNumber(local.type()) && !outer.contains(local.var());
    }

    private boolean onlyAssigns(Stmt s) {
        if (s instanceof Stmt.Block block) {
            return block.statements().stream().allMatch(this::onlyAssigns);
        }
        return s instanceof Stmt.Eval e
                && e.expression() instanceof Expr.Assign a
                && a.target() instanceof Expr.Local local
                && isOwnNumber(local)
                && isPlain(a.value());
    }

    /** An expression that is one of two. */
    private record Choice(Expr whole, Expr condition, Expr whenTrue, Expr whenFalse) {}

    /** The first choice in an expression that does nothing but compute: then it does not matter when it is made. */
    private static Optional<Choice> conditional(Expr e) {
        return isPlain(e) ? first(e) : Optional.empty();
    }

    private static Optional<Choice> first(Expr e) {
        if (e instanceof Expr.Conditional c) {
            return Optional.of(new Choice(c, c.condition(), c.whenTrue(), c.whenFalse()));
        } else if (e instanceof Expr.Binary b) {
            return first(b.left()).or(() -> first(b.right()));
        } else if (e instanceof Expr.Unary u) {
            return first(u.operand());
        } else if (e instanceof Expr.Cast c) {
            return first(c.operand());
        }
        return extreme(e);
    }

    /** {@code Math.min(x, y)} is {@code x <= y ? x : y}. */
    private static Optional<Choice> extreme(Expr e) {
        if (!(e instanceof Expr.Call call) || !isExtreme(call)) {
            return Optional.empty();
        }
        Expr x = call.arguments().get(0);
        Expr y = call.arguments().get(1);
        boolean min = call.method().name().equals("min");
        Operator relation = min ? Operator.LESS_EQUAL : Operator.GREATER_EQUAL;
        return Optional.of(new Choice(e, new Expr.Binary(e.span(), relation, x, y, Type.Primitive.BOOLEAN), x, y));
    }

    private static boolean isExtreme(Expr.Call call) {
        return call.method().owner().equals("java.lang.Math")
                && (call.method().name().equals("min") || call.method().name().equals("max"))
                && call.type() == Type.Primitive.INT
                && call.arguments().stream().allMatch(a -> a.type() == Type.Primitive.INT);
    }

    private static Expr with(Expr e, Choice choice, Expr value) {
        return new Replacement() {
            @Override
            protected Optional<Expr> instead(Expr part) {
                return part == choice.whole() ? Optional.of(value) : Optional.empty();
            }
        }.in(e);
    }

    /** Numbers, locals, fields and elements, and what is computed of them. */
    private static boolean isPlain(Expr e) {
        if (e instanceof Expr.Binary b) {
            return isPlain(b.left()) && isPlain(b.right());
        } else if (e instanceof Expr.Unary u) {
            return isPlain(u.operand());
        } else if (e instanceof Expr.Cast c) {
            return c.type() instanceof Type.Primitive && isPlain(c.operand());
        } else if (e instanceof Expr.Conditional c) {
            return isPlain(c.condition()) && isPlain(c.whenTrue()) && isPlain(c.whenFalse());
        } else if (e instanceof Expr.Call call) {
            return isExtreme(call) && call.arguments().stream().allMatch(Cases::isPlain);
        } else if (e instanceof Expr.ArrayGet get) {
            return isPlain(get.array()) && isPlain(get.index());
        } else if (e instanceof Expr.FieldGet f) {
            return f.receiver().map(r -> r instanceof Expr.This || isPlain(r)).orElse(true);
        }
        return e instanceof Expr.Literal
                || e instanceof Expr.Local
                || e instanceof Expr.ArrayLength l && isPlain(l.array());
    }
}
