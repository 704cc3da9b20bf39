package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls and object creation: by assertion, by the table of JDK effects, or by walking into the callee with its arguments.
 */
final class Calls {

    static final int DEEPEST = 12;

    private static final MethodRef TO_STRING = inherited("java.lang.Object", "toString");

    private static MethodRef inherited(String owner, String name) {
        return new MethodRef(
                owner, name, "()", List.of(), Type.OBJECT, false, false, false, false, false, false, false, Trust.NONE);
    }

    private final Walk walk;
    private final Expressions expressions;
    private final StaticFields statics;
    private final CallBacks callBacks;
    private final JdkCalls jdk;
    private final FunctionCalls functions;
    private final Recursion recursion;
    private final Receivers receivers;
    private final Deque<MethodRef> active = new ArrayDeque<>();

    /** The expression statement that was begun last. */
    private Expr discarded;

    Calls(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.expressions = expressions;
        this.statics = new StaticFields(walk);
        this.callBacks = new CallBacks(walk, this);
        this.functions = new FunctionCalls(walk, expressions, this);
        this.jdk = new JdkCalls(walk, functions::callWithAnything);
        this.recursion = new Recursion(walk, this);
        this.receivers = new Receivers(walk);
    }

    StaticFields statics() {
        return statics;
    }

    /** How many methods are being walked into. */
    int depth() {
        return active.size();
    }

    /** Announces an expression whose value nobody uses. */
    void discard(Expr e) {
        discarded = e;
    }

    Value call(Expr.Call e) {
        boolean isDiscarded = e == discarded;
        Value receiver =
                e.receiver().isPresent() ? expressions.eval(e.receiver().get()) : Value.OTHER;
        List<Value> arguments = expressions.evalAll(e.arguments());
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (receiver instanceof Value.Function f && e.method().isAbstract()) {
            return functions.apply(f, arguments, e);
        }
        List<Type> types = e.arguments().stream().map(Calls::handedType).toList();
        Type receiverType = e.receiver().map(Expr::type).orElse(Type.OBJECT);
        return dispatch(e, receiver, receiverType, arguments, types, isDiscarded);
    }

    Value dispatch(
            Expr.Call e,
            Value receiver,
            Type receiverType,
            List<Value> arguments,
            List<Type> types,
            boolean isDiscarded) {
        Optional<Value> byTrust = trusted(e, arguments, types);
        if (byTrust.isPresent()) {
            return byTrust.get();
        }
        if (e.method().isStatic()) {
            statics.initialize(e.method().owner(), e.span());
        }
        if (isJdk(e.method().owner())) {
            return jdk.call(e, receiver, receiverType, arguments, types, isDiscarded);
        }
        return enter(e, receiver, receiverType, arguments);
    }

    /** The type of an argument; an array that is made for the call alone has the type of all its elements where they have one. */
    private static Type handedType(Expr argument) {
        if (argument instanceof Expr.NewArray array && array.elements().isPresent()) {
            boolean values =
                    array.elements().get().stream().allMatch(e -> e.type().isPrimitive() || Handed.isClosed(e.type()));
            return values
                            && argument.type() instanceof Type.Array a
                            && a.element().isReference()
                    ? new Type.Array(Type.STRING)
                    : argument.type();
        }
        return argument.type();
    }

    static boolean isJdk(String owner) {
        return owner.startsWith("java.") || owner.startsWith("javax.");
    }

    // ---- assertions ---------------------------------------------------------------------------------------------

    private Optional<Value> trusted(Expr.Call e, List<Value> arguments, List<Type> types) {
        Optional<Asserted> asserted = asserted(e);
        if (asserted.isEmpty()) {
            return Optional.empty();
        }
        Trust trust = asserted.get().trust();
        String subject = asserted.get().subject();
        arguments.forEach(a -> walk.escape(a, e.span()));
        if (trust.pure().isPresent()) {
            readArrays(e.span(), arguments, types);
            walk.trust(about(new Proof.Trusted("@Pure", subject, trust.pure().get()), asserted.get(), e));
            return Optional.of(walk.top(e.type(), "result"));
        }
        if (trust.orderMatters()) {
            walk.refuse(Refusal.Effect.Kind.SHARED_STATE, e.span(), subject, "order");
            return Optional.of(walk.top(e.type(), "result"));
        }
        readArrays(e.span(), arguments, types);
        walk.stores.forgetAll();
        walk.trust(about(
                new Proof.Trusted("@ThreadSafe", subject, trust.threadSafe().get()), asserted.get(), e));
        return Optional.of(walk.top(e.type(), "result"));
    }

    /** @param type whose objects' methods it is about; empty for what is passed in */
    private record Asserted(Trust trust, String subject, Optional<String> type) {}

    private static Proof.Trusted about(Proof.Trusted trusted, Asserted asserted, Expr.Call e) {
        return asserted.type().map(t -> trusted.about(e.method(), t)).orElse(trusted);
    }

    /** The first assertion that covers the call: on the method, its class, the variable or field it is called through, its type. */
    private static Optional<Asserted> asserted(Expr.Call e) {
        List<Asserted> candidates = new ArrayList<>();
        candidates.add(new Asserted(
                e.method().trust(), e.method().display(), Optional.of(e.method().owner())));
        e.receiver().ifPresent(r -> {
            if (r instanceof Expr.Local local) {
                candidates.add(new Asserted(local.var().trust(), local.var().name(), Optional.empty()));
            } else if (r instanceof Expr.FieldGet f) {
                candidates.add(new Asserted(f.field().trust(), f.field().name(), Optional.empty()));
            }
            if (r.type() instanceof Type.Ref ref) {
                candidates.add(new Asserted(ref.trust(), ref.name(), Optional.of(ref.name())));
            }
        });
        return candidates.stream()
                .filter(c ->
                        c.trust().pure().isPresent() || c.trust().threadSafe().isPresent())
                .findFirst();
    }

    /** An asserted call may read all of the arrays that it is given. */
    private void readArrays(Span at, List<Value> arguments, List<Type> types) {
        for (int k = 0; k < arguments.size(); k++) {
            jdk.arrays().readAll(arguments.get(k), types.get(k), at);
        }
    }

    // ---- following ----------------------------------------------------------------------------------------------

    private Value enter(Expr.Call e, Value receiver, Type receiverType, List<Value> arguments) {
        MethodRef method = e.method();
        if (method.isExact() || e.exact()) {
            Optional<Value> object = Optional.of(receiver).filter(r -> !method.isStatic());
            return follow(method, object, arguments, e.span(), e.type());
        }
        Optional<Receivers.Targets> targets = receivers.of(method, receiver, receiverType);
        if (targets.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.VIRTUAL, e.span(), method.display(), receiverType.toString());
            return walk.top(e.type(), "result");
        }
        if (targets.get().guessed()) {
            // What a guess does refutes nothing.
            walk.restore(false);
        }
        List<Receivers.Target> all = targets.get().all();
        return all.size() == 1
                ? follow(all.get(0), arguments, e)
                : followEach(all, arguments, e, targets.get().guessed());
    }

    private Value follow(Receivers.Target target, List<Value> arguments, Expr.Call e) {
        Runnable forget = receivers.choose(target);
        Value result = follow(target.method(), Optional.of(target.receiver()), arguments, e.span(), e.type());
        forget.run();
        return result;
    }

    /** One of them runs. */
    private Value followEach(List<Receivers.Target> targets, List<Value> arguments, Expr.Call e, boolean guessed) {
        State before = walk.now;
        State after = null;
        Value result = null;
        boolean allReturn = true;
        Trials trials = new Trials(walk, guessed);
        for (Receivers.Target target : targets) {
            walk.now = before.uncertain();
            trials.begin();
            Value one = follow(target, arguments, e);
            trials.end(target, one);
            if (walk.now == null) {
                allReturn = false;
            } else {
                after = walk.join(after, walk.now);
                result = result == null ? one : walk.join(result, one, e.type());
            }
        }
        trials.leaveOut();
        walk.now = after;
        if (after == null) {
            return Value.OTHER;
        }
        walk.restore(before.certain);
        // A value of one class alone is none that may be looked at whatever the class is.
        if (!allReturn) {
            walk.now.heap.clear();
        }
        return allReturn ? result : walk.top(e.type(), "result");
    }

    Value follow(MethodRef method, Optional<Value> receiver, List<Value> arguments, Span at, Type type) {
        Optional<Bodies.MethodBody> body = method.isNative() ? Optional.empty() : walk.bodies.of(method);
        if (body.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, at, method.display(), "");
            return walk.top(type, "result");
        }
        if (active.contains(method)) {
            return locked(body.get(), receiver, at, () -> recursion.call(body.get(), receiver, arguments, at, type));
        }
        if (active.size() >= DEEPEST) {
            walk.refuse(Refusal.Effect.Kind.DEPTH, at, method.display(), "depth");
            return walk.top(type, "result");
        }
        Value result = locked(body.get(), receiver, at, () -> walkInto(body.get(), receiver, arguments, at));
        if (walk.now == null) {
            return Value.OTHER;
        }
        return result instanceof Value.Function || type == Type.Special.VOID ? result : walk.convert(result, type);
    }

    /** A synchronized method: a section under the receiver's monitor, or that of the class. */
    private Value locked(Bodies.MethodBody body, Optional<Value> receiver, Span at, Supplier<Value> call) {
        MethodRef method = body.method();
        if (!method.isSynchronized()) {
            return call.get();
        }
        Value lock = receiver.orElseGet(() -> Walk.at(new Path.OfStatic(classOf(method.owner()))));
        Type type = body.thisType().orElse(Type.OBJECT);
        Value[] result = {Value.OTHER};
        walk.sections.inside(lock, type, true, at, () -> result[0] = call.get());
        return result[0];
    }

    private static FieldRef classOf(String owner) {
        return new FieldRef(
                "java.lang.Class",
                owner + ".class",
                Type.OBJECT,
                true,
                true,
                false,
                false,
                false,
                Optional.empty(),
                Trust.NONE);
    }

    Value walkInto(Bodies.MethodBody body, Optional<Value> receiver, List<Value> arguments, Span at) {
        Optional<Value> callerSelf = walk.self;
        // Loops are numbered within their method: the jumps under way in the caller are none of the callee's.
        Map<Integer, List<State>> callerJumps = new HashMap<>(walk.jumps);
        walk.jumps.clear();
        walk.callers.push(at);
        active.push(body.method());
        walk.self = receiver;
        recursion.enter(body.method(), receiver, arguments);
        bind(body.parameters(), arguments);
        Value result = expressions.statements().body(body.body(), body.method().returns());
        walk.self = callerSelf;
        recursion.leave();
        active.pop();
        walk.callers.pop();
        walk.jumps.clear();
        walk.jumps.putAll(callerJumps);
        return result;
    }

    /** A body by itself: what is said of it stands at places in it. */
    void alone(Bodies.MethodBody body, Optional<Value> receiver, List<Value> arguments) {
        active.push(body.method());
        walk.self = receiver;
        recursion.enter(body.method(), receiver, arguments);
        bind(body.parameters(), arguments);
        expressions.statements().body(body.body(), body.method().returns());
        recursion.leave();
        active.pop();
    }

    void bind(List<Var> parameters, List<Value> arguments) {
        for (int k = 0; k < parameters.size(); k++) {
            Var p = parameters.get(k);
            boolean plain = arguments.size() == parameters.size();
            // A variable-arity call packs its last arguments into an array of its own.
            Value v = plain
                    ? arguments.get(k)
                    : k < parameters.size() - 1 && k < arguments.size() ? arguments.get(k) : null;
            if (v == null) {
                v = packed(p.type(), arguments.subList(Math.min(k, arguments.size()), arguments.size()));
            }
            Value bound = v instanceof Value.Function ? v : walk.convert(v, p.type());
            walk.stores.local(p, bound);
            walk.now.locals.put(p, bound);
        }
    }

    private Value packed(Type type, List<Value> rest) {
        if (type instanceof Type.Array a && a.element().isReference() && walk.muted == 0) {
            walk.written.foreignElement(a.element());
        }
        rest.forEach(v -> walk.escape(v, walk.callers.isEmpty() ? Span.NONE : walk.callers.peek()));
        return Value.Ref.of(new Obj.Fresh(walk.freshId(), type, true, false));
    }

    // ---- creation -----------------------------------------------------------------------------------------------

    Value create(Expr.New e) {
        List<Value> arguments = expressions.evalAll(e.arguments());
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (e.anonymous()) {
            walk.refuse(Refusal.Effect.Kind.FUNCTION, e.span(), e.type().toString(), "anonymous class");
            return walk.top(e.type(), "created");
        }
        Obj.Fresh object = new Obj.Fresh(walk.freshId(), e.type(), true, false);
        Value value = Value.Ref.of(object);
        if (isJdk(e.constructor().owner())) {
            List<Type> types = e.arguments().stream().map(Calls::handedType).toList();
            jdk.construct(e.constructor(), e.type(), arguments, types, e.span());
            return walk.now == null ? Value.OTHER : value;
        }
        Trust trust = e.constructor().trust();
        if (trust.pure().isPresent()) {
            walk.trust(new Proof.Trusted(
                            "@Pure", e.constructor().display(), trust.pure().get())
                    .about(e.constructor(), e.constructor().owner()));
            arguments.forEach(a -> walk.escape(a, e.span()));
            return walk.top(e.type(), "created");
        }
        statics.initialize(e.constructor().owner(), e.span());
        follow(e.constructor(), Optional.of(value), arguments, e.span(), Type.Special.VOID);
        return walk.now == null ? Value.OTHER : value;
    }

    void constructorCall(Stmt.ConstructorCall s) {
        List<Value> arguments = expressions.evalAll(s.arguments());
        if (walk.now == null) {
            return;
        }
        if (isJdk(s.constructor().owner())) {
            List<Type> types = s.arguments().stream().map(Calls::handedType).toList();
            Type type = walk.self.isPresent()
                    ? Walk.objects(walk.self.get(), Type.OBJECT).stream()
                            .findFirst()
                            .map(Obj::type)
                            .orElse(Type.OBJECT)
                    : Type.OBJECT;
            jdk.construct(s.constructor(), type, arguments, types, s.span());
            if (walk.now != null) {
                callBacks.follow(type, s.span());
            }
            return;
        }
        follow(s.constructor(), walk.self, arguments, s.span(), Type.Special.VOID);
    }

    // ---- implied calls ------------------------------------------------------------------------------------------

    /** An operand of a string concatenation: {@code toString} of anything but numbers, strings and boxes is a call. */
    void concatenated(Expr operand, Value value) {
        Type type = operand.type();
        if (walk.now == null || type.isPrimitive() || type == Type.Special.NULL || type.isClass("java.lang.String")) {
            return;
        }
        // The text of an array tells which one it is.
        walk.escape(value, operand.span());
        if (!jdk.handed().isHarmless(value, type) && !followed(TO_STRING, value, type, operand.span())) {
            walk.refuse(Refusal.Effect.Kind.VIRTUAL, operand.span(), "toString", type.toString());
        }
    }

    /** Follows an implied call of a method of {@code Object}, if it is certain which ones may run and all have source. */
    private boolean followed(MethodRef method, Value value, Type type, Span at) {
        Optional<MethodRef> target = Optional.empty();
        for (Obj object : Walk.objects(value, type)) {
            Optional<String> name =
                    type instanceof Type.Ref ref && ref.isFinal() ? Optional.of(ref.name()) : Handed.veryClass(object);
            Optional<MethodRef> one = name.filter(n -> !isJdk(n)).flatMap(n -> walk.bodies.resolve(method, n));
            if (one.isEmpty() || target.isPresent() && !target.equals(one)) {
                return false;
            }
            target = one;
        }
        boolean isName = target.filter(t -> t.owner().equals("java.lang.Enum")).isPresent();
        if (target.isEmpty() || isName) {
            return true;
        }
        if (isJdk(target.get().owner())) {
            return false;
        }
        follow(target.get(), Optional.of(value), List.of(), at, target.get().returns());
        return true;
    }

    /** The element of a for-each loop inside the body: any of the array's; the iterator of a list is a call. */
    Value element(Value elements, Expr expression, Var element) {
        if (expression.type() instanceof Type.Array a) {
            Poly upper = lengthOf(elements, expression.type());
            Atom.Index index = new Atom.Index(
                    walk.freshId(),
                    "index of " + element.name(),
                    Type.Primitive.INT,
                    Optional.of(Poly.ZERO),
                    Optional.of(upper.plus(-1)));
            Poly i = Poly.of(index);
            walk.assume(Fact.atLeastZero(i));
            walk.assume(Fact.atLeastZero(upper.plus(-1).minus(i)));
            Value v = walk.memory.readElement(
                    elements, expression.type(), new Value.Num(i, Type.Primitive.INT), a.element(), expression.span());
            return walk.convert(v, element.type());
        }
        Value any = new InnerElements(walk, jdk).of(elements, expression.type(), element, expression.span());
        return walk.convert(any, element.type());
    }

    private Poly lengthOf(Value array, Type type) {
        Set<Obj> objects = Walk.objects(array, type);
        if (objects.size() == 1 && objects.iterator().next() instanceof Obj.Invariant base) {
            return Poly.of(new Atom.Symbol(new Path.Length(base.path())));
        }
        return walk.unknown("length", 0, Integer.MAX_VALUE);
    }
}
