package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A Java expression with its static type. Parentheses are gone, constants are folded, names are resolved; conversions that
 * Java makes by itself (promotion, boxing, assignment) are not spelled out but follow from the types.
 */
public sealed interface Expr {

    Span span();

    Type type();

    <R> R accept(Visitor<R> visitor);

    /** A compile-time constant: a boxed primitive, a {@code String}, or {@code null}, which stands for itself. */
    record Literal(Span span, Type type, Optional<Object> value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.literal(this);
        }
    }

    record Local(Span span, Var var) implements Expr {
        @Override
        public Type type() {
            return var.type();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.local(this);
        }
    }

    /** {@code this} of the class {@code type}; an outer one where {@code outer}. */
    record This(Span span, Type type, boolean outer) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.self(this);
        }
    }

    /** A field read; static where there is no receiver. */
    record FieldGet(Span span, Optional<Expr> receiver, FieldRef field) implements Expr {
        @Override
        public Type type() {
            return field.type();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.fieldGet(this);
        }
    }

    record ArrayGet(Span span, Expr array, Expr index, Type type) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.arrayGet(this);
        }
    }

    record ArrayLength(Span span, Expr array) implements Expr {
        @Override
        public Type type() {
            return Type.Primitive.INT;
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.arrayLength(this);
        }
    }

    /** {@code target = value}; the target is a {@link Local}, {@link FieldGet} or {@link ArrayGet}. */
    record Assign(Span span, Expr target, Expr value) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.assign(this);
        }
    }

    /** {@code target op= value}, with the cast back to the target's type that Java makes. */
    record Compound(Span span, Expr target, Operator operator, Expr value) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.compound(this);
        }
    }

    /** {@code ++x}, {@code x++}, {@code --x}, {@code x--}. */
    record Step(Span span, Expr target, int delta, boolean prefix) implements Expr {
        @Override
        public Type type() {
            return target.type();
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.step(this);
        }

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Step s
                            && s.span.equals(span)
                            && s.target.equals(target)
                            && s.delta == delta
                            && s.prefix == prefix;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * span.hashCode() + target.hashCode()) + delta) + Boolean.hashCode(prefix);
        }
    }

    /** {@code -x}, {@code ~x}, {@code !x}, {@code +x}. */
    record Unary(Span span, Sign sign, Expr operand, Type type) implements Expr {
        /** The operators of {@link Unary}. */
        public enum Sign {
            MINUS("-"),
            PLUS("+"),
            COMPLEMENT("~"),
            NOT("!");

            private final String symbol;

            Sign(String symbol) {
                this.symbol = symbol;
            }

            public String symbol() {
                return symbol;
            }
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.unary(this);
        }
    }

    record Binary(Span span, Operator operator, Expr left, Expr right, Type type) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.binary(this);
        }
    }

    record Conditional(Span span, Expr condition, Expr whenTrue, Expr whenFalse, Type type) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.conditional(this);
        }
    }

    record Cast(Span span, Type type, Expr operand) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.cast(this);
        }
    }

    /** {@code operand instanceof T name}; record patterns bind several variables. Calls record accessors then. */
    record InstanceOf(Span span, Expr operand, Type tested, List<Var> bindings, boolean deconstructs) implements Expr {
        public InstanceOf {
            bindings = List.copyOf(bindings);
        }

        @Override
        public Type type() {
            return Type.Primitive.BOOLEAN;
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.instanceOf(this);
        }
    }

    /** A method call. The receiver is present for instance methods; {@code exact} for {@code super.m()}: no dispatch. */
    record Call(Span span, MethodRef method, Optional<Expr> receiver, List<Expr> arguments, boolean exact, Type type)
            implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.call(this);
        }
    }

    /** {@code new T(arguments)}; of an anonymous class where {@code anonymous}, whose body is not read. */
    record New(Span span, MethodRef constructor, List<Expr> arguments, Type type, boolean anonymous) implements Expr {
        public New {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.create(this);
        }
    }

    /** {@code new T[dimensions]...} or, where {@code elements} is present, {@code {elements}}. */
    record NewArray(Span span, Type type, List<Expr> dimensions, Optional<List<Expr>> elements) implements Expr {
        public NewArray {
            dimensions = List.copyOf(dimensions);
            elements = elements.map(List::copyOf);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.newArray(this);
        }
    }

    /** A lambda. An expression body is a {@link Stmt.Return} of it, or a {@link Stmt.Eval} where the function is void. */
    record Lambda(Span span, Type type, List<Var> parameters, Stmt body) implements Expr {
        public Lambda {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.lambda(this);
        }
    }

    /** {@code receiver::m}, {@code T::m}, {@code T::new}; the receiver is present where it is an expression. */
    record MethodReference(Span span, Type type, MethodRef method, Optional<Expr> receiver) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.methodReference(this);
        }
    }

    /** A switch expression. */
    record Switch(Span span, Type type, Expr selector, List<Stmt.Case> cases) implements Expr {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.switchExpr(this);
        }
    }

    /** Something this version does not read, by the compiler's name of its kind. Refused wherever it is met. */
    record Unreadable(Span span, Type type, String kind) implements Expr {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.unreadable(this);
        }
    }

    /** One method per kind of expression. */
    interface Visitor<R> {
        R literal(Literal e);

        R local(Local e);

        R self(This e);

        R fieldGet(FieldGet e);

        R arrayGet(ArrayGet e);

        R arrayLength(ArrayLength e);

        R assign(Assign e);

        R compound(Compound e);

        R step(Step e);

        R unary(Unary e);

        R binary(Binary e);

        R conditional(Conditional e);

        R cast(Cast e);

        R instanceOf(InstanceOf e);

        R call(Call e);

        R create(New e);

        R newArray(NewArray e);

        R lambda(Lambda e);

        R methodReference(MethodReference e);

        R switchExpr(Switch e);

        R unreadable(Unreadable e);
    }
}
