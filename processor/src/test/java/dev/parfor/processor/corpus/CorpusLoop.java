package dev.parfor.processor.corpus;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * An annotated method of the corpus with the verdict that stands above it:
 *
 * <pre>
 * // SAFE                      proved, without a guard
 * // GUARDED                   proved under a guard
 * // UNSAFE PF201: reason      iterations conflict on some input
 * // REFUSED PF232: reason     safe, but beyond what is proved now
 * </pre>
 *
 * Several codes may stand in one marker; of each, one of its hundred must be reported. {@code approximate} after SAFE or GUARDED marks floating-point
 * reductions, whose association differs from the plain loop's.
 *
 * @param className binary name
 * @param firstLine of the method, modifiers included
 * @param single the method has one loop at its top level, and that loop is the meant one
 */
record CorpusLoop(
        String file,
        String className,
        String method,
        int firstLine,
        int lastLine,
        Expected expected,
        Set<String> codes,
        String reason,
        boolean approximate,
        boolean single) {

    enum Expected {
        SAFE,
        GUARDED,
        UNSAFE,
        REFUSED
    }

    private static final Pattern MARKER =
            Pattern.compile("\\s*// (SAFE|GUARDED|UNSAFE|REFUSED)\\b((?: PF\\d+)*)(:?)\\s*(.*)");

    @Override
    public String toString() {
        return file + ":" + firstLine + " " + className + "." + method;
    }

    /** All annotated methods of some sources; throws where one has no marker. */
    static List<CorpusLoop> read(List<JavaFileObject> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        List<CorpusLoop> loops = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Finder(unit, Trees.instance(task).getSourcePositions(), loops).scan(unit, null);
        }
        return loops;
    }

    private static final class Finder extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<CorpusLoop> loops;
        private final List<String> lines;
        private final Deque<String> classes = new ArrayDeque<>();

        Finder(CompilationUnitTree unit, SourcePositions positions, List<CorpusLoop> loops) throws IOException {
            this.unit = unit;
            this.positions = positions;
            this.loops = loops;
            this.lines =
                    unit.getSourceFile().getCharContent(true).toString().lines().toList();
        }

        @Override
        public Void visitClass(ClassTree node, Void p) {
            String name = node.getSimpleName().toString();
            classes.addLast(classes.isEmpty() ? unit.getPackageName() + "." + name : classes.getLast() + "$" + name);
            super.visitClass(node, p);
            classes.removeLast();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree node, Void p) {
            boolean onMethod = node.getModifiers().getAnnotations().stream().anyMatch(Finder::isMark);
            boolean[] onLoop = {false};
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void q) {
                    onLoop[0] |=
                            variable.getModifiers().getAnnotations().stream().anyMatch(Finder::isMark);
                    return super.visitVariable(variable, q);
                }
            }.scan(getCurrentPath(), null);
            if (onMethod || onLoop[0]) {
                add(node, onMethod && !onLoop[0]);
            }
            return super.visitMethod(node, p);
        }

        private static boolean isMark(AnnotationTree annotation) {
            return annotation.getAnnotationType().toString().equals("ParallelFor");
        }

        private void add(MethodTree node, boolean outermost) {
            int first = line(positions.getStartPosition(unit, node));
            int last = line(positions.getEndPosition(unit, node));
            String file = unit.getSourceFile().getName().replaceFirst(".*/", "");
            Matcher marker = MARKER.matcher(lines.get(first - 2));
            if (!marker.matches()) {
                throw new AssertionError("no marker above " + file + ":" + first + " " + node.getName());
            }
            Set<String> codes = new TreeSet<>(List.of(marker.group(2).trim().split(" ")));
            codes.remove("");
            Expected expected = Expected.valueOf(marker.group(1));
            String rest = marker.group(4);
            loops.add(new CorpusLoop(
                    file,
                    classes.getLast(),
                    node.getName().toString(),
                    first,
                    last,
                    expected,
                    codes,
                    rest,
                    rest.startsWith("approximate"),
                    outermost && loopsAtTop(node.getBody()) == 1));
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }

        private static int loopsAtTop(BlockTree body) {
            int found = 0;
            for (StatementTree statement : body == null ? List.<StatementTree>of() : body.getStatements()) {
                boolean plain = statement instanceof VariableTree
                        || statement.getKind() == Tree.Kind.RETURN
                        || statement.getKind() == Tree.Kind.EXPRESSION_STATEMENT;
                boolean loop = statement instanceof ForLoopTree || statement instanceof EnhancedForLoopTree;
                found += loop ? 1 : plain ? 0 : 2;
            }
            return found;
        }
    }
}
