package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.frontend.HeaderExtras;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The text of a loop whose header does more than count: {@code for (int i = 0, j = n; i < n; i++, j--) body} becomes {@code int j
 * = n;} before a loop {@code for (int i = 0; i < n; i++) { body j--; }}.
 */
final class ExtrasText {

    private final MethodContext in;
    private final TreePath loop;
    private final ForLoopTree tree;
    private final HeaderExtras extras;

    ExtrasText(MethodContext in, TreePath loop, HeaderExtras extras) {
        this.in = in;
        this.loop = loop;
        this.tree = (ForLoopTree) loop.getLeaf();
        this.extras = extras;
    }

    private List<Piece> cut(Tree part) {
        return in.source().range(part).map(this::cut).orElse(List.of());
    }

    private List<Piece> cut(Range range) {
        return Cutter.cut(in.source(), in.edits(), range, false).pieces();
    }

    private static Piece verbatim(String text) {
        return new Piece.Verbatim(text);
    }

    /** The body in a block that ends with the updates. */
    SourceText body(SourceText body) {
        if (extras.updates().isEmpty()) {
            return body;
        }
        List<Piece> pieces = new ArrayList<>(List.of(verbatim("{ ")));
        pieces.addAll(body.pieces());
        for (int position : extras.updates()) {
            Tree update = tree.getUpdate().get(position).getExpression();
            List<Piece> statement = new ArrayList<>(cut(update));
            statement.add(verbatim(";"));
            pieces.add(verbatim(" "));
            pieces.add(new Piece.Then(in.span(update), new SourceText(statement)));
        }
        pieces.add(verbatim(" }"));
        return new SourceText(pieces);
    }

    /** The place of the loop in a block that begins with the initializers. */
    List<Piece> hole(List<Piece> hole) {
        if (extras.initializers().isEmpty()) {
            return hole;
        }
        List<Piece> pieces = new ArrayList<>(List.of(verbatim("{ ")));
        for (int position : extras.initializers()) {
            pieces.addAll(initializer(tree.getInitializer().get(position)));
            pieces.add(verbatim("; "));
        }
        pieces.addAll(hole);
        pieces.add(verbatim(" }"));
        return pieces;
    }

    private List<Piece> initializer(StatementTree initializer) {
        if (initializer instanceof ExpressionStatementTree statement) {
            return cut(statement.getExpression());
        }
        VariableTree variable = (VariableTree) initializer;
        List<Piece> pieces = new ArrayList<>();
        if (in.element(new TreePath(loop, variable)) instanceof VariableElement element) {
            TypeMirror type = in.useTypes().upwards(element.asType());
            in.reach().type(type, variable, variable.getName().toString());
            in.useTypes().text(type).ifPresent(t -> pieces.addAll(UseTypes.pieces(t)));
        }
        pieces.add(verbatim(" " + variable.getName()));
        if (variable.getInitializer() != null) {
            pieces.add(verbatim(" = "));
            pieces.addAll(cut(variable.getInitializer()));
        }
        return pieces;
    }

    /**
     * The loop as written, but for the initializers that stand before it.
     *
     * @param labels what stands before the loop of its statement
     */
    SourceText whole(SourceText written, Range labels) {
        if (extras.initializers().isEmpty()) {
            return written;
        }
        List<Piece> pieces = new ArrayList<>(cut(labels));
        pieces.add(verbatim("for ("));
        if (extras.start() >= 0) {
            pieces.addAll(initializer(tree.getInitializer().get(extras.start())));
        }
        pieces.add(verbatim("; "));
        pieces.addAll(cut(tree.getCondition()));
        pieces.add(verbatim("; "));
        for (int i = 0; i < tree.getUpdate().size(); i++) {
            pieces.add(verbatim(i == 0 ? "" : ", "));
            pieces.addAll(cut(tree.getUpdate().get(i).getExpression()));
        }
        pieces.add(verbatim(") "));
        pieces.addAll(cut(tree.getStatement()));
        return new SourceText(pieces);
    }
}
