package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Statements that add a number to the one which a map has for a key, or put it there if there is none. */
final class MapCounts extends MapPatterns {

    MapCounts(MapUpdates.LoopBody body) {
        super(body);
    }

    Optional<MapUpdates.Found> at(List<Stmt> statements) {
        return chosen(statements.get(0))
                .or(() -> gotten(statements))
                .or(() -> computed(statements.get(0)))
                .or(() -> putFirst(statements));
    }

    /** {@code if (map.containsKey(k)) map.put(k, map.get(k) + e); else map.put(k, e);} and the other way round. */
    private Optional<MapUpdates.Found> chosen(Stmt s) {
        if (!(s instanceof Stmt.If test) || test.otherwise().isEmpty()) {
            return Optional.empty();
        }
        return asking(test.condition()).flatMap(q -> {
            Stmt otherwise = test.otherwise().get();
            Optional<Expr.Call> more = onlyCall(q.positive() ? test.then() : otherwise);
            Optional<Expr.Call> first = onlyCall(q.positive() ? otherwise : test.then());
            return more.filter(m -> puts(q.call(), m))
                    .flatMap(m -> added(m.arguments().get(1), e -> isGet(q.call(), e)))
                    .filter(e -> first.filter(f -> puts(q.call(), f)
                                    && isSum(q.call(), f.arguments().get(1), e))
                            .isPresent())
                    .flatMap(e -> counted(q.call(), List.of(s), 4));
        });
    }

    private boolean isGet(Expr.Call keyed, Expr e) {
        return isCall(e, "get", 1) && isOn(e, map(keyed)) && same(keyed, (Expr.Call) e);
    }

    /** {@code Integer n = map.get(k); map.put(k, n == null ? e : n + e);}, or with {@code if}. */
    private Optional<MapUpdates.Found> gotten(List<Stmt> statements) {
        if (statements.size() < 2
                || !(statements.get(0) instanceof Stmt.Declare d)
                || d.initializer().filter(e -> isMapCall(e, "get", 1)).isEmpty()) {
            return Optional.empty();
        }
        Expr.Call get = (Expr.Call) d.initializer().get();
        Stmt next = statements.get(1);
        Optional<Expr.Call> one = onlyCall(next).filter(p -> puts(get, p));
        boolean counts = one.isPresent() && counts(get, one.get().arguments().get(1), d.var());
        if (next instanceof Stmt.If test && test.otherwise().isPresent()) {
            boolean isNull = isNull(test.condition(), d.var());
            boolean isNot = isNotNull(test.condition(), d.var());
            Optional<Expr.Call> first =
                    onlyCall(isNull ? test.then() : test.otherwise().get());
            Optional<Expr.Call> more = onlyCall(isNull ? test.otherwise().get() : test.then());
            counts = (isNull || isNot)
                    && first.isPresent()
                    && more.isPresent()
                    && puts(get, first.get())
                    && puts(get, more.get())
                    && added(more.get().arguments().get(1), e -> isLocal(e, d.var()))
                            .filter(e -> isSum(get, first.get().arguments().get(1), e))
                            .isPresent();
        }
        return counts && Spelling.mentions(body.all(), d.var()) == 2
                ? counted(get, List.of(d, next), one.isPresent() ? 2 : 3)
                : Optional.empty();
    }

    /** {@code map.compute(k, (x, n) -> n == null ? e : n + e)}. */
    private Optional<MapUpdates.Found> computed(Stmt s) {
        Optional<Expr.Call> call = onlyCall(s).filter(c -> isMapCall(c, "compute", 2));
        if (call.isEmpty()
                || !(call.get().arguments().get(1) instanceof Expr.Lambda lambda)
                || !(lambda.body() instanceof Stmt.Return result)
                || result.value().isEmpty()) {
            return Optional.empty();
        }
        Expr.Call compute = call.get();
        Var before = lambda.parameters().get(1);
        String box = before.type().toString();
        boolean counts = counts(compute, result.value().get(), before)
                && Spelling.mentions(lambda.body(), lambda.parameters().get(0)) == 0
                && CollectionMatcher.BOXES.containsKey(box);
        return counts
                ? found(
                        map(compute),
                        List.of(s),
                        1,
                        new Collecting.Merges(classOf(map(compute)), box, "sum"),
                        Map.of(
                                s,
                                block(
                                        put(map(compute), compute),
                                        new Stmt.Eval(
                                                s.span(), amount(result.value().get(), before)))))
                : Optional.empty();
    }

    /** {@code map.putIfAbsent(k, 0); map.put(k, map.get(k) + e);}. */
    private Optional<MapUpdates.Found> putFirst(List<Stmt> statements) {
        Optional<Expr.Call> first = onlyCall(statements.get(0))
                .filter(c -> isMapCall(c, "putIfAbsent", 2)
                        && c.arguments().get(1) instanceof Expr.Literal zero
                        && CollectionMatcher.isZero(zero));
        Optional<Expr.Call> next = statements.size() > 1 ? onlyCall(statements.get(1)) : Optional.empty();
        return first.flatMap(f -> next.filter(n -> puts(f, n))
                .flatMap(n -> added(n.arguments().get(1), e -> isGet(f, e)))
                .filter(e -> body.isSteady(e))
                .flatMap(e -> counted(f, statements.subList(0, 2), 3)));
    }

    private boolean counts(Expr.Call keyed, Expr value, Var before) {
        return value instanceof Expr.Conditional choice
                && (isNull(choice.condition(), before)
                                && added(choice.whenFalse(), e -> isLocal(e, before))
                                        .filter(e -> isSum(keyed, choice.whenTrue(), e))
                                        .isPresent()
                        || isNotNull(choice.condition(), before)
                                && added(choice.whenTrue(), e -> isLocal(e, before))
                                        .filter(e -> isSum(keyed, choice.whenFalse(), e))
                                        .isPresent());
    }

    private static Expr amount(Expr value, Var before) {
        Expr.Conditional choice = (Expr.Conditional) value;
        return isNull(choice.condition(), before) ? choice.whenTrue() : choice.whenFalse();
    }

    /** What is added to a value: {@code e} of {@code old + e}, or {@code e + old}. */
    private static Optional<Expr> added(Expr sum, Predicate<Expr> isOld) {
        if (!(sum instanceof Expr.Binary b) || b.operator() != Operator.ADD || !isExact(b)) {
            return Optional.empty();
        }
        return isOld.test(b.left())
                ? Optional.of(b.right())
                : isOld.test(b.right()) ? Optional.of(b.left()) : Optional.empty();
    }

    /** The first value of a key is what is added to the others. */
    private boolean isSum(Expr.Call keyed, Expr first, Expr more) {
        return isExact(more)
                && (body.isSame(first, more) || isSameNumber(first, more))
                && Spelling.mentions(more, map(keyed).var()) == 0;
    }

    private static boolean isSameNumber(Expr a, Expr b) {
        return a instanceof Expr.Literal x
                && b instanceof Expr.Literal y
                && x.value().orElse(null) instanceof Number m
                && y.value().orElse(null) instanceof Number n
                && isExact(a)
                && m.longValue() == n.longValue();
    }

    private static boolean isExact(Expr e) {
        return e.type() == Primitive.INT || e.type() == Primitive.LONG;
    }

    private Optional<MapUpdates.Found> counted(Expr.Call keyed, List<Stmt> statements, int mentions) {
        Expr.Local map = map(keyed);
        Map<Stmt, Stmt> instead = new IdentityHashMap<>();
        List<Stmt> parts = new ArrayList<>(List.of(put(map, keyed)));
        for (Stmt s : statements) {
            new IrScanner() {
                @Override
                protected void enter(Expr e) {
                    if (isCall(e, "put", 2) && isOn(e, map)) {
                        // What is added is evaluated as well; what the map says is not.
                        Expr value = ((Expr.Call) e).arguments().get(1);
                        withoutMap(value, map, statements).forEach(v -> parts.add(new Stmt.Eval(v.span(), v)));
                    }
                }
            }.scan(s);
            instead.put(s, new Stmt.Block(s.span(), List.of()));
        }
        instead.put(statements.get(0), new Stmt.Block(statements.get(0).span(), parts));
        return found(map, statements, mentions, new Collecting.Counts(classOf(map)), instead);
    }

    /** The operands of a value that are not about the map or about what it gave. */
    private static List<Expr> withoutMap(Expr value, Expr.Local map, List<Stmt> statements) {
        if (value instanceof Expr.Conditional c) {
            List<Expr> both = new ArrayList<>(withoutMap(c.whenTrue(), map, statements));
            both.addAll(withoutMap(c.whenFalse(), map, statements));
            return both;
        }
        if (value instanceof Expr.Binary b && b.operator() == Operator.ADD && mentionsAny(b, map, statements)) {
            List<Expr> both = new ArrayList<>(withoutMap(b.left(), map, statements));
            both.addAll(withoutMap(b.right(), map, statements));
            return both;
        }
        return mentionsAny(value, map, statements) ? List.of() : List.of(value);
    }

    private static boolean mentionsAny(Expr e, Expr.Local map, List<Stmt> statements) {
        boolean declared = statements.get(0) instanceof Stmt.Declare d && Spelling.mentions(e, d.var()) > 0;
        return declared || Spelling.mentions(e, map.var()) > 0;
    }
}
