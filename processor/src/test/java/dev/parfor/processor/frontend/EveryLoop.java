package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.AnyProcessor;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.judge.Judge;
import dev.parfor.processor.judgement.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads and judges every loop of every method of a source tree, marked or not, and counts what comes of it. Nothing may fail,
 * and nothing that compiles may count as erroneous.
 *
 * <p>As a program: {@code EveryLoop folder [classpath]}.
 */
final class EveryLoop extends AnyProcessor {

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        String classPath = arguments.length > 1 ? arguments[1] : "";
        long start = System.nanoTime();
        EveryLoop run = in(Path.of(arguments[0]), classPath);
        run.counts.forEach((what, count) -> System.out.println(count + "\t" + what));
        run.failures.stream().limit(20).forEach(System.out::println);
        System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
    }

    /** Compiles nothing; attributes and reads. */
    static EveryLoop in(Path folder, String classPath) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.filter(f -> f.toString().endsWith(".java")
                            && !f.endsWith("module-info.java")
                            && !f.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        EveryLoop processor = new EveryLoop();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(d -> {}, null, null)) {
            var task = compiler.getTask(
                    null,
                    files,
                    d -> {},
                    List.of("-proc:only", "-classpath", classPath, "-encoding", "UTF-8"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(processor));
            task.call();
        }
        return processor;
    }

    int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        TypedTrees trees = TypedTrees.of(processingEnv).orElseThrow().beside(processingEnv);
        Frontend frontend = new Frontend(trees);
        Set<TreePath> seen = new LinkedHashSet<>();
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                trees.path(type).ifPresent(seen::add);
            }
        }
        seen.forEach(path -> new Methods(frontend).scan(path, null));
        return false;
    }

    private void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void fail(TreePath at, Frontend frontend, Throwable failure) {
        add("FAILED");
        failures.add(frontend.trees().span(at) + ": "
                + Crashes.of(failure, frontend.trees().span(at)).exception());
    }

    private final class Methods extends TreePathScanner<Void, Void> {

        private final Frontend frontend;

        Methods(Frontend frontend) {
            this.frontend = frontend;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            TreePath path = getCurrentPath();
            boolean isMember = path.getParentPath().getLeaf() instanceof ClassTree;
            if (tree.getBody() != null && isMember && frontend.trees().start(path.getCompilationUnit(), tree) >= 0) {
                try {
                    read(path);
                } catch (RuntimeException | StackOverflowError failure) {
                    fail(path, frontend, failure);
                }
            }
            return null;
        }

        private void read(TreePath path) {
            add("methods");
            frontend.trees().attribute(path);
            NestReader reader = new NestReader(frontend, path);
            if (reader.isErroneous()) {
                add("ERRONEOUS methods");
                failures.add("erroneous: " + frontend.trees().span(path));
            }
            frontend.bodies().of(reader.method()).ifPresent(this::readCallees);
            for (MeantLoop loop : MeantLoops.allIn(frontend, path)) {
                try {
                    read(reader, loop);
                } catch (RuntimeException | StackOverflowError failure) {
                    fail(loop.path(), frontend, failure);
                }
            }
        }

        private void readCallees(dev.parfor.processor.ir.Bodies.MethodBody body) {
            Set<MethodRef> called = new LinkedHashSet<>();
            new IrScanner() {
                @Override
                public Void call(Expr.Call e) {
                    called.add(e.method());
                    return super.call(e);
                }

                @Override
                public Void create(Expr.New e) {
                    called.add(e.constructor());
                    return super.create(e);
                }

                @Override
                public Void unreadable(Expr.Unreadable e) {
                    add("unread expression " + e.kind());
                    return null;
                }

                @Override
                public Void unreadable(dev.parfor.processor.ir.Stmt.Unreadable s) {
                    add("unread statement " + s.kind());
                    return null;
                }
            }.scan(body.body());
            called.forEach(m -> {
                frontend.bodies().of(m);
                frontend.bodies().initializer(m.owner());
                frontend.bodies().resolve(m, m.owner());
            });
        }

        private void read(NestReader reader, MeantLoop loop) {
            add("loops");
            LoopReading reading = reader.read(loop);
            if (reading instanceof LoopReading.Unreadable no) {
                for (Refusal reason : no.reasons()) {
                    add("refused " + ((Refusal.Shape) reason).kind());
                }
                return;
            }
            add("readable loops");
            LoopReading.Readable readable = (LoopReading.Readable) reading;
            IrPrinter.print(readable.nest());
            Judgement judgement = Judge.judge(readable.nest(), frontend.bodies());
            add(judgement instanceof Judgement.Parallel ? "parallel" : "judged sequential");
        }
    }
}
