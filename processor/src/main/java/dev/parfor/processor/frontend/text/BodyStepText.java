package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import dev.parfor.processor.frontend.HeaderExtras;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;

/** The text of a body without the statement that steps the index. */
final class BodyStepText {

    private BodyStepText() {}

    static ExpressionStatementTree step(StatementTree body, HeaderExtras extras) {
        return (ExpressionStatementTree)
                (body instanceof BlockTree block ? block.getStatements().get(extras.bodyStep()) : body);
    }

    static SourceText without(MethodContext in, Tree body, HeaderExtras extras) {
        if (!(body instanceof BlockTree block)) {
            return SourceText.verbatim("{ }");
        }
        int at = extras.bodyStep();
        List<? extends StatementTree> statements = block.getStatements();
        Range whole = in.source().range(block).orElseThrow();
        Range step = in.source().range(statements.get(at)).orElseThrow();
        List<Piece> pieces = new ArrayList<>(cut(in, new Range(whole.start(), step.start())));
        if (at + 1 < statements.size()) {
            Range last =
                    in.source().range(statements.get(statements.size() - 1)).orElseThrow();
            pieces.addAll(cut(in, new Range(in.source().skipBlanks(step.end()), last.end())));
        }
        pieces.add(new Piece.Verbatim(" }"));
        return new SourceText(pieces);
    }

    private static List<Piece> cut(MethodContext in, Range range) {
        return Cutter.cut(in.source(), in.edits(), range, false).pieces();
    }
}
