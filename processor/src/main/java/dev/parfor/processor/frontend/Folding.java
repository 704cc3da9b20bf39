package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import java.util.Optional;

/**
 * The value of an operation on constants, as the Java Language Specification (15.29) has it: the compiler folds these
 * expressions itself, but its supported API does not tell the result.
 */
final class Folding {

    private Folding() {}

    /** The constant of a literal that is not {@code null}. */
    static Optional<Object> constant(Expr e) {
        return e instanceof Expr.Literal literal ? literal.value() : Optional.empty();
    }

    static Optional<Object> unary(Expr.Unary.Sign sign, Object operand) {
        if (sign == Expr.Unary.Sign.NOT) {
            return operand instanceof Boolean b ? Optional.of(!b) : Optional.empty();
        }
        return switch (rank(operand)) {
            case INT ->
                Optional.of(
                        switch (sign) {
                            case MINUS -> -(int) integer(operand);
                            case COMPLEMENT -> ~(int) integer(operand);
                            default -> (int) integer(operand);
                        });
            case LONG ->
                Optional.of(
                        switch (sign) {
                            case MINUS -> -integer(operand);
                            case COMPLEMENT -> ~integer(operand);
                            default -> integer(operand);
                        });
            case FLOAT ->
                sign == Expr.Unary.Sign.COMPLEMENT
                        ? Optional.empty()
                        : Optional.of(
                                sign == Expr.Unary.Sign.MINUS ? -(float) floating(operand) : (float) floating(operand));
            case DOUBLE ->
                sign == Expr.Unary.Sign.COMPLEMENT
                        ? Optional.empty()
                        : Optional.of(sign == Expr.Unary.Sign.MINUS ? -floating(operand) : floating(operand));
            default -> Optional.empty();
        };
    }

    static Optional<Object> binary(Operator operator, Object left, Object right) {
        if (operator == Operator.CONCATENATE) {
            return Optional.of(String.valueOf(left) + right);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return logical(operator, a, b);
        }
        Primitive l = rank(left);
        Primitive r = rank(right);
        if (l == Primitive.BOOLEAN || r == Primitive.BOOLEAN) {
            return Optional.empty();
        }
        switch (operator) {
            case SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED -> {
                return l.isIntegral() && r.isIntegral()
                        ? Optional.of(shift(operator, l, integer(left), integer(right)))
                        : Optional.empty();
            }
            default -> {
                Primitive both = l.ordinal() > r.ordinal() ? l : r;
                return both.isIntegral()
                        ? integral(operator, both, integer(left), integer(right))
                        : floating(operator, both, floating(left), floating(right));
            }
        }
    }

    private static Optional<Object> logical(Operator operator, boolean a, boolean b) {
        return switch (operator) {
            case AND, CONDITIONAL_AND -> Optional.of(a && b);
            case OR, CONDITIONAL_OR -> Optional.of(a || b);
            case XOR, NOT_EQUAL -> Optional.of(a != b);
            case EQUAL -> Optional.of(a == b);
            default -> Optional.empty();
        };
    }

    private static Object shift(Operator operator, Primitive type, long value, long distance) {
        if (type == Primitive.INT) {
            int v = (int) value;
            return switch (operator) {
                case SHIFT_LEFT -> v << distance;
                case SHIFT_RIGHT -> v >> distance;
                default -> v >>> distance;
            };
        }
        return switch (operator) {
            case SHIFT_LEFT -> value << distance;
            case SHIFT_RIGHT -> value >> distance;
            default -> value >>> distance;
        };
    }

    private static Optional<Object> integral(Operator operator, Primitive type, long a, long b) {
        if (b == 0 && (operator == Operator.DIVIDE || operator == Operator.REMAINDER)) {
            return Optional.empty();
        }
        Optional<Boolean> comparison = compare(operator, Long.compare(a, b));
        if (comparison.isPresent()) {
            return Optional.of(comparison.get());
        }
        long result = switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case REMAINDER -> a % b;
            case AND -> a & b;
            case OR -> a | b;
            default -> a ^ b;
        };
        return Optional.of(type == Primitive.INT ? (Object) (int) result : (Object) result);
    }

    private static Optional<Object> floating(Operator operator, Primitive type, double a, double b) {
        switch (operator) {
            case LESS -> {
                return Optional.of(a < b);
            }
            case LESS_EQUAL -> {
                return Optional.of(a <= b);
            }
            case GREATER -> {
                return Optional.of(a > b);
            }
            case GREATER_EQUAL -> {
                return Optional.of(a >= b);
            }
            case EQUAL -> {
                return Optional.of(a == b);
            }
            case NOT_EQUAL -> {
                return Optional.of(a != b);
            }
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, REMAINDER -> {
                return Optional.of(
                        type == Primitive.FLOAT
                                ? (Object) (float) arithmetic(operator, (float) a, (float) b)
                                : (Object) arithmetic(operator, a, b));
            }
            default -> {
                return Optional.empty();
            }
        }
    }

    /** Float operations in double and rounded once give the float result: 53 bits are more than twice 24, plus two. */
    private static double arithmetic(Operator operator, double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            default -> a % b;
        };
    }

    private static Optional<Boolean> compare(Operator operator, int order) {
        return switch (operator) {
            case LESS -> Optional.of(order < 0);
            case LESS_EQUAL -> Optional.of(order <= 0);
            case GREATER -> Optional.of(order > 0);
            case GREATER_EQUAL -> Optional.of(order >= 0);
            case EQUAL -> Optional.of(order == 0);
            case NOT_EQUAL -> Optional.of(order != 0);
            default -> Optional.empty();
        };
    }

    /** The value converted to a type, as a cast or an assignment does; empty for types that have no constants. */
    static Optional<Object> convert(Object value, Type type) {
        if (type instanceof Primitive primitive) {
            if (primitive == Primitive.BOOLEAN) {
                return value instanceof Boolean ? Optional.of(value) : Optional.empty();
            }
            Primitive from = rank(value);
            return from == Primitive.BOOLEAN ? Optional.empty() : Optional.of(number(value, from, primitive));
        }
        return type.isClass("java.lang.String") && value instanceof String ? Optional.of(value) : Optional.empty();
    }

    private static Object number(Object value, Primitive from, Primitive to) {
        if (from.isFloating()) {
            double d = floating(value);
            return switch (to) {
                case BYTE -> (byte) d;
                case SHORT -> (short) d;
                case CHAR -> (char) d;
                case INT -> (int) d;
                case LONG -> (long) d;
                case FLOAT -> (float) d;
                default -> d;
            };
        }
        long n = integer(value);
        return switch (to) {
            case BYTE -> (byte) n;
            case SHORT -> (short) n;
            case CHAR -> (char) n;
            case INT -> (int) n;
            case LONG -> n;
            case FLOAT -> (float) n;
            default -> (double) n;
        };
    }

    /** The type after unary promotion; {@code BOOLEAN} for what is not a number. */
    private static Primitive rank(Object value) {
        if (value instanceof Double) {
            return Primitive.DOUBLE;
        }
        if (value instanceof Float) {
            return Primitive.FLOAT;
        }
        if (value instanceof Long) {
            return Primitive.LONG;
        }
        return value instanceof Boolean || value instanceof String ? Primitive.BOOLEAN : Primitive.INT;
    }

    private static long integer(Object value) {
        return value instanceof Character c ? c : ((Number) value).longValue();
    }

    private static double floating(Object value) {
        return value instanceof Character c ? c : ((Number) value).doubleValue();
    }
}
