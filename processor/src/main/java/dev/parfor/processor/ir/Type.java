package dev.parfor.processor.ir;

import java.util.Set;

/** A Java type, erased: as much of it as the analyses ask for. */
public sealed interface Type {

    /** A primitive type. */
    enum Primitive implements Type {
        BOOLEAN(0),
        BYTE(8),
        SHORT(16),
        CHAR(16),
        INT(32),
        LONG(64),
        FLOAT(0),
        DOUBLE(0);

        private final int bits;

        Primitive(int bits) {
            this.bits = bits;
        }

        /** Whether values are integers: byte, short, char, int or long. */
        public boolean isIntegral() {
            return bits > 0;
        }

        public boolean isFloating() {
            return this == FLOAT || this == DOUBLE;
        }

        /** Width of an integral type; 0 of the others. */
        public int bits() {
            return bits;
        }

        /** Least value of an integral type. */
        public long min() {
            return this == CHAR ? 0 : bits == 64 ? Long.MIN_VALUE : -(1L << (bits - 1));
        }

        /** Greatest value of an integral type. */
        public long max() {
            return this == CHAR ? 0xFFFF : bits == 64 ? Long.MAX_VALUE : (1L << (bits - 1)) - 1;
        }

        /** Whether a value is assigned to a variable of the other type as it is, or by a widening conversion (JLS 5.1.2). */
        public boolean widensTo(Primitive other) {
            if (this == other) {
                return true;
            }
            boolean wider = ordinal() < other.ordinal() && this != BOOLEAN;
            return wider && other != CHAR && !(this == CHAR && other == SHORT);
        }

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** {@code void}, and the type of {@code null}. */
    enum Special implements Type {
        VOID,
        NULL;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** An array type. */
    record Array(Type element) implements Type {
        @Override
        public String toString() {
            return element + "[]";
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Array a && a.element.equals(element);
        }

        @Override
        public int hashCode() {
            return element.hashCode();
        }
    }

    /**
     * A class or interface.
     *
     * @param name qualified name, nested classes with dots
     * @param isInterface annotations included
     * @param isFinal no subclass can exist: final classes, records, and enums without constant bodies
     * @param supertypes qualified names of all supertypes, itself and {@code java.lang.Object} included
     * @param trust what the user asserted on the type
     */
    record Ref(String name, boolean isInterface, boolean isFinal, Set<String> supertypes, Trust trust) implements Type {
        public Ref {
            supertypes = Set.copyOf(supertypes);
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Ref r
                            && r.isInterface == isInterface
                            && r.isFinal == isFinal
                            && r.name.equals(name)
                            && r.supertypes.equals(supertypes)
                            && r.trust.equals(trust);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    Ref OBJECT = new Ref("java.lang.Object", false, false, Set.of("java.lang.Object"), Trust.NONE);
    Ref STRING = new Ref(
            "java.lang.String",
            false,
            true,
            Set.of(
                    "java.lang.String",
                    "java.lang.Object",
                    "java.lang.CharSequence",
                    "java.lang.Comparable",
                    "java.io.Serializable",
                    "java.lang.constant.Constable",
                    "java.lang.constant.ConstantDesc"),
            Trust.NONE);

    default boolean isPrimitive() {
        return this instanceof Primitive;
    }

    default boolean isIntegral() {
        return this instanceof Primitive p && p.isIntegral();
    }

    default boolean isFloating() {
        return this instanceof Primitive p && p.isFloating();
    }

    default boolean isReference() {
        return this instanceof Array || this instanceof Ref || this == Special.NULL;
    }

    default boolean isClass(String qualifiedName) {
        return this instanceof Ref ref && ref.name().equals(qualifiedName);
    }

    /**
     * Whether one object can be of both types. {@code false} is a theorem: no common subtype can exist, not now and not
     * with classes added later.
     */
    static boolean mayShareInstance(Type a, Type b) {
        if (a instanceof Array x) {
            if (b instanceof Array y) {
                boolean primitives = x.element().isPrimitive() || y.element().isPrimitive();
                return primitives ? x.element().equals(y.element()) : mayShareInstance(x.element(), y.element());
            }
            return b instanceof Ref r && isArraySupertype(r);
        }
        if (b instanceof Array) {
            return mayShareInstance(b, a);
        }
        if (a instanceof Ref x && b instanceof Ref y) {
            if (x.supertypes().contains(y.name()) || y.supertypes().contains(x.name())) {
                return true;
            }
            boolean closed = x.isFinal() || y.isFinal() || (!x.isInterface() && !y.isInterface());
            return !closed;
        }
        return false;
    }

    private static boolean isArraySupertype(Ref r) {
        return r.name().equals("java.lang.Object")
                || r.name().equals("java.lang.Cloneable")
                || r.name().equals("java.io.Serializable");
    }
}
