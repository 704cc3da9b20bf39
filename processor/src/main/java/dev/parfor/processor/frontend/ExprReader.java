package dev.parfor.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Java expression to an {@link Expr}. Kinds of trees that are newer than this code end in {@link #defaultAction}.
 *
 * <p>The arguments of a call with variable arity are read as the array that Java makes of them; a class literal as a static
 * final field {@code X.class} of {@code java.lang.Class}.
 */
final class ExprReader extends SimpleTreeVisitor<Expr, TreePath> {

    private final BodyReader body;
    private final NameReader names;
    private final CallReader calls;
    private final FunctionReader functions;

    ExprReader(BodyReader body) {
        this.body = body;
        this.names = new NameReader(body);
        this.calls = new CallReader(body);
        this.functions = new FunctionReader(body);
    }

    Expr read(TreePath parent, ExpressionTree tree) {
        TreePath path = new TreePath(parent, tree);
        body.mirror(path); // notes where javac has an error
        return visit(tree, path);
    }

    private Expr child(TreePath path, ExpressionTree tree) {
        return read(path, tree);
    }

    private Expr literal(Span span, Type type, Object value) {
        return new Expr.Literal(span, type, Optional.of(value));
    }

    @Override
    protected Expr defaultAction(Tree tree, TreePath path) {
        return new Expr.Unreadable(
                body.span(path), body.type(path), tree.getKind().name());
    }

    @Override
    public Expr visitErroneous(ErroneousTree tree, TreePath path) {
        body.markErroneous();
        return defaultAction(tree, path);
    }

    @Override
    public Expr visitParenthesized(ParenthesizedTree tree, TreePath path) {
        return child(path, tree.getExpression());
    }

    @Override
    public Expr visitLiteral(LiteralTree tree, TreePath path) {
        Optional<Object> value = Optional.ofNullable(tree.getValue());
        return new Expr.Literal(body.span(path), body.type(path), value);
    }

    @Override
    public Expr visitIdentifier(IdentifierTree tree, TreePath path) {
        return names.identifier(tree, path);
    }

    @Override
    public Expr visitMemberSelect(MemberSelectTree tree, TreePath path) {
        return names.select(tree, path);
    }

    @Override
    public Expr visitArrayAccess(ArrayAccessTree tree, TreePath path) {
        return new Expr.ArrayGet(
                body.span(path), child(path, tree.getExpression()), child(path, tree.getIndex()), body.type(path));
    }

    @Override
    public Expr visitAssignment(AssignmentTree tree, TreePath path) {
        return assignment(
                path,
                tree.getVariable(),
                target -> new Expr.Assign(body.span(path), target, child(path, tree.getExpression())));
    }

    @Override
    public Expr visitCompoundAssignment(CompoundAssignmentTree tree, TreePath path) {
        return assignment(path, tree.getVariable(), target -> {
            Operator operator = Operators.of(tree.getKind()).orElseThrow();
            boolean text = operator == Operator.ADD && target.type().isClass("java.lang.String");
            return new Expr.Compound(
                    body.span(path), target, text ? Operator.CONCATENATE : operator, child(path, tree.getExpression()));
        });
    }

    private Expr assignment(TreePath path, ExpressionTree target, Function<Expr, Expr> read) {
        Expr to = child(path, target);
        return isTarget(to) ? read.apply(to) : unreadable(path);
    }

    private static boolean isTarget(Expr e) {
        return e instanceof Expr.Local || e instanceof Expr.FieldGet || e instanceof Expr.ArrayGet;
    }

    private Expr unreadable(TreePath path) {
        return defaultAction(path.getLeaf(), path);
    }

    @Override
    public Expr visitUnary(UnaryTree tree, TreePath path) {
        return switch (tree.getKind()) {
            case PREFIX_INCREMENT -> step(tree, path, 1, true);
            case PREFIX_DECREMENT -> step(tree, path, -1, true);
            case POSTFIX_INCREMENT -> step(tree, path, 1, false);
            case POSTFIX_DECREMENT -> step(tree, path, -1, false);
            case UNARY_MINUS -> sign(tree, path, Expr.Unary.Sign.MINUS);
            case UNARY_PLUS -> sign(tree, path, Expr.Unary.Sign.PLUS);
            case BITWISE_COMPLEMENT -> sign(tree, path, Expr.Unary.Sign.COMPLEMENT);
            case LOGICAL_COMPLEMENT -> sign(tree, path, Expr.Unary.Sign.NOT);
            default -> unreadable(path);
        };
    }

    private Expr step(UnaryTree tree, TreePath path, int delta, boolean prefix) {
        return assignment(path, tree.getExpression(), target -> new Expr.Step(body.span(path), target, delta, prefix));
    }

    private Expr sign(UnaryTree tree, TreePath path, Expr.Unary.Sign sign) {
        Expr operand = child(path, tree.getExpression());
        Type type = body.type(path);
        Optional<Object> value = Folding.constant(operand).flatMap(v -> Folding.unary(sign, v));
        return value.map(v -> literal(body.span(path), type, v))
                .or(() -> sign == Expr.Unary.Sign.NOT ? opposite(body.span(path), operand) : Optional.empty())
                .orElseGet(() -> new Expr.Unary(body.span(path), sign, operand, type));
    }

    /** {@code !(a < b)} in integers, where it is {@code a >= b}: one way to say it, for all who look for comparisons. */
    private static Optional<Expr> opposite(Span at, Expr operand) {
        if (!(operand instanceof Expr.Binary binary)
                || !binary.left().type().isIntegral()
                || !binary.right().type().isIntegral()) {
            return Optional.empty();
        }
        return binary.operator()
                .opposite()
                .map(o -> new Expr.Binary(at, o, binary.left(), binary.right(), binary.type()));
    }

    @Override
    public Expr visitBinary(BinaryTree tree, TreePath path) {
        Expr left = child(path, tree.getLeftOperand());
        Expr right = child(path, tree.getRightOperand());
        Type type = body.type(path);
        Operator written = Operators.of(tree.getKind()).orElseThrow();
        Operator operator =
                written == Operator.ADD && type.isClass("java.lang.String") ? Operator.CONCATENATE : written;
        Optional<Object> value = Folding.constant(left)
                .flatMap(l -> Folding.constant(right).flatMap(r -> Folding.binary(operator, l, r)));
        return value.map(v -> literal(body.span(path), type, v))
                .orElseGet(() -> new Expr.Binary(body.span(path), operator, left, right, type));
    }

    @Override
    public Expr visitConditionalExpression(ConditionalExpressionTree tree, TreePath path) {
        Expr condition = child(path, tree.getCondition());
        Expr whenTrue = child(path, tree.getTrueExpression());
        Expr whenFalse = child(path, tree.getFalseExpression());
        Type type = body.type(path);
        if (Folding.constant(condition).orElse(null) instanceof Boolean known
                && Folding.constant(whenTrue).isPresent()
                && Folding.constant(whenFalse).isPresent()) {
            Optional<Object> value =
                    Folding.constant(known ? whenTrue : whenFalse).flatMap(v -> Folding.convert(v, type));
            if (value.isPresent()) {
                return literal(body.span(path), type, value.get());
            }
        }
        return new Expr.Conditional(body.span(path), condition, whenTrue, whenFalse, type);
    }

    @Override
    public Expr visitTypeCast(TypeCastTree tree, TreePath path) {
        Expr operand = child(path, tree.getExpression());
        Type type = body.type(path);
        return Folding.constant(operand)
                .flatMap(v -> Folding.convert(v, type))
                .map(v -> literal(body.span(path), type, v))
                .orElseGet(() -> new Expr.Cast(body.span(path), type, operand));
    }

    @Override
    public Expr visitInstanceOf(InstanceOfTree tree, TreePath path) {
        Expr operand = child(path, tree.getExpression());
        if (tree.getPattern() == null) {
            Type tested = body.type(new TreePath(path, tree.getType()));
            return new Expr.InstanceOf(body.span(path), operand, tested, List.of(), false);
        }
        Patterns pattern = Patterns.of(body, path, tree.getPattern());
        if (!pattern.isRead()) {
            return unreadable(path);
        }
        Type tested = body.type(new TreePath(path, tree.getPattern()));
        return new Expr.InstanceOf(body.span(path), operand, tested, pattern.bindings(), pattern.deconstructs());
    }

    @Override
    public Expr visitMethodInvocation(MethodInvocationTree tree, TreePath path) {
        return calls.call(tree, path);
    }

    @Override
    public Expr visitNewClass(NewClassTree tree, TreePath path) {
        return calls.create(tree, path);
    }

    @Override
    public Expr visitNewArray(NewArrayTree tree, TreePath path) {
        List<Expr> dimensions = new ArrayList<>();
        for (ExpressionTree dimension : tree.getDimensions()) {
            dimensions.add(child(path, dimension));
        }
        Optional<List<Expr>> elements = Optional.ofNullable(tree.getInitializers())
                .map(list -> {
                    List<Expr> read = new ArrayList<>();
                    list.forEach(e -> read.add(child(path, e)));
                    return read;
                });
        return new Expr.NewArray(body.span(path), body.type(path), dimensions, elements);
    }

    @Override
    public Expr visitLambdaExpression(LambdaExpressionTree tree, TreePath path) {
        return functions.lambda(tree, path);
    }

    @Override
    public Expr visitMemberReference(MemberReferenceTree tree, TreePath path) {
        return functions.reference(tree, path);
    }

    @Override
    public Expr visitSwitchExpression(SwitchExpressionTree tree, TreePath path) {
        return body.switches().expression(tree, path);
    }
}
