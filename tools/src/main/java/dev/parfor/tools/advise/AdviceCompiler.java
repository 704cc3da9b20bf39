package dev.parfor.tools.advise;

import dev.parfor.processor.advice.AdviceFile;
import dev.parfor.processor.advice.Advisor;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.runtime.ProgressListener;
import dev.parfor.tools.UserError;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles sources without output and writes the advice on their loops. Nothing is generated, and no other processor runs: what
 * those would generate is found on the class path, if the code base was compiled before.
 */
final class AdviceCompiler {

    /** Javac recurses where sources nest, and so do we: more than the main thread has. */
    private static final long STACK = 64L << 20;

    private static final int SHOWN_ERRORS = 3;

    private final String classPath;
    private final List<String> options;
    private final ProgressListener progress;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param options for javac, beside ours
     * @param progress told how many classes of a group have been read
     */
    AdviceCompiler(String classPath, List<String> options, ProgressListener progress) {
        this.classPath = classPath;
        this.options = options;
        this.progress = progress;
    }

    /** What the user should know: files that do not compile, for loops in them are missing or not read. */
    List<String> problems() {
        return problems;
    }

    /** @return whether javac came as far as the loops; otherwise {@link #problems} says why */
    boolean run(Sources.Group group, AdviceFile out) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserError("this Java has no compiler: a JDK is needed");
        }
        List<String> all = new ArrayList<>(
                List.of("-proc:only", "-nowarn", "-Xlint:none", "-Xmaxerrs", "1000000", "-cp", classPath));
        if (!group.module().isEmpty()) {
            all.addAll(List.of("--patch-module", group.module() + "=" + group.root()));
        }
        all.addAll(options);
        Errors errors = new Errors();
        Reader reader = new Reader(out, progress);
        try (StandardJavaFileManager files = compiler.getStandardFileManager(errors, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(group.files());
            JavaCompiler.CompilationTask task = compiler.getTask(Writer.nullWriter(), files, errors, all, null, units);
            task.setProcessors(List.of(reader));
            call(task);
        } catch (IllegalArgumentException wrongOption) {
            throw new UserError("javac: " + wrongOption.getMessage());
        }
        report(errors, reader.called);
        return reader.called;
    }

    private static void call(JavaCompiler.CompilationTask task) throws IOException {
        Throwable[] failure = new Throwable[1];
        Thread thread = new Thread(null, task::call, "parfor-advise", STACK);
        thread.setUncaughtExceptionHandler((t, thrown) -> failure[0] = thrown);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stop);
        }
        if (failure[0] instanceof OutOfMemoryError) {
            throw new UserError(
                    "not enough memory: give more by PARFOR_JAVA_OPTIONS=-Xmx4g, or fewer files by --include");
        } else if (failure[0] != null) {
            throw new IllegalStateException("javac failed", failure[0]);
        }
    }

    private void report(Errors errors, boolean called) {
        if (errors.count > 0) {
            problems.add("javac found " + errors.count + (errors.count == 1 ? " error" : " errors")
                    + (called
                            ? "; loops in code with errors are not judged. Is the class path complete?"
                            : " and did not come as far as the loops"));
            errors.first.forEach(error -> problems.add("  " + error));
        } else if (!called) {
            problems.add("javac did not come as far as the loops");
        }
    }

    private static final class Errors implements DiagnosticListener<JavaFileObject> {
        private final List<String> first = new ArrayList<>();
        private int count;

        @Override
        public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                count++;
                if (first.size() < SHOWN_ERRORS) {
                    String place = diagnostic.getSource() == null
                            ? ""
                            : new File(diagnostic.getSource().getName()).getName() + ":" + diagnostic.getLineNumber()
                                    + ": ";
                    first.add(place + Loop.firstLine(diagnostic.getMessage(null)));
                }
            }
        }
    }

    private static final class Reader extends AbstractProcessor {
        private final AdviceFile out;
        private final ProgressListener progress;
        private boolean called;

        Reader(AdviceFile out, ProgressListener progress) {
            this.out = out;
            this.progress = progress;
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
            if (called) {
                return false;
            }
            called = true;
            List<String> classes = round.getRootElements().stream()
                    .filter(TypeElement.class::isInstance)
                    .map(e -> ((TypeElement) e).getQualifiedName().toString())
                    .distinct()
                    .toList();
            Advisor.advise(TypedTrees.of(processingEnv).orElseThrow(), classes, advice -> {
                progress.progress(advice.type(), classes.indexOf(advice.type()), classes.size());
                try {
                    out.write(advice);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
            progress.progress("", classes.size(), classes.size());
            return false;
        }
    }
}
