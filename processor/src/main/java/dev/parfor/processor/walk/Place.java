package dev.parfor.processor.walk;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;

/** Where this iteration has stored something that it may read again. */
sealed interface Place {

    /** What the place holds, by its declaration. */
    Type type();

    record Field(Obj object, FieldRef field) implements Place {
        @Override
        public Type type() {
            return field.type();
        }
    }

    /** An element of an array of references. */
    record Slot(Obj array, Poly index, Type type) implements Place {}
}
