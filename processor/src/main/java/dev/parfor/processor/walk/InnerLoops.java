package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Loops inside the body.
 *
 * <p>The body is walked twice. The first time every variable that it assigns begins as an unknown of its own; one that ends
 * as itself plus an invariant amount is an <em>induction variable</em>, whatever its spelling. The second time, recorded,
 * induction variables are written in terms of the loop's index, which is the one that the condition bounds, or of a plain count of
 * iterations where there is none; all other variables are unknown.
 */
final class InnerLoops {

    private final Walk walk;
    private final Expressions expressions;
    private final Statements statements;
    private final InnerCount count;
    private final InnerBounds bounds;
    private final Squares squares;

    /** Where the accesses of the body begin that was walked last. */
    private int bodyStart;

    InnerLoops(Walk walk, Expressions expressions, Statements statements) {
        this.walk = walk;
        this.expressions = expressions;
        this.statements = statements;
        this.count = new InnerCount(walk);
        this.bounds = new InnerBounds(walk, expressions, this);
        this.squares = new Squares(walk, expressions, this);
    }

    /** Jumps to the next iteration of a loop are kept apart from those that leave it. */
    static int continueKey(int loop) {
        return -1 - loop;
    }

    void loop(Stmt.Loop s) {
        s.initializers().forEach(statements::run);
        if (walk.now == null) {
            return;
        }
        State entry = walk.now;
        Set<Var> assigned = AssignedVars.of(s);
        Silent<Map<Var, Poly>> silent = silently(() -> gains(s, entry, assigned));
        Map<Var, Poly> gains = silent.result();

        int mark = walk.mark();
        State head = head(entry, assigned, silent.changes());
        Optional<InnerBound> tested = s.condition().flatMap(c -> bounds.of(s, c, gains, head, mark));
        Optional<InnerBound> bound =
                tested.flatMap(b -> count.ordered(b, entry)).filter(b -> s.testFirst() || count.startsWithin(b, entry));
        walk.now = entry;
        boolean ends = bound.isPresent() && count.ends(bound.get());
        if (!ends && walk.exits && !squares.end(s, entry, head, gains, mark)) {
            walk.mayRunOn(s.span());
        }
        if (s.testFirst()) {
            bound.ifPresent(b -> lastTest(b, head));
        }
        walk.now = entry;
        InnerCount.Shape shape = tested.filter(b -> bound.isEmpty() && s.testFirst())
                .flatMap(b -> count.meeting(b, entry))
                .orElseGet(() -> count.shape(bound, entry, gains));
        shape.facts().forEach(f -> head.facts.add(f));
        gains.forEach((v, gain) -> head.locals.put(v, induction(entry, v, gain, shape)));
        shape.sweep().ifPresent(sweep -> coverBefore(s, head, sweep, mark));
        boolean endsByTest =
                shape.bounded() && LoopExits.of(s.body(), s.id()).isEmpty() && !LoopExits.hasThrow(s.body());
        head.certain = entry.certain && endsByTest;
        Optional<Poly> trips = endsByTest ? count.trips(bound.orElseThrow(), entry) : Optional.empty();
        trips.ifPresent(t -> head.facts.addAll(TripCounts.factsInside(t)));
        State exit = iterate(s, head);
        State end = walk.now;
        record(s, bound, entry, head);

        if (exit == null) {
            walk.now = null;
            return;
        }
        walk.now = head(entry, assigned, silent.changes());
        walk.now.certain = entry.certain;
        if (trips.isPresent()) {
            ended(s, bound.orElseThrow(), entry, gains, trips.get());
        }
        if (shape.sweep().isPresent() && shape.bounded() && !breaksOwn(s) && end != null) {
            walk.coverage.addAll(
                    walk.now, walk.coverage.all(news(end, entry), shape.sweep().get(), p -> existedBefore(p, mark)));
        }
        if (!s.testFirst()) {
            walk.now.carried.retainAll(exit.carried);
        }
    }

    private void record(Stmt.Loop s, Optional<InnerBound> bound, State entry, State head) {
        if (walk.muted == 0
                && walk.callers.isEmpty()
                && bound.isPresent()
                && entry.locals.get(bound.get().index()) instanceof Value.Num start
                && head.locals.get(bound.get().index()) instanceof Value.Num index) {
            walk.innerRuns.put(
                    s.id(),
                    new InnerRun(
                            index.poly(), start.poly(), bound.get().limit().poly(), bodyStart, walk.accesses.size()));
        }
    }

    /** What the induction variables are after so many iterations. The test that ends the loop may have changed one once more. */
    private void ended(Stmt.Loop s, InnerBound bound, State entry, Map<Var, Poly> gains, Poly trips) {
        TripCounts.facts(trips).forEach(walk::assume);
        long last = s.testFirst() && bound.indexText() instanceof Expr.Step step ? step.delta() : 0;
        gains.forEach((v, gain) -> {
            Value.Num start = (Value.Num) entry.locals.get(v);
            try {
                Poly end = start.poly().plus(gain.times(trips)).plus(v.equals(bound.index()) ? last : 0);
                walk.now.locals.put(v, new Value.Num(end, start.type()));
            } catch (ArithmeticException tooLarge) {
                // The variable stays unknown, which is always right.
                walk.now.locals.put(v, walk.top(v.type(), v.name()));
            }
        });
    }

    /** Whatever an iteration writes of private arrays, those before it have written of their parts. */
    private void coverBefore(Stmt.Loop s, State head, Coverage.Sweep sweep, int mark) {
        if (!walk.coverage.isActive()) {
            return;
        }
        State now = walk.now;
        Set<Coverage.Section> written = silently(() -> {
                    iterate(s, head);
                    return walk.now == null ? Set.<Coverage.Section>of() : news(walk.now, head);
                })
                .result();
        walk.now = head;
        Poly here = Poly.of(sweep.index());
        walk.coverage.addAll(
                head, walk.coverage.before(written, sweep, p -> existedBefore(p, mark) || isHere(p, here, mark)));
        walk.now = now;
    }

    /** Whether every unknown is older than the mark, so that it has one value in all iterations of the inner loop. */
    static boolean existedBefore(Poly poly, int mark) {
        return poly.atoms().stream().allMatch(a -> isOlder(a, mark));
    }

    private static boolean isOlder(Atom atom, int mark) {
        if (atom instanceof Atom.Unknown u) {
            return u.id() < mark;
        }
        if (atom instanceof Atom.Index i) {
            return i.loop() < mark;
        }
        return !(atom instanceof Atom.Loaded l) || existedBefore(l.index(), mark);
    }

    private static boolean isHere(Poly p, Poly here, int mark) {
        return p.atoms().stream().allMatch(a -> isOlder(a, mark) || Poly.of(a).equals(here));
    }

    private static Set<Coverage.Section> news(State after, State before) {
        Set<Coverage.Section> news = new LinkedHashSet<>(after.covered);
        news.removeAll(before.covered);
        return news;
    }

    /**
     * The test that ends the loop sees an index that no iteration has. What it evaluates up to the limit is recorded for any
     * value of the variables; what stands behind it is evaluated within the bounds only.
     */
    private void lastTest(InnerBound bound, State head) {
        walk.now = head.copy();
        walk.restore(false);
        for (Expr before : bound.before()) {
            walk.now = expressions.conditions().split(before).whenTrue();
        }
        // What the compared expression itself reads is read in the last test as well.
        expressions.eval(bound.indexText());
        expressions.eval(bound.limitText());
    }

    /** One pass over condition, body and updates from the given state; the result is where the loop ends. */
    private State iterate(Stmt.Loop s, State head) {
        walk.now = head.copy();
        State exit = null;
        if (s.testFirst() && s.condition().isPresent()) {
            boolean certain = head.certain;
            Conditions.Split split =
                    expressions.conditions().split(s.condition().get());
            exit = split.whenFalse();
            walk.now = split.whenTrue();
            walk.restore(certain);
        }
        int start = walk.accesses.size();
        statements.run(s.body());
        walk.now = walk.join(walk.now, walk.arrivals(continueKey(s.id())));
        s.updates().forEach(expressions::evalDiscarded);
        bodyStart = start;
        if (!s.testFirst() && s.condition().isPresent() && walk.now != null) {
            Conditions.Split split =
                    expressions.conditions().split(s.condition().get());
            exit = split.whenFalse();
            walk.now = split.whenTrue();
        }
        State end = walk.now;
        exit = walk.join(exit, walk.arrivals(s.id()));
        walk.now = end;
        return exit;
    }

    /** The entry state with everything that the loop may change unknown. */
    private State head(State entry, Set<Var> assigned, Stores.Changes changes) {
        State head = entry.copy();
        for (Var v : assigned) {
            head.locals.put(v, walk.stores.anyOf(v));
        }
        changes.removeFrom(head.heap);
        return head;
    }

    /** What a silent walk has found, and how it changed what is known of this iteration's objects. */
    record Silent<T>(T result, Stores.Changes changes) {}

    /** Walks without recording anything; jumps that lead out of what is walked are forgotten. */
    <T> Silent<T> silently(Supplier<T> action) {
        State entry = walk.now;
        Stores.Changes outerChanges = walk.stores.watch();
        Map<Integer, List<State>> jumps = new HashMap<>();
        walk.jumps.forEach((target, states) -> jumps.put(target, new ArrayList<>(states)));
        Runnable restoreFrames = statements.snapshot();
        walk.muted++;
        T result = action.get();
        walk.muted--;
        restoreFrames.run();
        walk.jumps.clear();
        walk.jumps.putAll(jumps);
        Stores.Changes changes = walk.stores.resume(outerChanges);
        walk.now = entry;
        return new Silent<>(result, changes);
    }

    /** What each integer variable gains in one iteration, where that is the same in all of them. */
    private Map<Var, Poly> gains(Stmt.Loop s, State entry, Set<Var> assigned) {
        int mark = walk.mark();
        State head = entry.copy();
        Map<Var, Poly> begin = new LinkedHashMap<>();
        for (Var v : assigned) {
            Value value = walk.stores.anyOf(v);
            head.locals.put(v, value);
            if (value instanceof Value.Num n
                    && v.type() != Type.Primitive.CHAR
                    && v.type().isIntegral()) {
                begin.put(v, n.poly());
            }
        }
        head.heap.clear();
        // Whatever the body stores into objects of this iteration is unknown at the head.
        iterate(s, head);
        State end = walk.now;
        Map<Var, Poly> gains = new LinkedHashMap<>();
        if (end == null) {
            return gains;
        }
        begin.forEach((v, before) -> {
            Value after = end.locals.get(v);
            boolean wide = v.type() == Type.Primitive.INT || v.type() == Type.Primitive.LONG;
            if (wide && after instanceof Value.Num n && entry.locals.get(v) instanceof Value.Num) {
                Poly gain = n.poly().minus(before);
                if (existedBefore(gain, mark)) {
                    gains.put(v, gain);
                }
            }
        });
        return gains;
    }

    private Value induction(State entry, Var v, Poly gain, InnerCount.Shape shape) {
        Value.Num start = (Value.Num) entry.locals.get(v);
        if (!shape.exact() && v.type() != Type.Primitive.INT) {
            return walk.top(v.type(), v.name());
        }
        try {
            return new Value.Num(start.poly().plus(gain.times(shape.iterations())), start.type());
        } catch (ArithmeticException tooLarge) {
            return walk.top(v.type(), v.name());
        }
    }

    private static boolean breaksOwn(Stmt.Loop s) {
        return LoopExits.of(s.body(), s.id()).stream()
                .anyMatch(exit -> exit instanceof Stmt.Break b && b.target() == s.id());
    }

    void forEach(Stmt.ForEach s) {
        Value elements = expressions.eval(s.elements());
        if (walk.now == null) {
            return;
        }
        State entry = walk.now;
        Set<Var> assigned = AssignedVars.of(s.body());
        // Objects of this iteration that the body stores into are found by a silent walk first.
        Silent<Boolean> silent = silently(() -> {
            State bare = entry.copy();
            bare.heap.clear();
            each(s, elements, bare, assigned, new Stores.Changes());
            return true;
        });
        each(s, elements, entry, assigned, silent.changes());
        walk.arrivals(s.id());
        walk.now = head(entry, assigned, silent.changes());
        walk.now.certain = entry.certain;
    }

    private void each(Stmt.ForEach s, Value elements, State entry, Set<Var> assigned, Stores.Changes changes) {
        State head = head(entry, assigned, changes);
        head.certain = false;
        walk.now = head;
        Value element = expressions.calls().element(elements, s.elements(), s.element());
        walk.stores.local(s.element(), element);
        walk.now.locals.put(s.element(), element);
        statements.run(s.body());
        walk.now = walk.join(walk.now, walk.arrivals(continueKey(s.id())));
    }
}
