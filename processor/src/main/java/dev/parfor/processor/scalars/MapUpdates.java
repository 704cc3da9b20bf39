package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds statements that together count for a key of a map, or add to the collection that it has for the key:
 *
 * <pre>{@code
 * map.computeIfAbsent(k, x -> new ArrayList<>()).add(e);
 * if (!map.containsKey(k)) map.put(k, new ArrayList<>()); map.get(k).add(e);
 * List<E> list = map.get(k); if (list == null) { list = new ArrayList<>(); map.put(k, list); } list.add(e);
 * if (map.containsKey(k)) map.put(k, map.get(k) + e); else map.put(k, e);
 * Integer n = map.get(k); map.put(k, n == null ? e : n + e);
 * map.compute(k, (x, n) -> n == null ? e : n + e);
 * }</pre>
 *
 * <p>The walk sees other statements in their places: {@code map.put(k, null); new ArrayList<>().add(e);}. They come to all that these come
 * to, but for the collections, which nobody else has: that the map has no others is asked before the loop.
 */
final class MapUpdates {

    /** What this asks of the loop. */
    interface LoopBody {

        /** The class that a map is guarded to be of; empty for what is no such map, or not the same one in all iterations. */
        Optional<String> mapClass(Expr e);

        boolean isSame(Expr key, Expr other);

        boolean isSteady(Expr e);

        /** What a function does that combines two values. */
        Optional<CollectionMatcher.Folding> folding(Expr function);

        Stmt all();
    }

    /**
     * @param map as it is mentioned first
     * @param statements all of them, and what is in them
     * @param calls of the map
     * @param instead for the walk
     */
    record Found(
            Expr.Local map,
            List<Expr> mentions,
            Set<Stmt> statements,
            List<Span> calls,
            Collecting how,
            Map<Stmt, Stmt> instead) {}

    private MapUpdates() {}

    /** @param skipped what is not looked at */
    static List<Found> in(LoopBody loop, InLambdas skipped) {
        MapGroups groups = new MapGroups(loop, skipped);
        MapCounts counts = new MapCounts(loop);
        List<Found> found = new ArrayList<>();
        Set<Stmt> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (skipped.contains(s) || taken.contains(s)) {
                    return;
                }
                List<Stmt> statements = s instanceof Stmt.Block block ? block.statements() : List.of(s);
                for (int k = 0; k < statements.size(); k++) {
                    int at = k;
                    if (taken.contains(statements.get(k))) {
                        continue;
                    }
                    List<Stmt> behind = statements.subList(at, statements.size());
                    groups.at(behind).or(() -> counts.at(behind)).ifPresent(f -> {
                        found.add(f);
                        taken.addAll(f.statements());
                    });
                }
            }
        }.scan(loop.all());
        return found;
    }
}
