package dev.parfor.processor.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.parfor.processor.ClaimProcessor;
import dev.parfor.processor.ParforProcessor;
import dev.parfor.processor.Sources;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.generators.BenchmarkProcessor;

/** Generated harnesses are compiled, and their tests run. */
class HarnessTest {

    private static final String VECTORS = """
            package p;

            import dev.parfor.ParallelFor;
            import java.util.List;

            class Vectors {
                enum Mode { PLUS, MINUS }

                static final class Weights {
                    final double[] values;
                    Weights(int size) { values = new double[size]; }
                }

                private double factor = 3;

                @ParallelFor
                static double dot(double[] x, double[] y) {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += x[i] * y[i];
                    }
                    return sum;
                }

                @ParallelFor(name = "moveAll")
                static void shift(double[] x, double[] y, Mode mode) throws java.io.IOException {
                    for (int i = 1; i < x.length; i++) {
                        y[i] = mode == Mode.PLUS ? x[i] - x[i - 1] : 0;
                    }
                }

                @ParallelFor
                void scale(float[] x) {
                    for (int i = 0; i < x.length; i++) {
                        x[i] = (float) (x[i] * factor);
                    }
                }

                @ParallelFor
                void scale(int[][] size, int n) {
                    for (int i = 0; i < n; i++) {
                        size[i][0] = n;
                    }
                }

                static <T extends Comparable<T>> int none() {
                    return 0;
                }

                static int count(List<Integer> list) {
                    int n = 0;
                    for (@ParallelFor int i = 0; i < list.size(); i++) {
                        if (list.get(i) > 3) {
                            n++;
                        }
                    }
                    return n;
                }

                @ParallelFor
                static void weigh(Weights w, double[] x) {
                    for (int i = 0; i < x.length; i++) {
                        w.values[i] = x[i] * x[i];
                    }
                }
            }
            """;

    private static final String HARNESS = """
            package p;

            import dev.parfor.ParallelHarness;
            import java.util.Random;

            @ParallelHarness(value = Vectors.class, sizes = {0, 1, 7, 300}, teams = {1, 3}, benchmarkSizes = 50, benchmarkTeams = 2)
            class VectorsHarness {
                static Object[] weigh(int size, Random random) {
                    return new Object[] {new Vectors.Weights(size), random.doubles(size).toArray()};
                }
            }
            """;

    /** A harness in another package, of a class that was compiled before it. */
    private static final String ELSEWHERE = """
            package q;

            import dev.parfor.ParallelHarness;

            @ParallelHarness(p.Outer.Inner.class)
            class ElsewhereHarness {}
            """;

    private static final String OUTER = """
            package p;

            import dev.parfor.ParallelFor;

            public class Outer {
                public static class Inner {
                    @ParallelFor
                    public static <T> void copy(String[] from, String... to) {
                        for (int i = 0; i < from.length; i++) {
                            to[i] = from[i].trim();
                        }
                    }

                    public static long sum(long[] x) {
                        long sum = 0;
                        for (@ParallelFor long v : x) {
                            sum += v;
                        }
                        return sum;
                    }

                    @ParallelFor
                    static void hidden(long[] x) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] = i;
                        }
                    }
                }
            }
            """;

    private static Compilation compilation;

    @BeforeAll
    static void compile() {
        compilation = Compiler.javac()
                .withProcessors(new ParforProcessor(), new ClaimProcessor(), new BenchmarkProcessor())
                .withOptions("-Xlint:all,-processing", "-Werror", "-Aparfor.report=summary")
                .compile(Sources.file("p/Vectors.java", VECTORS), Sources.file("p/VectorsHarness.java", HARNESS));
        assertThat(compilation.errors()).isEmpty();
    }

    /** The generated tests of each method. */
    private static List<DynamicTest> tests(Compilation compilation, String className)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, true, new Compiled(compilation));
        List<DynamicTest> tests = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (Stream.class.isAssignableFrom(method.getReturnType())) {
                method.setAccessible(true);
                var constructor = type.getDeclaredConstructor();
                constructor.setAccessible(true);
                ((Stream<?>) method.invoke(constructor.newInstance())).forEach(t -> tests.add((DynamicTest) t));
            }
        }
        return tests;
    }

    @Test
    void everyAnnotatedMethodIsTestedAndPasses() throws Throwable {
        String source = generated(compilation, "VectorsEquivalenceTest.java");
        assertThat(source)
                .contains(
                        "Stream<DynamicTest> dot()",
                        "Stream<DynamicTest> moveAll()",
                        "Stream<DynamicTest> scale()",
                        "Stream<DynamicTest> scale2()",
                        "Stream<DynamicTest> count()",
                        "Stream<DynamicTest> weigh()",
                        "in.list(Integer.class)",
                        "new Vectors(), in.of(float[].class)",
                        "VectorsHarness.weigh(in.size(), in.random())",
                        "VectorsParallel.moveAll(team, (double[]) arguments[0]");
        List<DynamicTest> tests = tests(compilation, "p.VectorsEquivalenceTest");
        assertThat(tests).hasSizeGreaterThan(6 * 8);
        assertThat(tests.stream().map(DynamicTest::getDisplayName))
                .contains(
                        "size 300, x and y are one", "size 300, list has null in the middle", "size 100, arguments 1");
        for (DynamicTest test : tests) {
            test.getExecutable().execute();
        }
    }

    @Test
    void benchmarksAreFoundByJmh() {
        assertThat(generated(compilation, "VectorsBenchmark.java"))
                .contains(
                        "@Param({\"50\"})",
                        "@Param({\"AUTO\", \"STATIC\", \"DYNAMIC\", \"GUIDED\", \"STEALING\"})",
                        "return VectorsParallel.dot(workers.team, in.x, in.y);",
                        "sizeArgument = in.of(int[][].class);");
        String list = generated(compilation, "META-INF/BenchmarkList");
        assertThat(list).contains("dotSequential", "dotParallel", "scale2Parallel", "countParallel", "weighSequential");
    }

    @Test
    void schedulesAreThoseOfTheRuntime() {
        String all = Stream.of(dev.parfor.runtime.Schedule.values())
                .map(s -> "\"" + s + "\"")
                .collect(Collectors.joining(", ", "@Param({", "})"));
        assertThat(generated(compilation, "VectorsBenchmark.java")).contains(all);
    }

    @Test
    void classesOfTheClassPathAreTestedFromAnotherPackage(@TempDir Path folder) throws Throwable {
        for (boolean hidden : new boolean[] {true, false}) {
            String outer = hidden ? OUTER : OUTER.replace("static void hidden", "public static void hidden");
            write(
                    Compiler.javac().withProcessors(new ParforProcessor()).compile(Sources.file("p/Outer.java", outer)),
                    folder);
            List<File> path = new ArrayList<>(List.of(folder.toFile()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                path.add(new File(entry));
            }
            Compilation harness = Compiler.javac()
                    .withProcessors(new ParforProcessor())
                    .withOptions("-Xlint:all,-processing,-path", "-Werror")
                    .withClasspath(path)
                    .compile(Sources.file("q/ElsewhereHarness.java", ELSEWHERE));
            if (hidden) {
                assertThat(harness.errors())
                        .singleElement()
                        .satisfies(e -> assertThat(e.getMessage(Locale.ROOT))
                                .contains(
                                        "[PF843] the harness cannot call `Inner.hidden`",
                                        "not public, and of another package"));
            } else {
                assertThat(harness.diagnostics()).isEmpty();
                assertThat(generated(harness, "Outer_InnerEquivalenceTest.java"))
                        .contains("Outer.Inner.sum(", "Outer_InnerParallel.copy(");
            }
        }
    }

    private static void write(Compilation compilation, Path folder) throws IOException {
        assertThat(compilation.errors()).isEmpty();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                Path to = folder.resolve(file.toUri().getPath().replaceFirst("^.*?CLASS_OUTPUT/", ""));
                Files.createDirectories(to.getParent());
                try (InputStream in = file.openInputStream()) {
                    Files.write(to, in.readAllBytes());
                }
            }
        }
    }

    private static String generated(Compilation compilation, String name) {
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.toUri().getPath().endsWith(name)) {
                return text(file);
            }
        }
        throw new AssertionError(name + " is not generated, but " + compilation.generatedFiles());
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads what a compilation has made. */
    private static final class Compiled extends ClassLoader {

        private final Map<String, JavaFileObject> classes;

        Compiled(Compilation compilation) {
            super(HarnessTest.class.getClassLoader());
            classes = compilation.generatedFiles().stream()
                    .filter(f -> f.getKind() == JavaFileObject.Kind.CLASS)
                    .collect(Collectors.toMap(f -> f.toUri().getPath().replaceFirst("^.*?CLASS_OUTPUT/", ""), f -> f));
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            JavaFileObject file = classes.get(name.replace('.', '/') + ".class");
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in = file.openInputStream()) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
