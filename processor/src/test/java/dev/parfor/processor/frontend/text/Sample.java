package dev.parfor.processor.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.ParallelFor;
import dev.parfor.processor.AnyProcessor;
import dev.parfor.processor.Sources;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.HeaderExtras;
import dev.parfor.processor.frontend.MeantLoop;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.TypeText;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources with a processor that cuts the text of the method {@code run}, as the real one does. */
final class Sample {

    private final Map<String, String> sources = new HashMap<>();

    /** A source file by the path that its package and class demand: {@code p/Foo.java}. */
    Sample with(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /** The text of {@code run} in the class {@code p.Foo}. Meant are the marked loops, else the outermost. */
    MethodTextReader.Result read() {
        return read("p.Foo");
    }

    MethodTextReader.Result read(String className) {
        Reader reader = new Reader(className);
        compile(List.of("-proc:only"), sources, reader, true);
        return reader.result;
    }

    MethodTextReader.Result readDespiteErrors() {
        Reader reader = new Reader("p.Foo");
        compile(List.of("-proc:only"), sources, reader, false);
        return reader.result;
    }

    /** Compiles to {@code classes}. */
    static void compile(Path classes, Map<String, String> sources) {
        compile(List.of("-proc:none", "-d", classes.toString()), sources, null, true);
    }

    Map<String, String> sources() {
        return sources;
    }

    private static void compile(
            List<String> options, Map<String, String> sources, AbstractProcessor processor, boolean check) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-classpath", annotations()));
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((path, text) -> files.add(Sources.file(path, text)));
        JavaCompiler.CompilationTask task = compiler.getTask(null, null, diagnostics, all, null, files);
        if (processor != null) {
            task.setProcessors(List.of(processor));
        }
        boolean success = task.call();
        if (!check) {
            return;
        }
        assertThat(diagnostics.getDiagnostics().stream().filter(d -> d.getKind() == javax.tools.Diagnostic.Kind.ERROR))
                .as("errors in %s", sources)
                .isEmpty();
        assertThat(success).isTrue();
    }

    private static String annotations() {
        try {
            return new File(ParallelFor.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Reader extends AnyProcessor {
        private final String className;
        private MethodTextReader.Result result;

        Reader(String className) {
            this.className = className;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (result == null) {
                Frontend frontend = new Frontend(TypedTrees.of(processingEnv).orElseThrow());
                TypeElement type = processingEnv.getElementUtils().getTypeElement(className);
                TreePath path = frontend.trees().path(type).orElseThrow();
                for (Tree member : ((ClassTree) path.getLeaf()).getMembers()) {
                    if (member instanceof MethodTree method && method.getName().contentEquals("run")) {
                        TreePath run = new TreePath(path, method);
                        result = new MethodTextReader(frontend).read(run, signature(), loops(run));
                    }
                }
            }
            return false;
        }
    }

    private static List<MeantLoop> loops(TreePath method) {
        List<MeantLoop> marked = new ArrayList<>();
        List<MeantLoop> outermost = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            private int depth;

            @Override
            public Void visitForLoop(ForLoopTree tree, Void nothing) {
                return loop(tree.getInitializer().toString(), () -> super.visitForLoop(tree, nothing));
            }

            @Override
            public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
                return loop(tree.getVariable().toString(), () -> super.visitEnhancedForLoop(tree, nothing));
            }

            private Void loop(String header, Runnable inside) {
                if (header.contains("ParallelFor")) {
                    marked.add(meant(marked.size() + 1));
                }
                if (depth == 0) {
                    outermost.add(meant(outermost.size() + 1));
                }
                depth++;
                inside.run();
                depth--;
                return null;
            }

            private MeantLoop meant(int ordinal) {
                return new MeantLoop(ordinal, getCurrentPath(), LoopNest.Options.DEFAULT, false, HeaderExtras.NONE);
            }
        }.scan(method, null);
        return marked.isEmpty() ? outermost : marked;
    }

    private static MethodText.Signature signature() {
        return new MethodText.Signature(
                "p",
                List.of("Foo"),
                List.of(),
                new TypeText.Declared("p", List.of("Foo"), List.of()),
                "run",
                "run",
                List.of(),
                List.of(),
                new TypeText.Keyword("void"),
                List.of(),
                Set.of(),
                Optional.empty());
    }
}
