package dev.parfor.processor.random;

import java.lang.reflect.Array;

/** Arithmetic on boxed values with the types and exceptions of Java. */
final class Values {

    private Values() {}

    static Object binary(String operator, Object left, Object right) {
        if (left instanceof Boolean || !(left instanceof Number) || !(right instanceof Number)) {
            return logical(operator, left, right);
        }
        if (left instanceof Double || right instanceof Double) {
            return floating(operator, ((Number) left).doubleValue(), ((Number) right).doubleValue());
        }
        if (left instanceof Long || right instanceof Long) {
            return wide(operator, ((Number) left).longValue(), ((Number) right).longValue());
        }
        return narrow(operator, (int) left, (int) right);
    }

    private static Object logical(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> left == right || left instanceof Boolean && left.equals(right);
            case "!=" -> left != right && !(left instanceof Boolean && left.equals(right));
            case "&" -> (boolean) left & (boolean) right;
            case "|" -> (boolean) left | (boolean) right;
            case "^" -> (boolean) left ^ (boolean) right;
            default -> throw new AssertionError(operator);
        };
    }

    private static Object narrow(String operator, int a, int b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            case "<<" -> a << b;
            case ">>" -> a >> b;
            default -> compare(operator, Integer.compare(a, b));
        };
    }

    private static Object wide(String operator, long a, long b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "&" -> a & b;
            case "|" -> a | b;
            case "^" -> a ^ b;
            default -> compare(operator, Long.compare(a, b));
        };
    }

    private static Object floating(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "%" -> a % b;
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> throw new AssertionError(operator);
        };
    }

    private static boolean compare(String operator, int sign) {
        return switch (operator) {
            case "<" -> sign < 0;
            case "<=" -> sign <= 0;
            case ">" -> sign > 0;
            case ">=" -> sign >= 0;
            case "==" -> sign == 0;
            case "!=" -> sign != 0;
            default -> throw new AssertionError(operator);
        };
    }

    static Object negate(Object value) {
        return value instanceof Double d
                ? (Object) (-d)
                : value instanceof Long l ? (Object) (-l) : (Object) (-(int) value);
    }

    /** Assignment conversion, or the cast that a compound assignment implies. */
    static Object convert(Kind kind, Object value) {
        if (!(value instanceof Number n)) {
            return value;
        }
        return switch (kind) {
            case INT -> n instanceof Double d ? (Object) (int) (double) d : n instanceof Long l ? (int) (long) l : n;
            case LONG -> n instanceof Double d ? (Object) (long) (double) d : n.longValue();
            case DOUBLE -> n.doubleValue();
            default -> value;
        };
    }

    static int length(Object array) {
        if (array == null) {
            throw new NullPointerException();
        }
        return Array.getLength(array);
    }

    /** Throws what an access to this element would throw. */
    static void check(Object array, int at) {
        int length = length(array);
        if (at < 0 || at >= length) {
            throw new ArrayIndexOutOfBoundsException("Index " + at + " out of bounds for length " + length);
        }
    }
}
