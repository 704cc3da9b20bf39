package dev.parfor.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The objects that a guard has come by, each for itself whatever its {@code equals} says. Where there is no memory to remember one, the
 * guard fails. For one thread.
 */
public final class Met {

    private final Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());

    private Met() {}

    /** Whether the way holds, which begins with nothing met. */
    public static boolean nothing(Predicate<Met> way) {
        return way.test(new Met());
    }

    /** Whether the object is met for the first time; it is remembered. */
    public boolean first(Object object) {
        try {
            return objects.add(object);
        } catch (OutOfMemoryError tooMany) {
            return false;
        }
    }

    /** Remembers the object, for the first time or again. */
    public boolean any(Object object) {
        return first(object) || objects.contains(object);
    }

    /** Whether the object has not been met; it is not remembered either. */
    public boolean never(Object object) {
        return !objects.contains(object);
    }
}
