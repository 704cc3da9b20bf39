package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The places of a method's text that are to be replaced, outer ones before what they contain. */
final class Edits {

    /** What stands at a place instead. A replacement that keeps part of the text has the cutter cut that part. */
    interface Replacement {
        List<Piece> pieces(Cutter cutter);
    }

    /** A replacement and whether it is a {@link Piece.Hole}, which stands in the method's text but not in a loop's. */
    record Edit(Range range, boolean isHole, Replacement replacement) {}

    private final TreeMap<Range, Edit> edits =
            new TreeMap<>(Comparator.comparingInt(Range::start).thenComparing(Range::end, Comparator.reverseOrder()));

    private final Map<Range, Span> places = new LinkedHashMap<>();
    private final Map<Range, Function<SourceText, Piece>> watches = new LinkedHashMap<>();
    private final Map<Range, UnaryOperator<List<Piece>>> implied = new LinkedHashMap<>();

    /** Ignored where there is one for the same place: the compiler shows some trees twice. */
    void replace(Range range, Replacement replacement) {
        edits.putIfAbsent(range, new Edit(range, false, replacement));
    }

    void replace(Range range, List<Piece> pieces) {
        replace(range, cutter -> pieces);
    }

    /** Marks a place: what stands there, replaced or not, becomes one piece. */
    void mark(Range range, Span at) {
        places.putIfAbsent(range, at);
    }

    /** Watches a place: what stands there in the end becomes one piece, which {@code part} makes. */
    void watch(Range range, Function<SourceText, Piece> part) {
        watches.putIfAbsent(range, part);
    }

    /** Watches what is in front of a member where the user has written nothing. */
    void watchImplied(Range range, UnaryOperator<List<Piece>> replacement) {
        implied.putIfAbsent(range, replacement);
    }

    /** To be called once, when all is replaced that will be. */
    void wrapMarked() {
        implied.forEach((range, change) -> {
            Edit known = edits.get(range);
            if (known != null) {
                edits.put(
                        range,
                        new Edit(
                                range,
                                false,
                                cutter -> change.apply(known.replacement().pieces(cutter))));
            }
        });
        places.forEach((range, at) -> wrap(range, text -> new Piece.Place(at, text)));
        watches.forEach(this::wrap);
    }

    private void wrap(Range range, Function<SourceText, Piece> piece) {
        Edit known = edits.get(range);
        if (known == null || !known.isHole()) {
            edits.put(
                    range,
                    new Edit(
                            range,
                            false,
                            cutter -> List.of(piece.apply(
                                    known == null
                                            ? cutter.inside(range)
                                            : new SourceText(known.replacement().pieces(cutter))))));
        }
    }

    /** Wins over a replacement at the same place. */
    void hole(Range range, List<Piece> pieces) {
        edits.put(range, new Edit(range, true, cutter -> pieces));
    }

    /** Edits that start in {@code range}, in order of their starts, longer ones first. */
    Collection<Edit> startingIn(Range range) {
        return edits.subMap(new Range(range.start(), Integer.MAX_VALUE), new Range(range.end(), Integer.MAX_VALUE))
                .values();
    }
}
