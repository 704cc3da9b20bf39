package dev.parfor.processor.frontend.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.frontend.OrderedLabel;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.SourceText.Piece.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/**
 * Finds what a loop's body accesses in its own text, for checked mode: elements of arrays and fields that are not final, in the body
 * itself and in its lambdas and anonymous classes. Passed over is what happens under {@code synchronized} and in an ordered block,
 * where iterations may meet, and what can't see the loop's variables: static members, records, enums and interfaces of the body.
 */
final class WatchScanner extends TreePathScanner<Void, Void> {

    private final MethodContext in;
    private final WatchedCalls calls;

    WatchScanner(MethodContext in) {
        this.in = in;
        this.calls = new WatchedCalls(in);
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree node, Void nothing) {
        watch(in, Watch.ARRAY, node.getExpression(), node);
        watch(in, isWritten(getCurrentPath()) ? Watch.WRITE : Watch.READ, node.getIndex(), node);
        return super.visitArrayAccess(node, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
        TreePath path = getCurrentPath();
        if (in.element(path) instanceof VariableElement field && isChangeable(field)) {
            Optional<Range> range =
                    in.source().range(node).filter(r -> in.source().says(r, node.getName()));
            range.ifPresent(r -> watchImplied(r, field, path));
        }
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
        TreePath path = getCurrentPath();
        TreePath qualifier = new TreePath(path, node.getExpression());
        if (in.element(path) instanceof VariableElement field && isChangeable(field)) {
            boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
            if (isStatic && field.getModifiers().contains(Modifier.PRIVATE)) {
                in.source().range(node).ifPresent(r -> watchImplied(r, field, path));
            } else if (isStatic == in.isType(qualifier)
                    && !node.getExpression().toString().endsWith("super")) {
                String name = name(field);
                in.source()
                        .range(node.getExpression())
                        .ifPresent(r -> in.edits().watch(r, text -> part(field, path, name, text)));
            }
        }
        return super.visitMemberSelect(node, nothing);
    }

    /** The edit of a bare name, or of the whole assignment where its target is a private field. */
    private void watchImplied(Range name, VariableElement field, TreePath path) {
        in.edits().watchImplied(name, pieces -> implied(pieces, field, path));
        TreePath use = use(path);
        if (field.getModifiers().contains(Modifier.PRIVATE) && isWritten(path)) {
            in.source()
                    .range(use.getLeaf())
                    .ifPresent(r -> in.edits().watchImplied(r, pieces -> implied(pieces, field, path)));
        }
    }

    private List<Piece> implied(List<Piece> pieces, VariableElement field, TreePath path) {
        if (pieces.isEmpty()) {
            return pieces;
        }
        List<Piece> changed = new ArrayList<>(pieces);
        changed.set(0, implied(pieces.get(0), field, path));
        return changed;
    }

    private Piece implied(Piece piece, VariableElement field, TreePath path) {
        if (piece instanceof Piece.Self || piece instanceof Piece.TypeName) {
            return part(field, path, name(field), new SourceText(List.of(piece)));
        } else if (piece instanceof Piece.PrivateGet get) {
            return new Piece.PrivateGet(get.field(), get.type(), receiver(get.receiver(), field, path));
        } else if (piece instanceof Piece.PrivateSet set) {
            return new Piece.PrivateSet(set.field(), set.type(), receiver(set.receiver(), field, path), set.value());
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return new Piece.PrivateUpdate(
                    update.field(),
                    update.type(),
                    receiver(update.receiver(), field, path),
                    update.operator(),
                    update.value());
        }
        return piece;
    }

    private SourceText receiver(SourceText text, VariableElement field, TreePath path) {
        return new SourceText(List.of(part(field, path, name(field), text)));
    }

    private Piece part(VariableElement field, TreePath path, String name, SourceText text) {
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        Watch watch = isWritten(path)
                ? isStatic ? Watch.WRITE_STATIC : Watch.WRITE_FIELD
                : isStatic ? Watch.READ_STATIC : Watch.READ_FIELD;
        return new Piece.Watched(watch, in.span(path.getLeaf()), name, text);
    }

    private static String name(VariableElement field) {
        return field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName();
    }

    private static boolean isChangeable(VariableElement field) {
        return field.getKind() == ElementKind.FIELD && !field.getModifiers().contains(Modifier.FINAL);
    }

    /** Watches an expression that is part of an access. */
    static void watch(MethodContext in, Watch watch, Tree part, Tree access) {
        in.source()
                .range(part)
                .ifPresent(r -> in.edits().watch(r, text -> new Piece.Watched(watch, in.span(access), "", text)));
    }

    /** An assignment of which this is the target, or the expression itself. */
    private static TreePath use(TreePath expression) {
        TreePath path = expression;
        while (path.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            path = path.getParentPath();
        }
        Tree target = path.getLeaf();
        Tree parent = path.getParentPath().getLeaf();
        boolean isTarget = parent instanceof AssignmentTree a && a.getVariable() == target
                || parent instanceof CompoundAssignmentTree c && c.getVariable() == target
                || parent instanceof UnaryTree u && Operators.step(u.getKind()).isPresent();
        return isTarget ? path.getParentPath() : expression;
    }

    private static boolean isWritten(TreePath expression) {
        return use(expression) != expression;
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree node, Void nothing) {
        ExpressionTree elements = node.getExpression();
        if (in.type(new TreePath(getCurrentPath(), elements)) instanceof ArrayType) {
            watch(in, Watch.READ_ALL, elements, elements);
        }
        return super.visitEnhancedForLoop(node, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
        calls.read(getCurrentPath());
        return super.visitMethodInvocation(node, nothing);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree node, Void nothing) {
        return scan(node.getExpression(), nothing);
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree node, Void nothing) {
        return OrderedLabel.isOne(node) ? null : super.visitLabeledStatement(node, nothing);
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
        Element type = in.element(getCurrentPath());
        return type != null && type.getKind() == ElementKind.CLASS ? super.visitClass(node, nothing) : null;
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
        return node.getModifiers().getFlags().contains(Modifier.STATIC) ? null : super.visitMethod(node, nothing);
    }

    @Override
    public Void visitVariable(VariableTree node, Void nothing) {
        return node.getModifiers().getFlags().contains(Modifier.STATIC) ? null : super.visitVariable(node, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree node, Void nothing) {
        return null;
    }
}
