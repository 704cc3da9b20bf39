package dev.parfor.processor.certificate;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Reach;
import java.util.Map;

/** Guards as data: a kind and what it is about, paths by their identity. */
final class GuardJson implements Guard.Visitor<Map<String, Object>>, RangeExpr.Visitor<Map<String, Object>> {

    @Override
    public Map<String, Object> notSame(Guard.NotSame g) {
        return Json.object("kind", "not same", "first", path(g.first()), "second", path(g.second()));
    }

    @Override
    public Map<String, Object> distinctRows(Guard.DistinctRows g) {
        return Json.object("kind", "distinct rows", "array", path(g.array()), "depth", g.depth());
    }

    @Override
    public Map<String, Object> disjointRows(Guard.DisjointRows g) {
        return Json.object(
                "kind",
                "disjoint rows",
                "first",
                path(g.first()),
                "firstDepth",
                g.firstDepth(),
                "second",
                path(g.second()),
                "secondDepth",
                g.secondDepth());
    }

    @Override
    public Map<String, Object> fits(Guard.Fits g) {
        return Json.object("kind", "fits", "values", g.values().accept(this), "bits", g.bits());
    }

    @Override
    public Map<String, Object> narrower(Guard.Narrower g) {
        return Json.object(
                "kind",
                "narrower",
                "values",
                g.values().accept(this),
                "stride",
                g.stride().accept(this));
    }

    @Override
    public Map<String, Object> atLeast(Guard.AtLeast g) {
        return Json.object("kind", "at least", "values", g.values().accept(this), "least", g.least());
    }

    @Override
    public Map<String, Object> distinct(Guard.Distinct g) {
        return Json.object(
                "kind",
                "distinct",
                "array",
                path(g.array()),
                "indices",
                g.indices().accept(this));
    }

    @Override
    public Map<String, Object> nondecreasing(Guard.Nondecreasing g) {
        return Json.object(
                "kind",
                "nondecreasing",
                "array",
                path(g.array()),
                "indices",
                g.indices().accept(this));
    }

    @Override
    public Map<String, Object> exactClass(Guard.ExactClass g) {
        return Json.object("kind", "exact class", "object", path(g.object()), "class", g.className());
    }

    @Override
    public Map<String, Object> notOverridden(Guard.NotOverridden g) {
        return Json.object("kind", "not overridden", "object", path(g.object()), "method", method(g.method()));
    }

    @Override
    public Map<String, Object> oneOf(Guard.OneOf g) {
        return Json.object(
                "kind", "one of", "objects", reach(g.objects()), "classes", Json.list(g.classes(), Type.Ref::name));
    }

    @Override
    public Map<String, Object> uses(Guard.Uses g) {
        return Json.object("kind", "uses", "objects", reach(g.objects()), "method", method(g.method()));
    }

    @Override
    public Map<String, Object> notReached(Guard.NotReached g) {
        return Json.object("kind", "not reached", "object", path(g.object()), "objects", reach(g.objects()));
    }

    @Override
    public Map<String, Object> reachedOnce(Guard.ReachedOnce g) {
        return Json.object("kind", "reached once", "objects", reach(g.objects()));
    }

    @Override
    public Map<String, Object> reachedApart(Guard.ReachedApart g) {
        return Json.object("kind", "reached apart", "first", reach(g.first()), "second", reach(g.second()));
    }

    @Override
    public Map<String, Object> notHeld(Guard.NotHeld g) {
        return Json.object("kind", "not held", "lock", path(g.lock()), "monitor", g.monitor());
    }

    @Override
    public Map<String, Object> noView(Guard.NoView g) {
        return g.map()
                .map(m -> Json.object("kind", "no view", "list", path(g.list()), "map", path(m)))
                .orElseGet(() -> Json.object("kind", "no view", "list", path(g.list())));
    }

    @Override
    public Map<String, Object> constant(RangeExpr.Constant r) {
        return Json.object("constant", r.value());
    }

    @Override
    public Map<String, Object> ofPath(RangeExpr.OfPath r) {
        return Json.object("path", path(r.path()));
    }

    @Override
    public Map<String, Object> loopIndex(RangeExpr.LoopIndex r) {
        return Json.object("index", "all of the loop");
    }

    @Override
    public Map<String, Object> between(RangeExpr.Between r) {
        return Json.object("from", r.lo().accept(this), "to", r.hi().accept(this));
    }

    @Override
    public Map<String, Object> sum(RangeExpr.Sum r) {
        return Json.object("sum", Json.list(r.terms(), t -> t.accept(this)));
    }

    @Override
    public Map<String, Object> product(RangeExpr.Product r) {
        return Json.object("product", Json.list(r.factors(), f -> f.accept(this)));
    }

    @Override
    public Map<String, Object> quotient(RangeExpr.Quotient r) {
        return Json.object(
                "quotient", r.dividend().accept(this), "by", r.divisor().accept(this));
    }

    @Override
    public Map<String, Object> elements(RangeExpr.Elements r) {
        return Json.object("elements", path(r.array()), "at", r.indices().accept(this));
    }

    private static String path(Path path) {
        return path.identity();
    }

    private static String reach(Reach reach) {
        return reach.start().identity()
                + reach.toString().substring(reach.start().toString().length());
    }

    private static String method(dev.parfor.processor.ir.MethodRef method) {
        return method.owner() + "." + method.name() + method.descriptor();
    }
}
