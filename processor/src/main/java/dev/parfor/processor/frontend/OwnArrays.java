package dev.parfor.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * The locals that hold an array which the method has made, and which nobody knows by another name where a loop begins: outside of the
 * loop the method only reads and writes elements, asks for the length, or calls a method of {@code Arrays} that does.
 */
final class OwnArrays {

    private static final Set<String> HARMLESS =
            Set.of("fill", "sort", "toString", "hashCode", "equals", "copyOf", "copyOfRange");

    private final Frontend frontend;
    private final TreePath loop;

    OwnArrays(Frontend frontend, TreePath loop) {
        this.frontend = frontend;
        this.loop = loop;
    }

    /** @param method path of the method */
    Set<Var> of(TreePath method) {
        Set<VariableElement> made = new LinkedHashSet<>();
        Set<VariableElement> known = new LinkedHashSet<>();
        new TreePathScanner<Void, Void>() {
            private int inside;

            @Override
            public Void scan(Tree tree, Void unused) {
                // What the loop itself does with the array is seen by the walk, but for what is done once, before it
                // begins.
                if (tree != loop.getLeaf()) {
                    return super.scan(tree, null);
                }
                return tree instanceof ForLoopTree || tree instanceof EnhancedForLoopTree
                        ? super.scan(tree, null)
                        : null;
            }

            @Override
            public Void visitForLoop(ForLoopTree tree, Void unused) {
                return tree == loop.getLeaf() ? scan(tree.getInitializer(), null) : super.visitForLoop(tree, null);
            }

            @Override
            public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
                return tree == loop.getLeaf()
                        ? scan(tree.getExpression(), null)
                        : super.visitEnhancedForLoop(tree, null);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                if (tree.getInitializer() instanceof NewArrayTree
                        && frontend.trees().element(getCurrentPath()).orElse(null) instanceof VariableElement v
                        && Symbols.isLocal(v)) {
                    made.add(v);
                }
                return super.visitVariable(tree, null);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
                inside++;
                super.visitLambdaExpression(tree, null);
                inside--;
                return null;
            }

            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                inside++;
                super.visitClass(tree, null);
                inside--;
                return null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                if ((inside > 0 || !seesElementsOnly(getCurrentPath()) && !isLater(getCurrentPath()))
                        && frontend.trees().element(getCurrentPath()).orElse(null) instanceof VariableElement v) {
                    known.add(v);
                }
                return null;
            }
        }.scan(method, null);
        made.removeAll(known);
        Set<Var> own = new LinkedHashSet<>();
        made.forEach(v -> own.add(frontend.symbols().var(v)));
        return own;
    }

    /** Whether no loop begins after this is evaluated: it is returned, or follows the loop and nothing repeats both. */
    private boolean isLater(TreePath identifier) {
        if (identifier.getParentPath().getLeaf() instanceof ReturnTree) {
            return true;
        }
        TypedTrees trees = frontend.trees();
        return !isRepeated()
                && trees.start(loop.getCompilationUnit(), identifier.getLeaf())
                        > trees.end(loop.getCompilationUnit(), loop.getLeaf());
    }

    private boolean isRepeated() {
        for (TreePath around = loop.getParentPath();
                !(around.getLeaf() instanceof MethodTree);
                around = around.getParentPath()) {
            Tree tree = around.getLeaf();
            if (tree instanceof ForLoopTree
                    || tree instanceof EnhancedForLoopTree
                    || tree instanceof WhileLoopTree
                    || tree instanceof DoWhileLoopTree) {
                return true;
            }
        }
        return false;
    }

    private boolean seesElementsOnly(TreePath identifier) {
        Tree array = identifier.getLeaf();
        TreePath around = identifier.getParentPath();
        Tree parent = around.getLeaf();
        if (parent instanceof ArrayAccessTree access) {
            return access.getExpression() == array;
        }
        if (parent instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals("length");
        }
        if (parent instanceof EnhancedForLoopTree each) {
            return each.getExpression() == array;
        }
        return parent instanceof MethodInvocationTree call
                && call.getArguments().contains((ExpressionTree) array)
                && isHarmless(
                        new TreePath(around, call.getMethodSelect()),
                        call.getArguments().indexOf((ExpressionTree) array));
    }

    /** What {@code fill} puts into an array of arrays is kept there: it is no argument that is taken as an array. */
    private boolean isHarmless(TreePath method, int argument) {
        if (!(frontend.trees().element(method).orElse(null) instanceof ExecutableElement called)
                || !(called.getEnclosingElement() instanceof TypeElement owner)) {
            return false;
        }
        if (owner.getQualifiedName().contentEquals("java.lang.System")) {
            return called.getSimpleName().contentEquals("arraycopy");
        }
        return owner.getQualifiedName().contentEquals("java.util.Arrays")
                && HARMLESS.contains(called.getSimpleName().toString())
                && called.getParameters().get(argument).asType().getKind() == TypeKind.ARRAY;
    }
}
