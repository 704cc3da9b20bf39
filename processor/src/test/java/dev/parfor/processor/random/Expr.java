package dev.parfor.processor.random;

import java.util.List;

/** An expression of a random loop. It may throw, as in Java. */
sealed interface Expr {

    Kind kind();

    /** A number or a truth value. */
    record Const(Kind kind, Object value) implements Expr {}

    /** A local variable, a parameter, or {@code this}. */
    record Var(String name, Kind kind) implements Expr {}

    record Field(Expr object, String name, Kind kind) implements Expr {}

    record Element(Expr array, Expr index) implements Expr {
        @Override
        public Kind kind() {
            return array.kind().element();
        }
    }

    record Length(Expr array) implements Expr {
        @Override
        public Kind kind() {
            return Kind.INT;
        }
    }

    record Binary(String operator, Expr left, Expr right) implements Expr {
        @Override
        public Kind kind() {
            return switch (operator) {
                case "<", "<=", ">", ">=", "==", "!=", "&&", "||" -> Kind.BOOLEAN;
                default -> left.kind() == Kind.BOOLEAN ? Kind.BOOLEAN : Kind.promoted(left.kind(), right.kind());
            };
        }
    }

    record Negated(Expr operand) implements Expr {
        @Override
        public Kind kind() {
            return Kind.promoted(operand.kind(), Kind.INT);
        }
    }

    record Choice(Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {
        @Override
        public Kind kind() {
            boolean same = whenTrue.kind() == whenFalse.kind();
            return same ? whenTrue.kind() : Kind.promoted(whenTrue.kind(), whenFalse.kind());
        }
    }

    record Cast(Kind kind, Expr operand) implements Expr {}

    /** {@code target++} and the like, for its value. */
    record Bump(Expr target, boolean up, boolean prefix) implements Expr {
        @Override
        public Kind kind() {
            return target.kind();
        }
    }

    /** A call of one of {@link Helpers}; the receiver of an instance method is the first argument. */
    record Call(Helpers.Helper helper, List<Expr> arguments) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Kind kind() {
            return helper.result().map(Expr::kind).orElse(null);
        }
    }

    /** {@code new int[length]}, or rows that are all as long as each other. */
    record NewArray(Kind kind, List<Expr> lengths) implements Expr {
        public NewArray {
            lengths = List.copyOf(lengths);
        }

        NewArray(Expr length) {
            this(Kind.INTS, List.of(length));
        }
    }

    /** {@code new Loops()}. */
    record NewThing() implements Expr {
        @Override
        public Kind kind() {
            return Kind.THING;
        }
    }

    static Expr of(int value) {
        return new Const(Kind.INT, value);
    }

    static Var local(String name) {
        return new Var(name, Kind.INT);
    }

    static Expr plus(Expr left, Expr right) {
        return new Binary("+", left, right);
    }

    static Expr plus(Expr left, int right) {
        return right == 0 ? left : right < 0 ? new Binary("-", left, of(-right)) : plus(left, of(right));
    }

    static Expr times(Expr left, Expr right) {
        return new Binary("*", left, right);
    }

    static Expr times(int factor, Expr right) {
        return factor == 1 ? right : times(of(factor), right);
    }
}
