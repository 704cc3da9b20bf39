package dev.parfor.processor.corpus;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Compares two object graphs cell by cell, and which cells lead to one object: two graphs are equal only if they share in the
 * same places. Floating-point values are compared by their bits unless a tolerance is given; all NaNs are equal.
 */
public final class Graphs {

    /** The fields of objects of a class, which its machine copies each time that it is asked for them. */
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> of) {
            List<Field> fields = new ArrayList<>();
            for (Class<?> type = of; type != Object.class; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())) {
                        fields.add(field);
                    }
                }
            }
            return List.copyOf(fields);
        }
    };

    /** How far apart two floating-point values may be, relative to the larger one; 0 for equal bits. */
    private final double tolerance;

    private final Map<Object, Object> partners = new IdentityHashMap<>();
    private final Map<Object, Object> backwards = new IdentityHashMap<>();

    /** Objects whose partner stands where a later iteration may have put it. */
    private final Set<Object> unsure = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Which objects stood before in the cells that lead to an object. */
    private final Map<Object, Set<Object>> origins;

    private final List<Replaced> replaced = new ArrayList<>();

    /** A cell in which there is an object of another kind, or none. */
    private record Replaced(Path path, Object before, Object expected) {}

    private Graphs(double tolerance, Map<Object, Set<Object>> origins) {
        this.tolerance = tolerance;
        this.origins = origins;
    }

    /** The first place where the graphs differ, or empty. */
    public static Optional<String> difference(Object expected, Object actual, double tolerance) {
        return Optional.ofNullable(new Graphs(tolerance, Map.of()).compare(new Path(null, ""), expected, actual));
    }

    /**
     * The first cell that was changed on the way from {@code before} to {@code expected} and has another value in {@code
     * actual}. Cells that were not changed may have any value: this is what holds after a loop that threw.
     */
    public static Optional<String> lostWrite(Object before, Object expected, Object actual) {
        Graphs graphs = new Graphs(0, new IdentityHashMap<>());
        return Optional.ofNullable(graphs.lost(new Path(null, ""), before, expected, actual))
                .or(graphs::replaced);
    }

    /**
     * A way to a cell. Written only where something is found there: chains of objects are long.
     *
     * @param step the number of an element, a field, or text
     */
    private record Path(Path before, Object step) {

        Path to(Object next) {
            return new Path(this, next);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (Path p = this; p != null; p = p.before) {
                text.insert(0, written(p.step));
            }
            return text.toString();
        }

        private static String written(Object step) {
            if (step instanceof Integer index) {
                return "[" + index + "]";
            }
            return step instanceof Field field ? "." + field.getName() : step.toString();
        }
    }

    private String compare(Path path, Object expected, Object actual) {
        if (expected == null || actual == null) {
            return expected == actual ? null : path + ": " + show(expected) + " against " + show(actual);
        }
        if (isValue(expected) || isValue(actual)) {
            return sameValue(expected, actual) ? null : path + ": " + show(expected) + " against " + show(actual);
        }
        if (origins.getOrDefault(actual, Set.of()).contains(expected)) {
            return null;
        }
        if (expected.getClass() != actual.getClass()) {
            return path + ": " + expected.getClass() + " against " + actual.getClass();
        }
        Object partner = partners.put(expected, actual);
        Object reverse = backwards.put(actual, expected);
        if (partner != null || reverse != null) {
            boolean known = !unsure.contains(expected) && !unsure.contains(reverse);
            return partner == actual && reverse == expected || !known
                    ? null
                    : path + ": not the same object as elsewhere";
        }
        if (areEqualNumbers(expected, actual) || areNearNumbers(expected, actual)) {
            return null;
        }
        List<Cell> left = cells(expected);
        List<Cell> right = cells(actual);
        if (left.size() != right.size()) {
            return path + ": " + left.size() + " cells against " + right.size();
        }
        for (int i = 0; i < left.size(); i++) {
            String found = compare(
                    path.to(left.get(i).step()),
                    left.get(i).value(),
                    right.get(i).value());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String lost(Path path, Object before, Object expected, Object actual) {
        if (before == null || expected == null || isValue(before) || isValue(expected)) {
            boolean unchanged = before == null || expected == null ? before == expected : sameValue(before, expected);
            return unchanged ? null : compare(path, expected, actual);
        }
        if (actual == null || expected.getClass() != actual.getClass()) {
            // A later iteration may have put another object, or none, into a cell that no iteration before has changed.
            replaced.add(new Replaced(path, before, expected));
            return null;
        }
        if (before.getClass() != expected.getClass()) {
            return compare(path, expected, actual);
        }
        origins.computeIfAbsent(expected, e -> Collections.newSetFromMap(new IdentityHashMap<>()))
                .add(before);
        backwards.put(actual, expected);
        unsure.add(expected);
        if (partners.put(expected, actual) != null) {
            return null;
        }
        if (areEqualNumbers(before, expected)) {
            return null;
        }
        List<Cell> first = cells(before);
        List<Cell> left = cells(expected);
        List<Cell> right = cells(actual);
        if (first.size() != left.size() || left.size() != right.size()) {
            // A collection has grown: which of its elements were there before can't be told.
            return null;
        }
        for (int i = 0; i < left.size(); i++) {
            String found = lost(
                    path.to(left.get(i).step()),
                    first.get(i).value(),
                    left.get(i).value(),
                    right.get(i).value());
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /**
     * The first cell that had another object before. Objects that stand in one cell elsewhere, too, before and after, are one object,
     * whatever has become of it.
     */
    private Optional<String> replaced() {
        return replaced.stream()
                .filter(r -> new Graphs(0, origins).compare(r.path(), r.before(), r.expected()) != null)
                .findFirst()
                .map(r -> r.path() + ": replaced");
    }

    /** Two arrays of one primitive type with the same content, seen at once. */
    private static boolean areEqualNumbers(Object a, Object b) {
        boolean ints = a instanceof int[] x && b instanceof int[] y && Arrays.equals(x, y);
        boolean longs = a instanceof long[] x && b instanceof long[] y && Arrays.equals(x, y);
        boolean doubles = a instanceof double[] x && b instanceof double[] y && Arrays.equals(x, y);
        boolean bytes = a instanceof byte[] x && b instanceof byte[] y && Arrays.equals(x, y);
        boolean chars = a instanceof char[] x && b instanceof char[] y && Arrays.equals(x, y);
        boolean booleans = a instanceof boolean[] x && b instanceof boolean[] y && Arrays.equals(x, y);
        boolean floats = a instanceof float[] x && b instanceof float[] y && Arrays.equals(x, y);
        return ints || longs || doubles || floats || bytes || chars || booleans;
    }

    /** The same, as near as is allowed. */
    private boolean areNearNumbers(Object a, Object b) {
        if (!(a instanceof double[] x) || !(b instanceof double[] y) || x.length != y.length) {
            return false;
        }
        for (int i = 0; i < x.length; i++) {
            if (!isNear(x[i], y[i], tolerance)) {
                return false;
            }
        }
        return true;
    }

    private record Cell(Object step, Object value) {}

    private static List<Cell> cells(Object object) {
        List<Cell> cells = new ArrayList<>();
        if (object.getClass().isArray()) {
            if (object instanceof Object[] elements) {
                for (int i = 0; i < elements.length; i++) {
                    cells.add(new Cell(i, elements[i]));
                }
            } else {
                for (int i = 0; i < Array.getLength(object); i++) {
                    cells.add(new Cell(i, Array.get(object, i)));
                }
            }
        } else if (object instanceof Collection<?> elements) {
            elements.forEach(element -> cells.add(new Cell(cells.size(), element)));
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                cells.add(new Cell(".key", key));
                cells.add(new Cell(".value", value));
            });
        } else {
            for (Field field : FIELDS.get(object.getClass())) {
                cells.add(new Cell(field, read(field, object)));
            }
        }
        return cells;
    }

    /** What a static or instance field holds, private or not. */
    static Object read(Field field, Object receiver) {
        try {
            if (!field.canAccess(receiver)) {
                field.setAccessible(true);
            }
            return field.get(receiver);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** Compared as a whole: numbers, strings, and everything from the JDK that is not an array or a collection. */
    private static boolean isValue(Object o) {
        Class<?> type = o.getClass();
        boolean fromJdk = type.getClassLoader() == null && !type.isArray();
        return o instanceof Enum || type.isHidden() || fromJdk && !(o instanceof Collection) && !(o instanceof Map);
    }

    private boolean sameValue(Object expected, Object actual) {
        if (expected.getClass().isHidden() && actual.getClass().isHidden()) {
            return true;
        }
        if (expected instanceof Double a && actual instanceof Double b) {
            return Double.doubleToLongBits(a) == Double.doubleToLongBits(b) || isNear(a, b, tolerance);
        }
        if (expected instanceof Float a && actual instanceof Float b) {
            return Float.floatToIntBits(a) == Float.floatToIntBits(b) || isNear(a, b, tolerance * 1e6);
        }
        if (expected instanceof Number || expected instanceof Comparable) {
            return expected.getClass() == actual.getClass()
                    && (expected.equals(actual) || expected.toString().equals(actual.toString()));
        }
        // Locks, lambdas, threads: nothing of them is a result.
        boolean comparable = expected instanceof BitSet || expected instanceof AtomicIntegerArray;
        return expected.getClass() == actual.getClass()
                && (!comparable || show(expected).equals(show(actual)));
    }

    private static boolean isNear(double a, double b, double tolerance) {
        return tolerance > 0 && Math.abs(a - b) <= tolerance * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String show(Object value) {
        return value == null ? "null" : value.toString();
    }
}
