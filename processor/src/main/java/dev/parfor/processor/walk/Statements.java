package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Executes statements on symbolic values. */
final class Statements implements Stmt.Visitor<Void> {

    private final Walk walk;
    private final Expressions expressions;
    private final InnerLoops loops;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Deque<Yields> yields = new ArrayDeque<>();

    /** A method being walked: the states in which it has returned, and the values. */
    static final class Frame {
        State returned;
        Value value;
        final Type returns;

        Frame(Type returns) {
            this.returns = returns;
        }
    }

    private static final class Yields {
        State state;
        Value value;
        final Type type;

        Yields(Type type) {
            this.type = type;
        }
    }

    Statements(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.expressions = expressions;
        this.loops = new InnerLoops(walk, expressions, this);
        expressions.connect(this);
    }

    /** Remembers what methods and switch expressions under way have returned so far; the result puts it back. */
    Runnable snapshot() {
        List<Runnable> restore = new ArrayList<>();
        for (Frame f : frames) {
            State returned = f.returned;
            Value value = f.value;
            restore.add(() -> {
                f.returned = returned;
                f.value = value;
            });
        }
        for (Yields y : yields) {
            State state = y.state;
            Value value = y.value;
            restore.add(() -> {
                y.state = state;
                y.value = value;
            });
        }
        return () -> restore.forEach(Runnable::run);
    }

    void run(Stmt s) {
        if (walk.now == null || !walk.step(s.span())) {
            return;
        }
        boolean certain = walk.now.certain;
        s.accept(this);
        if (s instanceof Stmt.Block || s instanceof Stmt.Eval || s instanceof Stmt.Declare) {
            return;
        }
        walk.restore(certain && !LoopExits.leaves(s));
    }

    /** Walks a method's body; the result is the join of its returned values. */
    Value body(Stmt body, Type returns) {
        Frame frame = new Frame(returns);
        frames.push(frame);
        boolean certain = walk.now.certain;
        run(body);
        frames.pop();
        walk.now = walk.join(walk.now, frame.returned);
        walk.restore(certain);
        return frame.value == null ? walk.now == null ? Value.OTHER : walk.top(returns, "result") : frame.value;
    }

    @Override
    public Void block(Stmt.Block s) {
        for (int k = 0; k < s.statements().size(); k++) {
            Optional<LockPattern> section =
                    walk.now == null ? Optional.empty() : LockPattern.at(s.statements(), k, walk.home);
            if (section.isPresent()) {
                explicit(section.get());
                k += section.get().length() - 1;
            } else {
                run(s.statements().get(k));
            }
        }
        return null;
    }

    @Override
    public Void declare(Stmt.Declare s) {
        Value value =
                s.initializer().isPresent() ? expressions.eval(s.initializer().get()) : null;
        if (walk.now != null) {
            Type type = s.var().type();
            boolean function = value instanceof Value.Function;
            Value converted =
                    value == null ? walk.top(type, s.var().name()) : function ? value : walk.convert(value, type);
            if (value != null) {
                walk.stores.local(s.var(), converted);
            }
            walk.now.locals.put(s.var(), converted);
        }
        return null;
    }

    @Override
    public Void eval(Stmt.Eval s) {
        Optional<GuardedUpdate> update = guardedUpdate(s);
        if (update.isPresent()) {
            expressions.update(update.get());
        } else {
            expressions.evalDiscarded(s.expression());
        }
        return null;
    }

    private Optional<GuardedUpdate> guardedUpdate(Stmt s) {
        return walk.sections.any() ? GuardedUpdate.match(s) : Optional.empty();
    }

    @Override
    public Void when(Stmt.If s) {
        Optional<GuardedUpdate> update = guardedUpdate(s);
        if (update.isPresent()) {
            walk.restore(false);
            expressions.update(update.get());
            return null;
        }
        Conditions.Split split = expressions.conditions().split(s.condition());
        walk.now = split.whenTrue();
        run(s.then());
        State afterThen = walk.now;
        walk.now = split.whenFalse();
        s.otherwise().ifPresent(this::run);
        State afterElse = walk.now;
        walk.now = walk.join(afterThen, afterElse);
        expressions.conditions().extremes(split, afterThen, afterElse);
        return null;
    }

    @Override
    public Void loop(Stmt.Loop s) {
        loops.loop(s);
        return null;
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        loops.forEach(s);
        return null;
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        // In a method that is called it belongs to a loop of that method.
        if (s.inOrder() && walk.callers.isEmpty()) {
            walk.sections.inOrder(() -> run(s.body()));
        } else {
            run(s.body());
        }
        walk.now = walk.join(walk.now, walk.arrivals(s.id()));
        return null;
    }

    @Override
    public Void breakOut(Stmt.Break s) {
        walk.jumpTo(s.target());
        return null;
    }

    @Override
    public Void continueWith(Stmt.Continue s) {
        walk.jumpTo(InnerLoops.continueKey(s.target()));
        return null;
    }

    @Override
    public Void returnFrom(Stmt.Return s) {
        Value value = s.value().isPresent() ? expressions.eval(s.value().get()) : null;
        if (walk.now == null) {
            return null;
        }
        Frame frame = frames.peek();
        if (frame == null) {
            if (value != null) {
                // The caller may look at all that is in it.
                walk.escape(value, s.span());
            }
            walk.jumpTo(Walk.RETURN);
            return null;
        }
        if (value != null) {
            // As the method returns it: a byte and an int from two places are an int.
            Value converted = value instanceof Value.Function ? value : walk.convert(value, frame.returns);
            frame.value = frame.value == null ? converted : walk.join(frame.value, converted, frame.returns);
        }
        frame.returned = walk.join(frame.returned, walk.now.uncertain());
        walk.now = null;
        return null;
    }

    @Override
    public Void raise(Stmt.Throw s) {
        expressions.eval(s.exception());
        walk.now = null;
        return null;
    }

    @Override
    public Void yieldValue(Stmt.Yield s) {
        Value value = expressions.eval(s.value());
        if (walk.now != null) {
            Yields y = yields.peek();
            Value converted = value instanceof Value.Function ? value : walk.convert(value, y.type);
            y.value = y.value == null ? converted : walk.join(y.value, converted, y.type);
            y.state = walk.join(y.state, walk.now);
            walk.now = null;
        }
        return null;
    }

    @Override
    public Void assertThat(Stmt.Assert s) {
        // Assertions may be switched off: what they do may happen or not.
        State skipped = walk.now.uncertain();
        Conditions.Split split = expressions.conditions().split(s.condition());
        walk.now = split.whenFalse();
        s.detail().ifPresent(d -> expressions.calls().concatenated(d, expressions.eval(d)));
        walk.now = walk.join(split.whenTrue(), skipped);
        return null;
    }

    @Override
    public Void attempt(Stmt.Try s) {
        for (Stmt resource : s.resources()) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, resource.span(), "close", "");
        }
        State before = walk.now.copy();
        Map<Integer, Integer> jumpsBefore = new HashMap<>();
        walk.jumps.forEach((target, states) -> jumpsBefore.put(target, states.size()));
        Ends endsBefore = ends();
        s.resources().forEach(this::run);
        run(s.body());
        State after = walk.now;
        State thrown = disturbed(before, s.body());
        for (Stmt.Catch c : s.catches()) {
            walk.now = thrown.copy();
            walk.stores.local(c.exception(), Value.OTHER);
            walk.now.locals.put(
                    c.exception(), Value.Ref.of(new Obj.Any(c.exception().type())));
            run(c.body());
            after = walk.join(after, walk.now);
        }
        walk.now = after;
        if (s.finalizer().isPresent()) {
            finish(s, before, after, jumpsBefore, endsBefore);
        }
        return null;
    }

    /** The state in which a handler may begin: anywhere in the body something has been thrown. */
    private State disturbed(State before, Stmt body) {
        State state = before.uncertain();
        for (Var v : AssignedVars.of(body)) {
            state.locals.put(v, walk.top(v.type(), v.name()));
        }
        state.heap.clear();
        return state;
    }

    /** The states in which the method, and the switch expression, under way have ended so far. */
    private record Ends(State returned, State yielded) {}

    private Ends ends() {
        return new Ends(
                frames.isEmpty() ? null : frames.peek().returned, yields.isEmpty() ? null : yields.peek().state);
    }

    private void finish(Stmt.Try s, State before, State after, Map<Integer, Integer> jumpsBefore, Ends endsBefore) {
        Stmt finalizer = s.finalizer().get();
        // Once for all the ways in which control may come here by an exception or a jump ...
        walk.now = disturbed(before, new Stmt.Block(s.span(), bodies(s)));
        run(finalizer);
        // ... and once for the ordinary one.
        walk.now = after == null ? null : after.copy();
        if (walk.now != null) {
            run(finalizer);
        }
        Set<Var> assigned = AssignedVars.of(finalizer);
        walk.jumps.forEach((target, states) -> {
            for (int k = jumpsBefore.getOrDefault(target, 0); k < states.size(); k++) {
                overwritten(states.get(k), assigned);
            }
        });
        Ends ends = ends();
        if (ends.returned() != null && ends.returned() != endsBefore.returned()) {
            overwritten(ends.returned(), assigned);
        }
        if (ends.yielded() != null && ends.yielded() != endsBefore.yielded()) {
            overwritten(ends.yielded(), assigned);
        }
    }

    private static List<Stmt> bodies(Stmt.Try s) {
        List<Stmt> all = new ArrayList<>();
        all.add(s.body());
        s.catches().forEach(c -> all.add(c.body()));
        return all;
    }

    private void overwritten(State state, Set<Var> assigned) {
        assigned.forEach(v -> state.locals.put(v, walk.top(v.type(), v.name())));
        state.heap.clear();
    }

    @Override
    public Void locked(Stmt.Synchronized s) {
        Value lock = expressions.eval(s.lock());
        if (walk.now == null) {
            return null;
        }
        walk.escape(lock, s.span());
        walk.sections.inside(lock, s.lock().type(), true, s.lock().span(), () -> run(s.body()));
        return null;
    }

    private void explicit(LockPattern section) {
        Value lock = expressions.eval(section.lock());
        Value unlock = walk.now == null ? Value.OTHER : expressions.eval(section.unlock());
        if (walk.now == null) {
            return;
        }
        if (!lock.equals(unlock) || !section.givenBack()) {
            walk.sections.refuse(
                    Refusal.Sync.Kind.WAITS,
                    section.taken().span(),
                    section.lock().span().text(),
                    "half");
        }
        walk.sections.inside(lock, section.lock().type(), false, section.taken().span(), () -> run(section.body()));
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        walk.privates.rename(expressions.eval(s.selector()));
        if (walk.now == null) {
            return null;
        }
        State end = cases(s.cases(), null);
        walk.now = walk.join(end, walk.arrivals(s.id()));
        return null;
    }

    Value switchValue(Expr.Switch e) {
        walk.privates.rename(expressions.eval(e.selector()));
        if (walk.now == null) {
            return Value.OTHER;
        }
        boolean certain = walk.now.certain;
        Yields y = new Yields(e.type());
        yields.push(y);
        cases(e.cases(), y);
        yields.pop();
        walk.now = y.state;
        walk.restore(certain);
        return y.value == null ? Value.OTHER : y.value;
    }

    /** @return the state behind the last case, joined with that of no case where there is no default */
    private State cases(List<Stmt.Case> cases, Yields yields) {
        State selected = walk.now.uncertain();
        State end = null;
        State falling = null;
        boolean exhaustive = yields != null;
        for (Stmt.Case c : cases) {
            exhaustive |= c.isDefault() || c.hasPattern();
            walk.now = walk.join(selected.copy(), falling);
            c.bindings().forEach(b -> {
                walk.stores.local(b, Value.OTHER);
                walk.now.locals.put(b, walk.top(b.type(), b.name()));
            });
            if (c.guard().isPresent()) {
                Conditions.Split split =
                        expressions.conditions().split(c.guard().get());
                selected = walk.join(selected, split.whenFalse());
                walk.now = split.whenTrue();
            }
            run(c.body());
            if (c.fallsThrough()) {
                falling = walk.now;
            } else {
                end = walk.join(end, walk.now);
                falling = null;
            }
        }
        end = walk.join(end, falling);
        return exhaustive ? end : walk.join(end, selected);
    }

    @Override
    public Void localClass(Stmt.LocalClass s) {
        return null;
    }

    @Override
    public Void constructorCall(Stmt.ConstructorCall s) {
        expressions.calls().constructorCall(s);
        return null;
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        walk.refuse(new Refusal.Shape(Refusal.Shape.Kind.UNREAD, walk.root(s.span()), s.kind(), Optional.empty()));
        return null;
    }
}
