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

    private static String operation(Merge.Combination how) {
        if (how instanceof Merge.Combination.Operation o) {
            return o.operator().symbol();
        } else if (how instanceof Merge.Combination.Extreme e) {
            return e.max() ? "Math.max" : "Math.min";
        }
        return ((Merge.Combination.Comparison) how).relation().symbol();
    }
}
