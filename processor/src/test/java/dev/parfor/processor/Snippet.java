package dev.parfor.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles a Java file with the processor and compares the messages with those that its comments foretell.
 *
 * <p>A comment {@code // PF201: some words} that has a line for itself foretells a message of this code, with these words in
 * it, on the next line that is not such a comment; at the end of a line of code, on this line; and with {@code PF802 nowhere:}
 * one that has no place in the file. {@link #check} compares both
 * ways: each comment has its message, and each error, warning or refusal has its comment. Notes are compared where they are
 * foretold, and may go without.
 *
 * <p>A file that imports nothing of {@code dev.parfor} gets the imports by itself.
 */
public final class Snippet {

    private static final Pattern MARKER = Pattern.compile("//\\s*(PF\\d{3})( nowhere)?:\\s*(.*?)\\s*$");
    private static final Pattern CODE = Pattern.compile("^\\[(PF\\d{3})]");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[\\w@ ]*\\s)?(?:class|interface|enum|record)\\s+(\\w+)");
    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("(?m)^(?:[\\w@ ]*\\s)?public\\s+(?:[\\w ]*\\s)?(?:class|interface|enum|record)\\s+(\\w+)");

    private Snippet() {}

    /**
     * A message of the compilation.
     *
     * @param code {@code PF201}; empty for the compiler's own
     * @param line in the snippet; -1 where it is about something else
     */
    public record Found(String code, Diagnostic.Kind kind, long line, String text) {

        boolean mustBeForetold() {
            return kind == Diagnostic.Kind.ERROR || (!code.isEmpty() && kind != Diagnostic.Kind.NOTE);
        }

        @Override
        public String toString() {
            return "line " + line + ": " + kind.name().toLowerCase(Locale.ROOT) + ": " + text;
        }
    }

    /** What came of a compilation; {@code generated} are the sources that the processor wrote, unless it failed. */
    public record Result(boolean compiled, List<Found> found, List<String> generated) {

        /** The codes of all messages but notes, in order, each once. */
        public List<String> refusals() {
            return found.stream()
                    .filter(Found::mustBeForetold)
                    .map(f -> f.code().isEmpty() ? f.text() : f.code())
                    .distinct()
                    .toList();
        }

        /** The codes of all messages of ours, in order, each once. */
        public List<String> codes() {
            return found.stream()
                    .map(Found::code)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    private record Expected(String code, long line, String words) {
        @Override
        public String toString() {
            return "line " + line + ": " + code + ": " + words;
        }

        boolean matches(Found found) {
            return found.code().equals(code)
                    && found.line() == line
                    && folded(found.text()).contains(folded(words));
        }
    }

    /** Compiles, and fails unless messages and comments agree. */
    public static Result check(String source, String... options) {
        return check(processors(), source, options);
    }

    /** @param processors in place of ours */
    static Result check(List<Processor> processors, String source, String... options) {
        Result result = compile(processors, source, options);
        List<Expected> missing = expected(source);
        List<Found> unforeseen = new ArrayList<>();
        for (Found found : result.found()) {
            boolean foretold = missing.stream()
                    .filter(e -> e.matches(found))
                    .findFirst()
                    .map(missing::remove)
                    .orElse(false);
            if (!foretold && found.mustBeForetold()) {
                unforeseen.add(found);
            }
        }
        if (!missing.isEmpty() || !unforeseen.isEmpty()) {
            throw new AssertionError("foretold but missing:\n" + list(missing) + "unforeseen:\n" + list(unforeseen)
                    + "all messages:\n" + list(result.found()) + "of\n" + source);
        }
        return result;
    }

    /** Compiles, and fails unless there is a parallel loop and no complaint. */
    public static Result accepts(String source, String... options) {
        Result result = compile(source, options);
        boolean parallel = result.codes().stream().anyMatch(code -> code.startsWith("PF0"));
        if (!parallel || !result.compiled() || !result.refusals().isEmpty()) {
            throw new AssertionError("not accepted:\n" + list(result.found()) + "of\n" + source);
        }
        return result;
    }

    /** Compiles and compares nothing. */
    public static Result compile(String source, String... options) {
        return compile(processors(), source, options);
    }

    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(p -> p.type().getPackageName().startsWith("dev.parfor."))
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static Result compile(List<Processor> processors, String source, String... options) {
        JavaFileObject file = JavaFileObjects.forSourceString(className(source), withImports(source));
        Compilation compilation = Compiler.javac()
                .withProcessors(processors)
                .withOptions(Arrays.asList((Object[]) options))
                .compile(file);
        boolean compiled = compilation.status() == Compilation.Status.SUCCESS;
        return new Result(
                compiled,
                compilation.diagnostics().stream().map(d -> found(d, file)).toList(),
                compiled
                        ? compilation.generatedSourceFiles().stream()
                                .map(Snippet::content)
                                .toList()
                        : List.of());
    }

    private static Found found(Diagnostic<? extends JavaFileObject> d, JavaFileObject file) {
        String text = d.getMessage(Locale.ROOT);
        Matcher code = CODE.matcher(text);
        boolean here = d.getSource() != null && d.getSource().toUri().equals(file.toUri());
        return new Found(
                code.find() ? code.group(1) : "",
                d.getKind(),
                here ? d.getLineNumber() : -1,
                here || d.getSource() == null ? text : d.getSource().getName() + ": " + text);
    }

    private static List<Expected> expected(String source) {
        List<Expected> expected = new ArrayList<>();
        String[] lines = source.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher marker = MARKER.matcher(lines[i]);
            if (marker.find()) {
                boolean alone = lines[i].substring(0, marker.start()).isBlank();
                int line = i;
                while (alone && line < lines.length && isMarkerAlone(lines[line])) {
                    line++;
                }
                boolean nowhere = marker.group(2) != null;
                expected.add(new Expected(marker.group(1), nowhere ? -1 : line + 1, marker.group(3)));
            }
        }
        return expected;
    }

    private static boolean isMarkerAlone(String line) {
        Matcher marker = MARKER.matcher(line);
        return marker.find() && line.substring(0, marker.start()).isBlank();
    }

    /** On the first line, or behind the package, so that all lines keep their numbers. */
    private static String withImports(String source) {
        if (source.contains("import dev.parfor") || source.contains("import static dev.parfor")) {
            return source;
        }
        Matcher declared = PACKAGE.matcher(source);
        int at = declared.find() ? declared.end() : 0;
        return source.substring(0, at) + "import dev.parfor.*; " + source.substring(at);
    }

    private static String className(String source) {
        Matcher declared = PACKAGE.matcher(source);
        String prefix = declared.find() ? declared.group(1) + "." : "";
        Matcher open = PUBLIC_TYPE.matcher(source);
        if (open.find()) {
            return prefix + open.group(1);
        }
        Matcher any = TYPE.matcher(source);
        return prefix + (any.find() ? any.group(1) : "Snippet");
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String content(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list(List<?> lines) {
        return lines.isEmpty()
                ? "  none\n"
                : lines.stream()
                        .map(line -> "  " + line.toString().replace("\n", "\n      ") + "\n")
                        .collect(Collectors.joining());
    }
}
