package dev.parfor.processor.random;

import java.lang.reflect.Array;
import java.util.LinkedList;
import java.util.List;

/** Arithmetic on boxed values with the types and exceptions of Java; bytes, shorts and characters are held as integers in their range. */
final class Values {

    private Values() {}

    static Object binary(String operator, Object left, Object right) {
        if (!(left instanceof Number a) || !(right instanceof Number b)) {
            return logical(operator, left, right);
        }
        if (a instanceof Double || b instanceof Double) {
            return floating(operator, a.doubleValue(), b.doubleValue(), true);
        }
        if (a instanceof Float || b instanceof Float) {
            return floating(operator, a.floatValue(), b.floatValue(), false);
        }
        boolean shift = operator.length() > 1 && operator.charAt(0) == operator.charAt(1) && !operator.equals("==");
        if (a instanceof Long || b instanceof Long && !shift) {
            return wide(operator, a.longValue(), b.longValue());
        }
        return narrow(operator, a.intValue(), b.intValue());
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

    /** Shifts depend on the width; everything else is the same modulo 2 to the 32 when it is computed in more bits. */
    private static Object narrow(String operator, int a, int b) {
        return switch (operator) {
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case ">>>" -> a >>> b;
            default -> {
                Object result = wide(operator, a, b);
                yield result instanceof Long number ? (Object) number.intValue() : result;
            }
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
            case "<<" -> a << b;
            case ">>" -> a >> b;
            case ">>>" -> a >>> b;
            default -> compare(operator, Long.compare(a, b));
        };
    }

    private static Object floating(String operator, double a, double b, boolean isDouble) {
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            case ">=" -> a >= b;
            case "==" -> a == b;
            case "!=" -> a != b;
            default -> isDouble ? (Object) compute(operator, a, b) : (Object) compute(operator, (float) a, (float) b);
        };
    }

    private static double compute(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> throw new AssertionError(operator);
        };
    }

    private static float compute(String operator, float a, float b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
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
        if (value instanceof Double d) {
            return -d;
        }
        if (value instanceof Float f) {
            return -f;
        }
        return value instanceof Long l ? (Object) (-l) : (Object) (-((Number) value).intValue());
    }

    /** Assignment conversion, or the cast that a compound assignment implies. */
    static Object convert(Kind kind, Object value) {
        if (!(value instanceof Number n)) {
            return value;
        }
        return switch (kind) {
            case BYTE -> (int) (byte) toInt(n);
            case SHORT -> (int) (short) toInt(n);
            case CHAR -> (int) (char) toInt(n);
            case INT -> toInt(n);
            case LONG -> n instanceof Double || n instanceof Float ? (long) n.doubleValue() : n.longValue();
            case FLOAT -> n.floatValue();
            case DOUBLE -> n.doubleValue();
            default -> value;
        };
    }

    private static int toInt(Number n) {
        return n instanceof Double || n instanceof Float ? (int) n.doubleValue() : n.intValue();
    }

    static int length(Object array) {
        if (array == null) {
            throw new NullPointerException();
        }
        return array instanceof List<?> list ? list.size() : Array.getLength(array);
    }

    static Object get(Object array, int at) {
        check(array, at);
        if (array instanceof List<?> list) {
            return list.get(at);
        }
        boolean isNarrow = array instanceof byte[] || array instanceof short[] || array instanceof char[];
        return isNarrow ? (Object) Array.getInt(array, at) : Array.get(array, at);
    }

    static void set(Object array, int at, Object value) {
        if (array instanceof List<?>) {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) array;
            list.set(at, value);
        } else if (array instanceof byte[] bytes) {
            bytes[at] = (byte) (int) value;
        } else if (array instanceof short[] shorts) {
            shorts[at] = (short) (int) value;
        } else if (array instanceof char[] chars) {
            chars[at] = (char) (int) value;
        } else {
            Array.set(array, at, value);
        }
    }

    /** Throws what an access to this element would throw. */
    static void check(Object array, int at) {
        int length = length(array);
        if (at < 0 || at >= length) {
            String message = array instanceof LinkedList<?>
                    ? "Index: " + at + ", Size: " + length
                    : "Index " + at + " out of bounds for length " + length;
            throw array instanceof List<?>
                    ? new IndexOutOfBoundsException(message)
                    : new ArrayIndexOutOfBoundsException(message);
        }
    }
}
