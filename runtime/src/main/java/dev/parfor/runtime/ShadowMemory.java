package dev.parfor.runtime;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cells of objects, found by the identity of the object. An object that nobody else has any more is forgotten: no other
 * iteration can meet in it.
 */
final class ShadowMemory {

    private static final int ARRAY_SHIFT = 8;
    private static final int OBJECT_SHIFT = 2;

    private final ConcurrentHashMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** An object by its identity, and its cells. */
    private static final class Entry extends WeakReference<Object> {
        private final int hash;
        /** {@code null} for what is not to be recorded. */
        private final ShadowCells cells;

        Entry(Object object, ReferenceQueue<Object> gone, ShadowCells cells) {
            super(object, gone);
            this.hash = System.identityHashCode(object);
            this.cells = cells;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Entry entry && get() != null && get() == entry.get();
        }
    }

    /** The same for a look. */
    private record Probe(Object object) {

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entry entry && entry.get() == object;
        }
    }

    /** {@code null} for what is not to be recorded. */
    ShadowCells of(Object object) {
        Entry known = entries.get(new Probe(object));
        if (known == null) {
            forgetGone();
            ShadowCells fresh = object.getClass().isArray()
                    ? new ShadowCells(ARRAY_SHIFT, Array.getLength(object))
                    : new ShadowCells(object instanceof List ? ARRAY_SHIFT : OBJECT_SHIFT, Integer.MAX_VALUE);
            Entry entry = new Entry(object, gone, fresh);
            Entry raced = entries.putIfAbsent(entry, entry);
            known = raced == null ? entry : raced;
        }
        return known.cells;
    }

    /** From now on an object, and what its elements lead to if it is an array, is not recorded. */
    void own(Object object) {
        if (object != null && object.getClass().isArray()) {
            Entry entry = new Entry(object, gone, null);
            entries.put(entry, entry);
            if (object instanceof Object[] rows) {
                for (Object row : rows) {
                    own(row);
                }
            }
        }
    }

    private void forgetGone() {
        for (Reference<?> entry = gone.poll(); entry != null; entry = gone.poll()) {
            entries.remove(entry);
        }
    }
}
