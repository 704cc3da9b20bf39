package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.judgement.Merge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the kernel says where the text fills an array: {@code (out = Outputs.next(out, k, room))[k++]}, so that the block's own array
 * grows before it is too short. A position that goes down does so from 0 on, and its negative counts what is stored.
 *
 * @param rooms of each output, the name of the parameter that says how much there is room for
 */
record FillingText(Map<Merge.OfOutput, String> rooms) {

    private static final Piece OUTPUTS =
            new Piece.TypeName(new TypeText.Declared("dev.parfor.runtime", List.of("Outputs"), List.of()));

    static FillingText of(List<Merge> merges, Names names) {
        Map<Merge.OfOutput, String> rooms = new HashMap<>();
        for (Merge merge : merges) {
            if (merge instanceof Merge.OfOutput output) {
                rooms.put(output, names.fresh("room"));
            }
        }
        return new FillingText(rooms);
    }

    /** By the place of the cell. */
    Map<Span, SourceText> texts() {
        Map<Span, SourceText> texts = new HashMap<>();
        rooms.forEach((output, room) -> {
            Piece array = new Piece.LocalUse(output.var());
            Piece position = new Piece.LocalUse(output.position());
            for (Merge.OfOutput.Cell cell : output.cells()) {
                // A block counts from 0 on, whether the position has moved before or moves now.
                String back = output.ahead() && !cell.steps() ? " - 1" : "";
                String sign = output.down() ? "-" : "";
                texts.put(
                        cell.at(),
                        new SourceText(List.of(
                                new Piece.Verbatim("("),
                                array,
                                new Piece.Verbatim(" = "),
                                OUTPUTS,
                                new Piece.Verbatim(".next("),
                                array,
                                new Piece.Verbatim(", " + sign),
                                position,
                                new Piece.Verbatim(back + ", " + room + "))[" + sign),
                                position,
                                new Piece.Verbatim(cell.steps() ? (output.down() ? "--]" : "++]") : back + "]"))));
            }
        });
        return texts;
    }
}
