package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of lambdas and method references: with the arguments of a call in walked code, or with any, by the library. */
final class FunctionCalls {

    private final Walk walk;
    private final Expressions expressions;
    private final Calls calls;

    /** Calls of lambdas under way: one that is handed to itself would never end. */
    private int underWay;

    FunctionCalls(Walk walk, Expressions expressions, Calls calls) {
        this.walk = walk;
        this.expressions = expressions;
        this.calls = calls;
    }

    /** A call of a lambda or method reference that was written in walked code. */
    Value apply(Value.Function f, List<Value> arguments, Expr.Call e) {
        List<Type> types = e.arguments().stream().map(Expr::type).toList();
        return apply(f, arguments, types, e.span(), e.type(), e.method().display());
    }

    private Value apply(Value.Function f, List<Value> arguments, List<Type> types, Span at, Type type, String display) {
        if (f.written() instanceof Expr.Lambda lambda && calls.depth() + underWay < Calls.DEEPEST) {
            Optional<Value> callerSelf = walk.self;
            // What the lambda has captured never changes, whatever the same variables hold in another call of their
            // method.
            Map<Var, Value> callerLocals = new HashMap<>(walk.now.locals);
            walk.now.locals.putAll(f.captured());
            walk.self = f.self();
            underWay++;
            boolean outside = walk.functions.areOutside(lambda);
            if (outside) {
                walk.callers.push(at);
            }
            calls.bind(lambda.parameters(), arguments);
            Value result = expressions.statements().body(lambda.body(), type);
            if (outside) {
                walk.callers.pop();
            }
            underWay--;
            walk.self = callerSelf;
            if (walk.now != null) {
                walk.now.locals.clear();
                walk.now.locals.putAll(callerLocals);
            }
            return walk.now == null ? Value.OTHER : walk.convert(result, type);
        }
        if (f.written() instanceof Expr.MethodReference r && !r.method().isConstructor()) {
            return referred(r, f, arguments, types, at, type);
        }
        walk.refuse(Refusal.Effect.Kind.FUNCTION, at, display, "");
        return walk.top(type, "result");
    }

    /** What a method reference calls: a static method, one of its receiver, or one of its first argument. */
    private Value referred(
            Expr.MethodReference r, Value.Function f, List<Value> arguments, List<Type> types, Span at, Type type) {
        Expr.Call call = new Expr.Call(at, r.method(), r.receiver(), List.of(), false, type);
        if (r.method().isStatic()) {
            return calls.dispatch(call, Value.OTHER, Type.OBJECT, arguments, types, false);
        }
        if (r.receiver().isPresent()) {
            return calls.dispatch(
                    call, f.self().orElse(Value.OTHER), r.receiver().get().type(), arguments, types, false);
        }
        if (arguments.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.FUNCTION, at, r.method().display(), "");
            return walk.top(type, "result");
        }
        int n = arguments.size();
        return calls.dispatch(
                call, arguments.get(0), types.get(0), arguments.subList(1, n), types.subList(1, n), false);
    }

    /**
     * A call that the library may make now or when its result is used, any number of times, with any values. So nothing is known of
     * what this iteration's objects hold then, nor may the function change that.
     */
    void callWithAnything(Value.Function f, Span at) {
        Optional<List<Type>> types = parameters(f.written());
        if (types.isEmpty() || walk.sections.any()) {
            // Called later, it would not hold the lock that it is handed over under.
            walk.refuse(Refusal.Effect.Kind.FUNCTION, at, at.text(), "");
            return;
        }
        State before = walk.now.copy();
        Stores.Changes outerChanges = walk.stores.watch();
        walk.now.heap.clear();
        walk.restore(false);
        List<Value> values = types.get().stream().map(t -> walk.top(t, "any")).toList();
        apply(f, values, types.get(), at, Type.OBJECT, at.text());
        boolean changes = !walk.stores.resume(outerChanges).isEmpty();
        if (changes) {
            walk.refuse(Refusal.Effect.Kind.FUNCTION, at, at.text(), "");
        }
        walk.now = before;
    }

    /** The types of what a function is called with; empty where it can't be called without knowing more. */
    private static Optional<List<Type>> parameters(Expr function) {
        if (function instanceof Expr.Lambda lambda) {
            return Optional.of(lambda.parameters().stream().map(Var::type).toList());
        }
        if (!(function instanceof Expr.MethodReference r) || r.method().isConstructor()) {
            return Optional.empty();
        }
        List<Type> types = new ArrayList<>(r.method().parameters());
        if (!r.method().isStatic() && r.receiver().isEmpty()) {
            types.add(0, Type.OBJECT);
        }
        return Optional.of(types);
    }
}
