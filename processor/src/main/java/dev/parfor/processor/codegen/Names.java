package dev.parfor.processor.codegen;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Identifiers of generated code: never one that is taken, and the same ones in every build. */
final class Names {

    private final Set<String> taken;

    Names(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** The wish itself, or the first of {@code wish2, wish3...} that is free. Taken from now on. */
    String fresh(String wish) {
        String name = wish;
        for (int suffix = 2; !taken.add(name); suffix++) {
            name = wish + suffix;
        }
        return name;
    }

    /** {@code Dot} for {@code dot}. */
    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
