package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.AccessSite;
import dev.parfor.processor.ir.Refusal.Conflict;
import dev.parfor.processor.ir.Refusal.Witness;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Texts of the codes 2xx. */
final class ConflictText {

    private static final String TRUST = "@ParallelFor(trust = \"reason\")";

    private ConflictText() {}

    static Text of(Conflict r, LoopLabel loop) {
        return Text.of(head(r, loop))
                .lines(places(r))
                .line(iterations(r, loop))
                .detail("", r.technical())
                .line(wayOut(r));
    }

    private static String head(Conflict r, LoopLabel loop) {
        String cause = cause(r);
        return r.isRefutation() ? loop.mustStay(cause) : loop.notProved(cause);
    }

    private static String cause(Conflict r) {
        String container = container(r);
        return switch (r.kind()) {
            case CARRIED ->
                r.witness()
                        .map(w -> met(w, container))
                        .orElse("another iteration may access the cell of " + container + " written here");
            case SAME_CELL ->
                "every iteration writes the same cell" + (r.data().isEmpty() ? "" : "s") + " of " + container;
            case FIELD -> "every iteration writes the same field " + container;
            case OBJECT_FIELD ->
                "two iterations " + (r.isRefutation() ? "access " : "may write ") + container + " of one object";
            case MAY_ALIAS -> oneArray(r.data()) + ", and no check before the loop can tell";
            case DATA_SUBSCRIPT -> "which cell of " + container + " is written here depends on the data";
            case NONLINEAR -> "the subscript of " + container + " is not a sum of multiples of loop variables";
            case SYMBOLIC ->
                "whether two iterations meet in " + container + " depends on the value of "
                        + names(r.data(), "a variable");
            case UNDECIDED ->
                r.witness().map(w -> met(w, container)).orElse("two iterations may meet in one cell of " + container);
        };
    }

    private static String container(Conflict r) {
        return r.container().isBlank() ? "an array" : quote(r.container());
    }

    /** @param arrays two, of which the second may be called like the first; empty where they have no name */
    private static String oneArray(List<String> arrays) {
        String first = arrays.isEmpty() ? "" : arrays.get(0);
        String second = arrays.size() < 2 ? "" : arrays.get(1);
        if (first.equals(second)) {
            return (first.isEmpty() ? "an array" : quote(first)) + " may be one array in two iterations";
        }
        return first.isEmpty() || second.isEmpty()
                ? quote(first + second) + " and another array may be one"
                : quote(first) + " and " + quote(second) + " may be one array";
    }

    private static String met(Witness w, String container) {
        boolean next = Math.abs(w.secondIteration() - w.firstIteration()) == 1;
        String which = w.firstWrites() ? (next ? "the next" : "a later") : (next ? "the previous" : "an earlier");
        String does = w.firstWrites() && w.secondWrites()
                ? (w.isCertain() ? " writes" : " may write")
                : (w.isCertain() ? " reads" : " may read");
        return which + " iteration" + does + " the cell of " + container + " written here";
    }

    private static List<String> places(Conflict r) {
        List<String> write = row(r.write(), r.at());
        List<String> other = row(r.other(), r.at());
        return Text.table(write.equals(other) ? List.of(write) : List.of(write, other));
    }

    private static List<String> row(AccessSite site, Span at) {
        List<Span> innermostFirst = new ArrayList<>(site.calledFrom());
        Collections.reverse(innermostFirst);
        Span access = innermostFirst.isEmpty() ? site.span() : innermostFirst.remove(0);
        StringBuilder where = new StringBuilder(place(access, at));
        for (Span call : innermostFirst) {
            where.append(", called by ").append(quote(call.text())).append(' ').append(place(call, at));
        }
        return List.of((site.isWrite() ? "write  " : "read   ") + Text.cut(access.text()), where.toString());
    }

    private static String iterations(Conflict r, LoopLabel loop) {
        return r.witness()
                .map(w -> given(w) + loop.iteration(w.firstIteration()) + does(w.firstWrites()) + w.cell() + "; "
                        + loop.iteration(w.secondIteration()) + does(w.secondWrites()) + w.cell())
                .orElse("not a proof that two iterations meet; nothing known at compile time rules it out");
    }

    /** What makes the two iterations an example only. */
    private static String given(Witness w) {
        if (w.isCertain()) {
            return "";
        }
        List<String> all = new ArrayList<>();
        w.given().forEach(g -> all.add(quote(g.name()) + " is " + g.value()));
        if (w.conditional()) {
            all.add("both are executed");
        }
        return "for example, if " + String.join(" and ", all) + ": ";
    }

    private static String does(boolean writes) {
        return writes ? " writes " : " reads ";
    }

    private static String wayOut(Conflict r) {
        String container = container(r);
        return switch (r.kind()) {
            case CARRIED -> carriedWayOut(r, container);
            case SAME_CELL ->
                r.data().isEmpty()
                        ? elsewhere(r, container)
                        : "if " + container
                                + " only holds what one iteration needs, create it in the body; if not, mark the loop over "
                                + quote(r.data().get(0)) + " inside of this one";
            case FIELD -> elsewhere(r, container);
            case OBJECT_FIELD ->
                r.witness().isPresent()
                        ? "let each iteration write objects of its own alone, and read the others"
                        : "if no object comes twice, say so where the array or list is declared: @Distinct(\"reason\")";
            case MAY_ALIAS -> trust("they are never one");
            case DATA_SUBSCRIPT ->
                r.data().isEmpty()
                        ? trust("no two iterations write one cell")
                        : "if " + quote(r.data().get(0)) + " never repeats a value, say so: @Distinct(\"reason\")";
            case NONLINEAR -> trust("no two iterations meet");
            case UNDECIDED ->
                r.witness().isEmpty()
                        ? trust("no two iterations meet")
                        : carriedWayOut(r, container) + "; or, if this never happens, say why: " + TRUST;
            case SYMBOLIC ->
                (r.other().isWrite()
                                ? "write the number itself if it is always the same; "
                                : "write the results into a second array; ")
                        + trust("no two iterations meet");
        };
    }

    /** For what all iterations share. */
    private static String elsewhere(Conflict r, String container) {
        return r.write().calledFrom().isEmpty()
                ? "use a local variable in its place, and store that in " + container + " after the loop"
                : "let the method return a value, and keep the total in a local variable of the loop";
    }

    private static String carriedWayOut(Conflict r, String container) {
        if (r.witness().isEmpty()) {
            return trust("no two iterations meet in " + container);
        }
        Witness w = r.witness().get();
        if (w.firstWrites() && w.secondWrites()) {
            return "the last one wins: run over the cells of " + container + ", and find for each what belongs into it";
        }
        return w.firstWrites()
                ? "iterations build on each other: take the mark away, or mark a loop around this one or inside it"
                : "the old values are read: write the new ones into a second array";
    }

    private static String trust(String claim) {
        return "if you know that " + claim + ", say why: " + TRUST;
    }

    private static String names(List<String> names, String otherwise) {
        return names.isEmpty()
                ? otherwise
                : String.join(" and ", names.stream().map(Text::quote).toList());
    }
}
