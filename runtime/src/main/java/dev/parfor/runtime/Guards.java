package dev.parfor.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The facts that a proof leaves to run time.
 *
 * <p>A guard answers {@code true} only if its fact holds; it never throws and has no side effects (the identity hash of an
 * object excepted), so the sequential loop can follow a failed one. A {@code false} costs speed, never a result. An answer
 * is good for the call it was made in: it presumes that no other thread changes the arrays meanwhile.
 */
public final class Guards {

    private Guards() {}

    /**
     * Whether no object occurs twice: with depth 1 as an element of {@code rows}, with depth 2 as an element of one of
     * its elements. {@code null} elements don't count; {@code null} itself has no elements.
     */
    public static boolean distinctRows(Object[] rows, int depth) {
        if (rows == null) {
            return true;
        }
        long most = elements(rows, depth);
        if (most < 0) {
            return false;
        }
        IdentitySet seen = IdentitySet.forAtMost(most);
        return seen != null && addAll(seen, rows, depth);
    }

    /**
     * Whether no object occurs both in {@code a} and in {@code b}; depth as in {@link #distinctRows}. The same object
     * twice on one side is no matter.
     */
    public static boolean disjointRows(Object[] a, Object[] b, int depth) {
        if (a == null || b == null) {
            return true;
        }
        long mostA = elements(a, depth);
        long mostB = elements(b, depth);
        if (mostA < 0 || mostB < 0) {
            return false;
        }
        if (mostA == 0 || mostB == 0) {
            return true;
        }
        boolean aIsSmaller = mostA <= mostB;
        IdentitySet seen = IdentitySet.forAtMost(Math.min(mostA, mostB));
        if (seen == null) {
            return false;
        }
        addAllAgain(seen, aIsSmaller ? a : b, depth);
        return containsNone(seen, aIsSmaller ? b : a, depth);
    }

    /** Whether {@code o} is an instance of exactly this class; {@code false} for {@code null}. */
    public static boolean exactClass(Object o, Class<?> c) {
        return o != null && o.getClass() == c;
    }

    /**
     * Whether a virtual call of this method on {@code receiver} runs the code that {@code declaring} has for it: neither
     * the receiver's class nor one between the two has its own. {@code true} for {@code null}, on which the call throws.
     * The answer is remembered per class.
     */
    public static boolean usesMethod(Object receiver, Class<?> declaring, String name, Class<?>... parameterTypes) {
        return receiver == null
                || receiver.getClass() == declaring
                || Overrides.usesMethod(receiver.getClass(), declaring, name, parameterTypes);
    }

    /** Whether {@code o} is null or an instance of exactly one of these classes. */
    public static boolean oneOf(Object o, Class<?>... classes) {
        if (o == null) {
            return true;
        }
        for (Class<?> c : classes) {
            if (o.getClass() == c) {
                return true;
            }
        }
        return false;
    }

    /** Whether the check holds for all elements of an array that are not null; {@code true} for {@code null}. */
    public static boolean each(Object array, Predicate<Object> check) {
        if (array == null) {
            return true;
        }
        if (!(array instanceof Object[] elements)) {
            return false;
        }
        for (Object element : elements) {
            if (element != null && !check.test(element)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the check holds for all elements of a list that are not null; {@code true} for {@code null}, {@code false} for any list
     * but an {@code ArrayList} itself.
     */
    public static boolean eachListed(Object list, Predicate<Object> check) {
        return list == null || list.getClass() == ArrayList.class && each(((ArrayList<?>) list).toArray(), check);
    }

    /** Whether the check holds for {@code o}; {@code true} for {@code null}. */
    public static boolean with(Object o, Predicate<Object> check) {
        return o == null || check.test(o);
    }

    /** Whether this thread is outside of all sections synchronized on {@code o}; {@code true} for {@code null}. */
    public static boolean monitorNotHeld(Object o) {
        return o == null || !Thread.holdsLock(o);
    }

    /** Whether this thread does not hold {@code lock}, a {@link ReentrantLock}; {@code true} for {@code null}. */
    public static boolean lockNotHeld(Object lock) {
        return lock == null || lock instanceof ReentrantLock l && !l.isHeldByCurrentThread();
    }

    /**
     * Whether {@code indices[from]} to {@code indices[to - 1]} are pairwise different; {@code false} where these are not
     * all in the array.
     */
    public static boolean distinct(int[] indices, long from, long to) {
        return from >= to || distinct(indices, Range.of(from, to - 1));
    }

    /** The same for {@code long} indices. */
    public static boolean distinct(long[] indices, long from, long to) {
        return from >= to || distinct(indices, Range.of(from, to - 1));
    }

    /** Whether the elements at these indices are pairwise different; {@code false} where these are not all in the array. */
    public static boolean distinct(int[] indices, Range part) {
        if (part.isEmpty()) {
            return true;
        }
        if (indices == null || !part.within(0, indices.length - 1L)) {
            return false;
        }
        int first = (int) part.lo();
        int last = (int) part.hi();
        int min = indices[first];
        int max = min;
        boolean ascending = true;
        for (int i = first + 1; i <= last; i++) {
            int value = indices[i];
            ascending &= value > indices[i - 1];
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (ascending) {
            return true;
        }
        ValueSet seen = ValueSet.of(last - first + 1, min, max);
        if (seen == null) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if (!seen.add(indices[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same for {@code long} indices. */
    public static boolean distinct(long[] indices, Range part) {
        if (part.isEmpty()) {
            return true;
        }
        if (indices == null || !part.within(0, indices.length - 1L)) {
            return false;
        }
        int first = (int) part.lo();
        int last = (int) part.hi();
        long min = indices[first];
        long max = min;
        boolean ascending = true;
        for (int i = first + 1; i <= last; i++) {
            long value = indices[i];
            ascending &= value > indices[i - 1];
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        if (ascending) {
            return true;
        }
        ValueSet seen = ValueSet.of(last - first + 1, min, max);
        if (seen == null) {
            return false;
        }
        for (int i = first; i <= last; i++) {
            if (!seen.add(indices[i])) {
                return false;
            }
        }
        return true;
    }

    /** The same for {@code short} indices. */
    public static boolean distinct(short[] indices, Range part) {
        return indices == null ? part.isEmpty() : SmallIndices.distinct(indices.length, part, i -> indices[i]);
    }

    /** The same for {@code char} indices. */
    public static boolean distinct(char[] indices, Range part) {
        return indices == null ? part.isEmpty() : SmallIndices.distinct(indices.length, part, i -> indices[i]);
    }

    /** The same for {@code byte} indices. */
    public static boolean distinct(byte[] indices, Range part) {
        return indices == null ? part.isEmpty() : SmallIndices.distinct(indices.length, part, i -> indices[i]);
    }

    /** Whether no element at these indices is less than the one before; {@code false} where these are not all in the array. */
    public static boolean nondecreasing(int[] values, Range part) {
        if (part.isEmpty()) {
            return true;
        }
        if (values == null || !part.within(0, values.length - 1L)) {
            return false;
        }
        for (int i = (int) part.lo() + 1; i <= (int) part.hi(); i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The same for {@code long} values. */
    public static boolean nondecreasing(long[] values, Range part) {
        if (part.isEmpty()) {
            return true;
        }
        if (values == null || !part.within(0, values.length - 1L)) {
            return false;
        }
        for (int i = (int) part.lo() + 1; i <= (int) part.hi(); i++) {
            if (values[i] < values[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /** The same for {@code short} values. */
    public static boolean nondecreasing(short[] values, Range part) {
        return values == null ? part.isEmpty() : SmallIndices.nondecreasing(values.length, part, i -> values[i]);
    }

    /** The same for {@code char} values. */
    public static boolean nondecreasing(char[] values, Range part) {
        return values == null ? part.isEmpty() : SmallIndices.nondecreasing(values.length, part, i -> values[i]);
    }

    /** The same for {@code byte} values. */
    public static boolean nondecreasing(byte[] values, Range part) {
        return values == null ? part.isEmpty() : SmallIndices.nondecreasing(values.length, part, i -> values[i]);
    }

    /** From the least to the greatest of the elements at these indices; without bounds where these are not all in the array. */
    public static Range values(int[] values, Range part) {
        if (part.isEmpty()) {
            return part;
        }
        if (values == null || !part.within(0, values.length - 1L)) {
            return Range.EVERYTHING;
        }
        int min = Integer.MAX_VALUE;
        int max = Integer.MIN_VALUE;
        for (int i = (int) part.lo(); i <= (int) part.hi(); i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        return Range.of(min, max);
    }

    /** The same for {@code long} values. */
    public static Range values(long[] values, Range part) {
        if (part.isEmpty()) {
            return part;
        }
        if (values == null || !part.within(0, values.length - 1L)) {
            return Range.EVERYTHING;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = (int) part.lo(); i <= (int) part.hi(); i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        return Range.of(min, max);
    }

    /** How many elements there are at a depth, {@code null} ones included; negative where an element has none itself. */
    private static long elements(Object[] rows, int depth) {
        if (depth <= 1) {
            return depth == 1 ? rows.length : -1;
        }
        long sum = 0;
        for (Object row : rows) {
            if (row instanceof Object[] inner) {
                long here = elements(inner, depth - 1);
                if (here < 0) {
                    return here;
                }
                sum += here;
            } else if (row != null) {
                return -1;
            }
        }
        return sum;
    }

    /** Adds elements until one is there already. */
    private static boolean addAll(IdentitySet seen, Object[] rows, int depth) {
        for (Object row : rows) {
            if (row == null) {
                continue;
            }
            if (depth == 1 ? !seen.add(row) : !(row instanceof Object[] inner && addAll(seen, inner, depth - 1))) {
                return false;
            }
        }
        return true;
    }

    private static void addAllAgain(IdentitySet seen, Object[] rows, int depth) {
        for (Object row : rows) {
            if (depth > 1 && row instanceof Object[] inner) {
                addAllAgain(seen, inner, depth - 1);
            } else if (row != null) {
                seen.add(row);
            }
        }
    }

    private static boolean containsNone(IdentitySet seen, Object[] rows, int depth) {
        for (Object row : rows) {
            if (row == null) {
                continue;
            }
            if (depth == 1
                    ? seen.contains(row)
                    : !(row instanceof Object[] inner && containsNone(seen, inner, depth - 1))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Objects by identity: open addressing with linear probing (D. E. Knuth, "The Art of Computer Programming", volume
     * 3, section 6.4, algorithm L), at most half full. It holds what it was made for and no more: should another thread
     * have made an array's rows longer meanwhile, it says "already there", which fails the guard.
     */
    private static final class IdentitySet {
        private final Object[] table;
        private int room;

        private IdentitySet(int capacity) {
            table = new Object[capacity];
            room = capacity / 2;
        }

        /** {@code null} where there is no memory for it. */
        static IdentitySet forAtMost(long elements) {
            if (elements > 1 << 28) {
                return null;
            }
            try {
                return new IdentitySet(Math.max(4, Integer.highestOneBit((int) elements) << 2));
            } catch (OutOfMemoryError tooBig) {
                return null;
            }
        }

        boolean add(Object o) {
            int at = slotOf(o);
            if (table[at] != null || room == 0) {
                return false;
            }
            room--;
            table[at] = o;
            return true;
        }

        boolean contains(Object o) {
            return room == 0 || table[slotOf(o)] != null;
        }

        /** Where the object is, or the empty slot where it would go. */
        private int slotOf(Object o) {
            int mask = table.length - 1;
            int at = (System.identityHashCode(o) * 0x9E3779B9 >>> 7) & mask;
            while (table[at] != null && table[at] != o) {
                at = (at + 1) & mask;
            }
            return at;
        }
    }

    /**
     * Integers: a bit each where their range is not much larger than their number, else open addressing as in {@link
     * IdentitySet}, with the smallest value, which is held apart, for "empty".
     */
    private static final class ValueSet {
        private final long min;
        private final long[] bits;
        private final long[] table;
        private boolean minSeen;

        private ValueSet(long min, long[] bits, long[] table) {
            this.min = min;
            this.bits = bits;
            this.table = table;
        }

        /** {@code null} where there is no memory for it. */
        static ValueSet of(int count, long min, long max) {
            long width = max - min; // as unsigned, exact
            try {
                if (Long.compareUnsigned(width >>> 6, count) <= 0) {
                    return new ValueSet(min, new long[(int) (width >>> 6) + 1], null);
                }
                if (count > 1 << 28) {
                    return null;
                }
                long[] table = new long[Integer.highestOneBit(count) << 2];
                Arrays.fill(table, min);
                return new ValueSet(min, null, table);
            } catch (OutOfMemoryError tooBig) {
                return null;
            }
        }

        /** Whether the value was not there. */
        boolean add(long value) {
            if (bits != null) {
                long bit = value - min;
                int word = (int) (bit >>> 6);
                long old = bits[word];
                bits[word] = old | 1L << bit;
                return bits[word] != old;
            }
            if (value == min) {
                boolean first = !minSeen;
                minSeen = true;
                return first;
            }
            int mask = table.length - 1;
            int at = (int) (value * 0x9E3779B97F4A7C15L >>> 33) & mask;
            while (table[at] != min) {
                if (table[at] == value) {
                    return false;
                }
                at = (at + 1) & mask;
            }
            table[at] = value;
            return true;
        }
    }
}
