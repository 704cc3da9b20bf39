package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.MeantLoop;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;

/**
 * Reads the text of annotated methods.
 *
 * <p>The class of a method is attributed when its text is read: every type that it uses must exist by then. What is read of
 * a method with errors is not worth generating code from.
 */
public final class MethodTextReader {

    private final Frontend frontend;
    private final boolean checked;

    public MethodTextReader(Frontend frontend) {
        this(frontend, false);
    }

    /** @param checked whether the accesses of the loops to memory are to be told apart in their texts */
    public MethodTextReader(Frontend frontend, boolean checked) {
        this.frontend = frontend;
        this.checked = checked;
    }

    /** The text of a method, or why it can't stand in another class. */
    public sealed interface Result {

        record Movable(MethodText text) implements Result {}

        /** At least one reason, in source order. */
        record NotMovable(List<Refusal> reasons) implements Result {
            public NotMovable {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Cuts the text of a method that has a body.
     *
     * @param loops the meant loops in the order of their ordinals; one inside another gets a text of its own but no hole
     */
    public Result read(TreePath method, MethodText.Signature signature, List<MeantLoop> loops) {
        TypedTrees trees = frontend.trees();
        trees.attribute(method);
        BlockTree body = ((MethodTree) method.getLeaf()).getBody();
        CompilationUnitTree unit = method.getCompilationUnit();
        Source source = new Source(unit, trees);
        DeclarationScanner declarations = new DeclarationScanner(trees, source);
        declarations.scan(method, null);
        loops.forEach(l -> declarations.moveBefore(l.path(), l.extras()));
        TypeElement home = (TypeElement) trees.element(method.getParentPath()).orElseThrow();
        addTypeVariables(home, declarations);
        Refusals refusals = new Refusals(tree -> trees.span(unit, tree));
        MethodContext in = new MethodContext(
                frontend,
                source,
                new Edits(),
                declarations,
                refusals,
                new Reach(trees, declarations, refusals, home),
                new UseTypes(trees.types(), trees.elements(), frontend.typeReader()::text),
                home,
                outermost(loops.stream()
                        .flatMap(l -> source.range(l.path().getLeaf()).stream())
                        .toList()));
        new BodyScanner(in).scan(new TreePath(method, body), null);
        RawReceiver.check(in, home, new TreePath(method, body));
        if (checked) {
            loops.forEach(l -> new WatchScanner(in)
                    .scan(new TreePath(l.path(), body(l.path().getLeaf())), null));
        }
        in.edits().wrapMarked();
        List<LoopText> loopTexts = loops.stream().map(l -> loop(in, l)).toList();
        SourceText text = Cutter.cut(source, in.edits(), inside(source, body), true);
        return refusals.list().isEmpty()
                ? new Result.Movable(new MethodText(
                        signature, text, loopTexts, declarations.identifiers(), declarations.declaredNames()))
                : new Result.NotMovable(refusals.list());
    }

    private static List<Range> outermost(List<Range> ranges) {
        return ranges.stream()
                .filter(r -> ranges.stream().noneMatch(o -> !o.equals(r) && o.contains(r)))
                .toList();
    }

    private static void addTypeVariables(TypeElement home, DeclarationScanner declarations) {
        for (Element e = home; e instanceof Parameterizable p; e = e.getEnclosingElement()) {
            p.getTypeParameters()
                    .forEach(v ->
                            declarations.declaredNames().add(v.getSimpleName().toString()));
        }
    }

    /** What stands between the braces of a block. */
    private static Range inside(Source source, BlockTree block) {
        Range range = source.range(block).orElseThrow();
        int start = source.skipBlanks(range.start() + 1);
        return new Range(start, Math.max(start, source.skipBlanksBackwards(range.end() - 1)));
    }

    private LoopText loop(MethodContext in, MeantLoop meant) {
        TreePath loop = meant.path();
        List<String> usedLabels = new ArrayList<>();
        Range range = in.source().range(loop.getLeaf()).orElseThrow();
        TreePath whole = loop;
        while (whole.getParentPath().getLeaf() instanceof LabeledStatementTree labeled) {
            whole = whole.getParentPath();
            if (in.declarations().jumpsTo(labeled.getLabel().toString(), range)) {
                usedLabels.add(labeled.getLabel().toString());
            }
        }
        if (usedLabels.size() > 1) {
            in.refusals().notMovable(whole.getLeaf(), usedLabels.get(1) + ":");
        }
        Range wholeRange = in.source().range(whole.getLeaf()).orElseThrow();
        List<Piece> hole = hole(whole, meant.ordinal());
        in.edits().hole(wholeRange, hole);
        Range body = in.source().range(body(loop.getLeaf())).orElseThrow();
        SourceText bodyText = meant.extras().bodyStep() >= 0
                ? BodyStepText.without(in, body(loop.getLeaf()), meant.extras())
                : Cutter.cut(in.source(), in.edits(), body, false);
        if (meant.extras().search().isPresent()) {
            bodyText = SearchText.body(
                    in, (ForLoopTree) loop.getLeaf(), meant.extras().search().get(), bodyText);
        }
        SourceText wholeText = Cutter.cut(in.source(), in.edits(), wholeRange, false);
        if (!meant.extras().isEmpty()) {
            ExtrasText extras = new ExtrasText(in, loop, meant.extras());
            bodyText = extras.body(bodyText);
            wholeText = extras.whole(wholeText, new Range(wholeRange.start(), range.start()));
            in.edits().hole(wholeRange, extras.hole(hole));
        }
        PieceWalker mentions = PieceWalker.of(wholeText);
        HeaderText header = new HeaderReader(in).read(loop, meant.extras());
        return new LoopText(
                meant.ordinal(),
                in.span(loop.getLeaf()),
                usedLabels.stream().findFirst(),
                header,
                bodyText,
                wholeText,
                captured(header, bodyText, mentions),
                mentions.usesThis(),
                new ThrownTypes(in).of(loop));
    }

    /** Of a loop over a list that generated code makes: with it, and without what it is made of. */
    private static List<Var> captured(HeaderText header, SourceText body, PieceWalker whole) {
        if (!(header instanceof HeaderText.Each each) || each.source().isEmpty()) {
            return whole.locals();
        }
        Set<Var> captured = new LinkedHashSet<>(PieceWalker.of(each.elements()).locals());
        PieceWalker.of(body).locals().stream()
                .filter(v -> !v.name().equals(each.element()))
                .forEach(captured::add);
        return List.copyOf(captured);
    }

    /** A loop may be replaced by several statements, so one that stands alone under an {@code if} gets braces. */
    private static List<Piece> hole(TreePath loop, int ordinal) {
        Piece hole = new Piece.Hole(ordinal);
        Tree parent = loop.getParentPath().getLeaf();
        return parent instanceof BlockTree || parent instanceof CaseTree
                ? List.of(hole)
                : List.of(new Piece.Verbatim("{ "), hole, new Piece.Verbatim(" }"));
    }

    private static StatementTree body(Tree loop) {
        if (loop instanceof ForLoopTree tree) {
            return tree.getStatement();
        }
        if (loop instanceof EnhancedForLoopTree tree) {
            return tree.getStatement();
        }
        if (loop instanceof WhileLoopTree tree) {
            return tree.getStatement();
        }
        return ((DoWhileLoopTree) loop).getStatement();
    }
}
