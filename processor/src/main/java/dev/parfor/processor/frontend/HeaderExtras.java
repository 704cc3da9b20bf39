package dev.parfor.processor.frontend;

import java.util.List;

/**
 * What a counted header does beside counting, as in {@code for (int i = 0, j = n; i < n; i++, j--)}: variables set before the
 * loop, and updates that could as well end the body. Positions are those in the header.
 *
 * @param start of the initializer that sets the index; -1 where none does
 * @param step of the update that steps the index
 * @param initializers of the other initializers
 * @param updates of the other updates
 */
public record HeaderExtras(int start, int step, List<Integer> initializers, List<Integer> updates) {

    /** A header that counts and does nothing else. */
    public static final HeaderExtras NONE = new HeaderExtras(0, 0, List.of(), List.of());

    public HeaderExtras {
        initializers = List.copyOf(initializers);
        updates = List.copyOf(updates);
    }

    public boolean isEmpty() {
        return initializers.isEmpty() && updates.isEmpty();
    }
}
