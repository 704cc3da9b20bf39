package dev.parfor.processor.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.parfor.ParallelFor;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.TypeText;
import java.io.File;
import java.net.URI;
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
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
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
        sources.forEach((path, text) -> files.add(new Text(path, text)));
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

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String path, String text) {
            super(URI.create("string:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Reader extends AbstractProcessor {
        private final String className;
        private MethodTextReader.Result result;

        Reader(String className) {
            this.className = className;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (result == null) {
                Trees trees = Trees.instance(processingEnv);
                TypeElement type = processingEnv.getElementUtils().getTypeElement(className);
                Element run = type.getEnclosedElements().stream()
                        .filter(e -> e.getSimpleName().contentEquals("run"))
                        .findFirst()
                        .orElseThrow();
                TreePath path = trees.getPath(run);
                result = new MethodTextReader(
                                trees,
                                processingEnv.getTypeUtils(),
                                processingEnv.getElementUtils(),
                                TestVocabulary.of(trees, path.getCompilationUnit()))
                        .read(path, signature(), loops(path));
            }
            return false;
        }
    }

    private static List<StatementTree> loops(TreePath method) {
        List<StatementTree> marked = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                boolean isMarked = tree instanceof ForLoopTree loop
                                && loop.getInitializer().toString().contains("ParallelFor")
                        || tree instanceof EnhancedForLoopTree each
                                && each.getVariable().toString().contains("ParallelFor");
                if (isMarked) {
                    marked.add((StatementTree) tree);
                }
                return super.scan(tree, nothing);
            }
        }.scan(method, null);
        if (!marked.isEmpty()) {
            return marked;
        }
        List<StatementTree> outermost = new ArrayList<>();
        BlockTree body = ((MethodTree) method.getLeaf()).getBody();
        for (StatementTree statement : body.getStatements()) {
            StatementTree plain = statement;
            while (plain instanceof LabeledStatementTree labeled) {
                plain = labeled.getStatement();
            }
            if (plain instanceof ForLoopTree || plain instanceof EnhancedForLoopTree) {
                outermost.add(plain);
            }
        }
        return outermost;
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
