package dev.parfor.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Arrays that a loop fills from a running position on, {@code out[k++] = e}: what generated code calls.
 *
 * <p>Each block of iterations fills a part of its own, which grows as it needs. When all have ended it is known how much each
 * has, so where in the array it goes.
 */
public final class Outputs {

    private static final int LEAST = 16;

    private Outputs() {}

    /** How many elements fit into an array from a position on; negative if there is no such position. */
    public static int room(int length, int position) {
        return position < 0 ? -1 : length - position;
    }

    /** How many elements fit into an array from a position downwards; negative if there is no such position. */
    public static int roomBelow(int length, int position) {
        return position < -1 || position >= length ? -1 : position + 1;
    }

    /** How many elements all blocks have. */
    public static long total(int[] counts) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    /** Copies the blocks' parts, as far as they are filled, one after the other to an array from a position on. */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    public static void copy(Object[] parts, int[] counts, Object array, int position) {
        int at = position;
        for (int block = 0; block < counts.length; block++) {
            System.arraycopy(parts[block], 0, array, at, counts[block]);
            at += counts[block];
        }
    }

    /**
     * Likewise from a position downwards.
     *
     * @param counts how many elements a block has, with a minus in front
     */
    @SuppressWarnings("SuspiciousSystemArraycopy")
    public static void copyDown(Object[] parts, int[] counts, Object array, int position) {
        int at = position;
        for (int block = 0; block < counts.length; block++) {
            int count = -counts[block];
            reverse(parts[block], count);
            System.arraycopy(parts[block], 0, array, at - count + 1, count);
            at -= count;
        }
    }

    private static void reverse(Object part, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            if (part instanceof int[] a) {
                int x = a[i];
                a[i] = a[j];
                a[j] = x;
            } else if (part instanceof double[] a) {
                double x = a[i];
                a[i] = a[j];
                a[j] = x;
            } else if (part instanceof long[] a) {
                long x = a[i];
                a[i] = a[j];
                a[j] = x;
            } else if (part instanceof Object[] a) {
                Object x = a[i];
                a[i] = a[j];
                a[j] = x;
            } else {
                Object x = Array.get(part, i);
                Array.set(part, i, Array.get(part, j));
                Array.set(part, j, x);
            }
        }
    }

    private static int first(long iterations, int room) {
        return (int) Math.min(room, Math.max(LEAST, iterations));
    }

    /** @throws ArrayIndexOutOfBoundsException if there is no room: the plain loop throws one, here or in a block before */
    private static int grown(int length, int room) {
        if (length >= room) {
            throw new ArrayIndexOutOfBoundsException(length);
        }
        return (int) Math.min(room, Math.max(LEAST, 2L * length));
    }

    /**
     * A part for a block.
     *
     * @param array what is filled in the end: the part is of its class
     * @param iterations of the block
     * @param room how much there is room for: no part is longer
     */
    @SuppressWarnings("unchecked")
    public static <T> T[] part(T[] array, long iterations, int room) {
        return (T[]) Array.newInstance(array.getClass().getComponentType(), first(iterations, room));
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static <T> T[] next(T[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static boolean[] part(boolean[] array, long iterations, int room) {
        return new boolean[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static boolean[] next(boolean[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static byte[] part(byte[] array, long iterations, int room) {
        return new byte[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static byte[] next(byte[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static short[] part(short[] array, long iterations, int room) {
        return new short[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static short[] next(short[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static char[] part(char[] array, long iterations, int room) {
        return new char[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static char[] next(char[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static int[] part(int[] array, long iterations, int room) {
        return new int[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static int[] next(int[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static long[] part(long[] array, long iterations, int room) {
        return new long[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static long[] next(long[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static float[] part(float[] array, long iterations, int room) {
        return new float[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static float[] next(float[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }

    /** A part for a block. */
    public static double[] part(double[] array, long iterations, int room) {
        return new double[first(iterations, room)];
    }

    /** The part, or a longer one with the same elements if it ends before {@code at}. */
    public static double[] next(double[] part, int at, int room) {
        return at < part.length ? part : Arrays.copyOf(part, grown(part.length, room));
    }
}
