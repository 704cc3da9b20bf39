package dev.parfor.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands out every loop of a source file, marked or not, in source order. Attributes its classes. */
public final class AllLoops {

    private final Frontend frontend;

    public AllLoops(Frontend frontend) {
        this.frontend = frontend;
    }

    /**
     * A loop, wherever it stands.
     *
     * @param where {@code Vectors.dot}; the class alone outside of methods
     * @param lastLine of the loop's text
     * @param depth 0 for a loop that stands in no other of its method
     * @param isMarkable whether the loop declares its own variable, so that an annotation can stand on it
     * @param reading empty in constructors, initializers and lambdas, which get no variants, and where javac has errors
     */
    public record Seen(
            String where,
            String file,
            Span span,
            int lastLine,
            int depth,
            boolean isMarkable,
            Optional<LoopReading> reading) {}

    /**
     * A failure of ours is the reading of the loop that it happened in.
     *
     * @param root qualified name of a top-level class in source; without one nothing is handed out
     */
    public void of(String root, Consumer<Seen> consumer) {
        Optional.ofNullable(frontend.trees().elements().getTypeElement(root))
                .flatMap(frontend.trees()::path)
                .ifPresent(path -> new Classes(consumer).scan(path, null));
    }

    /** Reads each method's body once, however many loops it has. */
    private final class Classes extends TreePathScanner<Void, Void> {

        private final Consumer<Seen> consumer;
        private final Deque<String> around = new ArrayDeque<>();
        private Optional<NestReader> reader = Optional.empty();
        private int depth;
        private int ordinal;

        Classes(Consumer<Seen> consumer) {
            this.consumer = consumer;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            String name = tree.getSimpleName().toString();
            String outer = around.isEmpty() ? "" : around.getLast() + ".";
            return inside(
                    outer + (name.isEmpty() ? "(anonymous)" : name),
                    Optional.empty(),
                    () -> super.visitClass(tree, null));
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            boolean isConstructor = tree.getName().contentEquals("<init>");
            String outer = around.isEmpty() ? "" : around.getLast();
            String where = isConstructor ? outer : outer + "." + tree.getName();
            Tree declaredIn = getCurrentPath().getParentPath().getParentPath().getLeaf();
            boolean isMember = declaredIn instanceof ClassTree || declaredIn instanceof CompilationUnitTree;
            Optional<NestReader> ofMethod = isConstructor || !isMember || tree.getBody() == null || !hasLoop(tree)
                    ? Optional.empty()
                    : reader(getCurrentPath());
            return inside(where, ofMethod, () -> super.visitMethod(tree, null));
        }

        private static boolean hasLoop(MethodTree tree) {
            Boolean found = new TreeScanner<Boolean, Void>() {
                @Override
                public Boolean scan(Tree t, Void unused) {
                    return t instanceof ForLoopTree
                            || t instanceof EnhancedForLoopTree
                            || t instanceof WhileLoopTree
                            || t instanceof DoWhileLoopTree
                            || Boolean.TRUE.equals(super.scan(t, null));
                }

                @Override
                public Boolean reduce(Boolean a, Boolean b) {
                    return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
                }
            }.scan(tree.getBody(), null);
            return found;
        }

        private Optional<NestReader> reader(TreePath method) {
            return Crashes.guard(
                    () -> {
                        frontend.trees().attribute(method);
                        NestReader read = new NestReader(frontend, method);
                        return read.isErroneous() ? Optional.<NestReader>empty() : Optional.of(read);
                    },
                    failure -> Optional.empty());
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
            return inside(around.getLast(), Optional.empty(), () -> super.visitLambdaExpression(tree, null));
        }

        @Override
        public Void visitBlock(BlockTree tree, Void unused) {
            boolean isInitializer = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            return isInitializer
                    ? inside(around.getLast(), Optional.empty(), () -> super.visitBlock(tree, null))
                    : super.visitBlock(tree, null);
        }

        private Void inside(String where, Optional<NestReader> newReader, Runnable body) {
            Optional<NestReader> outerReader = reader;
            int outerDepth = depth;
            int outerOrdinal = ordinal;
            reader = newReader;
            depth = 0;
            ordinal = 0;
            around.addLast(where);
            body.run();
            around.removeLast();
            reader = outerReader;
            depth = outerDepth;
            ordinal = outerOrdinal;
            return null;
        }

        private Void loop(Tree tree, List<? extends Tree> declarations, Runnable inside) {
            TreePath path = getCurrentPath();
            Span span = frontend.trees().span(path);
            LineMap lines = path.getCompilationUnit().getLineMap();
            int lastLine =
                    (int) lines.getLineNumber(Math.max(0, frontend.trees().end(path.getCompilationUnit(), tree) - 1));
            ordinal++;
            MeantLoop loop = new MeantLoop(ordinal, path, Marks.none().options(false), false, HeaderExtras.NONE);
            Optional<LoopReading> reading = reader.map(r -> read(r, loop, span));
            boolean isMarkable = declarations.stream().anyMatch(VariableTree.class::isInstance);
            String file = path.getCompilationUnit().getSourceFile().getName();
            consumer.accept(new Seen(around.getLast(), file, span, lastLine, depth, isMarkable, reading));
            depth++;
            inside.run();
            depth--;
            return null;
        }

        private LoopReading read(NestReader from, MeantLoop loop, Span span) {
            return Crashes.guard(() -> from.read(loop), failure -> {
                List<Refusal> crash = List.of(Crashes.of(failure, span));
                return new LoopReading.Unreadable(
                        loop.ordinal(), "", from.method().display(), span, loop.options(), crash);
            });
        }

        @Override
        public Void visitForLoop(ForLoopTree tree, Void unused) {
            return loop(tree, tree.getInitializer(), () -> super.visitForLoop(tree, null));
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void unused) {
            return loop(tree, List.of(tree.getVariable()), () -> super.visitEnhancedForLoop(tree, null));
        }

        @Override
        public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
            return loop(tree, List.of(), () -> super.visitWhileLoop(tree, null));
        }

        @Override
        public Void visitDoWhileLoop(DoWhileLoopTree tree, Void unused) {
            return loop(tree, List.of(), () -> super.visitDoWhileLoop(tree, null));
        }
    }
}
