package dev.parfor.processor.ir;

import java.util.Set;

/**
 * A way to reach a value that does not change while the loop runs: {@code n}, {@code this.image.width}, {@code a[0]},
 * {@code b.length}. Generated code can evaluate it before the loop, without side effects.
 */
public sealed interface Path {

    Type type();

    /** A text that no other path has; {@code toString} is what people read. */
    String identity();

    /** A local variable or parameter of the annotated method. */
    record OfVar(Var var) implements Path {
        @Override
        public String identity() {
            return var.name() + "#" + var.id();
        }

        @Override
        public Type type() {
            return var.type();
        }

        @Override
        public String toString() {
            return var.name();
        }
    }

    /** The receiver of the annotated method. */
    record Receiver(Type type) implements Path {
        @Override
        public String identity() {
            return "this";
        }

        @Override
        public String toString() {
            return "this";
        }
    }

    record OfStatic(FieldRef field) implements Path {
        @Override
        public String identity() {
            return field.owner() + "::" + field.name();
        }

        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public String toString() {
            return field.toString();
        }
    }

    record OfField(Path base, FieldRef field) implements Path {
        @Override
        public String identity() {
            return base.identity() + "." + field.owner() + "::" + field.name();
        }

        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public String toString() {
            return base + "." + field.name();
        }
    }

    /** Length of an array. */
    record Length(Path array) implements Path {
        @Override
        public String identity() {
            return array.identity() + ".length";
        }

        @Override
        public Type type() {
            return Type.Primitive.INT;
        }

        @Override
        public String toString() {
            return array + ".length";
        }
    }

    /** An element at a constant index or at an index that is itself a path. */
    record Element(Path array, Path index, Type type) implements Path {
        @Override
        public String identity() {
            return array.identity() + "[" + index.identity() + "]";
        }

        @Override
        public String toString() {
            return array + "[" + index + "]";
        }
    }

    /** What an {@code ArrayList} holds, as an array that no other object has. */
    record Elements(Path list) implements Path {

        private static final String NAME = "elements of an ArrayList";

        /** What it holds: a type of which there are no other arrays. */
        public static final Type ELEMENT = new Type.Ref(NAME, false, true, Set.of(NAME), Trust.NONE);

        @Override
        public String identity() {
            return list.identity() + ".elements";
        }

        @Override
        public Type type() {
            return new Type.Array(ELEMENT);
        }

        @Override
        public String toString() {
            return list.toString();
        }
    }

    record Constant(long value) implements Path {
        @Override
        public String identity() {
            return Long.toString(value);
        }

        @Override
        public Type type() {
            return Type.Primitive.LONG;
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }
}
