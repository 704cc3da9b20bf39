package dev.parfor.processor.random;

import java.lang.reflect.Array;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Runs random loops as Java would, on real arrays, and logs what the iterations of the marked loop access. That it does so is
 * checked with each loop: the compiled method must come to the same end.
 */
final class Interpreter {

    /** More steps than the loops of a test should need. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private enum End {
        NORMAL,
        BREAK,
        CONTINUE
    }

    private final AccessLog log;
    private final boolean inHelper;
    private final Map<String, Object> variables = new HashMap<>();
    private final int[] steps;

    Interpreter(AccessLog log, int maxSteps) {
        this(log, false, new int[] {maxSteps});
    }

    private Interpreter(AccessLog log, boolean inHelper, int[] steps) {
        this.log = log;
        this.inHelper = inHelper;
        this.steps = steps;
    }

    /** What the method returns; throws what it throws, or {@link TooLong}. */
    Object run(Program program, Map<String, Object> arguments) {
        variables.putAll(arguments);
        program.body().forEach(this::execute);
        return evaluate(program.result());
    }

    private void count() {
        if (--steps[0] < 0) {
            throw new TooLong();
        }
    }

    private End execute(Stmt statement) {
        count();
        if (statement instanceof Stmt.Block b) {
            for (Stmt s : b.statements()) {
                End end = execute(s);
                if (end != End.NORMAL) {
                    return end;
                }
            }
        } else if (statement instanceof Stmt.Declare d) {
            variables.put(d.name(), Values.convert(d.kind(), evaluate(d.value())));
        } else if (statement instanceof Stmt.Assign a) {
            assign(a.target(), a.operator(), a.value());
        } else if (statement instanceof Stmt.Step s) {
            assign(s.target(), s.up() ? "+=" : "-=", Expr.of(1));
        } else if (statement instanceof Stmt.Eval e) {
            call(e.call());
        } else if (statement instanceof Stmt.If i) {
            return execute((boolean) evaluate(i.condition()) ? i.then() : i.otherwise());
        } else if (statement instanceof Stmt.For f) {
            loop(f);
        } else if (statement instanceof Stmt.While w) {
            while ((boolean) evaluate(w.condition()) && execute(w.body()) != End.BREAK) {
                count();
            }
        } else {
            return statement instanceof Stmt.Continue ? End.CONTINUE : End.BREAK;
        }
        return End.NORMAL;
    }

    private void loop(Stmt.For f) {
        Expr.Var index = new Expr.Var(f.index(), f.kind());
        Object start = Values.convert(f.kind(), evaluate(f.start()));
        if (f.marked()) {
            Set<String> outside = new HashSet<>(variables.keySet());
            outside.remove(f.index());
            log.enterLoop(outside);
        }
        set(index, start);
        while ((boolean) Values.binary(f.relation(), variables.get(f.index()), evaluate(f.bound()))) {
            if (execute(f.body()) == End.BREAK) {
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
        if (f.marked()) {
            log.leaveLoop();
        }
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

    /** In the order of the Java language: a simple assignment checks its target last, a compound one before its value. */
    private void assign(Expr target, String operator, Expr value) {
        boolean simple = operator.equals("=");
        String binary = operator.substring(0, operator.length() - 1);
        if (target instanceof Expr.Var v) {
            Object old = simple ? null : get(v);
            Object right = evaluate(value);
            set(v, Values.convert(v.kind(), simple ? right : Values.binary(binary, old, right)));
        } else if (target instanceof Expr.Field f) {
            Thing thing = (Thing) evaluate(f.object());
            Object old = simple ? null : field(thing, f.name());
            Object right = evaluate(value);
            Object result = Values.convert(f.kind(), simple ? right : Values.binary(binary, old, right));
            log.write(thing, f.name());
            thing.fields.put(f.name(), result);
        } else {
            Expr.Element e = (Expr.Element) target;
            Object array = evaluate(e.array());
            int at = (int) evaluate(e.index());
            Object old = simple ? null : element(array, at);
            Object right = evaluate(value);
            Object result = Values.convert(e.kind(), simple ? right : Values.binary(binary, old, right));
            Values.check(array, at);
            log.write(array, at);
            Array.set(array, at, result);
        }
    }

    private Object field(Thing thing, String name) {
        Object value = thing.fields.get(name);
        log.read(thing, name);
        return value;
    }

    private Object element(Object array, int at) {
        Values.check(array, at);
        log.read(array, at);
        return Array.get(array, at);
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
            return Values.length(evaluate(x.array()));
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
        } else if (e instanceof Expr.NewArray n) {
            return new int[(int) evaluate(n.length())];
        }
        return call((Expr.Call) e);
    }

    private Object call(Expr.Call call) {
        count();
        Interpreter callee = new Interpreter(log, true, steps);
        for (int i = 0; i < call.arguments().size(); i++) {
            callee.variables.put(
                    call.helper().parameters().get(i).name(),
                    evaluate(call.arguments().get(i)));
        }
        call.helper().body().forEach(callee::execute);
        return call.helper().result().map(callee::evaluate).orElse(null);
    }
}
