package dev.parfor.processor.random;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs random loops as Java would, on real arrays, and logs what the iterations of the marked loop access. That it does so is
 * checked with each loop: the compiled method must come to the same end.
 */
final class Interpreter {

    /** More steps than the loops of a test should need. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final String RETURN = "return";
    private static final String UPDATE = "update";

    private final AccessLog log;
    private final boolean inHelper;
    /** Whether each compound assignment of a cell counts as one that may come in any order. */
    private final boolean updates;

    private final Map<String, Object> variables = new HashMap<>();
    private final int[] steps;
    private Object returned;

    Interpreter(AccessLog log, int maxSteps, boolean updates) {
        this(log, false, new int[] {maxSteps}, updates);
    }

    private Interpreter(AccessLog log, boolean inHelper, int[] steps, boolean updates) {
        this.log = log;
        this.updates = updates;
        this.inHelper = inHelper;
        this.steps = steps;
    }

    /** What the method returns; throws what it throws, or {@link TooLong}. */
    Object run(Program program, Map<String, Object> arguments) {
        variables.putAll(arguments);
        for (Stmt statement : program.body()) {
            if (RETURN.equals(execute(statement))) {
                return Values.convert(program.result().kind(), returned);
            }
        }
        return evaluate(program.result());
    }

    private void count() {
        if (--steps[0] < 0) {
            throw new TooLong();
        }
    }

    /** The text of the jump that ended the statement, or null. */
    private String execute(Stmt statement) {
        count();
        if (statement instanceof Stmt.Block b) {
            for (Stmt s : b.statements()) {
                String jump = execute(s);
                if (jump != null) {
                    return jump;
                }
            }
            return null;
        } else if (statement instanceof Stmt.Declare d) {
            variables.put(d.name(), Values.convert(d.kind(), evaluate(d.value())));
            if (d.value() instanceof Expr.NewArray && !inHelper) {
                Object array = variables.get(d.name());
                log.made(array);
                if (array instanceof Object[] rows) {
                    Arrays.stream(rows).forEach(log::made);
                }
            }
        } else if (statement instanceof Stmt.Assign a) {
            assign(a.target(), a.operator(), a.value());
        } else if (statement instanceof Stmt.Step s) {
            assign(s.target(), s.up() ? "+=" : "-=", Expr.of(1));
        } else if (statement instanceof Stmt.Eval e) {
            call(e.call());
        } else if (statement instanceof Stmt.If i) {
            return execute((boolean) evaluate(i.condition()) ? i.then() : i.otherwise());
        } else if (statement instanceof Stmt.For f) {
            Object start = start(f);
            return f.marked() ? logged(f.index(), () -> loop(f, start)) : loop(f, start);
        } else if (statement instanceof Stmt.ForEach f) {
            Object array = evaluate(f.array());
            return f.marked() ? logged(f.element().name(), () -> each(f, array)) : each(f, array);
        } else if (statement instanceof Stmt.While w) {
            return loop(w);
        } else if (statement instanceof Stmt.Switch s) {
            return choose(s);
        } else if (statement instanceof Stmt.Try t) {
            return attempt(t);
        } else if (statement instanceof Stmt.Merging m) {
            return merge(m);
        } else if (statement instanceof Stmt.Synchronized s) {
            Object lock = evaluate(s.lock());
            if (lock == null) {
                throw new NullPointerException();
            }
            log.locked(lock);
            try {
                return execute(s.body());
            } finally {
                log.locked(null);
            }
        } else if (statement instanceof Stmt.Library l) {
            LibraryCalls.run(
                    l.method(),
                    evaluate(l.receiver()),
                    l.arguments().stream().map(this::evaluate).toList(),
                    log);
        } else if (statement instanceof Stmt.Labeled l) {
            boolean inOrder = l.label().equals("ordered");
            log.inOrder(inOrder);
            String jump;
            try {
                jump = execute(l.body());
            } finally {
                log.inOrder(false);
            }
            return ("break " + l.label()).equals(jump) ? null : jump;
        } else if (statement instanceof Stmt.Jump j) {
            return j.text();
        } else if (statement instanceof Stmt.Return r) {
            returned = r.value().map(this::evaluate).orElse(null);
            return RETURN;
        } else {
            throw new IllegalStateException("thrown");
        }
        return null;
    }

    private String choose(Stmt.Switch s) {
        int at = (int) evaluate(s.selector());
        int last = s.cases().size() - 1;
        int chosen = at < 0 || at > last ? last : at;
        String jump = execute(s.cases().get(chosen));
        if (jump == null && chosen == 0 && s.fallsThrough()) {
            jump = execute(s.cases().get(1));
        }
        return "break".equals(jump) ? null : jump;
    }

    private String attempt(Stmt.Try t) {
        String jump;
        try {
            jump = execute(t.body());
        } catch (TooLong e) {
            throw e;
        } catch (RuntimeException e) {
            if (t.caught().isEmpty() || !isA(e, t.caught().get())) {
                execute(t.finalizer());
                throw e;
            }
            try {
                jump = execute(t.handler());
            } catch (TooLong tooLong) {
                throw tooLong;
            } catch (RuntimeException again) {
                execute(t.finalizer());
                throw again;
            }
        }
        execute(t.finalizer());
        return jump;
    }

    private String merge(Stmt.Merging m) {
        // Not logged: the statement finds its cell once more.
        Interpreter silent = new Interpreter(new AccessLog(), true, steps, false);
        silent.variables.putAll(variables);
        String operator = updates ? UPDATE : m.operator();
        try {
            if (m.target() instanceof Expr.Element e) {
                log.merging(silent.evaluate(e.array()), silent.evaluate(e.index()), operator);
            } else {
                Expr.Field f = (Expr.Field) m.target();
                log.merging(silent.evaluate(f.object()), f.name(), operator);
            }
        } catch (TooLong e) {
            throw e;
        } catch (RuntimeException e) {
            // The statement meets it, or what comes before.
            log.merged();
        }
        try {
            return execute(m.body());
        } finally {
            log.merged();
        }
    }

    private static boolean isA(RuntimeException e, String name) {
        for (Class<?> type = e.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private String loop(Stmt.While w) {
        while (!w.testFirst() || (boolean) evaluate(w.condition())) {
            String jump = execute(w.body());
            if ("break".equals(jump)) {
                return null;
            }
            if (jump != null && !jump.equals("continue")) {
                return jump;
            }
            if (!w.testFirst() && !(boolean) evaluate(w.condition())) {
                return null;
            }
            count();
        }
        return null;
    }

    /** Where the header steps first, it begins a step earlier: {@code k - 1} is computed in the type of {@code k}. */
    private Object start(Stmt.For f) {
        if (f.spelling() != Stmt.Spelling.STEPS_FIRST) {
            return Values.convert(f.kind(), evaluate(f.start()));
        }
        int step = (int) ((Expr.Const) f.step()).value();
        Object before = Values.convert(f.kind(), evaluate(Expr.plus(f.start(), -step)));
        return Values.convert(f.kind(), Values.binary("+", before, evaluate(f.step())));
    }

    private String loop(Stmt.For f, Object start) {
        Expr.Var index = new Expr.Var(f.index(), f.kind());
        set(index, start);
        String jump = null;
        while ((boolean) Values.binary(f.relation(), variables.get(f.index()), evaluate(f.bound()))
                && (f.also().isEmpty() || (boolean) evaluate(f.also().get()))) {
            jump = execute(f.body());
            if (endsLoop(jump, f.marked())) {
                if (f.marked()) {
                    log.exit();
                }
                break;
            }
            Object next = Values.binary("+", variables.get(f.index()), evaluate(f.step()));
            if (f.marked()) {
                log.nextIteration();
                variables.put(f.index(), Values.convert(f.kind(), next));
            } else {
                set(index, Values.convert(f.kind(), next));
            }
            count();
        }
        return left(jump, f.marked());
    }

    private String each(Stmt.ForEach f, Object array) {
        List<Object> members = List.of();
        if (array instanceof Set<?> set) {
            log.read(array, LibraryCalls.SIZE);
            members = new ArrayList<>(set);
        }
        int length = array instanceof Set<?> ? members.size() : Values.length(array);
        String jump = null;
        for (int i = 0; i < length; i++) {
            variables.put(f.element().name(), array instanceof Set<?> ? members.get(i) : element(array, i));
            jump = execute(f.body());
            if (endsLoop(jump, f.marked())) {
                if (f.marked()) {
                    log.exit();
                }
                break;
            }
            if (f.marked()) {
                log.nextIteration();
            }
            count();
        }
        return left(jump, f.marked());
    }

    private String logged(String index, Supplier<String> loop) {
        Set<String> outside = new HashSet<>(variables.keySet());
        outside.remove(index);
        log.enterLoop(outside);
        try {
            return loop.get();
        } finally {
            log.leaveLoop();
        }
    }

    private static boolean endsLoop(String jump, boolean marked) {
        return jump != null && !jump.equals("continue") && !(marked && jump.equals("continue marked"));
    }

    private static String left(String jump, boolean marked) {
        boolean here = "break".equals(jump) || marked && "break marked".equals(jump);
        return endsLoop(jump, marked) && !here ? jump : null;
    }

    private void set(Expr.Var variable, Object value) {
        if (!inHelper) {
            log.writeVariable(variable.name());
        }
        variables.put(variable.name(), value);
    }

    private Object get(Expr.Var variable) {
        if (!inHelper) {
            log.readVariable(variable.name());
        }
        return variables.get(variable.name());
    }

    private void assign(Expr target, String operator, Expr value) {
        if (operator.equals("=")) {
            store(target, value);
        } else {
            String binary = operator.substring(0, operator.length() - 1);
            update(target, old -> Values.binary(binary, old, evaluate(value)));
        }
    }

    /** A simple assignment looks at its target last. */
    private void store(Expr target, Expr value) {
        if (target instanceof Expr.Var v) {
            set(v, Values.convert(v.kind(), evaluate(value)));
        } else if (target instanceof Expr.Field f) {
            Thing thing = (Thing) evaluate(f.object());
            merging(thing, f.name(), updates && isIn(target, value), () -> put(thing, f, evaluate(value)));
        } else {
            Expr.Element e = (Expr.Element) target;
            Object array = evaluate(e.array());
            int at = (int) evaluate(e.index());
            merging(array, at, updates && isIn(target, value), () -> put(array, at, e.kind(), evaluate(value)));
        }
    }

    private static boolean isIn(Expr target, Expr value) {
        return Text.expression(value).contains(Text.expression(target));
    }

    /** A compound assignment reads its target before its value. The value stored. */
    private Object[] update(Expr target, UnaryOperator<Object> operator) {
        if (target instanceof Expr.Var v) {
            Object old = get(v);
            Object made = Values.convert(v.kind(), operator.apply(old));
            set(v, made);
            return new Object[] {old, made};
        } else if (target instanceof Expr.Field f) {
            Thing thing = (Thing) evaluate(f.object());
            return merging(thing, f.name(), updates, () -> {
                Object old = field(thing, f.name());
                return new Object[] {old, put(thing, f, operator.apply(old))};
            });
        }
        Expr.Element e = (Expr.Element) target;
        Object array = evaluate(e.array());
        int at = (int) evaluate(e.index());
        return merging(array, at, updates, () -> {
            Object old = element(array, at);
            return new Object[] {old, put(array, at, e.kind(), operator.apply(old))};
        });
    }

    /** An update that counts as one of those that may come in any order, or as read and write. */
    private <T> T merging(Object holder, Object place, boolean counts, Supplier<T> update) {
        boolean merges = counts && holder != null && log.mergingAlone(holder, place, UPDATE);
        try {
            return update.get();
        } finally {
            if (merges) {
                log.merged();
            }
        }
    }

    private Object put(Thing thing, Expr.Field f, Object value) {
        if (thing == null) {
            throw new NullPointerException();
        }
        Object made = Values.convert(f.kind(), value);
        log.write(thing, f.name());
        thing.fields.put(f.name(), made);
        return made;
    }

    private Object put(Object array, int at, Kind kind, Object value) {
        Object made = Values.convert(kind, value);
        Values.check(array, at);
        log.write(array, at);
        Values.set(array, at, made);
        return made;
    }

    private Object field(Thing thing, String name) {
        Object value = thing.fields.get(name);
        log.read(thing, name);
        return value;
    }

    private Object element(Object array, int at) {
        Object value = Values.get(array, at);
        if (array instanceof List<?>) {
            log.read(array, LibraryCalls.SIZE);
        }
        log.read(array, at);
        return value;
    }

    private Object evaluate(Expr e) {
        if (e instanceof Expr.Const c) {
            return c.value();
        } else if (e instanceof Expr.Var v) {
            return get(v);
        } else if (e instanceof Expr.Field f) {
            return field((Thing) evaluate(f.object()), f.name());
        } else if (e instanceof Expr.Element x) {
            Object array = evaluate(x.array());
            return element(array, (int) evaluate(x.index()));
        } else if (e instanceof Expr.Length x) {
            Object array = evaluate(x.array());
            int length = Values.length(array);
            if (array instanceof List<?>) {
                log.read(array, LibraryCalls.SIZE);
            }
            return length;
        } else if (e instanceof Expr.Binary b && b.operator().equals("&&")) {
            return (boolean) evaluate(b.left()) && (boolean) evaluate(b.right());
        } else if (e instanceof Expr.Binary b && b.operator().equals("||")) {
            return (boolean) evaluate(b.left()) || (boolean) evaluate(b.right());
        } else if (e instanceof Expr.Binary b) {
            return Values.binary(b.operator(), evaluate(b.left()), evaluate(b.right()));
        } else if (e instanceof Expr.Negated n) {
            return Values.negate(evaluate(n.operand()));
        } else if (e instanceof Expr.Choice c) {
            return evaluate((boolean) evaluate(c.condition()) ? c.whenTrue() : c.whenFalse());
        } else if (e instanceof Expr.Cast c) {
            return Values.convert(c.kind(), evaluate(c.operand()));
        } else if (e instanceof Expr.Bump b) {
            Object[] values = update(b.target(), old -> Values.binary(b.up() ? "+" : "-", old, 1));
            return values[b.prefix() ? 1 : 0];
        } else if (e instanceof Expr.NewArray n) {
            int[] lengths =
                    n.lengths().stream().mapToInt(l -> (int) evaluate(l)).toArray();
            Class<?> cell = n.kind().element().type();
            return Array.newInstance(n.kind().isRows() ? cell.componentType() : cell, lengths);
        } else if (e instanceof Expr.NewThing) {
            return Thing.made();
        }
        return call((Expr.Call) e);
    }

    private Object call(Expr.Call call) {
        count();
        Interpreter callee = new Interpreter(log, true, steps, updates);
        List<Expr.Var> parameters = call.helper().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Object value = evaluate(call.arguments().get(i));
            if (value == null && parameters.get(i).name().equals("this")) {
                callee.variables.put("this", null);
            } else {
                callee.variables.put(
                        parameters.get(i).name(),
                        Values.convert(parameters.get(i).kind(), value));
            }
        }
        if (!call.helper().isStatic() && callee.variables.get("this") == null) {
            throw new NullPointerException();
        }
        int subclass = callee.variables.get("this") instanceof Thing thing ? thing.subclass : 0;
        Helpers.Helper chosen = Helpers.chosen(call.helper(), subclass);
        for (Stmt statement : chosen.body()) {
            if (RETURN.equals(callee.execute(statement))) {
                return callee.returned;
            }
        }
        return chosen.result().map(callee::evaluate).orElse(null);
    }
}
