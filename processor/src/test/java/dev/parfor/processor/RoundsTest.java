package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in which round, and that users' code compiles as if nobody had looked at it. */
final class RoundsTest {

    private static final List<String> STRICT = List.of("-Xlint:all", "-Werror", "-Aparfor.report=summary");

    private static JavaFileObject file(String name, String text) {
        return JavaFileObjects.forSourceString(name, text);
    }

    private static Compilation compile(List<String> options, List<Processor> others, JavaFileObject... files) {
        // others first: once the annotations are claimed, javac looks for no more processors
        List<Processor> processors = new ArrayList<>(others);
        processors.addAll(List.of(new ParforProcessor(), new ClaimProcessor()));
        return Compiler.javac().withOptions(options).withProcessors(processors).compile(files);
    }

    private static List<String> errors(Compilation compilation) {
        return compilation.errors().stream().map(d -> d.getMessage(null)).toList();
    }

    private static List<String> notes(Compilation compilation) {
        return compilation.notes().stream().map(d -> d.getMessage(null)).toList();
    }

    private static Map<String, byte[]> classes(Compilation compilation, String prefix) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        compilation.generatedFiles().stream()
                .filter(f -> f.getKind() == JavaFileObject.Kind.CLASS)
                .filter(f -> f.getName().contains(prefix))
                .sorted(java.util.Comparator.comparing(JavaFileObject::getName))
                .forEach(f -> {
                    try (InputStream in = f.openInputStream()) {
                        classes.put(f.getName(), in.readAllBytes());
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
        return classes;
    }

    private static final String USER = """
            import dev.parfor.ParallelFor;
            import java.util.*;
            import java.util.function.*;
            public class User {
                int n;
                @ParallelFor static void fill(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = i; } }
                void fields(double[] w) { for (@ParallelFor int i = 0; i < w.length; i++) { w[i] = n; } }
                static int call() {
                    int[] x = new int[3];
                    UserParallel.fill(x);
                    Supplier<List<int[]>> s = () -> new ArrayList<>(List.of(x));
                    Runnable r = new Runnable() { @Override public void run() { UserParallel.fields(new User(), new double[1]); } };
                    r.run();
                    var t = switch (x.length) { case 1 -> "a"; default -> { yield s.get().toString() + 1; } };
                    record P(int a) { }
                    return t.length() + new P(2).a();
                }
            }
            """;

    @Test
    void usersCodeMayUseTheCompanionUnderAllWarnings() {
        Compilation compilation = compile(STRICT, List.of(), file("User", USER));
        assertThat(errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 2 loops, 2 parallel, 0 refused");
    }

    @Test
    void classesOfUsersAreNotChangedByOurReadingThem() {
        Compilation with = compile(STRICT, List.of(), file("User", USER));
        List<JavaFileObject> all = new ArrayList<>(with.generatedSourceFiles());
        all.add(file("User", USER));
        Compilation without = Compiler.javac().withOptions("-proc:none").compile(all.toArray(new JavaFileObject[0]));
        Map<String, byte[]> expected = classes(without, "/User");
        Map<String, byte[]> actual = classes(with, "/User");
        assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void anErrorInABodyIsTheOnlyError() {
        Compilation compilation = compile(List.of(), List.of(), file("E", """
                import dev.parfor.ParallelFor;
                class E {
                    @ParallelFor static void bad(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = missing; } }
                    @ParallelFor static void good(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    static void call() { EParallel.bad(null); EParallel.good(null); }
                }
                """));
        assertThat(errors(compilation)).hasSize(1);
        assertThat(errors(compilation).get(0)).contains("cannot find symbol");
    }

    @Test
    void anErrorOfTypesInABodyIsTheOnlyError() {
        Compilation compilation = compile(List.of(), List.of(), file("E", """
                import dev.parfor.ParallelFor;
                class E {
                    @ParallelFor static void bad(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = "text"; } }
                    static void call() { EParallel.bad(null); }
                }
                """));
        assertThat(errors(compilation)).hasSize(1);
        assertThat(errors(compilation).get(0)).contains("incompatible types");
    }

    /** Writes a class in a round of its choice. */
    private static final class Generating extends AnyProcessor {
        private final int round;
        private final Map<String, String> sources;
        private int rounds;

        Generating(int round, Map<String, String> sources) {
            this.round = round;
            this.sources = sources;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            rounds++;
            if (rounds == round) {
                sources.forEach((name, text) -> {
                    try (Writer out =
                            processingEnv.getFiler().createSourceFile(name).openWriter()) {
                        out.write(text);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
            }
            return false;
        }
    }

    private static final String USES_GENERATED = """
            import dev.parfor.ParallelFor;
            class G {
                @ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = Made.value(i); } }
            }
            """;

    private static final Map<String, String> MADE =
            Map.of("Made", "class Made { static int value(int i) { return 2 * i; } }");

    @Test
    void bodiesMayUseWhatOthersGenerateInTheFirstRound() {
        Compilation compilation = compile(STRICT, List.of(new Generating(1, MADE)), file("G", USES_GENERATED));
        assertThat(errors(compilation)).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void bodiesMayUseWhatOthersGenerateInTheSecondRound() {
        Compilation compilation = compile(STRICT, List.of(new Generating(2, MADE)), file("G", USES_GENERATED));
        assertThat(errors(compilation)).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void signaturesMayNameWhatOthersGenerate() {
        Compilation compilation = compile(
                STRICT,
                List.of(new Generating(1, Map.of("a.b.Row", "package a.b; public class Row { public int v; }"))),
                file("S", """
                import dev.parfor.ParallelFor;
                import a.b.Row;
                class S {
                    @ParallelFor static void f(Row[] rows, int[] x) { for (int i = 0; i < x.length; i++) { x[i] = rows[0].v; } }
                    static void g() { SParallel.f(new Row[1], new int[2]); }
                }
                """));
        assertThat(errors(compilation)).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void marksInGeneratedFilesCount() {
        Compilation compilation = compile(
                STRICT,
                List.of(new Generating(1, Map.of("H", """
                class H { @dev.parfor.ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } } }
                """))),
                file("A", "class A { void f() { HParallel.f(null); } }"));
        assertThat(errors(compilation)).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void filesWithoutMarksAreSilent() {
        Compilation compilation =
                compile(STRICT, List.of(), file("A", "class A { void f(int[] x) { for (int y : x) { } } }"));
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFiles()).isEmpty();
    }

    private static final String REFUSED = """
            import dev.parfor.*;
            class R {
                @ParallelFor static void scan(int[] x) { for (int i = 1; i < x.length; i++) { x[i] += x[i - 1]; } }
                @SuppressWarnings("parfor") @ParallelFor static void quiet(int[] x) { for (int i = 1; i < x.length; i++) { x[i] += x[i - 1]; } }
                @ParallelFor static void fine(int[] x) { for (int i = 1; i < x.length; i++) { x[i] = 1; } }
            }
            """;

    private static List<String> firstLines(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(d ->
                        d.getMessage(null).contains("PF") || d.getMessage(null).startsWith("parfor"))
                .map(d -> d.getKind() + " " + d.getMessage(null).split("[\\n:]")[0])
                .toList();
    }

    @Test
    void warningsInPlaceOfErrors() {
        Compilation compilation = compile(List.of("-Aparfor.refused=warn"), List.of(), file("R", REFUSED));
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
        assertThat(firstLines(compilation))
                .containsExactly(
                        "WARNING [PF201] loop `i` must stay sequential",
                        "NOTE [PF001] loop `i` is proved parallel",
                        "NOTE parfor");
    }

    @Test
    void levelsOfReport() {
        List<String> refusals = List.of("-Aparfor.refused=warn", "-Aparfor.report=refusals");
        assertThat(firstLines(compile(refusals, List.of(), file("R", REFUSED))))
                .containsExactly("WARNING [PF201] loop `i` must stay sequential", "NOTE parfor");
        List<String> summary = List.of("-Aparfor.refused=warn", "-Aparfor.report=summary");
        assertThat(firstLines(compile(summary, List.of(), file("R", REFUSED)))).containsExactly("NOTE parfor");
        List<String> errors = List.of("-Aparfor.report=summary");
        assertThat(firstLines(compile(errors, List.of(), file("R", REFUSED))))
                .containsExactly(
                        "ERROR [PF201] loop `i` must stay sequential",
                        "ERROR [PF201] loop `i` must stay sequential",
                        "NOTE parfor");
    }

    @Test
    void dumpsAndStatistics() {
        Compilation compilation = compile(List.of("-Aparfor.dump=ir", "-Aparfor.stats"), List.of(), file("User", USER));
        assertThat(notes(compilation))
                .anyMatch(n -> n.lines()
                        .map(String::strip)
                        .toList()
                        .containsAll(List.of("loop 1 i in User.fields(double[])", "w[i] = this.n;")));
        assertThat(notes(compilation)).anyMatch(n -> n.startsWith("parfor: ") && n.contains("asked"));
    }

    @Test
    void messagesStandAtTheTreeThatTheyAreAbout() {
        Compilation compilation = compile(List.of(), List.of(), file("R", REFUSED));
        Diagnostic<?> first = compilation.errors().get(0);
        assertThat(first.getLineNumber()).isEqualTo(3);
        String line = REFUSED.lines().skip(2).findFirst().orElseThrow();
        assertThat(line.substring((int) first.getColumnNumber() - 1)).startsWith("[i] += x[i - 1]");
    }

    /** Types that javac has inferred and that have no name stay in its trees; asked of our own trees, they do no harm. */
    @Test
    void inferredTypesWithoutNamesDoNoHarm() {
        Compilation compilation = compile(STRICT, List.of(), file("N", """
                import java.util.*;
                class N {
                    @dev.parfor.ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = Helper.g(i); } }
                    static void h(List<?> list, Iterable<? extends Number> numbers, List<Number> out) {
                        list.forEach(e -> System.out.println(e));
                        numbers.forEach(n -> out.add(n));
                        var anonymous = new Object() { int z = 1; };
                        Optional.of(anonymous).ifPresent(o -> System.out.println(o.z));
                    }
                }
                """), file("Helper", """
                class Helper {
                    static int g(int i) { return i + 1; }
                    static void h(java.util.Map<?, ?> map) { map.forEach((k, v) -> System.out.println(k)); }
                }
                """));
        assertThat(errors(compilation)).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(notes(compilation)).containsExactly("parfor: 1 loop, 1 parallel, 0 refused");
    }

    /** Lint warnings of a class that is read come once. */
    @Test
    void warningsOfUsersComeOnce() {
        Compilation compilation = compile(List.of("-Xlint:all"), List.of(), file("W", """
                class W {
                    @dev.parfor.ParallelFor static void f(int[] x) { for (int i = 0; i < x.length; i++) { x[i] = 1; } }
                    static int g(java.util.List raw) { return (int) 3; }
                }
                """));
        assertThat(compilation.warnings().stream().map(d -> d.getMessage(null)))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    /** Where no source path is set, javac looks for sources on the class path: it must not come upon more of them because of us. */
    @Test
    void sourcesThatNobodyMentionsAreLeftAlone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("B.java"), "package p; class B { static int b; }");
        Files.createDirectories(folder.resolve("p"));
        Files.writeString(folder.resolve("p/Broken.java"), "package p; class Broken { ");
        Files.writeString(
                folder.resolve("p/Found.java"), "package p; class Found { static int g(int i) { return i; } }");
        String path = folder + File.pathSeparator + System.getProperty("java.class.path");
        Compilation compilation = Compiler.javac()
                .withOptions("-cp", path, "-implicit:none")
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .compile(file("p.A", """
                        package p;
                        import java.util.*;
                        class A {
                            record R(int a) { R { a++; } }
                            @dev.parfor.ParallelFor static void f(int[] x) {
                                for (int i = 0; i < x.length; i++) { x[i] = p.Found.g(new R(i).a()); }
                            }
                        }
                        """), file("p.B", "package p; class B { int b; }"));
        assertThat(errors(compilation)).isEmpty();
        assertThat(notes(compilation)).contains("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void nothingDependsOnTheOrderOfFiles() {
        JavaFileObject[] files = {file("User", USER), file("R", REFUSED)};
        List<String> options = List.of("-Aparfor.refused=warn");
        Map<String, byte[]> one = classes(compile(options, List.of(), files), "Parallel");
        Map<String, byte[]> two = classes(compile(options, List.of(), files[1], files[0]), "Parallel");
        assertThat(one.keySet()).isEqualTo(two.keySet()).isNotEmpty();
        one.forEach((name, bytes) ->
                assertThat(Arrays.equals(bytes, two.get(name))).as(name).isTrue());
    }
}
