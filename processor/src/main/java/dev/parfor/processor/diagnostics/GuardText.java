package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Reach;
import java.util.ArrayList;
import java.util.List;

/** Guards in the user's words. */
public final class GuardText implements Guard.Visitor<String> {

    private final RangeText ranges;

    /** @param index name of the loop's index */
    public GuardText(String index) {
        this.ranges = new RangeText(index);
    }

    /** A guard without the marks around what is code, as a program says it that runs. */
    public String plain(Guard guard) {
        return guard.accept(this).replace("`", "");
    }

    @Override
    public String notSame(Guard.NotSame g) {
        boolean arrays = g.first().type() instanceof Type.Array && g.second().type() instanceof Type.Array;
        return quote(g.first()) + " and " + quote(g.second()) + " are two " + (arrays ? "arrays" : "objects");
    }

    @Override
    public String distinctRows(Guard.DistinctRows g) {
        return "no " + element(g.array().type(), g.depth()) + " of " + quote(g.array()) + " stands twice in it";
    }

    @Override
    public String disjointRows(Guard.DisjointRows g) {
        if (g.firstDepth() == 0) {
            return quote(g.first()) + " is not " + member(g.second(), g.secondDepth());
        }
        return "no " + element(g.first().type(), g.firstDepth()) + " of " + quote(g.first()) + " is "
                + member(g.second(), g.secondDepth());
    }

    private static String member(Path path, int depth) {
        String noun = element(path.type(), depth);
        return depth == 0 ? quote(path) : (noun.startsWith("element") ? "an " : "a ") + noun + " of " + quote(path);
    }

    @Override
    public String fits(Guard.Fits g) {
        return (g.written().isEmpty() ? quote(g.values()) : Text.quote(g.written())) + " stays within "
                + (g.bits() == 32 ? "`int`" : g.bits() == 64 ? "`long`" : g.bits() + " bits");
    }

    @Override
    public String narrower(Guard.Narrower g) {
        if (g.values() instanceof RangeExpr.Constant) {
            return quote(g.stride()) + " is positive";
        }
        return "the values of " + quote(g.values()) + " span less than " + quote(g.stride()) + ", which is positive";
    }

    @Override
    public String atLeast(Guard.AtLeast g) {
        return quote(g.values()) + " is at least " + g.least();
    }

    @Override
    public String distinct(Guard.Distinct g) {
        return "no two elements of " + quote(g.array()) + " that the loop uses are equal";
    }

    @Override
    public String nondecreasing(Guard.Nondecreasing g) {
        return "no element of " + quote(g.array()) + " that the loop uses is less than the one before";
    }

    @Override
    public String exactClass(Guard.ExactClass g) {
        String simple = g.className().substring(g.className().lastIndexOf('.') + 1);
        return "the class of " + quote(g.object()) + " is " + Text.quote(simple) + " itself";
    }

    @Override
    public String notOverridden(Guard.NotOverridden g) {
        return "the class of " + quote(g.object()) + " does not override "
                + Text.quote(g.method().display());
    }

    @Override
    public String oneOf(Guard.OneOf g) {
        List<String> names = g.classes().stream()
                .map(c -> Text.quote(c.name().substring(c.name().lastIndexOf('.') + 1)))
                .toList();
        int last = names.size() - 1;
        String classes = last == 0
                ? names.get(0) + " itself"
                : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
        return "the class of " + objects(g.objects()) + " is " + classes;
    }

    @Override
    public String uses(Guard.Uses g) {
        return "the class of " + objects(g.objects()) + " does not override "
                + Text.quote(g.method().display());
    }

    private static String objects(Reach objects) {
        List<Reach.Step> steps = new ArrayList<>(objects.steps());
        String type = "";
        if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Reach.OfType of) {
            String name = of.type().name();
            type = " of type " + Text.quote(name.substring(name.lastIndexOf('.') + 1));
            steps.remove(steps.size() - 1);
        }
        String all = Text.quote(new Reach(objects.start(), steps).toString()) + type;
        return (objects.isOne() ? "" : "every ") + all;
    }

    @Override
    public String notReached(Guard.NotReached g) {
        return "no " + Text.quote(g.objects().toString()) + " is " + quote(g.object());
    }

    @Override
    public String reachedOnce(Guard.ReachedOnce g) {
        return "no two elements share their " + Text.quote(g.objects().toString());
    }

    @Override
    public String reachedApart(Guard.ReachedApart g) {
        return "no " + Text.quote(g.first().toString()) + " is a "
                + Text.quote(g.second().toString());
    }

    @Override
    public String notHeld(Guard.NotHeld g) {
        return "the thread that calls does not hold " + (g.monitor() ? "the monitor of " : "") + quote(g.lock());
    }

    @Override
    public String noView(Guard.NoView g) {
        return Text.quote(g.text())
                + g.map().map(m -> " is a view of " + quote(m) + " alone").orElse(" is no view of another collection");
    }

    /** What stands at a depth of an array: a row where it is an array, an element otherwise. */
    private static String element(Type array, int depth) {
        Type type = array;
        for (int i = 0; i < depth && type instanceof Type.Array a; i++) {
            type = a.element();
        }
        String noun = type instanceof Type.Array ? "row" : "element";
        return depth == 1 ? noun : noun + " at depth " + depth;
    }

    private String quote(RangeExpr range) {
        return Text.quote(range.accept(ranges));
    }

    private static String quote(Path path) {
        return Text.quote(path.toString());
    }

    /** Ranges as Java expressions, {@code lo .. hi} where a value moves between two. */
    private record RangeText(String index) implements RangeExpr.Visitor<String> {

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
            return index;
        }

        @Override
        public String between(RangeExpr.Between r) {
            return "(" + r.lo().accept(this) + " .. " + r.hi().accept(this) + ")";
        }

        @Override
        public String sum(RangeExpr.Sum r) {
            StringBuilder text = new StringBuilder();
            for (RangeExpr term : r.terms()) {
                String t = term.accept(this);
                boolean minus = t.startsWith("-");
                if (text.isEmpty()) {
                    text.append(t);
                } else {
                    text.append(minus ? " - " : " + ").append(minus ? t.substring(1) : t);
                }
            }
            return text.toString();
        }

        @Override
        public String product(RangeExpr.Product r) {
            List<String> factors = r.factors().stream().map(this::factor).toList();
            boolean unit = factors.size() > 1
                    && (factors.get(0).equals("1") || factors.get(0).equals("-1"));
            return unit
                    ? factors.get(0).replace("1", "") + String.join(" * ", factors.subList(1, factors.size()))
                    : String.join(" * ", factors);
        }

        @Override
        public String quotient(RangeExpr.Quotient r) {
            return factor(r.dividend()) + " / " + factor(r.divisor());
        }

        @Override
        public String elements(RangeExpr.Elements r) {
            return r.array() + "[" + r.indices().accept(this) + "]";
        }

        private String factor(RangeExpr r) {
            return r instanceof RangeExpr.Sum s && s.terms().size() > 1 ? "(" + r.accept(this) + ")" : r.accept(this);
        }
    }
}
