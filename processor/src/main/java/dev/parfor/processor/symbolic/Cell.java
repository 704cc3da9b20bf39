package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Type;

/** A place in memory that an iteration accesses, as a function of its atoms. */
public sealed interface Cell {

    /** An element of an array; the subscript is congruent to {@code index} modulo 2 to the 32. */
    record ArrayCell(Obj array, Poly index, Type element) implements Cell {
        @Override
        public String toString() {
            return Obj.element(array, index);
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof ArrayCell a
                            && a.array.equals(array)
                            && a.index.equals(index)
                            && a.element.equals(element);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * array.hashCode() + index.hashCode()) + element.hashCode();
        }
    }

    record FieldCell(Obj object, FieldRef field) implements Cell {
        @Override
        public String toString() {
            return object + "." + field.name();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof FieldCell f && f.object.equals(object) && f.field.equals(field);
        }

        @Override
        public int hashCode() {
            return 31 * object.hashCode() + field.hashCode();
        }
    }

    record StaticCell(FieldRef field) implements Cell {
        @Override
        public String toString() {
            return field.toString();
        }
    }

    /** All that a library object holds inside. */
    record StateCell(Obj object) implements Cell {
        @Override
        public String toString() {
            return "state of " + object;
        }
    }
}
