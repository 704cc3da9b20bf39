package dev.parfor.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** A Java statement to a {@link Stmt}. Kinds of trees that are newer than this code end in {@link #defaultAction}. */
final class StmtReader extends SimpleTreeVisitor<Stmt, TreePath> {

    private final BodyReader body;

    StmtReader(BodyReader body) {
        this.body = body;
    }

    Stmt read(TreePath parent, StatementTree tree) {
        return visit(tree, new TreePath(parent, tree));
    }

    private Expr expression(TreePath path, ExpressionTree tree) {
        return body.expression(path, tree);
    }

    @Override
    protected Stmt defaultAction(Tree tree, TreePath path) {
        return new Stmt.Unreadable(body.span(path), tree.getKind().name());
    }

    @Override
    public Stmt visitErroneous(ErroneousTree tree, TreePath path) {
        body.markErroneous();
        return defaultAction(tree, path);
    }

    @Override
    public Stmt visitBlock(BlockTree tree, TreePath path) {
        return new Stmt.Block(body.span(path), statements(tree.getStatements(), path));
    }

    private List<Stmt> statements(List<? extends StatementTree> trees, TreePath path) {
        List<Stmt> read = new ArrayList<>();
        trees.forEach(t -> read.add(read(path, t)));
        return read;
    }

    @Override
    public Stmt visitEmptyStatement(EmptyStatementTree tree, TreePath path) {
        return new Stmt.Block(body.span(path), List.of());
    }

    @Override
    public Stmt visitVariable(VariableTree tree, TreePath path) {
        Var var = body.declared(path.getParentPath(), tree);
        Optional<Expr> initializer = Optional.ofNullable(tree.getInitializer()).map(e -> expression(path, e));
        return new Stmt.Declare(body.span(path), var, initializer);
    }

    @Override
    public Stmt visitClass(ClassTree tree, TreePath path) {
        return new Stmt.LocalClass(body.span(path), tree.getSimpleName().toString());
    }

    @Override
    public Stmt visitExpressionStatement(ExpressionStatementTree tree, TreePath path) {
        if (tree.getExpression() instanceof MethodInvocationTree call && CallReader.isConstructorCall(call)) {
            return constructorCall(call, new TreePath(path, call));
        }
        return new Stmt.Eval(body.span(path), expression(path, tree.getExpression()));
    }

    private Stmt constructorCall(MethodInvocationTree call, TreePath path) {
        TreePath select = new TreePath(path, call.getMethodSelect());
        if (body.element(select).orElse(null) instanceof ExecutableElement constructor
                && constructor.getKind() == ElementKind.CONSTRUCTOR
                && call.getMethodSelect() instanceof com.sun.source.tree.IdentifierTree) {
            List<Expr> arguments = new CallReader(body)
                    .arguments(
                            path, call.getArguments(), constructor, body.trees().type(select));
            return new Stmt.ConstructorCall(body.span(path), body.symbols().method(constructor), arguments);
        }
        return new Stmt.Unreadable(body.span(path), "QUALIFIED_SUPER_CALL");
    }

    @Override
    public Stmt visitIf(IfTree tree, TreePath path) {
        return new Stmt.If(
                body.span(path),
                expression(path, tree.getCondition()),
                read(path, tree.getThenStatement()),
                Optional.ofNullable(tree.getElseStatement()).map(s -> read(path, s)));
    }

    @Override
    public Stmt visitForLoop(ForLoopTree tree, TreePath path) {
        Span span = body.span(path);
        int id = body.id(tree);
        return body.jumps().within(id, Jumps.Target.LOOP, () -> {
            List<Stmt> initializers = statements(tree.getInitializer(), path);
            Optional<Expr> condition = Optional.ofNullable(tree.getCondition()).map(c -> expression(path, c));
            List<Expr> updates = new ArrayList<>();
            for (ExpressionStatementTree update : tree.getUpdate()) {
                updates.add(expression(new TreePath(path, update), update.getExpression()));
            }
            return new Stmt.Loop(span, id, initializers, condition, updates, read(path, tree.getStatement()), true);
        });
    }

    @Override
    public Stmt visitWhileLoop(WhileLoopTree tree, TreePath path) {
        Span span = body.span(path);
        int id = body.id(tree);
        return body.jumps()
                .within(
                        id,
                        Jumps.Target.LOOP,
                        () -> new Stmt.Loop(
                                span,
                                id,
                                List.of(),
                                Optional.of(expression(path, tree.getCondition())),
                                List.of(),
                                read(path, tree.getStatement()),
                                true));
    }

    @Override
    public Stmt visitDoWhileLoop(DoWhileLoopTree tree, TreePath path) {
        Span span = body.span(path);
        int id = body.id(tree);
        return body.jumps().within(id, Jumps.Target.LOOP, () -> {
            Stmt repeated = read(path, tree.getStatement());
            Expr condition = expression(path, tree.getCondition());
            return new Stmt.Loop(span, id, List.of(), Optional.of(condition), List.of(), repeated, false);
        });
    }

    @Override
    public Stmt visitEnhancedForLoop(EnhancedForLoopTree tree, TreePath path) {
        Span span = body.span(path);
        int id = body.id(tree);
        Expr elements = expression(path, tree.getExpression());
        Var element = body.declared(path, tree.getVariable());
        return body.jumps()
                .within(
                        id,
                        Jumps.Target.LOOP,
                        () -> new Stmt.ForEach(span, id, element, elements, read(path, tree.getStatement())));
    }

    @Override
    public Stmt visitLabeledStatement(LabeledStatementTree tree, TreePath path) {
        String label = tree.getLabel().toString();
        body.jumps().label(label);
        Tree labeled = tree.getStatement();
        while (labeled instanceof LabeledStatementTree inner) {
            labeled = inner.getStatement();
        }
        boolean inOrder = OrderedLabel.isOne(tree);
        boolean isLoop = labeled instanceof ForLoopTree
                || labeled instanceof WhileLoopTree
                || labeled instanceof DoWhileLoopTree
                || labeled instanceof EnhancedForLoopTree;
        if (isLoop && !inOrder) {
            return read(path, tree.getStatement());
        }
        int id = body.id(tree);
        return body.jumps()
                .within(
                        id,
                        Jumps.Target.LABELED,
                        () -> new Stmt.Labeled(body.span(path), id, read(path, tree.getStatement()), inOrder));
    }

    @Override
    public Stmt visitBreak(BreakTree tree, TreePath path) {
        OptionalInt target = tree.getLabel() == null
                ? body.jumps().breakTarget()
                : body.jumps().labeled(tree.getLabel().toString());
        return target.isPresent() ? new Stmt.Break(body.span(path), target.getAsInt()) : misplaced(tree, path);
    }

    @Override
    public Stmt visitContinue(ContinueTree tree, TreePath path) {
        OptionalInt target = tree.getLabel() == null
                ? body.jumps().continueTarget()
                : body.jumps().labeled(tree.getLabel().toString());
        return target.isPresent() ? new Stmt.Continue(body.span(path), target.getAsInt()) : misplaced(tree, path);
    }

    private Stmt misplaced(Tree tree, TreePath path) {
        body.markErroneous();
        return defaultAction(tree, path);
    }

    @Override
    public Stmt visitReturn(ReturnTree tree, TreePath path) {
        return new Stmt.Return(
                body.span(path), Optional.ofNullable(tree.getExpression()).map(e -> expression(path, e)));
    }

    @Override
    public Stmt visitYield(YieldTree tree, TreePath path) {
        return new Stmt.Yield(body.span(path), expression(path, tree.getValue()));
    }

    @Override
    public Stmt visitThrow(ThrowTree tree, TreePath path) {
        return new Stmt.Throw(body.span(path), expression(path, tree.getExpression()));
    }

    @Override
    public Stmt visitAssert(AssertTree tree, TreePath path) {
        return new Stmt.Assert(
                body.span(path),
                expression(path, tree.getCondition()),
                Optional.ofNullable(tree.getDetail()).map(e -> expression(path, e)));
    }

    @Override
    public Stmt visitTry(TryTree tree, TreePath path) {
        List<Stmt> resources = new ArrayList<>();
        for (Tree resource : tree.getResources()) {
            if (resource instanceof StatementTree statement) {
                resources.add(read(path, statement));
            } else {
                Expr value = expression(path, (ExpressionTree) resource);
                resources.add(new Stmt.Eval(value.span(), value));
            }
        }
        Stmt tried = read(path, tree.getBlock());
        List<Stmt.Catch> catches = new ArrayList<>();
        for (CatchTree handler : tree.getCatches()) {
            TreePath at = new TreePath(path, handler);
            catches.add(new Stmt.Catch(body.declared(at, handler.getParameter()), read(at, handler.getBlock())));
        }
        Optional<Stmt> finalizer = Optional.ofNullable(tree.getFinallyBlock()).map(b -> read(path, b));
        return new Stmt.Try(body.span(path), resources, tried, catches, finalizer);
    }

    @Override
    public Stmt visitSynchronized(SynchronizedTree tree, TreePath path) {
        return new Stmt.Synchronized(
                body.span(path), expression(path, tree.getExpression()), read(path, tree.getBlock()));
    }

    @Override
    public Stmt visitSwitch(SwitchTree tree, TreePath path) {
        return body.switches().statement(tree, path);
    }
}
