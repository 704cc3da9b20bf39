package dev.parfor.testing;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Makes arguments from their types. Of the same size and seed it makes the same ones in the same order, so that what a call has
 * changed can be made again.
 *
 * <ul>
 *   <li>An array has the size in every dimension.
 *   <li>An {@code int} or {@code long} that stands alone is the size; in arrays and lists they are below the size, so that they may be
 *       indices: each once if the seed is odd, with repetitions if it is even.
 *   <li>Floating-point numbers are from -1 to 1, characters small letters, texts as long as the size, but 20 at most.
 * </ul>
 */
public final class Inputs {

    private static final Set<Class<?>> NUMBERS = Set.of(
            boolean.class,
            byte.class,
            short.class,
            char.class,
            int.class,
            long.class,
            float.class,
            double.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);
    private static final int LONGEST_TEXT = 20;

    private final int size;
    private final boolean distinct;
    private final Random random;

    private Inputs(int size, long seed) {
        this.size = size;
        this.distinct = seed % 2 != 0;
        this.random = new Random(seed * 31 + size);
    }

    /** @throws IllegalArgumentException if the size is negative */
    public static Inputs of(int size, long seed) {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " is negative");
        }
        return new Inputs(size, seed);
    }

    /** The size of the problem. */
    public int size() {
        return size;
    }

    /** What is random in the inputs, for a user's own ones. */
    public Random random() {
        return random;
    }

    /** Whether {@link #of(Class)} makes values of a type: primitives, their boxes, texts, constants of enums, arrays of all these. */
    public static boolean canMake(Class<?> type) {
        if (type.isArray()) {
            return canMake(type.getComponentType());
        }
        return NUMBERS.contains(type) || type == String.class || (type.isEnum() && type.getEnumConstants().length > 0);
    }

    /**
     * A value of a type.
     *
     * @throws IllegalArgumentException if {@link #canMake} says no
     */
    @SuppressWarnings("unchecked") // the class of a primitive type is that of its box as far as generics go
    public <T> T of(Class<T> type) {
        if (!canMake(type)) {
            throw new IllegalArgumentException("no input can be made of " + type.getName());
        }
        if (type == int.class || type == Integer.class) {
            return (T) (Object) size;
        }
        if (type == long.class || type == Long.class) {
            return (T) (Object) (long) size;
        }
        return (T) (type.isArray() ? array(type.getComponentType()) : element(type, 0));
    }

    /** A list of the size. */
    public <T> ArrayList<T> list(Class<T> type) {
        if (!canMake(type)) {
            throw new IllegalArgumentException("no input can be made of " + type.getName());
        }
        int[] indices = indices();
        ArrayList<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            @SuppressWarnings("unchecked")
            T element = (T) (type.isArray() ? array(type.getComponentType()) : element(type, indices[i]));
            list.add(element);
        }
        return list;
    }

    private Object array(Class<?> type) {
        Object array = Array.newInstance(type, size);
        int[] indices = type.isArray() ? new int[0] : indices();
        for (int i = 0; i < size; i++) {
            Array.set(array, i, type.isArray() ? array(type.getComponentType()) : element(type, indices[i]));
        }
        return array;
    }

    /** Numbers below the size: a permutation, or any. */
    private int[] indices() {
        int[] indices = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            indices[i] = distinct ? indices[other] : random.nextInt(size);
            if (distinct) {
                indices[other] = i;
            }
        }
        return indices;
    }

    private Object element(Class<?> type, int index) {
        if (type == int.class || type == Integer.class) {
            return index;
        }
        if (type == long.class || type == Long.class) {
            return (long) index;
        }
        if (type == double.class || type == Double.class) {
            return random.nextDouble() * 2 - 1;
        }
        if (type == float.class || type == Float.class) {
            return random.nextFloat() * 2 - 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == byte.class || type == Byte.class) {
            return (byte) random.nextInt(Byte.MAX_VALUE);
        }
        if (type == short.class || type == Short.class) {
            return (short) random.nextInt(Byte.MAX_VALUE);
        }
        if (type == char.class || type == Character.class) {
            return letter();
        }
        if (type == String.class) {
            return text();
        }
        List<?> constants = List.of(type.getEnumConstants());
        return constants.get(random.nextInt(constants.size()));
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(size, LONGEST_TEXT); i++) {
            text.append(letter());
        }
        return text.toString();
    }
}
