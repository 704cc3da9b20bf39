package dev.parfor.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Switch statements and expressions, with the patterns and guards of Java 21. */
final class SwitchReader {

    private final BodyReader body;

    SwitchReader(BodyReader body) {
        this.body = body;
    }

    Stmt statement(SwitchTree tree, TreePath path) {
        Span span = body.span(path);
        int id = body.id(tree);
        Expr selector = body.expression(path, tree.getExpression());
        return body.jumps().within(id, Jumps.Target.SWITCH, () -> {
            Optional<List<Stmt.Case>> cases = cases(tree.getCases(), path, false);
            return cases.isEmpty()
                    ? new Stmt.Unreadable(span, tree.getKind().name())
                    : new Stmt.Switch(span, id, selector, cases.get());
        });
    }

    Expr expression(SwitchExpressionTree tree, TreePath path) {
        Span span = body.span(path);
        Expr selector = body.expression(path, tree.getExpression());
        Optional<List<Stmt.Case>> cases = cases(tree.getCases(), path, true);
        return cases.isEmpty()
                ? new Expr.Unreadable(span, body.type(path), tree.getKind().name())
                : new Expr.Switch(span, body.type(path), selector, cases.get());
    }

    private Optional<List<Stmt.Case>> cases(List<? extends CaseTree> trees, TreePath path, boolean isExpression) {
        List<Stmt.Case> cases = new ArrayList<>();
        for (CaseTree tree : trees) {
            Optional<Stmt.Case> read = oneCase(tree, new TreePath(path, tree), isExpression);
            if (read.isEmpty()) {
                return Optional.empty();
            }
            cases.add(read.get());
        }
        return Optional.of(cases);
    }

    /**
     * The parts of a case in source order are its labels, a guard, and its body. Labels are expressions themselves on Java
     * 17 and are wrapped later; {@code default} without {@code case} has no label at all on 17.
     */
    private Optional<Stmt.Case> oneCase(CaseTree tree, TreePath path, boolean isExpression) {
        List<Expr> constants = new ArrayList<>();
        List<Var> bindings = new ArrayList<>();
        Optional<Expr> guard = Optional.empty();
        boolean isDefault = false;
        boolean hasPattern = false;
        List<Tree> labels = Children.of(tree);
        labels.removeAll(bodyOf(tree));
        for (Tree label : labels) {
            TreePath at = new TreePath(path, label);
            switch (label.getKind().name()) {
                case "DEFAULT_CASE_LABEL" -> isDefault = true;
                case "CONSTANT_CASE_LABEL" -> {
                    Tree constant = Children.of(label).get(0);
                    constants.add(body.expression(at, (ExpressionTree) constant));
                }
                case "PATTERN_CASE_LABEL" -> {
                    Patterns pattern = Patterns.of(body, at, Children.of(label).get(0));
                    if (!pattern.isRead() || pattern.deconstructs()) {
                        return Optional.empty();
                    }
                    hasPattern = true;
                    bindings.addAll(pattern.bindings());
                }
                default -> {
                    if (!(label instanceof ExpressionTree expression)) {
                        return Optional.empty();
                    }
                    if (isGuard(tree, label)) {
                        guard = Optional.of(body.expression(path, expression));
                    } else {
                        constants.add(body.expression(path, expression));
                    }
                }
            }
        }
        isDefault |= labels.isEmpty();
        boolean fallsThrough = tree.getCaseKind() == CaseTree.CaseKind.STATEMENT;
        return Optional.of(new Stmt.Case(
                constants, bindings, guard, isDefault, hasPattern, caseBody(tree, path, isExpression), fallsThrough));
    }

    /** An expression among the labels is a constant on Java 17, where labels are not wrapped, and a guard later. */
    private static boolean isGuard(CaseTree tree, Tree label) {
        return !tree.getExpressions().contains(label);
    }

    private static List<? extends Tree> bodyOf(CaseTree tree) {
        if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
            return List.of(tree.getBody());
        }
        return tree.getStatements();
    }

    private Stmt caseBody(CaseTree tree, TreePath path, boolean isExpression) {
        if (tree.getCaseKind() == CaseTree.CaseKind.RULE) {
            if (tree.getBody() instanceof ExpressionTree value) {
                Expr read = body.expression(path, value);
                return isExpression ? new Stmt.Yield(read.span(), read) : new Stmt.Eval(read.span(), read);
            }
            return body.statement(path, (StatementTree) tree.getBody());
        }
        List<Stmt> statements = new ArrayList<>();
        for (StatementTree statement : tree.getStatements()) {
            statements.add(body.statement(path, statement));
        }
        return new Stmt.Block(body.span(path), statements);
    }
}
