package dev.parfor.testing;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/**
 * A change to the arguments that a loop may not expect: two arrays that are one, an array that is too short, {@code null} in the
 * middle. What the method does then, its variant has to do, too.
 *
 * @param name in words, for the name of a test
 */
record Variation(String name, Change change) {

    static final Variation NONE = new Variation("", arguments -> {});

    /** Changes arguments in place. */
    interface Change {
        void apply(Object[] arguments);
    }

    /** All changes that these arguments allow. */
    static List<Variation> of(Object[] arguments, List<String> names) {
        List<Variation> all = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            for (int k = i + 1; k < arguments.length; k++) {
                if (canBeOne(arguments[i], arguments[k])) {
                    all.add(one(i, k, names));
                }
            }
            if (isArray(arguments[i])) {
                all.add(halved(i, names));
            }
            if (arguments[i] instanceof Object[] || arguments[i] instanceof ArrayList) {
                all.add(gap(i, names));
            }
        }
        return all;
    }

    private static boolean isArray(Object value) {
        return value != null && value.getClass().isArray();
    }

    private static boolean canBeOne(Object a, Object b) {
        return (isArray(a) || a instanceof ArrayList)
                && b != null
                && a.getClass() == b.getClass()
                && sameElements(a, b);
    }

    /** A list of texts does not become one of numbers. */
    private static boolean sameElements(Object a, Object b) {
        return !(a instanceof ArrayList<?> list && b instanceof ArrayList<?> other)
                || (!list.isEmpty()
                        && !other.isEmpty()
                        && list.get(0).getClass() == other.get(0).getClass());
    }

    private static Variation one(int i, int k, List<String> names) {
        return new Variation(names.get(i) + " and " + names.get(k) + " are one", a -> a[k] = a[i]);
    }

    private static Variation halved(int i, List<String> names) {
        return new Variation(names.get(i) + " is half as long", arguments -> {
            int half = Array.getLength(arguments[i]) / 2;
            Object shorter = Array.newInstance(arguments[i].getClass().getComponentType(), half);
            System.arraycopy(arguments[i], 0, shorter, 0, half);
            arguments[i] = shorter;
        });
    }

    private static Variation gap(int i, List<String> names) {
        return new Variation(names.get(i) + " has null in the middle", arguments -> {
            if (arguments[i] instanceof Object[] array && array.length > 0) {
                array[array.length / 2] = null;
            } else if (arguments[i] instanceof ArrayList<?> list && !list.isEmpty()) {
                list.set(list.size() / 2, null);
            }
        });
    }
}
