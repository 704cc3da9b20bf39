package dev.parfor.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.parfor.processor.ir.LoopNest.Handler;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Name;
import javax.lang.model.element.VariableElement;

/** What of the method around a loop matters to it. */
final class SurroundingsReader {

    private final Frontend frontend;
    private final TreePath loop;
    private final CompilationUnitTree unit;

    /** @param loop the loop's own path, below its method's */
    SurroundingsReader(Frontend frontend, TreePath loop) {
        this.frontend = frontend;
        this.loop = loop;
        this.unit = loop.getCompilationUnit();
    }

    /** The body of a loop of any kind; empty for other statements. */
    static Optional<StatementTree> bodyOf(Tree tree) {
        if (tree instanceof ForLoopTree l) {
            return Optional.of(l.getStatement());
        }
        if (tree instanceof EnhancedForLoopTree l) {
            return Optional.of(l.getStatement());
        }
        if (tree instanceof WhileLoopTree l) {
            return Optional.of(l.getStatement());
        }
        return tree instanceof DoWhileLoopTree l ? Optional.of(l.getStatement()) : Optional.empty();
    }

    private record Range(long start, long end) {
        boolean contains(long position) {
            return start <= position && position < end;
        }
    }

    private Range range(Tree tree) {
        return new Range(frontend.trees().start(unit, tree), frontend.trees().end(unit, tree));
    }

    /**
     * The locals that may be read after the loop, or in a later round of a loop around it before they are written again. Read
     * off the text: after the loop; or anywhere in a loop around it that does not declare the variable in its body, except in
     * the meant loop's own body, where an iteration that reads before it writes is the analysis' business.
     *
     * @param method path of the method
     * @param assignedFirst the index, where the header sets it: reads of it in the header then see no earlier value
     */
    Set<Var> liveAfter(TreePath method, Optional<Var> assignedFirst) {
        Range whole = range(loop.getLeaf());
        Range body = bodyOf(loop.getLeaf()).map(this::range).orElse(whole);
        List<Range> around = new ArrayList<>();
        List<Range> bodiesAround = new ArrayList<>();
        for (TreePath p = loop.getParentPath(); p.getLeaf() != method.getLeaf(); p = p.getParentPath()) {
            Tree outer = p.getLeaf();
            bodyOf(outer).ifPresent(b -> {
                around.add(range(outer));
                bodiesAround.add(range(b));
            });
        }
        Map<VariableElement, Long> declarations = new HashMap<>();
        Set<Var> live = new LinkedHashSet<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                if (frontend.trees().element(getCurrentPath()).orElse(null) instanceof VariableElement variable) {
                    declarations.put(variable, frontend.trees().start(unit, tree));
                }
                return super.visitVariable(tree, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                long at = frontend.trees().start(unit, tree);
                boolean after = at >= whole.end();
                boolean inRound = !body.contains(at) && around.stream().anyMatch(r -> r.contains(at));
                boolean read = (after || inRound) && !isAssigned(getCurrentPath());
                if (read && !isSetOnTheWay(getCurrentPath(), tree.getName(), whole)) {
                    frontend.trees()
                            .element(getCurrentPath())
                            .filter(Symbols::isLocal)
                            .map(VariableElement.class::cast)
                            .filter(v -> declarations.getOrDefault(v, -1L) < whole.start())
                            .filter(v -> after || survivesRound(v, at))
                            .map(frontend.symbols()::var)
                            .filter(v -> after || !whole.contains(at) || !assignedFirst.equals(Optional.of(v)))
                            .ifPresent(live::add);
                }
                return null;
            }

            /** Whether the variable is declared outside the body of a loop around that holds this place. */
            private boolean survivesRound(VariableElement variable, long at) {
                long declared = declarations.getOrDefault(variable, -1L);
                for (int i = 0; i < around.size(); i++) {
                    if (around.get(i).contains(at) && !bodiesAround.get(i).contains(declared)) {
                        return true;
                    }
                }
                return false;
            }
        }.scan(method, null);
        return live;
    }

    private static boolean isAssigned(TreePath identifier) {
        return identifier.getParentPath().getLeaf() instanceof AssignmentTree assignment
                && assignment.getVariable() == identifier.getLeaf();
    }

    /**
     * Whether a variable is set on every way to a place where it is read, behind the loop: by a statement that stands before it in a block
     * around it, or by the initializer of a {@code for} around it. A block is entered at its beginning, so whoever comes to the place has
     * come by there; and the loop is not between the two.
     */
    private boolean isSetOnTheWay(TreePath read, Name variable, Range loop) {
        Tree child = read.getLeaf();
        for (TreePath p = read.getParentPath();
                p != null && !(p.getLeaf() instanceof MethodTree);
                p = p.getParentPath()) {
            if (p.getLeaf() instanceof BlockTree block) {
                long from = -1;
                for (StatementTree s : block.getStatements()) {
                    if (s == child) {
                        break;
                    }
                    from = sets(s, variable) ? range(s).end() : from;
                }
                if (from >= 0
                        && !(from <= loop.start() && loop.start() < range(child).end())) {
                    return true;
                }
            } else if (p.getLeaf() instanceof ForLoopTree around
                    && !around.getInitializer().contains(child)
                    && around.getInitializer().stream().anyMatch(s -> sets(s, variable))
                    && !range(around).contains(loop.start())) {
                return true;
            }
            child = p.getLeaf();
        }
        return false;
    }

    private static boolean sets(StatementTree s, Name variable) {
        return s instanceof ExpressionStatementTree statement
                && statement.getExpression() instanceof AssignmentTree assignment
                && assignment.getVariable() instanceof IdentifierTree target
                && target.getName().contentEquals(variable);
    }

    /** The {@code try} statements around the loop that do something when it throws, innermost first. */
    List<Handler> handlers(TreePath method) {
        List<Handler> handlers = new ArrayList<>();
        TreePath child = loop;
        for (TreePath p = loop.getParentPath(); p.getLeaf() != method.getLeaf(); p = p.getParentPath()) {
            if (p.getLeaf() instanceof TryTree tree) {
                handler(tree, child.getLeaf(), p).ifPresent(handlers::add);
            }
            child = p;
        }
        return handlers;
    }

    /** @param part the part of the {@code try} in which the loop is */
    private Optional<Handler> handler(TryTree tree, Tree part, TreePath path) {
        boolean inBlock = part == tree.getBlock();
        boolean inCatch = part instanceof CatchTree;
        BlockTree last = tree.getFinallyBlock();
        boolean looks = last != null
                || tree.getResources().stream()
                        .anyMatch(r -> !LibraryResource.is(frontend.trees(), new TreePath(path, r)));
        boolean acts = inBlock ? looks || !tree.getCatches().isEmpty() : inCatch && last != null;
        if (!acts) {
            return Optional.empty();
        }
        boolean swallows = (inBlock && !tree.getCatches().isEmpty()) || (last != null && jumps(last));
        return Optional.of(new Handler(frontend.trees().span(path), swallows));
    }

    /** Whether a {@code finally} block may end in a jump, which drops the exception. */
    private static boolean jumps(BlockTree block) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree tree, Void unused) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitBreak(BreakTree tree, Void unused) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitContinue(ContinueTree tree, Void unused) {
                found[0] = true;
                return null;
            }

            @Override
            public Void visitThrow(ThrowTree tree, Void unused) {
                found[0] = true;
                return null;
            }
        }.scan(block, null);
        return found[0];
    }
}
