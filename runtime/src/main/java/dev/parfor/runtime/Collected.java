package dev.parfor.runtime;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collections that a loop only adds to: what generated code calls when all blocks have ended.
 *
 * <p>Each block of iterations has one of its own, which keeps the order in which things came to it first. They are added to the
 * user's in block order by the method that the loop calls, so that it goes through the same insertions in the same order, and
 * has the same iteration order then. Where a block has nothing, nothing is called.
 */
@SuppressWarnings("unchecked")
public final class Collected {

    private Collected() {}

    /** Lists and queues: all elements at the end. */
    public static void addAll(Collection<?> target, Object[] parts) {
        for (Object part : parts) {
            Collection<Object> elements = (Collection<Object>) part;
            if (!elements.isEmpty()) {
                ((Collection<Object>) target).addAll(elements);
            }
        }
    }

    /** Text: at the end. */
    public static void addAll(StringBuilder target, Object[] parts) {
        for (Object part : parts) {
            target.append((StringBuilder) part);
        }
    }

    /** Bits: those that are set. */
    public static void addAll(BitSet target, Object[] parts) {
        for (Object part : parts) {
            target.or((BitSet) part);
        }
    }

    /** Sets: one element after the other. */
    public static void addEach(Collection<?> target, Object[] parts) {
        for (Object part : parts) {
            for (Object element : (Collection<Object>) part) {
                ((Collection<Object>) target).add(element);
            }
        }
    }

    /** Maps: the last value of each key. */
    public static void putAll(Map<?, ?> target, Object[] parts) {
        for (Object part : parts) {
            ((Map<Object, Object>) part).forEach(((Map<Object, Object>) target)::put);
        }
    }

    /**
     * A block's map that is merged into. It remembers whether the last thing that came was a new key: a {@code HashMap} that has grown
     * beyond its threshold takes a larger table at the next merge, even if that is of a key it has.
     */
    public static class Merged<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1;

        private boolean endsWithNewKey;

        /** An empty one. */
        public Merged() {}

        @Override
        public V merge(K key, V value, BiFunction<? super V, ? super V, ? extends V> operation) {
            int before = size();
            V merged = super.merge(key, value, operation);
            endsWithNewKey = size() > before;
            return merged;
        }

        @Override
        public V compute(K key, BiFunction<? super K, ? super V, ? extends V> operation) {
            int before = size();
            V computed = super.compute(key, operation);
            endsWithNewKey = size() > before;
            return computed;
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> operation) {
            int before = size();
            V present = super.computeIfAbsent(key, operation);
            endsWithNewKey = size() > before;
            return present;
        }
    }

    /** A block's map of collections whose order tells how they came to be: those that it makes keep the order of what comes. */
    public static final class Groups<K, V> extends Merged<K, V> {

        private static final long serialVersionUID = 1;

        private final transient Supplier<?> made;

        /** An empty one. */
        public Groups(Supplier<?> made) {
            this.made = made;
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> operation) {
            return super.computeIfAbsent(key, k -> (V) made.get());
        }
    }

    /** The same in the order of the keys. */
    public static final class SortedGroups<K, V> extends TreeMap<K, V> {

        private static final long serialVersionUID = 1;

        private final transient Supplier<?> made;

        /** An empty one. */
        public SortedGroups(Supplier<?> made) {
            this.made = made;
        }

        @Override
        public V computeIfAbsent(K key, Function<? super K, ? extends V> operation) {
            return super.computeIfAbsent(key, k -> (V) made.get());
        }
    }

    /**
     * Maps of collections: what is in each key's at the end of what it has.
     *
     * @param computes whether keys come to the map by {@code computeIfAbsent}
     * @param make makes an empty collection for a new key; {@code null} where the first block's is as good
     * @param add what adds some collections to one
     */
    public static void groupAll(
            Map<?, ?> target, Object[] parts, boolean computes, Supplier<?> make, BiConsumer<Object, Object[]> add) {
        Map<Object, Object> map = (Map<Object, Object>) target;
        Merged<Object, Object> last = null;
        for (Object part : parts) {
            Map<Object, Object> own = (Map<Object, Object>) part;
            own.forEach((key, elements) -> {
                Object all = computes ? map.computeIfAbsent(key, k -> first(elements, make)) : map.get(key);
                if (all == null) {
                    all = first(elements, make);
                    map.put(key, all);
                }
                if (all != elements) {
                    add.accept(all, new Object[] {elements});
                }
            });
            last = own instanceof Merged<Object, Object> merged && !merged.isEmpty() ? merged : last;
        }
        if (computes && last != null && !last.endsWithNewKey) {
            map.computeIfAbsent(last.keySet().iterator().next(), k -> null);
        }
    }

    private static Object first(Object elements, Supplier<?> make) {
        return make == null ? elements : make.get();
    }

    /** A block's own, where that needs to know which keys there may be. */
    public static Map<Object, Object> emptyLike(Map<?, ?> target) {
        @SuppressWarnings("rawtypes")
        Map<Object, Object> empty = new EnumMap((EnumMap) target);
        empty.clear();
        return empty;
    }

    /** Maps: the values of each key combined. Only blocks of a map that hashes are {@link Merged}. */
    public static <V> void mergeAll(Map<?, ?> target, Object[] parts, BinaryOperator<V> operation) {
        Map<Object, V> map = (Map<Object, V>) target;
        Merged<Object, V> last = null;
        for (Object part : parts) {
            Map<Object, V> own = (Map<Object, V>) part;
            own.forEach((key, value) -> map.merge(key, value, operation));
            last = own instanceof Merged<Object, V> merged && !merged.isEmpty() ? merged : last;
        }
        if (last != null && !last.endsWithNewKey) {
            Map.Entry<Object, V> any = last.entrySet().iterator().next();
            map.merge(any.getKey(), any.getValue(), (present, other) -> present);
        }
    }

    /** Whether no key that is counted has {@code null} for a count: the plain loop throws an exception there. */
    public static boolean canCount(Map<?, ?> target, Object[] parts) {
        for (Object part : parts) {
            for (Object key : ((Map<Object, Object>) part).keySet()) {
                if (target.get(key) == null && target.containsKey(key)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Maps of {@code Integer}s or {@code Long}s: the counts added. */
    public static void countAll(Map<?, ?> target, Object[] parts) {
        Map<Object, Number> counts = (Map<Object, Number>) target;
        for (Object part : parts) {
            ((Map<Object, Number>) part).forEach((key, count) -> {
                Number before = counts.get(key);
                counts.put(key, before == null ? count : sum(before, count));
            });
        }
    }

    private static Number sum(Number a, Number b) {
        if (a instanceof Integer x && b instanceof Integer y) {
            return x + y;
        }
        return a.longValue() + b.longValue();
    }
}
