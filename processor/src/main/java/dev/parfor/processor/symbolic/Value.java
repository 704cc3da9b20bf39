package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the value of an expression. */
public sealed interface Value {

    /** An integer: congruent to {@code poly} modulo 2 to the number of bits of {@code type} (32 for the small types). */
    record Num(Poly poly, Type.Primitive type) implements Value {
        /** Bits of the arithmetic it is computed in. */
        public int bits() {
            return type == Type.Primitive.LONG ? 64 : 32;
        }

        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Num n && n.poly.equals(poly) && n.type == type;
        }

        @Override
        public int hashCode() {
            return 31 * poly.hashCode() + type.hashCode();
        }
    }

    /** A reference: one of these objects, or null. Empty: surely null. */
    record Ref(Set<Obj> objects) implements Value {
        public Ref {
            objects = Set.copyOf(objects);
        }

        public static Ref of(Obj object) {
            return new Ref(Set.of(object));
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Ref r && r.objects.equals(objects);
        }

        @Override
        public int hashCode() {
            return objects.hashCode();
        }
    }

    /**
     * A lambda or method reference written in code that is walked: a call of it can be followed.
     *
     * @param written the {@link Expr.Lambda} or {@link Expr.MethodReference}
     * @param self of a lambda the {@code this} around it, of a method reference its receiver
     * @param captured values of the locals around a lambda; those it uses never change
     */
    record Function(Expr written, Optional<Value> self, Map<Var, Value> captured) implements Value {
        public Function {
            captured = Map.copyOf(captured);
        }
    }

    /** Anything else: floating-point, boolean, or not known. */
    record Other() implements Value {
        @Override
        public boolean equals(Object o) {
            return o instanceof Other;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    Other OTHER = new Other();
}
