package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import dev.parfor.processor.frontend.SearchCondition;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a body that ends its loop where the header's condition would: {@code { found = false; body if (!(!found)) break; }}. */
final class SearchText {

    private SearchText() {}

    static SourceText body(MethodContext in, ForLoopTree loop, SearchCondition search, SourceText body) {
        ExpressionTree test = BoundText.conjuncts(loop.getCondition()).get(search.position());
        Piece variable = new Piece.LocalUse(search.variable().var());
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece.Verbatim("{ "));
        pieces.add(new Piece.Then(
                search.variable().span(),
                new SourceText(List.of(variable, new Piece.Verbatim(" = " + search.heldText() + ";")))));
        pieces.add(new Piece.Verbatim(" "));
        pieces.addAll(body.pieces());
        pieces.add(new Piece.Verbatim(" if (!("));
        pieces.addAll(
                Cutter.cut(in.source(), in.edits(), in.source().range(test).orElseThrow(), false)
                        .pieces());
        pieces.add(new Piece.Verbatim(")) "));
        pieces.add(new Piece.Exit(Piece.ExitKind.BREAK, SourceText.verbatim("break;"), Optional.empty()));
        pieces.add(new Piece.Verbatim(" }"));
        return new SourceText(pieces);
    }
}
