package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The list that generated code makes of what is in a collection, as a variable and its type. */
public final class ElementsList {

    private static final String PACKAGE = "dev.parfor.runtime";
    private static final String NAME = "Elements";

    /** Nobody else has such a list, and their class needs no check. */
    public static final Type.Ref TYPE = new Type.Ref(
            PACKAGE + "." + NAME,
            false,
            true,
            Set.of(
                    PACKAGE + "." + NAME,
                    "java.util.AbstractList",
                    "java.util.AbstractCollection",
                    "java.util.List",
                    "java.util.Collection",
                    "java.lang.Iterable",
                    "java.util.RandomAccess",
                    "java.lang.Object"),
            Trust.NONE);

    /** Types that a collection can have whose class is known when the loop begins. */
    private static final Set<String> OF_THE_JDK = Set.of(
            "java.lang.Iterable",
            "java.util.AbstractCollection",
            "java.util.AbstractQueue",
            "java.util.AbstractSet",
            "java.util.ArrayDeque",
            "java.util.Collection",
            "java.util.Deque",
            "java.util.EnumSet",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.NavigableSet",
            "java.util.PriorityQueue",
            "java.util.Queue",
            "java.util.SequencedCollection",
            "java.util.SequencedSet",
            "java.util.Set",
            "java.util.SortedSet",
            "java.util.TreeSet",
            "java.util.concurrent.ConcurrentHashMap.KeySetView",
            "java.util.concurrent.ConcurrentLinkedQueue",
            "java.util.concurrent.CopyOnWriteArraySet");

    private static final String MADE_UP = "__";

    private ElementsList() {}

    /** The collection whose elements a list has, as an object of the type that the loop sees. */
    public static Path collection(Path list, Type type) {
        return new Path.OfField(
                list,
                new FieldRef(
                        TYPE.name(),
                        "collection",
                        type,
                        false,
                        true,
                        false,
                        false,
                        false,
                        Optional.empty(),
                        Trust.NONE));
    }

    /** Whether these are the elements of such a list. */
    public static boolean isIn(Path.Elements elements) {
        return elements.list().type().equals(TYPE);
    }

    /** Whether such a list can be made of what is in some object of this type. */
    public static boolean canBeOf(Type type) {
        return type instanceof Type.Ref ref && OF_THE_JDK.contains(ref.name());
    }

    /**
     * The list of the elements; no variable that somebody has written has its number.
     *
     * @param name one that {@link #nameOf} gives
     * @param written the collection as it stands in the text
     * @param iterable the collection as an {@code Iterable}, where its text is known
     */
    public static Var of(Var element, String name, String written, Optional<TypeText.Declared> iterable) {
        return new Var(
                -element.id() - 1,
                name,
                TYPE,
                iterable.map(t -> new TypeText.Declared(PACKAGE, List.of(NAME), t.arguments())),
                Trust.NONE,
                written);
    }

    /**
     * The name of the list.
     *
     * @param collection the variable with the collection, if it is in one
     * @param element the loop's variable
     * @param taken the identifiers of the method
     */
    public static String nameOf(Optional<String> collection, String element, Set<String> taken) {
        String wish = collection.orElse(element + "s") + MADE_UP;
        return Stream.concat(Stream.of(wish), IntStream.iterate(2, n -> n + 1).mapToObj(n -> wish + n))
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
