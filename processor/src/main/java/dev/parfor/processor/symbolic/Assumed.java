package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of what classes objects are where an access happens: one in a method that only these classes run. The objects are the same in all
 * iterations, and so are their classes.
 *
 * @param classes by the path to the object; it is of one of them
 */
public record Assumed(Map<Path, Set<String>> classes) {

    public static final Assumed NOTHING = new Assumed(Map.of());

    public Assumed {
        classes = Map.copyOf(classes);
    }

    /** Whether no run of the loop has both. */
    public boolean contradicts(Assumed other) {
        return classes.entrySet().stream()
                .anyMatch(e -> other.classes.containsKey(e.getKey())
                        && other.classes.get(e.getKey()).stream().noneMatch(e.getValue()::contains));
    }

    /** What holds if the one or the other does. */
    public Assumed or(Assumed other) {
        Map<Path, Set<String>> either = new HashMap<>();
        classes.forEach((path, mine) -> {
            Set<String> all = other.classes.get(path);
            if (all != null) {
                Set<String> both = new HashSet<>(mine);
                both.addAll(all);
                either.put(path, both);
            }
        });
        return new Assumed(either);
    }

    /** The same in an order that does not change. */
    public Map<String, Set<String>> sorted() {
        Map<String, Set<String>> sorted = new TreeMap<>();
        classes.forEach((path, names) -> sorted.put(path.identity(), new TreeSet<>(names)));
        return sorted;
    }
}
