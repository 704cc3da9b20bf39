package dev.parfor.testing;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where two values differ: arrays, collections and maps element by element and in order, other objects field by field, floating-point
 * numbers by their bits, or up to a tolerance. Of an object of the JDK that has no {@code equals} of its own and is none of
 * these, the class alone is compared.
 */
final class Difference {

    /** What a sum in another order may change in a {@code float}, where a difference is tolerated at all. */
    private static final double FLOAT_TOLERANCE = 1e-4;

    private final double tolerance;
    private final Map<Object, Object> seen = new IdentityHashMap<>();

    private Difference(double tolerance) {
        this.tolerance = tolerance;
    }

    /**
     * The first difference, in words.
     *
     * @param path how the value is called
     * @param tolerance what numbers may differ by, relative to the larger of them and 1
     */
    static Optional<String> of(String path, Object expected, Object actual, double tolerance) {
        return Optional.ofNullable(new Difference(tolerance).find(path, expected, actual));
    }

    private String find(String path, Object a, Object b) {
        if (a == b || (a != null && seen.get(a) == b && b != null)) {
            return null;
        }
        if (a == null || b == null || a.getClass() != b.getClass()) {
            return says(path, a, b);
        }
        if (a instanceof Double || a instanceof Float) {
            return close((Number) a, (Number) b) ? null : says(path, a, b);
        }
        if (isValue(a)) {
            return a.equals(b) ? null : says(path, a, b);
        }
        seen.put(a, b);
        if (a.getClass().isArray()) {
            return elements(path, a, b);
        }
        if (a instanceof Collection<?> list) {
            return elements(path, list.toArray(), ((Collection<?>) b).toArray());
        }
        if (a instanceof Map<?, ?> map) {
            Map<?, ?> other = (Map<?, ?>) b;
            String keys = elements(
                    path + " keys ", map.keySet().toArray(), other.keySet().toArray());
            return keys != null
                    ? keys
                    : elements(
                            path + " values ",
                            map.values().toArray(),
                            other.values().toArray());
        }
        if (a instanceof CharSequence || isOf(a, "java.util.concurrent.atomic.")) {
            return a.toString().equals(b.toString()) ? null : says(path, a, b);
        }
        return isOf(a, "java.") ? objects(path, a, b) : fields(path, a, b);
    }

    private static boolean isValue(Object a) {
        return a instanceof String
                || a instanceof Boolean
                || a instanceof Character
                || a instanceof Enum
                || a instanceof Class
                || a instanceof Byte
                || a instanceof Short
                || a instanceof Integer
                || a instanceof Long;
    }

    private static boolean isOf(Object a, String packages) {
        return a.getClass().getName().startsWith(packages);
    }

    private boolean close(Number a, Number b) {
        double x = a.doubleValue();
        double y = b.doubleValue();
        if (Double.doubleToLongBits(x) == Double.doubleToLongBits(y)) {
            return true;
        }
        double allowed = tolerance > 0 && a instanceof Float ? Math.max(tolerance, FLOAT_TOLERANCE) : tolerance;
        return allowed > 0 && Math.abs(x - y) <= allowed * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
    }

    private String elements(String path, Object a, Object b) {
        int length = Array.getLength(a);
        if (length != Array.getLength(b)) {
            return path + " has length " + Array.getLength(b) + ", not " + length;
        }
        for (int i = 0; i < length; i++) {
            String found = find(path + "[" + i + "]", Array.get(a, i), Array.get(b, i));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String objects(String path, Object a, Object b) {
        try {
            boolean says = a.getClass().getMethod("equals", Object.class).getDeclaringClass() != Object.class;
            return !says || a.equals(b) ? null : says(path, a, b);
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String fields(String path, Object a, Object b) {
        List<Field> fields = new ArrayList<>();
        Class<?> type = a.getClass();
        for (; type != null && !type.getName().startsWith("java."); type = type.getSuperclass()) {
            fields.addAll(List.of(type.getDeclaredFields()));
        }
        for (Field field : fields) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            try {
                field.setAccessible(true);
                String found = find(path + "." + field.getName(), field.get(a), field.get(b));
                if (found != null) {
                    return found;
                }
            } catch (IllegalAccessException | InaccessibleObjectException closed) {
                return objects(path, a, b);
            }
        }
        return null;
    }

    private static String says(String path, Object expected, Object actual) {
        return path + " is " + text(actual) + ", not " + text(expected);
    }

    private static String text(Object value) {
        return value == null || isValue(value) || value instanceof Number || value instanceof CharSequence
                ? String.valueOf(value)
                : "a " + value.getClass().getName();
    }
}
