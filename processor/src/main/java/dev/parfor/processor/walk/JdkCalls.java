package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Calls of {@code java.*}, by {@link JdkEffects}.
 *
 * <p>A class that can be extended is taken at its word only where the object's very class is known: it was created here, or a
 * guard checks it.
 */
final class JdkCalls {

    /** Interfaces whose usual implementation a guard may ask for. */
    private static final Map<String, String> USUAL = Map.of(
            "java.util.List", "java.util.ArrayList",
            "java.util.Collection", "java.util.ArrayList",
            "java.lang.Iterable", "java.util.ArrayList",
            "java.util.Map", "java.util.HashMap",
            "java.util.Set", "java.util.HashSet",
            "java.util.Deque", "java.util.ArrayDeque",
            "java.util.Queue", "java.util.ArrayDeque",
            "java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap",
            "java.lang.CharSequence", "java.lang.String");

    /** Of a list: all others may read any element. */
    private static final Set<String> SEE_NO_ELEMENTS = Set.of("get", "set", "size", "isEmpty");

    private final Walk walk;

    private final Handed handed;

    private final ArraysOfCalls arrays;

    /** Calls a function, with any values, for what it may do. */
    private final BiConsumer<Value.Function, Span> caller;

    JdkCalls(Walk walk, BiConsumer<Value.Function, Span> caller) {
        this.walk = walk;
        this.handed = new Handed(walk);
        this.arrays = new ArraysOfCalls(walk);
        this.caller = caller;
    }

    ArraysOfCalls arrays() {
        return arrays;
    }

    Handed handed() {
        return handed;
    }

    /** The class that an object of a type is most likely of: its own, or the usual one of an interface. */
    static String usual(Type.Ref type) {
        return USUAL.getOrDefault(type.name(), type.name());
    }

    /** @param isDiscarded whether nobody uses the result */
    Value call(
            Expr.Call e,
            Value receiver,
            Type receiverType,
            List<Value> arguments,
            List<Type> types,
            boolean isDiscarded) {
        MethodRef m = e.method();
        if (receiverType instanceof Type.Array && m.name().equals("clone")) {
            arrays.readAll(receiver, receiverType, e.span());
            arrays.filled(receiverType);
            return Value.Ref.of(new Obj.Fresh(walk.freshId(), receiverType, true, false));
        }
        Optional<MethodRef> exact = m.isStatic() ? Optional.of(m) : exactly(m, receiver, receiverType, e.span());
        if (exact.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.VIRTUAL, e.span(), m.display(), receiverType.toString());
            return walk.top(e.type(), "result");
        }
        Optional<JdkEffects.Effect> effect = JdkEffects.of(exact.get());
        if (effect.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, e.span(), m.display(), "jdk");
            return walk.top(e.type(), "result");
        }
        if (exact.get().owner().startsWith("java.util.concurrent.")) {
            Optional<Value> result = new ConcurrentCalls(walk)
                    .apply(
                            effect.get(),
                            e,
                            arguments,
                            isDiscarded,
                            write -> state(receiver, receiverType, write, e.span()));
            if (result.isPresent()) {
                return result.get();
            }
        }
        if (exact.get().owner().equals("java.lang.Math") && arguments.size() == 2) {
            Optional<Value> extreme = walk.extreme(m.name(), arguments.get(0), arguments.get(1), e.type());
            if (extreme.isPresent()) {
                return extreme.get();
            }
        }
        if (exact.get().owner().equals("java.lang.String")
                && m.name().equals("length")
                && receiver instanceof Value.Ref r
                && r.objects().size() == 1
                && r.objects().iterator().next() instanceof Obj.Invariant text
                && text.type() instanceof Type.Ref ref
                && ref.name().equals("java.lang.String")) {
            return Walk.at(new Path.Length(text.path()));
        }
        return apply(effect.get(), e.span(), exact.get(), e.type(), receiver, receiverType, arguments, types);
    }

    void construct(MethodRef constructor, Type type, List<Value> arguments, List<Type> types, Span at) {
        boolean exception = type instanceof Type.Ref ref && ref.supertypes().contains("java.lang.Throwable");
        if (exception) {
            handed.constructException(constructor, arguments, types, at);
            return;
        }
        boolean rootClass =
                Set.of("java.lang.Object", "java.lang.Record", "java.lang.Enum").contains(constructor.owner());
        if (rootClass) {
            return;
        }
        Optional<JdkEffects.Effect> effect = JdkEffects.of(constructor);
        if (effect.isEmpty()) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, at, constructor.display(), "jdk");
            return;
        }
        apply(effect.get(), at, constructor, type, Value.OTHER, type, arguments, types);
    }

    /** The method as its receiver's very class has it; empty where that class is not known and can't be guarded. */
    private Optional<MethodRef> exactly(MethodRef m, Value receiver, Type receiverType, Span at) {
        boolean finalClass = receiverType instanceof Type.Ref r && r.isFinal() || receiverType instanceof Type.Array;
        if (m.isExact() || finalClass) {
            // What a user's own class inherits may call back what it overrides: Random.nextInt calls next.
            boolean inherited = finalClass && receiverType instanceof Type.Ref r && !Calls.isJdk(r.name());
            return Optional.of(
                    !inherited ? named(m, receiverType) : m.isExact() ? m : owned(m, receiverType.toString()));
        }
        String owner = null;
        for (Obj object : Walk.objects(receiver, receiverType)) {
            String here;
            if (Handed.veryClass(object).isPresent()) {
                here = Handed.veryClass(object).get();
            } else if (Reached.by(object).isPresent() && receiverType instanceof Type.Ref ref) {
                Optional<String> made = made(object);
                here = made.orElse(usual(ref));
                // No object is of the very class that leaves a method to others.
                boolean checkable =
                        made.isPresent() || USUAL.containsKey(ref.name()) || !ref.isInterface() && !m.isAbstract();
                boolean refusedAnyway = JdkEffects.of(owned(m, here))
                        .filter(JdkCalls::isRefused)
                        .isPresent();
                if (!checkable && !refusedAnyway) {
                    return Optional.empty();
                }
                if (checkable && !refusedAnyway) {
                    ClassGuards.exactly(object, receiverType, here)
                            .orElseThrow()
                            .forEach(walk::guard);
                }
            } else if (JdkEffects.of(named(m, receiverType))
                    .filter(JdkCalls::isRefused)
                    .isPresent()) {
                here = receiverType.toString();
            } else {
                return Optional.empty();
            }
            if (owner != null && !owner.equals(here)) {
                return Optional.empty();
            }
            owner = here;
        }
        return owner == null ? Optional.empty() : Optional.of(owned(m, owner));
    }

    /** The class of the object that a variable of the method always holds. */
    private Optional<String> made(Obj object) {
        return object instanceof Obj.Invariant base && base.path() instanceof Path.OfVar of
                ? Optional.ofNullable(walk.made.get(of.var()))
                        .map(e -> e.constructor().owner())
                        .filter(Calls::isJdk)
                : Optional.empty();
    }

    private static boolean isRefused(JdkEffects.Effect effect) {
        return switch (effect) {
            case WORLD, THREAD, SYNCHRONIZES, WAITS, UPDATES, ADDS_FLOATING, SHARED -> true;
            default -> false;
        };
    }

    /** Methods of a final class that it inherits are looked up under its own name first. */
    private static MethodRef named(MethodRef m, Type receiverType) {
        return receiverType instanceof Type.Ref ref
                        && JdkEffects.of(owned(m, ref.name())).isPresent()
                ? owned(m, ref.name())
                : m;
    }

    private static MethodRef owned(MethodRef m, String owner) {
        return new MethodRef(
                owner,
                m.name(),
                m.descriptor(),
                m.parameters(),
                m.returns(),
                m.isStatic(),
                m.isPrivate(),
                m.isExact(),
                m.isAbstract(),
                m.isNative(),
                m.isSynchronized(),
                m.isVarargs(),
                m.trust());
    }

    private Value apply(
            JdkEffects.Effect effect,
            Span at,
            MethodRef m,
            Type type,
            Value receiver,
            Type receiverType,
            List<Value> arguments,
            List<Type> types) {
        boolean orderMatters =
                effect == JdkEffects.Effect.WORLD || effect == JdkEffects.Effect.SHARED && types.isEmpty();
        boolean inOrder = walk.sections.isInOrder() && orderMatters;
        boolean plain = (inOrder || !isRefused(effect)) && !JdkEffects.keeps(m);
        for (int k = 0; plain && k < arguments.size(); k++) {
            if (!checksItself(effect, arguments.get(k), k) && !handed.isHarmless(arguments.get(k), types.get(k))) {
                handed.refuse(m, arguments.get(k), types.get(k), at);
                return walk.top(type, "result");
            }
        }
        boolean own = JdkEffects.isOwn(m.returns());
        if (own || !seesElementsOnly(effect)) {
            walk.escape(receiver, at);
            arguments.forEach(a -> walk.escape(a, at));
        }
        if (Handed.isSorted(m) && !handed.isInNaturalOrder(receiver, receiverType, types)) {
            walk.refuse(Refusal.Effect.Kind.VIRTUAL, at, "compare", receiverType.toString());
            state(
                    receiver,
                    receiverType,
                    effect != JdkEffects.Effect.READS && effect != JdkEffects.Effect.KEYED_READS,
                    at);
            return walk.top(type, "result");
        }
        Value result = own ? Value.Ref.of(new Obj.Any(m.returns(), true)) : walk.top(type, "result");
        Value fresh =
                own || !type.isReference() ? result : Value.Ref.of(new Obj.Fresh(walk.freshId(), type, false, false));
        if (m.owner().equals("java.util.ArrayList") && !m.isConstructor() && !SEE_NO_ELEMENTS.contains(m.name())) {
            Poly any = walk.unknown("any index", 0, Integer.MAX_VALUE);
            new ListElements(walk).get(receiver, receiverType, any, Type.OBJECT, at);
        }
        if (inOrder) {
            return outside(m, receiver, receiverType, arguments, types, result, at);
        }
        switch (effect) {
            case PURE:
                return result;
            case FRESH:
                arrays.filled(type);
                return fresh;
            case CALLS:
                callAll(arguments, at);
                if (!m.isStatic()) {
                    state(receiver, receiverType, false, at);
                }
                return result;
            case KEYED_CALLS:
                callAll(arguments, at);
                keyed(receiver, receiverType, arguments, types, true, at);
                return result;
            case READS:
                arrays.readArrays(arguments, types, at);
                state(receiver, receiverType, false, at);
                return result;
            case KEYED_READS:
                keyed(receiver, receiverType, arguments, types, false, at);
                return result;
            case KEYED_WRITES:
                keyed(receiver, receiverType, arguments, types, true, at);
                return result;
            case WRITES:
                arrays.readArrays(arguments, types, at);
                state(receiver, receiverType, true, at);
                return result;
            case LIST_GET:
                state(receiver, receiverType, false, at);
                return new ListElements(walk).get(receiver, receiverType, number(arguments.get(0)), type, at);
            case LIST_SET:
                state(receiver, receiverType, false, at);
                new ListElements(walk).set(receiver, receiverType, number(arguments.get(0)), at);
                return result;
            case WRITES_SELF:
                arrays.readArrays(arguments, types, at);
                state(receiver, receiverType, true, at);
                return receiver;
            case READS_ARRAYS:
                arrays.readArrays(arguments, types, at);
                return result;
            case READS_ARRAYS_FRESH:
                if (m.name().equals("copyOfRange")) {
                    // Behind the array's end the copy is filled up: less is read than is asked for, never more.
                    arrays.region(
                            arguments.get(0),
                            types.get(0),
                            number(arguments.get(1)),
                            Optional.of(number(arguments.get(2))),
                            false,
                            at);
                } else {
                    arrays.readArrays(arguments, types, at);
                }
                arrays.filled(type);
                return fresh;
            case WRITES_FIRST_ARRAY:
                Poly lo = arguments.size() == 3 ? number(arguments.get(1)) : Poly.ZERO;
                Optional<Poly> hi = arguments.size() == 3 ? Optional.of(number(arguments.get(2))) : Optional.empty();
                arrays.region(arguments.get(0), types.get(0), lo, hi, false, at);
                arrays.region(arguments.get(0), types.get(0), lo, hi, true, at);
                return result;
            case FILLS:
                boolean ranged = arguments.size() == 4;
                arrays.region(
                        arguments.get(0),
                        types.get(0),
                        ranged ? number(arguments.get(1)) : Poly.ZERO,
                        ranged ? Optional.of(number(arguments.get(2))) : Optional.empty(),
                        true,
                        at);
                return result;
            case COPIES:
                Poly length = number(arguments.get(4));
                arrays.copied(arguments.get(0), types.get(0), number(arguments.get(1)), length, false, at);
                arrays.copied(arguments.get(2), types.get(2), number(arguments.get(3)), length, true, at);
                return result;
            case WORLD:
                walk.refuse(Refusal.Effect.Kind.OUTSIDE_WORLD, at, m.display(), "");
                return result;
            case THREAD:
                walk.refuse(Refusal.Effect.Kind.THREAD, at, m.display(), "");
                return result;
            case SYNCHRONIZES:
                walk.refuse(Refusal.Effect.Kind.SYNCHRONIZATION, at, m.display(), "library");
                return result;
            case WAITS:
                walk.sections.refuse(Refusal.Sync.Kind.WAITS, at, m.display(), "");
                return result;
            case SHARED:
                walk.refuse(Refusal.Effect.Kind.SHARED_STATE, at, m.display(), "hidden");
                return result;
            default:
                throw new IllegalStateException("an effect without a meaning: " + effect);
        }
    }

    /** Something whose order shows, and is kept: an ordered block speaks to the world, or draws from a hidden state. */
    private Value outside(
            MethodRef m,
            Value receiver,
            Type receiverType,
            List<Value> arguments,
            List<Type> types,
            Value result,
            Span at) {
        arrays.readArrays(arguments, types, at);
        if (!m.isStatic() && !m.isConstructor()) {
            Set<Obj> objects = Walk.objects(receiver, receiverType);
            String subject = receiverType.toString();
            if (objects.size() == 1 && objects.iterator().next() instanceof Obj.Invariant base) {
                // Streams lock themselves, and the caller may be in the midst of that.
                walk.guard(new Guard.NotHeld(base.path(), true));
                subject = base.path().toString();
            }
            walk.trust(new Proof.Trusted(Proof.Trusted.ORDERED, subject, ""));
        }
        return result;
    }

    /** Whether a method is done with its arrays when it returns, and asks for nothing but what is in them. */
    private static boolean seesElementsOnly(JdkEffects.Effect effect) {
        return switch (effect) {
            case READS_ARRAYS, READS_ARRAYS_FRESH, WRITES_FIRST_ARRAY, FILLS, COPIES -> true;
            default -> false;
        };
    }

    /** Keys and functions are looked at where they are used. */
    private static boolean checksItself(JdkEffects.Effect effect, Value argument, int position) {
        return switch (effect) {
            case KEYED_READS, KEYED_WRITES -> true;
            case KEYED_CALLS -> position == 0 || argument instanceof Value.Function;
            case CALLS -> argument instanceof Value.Function;
            default -> false;
        };
    }

    private void callAll(List<Value> arguments, Span at) {
        for (Value argument : arguments) {
            if (argument instanceof Value.Function f) {
                caller.accept(f, at);
            }
        }
    }

    /** A lookup calls the key's {@code equals} and {@code hashCode}: only some are known. */
    private void keyed(
            Value receiver, Type receiverType, List<Value> arguments, List<Type> types, boolean write, Span at) {
        boolean known = types.isEmpty()
                || types.get(0) instanceof Type.Ref ref && ref.supertypes().contains("java.lang.Enum")
                || handed.isHarmless(arguments.get(0), types.get(0));
        if (!known) {
            walk.refuse(
                    Refusal.Effect.Kind.VIRTUAL, at, "hashCode", types.get(0).toString());
            return;
        }
        state(receiver, receiverType, write, at);
    }

    /** All that the object holds. */
    void state(Value receiver, Type type, boolean write, Span at) {
        Set<Obj> objects = Walk.objects(receiver, type);
        for (Obj object : objects) {
            boolean shared = !(object instanceof Obj.Fresh) && !(object instanceof Obj.Any any && any.exact());
            if (shared) {
                if (write && !(object instanceof Obj.Invariant) && walk.muted == 0) {
                    // It may be a list, whose elements move.
                    walk.written.listElement();
                }
                walk.touch(new Cell.StateCell(object), write, at, objects.size() == 1);
            }
        }
    }

    private Poly number(Value value) {
        return value instanceof Value.Num n ? n.poly() : walk.unknown("bound", Type.Primitive.INT);
    }
}
