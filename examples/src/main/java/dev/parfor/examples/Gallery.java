package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.runtime.Team;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A gallery of loops that look parallel and aren't, each with what the compiler says about it, and a few that were
 * repaired, with the code that is generated for them.
 *
 * <p>The loops are compiled while the program runs; what is printed is the compiler's own output. The processor is
 * taken from the class path, or from where the system property {@code parfor.processor.path} points.
 */
final class Gallery {

    /** Loops that are refused; each is a resource with the name of its class. */
    static final List<String> REFUSED =
            List.of("RunningSum", "SharedScratch", "Histogram", "CarriedScalar", "PeaksApart", "SharedRandom", "Memo");

    /** Loops that are made parallel. */
    static final List<String> ACCEPTED = List.of(
            "OwnScratch",
            "StencilInPlace",
            "StencilToAnother",
            "SumOfSquares",
            "Votes",
            "GroupRows",
            "EarlyExit",
            "Filter",
            "SharedList");

    private static final String PROCESSOR = "dev.parfor.processor.ParforProcessor";

    private Gallery() {}

    /** What a compilation gave: its messages, and the generated sources by class name. */
    record Outcome(boolean succeeded, String messages, Map<String, String> generated) {}

    static String source(String name) throws IOException {
        return Examples.text("gallery/" + name + ".java.txt");
    }

    /** Compiles one loop with the processor, in memory. */
    static Outcome compile(String name) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("the gallery needs a JDK: this Java has no compiler");
        }
        StringWriter messages = new StringWriter();
        try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null))) {
            List<String> options =
                    List.of("-classpath", place(ParallelFor.class) + File.pathSeparator + place(Team.class));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages, memory, null, options, null, List.of(new Text(name + ".java", source(name))));
            task.setProcessors(List.of(processor()));
            boolean succeeded = task.call();
            return new Outcome(succeeded, messages.toString(), memory.sources());
        }
    }

    private static Processor processor() throws MalformedURLException {
        ClassLoader loader = Gallery.class.getClassLoader();
        String path = System.getProperty("parfor.processor.path");
        if (path != null) {
            List<URL> urls = new ArrayList<>();
            for (String element : path.split(File.pathSeparator)) {
                urls.add(Path.of(element).toUri().toURL());
            }
            loader = new URLClassLoader(urls.toArray(new URL[0]), loader);
        }
        try {
            return (Processor) Class.forName(PROCESSOR, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException(
                    "no processor: put the jar of parfor-processor on the class path, or its path into the system"
                            + " property parfor.processor.path",
                    absent);
        }
    }

    /** The folder or jar that a class was loaded from. */
    private static String place(Class<?> type) {
        URI place = URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(place).toString();
    }

    /** A source text that exists in memory only; the compiler calls it by its bare name. */
    private static final class Text extends SimpleJavaFileObject {

        private final String name;
        private final String text;

        Text(String name, String text) {
            super(URI.create("memory:///" + name), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps what the compiler writes. */
    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, Output> outputs = new TreeMap<>();

        Memory(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            Output output = new Output(className, kind);
            outputs.put(className + kind.extension, output);
            return output;
        }

        Map<String, String> sources() {
            Map<String, String> sources = new TreeMap<>();
            outputs.forEach((name, output) -> {
                if (output.getKind() == JavaFileObject.Kind.SOURCE) {
                    sources.put(name, output.getCharContent(true).toString());
                }
            });
            return sources;
        }
    }

    /** A class file or generated source. */
    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String className, Kind kind) {
            super(URI.create("memory:///" + className.replace('.', '/') + kind.extension), kind);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private static void show(String name, boolean expected) {
        try {
            System.out.println();
            System.out.println("--- " + name + ".java " + "-".repeat(70 - name.length()));
            System.out.print(source(name));
            System.out.println();
            Outcome outcome = compile(name);
            System.out.print(outcome.messages());
            if (outcome.succeeded() != expected) {
                throw new IllegalStateException(name + (expected ? " is refused" : " is accepted"));
            }
            if (expected) {
                outcome.generated().forEach((file, text) -> System.out.print("\ngenerated: " + file + "\n\n" + text));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static void main(String[] args) {
        System.out.println("Loops that are refused, with what the compiler says:");
        REFUSED.forEach(name -> show(name, false));
        System.out.println();
        System.out.println("Loops that are made parallel, with the code that is generated:");
        ACCEPTED.forEach(name -> show(name, true));
    }
}
