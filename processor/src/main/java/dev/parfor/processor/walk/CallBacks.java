package dev.parfor.processor.walk;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Map;

/** What the library's constructors call of the object that they begin: a class may override it. */
final class CallBacks {

    private static final Map<String, MethodRef> CALLED = Map.of(
            "java.lang.Throwable", method("java.lang.Throwable", "fillInStackTrace", List.of(), Type.OBJECT),
            "java.util.Random", method("java.util.Random", "setSeed", List.of(Type.Primitive.LONG), Type.Special.VOID));

    private final Walk walk;
    private final Calls calls;

    CallBacks(Walk walk, Calls calls) {
        this.walk = walk;
        this.calls = calls;
    }

    /** Whether a constructor of the class calls nothing that a class below may have changed. */
    static boolean none(String className) {
        return !CALLED.containsKey(className);
    }

    /** Follows what is called of an object of this type. */
    void follow(Type type, Span at) {
        if (type instanceof Type.Ref ref) {
            CALLED.forEach((above, called) -> {
                if (walk.now != null && ref.supertypes().contains(above)) {
                    follow(ref, called, at);
                }
            });
        }
    }

    private void follow(Type.Ref type, MethodRef called, Span at) {
        List<Value> arguments =
                called.parameters().stream().map(p -> walk.top(p, "handed")).toList();
        walk.bodies
                .resolve(called, type.name())
                .filter(m -> !Calls.isJdk(m.owner()))
                .ifPresent(m -> calls.follow(m, walk.self, arguments, at, m.returns()));
    }

    private static MethodRef method(String owner, String name, List<Type> parameters, Type returns) {
        String descriptor = parameters.isEmpty() ? "()" : "(" + parameters.get(0) + ")";
        return new MethodRef(
                owner,
                name,
                descriptor,
                parameters,
                returns,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                Trust.NONE);
    }
}
