package dev.parfor.processor.random;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of the class that random loops stand in, as the interpreter sees it. */
final class Thing {
    final Map<String, Object> fields = new LinkedHashMap<>();

    /** Of which class: the one itself, or a subclass in {@link Helpers#SUBCLASSES}. */
    final int subclass;

    Thing(int subclass) {
        this.subclass = subclass;
    }

    /** As its constructor leaves it. */
    static Thing made() {
        Thing made = new Thing(0);
        for (String reference : new String[] {"data", "hidden", "weights", "grid", "words"}) {
            made.fields.put(reference, null);
        }
        for (String number : new String[] {"count", "offset", "total"}) {
            made.fields.put(number, 0);
        }
        return made;
    }
}
