package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.walk.BodyWalker;
import java.util.Collection;
import java.util.Optional;

/**
 * A loop over the keys of a map reads the map, and nothing says which one. So a loop over a collection that changes others runs in
 * parallel only where the first one is no view of anything, or of a map that is named and so known to be another one.
 */
record NoViews(Optional<Guard> guard, Optional<Refusal> refusal) {

    private static final NoViews NONE = new NoViews(Optional.empty(), Optional.empty());

    /** @param merged what blocks of iterations work on privately */
    static NoViews judge(LoopNest nest, BodyWalker.Result walk, Collection<Var> merged) {
        if (!(nest.header() instanceof LoopNest.Header.EachOfList each)
                || !(each.source().orElse(null) instanceof LoopNest.Source.Collection collection)
                || !(each.list() instanceof Expr.Local list)
                || !Soundness.VIEWS.holds()) {
            return NONE;
        }
        boolean changes = merged.stream().anyMatch(v -> mayBeShown(v.type()))
                || walk.accesses().stream()
                        .anyMatch(a -> a.isWrite()
                                && a.cell() instanceof Cell.StateCell state
                                && mayBeShown(state.object().type()))
                || walk.trusted().stream().anyMatch(t -> !t.annotation().equals("@Pure"));
        if (!changes) {
            return NONE;
        }
        String text = collection.elements().span().text();
        Optional<Path> map = collection.map().flatMap(m -> path(m, walk));
        return collection.map().isPresent() && map.isEmpty()
                ? new NoViews(
                        Optional.empty(),
                        Optional.of(new Refusal.Shape(
                                Refusal.Shape.Kind.BOUND_CHANGES,
                                collection.elements().span(),
                                text,
                                Optional.empty())))
                : new NoViews(Optional.of(new Guard.NoView(new Path.OfVar(list.var()), text, map)), Optional.empty());
    }

    /** Whether a view may show such an object: maps have views, and sorted sets. Of a library's class, what is changed is of no other one. */
    private static boolean mayBeShown(Type type) {
        if (!(type instanceof Type.Ref ref)) {
            return false;
        }
        return ref.isInterface()
                || ref.supertypes().contains("java.util.Map")
                || ref.supertypes().contains("java.util.SortedSet")
                || !ref.name().startsWith("java.")
                || ref.name().equals("java.lang.Object");
    }

    /** The map, if it has a name: then it is among what the header reads. */
    private static Optional<Path> path(Expr map, BodyWalker.Result walk) {
        return walk.accesses().subList(0, walk.headerAccesses()).stream()
                .filter(a -> a.span().equals(map.span()) && a.cell() instanceof Cell.StateCell)
                .map(a -> ((Cell.StateCell) a.cell()).object())
                .filter(o -> o instanceof Obj.Invariant)
                .map(o -> ((Obj.Invariant) o).path())
                .findFirst();
    }
}
