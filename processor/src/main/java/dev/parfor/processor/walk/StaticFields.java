package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Static fields, and the initialization of classes that their first use sets off. */
final class StaticFields {

    private final Walk walk;
    private final Map<String, Boolean> harmless = new HashMap<>();

    StaticFields(Walk walk) {
        this.walk = walk;
    }

    Value read(FieldRef field, Span at) {
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (field.constant().isPresent()) {
            return Expressions.literal(field.constant().get(), field.type());
        }
        initialize(field.owner(), at);
        walk.volatileReads += field.isVolatile() ? 1 : 0;
        if (!field.isFinal()) {
            walk.touch(new Cell.StaticCell(field), false, at, true);
        }
        Optional<Value> function = walk.functions.of(field);
        if (function.isPresent()) {
            return function.get();
        }
        boolean changing = field.isVolatile() || walk.sections.any() && !field.isFinal();
        return walk.written.mayHaveField(field) || changing
                ? walk.top(field.type(), field.name())
                : Walk.at(new Path.OfStatic(field));
    }

    void write(FieldRef field, Span at) {
        initialize(field.owner(), at);
        if (field.isVolatile() && !walk.sections.isUpdating()) {
            walk.refuse(Refusal.Effect.Kind.SYNCHRONIZATION, at, field.name(), "volatile");
        }
        if (walk.muted == 0) {
            walk.written.field(field);
        }
        walk.touch(new Cell.StaticCell(field), true, at, true);
    }

    /** Refuses the loop where using the class may run an initializer that does more than set its own fields. */
    void initialize(String className, Span at) {
        if (className.startsWith("java.") || className.startsWith("javax.") || className.equals(walk.home)) {
            return;
        }
        if (!harmless.computeIfAbsent(className, c -> new HarmlessInitializer(walk.bodies, walk.home).test(c))) {
            walk.refuse(Refusal.Effect.Kind.CLASS_INITIALIZER, at, className, "");
        }
    }
}
