package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import java.util.List;
import java.util.Set;

/** The paths that a guard evaluates. */
public final class GuardPaths implements Guard.Visitor<Void>, RangeExpr.Visitor<Void> {

    private final Set<Path> found;

    private GuardPaths(Set<Path> found) {
        this.found = found;
    }

    public static void collect(Guard guard, Set<Path> found) {
        guard.accept(new GuardPaths(found));
    }

    private Void add(Path... paths) {
        found.addAll(List.of(paths));
        return null;
    }

    private Void addAll(List<RangeExpr> ranges) {
        ranges.forEach(r -> r.accept(this));
        return null;
    }

    @Override
    public Void notSame(Guard.NotSame g) {
        return add(g.first(), g.second());
    }

    @Override
    public Void distinctRows(Guard.DistinctRows g) {
        return add(g.array());
    }

    @Override
    public Void disjointRows(Guard.DisjointRows g) {
        return add(g.first(), g.second());
    }

    @Override
    public Void fits(Guard.Fits g) {
        return g.values().accept(this);
    }

    @Override
    public Void narrower(Guard.Narrower g) {
        return addAll(List.of(g.values(), g.stride()));
    }

    @Override
    public Void atLeast(Guard.AtLeast g) {
        return g.values().accept(this);
    }

    @Override
    public Void distinct(Guard.Distinct g) {
        add(g.array());
        return g.indices().accept(this);
    }

    @Override
    public Void nondecreasing(Guard.Nondecreasing g) {
        add(g.array());
        return g.indices().accept(this);
    }

    @Override
    public Void elements(RangeExpr.Elements r) {
        add(r.array());
        return r.indices().accept(this);
    }

    @Override
    public Void exactClass(Guard.ExactClass g) {
        return add(g.object());
    }

    @Override
    public Void notOverridden(Guard.NotOverridden g) {
        return add(g.object());
    }

    @Override
    public Void oneOf(Guard.OneOf g) {
        return add(g.objects().start());
    }

    @Override
    public Void uses(Guard.Uses g) {
        return add(g.objects().start());
    }

    @Override
    public Void notReached(Guard.NotReached g) {
        return add(g.object(), g.objects().start());
    }

    @Override
    public Void reachedOnce(Guard.ReachedOnce g) {
        return add(g.objects().start());
    }

    @Override
    public Void reachedApart(Guard.ReachedApart g) {
        return add(g.first().start(), g.second().start());
    }

    @Override
    public Void notHeld(Guard.NotHeld g) {
        return add(g.lock());
    }

    @Override
    public Void noView(Guard.NoView g) {
        g.map().ifPresent(this::add);
        return add(g.list());
    }

    @Override
    public Void constant(RangeExpr.Constant r) {
        return null;
    }

    @Override
    public Void ofPath(RangeExpr.OfPath r) {
        return add(r.path());
    }

    @Override
    public Void loopIndex(RangeExpr.LoopIndex r) {
        return null;
    }

    @Override
    public Void between(RangeExpr.Between r) {
        return addAll(List.of(r.lo(), r.hi()));
    }

    @Override
    public Void sum(RangeExpr.Sum r) {
        return addAll(r.terms());
    }

    @Override
    public Void product(RangeExpr.Product r) {
        return addAll(r.factors());
    }

    @Override
    public Void quotient(RangeExpr.Quotient r) {
        return addAll(List.of(r.dividend(), r.divisor()));
    }
}
