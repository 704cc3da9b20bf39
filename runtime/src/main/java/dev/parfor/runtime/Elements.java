package dev.parfor.runtime;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * What is in a collection, in the order of its iterator, as a list that can be counted: what generated code makes of the collection in
 * {@code for (T element : collection)} before the first iteration.
 *
 * <p>Only of a collection of the JDK whose iterator is known to run no code of others and to change nothing; {@link #isKnown()} tells.
 * The {@linkplain #iterator() iterator} is that of the collection itself in any case, so that a loop over this is the loop over it.
 *
 * <p>For one thread to make; then any may read it.
 *
 * @param <T> of the elements
 */
public final class Elements<T> extends AbstractList<T> implements RandomAccess {

    /** Classes of collections that have their elements themselves, and whose iterator calls nothing that a class of others could override. */
    private static final Set<String> KNOWN = Set.of(
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.ImmutableCollections$List12",
            "java.util.ImmutableCollections$ListN",
            "java.util.ImmutableCollections$Set12",
            "java.util.ImmutableCollections$SetN",
            "java.util.JumboEnumSet",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.PriorityQueue",
            "java.util.RegularEnumSet",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.util.concurrent.CopyOnWriteArraySet");

    /** The same, of those that may show what is in a map. */
    private static final Set<String> VIEWS = Set.of(
            "java.util.HashMap$EntrySet",
            "java.util.HashMap$KeySet",
            "java.util.HashMap$Values",
            "java.util.LinkedHashMap$LinkedEntrySet",
            "java.util.LinkedHashMap$LinkedKeySet",
            "java.util.LinkedHashMap$LinkedValues",
            "java.util.TreeMap$EntrySet",
            "java.util.TreeMap$KeySet",
            "java.util.TreeMap$Values",
            "java.util.TreeSet",
            "java.util.concurrent.ConcurrentHashMap$EntrySetView",
            "java.util.concurrent.ConcurrentHashMap$KeySetView",
            "java.util.concurrent.ConcurrentHashMap$ValuesView");

    /** Those of them that hand out entries which the map has made. */
    private static final Set<String> ENTRIES = Set.of(
            "java.util.HashMap$EntrySet",
            "java.util.LinkedHashMap$LinkedEntrySet",
            "java.util.TreeMap$EntrySet",
            "java.util.concurrent.ConcurrentHashMap$EntrySetView");

    /** Maps whose keys, values and entries show the map and nothing else. */
    private static final Set<String> MAPS = Set.of(
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.concurrent.ConcurrentHashMap");

    /** What the elements are in, of whatever type, to be compared with other objects. */
    public final Object collection;

    private final Iterable<? extends T> from;
    private final boolean view;
    private final boolean known;
    private final Object[] all;

    private Elements(Iterable<? extends T> from, boolean known) {
        this.collection = from;
        this.from = from;
        this.view = VIEWS.contains(from.getClass().getName());
        this.known = known;
        this.all = known ? all(from.iterator()) : new Object[0];
    }

    /** Not by {@code toArray}: of a view, that asks the map for its size, which may be a method of somebody else's class. */
    private static Object[] all(Iterator<?> iterator) {
        ArrayList<Object> all = new ArrayList<>();
        while (iterator.hasNext()) {
            all.add(iterator.next());
        }
        return all.toArray();
    }

    /**
     * The elements that {@code from} has now.
     *
     * @throws NullPointerException if there is no collection
     */
    public static <T> Elements<T> of(Iterable<? extends T> from) {
        String type = from.getClass().getName();
        return new Elements<>(from, VIEWS.contains(type) || KNOWN.contains(type));
    }

    /**
     * The entries that {@code from} has now; {@linkplain #isKnown() known} only if a map of the JDK has made them, so that they run no code
     * of others either.
     *
     * @throws NullPointerException if there is no set
     */
    public static <T> Elements<T> ofEntries(Iterable<? extends T> from) {
        return new Elements<>(from, ENTRIES.contains(from.getClass().getName()));
    }

    /** Whether the elements are here to be counted; where not, there is the iterator. */
    public boolean isKnown() {
        return known;
    }

    /** Whether the collection may show what is in another one, or in a map, so that it changes with that. */
    public boolean isView() {
        return view;
    }

    /** Whether the collection shows nothing but itself, or this map: whether it is a view that the map says it has. */
    public boolean isViewOnly(Map<?, ?> map) {
        return !view
                || map != null
                        && MAPS.contains(map.getClass().getName())
                        && (map.keySet() == from || map.values() == from || map.entrySet() == from);
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        return (T) all[index];
    }

    @Override
    public int size() {
        return all.length;
    }

    @Override
    public Object[] toArray() {
        return all.clone();
    }

    /** That of the collection. */
    @Override
    @SuppressWarnings("unchecked")
    public Iterator<T> iterator() {
        return (Iterator<T>) from.iterator();
    }
}
