package dev.parfor.processor.codegen;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import java.util.List;
import java.util.stream.Collectors;

/** Guards in words, for comments in generated code and for the event of one that failed. */
final class GuardWords implements Guard.Visitor<String>, RangeExpr.Visitor<String> {

    @Override
    public String notSame(Guard.NotSame g) {
        return g.first() + " and " + g.second() + " are two objects";
    }

    @Override
    public String distinctRows(Guard.DistinctRows g) {
        return "no row of " + g.array() + (g.depth() > 1 ? " at depth " + g.depth() : "") + " occurs twice";
    }

    @Override
    public String disjointRows(Guard.DisjointRows g) {
        return rows(g.first().toString(), g.firstDepth()) + " and "
                + rows(g.second().toString(), g.secondDepth()) + " have nothing in common";
    }

    private static String rows(String array, int depth) {
        return switch (depth) {
            case 0 -> array;
            case 1 -> "the rows of " + array;
            default -> "the rows of " + array + " at depth " + depth;
        };
    }

    @Override
    public String fits(Guard.Fits g) {
        String type = g.bits() == Integer.SIZE ? "int" : g.bits() == Long.SIZE ? "long" : g.bits() + " bits";
        return words(g.values()) + " stays in " + type;
    }

    @Override
    public String narrower(Guard.Narrower g) {
        return "the values of " + words(g.values()) + " span less than " + words(g.stride());
    }

    @Override
    public String atLeast(Guard.AtLeast g) {
        return words(g.values()) + " >= " + g.least();
    }

    @Override
    public String distinct(Guard.Distinct g) {
        return "no two of " + g.array() + "[" + words(g.indices()) + "] are equal";
    }

    @Override
    public String nondecreasing(Guard.Nondecreasing g) {
        return g.array() + "[" + words(g.indices()) + "] never falls";
    }

    @Override
    public String elements(RangeExpr.Elements r) {
        return r.array() + "[" + words(r.indices()) + "]";
    }

    @Override
    public String exactClass(Guard.ExactClass g) {
        return "the class of " + g.object() + " is exactly "
                + g.className().substring(g.className().lastIndexOf('.') + 1);
    }

    @Override
    public String notOverridden(Guard.NotOverridden g) {
        return "the class of " + g.object() + " does not override " + g.method().display();
    }

    @Override
    public String oneOf(Guard.OneOf g) {
        return "the class of " + g.objects() + " is exactly "
                + g.classes().stream()
                        .map(c -> c.name().substring(c.name().lastIndexOf('.') + 1))
                        .collect(Collectors.joining(" or "));
    }

    @Override
    public String uses(Guard.Uses g) {
        return "the class of " + g.objects() + " does not override "
                + g.method().display();
    }

    @Override
    public String notReached(Guard.NotReached g) {
        return "no " + g.objects() + " is " + g.object();
    }

    @Override
    public String reachedOnce(Guard.ReachedOnce g) {
        return "no object is " + g.objects() + " of two elements";
    }

    @Override
    public String reachedApart(Guard.ReachedApart g) {
        return "no " + g.first() + " is a " + g.second();
    }

    @Override
    public String notHeld(Guard.NotHeld g) {
        return "the calling thread does not hold " + g.lock();
    }

    @Override
    public String noView(Guard.NoView g) {
        return g.text() + g.map().map(m -> " is a view of " + m + " alone").orElse(" is no view of another collection");
    }

    private String words(RangeExpr e) {
        return e.accept(this);
    }

    @Override
    public String constant(RangeExpr.Constant r) {
        return Long.toString(r.value());
    }

    @Override
    public String ofPath(RangeExpr.OfPath r) {
        return r.path().toString();
    }

    @Override
    public String loopIndex(RangeExpr.LoopIndex r) {
        return "index";
    }

    @Override
    public String between(RangeExpr.Between r) {
        return "(" + words(r.lo()) + " .. " + words(r.hi()) + ")";
    }

    @Override
    public String sum(RangeExpr.Sum r) {
        String sum = r.terms().stream().map(this::words).collect(Collectors.joining(" + "));
        return r.terms().size() == 1 ? sum : "(" + sum + ")";
    }

    @Override
    public String product(RangeExpr.Product r) {
        List<RangeExpr> factors = r.factors();
        return factors.stream().map(this::words).collect(Collectors.joining(" * "));
    }

    @Override
    public String quotient(RangeExpr.Quotient r) {
        return words(r.dividend()) + " / " + words(r.divisor());
    }
}
