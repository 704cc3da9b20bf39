package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the collections, maps, texts and sets of bits that the body only adds to, by statements of one kind whose value nobody
 * uses. That nothing else in the loop comes to them is for the walk and the pairs to show.
 */
final class CollectionMatcher {

    /** The class that an object of a type is guarded to be of. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("java.util.List", "java.util.ArrayList"),
            Map.entry("java.util.Collection", "java.util.ArrayList"),
            Map.entry("java.util.ArrayList", "java.util.ArrayList"),
            Map.entry("java.util.LinkedList", "java.util.LinkedList"),
            Map.entry("java.util.ArrayDeque", "java.util.ArrayDeque"),
            Map.entry("java.util.Deque", "java.util.ArrayDeque"),
            Map.entry("java.util.Queue", "java.util.ArrayDeque"),
            Map.entry("java.util.Set", "java.util.HashSet"),
            Map.entry("java.util.HashSet", "java.util.HashSet"),
            Map.entry("java.util.LinkedHashSet", "java.util.LinkedHashSet"),
            Map.entry("java.util.Map", "java.util.HashMap"),
            Map.entry("java.util.HashMap", "java.util.HashMap"),
            Map.entry("java.lang.StringBuilder", "java.lang.StringBuilder"),
            Map.entry("java.util.BitSet", "java.util.BitSet"));

    /** Classes that a collection is guarded to be of where the method has made it by one of these constructors. */
    private static final Map<String, Set<String>> MADE = Map.of(
            // The one with three arguments makes a map that each access puts into another order.
            "java.util.LinkedHashMap", Set.of("()", "(int)", "(int,float)", "(java.util.Map)"),
            // In the natural order of the keys.
            "java.util.TreeMap", Set.of("()"),
            "java.util.TreeSet", Set.of("()"),
            "java.util.EnumMap", Set.of("(java.lang.Class)"));

    static final Map<String, Type.Primitive> BOXES = Map.of(
            "java.lang.Integer", Type.Primitive.INT,
            "java.lang.Long", Type.Primitive.LONG,
            "java.lang.Double", Type.Primitive.DOUBLE,
            "java.lang.Float", Type.Primitive.FLOAT);

    private final LoopNest nest;
    private final Predicate<Expr> isFixed;
    private final Steady steady;

    /** @param isFixed whether an expression is spelled so that it is the same in all iterations */
    CollectionMatcher(LoopNest nest, Predicate<Expr> isFixed, Steady steady) {
        this.nest = nest;
        this.isFixed = isFixed;
        this.steady = steady;
    }

    private final class WholeLoop implements MapUpdates.LoopBody {
        @Override
        public Optional<String> mapClass(Expr e) {
            return e instanceof Expr.Local && isFixed.test(e)
                    ? classOf(e).filter(c -> c.endsWith("Map"))
                    : Optional.empty();
        }

        @Override
        public boolean isSame(Expr key, Expr other) {
            return steady.same(key, other);
        }

        @Override
        public boolean isSteady(Expr e) {
            return steady.is(e);
        }

        @Override
        public Optional<Folding> folding(Expr function) {
            return allowed(function);
        }

        @Override
        public Stmt all() {
            return nest.body();
        }
    }

    /**
     * @param collection as it is spelled first
     * @param mentions all of them
     * @param calls the places of the calls
     * @param instead what the walk sees in the places of statements
     */
    record Collected(Expr collection, List<Expr> mentions, List<Span> calls, Collecting how, Map<Stmt, Stmt> instead) {}

    private record Addition(List<Expr> mentions, Expr.Call call, Collecting how) {

        /** The call itself, and those that it is chained to. */
        List<Span> places() {
            List<Span> places = new ArrayList<>();
            Expr e = call;
            while (e instanceof Expr.Call c) {
                places.add(c.span());
                e = c.receiver().orElse(null);
            }
            return places;
        }
    }

    List<Collected> collected() {
        Map<String, List<Addition>> byText = new LinkedHashMap<>();
        Set<String> others = new LinkedHashSet<>();
        // A function may be kept, and called when the blocks' own collections are long forgotten.
        InLambdas functions = InLambdas.of(nest.body());
        Map<String, List<MapUpdates.Found>> updates = new LinkedHashMap<>();
        Set<Stmt> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (MapUpdates.Found f : MapUpdates.in(new WholeLoop(), functions)) {
            String text = Spelling.text(f.map());
            updates.computeIfAbsent(text, t -> new ArrayList<>()).add(f);
            byText.computeIfAbsent(text, t -> new ArrayList<>());
            taken.addAll(f.statements());
        }
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (!functions.contains(s)
                        && !taken.contains(s)
                        && s instanceof Stmt.Eval eval
                        && eval.expression() instanceof Expr.Call call) {
                    root(call).ifPresent(root -> {
                        String text = Spelling.text(root);
                        Optional<Addition> addition = addition(call, root);
                        addition.ifPresent(a -> byText.computeIfAbsent(text, t -> new ArrayList<>())
                                .add(a));
                        if (addition.isEmpty()) {
                            others.add(text);
                        }
                    });
                }
            }
        }.scan(nest.body());
        List<Collected> all = new ArrayList<>();
        byText.forEach((text, additions) -> {
            List<MapUpdates.Found> found = updates.getOrDefault(text, List.of());
            List<Expr> mentions = new ArrayList<>();
            List<Span> places = new ArrayList<>();
            Set<Collecting> how = new LinkedHashSet<>();
            Map<Stmt, Stmt> instead = new IdentityHashMap<>();
            for (Addition a : additions) {
                mentions.addAll(a.mentions());
                places.addAll(a.places());
                how.add(a.how());
            }
            for (MapUpdates.Found f : found) {
                mentions.addAll(f.mentions());
                places.addAll(f.calls());
                how.add(f.how());
                instead.putAll(f.instead());
            }
            if (how.size() == 1 && !others.contains(text) && !isMentionedOtherwise(mentions)) {
                all.add(new Collected(
                        mentions.get(0), mentions, places, how.iterator().next(), instead));
            }
        });
        return all;
    }

    /** What the first of a chain of calls is called on. */
    private Optional<Expr> root(Expr.Call call) {
        Expr e = call;
        while (e instanceof Expr.Call c && c.receiver().isPresent()) {
            e = c.receiver().get();
        }
        boolean place = e instanceof Expr.Local
                || e instanceof Expr.FieldGet f && !f.field().isVolatile();
        return place && classOf(e).isPresent() && isFixed.test(e) ? Optional.of(e) : Optional.empty();
    }

    /** The class that a collection is guarded to be of: that of the object which a variable always holds, or the usual one of its type. */
    private Optional<String> classOf(Expr collection) {
        Optional<MethodRef> made = collection instanceof Expr.Local local
                ? Optional.ofNullable(nest.surroundings().made().get(local.var()))
                        .map(Expr.New::constructor)
                        .filter(m -> m.owner().startsWith("java."))
                : Optional.empty();
        return made.isEmpty()
                ? Optional.ofNullable(CLASSES.get(collection.type().toString()))
                : made.filter(m -> CLASSES.containsValue(m.owner())
                                || MADE.getOrDefault(m.owner(), Set.of()).contains(m.descriptor()))
                        .map(MethodRef::owner);
    }

    /** In the kernel a local of the user is the block's own collection, which nobody else must see. */
    private boolean isMentionedOtherwise(List<Expr> mentions) {
        return mentions.get(0) instanceof Expr.Local local
                && Spelling.mentions(nest.body(), local.var()) != mentions.size();
    }

    private Optional<Addition> addition(Expr.Call call, Expr root) {
        String className = classOf(root).orElseThrow();
        if (className.equals("java.lang.StringBuilder")) {
            return appends(call)
                    ? Optional.of(new Addition(List.of(root), call, new Collecting.Text()))
                    : Optional.empty();
        }
        if (call.receiver().filter(r -> r == root).isEmpty()) {
            return Optional.empty();
        }
        if (className.endsWith("Map")) {
            return ofMap(call, root, className);
        }
        boolean one = call.arguments().size() == 1;
        String name = call.method().name();
        Collecting how = null;
        if (className.equals("java.util.BitSet")) {
            how = one && name.equals("set") ? new Collecting.Bits() : null;
        } else if (className.endsWith("Set")) {
            how = one && name.equals("add") ? new Collecting.Distinct(className) : null;
        } else if (one && Set.of("add", "addLast").contains(name) || one && name.equals("offer")) {
            how = new Collecting.Elements(className);
        }
        boolean typed = root instanceof Expr.Local || call.arguments().stream().noneMatch(CollectionMatcher::needsType);
        return Optional.ofNullable(how).filter(h -> typed).map(h -> new Addition(List.of(root), call, h));
    }

    /** A function that the type of a field's own declaration gives its type to, which generated code does not repeat. */
    private static boolean needsType(Expr argument) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                found[0] |= e instanceof Expr.Lambda || e instanceof Expr.MethodReference;
            }
        }.scan(argument);
        return found[0];
    }

    private static boolean appends(Expr.Call call) {
        Expr e = call;
        while (e instanceof Expr.Call c && c.receiver().isPresent()) {
            if (!c.method().owner().equals("java.lang.StringBuilder")
                    || !Set.of("append", "appendCodePoint").contains(c.method().name())) {
                return false;
            }
            e = c.receiver().get();
        }
        return true;
    }

    // ---- maps -------------------------------------------------------------------------------------------------------

    private Optional<Addition> ofMap(Expr.Call call, Expr root, String className) {
        if (!(root instanceof Expr.Local)) {
            return Optional.empty();
        }
        List<Expr> arguments = call.arguments();
        if (call.method().name().equals("merge") && arguments.size() == 3) {
            return allowed(arguments.get(2))
                    .map(f ->
                            new Addition(List.of(root), call, new Collecting.Merges(className, f.owner(), f.method())));
        }
        if (!call.method().name().equals("put") || arguments.size() != 2) {
            return Optional.empty();
        }
        return count(arguments.get(0), arguments.get(1), root)
                .map(inner -> new Addition(List.of(root, inner), call, new Collecting.Counts(className)))
                .or(() -> Spelling.mentions(call, ((Expr.Local) root).var()) == 1
                        ? Optional.of(new Addition(List.of(root), call, new Collecting.Puts(className)))
                        : Optional.empty());
    }

    record Folding(String owner, String method) {}

    /** Not a sum that is rounded, where the user wants that to be as written. */
    private Optional<Folding> allowed(Expr function) {
        return folding(function)
                .filter(f -> !(nest.options().strictFloating()
                        && f.method().equals("sum")
                        && BOXES.get(f.owner()).isFloating()));
    }

    /** {@code Integer::sum} and the like, {@code (a, b) -> a + b}. */
    private static Optional<Folding> folding(Expr function) {
        Set<String> names = Set.of("sum", "max", "min");
        if (function instanceof Expr.MethodReference r) {
            return BOXES.containsKey(r.method().owner())
                            && names.contains(r.method().name())
                    ? Optional.of(new Folding(r.method().owner(), r.method().name()))
                    : Optional.empty();
        }
        if (!(function instanceof Expr.Lambda lambda)
                || lambda.parameters().size() != 2
                || !(lambda.body() instanceof Stmt.Return result)
                || !(result.value().orElse(null) instanceof Expr.Binary sum)) {
            return Optional.empty();
        }
        String box = lambda.parameters().get(0).type().toString();
        boolean adds = sum.operator() == Operator.ADD
                && BOXES.containsKey(box)
                && BOXES.get(box) == sum.type()
                && lambda.parameters().get(1).type().toString().equals(box)
                && isLocal(sum.left(), lambda.parameters().get(0))
                && isLocal(sum.right(), lambda.parameters().get(1));
        return adds ? Optional.of(new Folding(box, "sum")) : Optional.empty();
    }

    private static boolean isLocal(Expr e, dev.parfor.processor.ir.Var v) {
        return e instanceof Expr.Local local && local.var().equals(v);
    }

    /** The map's second mention in {@code map.put(k, map.getOrDefault(k, 0) + e)}. */
    private Optional<Expr> count(Expr key, Expr value, Expr root) {
        boolean exact = value.type() == Type.Primitive.INT || value.type() == Type.Primitive.LONG;
        if (!exact || !(value instanceof Expr.Binary sum) || sum.operator() != Operator.ADD) {
            return Optional.empty();
        }
        boolean first = sum.left() instanceof Expr.Call c && c.method().name().equals("getOrDefault");
        Expr more = first ? sum.right() : sum.left();
        if (!((first ? sum.left() : sum.right()) instanceof Expr.Call get)
                || !get.method().name().equals("getOrDefault")
                || get.receiver().filter(r -> Spelling.same(r, root)).isEmpty()
                || BOXES.get(get.type().toString()) != value.type()
                || !isZero(get.arguments().get(1))) {
            return Optional.empty();
        }
        var map = ((Expr.Local) root).var();
        boolean one = steady.same(key, get.arguments().get(0))
                && steady.is(more)
                && Spelling.mentions(more, map) == 0
                && Spelling.mentions(key, map) == 0;
        return one ? get.receiver() : Optional.empty();
    }

    static boolean isZero(Expr e) {
        return e instanceof Expr.Literal l
                && l.value().orElse(null) instanceof Number n
                && !(n instanceof Double || n instanceof Float)
                && n.longValue() == 0;
    }
}
