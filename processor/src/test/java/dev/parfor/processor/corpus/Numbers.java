package dev.parfor.processor.corpus;

import dev.parfor.processor.corpus.Scenario.Sharing;
import dev.parfor.processor.corpus.Scenario.Values;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Numbers by the names of the variables that hold them.
 *
 * <ul>
 *   <li>{@code n}, {@code m}, {@code count}, {@code length} and the like bound loops over arrays: they are near the scenario's size;
 *   <li>{@code w}, {@code h}, {@code rows}, {@code side} and the like are the sides of a matrix that fits into such an array, or into how many parts
 *       one is cut;
 *   <li>{@code near} and {@code nearEnd} are {@code size} apart, and near the end of their type under {@link Values#EXTREME};
 *   <li>arrays {@code idx}, {@code perm}, {@code index}, {@code key} hold subscripts: a permutation where all objects are apart;
 *   <li>arrays {@code start}, {@code ptr} hold the ends of segments: most often they do not decrease where all objects are apart, and
 *       some segments are empty;
 *   <li>all others are offsets, drawn from small values and, under {@link Values#EXTREME}, from the ends of the type.
 * </ul>
 */
final class Numbers {

    private static final Set<String> BOUNDS =
            Set.of("n", "m", "count", "size", "length", "len", "limit", "end", "to", "hi", "trips", "steps");
    private static final Set<String> SIDES =
            Set.of("w", "h", "width", "height", "rows", "cols", "columns", "side", "depth", "planes", "workers");
    private static final Set<String> SUBSCRIPTS = Set.of("idx", "perm", "index", "key", "keys", "order");
    private static final Set<String> SEGMENTS = Set.of("start", "starts", "ptr");
    private static final double[] SPECIAL = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1, -1, 0.5
    };

    private final Scenario scenario;
    private final Random random;
    private final int length;

    Numbers(Scenario scenario, Random random) {
        this.scenario = scenario;
        this.random = random;
        int[] slack = {0, 0, 1, 5, 9};
        boolean tooShort = scenario.values() == Values.EXTREME && scenario.size() > 2 && scenario.seed() % 2 == 0;
        this.length = tooShort ? scenario.size() - 1 : scenario.size() + slack[random.nextInt(slack.length)];
    }

    /** The length of arrays. */
    int length() {
        return length;
    }

    /** The side of a square that fits into an array. */
    int side() {
        return (int) Math.sqrt(scenario.size());
    }

    Object of(Class<?> type, String name) {
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == char.class || type == Character.class) {
            return (char) ('a' + random.nextInt(26));
        }
        if (type == double.class || type == Double.class) {
            return fraction();
        }
        if (type == float.class || type == Float.class) {
            return (float) fraction();
        }
        long value = integer(name, type == long.class || type == Long.class);
        if (type == long.class || type == Long.class) {
            return value;
        }
        if (type == short.class || type == Short.class) {
            return (short) value;
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) value;
        }
        return (int) value;
    }

    private long integer(String name, boolean isLong) {
        int size = scenario.size();
        boolean extreme = scenario.values() == Values.EXTREME;
        long end = isLong ? Long.MAX_VALUE : Integer.MAX_VALUE;
        if (BOUNDS.contains(name)) {
            return extreme && random.nextInt(4) == 0 ? random.nextInt(3) - 1 : size;
        }
        if (SIDES.contains(name)) {
            return extreme && random.nextInt(3) == 0 ? pick(List.of(0L, -1L, 1L, side() - 1L, side() + 1L)) : side();
        }
        if (name.equals("near")) {
            return extreme ? end - size - 3 : 2;
        }
        if (name.equals("nearEnd")) {
            return extreme ? end - 3 : size + 2;
        }
        if (extreme && random.nextInt(3) != 0) {
            return pick(List.of(end, -end - 1, end - size, -end + size, 1L << 30, -(1L << 30), -2L, (long) -size));
        }
        return pick(List.of(0L, 1L, 2L, 3L, -1L, (long) size / 2, (long) size, (long) side()));
    }

    private long pick(List<Long> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private double fraction() {
        return switch (scenario.values()) {
            case GRID -> (random.nextInt(33) - 16) * 0.25;
            case ROUGH -> random.nextDouble() * 4 - 1;
            case EXTREME ->
                random.nextInt(40) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : (random.nextInt(33) - 16) * 0.25;
        };
    }

    /** An array of primitives. */
    Object array(Class<?> component, String name, int length) {
        Object array = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, convert(component, element(component, name, length, i)));
        }
        if (SUBSCRIPTS.contains(name) && scenario.sharing() == Sharing.APART) {
            for (int i = length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                Object kept = Array.get(array, i);
                Array.set(array, i, Array.get(array, other));
                Array.set(array, other, kept);
            }
        }
        if (SEGMENTS.contains(name) && scenario.sharing() == Sharing.APART && component != char.class) {
            segments(array, component, length);
        }
        return array;
    }

    private void segments(Object array, Class<?> component, int length) {
        int at = 0;
        for (int i = 0; i < length; i++) {
            Array.set(array, i, convert(component, (double) at));
            at = Math.min(length, at + (at - i > 4 ? 0 : random.nextInt(3)));
        }
        if (length > 2 && scenario.values() == Values.EXTREME) {
            Array.set(array, random.nextInt(length), convert(component, (double) random.nextInt(length)));
        }
    }

    private Object element(Class<?> component, String name, int length, int i) {
        if (component == double.class || component == float.class) {
            return fraction();
        }
        if (component == boolean.class) {
            return random.nextBoolean();
        }
        if (SUBSCRIPTS.contains(name)) {
            return (double) (scenario.sharing() == Sharing.APART ? i : random.nextInt(length));
        }
        boolean wild = scenario.values() == Values.EXTREME && random.nextInt(5) == 0;
        return wild ? (double) random.nextInt() : random.nextInt(Math.max(4, Math.min(length, 50)));
    }

    private static Object convert(Class<?> component, Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        double number = ((Number) value).doubleValue();
        if (component == double.class) {
            return number;
        }
        if (component == float.class) {
            return (float) number;
        }
        if (component == long.class) {
            return (long) number;
        }
        if (component == int.class) {
            return (int) number;
        }
        if (component == short.class) {
            return (short) number;
        }
        return component == byte.class ? (Object) (byte) number : (Object) (char) ('a' + Math.abs((int) number % 26));
    }
}
