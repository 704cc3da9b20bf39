package dev.parfor.processor.frontend.text;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.frontend.HeaderExtras;
import dev.parfor.processor.frontend.Identifiers;
import dev.parfor.processor.frontend.ReaderLoop;
import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Cuts a loop header into its parts. What does not count with one index, or is no array or list, is {@link HeaderText.Other}. */
final class HeaderReader {

    private final MethodContext in;
    private final Types types;

    HeaderReader(MethodContext in) {
        this.in = in;
        this.types = in.frontend().trees().types();
    }

    /** @param extras which parts of the header are not about the index */
    HeaderText read(TreePath loop, HeaderExtras extras) {
        Optional<HeaderText> reading = reading(loop);
        if (reading.isPresent()) {
            return reading.get();
        }
        if (loop.getLeaf() instanceof ForLoopTree tree) {
            return counted(loop, tree.getInitializer(), tree.getCondition(), updates(tree, extras), extras)
                    .orElseGet(HeaderText.Other::new);
        }
        if (loop.getLeaf() instanceof WhileLoopTree tree && extras.bodyStep() >= 0) {
            List<ExpressionStatementTree> step = List.of(BodyStepText.step(tree.getStatement(), extras));
            return counted(loop, List.of(), tree.getCondition(), step, extras).orElseGet(HeaderText.Other::new);
        }
        if (loop.getLeaf() instanceof WhileLoopTree tree && extras.bound() instanceof HeaderExtras.Bound.Stepping) {
            return counted(loop, List.of(), tree.getCondition(), List.of(), extras)
                    .orElseGet(HeaderText.Other::new);
        }
        if (loop.getLeaf() instanceof EnhancedForLoopTree each) {
            return each(loop, each).orElseGet(HeaderText.Other::new);
        }
        return new HeaderText.Other();
    }

    /** {@code (line = in.readLine()) != null}: what of it can be generated is for the loop's reading to say. */
    private Optional<HeaderText> reading(TreePath loop) {
        ExpressionTree condition = loop.getLeaf() instanceof ForLoopTree f
                ? f.getCondition()
                : loop.getLeaf() instanceof WhileLoopTree w ? w.getCondition() : null;
        if (condition == null
                || !(withoutParentheses(condition) instanceof BinaryTree test)
                || test.getKind() != Tree.Kind.NOT_EQUAL_TO
                || !(withoutParentheses(test.getLeftOperand()) instanceof AssignmentTree read)
                || !(withoutParentheses(read.getExpression()) instanceof MethodInvocationTree call)
                || !(call.getMethodSelect() instanceof MemberSelectTree readLine)) {
            return Optional.empty();
        }
        Optional<VariableElement> element = local(loop, read.getVariable());
        Optional<Var> var = element.map(e -> in.frontend().symbols().var(e))
                .filter(v -> v.declared().isPresent());
        return var.flatMap(v -> cut(readLine.getExpression()).map(source -> {
            Var list = ReaderLoop.list(v);
            TypeText type = v.declared().get();
            return new HeaderText.Each(
                    new SourceText(UseTypes.pieces(type)),
                    type,
                    v.name(),
                    new SourceText(List.of(new Piece.LocalUse(list))),
                    list.declared().orElseThrow(),
                    Optional.of(source));
        }));
    }

    private static List<? extends ExpressionStatementTree> updates(ForLoopTree tree, HeaderExtras extras) {
        return extras.bodyStep() >= 0
                ? List.of(BodyStepText.step(tree.getStatement(), extras))
                : except(tree.getUpdate(), extras.updates());
    }

    private Optional<HeaderText> counted(
            TreePath loop,
            List<? extends StatementTree> initializers,
            ExpressionTree condition,
            List<? extends ExpressionStatementTree> updates,
            HeaderExtras extras) {
        Optional<SteppingText> stepping = SteppingText.of(condition, extras.bound());
        Optional<Step> step = stepping.isPresent()
                ? local(loop, stepping.get().index())
                        .map(i -> new Step(
                                i,
                                SourceText.verbatim("1"),
                                stepping.get().form().delta() < 0))
                : step(loop, updates);
        if (step.isEmpty() || condition == null) {
            return Optional.empty();
        }
        VariableElement index = step.get().index();
        Optional<SourceText> start = start(loop, except(initializers, extras.initializers()), index)
                .map(s -> stepping.map(t -> t.start(s, index.asType().getKind() == TypeKind.LONG))
                        .orElse(s));
        Optional<TypeText> type = in.frontend().typeReader().text(index.asType());
        if (start.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        BoundText texts = new BoundText(tree -> local(loop, tree).equals(Optional.of(index)), this::cut, start.get());
        Optional<SourceText> bound = stepping.isPresent()
                ? stepping.get().bound(this::cut)
                : extras.search().isPresent()
                        ? texts.searching(condition, extras.search().get())
                        : texts.of(condition, extras.bound());
        boolean plain = extras.search().isEmpty()
                && (extras.bound() instanceof HeaderExtras.Bound.Plain || stepping.isPresent());
        Optional<SourceText> by = extras.bound() instanceof HeaderExtras.Bound.ShiftedBy form
                ? texts.by(condition, form)
                : Optional.empty();
        String name = index.getSimpleName().toString();
        return bound.map(b -> new HeaderText.Counted(
                type.get(),
                name,
                start.get(),
                b,
                step.get().size(),
                step.get().subtracted(),
                extras.bound() instanceof HeaderExtras.Bound.Shifted shifted ? shifted.by() : 0,
                by,
                plain ? Optional.empty() : cut(condition)));
    }

    private static <T> List<T> except(List<T> list, List<Integer> positions) {
        return IntStream.range(0, list.size())
                .filter(i -> !positions.contains(i))
                .<T>mapToObj(list::get)
                .toList();
    }

    private record Step(VariableElement index, SourceText size, boolean subtracted) {}

    private Optional<Step> step(TreePath loop, List<? extends ExpressionStatementTree> updates) {
        if (updates.size() != 1) {
            return Optional.empty();
        }
        ExpressionTree update = withoutParentheses(updates.get(0).getExpression());
        if (update instanceof UnaryTree unary && Operators.step(unary.getKind()).isPresent()) {
            boolean down =
                    unary.getKind() == Tree.Kind.PREFIX_DECREMENT || unary.getKind() == Tree.Kind.POSTFIX_DECREMENT;
            return local(loop, unary.getExpression()).map(i -> new Step(i, SourceText.verbatim("1"), down));
        }
        if (update instanceof CompoundAssignmentTree compound
                && (compound.getKind() == Tree.Kind.PLUS_ASSIGNMENT
                        || compound.getKind() == Tree.Kind.MINUS_ASSIGNMENT)) {
            boolean down = compound.getKind() == Tree.Kind.MINUS_ASSIGNMENT;
            return step(local(loop, compound.getVariable()), compound.getExpression(), down);
        }
        if (update instanceof AssignmentTree assignment
                && withoutParentheses(assignment.getExpression()) instanceof BinaryTree sum
                && (sum.getKind() == Tree.Kind.PLUS || sum.getKind() == Tree.Kind.MINUS)) {
            return step(loop, local(loop, assignment.getVariable()), sum);
        }
        return Optional.empty();
    }

    private Optional<Step> step(TreePath loop, Optional<VariableElement> index, BinaryTree sum) {
        boolean down = sum.getKind() == Tree.Kind.MINUS;
        if (index.isPresent() && index.equals(local(loop, sum.getLeftOperand()))) {
            return step(index, sum.getRightOperand(), down);
        }
        if (!down && index.isPresent() && index.equals(local(loop, sum.getRightOperand()))) {
            return step(index, sum.getLeftOperand(), false);
        }
        return Optional.empty();
    }

    private Optional<Step> step(Optional<VariableElement> index, ExpressionTree size, boolean subtracted) {
        return cut(size).flatMap(text -> index.map(i -> new Step(i, text, subtracted)));
    }

    private Optional<SourceText> start(
            TreePath loop, List<? extends StatementTree> initializers, VariableElement index) {
        if (initializers.isEmpty()) {
            return Optional.of(new SourceText(
                    List.of(new Piece.LocalUse(in.frontend().symbols().var(index)))));
        }
        if (initializers.size() > 1) {
            return Optional.empty();
        }
        if (initializers.get(0) instanceof VariableTree declared
                && declared.getInitializer() != null
                && index.equals(in.element(new TreePath(loop, declared)))) {
            return cut(declared.getInitializer());
        }
        if (initializers.get(0) instanceof ExpressionStatementTree statement
                && withoutParentheses(statement.getExpression()) instanceof AssignmentTree assignment
                && local(loop, assignment.getVariable()).filter(index::equals).isPresent()) {
            return cut(assignment.getExpression());
        }
        return Optional.empty();
    }

    private Optional<HeaderText> each(TreePath loop, EnhancedForLoopTree tree) {
        VariableTree variable = tree.getVariable();
        TypeMirror type = in.type(new TreePath(loop, tree.getExpression()));
        if (type != null && !isArrayOrList(type)) {
            return collection(loop, tree, type);
        }
        if (type == null) {
            return Optional.empty();
        }
        Element element = in.element(new TreePath(loop, variable));
        Optional<SourceText> elements = cut(tree.getExpression());
        if (elements.isEmpty() || element == null) {
            return Optional.empty();
        }
        Optional<TypeText> elementType = text(element.asType(), variable);
        Optional<TypeText> elementsType = (type instanceof ArrayType
                        ? Optional.of(type)
                        : as(in.useTypes().upwards(type), erased("java.util.List")))
                .flatMap(t -> text(t, tree.getExpression()));
        if (elementType.isEmpty() || elementsType.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HeaderText.Each(
                modifiersAndType(variable).orElseGet(() -> new SourceText(UseTypes.pieces(elementType.get()))),
                elementType.get(),
                variable.getName().toString(),
                elements.get(),
                elementsType.get()));
    }

    /** The elements are in a list that generated code makes of the collection. */
    private Optional<HeaderText> collection(TreePath loop, EnhancedForLoopTree tree, TypeMirror type) {
        VariableTree variable = tree.getVariable();
        Optional<SourceText> collection = cut(tree.getExpression());
        Optional<TypeText.Declared> iterable = as(in.useTypes().upwards(type), erased("java.lang.Iterable"))
                .flatMap(t -> text(t, tree.getExpression()))
                .filter(t -> t instanceof TypeText.Declared)
                .map(t -> (TypeText.Declared) t);
        if (collection.isEmpty()
                || iterable.isEmpty()
                || !(in.element(new TreePath(loop, variable)) instanceof VariableElement element)) {
            return Optional.empty();
        }
        Optional<String> name =
                local(loop, tree.getExpression()).map(v -> v.getSimpleName().toString());
        String free = ElementsList.nameOf(name, variable.getName().toString(), Identifiers.around(loop));
        Var list = ElementsList.of(
                in.frontend().symbols().var(element), free, tree.getExpression().toString(), iterable);
        return text(element.asType(), variable)
                .map(elementType -> new HeaderText.Each(
                        modifiersAndType(variable).orElseGet(() -> new SourceText(UseTypes.pieces(elementType))),
                        elementType,
                        variable.getName().toString(),
                        new SourceText(List.of(new Piece.LocalUse(list))),
                        list.declared().orElseThrow(),
                        collection));
    }

    private boolean isArrayOrList(TypeMirror type) {
        return type instanceof ArrayType
                || (type.getKind() != TypeKind.NULL && types.isSubtype(types.erasure(type), erased("java.util.List")));
    }

    private TypeMirror erased(String type) {
        return types.erasure(in.elements().getTypeElement(type).asType());
    }

    /** The {@code List<X>} that a type is, or {@code Iterable<X>}. */
    private Optional<TypeMirror> as(TypeMirror type, TypeMirror erased) {
        if (types.isSameType(types.erasure(type), erased)) {
            return Optional.of(type);
        }
        return types.directSupertypes(type).stream()
                .flatMap(supertype -> as(supertype, erased).stream())
                .findFirst();
    }

    private Optional<TypeText> text(TypeMirror type, Tree at) {
        TypeMirror written = in.useTypes().upwards(type);
        Optional<TypeText> text = in.useTypes().text(written);
        if (!in.reach().type(written, at, at.toString())) {
            return Optional.empty();
        }
        return text;
    }

    /** From the modifiers to the end of the type; empty for {@code int x[]}, whose type does not stand before its name. */
    private Optional<SourceText> modifiersAndType(VariableTree variable) {
        int start = in.source().start(variable);
        int typeStart = in.source()
                .range(variable.getModifiers())
                .map(m -> in.source().skipComments(m.end()))
                .orElse(start);
        Range var = new Range(typeStart, typeStart + "var".length());
        int end = in.source().says(var, "var")
                        && !Character.isJavaIdentifierPart(in.source().text().charAt(var.end()))
                ? var.end()
                : in.source().range(variable.getType()).map(Range::end).orElse(-1);
        int nameStart = in.source().skipComments(Math.max(end, 0));
        Range name = new Range(nameStart, nameStart + variable.getName().length());
        return end > start && in.source().says(name, variable.getName())
                ? Optional.of(cut(new Range(start, end)))
                : Optional.empty();
    }

    private Optional<VariableElement> local(TreePath loop, ExpressionTree expression) {
        ExpressionTree plain = withoutParentheses(expression);
        return plain instanceof IdentifierTree
                        && in.element(new TreePath(loop, plain)) instanceof VariableElement v
                        && !v.getKind().isField()
                ? Optional.of(v)
                : Optional.empty();
    }

    private Optional<SourceText> cut(Tree tree) {
        return in.source().range(tree).map(this::cut);
    }

    private SourceText cut(Range range) {
        return Cutter.cut(in.source(), in.edits(), range, false);
    }

    static ExpressionTree withoutParentheses(ExpressionTree expression) {
        ExpressionTree plain = expression;
        while (plain instanceof ParenthesizedTree p) {
            plain = p.getExpression();
        }
        return plain;
    }
}
