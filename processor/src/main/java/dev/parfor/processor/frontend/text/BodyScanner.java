package dev.parfor.processor.frontend.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.frontend.OrderedLabel;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/**
 * Finds the places of a method's text that mean something else, or nothing, in another class of the package. Trees that the
 * compiler has made up (types of {@code var}, constructors of anonymous classes) have no place, or one where another name
 * stands: they are passed over.
 */
final class BodyScanner extends TreePathScanner<Void, Void> {

    private final MethodContext in;
    private final SimpleNames names;
    private final PrivateMembers privates;
    private final PrivateReferences references;
    private final Creations creations;
    private final ExitPlaces exits;

    /** Names that stay as they are because what they belong to is replaced as a whole. */
    private final Set<Tree> claimed = Collections.newSetFromMap(new IdentityHashMap<>());

    BodyScanner(MethodContext in) {
        this.in = in;
        this.names = new SimpleNames(in);
        this.privates = new PrivateMembers(in);
        this.references = new PrivateReferences(in, privates);
        this.creations = new Creations(in, privates);
        this.exits = new ExitPlaces(in);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
        Optional<Range> range = in.source().range(node).filter(r -> in.source().says(r, node.getName()));
        if (range.isEmpty() || claimed.contains(node)) {
            return null;
        }
        TreePath path = getCurrentPath();
        Element element = in.element(path);
        if (node.getName().contentEquals("this")) {
            names.self(path, range.get());
        } else if (node.getName().contentEquals("super")) {
            names.parent(path);
        } else if (element instanceof TypeElement type) {
            names.type(type, path, range.get());
        } else if (element instanceof VariableElement variable
                && !variable.getKind().isField()) {
            names.local(variable, path, range.get());
        } else if (element instanceof VariableElement field) {
            simpleField(field, range.get());
        } else if (element instanceof ExecutableElement method) {
            names.member(method, path, range.get());
        }
        return null;
    }

    private void simpleField(VariableElement field, Range range) {
        TreePath path = getCurrentPath();
        if (field.getKind() == ElementKind.FIELD) {
            mark(path.getLeaf());
        }
        boolean staysBare = field.getKind() == ElementKind.ENUM_CONSTANT && isCaseLabel(path);
        if (staysBare
                || in.reach().holder(field, path).filter(in.reach()::isInside).isPresent()) {
            return;
        }
        if (!names.constant(field, range)) {
            if (privates.isBridged(field)) {
                privates.get(path, field);
            } else {
                names.member(field, path, range);
            }
        }
    }

    /** Generated code may say something else for this field or element. */
    private void mark(Tree tree) {
        in.source()
                .range(tree)
                .filter(r -> in.isInLoop(r.start()))
                .ifPresent(r -> in.edits().mark(r, in.span(tree)));
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree node, Void nothing) {
        mark(node);
        return super.visitArrayAccess(node, nothing);
    }

    private static boolean isCaseLabel(TreePath path) {
        Tree label = path.getLeaf();
        TreePath parent = path.getParentPath();
        while (parent != null && parent.getLeaf() instanceof ParenthesizedTree) {
            label = parent.getLeaf();
            parent = parent.getParentPath();
        }
        for (int up = 0; up < 2 && parent != null; up++, parent = parent.getParentPath()) {
            if (parent.getLeaf() instanceof CaseTree c) {
                for (ExpressionTree e : c.getExpressions()) {
                    if (e == label) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
        Optional<Range> range = in.source().range(node).filter(r -> in.source().endsWith(r, node.getIdentifier()));
        if (range.isEmpty()) {
            return super.visitMemberSelect(node, nothing);
        }
        TreePath path = getCurrentPath();
        TreePath qualifier = new TreePath(path, node.getExpression());
        Element element = in.element(path);
        if (claimed.contains(node) || node.getIdentifier().contentEquals("class")) {
            return super.visitMemberSelect(node, nothing);
        }
        if (node.getIdentifier().contentEquals("this")) {
            names.qualifiedThis(in.element(qualifier), path, range.get());
            return null;
        }
        if (node.getIdentifier().contentEquals("super") && in.isType(qualifier)) {
            return names.qualifiedParent(in.element(qualifier), path) ? super.visitMemberSelect(node, nothing) : null;
        }
        if (element instanceof PackageElement) {
            return null;
        }
        if (element instanceof VariableElement field && field.getKind() == ElementKind.FIELD) {
            mark(node);
        }
        if (element instanceof TypeElement type) {
            if (in.element(qualifier) instanceof PackageElement) {
                names.type(type, path, range.get());
                return null;
            }
            in.reach().type(type, node);
            return super.visitMemberSelect(node, nothing);
        }
        if (element != null && !in.reach().isInside(element.getEnclosingElement())) {
            selectedMember(element, path, qualifier, range.get());
        }
        return super.visitMemberSelect(node, nothing);
    }

    private void selectedMember(Element member, TreePath path, TreePath qualifier, Range range) {
        boolean ofType = in.isType(qualifier);
        if (member instanceof VariableElement field && privates.isBridged(field)) {
            if (!(ofType && names.constant(field, range))) {
                privates.get(path, field);
            }
            return;
        }
        boolean ofSuper = qualifier.getLeaf().toString().endsWith("super");
        if (!ofType && !ofSuper) {
            in.reach().receiver(in.type(qualifier), path.getLeaf());
        }
        in.reach().member(member, ofType || ofSuper ? Optional.empty() : Optional.of(in.type(qualifier)), path);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree node, Void nothing) {
        TreePath select = PrivateMembers.withoutParentheses(new TreePath(getCurrentPath(), node.getMethodSelect()));
        if (in.element(select) instanceof ExecutableElement method && privates.isBridged(method)) {
            claimed.add(select.getLeaf());
            if (method.getKind() == ElementKind.CONSTRUCTOR) {
                Tree declaration = classAround(getCurrentPath());
                in.refusals()
                        .unreachable(
                                declaration,
                                "new " + method.getEnclosingElement().getSimpleName(),
                                "private");
            } else {
                privates.call(getCurrentPath(), select, method);
            }
        }
        return super.visitMethodInvocation(node, nothing);
    }

    /** The class declaration around a place, or the creation of the anonymous class. */
    private static Tree classAround(TreePath place) {
        TreePath path = place;
        while (!(path.getLeaf() instanceof ClassTree)) {
            path = path.getParentPath();
        }
        Tree parent = path.getParentPath().getLeaf();
        return parent instanceof NewClassTree ? parent : path.getLeaf();
    }

    @Override
    public Void visitAssignment(AssignmentTree node, Void nothing) {
        bridged(node.getVariable())
                .ifPresent(target -> privates.set(
                        getCurrentPath(), target, (VariableElement) in.element(target), node.getExpression()));
        return super.visitAssignment(node, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree node, Void nothing) {
        bridged(node.getVariable())
                .ifPresent(target -> privates.update(
                        getCurrentPath(),
                        target,
                        (VariableElement) in.element(target),
                        Operators.of(node.getKind()),
                        node.getExpression()));
        return super.visitCompoundAssignment(node, nothing);
    }

    @Override
    public Void visitUnary(UnaryTree node, Void nothing) {
        Operators.step(node.getKind())
                .ifPresent(operator -> bridged(node.getExpression())
                        .ifPresent(target -> privates.step(
                                getCurrentPath(), target, (VariableElement) in.element(target), operator)));
        return super.visitUnary(node, nothing);
    }

    /** The target of an assignment, if it is a private field; claims it then. */
    private Optional<TreePath> bridged(ExpressionTree target) {
        TreePath path = PrivateMembers.withoutParentheses(new TreePath(getCurrentPath(), target));
        Element element = in.element(path);
        if (!(element instanceof VariableElement) || !privates.isBridged(element)) {
            return Optional.empty();
        }
        claimed.add(path.getLeaf());
        in.source()
                .range(getCurrentPath().getLeaf())
                .filter(r -> in.isInLoop(r.start()))
                .ifPresent(r -> in.edits().mark(r, in.span(path.getLeaf())));
        return Optional.of(path);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
        TreePath path = getCurrentPath();
        if (in.element(path) instanceof ExecutableElement method
                && !in.reach().isInside(method.getEnclosingElement())) {
            TreePath qualifier = new TreePath(path, node.getQualifierExpression());
            if (privates.isBridged(method)) {
                references.reference(path, method);
            } else if (node.getMode() == MemberReferenceTree.ReferenceMode.NEW
                    && Reach.isInner(method.getEnclosingElement())) {
                in.refusals().notMovable(node, node.toString());
            } else if (in.isType(qualifier)) {
                in.reach().member(method, Optional.empty(), path);
            } else {
                in.reach().receiver(in.type(qualifier), node);
                in.reach().member(method, Optional.of(in.type(qualifier)), path);
            }
        }
        return super.visitMemberReference(node, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void nothing) {
        creations.creation(getCurrentPath()).ifPresent(claimed::add);
        return super.visitNewClass(node, nothing);
    }

    @Override
    public Void visitIf(IfTree node, Void nothing) {
        in.source()
                .range(node.getThenStatement())
                .filter(r -> in.isInLoop(r.start()))
                .filter(r -> !ExitPlaces.isJump(node.getThenStatement()))
                .ifPresent(range -> in.edits()
                        .replace(
                                range,
                                cutter -> List.of(
                                        new Piece.Then(in.span(node.getThenStatement()), cutter.inside(range)))));
        return super.visitIf(node, nothing);
    }

    /** A loop right inside of a meant one: generated code may run it in parts, with another start and another end. */
    @Override
    public Void visitForLoop(ForLoopTree node, Void nothing) {
        TreePath around = getCurrentPath().getParentPath();
        while (around.getLeaf() instanceof BlockTree
                || around.getLeaf() instanceof IfTree
                || around.getLeaf() instanceof LabeledStatementTree) {
            around = around.getParentPath();
        }
        Tree loop = around.getLeaf();
        boolean isInside = (loop instanceof ForLoopTree || loop instanceof WhileLoopTree)
                && in.source().range(loop).filter(r -> in.isInLoop(r.start())).isPresent();
        if (isInside
                && node.getInitializer().size() == 1
                && node.getInitializer().get(0) instanceof VariableTree index
                && index.getInitializer() != null
                && node.getCondition() != null) {
            mark(HeaderReader.withoutParentheses(index.getInitializer()));
            ExpressionTree condition = HeaderReader.withoutParentheses(node.getCondition());
            mark(condition);
            if (BoundText.withoutNegations(condition) instanceof BinaryTree test) {
                mark(HeaderReader.withoutParentheses(test.getRightOperand()));
            }
        }
        return super.visitForLoop(node, nothing);
    }

    /** Like the statement of an {@code if}: generated code may note that a variable from outside the loop was set. */
    @Override
    public Void visitExpressionStatement(ExpressionStatementTree node, Void nothing) {
        boolean inHeader =
                getCurrentPath().getParentPath().getLeaf() instanceof ForLoopTree loop && loop.getStatement() != node;
        if (node.getExpression() instanceof AssignmentTree assignment
                && !inHeader
                && in.element(new TreePath(new TreePath(getCurrentPath(), assignment), assignment.getVariable()))
                        instanceof VariableElement variable
                && !variable.getKind().isField()) {
            Optional<Integer> declared = in.declarations().declaredAt(variable);
            in.source()
                    .range(node)
                    .filter(r -> declared.isPresent() && in.isLoopWithout(r.start(), declared.get()))
                    .ifPresent(range -> in.edits()
                            .replace(range, cutter -> List.of(new Piece.Then(in.span(node), cutter.inside(range)))));
        }
        if (isStore(node) && !inHeader) {
            in.source()
                    .range(node)
                    .filter(r -> in.isInLoop(r.start()))
                    .ifPresent(range -> in.edits()
                            .replace(range, cutter -> List.of(new Piece.Then(in.span(node), cutter.inside(range)))));
        }
        return super.visitExpressionStatement(node, nothing);
    }

    /** What a variable of an iteration is declared with: generated code may make it for the iterations before a chunk as well. */
    @Override
    public Void visitVariable(VariableTree node, Void nothing) {
        if (getCurrentPath().getParentPath().getLeaf() instanceof BlockTree block
                && isBody(getCurrentPath().getParentPath())
                && isValue(in.element(getCurrentPath()))
                && isLastOfStatement(node, block)) {
            in.source()
                    .range(node)
                    .filter(r -> in.isInLoop(r.start()))
                    .ifPresent(range -> in.edits()
                            .replace(range, cutter -> List.of(new Piece.Then(in.span(node), cutter.inside(range)))));
        }
        return super.visitVariable(node, nothing);
    }

    /** What declares several variables is one statement, which begins with the first one and ends with the last one. */
    private boolean isLastOfStatement(VariableTree node, BlockTree block) {
        List<? extends StatementTree> after = block.getStatements()
                .subList(
                        block.getStatements().indexOf(node) + 1,
                        block.getStatements().size());
        return after.stream().noneMatch(s -> in.source().start(s) == in.source().start(node));
    }

    private static boolean isValue(Element variable) {
        return variable != null
                && (variable.asType().getKind().isPrimitive()
                        || variable.asType() instanceof DeclaredType declared
                                && declared.asElement() instanceof TypeElement type
                                && type.getQualifiedName().contentEquals("java.lang.String"));
    }

    private static boolean isBody(TreePath block) {
        Tree loop = block.getParentPath().getLeaf();
        return loop instanceof ForLoopTree || loop instanceof EnhancedForLoopTree || loop instanceof WhileLoopTree;
    }

    /** Whether a statement stores into an array: a first pass over the loop may leave that out. */
    private static boolean isStore(ExpressionStatementTree node) {
        ExpressionTree e = node.getExpression();
        ExpressionTree target = e instanceof AssignmentTree a
                ? a.getVariable()
                : e instanceof CompoundAssignmentTree c
                        ? c.getVariable()
                        : e instanceof UnaryTree u ? u.getExpression() : null;
        return target != null && HeaderReader.withoutParentheses(target) instanceof ArrayAccessTree;
    }

    /** What generated code runs elsewhere than the rest of the iteration. */
    @Override
    public Void visitLabeledStatement(LabeledStatementTree node, Void nothing) {
        if (OrderedLabel.isOne(node)) {
            in.source()
                    .range(node)
                    .filter(r -> in.isInLoop(r.start()))
                    .ifPresent(range -> in.edits()
                            .replace(range, cutter -> List.of(new Piece.Then(in.span(node), cutter.inside(range)))));
        }
        return super.visitLabeledStatement(node, nothing);
    }

    @Override
    public Void visitBreak(BreakTree node, Void nothing) {
        exits.read(getCurrentPath());
        return super.visitBreak(node, nothing);
    }

    @Override
    public Void visitContinue(ContinueTree node, Void nothing) {
        exits.read(getCurrentPath());
        return super.visitContinue(node, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree node, Void nothing) {
        exits.read(getCurrentPath());
        return super.visitReturn(node, nothing);
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
        if (!node.getSimpleName().isEmpty() && node.getExtendsClause() != null) {
            Element parent = in.element(new TreePath(getCurrentPath(), node.getExtendsClause()));
            if (parent != null && Reach.isInner(parent) && !in.reach().isInside(parent)) {
                in.refusals().notMovable(node, node.getSimpleName() + " extends " + parent.getSimpleName());
            }
        }
        return super.visitClass(node, nothing);
    }

    /** Annotations of ours have done their work: they would be marks in generated code again. */
    @Override
    public Void visitAnnotation(AnnotationTree node, Void nothing) {
        Element type = in.element(new TreePath(getCurrentPath(), node.getAnnotationType()));
        boolean ours = type != null
                && in.elements().getPackageOf(type).getQualifiedName().contentEquals("dev.parfor");
        if (ours) {
            in.source()
                    .range(node)
                    .ifPresent(r -> in.edits()
                            .replace(new Range(r.start(), in.source().skipBlanks(r.end())), List.<Piece>of()));
            return null;
        }
        scan(node.getAnnotationType(), nothing);
        for (ExpressionTree argument : node.getArguments()) {
            scan(argument instanceof AssignmentTree named ? named.getExpression() : argument, nothing);
        }
        return null;
    }
}
