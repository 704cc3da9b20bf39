package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a loop over a collection inside of the body finds: any of the elements. */
record InnerElements(Walk walk, JdkCalls jdk) {

    private static final String LIST = "java.util.ArrayList";

    /** Collections that have their elements themselves, and whose iterators change nothing and run no code of others. */
    private static final Set<String> PLAIN = Set.of(
            LIST, "java.util.ArrayDeque", "java.util.HashSet", "java.util.LinkedHashSet", "java.util.LinkedList");

    Value of(Value collection, Type type, Var element, Span at) {
        Set<Obj> objects = Walk.objects(collection, type);
        Value unknown = walk.top(element.type(), element.name());
        if (objects.stream().allMatch(InnerElements::isMadeHere)) {
            return unknown;
        }
        String usual = type instanceof Type.Ref ref ? JdkCalls.usual(ref) : "";
        for (Obj object : objects) {
            Optional<List<Guard>> guards =
                    PLAIN.contains(usual) ? ClassGuards.exactly(object, type, usual) : Optional.empty();
            if (guards.isEmpty()) {
                walk.refuse(Refusal.Effect.Kind.VIRTUAL, at, "iterator", type.toString());
                return unknown;
            }
            guards.get().forEach(walk::guard);
        }
        jdk.state(collection, type, false, at);
        return usual.equals(LIST)
                ? new ListElements(walk)
                        .get(collection, type, walk.unknown("any index", 0, Integer.MAX_VALUE), element.type(), at)
                : unknown;
    }

    private static boolean isMadeHere(Obj object) {
        return object instanceof Obj.Fresh made
                && made.exact()
                && made.type() instanceof Type.Ref ref
                && PLAIN.contains(ref.name());
    }
}
