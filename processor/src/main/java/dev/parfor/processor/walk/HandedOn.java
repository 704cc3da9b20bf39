package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What iterations hand on to the next ones although it could be made anew: {@code previous = b[i];}. It is the value of an expression in
 * the iteration before, or in the one before that where it is handed on twice, so a chunk begins with the statements that make it, as
 * these iterations run them. Nothing else of an iteration counts: what the statements read, no iteration may write in between, which is
 * asked like of any other read.
 *
 * @param statements of the body itself, in their order: each gives one variable its only value in an iteration
 * @param vars what is handed on
 * @param reach how many iterations before one its values are made
 */
public record HandedOn(List<Stmt> statements, Set<Var> vars, int reach) {

    private static final int MOST = 4;

    public HandedOn {
        statements = List.copyOf(statements);
        vars = Set.copyOf(vars);
    }

    /** Where the statements stand; what declares several variables stands where the last one of them does. */
    public List<Span> places() {
        return statements.stream()
                .filter(s -> together(s, statements).indexOf(s)
                        == together(s, statements).size() - 1)
                .map(Stmt::span)
                .toList();
    }

    /**
     * @param carried the variables from outside the loop in which an iteration finds what an earlier one has left
     * @return empty where one of them is anything else
     */
    public static Optional<HandedOn> of(LoopNest nest, Set<Var> carried) {
        boolean counts = nest.header() instanceof LoopNest.Header.Counted h && h.step() instanceof Expr.Literal
                || nest.header() instanceof LoopNest.Header.EachOfArray
                // Lines come in parts, which begin anew.
                || nest.header() instanceof LoopNest.Header.EachOfList each
                        && !(each.source().orElse(null) instanceof LoopNest.Source.Reader);
        if (carried.isEmpty() || !counts || !(nest.body() instanceof Stmt.Block block)) {
            return Optional.empty();
        }
        Map<Var, Stmt> makers = makers(block);
        Set<Var> changing = AssignedVars.of(block);
        Set<Var> needed = new LinkedHashSet<>(carried);
        for (List<Var> open = new ArrayList<>(carried); !open.isEmpty(); ) {
            Var v = open.remove(0);
            if (!makers.containsKey(v) || !isPlain(v, value(makers.get(v)), carried.contains(v))) {
                return Optional.empty();
            }
            for (Stmt with : together(makers.get(v), block.statements())) {
                target(with).filter(needed::add).ifPresent(open::add);
            }
            for (Var read : OuterVars.mentionedIn(value(makers.get(v)))) {
                if (changing.contains(read) && needed.add(read)) {
                    open.add(read);
                }
            }
        }
        List<Stmt> constants = constants(block);
        if (!constants.stream().allMatch(s -> isWhole(s, block) && isTotal(value(s)))) {
            return Optional.empty();
        }
        List<Stmt> statements = block.statements().stream()
                .filter(s -> target(s).filter(needed::contains).isPresent() || constants.contains(s))
                .toList();
        if (!statements.stream().allMatch(s -> statements.containsAll(together(s, block.statements())))) {
            return Optional.empty();
        }
        return reach(statements, carried).map(reach -> new HandedOn(statements, carried, reach));
    }

    /**
     * The statements of the body that give a variable its only value there; not one that is declared in a statement of its own, which
     * would have to go with it.
     */
    private static Map<Var, Stmt> makers(Stmt.Block block) {
        Map<Var, Stmt> makers = new LinkedHashMap<>();
        Set<Var> bare = new HashSet<>();
        for (Stmt s : block.statements()) {
            if (s instanceof Stmt.Declare d && d.initializer().isEmpty()) {
                bare.add(d.var());
            }
            target(s)
                    .filter(v -> !bare.contains(v))
                    .filter(v -> AssignedVars.places(block, v).size() == (s instanceof Stmt.Declare ? 0 : 1))
                    .filter(v -> isWhole(s, block))
                    .ifPresent(v -> makers.put(v, s));
        }
        return makers;
    }

    /**
     * Declarations of what may be constants: expressions have their values, but the text that generated code takes names them.
     */
    private static List<Stmt> constants(Stmt.Block block) {
        Set<Var> mentioned = OuterVars.mentionedIn(block);
        return block.statements().stream()
                .filter(s -> s instanceof Stmt.Declare d
                        && !mentioned.contains(d.var())
                        && d.initializer().filter(HandedOn::isOfLiterals).isPresent())
                .toList();
    }

    private static boolean isOfLiterals(Expr value) {
        boolean[] of = {isValue(value.type())};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                of[0] &= e instanceof Expr.Literal
                        || e instanceof Expr.Unary
                        || e instanceof Expr.Binary
                        || e instanceof Expr.Conditional
                        || e instanceof Expr.Cast;
            }
        }.scan(value);
        return of[0];
    }

    /** Whether all variables that one statement declares have their values from it: {@code int a = x[i], b = y[i];}. */
    private static boolean isWhole(Stmt s, Stmt.Block block) {
        List<Stmt> all = together(s, block.statements());
        return all.size() == 1
                || all.stream()
                        .allMatch(other -> other instanceof Stmt.Declare d
                                && d.initializer().isPresent()
                                && isValue(d.var().type()));
    }

    /** The declarations that are one statement of the text with this one. */
    private static List<Stmt> together(Stmt s, List<Stmt> statements) {
        return statements.stream()
                .filter(other -> other.span().line() == s.span().line()
                        && other.span().column() == s.span().column())
                .toList();
    }

    private static Optional<Var> target(Stmt s) {
        if (s instanceof Stmt.Declare d) {
            return d.initializer().map(i -> d.var());
        }
        return s instanceof Stmt.Eval e
                        && e.expression() instanceof Expr.Assign a
                        && a.target() instanceof Expr.Local local
                ? Optional.of(local.var())
                : Optional.empty();
    }

    private static Expr value(Stmt s) {
        return s instanceof Stmt.Declare d
                ? d.initializer().orElseThrow()
                : ((Expr.Assign) ((Stmt.Eval) s).expression()).value();
    }

    /** Whether the value of an expression is the same each time; the walk says what calls in it do. */
    private static boolean isPlain(Var v, Expr value, boolean isCarried) {
        boolean isObject =
                isCarried && v.type() instanceof Type.Ref && v.declared().isPresent();
        boolean[] plain = {isObject || isValue(v.type())};
        boolean isNumber = v.type().isPrimitive();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                boolean known = e instanceof Expr.Literal
                        || e instanceof Expr.Local
                        || e instanceof Expr.This
                        || e instanceof Expr.FieldGet
                        || e instanceof Expr.ArrayGet
                        || e instanceof Expr.ArrayLength
                        || e instanceof Expr.Unary
                        || e instanceof Expr.Binary b && b.operator() != Operator.CONCATENATE
                        || e instanceof Expr.Conditional
                        || e instanceof Expr.Cast c && c.type() instanceof Type.Primitive
                        || isNumber && e instanceof Expr.Call;
                plain[0] &= known;
            }
        }.scan(value);
        return plain[0];
    }

    /** Whether an expression has a value whatever the variables hold: it throws nothing and comes to an end. */
    private static boolean isTotal(Expr value) {
        boolean[] total = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                boolean known = e instanceof Expr.Literal
                        || e instanceof Expr.Local l && isValue(l.var().type())
                        || e instanceof Expr.Unary
                        || e instanceof Expr.Binary b
                                && (b.operator() != Operator.DIVIDE && b.operator() != Operator.REMAINDER
                                        || b.type() == Type.Primitive.DOUBLE
                                        || b.type() == Type.Primitive.FLOAT)
                        || e instanceof Expr.Conditional
                        || e instanceof Expr.Cast;
                total[0] &= known;
            }
        }.scan(value);
        return total[0];
    }

    private static boolean isValue(Type type) {
        return type.isPrimitive() || type.toString().equals("java.lang.String");
    }

    /** How far back an iteration's values come from; empty where there is no end to it, {@code s = s + b[i]}. */
    private static Optional<Integer> reach(List<Stmt> statements, Set<Var> carried) {
        Map<Var, Set<Var>> madeOf = new HashMap<>();
        carried.forEach(v -> madeOf.put(v, Set.of(v)));
        Set<Var> later = new HashSet<>();
        statements.forEach(s -> later.add(target(s).orElseThrow()));
        later.removeAll(carried);
        for (Stmt s : statements) {
            // What is not made yet is from before the loop, which iterations that leave it as it was do not carry.
            if (OuterVars.mentionedIn(value(s)).stream().anyMatch(later::contains)) {
                return Optional.empty();
            }
            later.remove(target(s).orElseThrow());
            Set<Var> all = new LinkedHashSet<>();
            OuterVars.mentionedIn(value(s)).forEach(v -> all.addAll(madeOf.getOrDefault(v, Set.of())));
            // The first iterations that are run ahead have others' values, of which this one may never have been made.
            if (!all.isEmpty() && !isTotal(value(s))) {
                return Optional.empty();
            }
            madeOf.put(target(s).orElseThrow(), all);
        }
        int most = 0;
        for (Var v : carried) {
            int depth = depth(v, madeOf, new HashSet<>());
            if (depth > MOST) {
                return Optional.empty();
            }
            most = Math.max(most, depth);
        }
        return Optional.of(most);
    }

    private static int depth(Var v, Map<Var, Set<Var>> madeOf, Set<Var> above) {
        if (!above.add(v)) {
            return MOST + 1;
        }
        int depth = 0;
        for (Var from : madeOf.get(v)) {
            depth = Math.max(depth, depth(from, madeOf, above));
        }
        above.remove(v);
        return depth + 1;
    }
}
