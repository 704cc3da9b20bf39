package dev.parfor.processor.walk;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a method of the library may call of the objects that it is handed.
 *
 * <p>The specification of {@code BigInteger.add} doesn't say which methods of its argument it calls, and the argument may be of a
 * user's subclass, whose methods count their calls. So nothing is handed over unless its class is known to have no methods with
 * effects: by its type where that is final, because it was made here, or by a guard.
 */
final class Handed {

    /** Final classes whose objects have an order of their own, in which equal ones are the same. */
    private static final Set<String> NATURAL = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Boolean");

    private final Walk walk;

    Handed(Walk walk) {
        this.walk = walk;
    }

    /** The very class of an object, where it is known without asking at run time. */
    static Optional<String> veryClass(Obj object) {
        if (object instanceof Obj.Fresh fresh && fresh.exact() && fresh.type() instanceof Type.Ref ref) {
            return Optional.of(ref.name());
        }
        if (object instanceof Obj.Any any && any.exact() && any.type() instanceof Type.Ref ref) {
            return Optional.of(ref.name());
        }
        return object instanceof Obj.Invariant base
                        && isConstant(base.path())
                        && JdkEffects.isOwn(base.path().type())
                ? Optional.of(base.path().type().toString())
                : Optional.empty();
    }

    /** {@code BigInteger.ONE}: an object of the library's own. */
    private static boolean isConstant(Path path) {
        return path instanceof Path.OfStatic constant
                && constant.field().isFinal()
                && Calls.isJdk(constant.field().owner());
    }

    /** Whether no method of the value has effects; may rest on a guard. */
    boolean isHarmless(Value value, Type type) {
        if (!type.isReference() || type == Type.Special.NULL) {
            return true;
        }
        if (value instanceof Value.Function) {
            return false;
        }
        if (type instanceof Type.Array array) {
            return array.element().isPrimitive() || isClosed(array.element());
        }
        return isClosed(type)
                || Walk.objects(value, type).stream().allMatch(Handed::isKnown)
                || Walk.objects(value, type).stream().allMatch(o -> isKnown(o) || canAsk(o)) && ask(value, type);
    }

    /** Whether all objects of the type are immutable, whoever made them. */
    static boolean isClosed(Type type) {
        if (!(type instanceof Type.Ref ref)) {
            return false;
        }
        boolean libraryEnum = ref.supertypes().contains("java.lang.Enum") && Calls.isJdk(ref.name());
        return libraryEnum || ref.isFinal() && JdkEffects.isImmutable(ref.name());
    }

    /** Whether a method compares the keys that it is given with others, or has others compared with each other. */
    static boolean isSorted(MethodRef m) {
        return !m.isConstructor()
                && (m.owner().startsWith("java.util.Tree") || m.owner().equals("java.util.PriorityQueue"));
    }

    /**
     * Whether comparing has no effects: the collection was made here, by a constructor of the table, all of which know no comparator but
     * the keys' own, and the key is of a class whose comparison is known.
     */
    boolean isInNaturalOrder(Value receiver, Type receiverType, List<Type> keys) {
        return Walk.objects(receiver, receiverType).stream()
                        .allMatch(o -> o instanceof Obj.Fresh fresh && fresh.exact())
                && keys.stream().limit(1).allMatch(Handed::isNatural);
    }

    private static boolean isNatural(Type key) {
        return key.isPrimitive()
                || key instanceof Type.Ref ref
                        && (NATURAL.contains(ref.name()) || ref.supertypes().contains("java.lang.Enum"));
    }

    private static boolean isKnown(Obj object) {
        return veryClass(object)
                .filter(name -> JdkEffects.isImmutable(name) || isCharset(object))
                .isPresent();
    }

    /** Of the classes of character sets only those of the library's own are known: the standard ones. */
    private static boolean isCharset(Obj object) {
        return object.type().isClass("java.nio.charset.Charset") && !(object instanceof Obj.Fresh);
    }

    private static boolean canAsk(Obj object) {
        return Reached.by(object).isPresent()
                && object.type() instanceof Type.Ref ref
                && JdkEffects.isImmutable(ref.name());
    }

    private boolean ask(Value value, Type type) {
        for (Obj object : Walk.objects(value, type)) {
            if (!isKnown(object)) {
                ClassGuards.exactly(object, type, object.type().toString())
                        .orElseThrow()
                        .forEach(walk::guard);
            }
        }
        return true;
    }

    void refuse(MethodRef called, Value value, Type type, Span at) {
        if (value instanceof Value.Function) {
            walk.refuse(Refusal.Effect.Kind.FUNCTION, at, called.display(), "");
        } else {
            walk.refuse(Refusal.Effect.Kind.VIRTUAL, at, called.display(), "argument " + type);
        }
    }

    /**
     * The exceptions of the library store what they are given, but for one thing: a message that is not given they ask their
     * cause or detail for.
     */
    void constructException(MethodRef constructor, List<Value> arguments, List<Type> types, Span at) {
        boolean reviewed =
                List.of("java.lang.", "java.util.", "java.io.", "java.time.", "java.nio.", "java.text.").stream()
                        .anyMatch(constructor.owner()::startsWith);
        if (!reviewed) {
            walk.refuse(Refusal.Effect.Kind.UNKNOWN_METHOD, at, constructor.display(), "");
            return;
        }
        for (int k = 0; k < arguments.size(); k++) {
            boolean isCause =
                    types.get(k) instanceof Type.Ref ref && ref.supertypes().contains("java.lang.Throwable");
            boolean stored = isCause && k > 0;
            boolean plain = isCause
                    && Walk.objects(arguments.get(k), types.get(k)).stream()
                            .allMatch(o -> veryClass(o)
                                    .filter(c -> c.startsWith("java.lang."))
                                    .isPresent());
            boolean array = types.get(k) instanceof Type.Array;
            if (!stored && !plain && (array || !isHarmless(arguments.get(k), types.get(k)))) {
                walk.refuse(
                        Refusal.Effect.Kind.VIRTUAL,
                        at,
                        "toString",
                        types.get(k).toString());
                return;
            }
        }
    }
}
