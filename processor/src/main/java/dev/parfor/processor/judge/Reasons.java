package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What speaks against a loop, in the order in which it is told, and each thing once. */
final class Reasons {

    private Reasons() {}

    /**
     * Refutations first, then as met; one for each cause, which many places may have; what cannot be followed, once; and what a method
     * does, not again for the calls of itself that lie deeper.
     */
    static List<Refusal> ordered(Collection<Refusal> refusals) {
        List<Refusal> all = new ArrayList<>();
        for (boolean refuted : new boolean[] {true, false}) {
            refusals.stream().filter(r -> r.isRefutation() == refuted).forEach(all::add);
        }
        Set<Object> told = new LinkedHashSet<>();
        List<Refusal> first = new ArrayList<>();
        for (Refusal r : all) {
            if (told.add(key(r))) {
                first.add(r);
            }
            if (r instanceof Refusal.Conflict c) {
                told.add(ofContainer(c));
            }
        }
        return withoutDeeper(Consequences.without(first));
    }

    /** Where one place of an array is known to be wrong, others of which less is known are left for later. */
    private static Object ofContainer(Refusal.Conflict c) {
        return List.of("conflict", c.container().isEmpty() ? c.at() : root(c.container()));
    }

    /** The array itself, for all its rows and elements. */
    private static String root(String container) {
        return container.replaceAll("\\[[^\\]]*]", "");
    }

    private static Object key(Refusal r) {
        if (r instanceof Refusal.Conflict c) {
            return c.isRefutation() ? List.of("conflict", c.at(), c.container()) : ofContainer(c);
        }
        if (r instanceof Refusal.Sync s) {
            return List.of("sync", s.kind(), s.subject());
        }
        if (r instanceof Refusal.Effect e
                && e.kind() == Refusal.Effect.Kind.SHARED_STATE
                && !e.detail().isEmpty()) {
            return List.of("state", e.subject(), e.detail());
        }
        if (r instanceof Refusal.Effect e && e.kind() == Refusal.Effect.Kind.DEPTH) {
            return List.of("depth", e.subject(), e.detail());
        }
        return r instanceof Refusal.Scalar s ? List.of("scalar", s.variable()) : r;
    }

    /** Without effects that were met before on a part of the same way: recursion comes to them again by a longer one. */
    private static List<Refusal> withoutDeeper(Collection<Refusal> refusals) {
        Map<Object, List<Refusal.Effect>> met = new LinkedHashMap<>();
        List<Refusal> kept = new ArrayList<>();
        for (Refusal r : refusals) {
            if (r instanceof Refusal.Effect e) {
                List<Refusal.Effect> alike =
                        met.computeIfAbsent(List.of(e.kind(), e.at(), e.subject(), e.detail()), k -> new ArrayList<>());
                if (alike.stream().anyMatch(a -> isPart(a.calledFrom(), e.calledFrom()))) {
                    continue;
                }
                alike.add(e);
            }
            kept.add(r);
        }
        return List.copyOf(kept);
    }

    /** Whether the calls of one way are among those of another, in their order. */
    private static boolean isPart(List<Span> way, List<Span> longer) {
        Iterator<Span> rest = way.iterator();
        if (!rest.hasNext()) {
            return true;
        }
        Span next = rest.next();
        for (Span call : longer) {
            if (call.equals(next)) {
                if (!rest.hasNext()) {
                    return true;
                }
                next = rest.next();
            }
        }
        return false;
    }
}
