package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements that add to the collection which a map has for a key, and make it if there is none. */
final class MapGroups extends MapPatterns {

    /** Lists, queues and sets whose order is that of their elements' coming, or of the elements themselves. */
    private static final Set<String> KEPT_AS_THEY_ARE = Set.of(
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.LinkedHashSet",
            "java.util.TreeSet");

    private final InLambdas functions;

    MapGroups(MapUpdates.LoopBody body, InLambdas functions) {
        super(body);
        this.functions = functions;
    }

    Optional<MapUpdates.Found> at(List<Stmt> statements) {
        return chained(statements.get(0))
                .or(() -> held(statements))
                .or(() -> madeBefore(statements))
                .or(() -> madeIfNone(statements));
    }

    /** {@code map.computeIfAbsent(k, x -> new ArrayList<>()).add(e)}. */
    private Optional<MapUpdates.Found> chained(Stmt s) {
        if (!(s instanceof Stmt.Eval eval)) {
            return Optional.empty();
        }
        Expr e = eval.expression();
        while (e instanceof Expr.Call c && c.receiver().isPresent() && !isCall(c, "computeIfAbsent", 2)) {
            e = c.receiver().get();
        }
        return asked(e).flatMap(a -> use(eval, a.call(), a.made())
                .filter(how -> isGroup(a.map(), how, true))
                .flatMap(how -> found(
                        a.map(),
                        List.of(s),
                        1,
                        new Collecting.Groups(classOf(a.map()), true, how),
                        Map.of(s, block(put(a.map(), a.call()), replaced(eval, a.call(), a.made()))))));
    }

    /** {@code List<E> list = map.computeIfAbsent(k, x -> new ArrayList<>())}, and adding to the list. */
    private Optional<MapUpdates.Found> held(List<Stmt> statements) {
        if (!(statements.get(0) instanceof Stmt.Declare d) || d.initializer().isEmpty()) {
            return Optional.empty();
        }
        return asked(d.initializer().get())
                .flatMap(a -> adding(d.var(), a.made(), 0)
                        .filter(how -> isGroup(a.map(), how, true))
                        .flatMap(how -> found(
                                a.map(),
                                List.of(d),
                                1,
                                new Collecting.Groups(classOf(a.map()), true, how),
                                Map.of(d, block(put(a.map(), a.call()), holding(d, a.made()))))));
    }

    private static Stmt holding(Stmt.Declare d, Expr.New made) {
        return new Stmt.Declare(d.span(), d.var(), Optional.of(made));
    }

    /**
     * {@code if (!map.containsKey(k)) map.put(k, new ArrayList<>());} or {@code map.putIfAbsent(k, new ArrayList<>());}, and then {@code
     * map.get(k).add(e)}, or the same with a variable for what the map has.
     */
    private Optional<MapUpdates.Found> madeBefore(List<Stmt> statements) {
        Stmt first = statements.get(0);
        boolean tests = first instanceof Stmt.If;
        Optional<Asked> made =
                tests ? tested((Stmt.If) first) : onlyCall(first).flatMap(p -> created(p, "putIfAbsent"));
        if (made.isEmpty() || statements.size() < 2) {
            return Optional.empty();
        }
        Asked a = made.get();
        int mentions = tests ? 3 : 2;
        Stmt next = statements.get(1);
        if (next instanceof Stmt.Declare d
                && d.initializer().filter(e -> isGet(e, a)).isPresent()) {
            return adding(d.var(), a.made(), 0)
                    .filter(how -> isGroup(a.map(), how, false))
                    .flatMap(how -> found(
                            a.map(),
                            List.of(first, d),
                            mentions,
                            new Collecting.Groups(classOf(a.map()), false, how),
                            Map.of(first, put(a.map(), a.call()), d, holding(d, a.made()))));
        }
        return gottenIn(next, a)
                .flatMap(get -> use(next, get, a.made())
                        .filter(how -> isGroup(a.map(), how, false))
                        .flatMap(how -> found(
                                a.map(),
                                List.of(first, next),
                                mentions,
                                new Collecting.Groups(classOf(a.map()), false, how),
                                Map.of(
                                        first,
                                        put(a.map(), a.call()),
                                        next,
                                        replaced((Stmt.Eval) next, get, a.made())))));
    }

    /** {@code if (!map.containsKey(k)) map.put(k, new ArrayList<>());}. */
    private Optional<Asked> tested(Stmt.If test) {
        return asking(test.condition())
                .filter(q -> !q.positive() && test.otherwise().isEmpty())
                .flatMap(q -> onlyCall(test.then())
                        .flatMap(p -> created(p, "put"))
                        .filter(p -> isOn(q.call(), p.map()) && same(q.call(), p.call())));
    }

    /** {@code List<E> list = map.get(k); if (list == null) { list = new ArrayList<>(); map.put(k, list); }}, and adding to the list. */
    private Optional<MapUpdates.Found> madeIfNone(List<Stmt> statements) {
        if (statements.size() < 2
                || !(statements.get(0) instanceof Stmt.Declare d)
                || d.initializer().filter(e -> isMapCall(e, "get", 1)).isEmpty()
                || !(statements.get(1) instanceof Stmt.If test)
                || test.otherwise().isPresent()
                || !isNull(test.condition(), d.var())) {
            return Optional.empty();
        }
        Expr.Call get = (Expr.Call) d.initializer().get();
        Expr.Local map = map(get);
        List<Stmt> then = test.then() instanceof Stmt.Block b ? b.statements() : List.of(test.then());
        Optional<Expr.New> made = then.size() == 2
                        && then.get(0) instanceof Stmt.Eval first
                        && first.expression() instanceof Expr.Assign assign
                        && isLocal(assign.target(), d.var())
                ? isCreated(assign.value())
                : Optional.empty();
        boolean puts = then.size() == 2
                && onlyCall(then.get(1))
                        .filter(p -> puts(get, p) && isLocal(p.arguments().get(1), d.var()))
                        .isPresent();
        if (made.isEmpty() || !puts) {
            return Optional.empty();
        }
        return adding(d.var(), made.get(), 3)
                .filter(how -> isGroup(map, how, false))
                .flatMap(how -> found(
                        map,
                        List.of(d, test),
                        2,
                        new Collecting.Groups(classOf(map), false, how),
                        Map.of(d, holding(d, made.get()), test, put(map, get))));
    }

    /** Whether blocks can have such groups: a {@code HashSet} has an order that merging has to make anew. */
    private boolean isGroup(Expr.Local map, Collecting how, boolean computes) {
        String name = how.className();
        boolean replaced = name.equals("java.util.HashSet") || name.equals("java.util.HashMap");
        boolean known = KEPT_AS_THEY_ARE.contains(name)
                || name.equals("java.lang.StringBuilder")
                || name.equals("java.util.TreeMap")
                || replaced && computes && !classOf(map).equals("java.util.EnumMap");
        return known;
    }

    /** A call that gives the collection of a key, which is made if there is none. */
    private record Asked(Expr.Local map, Expr.Call call, Expr.New made) {}

    private Optional<Asked> asked(Expr e) {
        if (!isMapCall(e, "computeIfAbsent", 2)) {
            return Optional.empty();
        }
        Expr.Call call = (Expr.Call) e;
        return call.arguments().get(1) instanceof Expr.Lambda lambda && lambda.body() instanceof Stmt.Return result
                ? result.value().flatMap(MapGroups::isCreated).map(n -> new Asked(map(call), call, n))
                : Optional.empty();
    }

    private Optional<Asked> created(Expr.Call call, String name) {
        return isMapCall(call, name, 2)
                ? isCreated(call.arguments().get(1)).map(n -> new Asked(map(call), call, n))
                : Optional.empty();
    }

    /** {@code new ArrayList<>()}; with a capacity where that can't be seen. */
    private static Optional<Expr.New> isCreated(Expr e) {
        if (!(e instanceof Expr.New made) || made.anonymous()) {
            return Optional.empty();
        }
        boolean sized = Set.of("java.util.ArrayList", "java.util.ArrayDeque", "java.lang.StringBuilder")
                        .contains(made.constructor().owner())
                && made.constructor().descriptor().equals("(int)")
                && made.arguments().get(0) instanceof Expr.Literal size
                && size.value().filter(v -> v instanceof Integer n && n >= 0).isPresent();
        return made.constructor().descriptor().equals("()") || sized ? Optional.of(made) : Optional.empty();
    }

    private boolean isGet(Expr e, Asked a) {
        return isCall(e, "get", 1) && isOn(e, a.map()) && same((Expr.Call) e, a.call());
    }

    /** {@code map.get(k)} in {@code map.get(k).add(e)}. */
    private Optional<Expr> gottenIn(Stmt s, Asked a) {
        Expr e = s instanceof Stmt.Eval eval ? eval.expression() : null;
        while (e instanceof Expr.Call c && c.receiver().isPresent() && !isCall(c, "get", 1)) {
            e = c.receiver().get();
        }
        return e != null && isGet(e, a) ? Optional.of(e) : Optional.empty();
    }

    /**
     * What is done to a variable's collection, if that is one kind of adding and nothing else.
     *
     * @param others mentions of the variable that are none
     */
    private Optional<Collecting> adding(Var collection, Expr.New made, int others) {
        List<Collecting> how = new ArrayList<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt inner) {
                if (!functions.contains(inner)) {
                    rootOf(inner)
                            .filter(r -> isLocal(r, collection))
                            .flatMap(r -> use(inner, r, made))
                            .ifPresent(how::add);
                }
            }
        }.scan(body.all());
        return !how.isEmpty()
                        && how.stream().distinct().count() == 1
                        && Spelling.mentions(body.all(), collection) == how.size() + others
                ? Optional.of(how.get(0))
                : Optional.empty();
    }

    private static Optional<Expr> rootOf(Stmt s) {
        Expr e = s instanceof Stmt.Eval eval && eval.expression() instanceof Expr.Call ? eval.expression() : null;
        while (e instanceof Expr.Call c && c.receiver().isPresent()) {
            e = c.receiver().get();
        }
        return Optional.ofNullable(e);
    }

    /** What a statement does to the collection that an expression gives. */
    private Optional<Collecting> use(Stmt s, Expr collection, Expr.New made) {
        String name = made.constructor().owner();
        if (!(s instanceof Stmt.Eval eval) || !(eval.expression() instanceof Expr.Call call)) {
            return Optional.empty();
        }
        if (name.equals("java.lang.StringBuilder")) {
            return appendsTo(call, collection) ? Optional.of(new Collecting.Text()) : Optional.empty();
        }
        if (call.receiver().filter(r -> r == collection).isEmpty()) {
            return Optional.empty();
        }
        int arguments = call.arguments().size();
        String method = call.method().name();
        if (name.endsWith("Map")) {
            return method.equals("merge") && arguments == 3
                    ? body.folding(call.arguments().get(2)).map(f -> new Collecting.Merges(name, f.owner(), f.method()))
                    : Optional.empty();
        }
        boolean adds = arguments == 1 && method.equals("add");
        if (name.endsWith("Set")) {
            return adds ? Optional.of(new Collecting.Distinct(name)) : Optional.empty();
        }
        boolean atEnd = adds || arguments == 1 && (method.equals("addLast") || method.equals("offer"));
        return atEnd && KEPT_AS_THEY_ARE.contains(name) ? Optional.of(new Collecting.Elements(name)) : Optional.empty();
    }

    private static boolean appendsTo(Expr.Call call, Expr text) {
        Expr e = call;
        while (e != text && e instanceof Expr.Call c && c.receiver().isPresent()) {
            if (!c.method().owner().equals("java.lang.StringBuilder")
                    || !c.method().name().equals("append")) {
                return false;
            }
            e = c.receiver().get();
        }
        return e == text;
    }
}
