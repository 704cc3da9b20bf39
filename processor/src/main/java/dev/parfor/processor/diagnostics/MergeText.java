package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.judgement.Merge;
import java.util.List;

/** What blocks of iterations work on privately, in the user's words. */
final class MergeText implements Merge.Visitor<String> {

    private static final MergeText WORDS = new MergeText();

    private MergeText() {}

    static List<String> of(List<Merge> merges) {
        return merges.stream().map(merge -> merge.accept(WORDS)).toList();
    }

    @Override
    public String ofPlace(Merge.OfPlace m) {
        return quote(m.target().toString()) + ": a variable of the loop, "
                + quote(m.var().name()) + "; read before it, and written when it has ended without an exception";
    }

    @Override
    public String ofArray(Merge.OfArray m) {
        return quote(m.target().toString())
                + ": each block of iterations updates a copy, and the copies are put together by "
                + quote(operation(m.combination())) + " in block order; a loop too short for copies runs sequentially";
    }

    @Override
    public String ofOutput(Merge.OfOutput m) {
        return quote(m.target().toString())
                + ": each block of iterations fills an array of its own, and they are copied there in block order"
                + (m.repeats()
                        ? "; where an iteration throws, or they do not fit, the loop runs again sequentially"
                        : "");
    }

    @Override
    public String ofCollection(Merge.OfCollection m) {
        String what = m.how() instanceof Merge.Collecting.Text ? "text" : "collection";
        return quote(m.target().toString()) + ": each block of iterations adds to a " + what
                + " of its own, and they are added to it in block order";
    }

    private static String operation(Merge.Combination how) {
        if (how instanceof Merge.Combination.Operation o) {
            return o.operator().symbol();
        } else if (how instanceof Merge.Combination.Extreme e) {
            return e.max() ? "Math.max" : "Math.min";
        }
        return ((Merge.Combination.Comparison) how).relation().symbol();
    }
}
