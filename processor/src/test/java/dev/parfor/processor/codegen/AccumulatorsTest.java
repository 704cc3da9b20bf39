package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.ClaimProcessor;
import dev.parfor.processor.ParforProcessor;
import dev.parfor.runtime.Team;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which reductions get several accumulators, and that results are those of the loop as it is written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccumulatorsTest {

    private static final int[] SIZES = {0, 1, 2, 3, 4, 5, 7, 8, 1023, 1024, 1025, 1030, 5003};

    /** How many accumulators each method's reduction has. */
    private static final Map<String, Integer> ACCUMULATORS = new LinkedHashMap<>();

    /** Bodies of methods of {@code type[] x}, with {@code m} as the accumulator. */
    private static String method(String type, String name, int accumulators, String start, String loop) {
        ACCUMULATORS.put(name, accumulators);
        return """
                @ParallelFor
                static TYPE NAME(TYPE[] x) {
                    TYPE m = START;
                    LOOP
                    return m;
                }
                """.replace("TYPE", type)
                .replace("NAME", name)
                .replace("START", start)
                .replace("LOOP", loop);
    }

    private static String up(String body) {
        return "for (int i = 0; i < x.length; i++) { " + body + " }";
    }

    private static final String SOURCE = "package demo;\n\nimport dev.parfor.ParallelFor;\n\nfinal class Acc {\n"
            + method("int", "max", 4, "Integer.MIN_VALUE", up("m = Math.max(m, x[i]);"))
            + method("int", "min", 4, "5", up("m = Math.min(x[i], m);"))
            + method("int", "each", 4, "Integer.MIN_VALUE", "for (int v : x) m = Math.max(m, v);")
            + method("int", "down", 4, "0", "for (int i = x.length - 1; i >= 0; i -= 3) { m = Math.max(m, x[i]); }")
            + method("long", "longMax", 1, "Long.MIN_VALUE", up("m = Math.max(m, x[i]);"))
            + method("long", "longMin", 1, "9", up("m = Math.min(m, x[i]);"))
            + method("int", "or", 4, "1", up("m |= x[i];"))
            + method("int", "and", 4, "-3", up("m &= x[i];"))
            + method("long", "longOr", 4, "0", up("m |= x[i];"))
            + method("long", "longAnd", 4, "-1", "for (long v : x) m &= v;")
            // What compilers split themselves, or predict, stays as it is.
            + method("int", "maxOfAbs", 1, "0", up("m = Math.max(m, Math.abs(x[i]));"))
            + method("int", "byBranch", 1, "0", up("if (x[i] > m) m = x[i];"))
            + method("double", "doubleMax", 1, "Double.NEGATIVE_INFINITY", up("m = Math.max(m, x[i]);"))
            + method("double", "doubleMin", 1, "0.0", up("m = Math.min(x[i], m);"))
            + method("double", "doubleByBranch", 1, "-0.0", up("if (x[i] > m) m = x[i];"))
            + method("double", "doubleByTernary", 1, "0.0", up("m = x[i] < m ? x[i] : m;"))
            + method("float", "floatMin", 1, "0f", up("m = Math.min(m, x[i]);"))
            + "}\n";

    private String kernels;
    private Compiled classes;

    @BeforeAll
    void compile() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .withOptions("-Xlint:all", "-Werror", "-Aparfor.report=summary")
                .compile(JavaFileObjects.forSourceString("demo.Acc", SOURCE));
        kernels = compilation
                .generatedSourceFile("demo.AccParallelKernels")
                .map(f -> {
                    try {
                        return f.getCharContent(false).toString();
                    } catch (java.io.IOException unreadable) {
                        throw new java.io.UncheckedIOException(unreadable);
                    }
                })
                .orElseThrow();
        classes = Compiled.of(compilation);
    }

    @Test
    void numbers() {
        ACCUMULATORS.forEach((name, expected) -> {
            String loop = kernels.substring(kernels.indexOf("The loop {@code"));
            String title = "of {@code Acc." + name + "}";
            String text = loop.substring(loop.indexOf(title) + title.length());
            int next = text.indexOf("The loop {@code");
            String own = next < 0 ? text : text.substring(0, next);
            long more = Pattern.compile("(?m)^ *(int|long|float|double) m\\d = ")
                    .matcher(own)
                    .results()
                    .count();
            assertThat(more + 1).as(name).isEqualTo((long) expected);
        });
    }

    private static Object values(String type, int size, int seed) {
        Random random = new Random(31L * size + seed);
        int[] ends = {0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 7};
        double[] corners = {0.0, -0.0, Double.NaN, 1, -1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        // Without NaN in half of them, or nothing else would come out; without all but zeros in some.
        int most = seed % 3 == 0 ? 2 : seed % 3 == 1 ? corners.length : 0;
        return switch (type) {
            case "int" ->
                random.ints(size)
                        .map(v -> v % 5 == 0 ? ends[Math.floorMod(v, ends.length)] : seed % 2 == 0 ? v : v % 100)
                        .toArray();
            case "long" ->
                random.longs(size)
                        .map(v -> v % 7 == 0 ? Long.MIN_VALUE + v % 2 : seed % 2 == 0 ? v : v % 100)
                        .toArray();
            case "double" ->
                random.doubles(size, -1, 1)
                        .map(v -> most > 0 && v > 0.5 ? corners[random.nextInt(most)] : v - (seed % 4 == 0 ? 1 : 0))
                        .toArray();
            default -> {
                float[] x = new float[size];
                for (int i = 0; i < size; i++) {
                    float v = random.nextFloat() - 0.5f;
                    x[i] = most > 0 && v > 0.2f ? (float) corners[random.nextInt(most)] : v;
                }
                yield x;
            }
        };
    }

    @Test
    void resultsAreThoseOfTheLoopBitByBit() throws Throwable {
        for (int threads : new int[] {1, 2, 3}) {
            try (Team team = Team.of(threads)) {
                for (String name : ACCUMULATORS.keySet()) {
                    String type = SOURCE.substring(0, SOURCE.indexOf(" " + name + "("))
                            .replaceAll("(?s).*static ", "");
                    for (int size : SIZES) {
                        for (int seed = 0; seed < 6; seed++) {
                            Object x = values(type, size, seed);
                            Object expected = classes.call("Acc", name, null, x);
                            Object found = classes.call("AccParallel", name, null, team, x);
                            // equals of boxes compares bits
                            assertThat(found)
                                    .as("%s of %s, seed %s", name, size, seed)
                                    .isEqualTo(expected);
                        }
                    }
                }
            }
        }
    }
}
