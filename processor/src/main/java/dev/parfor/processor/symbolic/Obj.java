package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;

/** An object, by the way the body reaches it. */
public sealed interface Obj {

    /** A static type of it. */
    Type type();

    /** The same object in all iterations: reached by a path that does not change. */
    record Invariant(Path path) implements Obj {
        @Override
        public Type type() {
            return path.type();
        }

        @Override
        public String toString() {
            return path.toString();
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Invariant i && i.path.equals(path);
        }

        @Override
        public int hashCode() {
            return path.hashCode();
        }
    }

    /** {@code a[i]}, or {@code l.get(i)} of what a list holds. */
    static String element(Obj array, Poly index) {
        boolean listed = array instanceof Invariant i && i.path() instanceof Path.Elements
                || array instanceof FieldOf f && f.isList();
        return listed ? array + ".get(" + index + ")" : array + "[" + index + "]";
    }

    /**
     * Created in this iteration. No other iteration can reach it unless through a cell that both access, which is a conflict
     * of its own.
     *
     * @param exact whether {@code type} is its very class
     * @param nested an array whose elements were created with it: {@code new int[n][m]}
     */
    record Fresh(int id, Type type, boolean exact, boolean nested) implements Obj {
        @Override
        public String toString() {
            return "new#" + id;
        }
    }

    /** An element of an array of references whose elements nobody writes while the loop runs. */
    record Element(Obj array, Poly index, Type type) implements Obj {
        @Override
        public String toString() {
            return element(array, index);
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Element e && e.array.equals(array) && e.index.equals(index) && e.type.equals(type);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * array.hashCode() + index.hashCode()) + type.hashCode();
        }
    }

    /** What a field holds that nobody writes while the loop runs, of an object that differs from iteration to iteration. */
    record FieldOf(Obj base, FieldRef field) implements Obj {
        @Override
        public Type type() {
            return field.type();
        }

        /** What a list holds has no name. */
        boolean isList() {
            return field.owner().equals("java.util.ArrayList");
        }

        @Override
        public String toString() {
            return isList() ? base.toString() : base + "." + field.name();
        }
    }

    /**
     * Any object of this type that was there before the iteration, or none.
     *
     * @param exact whether its very class is {@code type}, or one of the library's own that do the same
     */
    record Any(Type type, boolean exact) implements Obj {
        public Any(Type type) {
            this(type, false);
        }

        @Override
        public String toString() {
            return "any " + type;
        }
    }
}
