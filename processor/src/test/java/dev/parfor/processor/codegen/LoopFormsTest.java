package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.MethodText.Modifier.STATIC;
import static dev.parfor.processor.ir.Operator.GREATER;
import static dev.parfor.processor.ir.Operator.GREATER_EQUAL;
import static dev.parfor.processor.ir.Operator.LESS;
import static dev.parfor.processor.ir.Operator.LESS_EQUAL;
import static dev.parfor.processor.ir.Operator.NOT_EQUAL;

import dev.parfor.processor.ir.Operator;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of header, run against the loop as it is written. */
class LoopFormsTest {

    private static Scenario vectors() {
        return new Scenario("Vectors").modifiers(STATIC);
    }

    private static Object[] twoArrays(int size) {
        double[] x = new Random(size).doubles(size).toArray();
        return new Object[] {x, new double[size]};
    }

    private static Stream<Arguments> headers() {
        return Stream.of(
                Arguments.of("int i", "0", LESS, "{{x}}.length", "int", "1"),
                Arguments.of("int i", "0", NOT_EQUAL, "{{x}}.length", "int", "1"),
                Arguments.of("int i", "0", LESS_EQUAL, "{{x}}.length - 1", "int", "1"),
                Arguments.of("int i", "0", LESS, "{{x}}.length", "int", "3"),
                Arguments.of("int i", "{{x}}.length / 2", LESS, "{{x}}.length", "int", "1"),
                Arguments.of("int i", "{{x}}.length - 1", GREATER_EQUAL, "0", "int", "-1"),
                Arguments.of("int i", "{{x}}.length - 1", GREATER, "-1", "int", "-1"),
                Arguments.of("int i", "{{x}}.length - 1", GREATER_EQUAL, "0", "int", "-2"),
                Arguments.of("int i", "0", LESS, "(long) {{x}}.length", "long", "1"),
                Arguments.of("long i", "0", LESS, "{{x}}.length", "int", "1"),
                Arguments.of("long i", "{{x}}.length - 1L", GREATER_EQUAL, "0", "int", "-5"),
                Arguments.of("int i", "0", LESS, "{{x}}.length", "int", "({{y}}.length / 3 + 1)"),
                Arguments.of("int i", "{{x}}.length - 1", GREATER_EQUAL, "0", "int", "-({{y}}.length / 3 + 1)"),
                Arguments.of("short i", "0", LESS, "{{x}}.length % 1000", "int", "1"),
                Arguments.of("char i", "0", LESS, "{{x}}.length % 1000", "int", "7"),
                Arguments.of("byte i", "-1", NOT_EQUAL, "-1 + {{x}}.length % 100", "int", "1"));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void countedLoops(String index, String start, Operator relation, String bound, String boundType, String step) {
        Scenario s = vectors().method("void", "scale", "double[] x", "double[] y");
        String at = index.startsWith("byte") ? "i + 1" : index.startsWith("long") ? "(int) i" : "i";
        s.loop()
                .counted(index, start, relation, bound, boundType, step)
                .body("{\n    {{y}}[" + at + "] = {{x}}[" + at + "] * 2 + i;\n}")
                .parallel()
                .body("{{#1}}");
        new Equivalence(s.compile(""), "Vectors", "scale").onAllSizes(LoopFormsTest::twoArrays);
    }

    @Test
    void aLoopWhoseIndexOverflowsRunsAsItIsWritten() {
        Scenario s = vectors().method("int", "wrap", "int from", "int to");
        s.local("int count");
        s.loop()
                .counted("int i", "{{from}}", NOT_EQUAL, "{{to}}", "int", "1")
                .body("{{count}} += i & 3;")
                .roles(new dev.parfor.processor.judgement.Plan.Role.Reduction(s.var("count"), Operator.ADD))
                .parallel()
                .body("int count = 0;\n{{#1}}\nreturn count;");
        Equivalence e = new Equivalence(s.compile(""), "Vectors", "wrap");
        e.on("across the end", null, () -> new Object[] {Integer.MAX_VALUE - 5, Integer.MIN_VALUE + 7});
        e.on("up to the end", null, () -> new Object[] {Integer.MAX_VALUE - 5000, Integer.MAX_VALUE});
    }

    @Test
    void theStepIsEvaluatedOnlyIfTheLoopRunsAndThrowsAfterItsFirstIteration() {
        Scenario s = vectors().method("void", "stride", "int[] steps", "double[] y");
        s.loop()
                .counted("int i", "0", LESS, "{{y}}.length", "int", "{{steps}}[0]")
                .body("{{y}}[i] = 1;")
                .parallel()
                .body("{{#1}}");
        Equivalence e = new Equivalence(s.compile(""), "Vectors", "stride");
        e.on("no iterations", null, () -> new Object[] {new int[0], new double[0]});
        e.on("throws", null, () -> new Object[] {new int[0], new double[9]});
        e.on("by two", null, () -> new Object[] {new int[] {2}, new double[9999]});
    }

    @Test
    void anIndexDeclaredBeforeTheLoopHasItsLastValue() {
        Scenario s = vectors().method("int", "fill", "double[] y");
        s.local("int i");
        s.loop()
                .counted("i", "3", LESS, "{{y}}.length", "int", "4")
                .body("{{y}}[{{i}}] = {{i}};")
                .unassigned("i")
                .parallel()
                .body("int i;\n{{#1}}\nreturn i;");
        new Equivalence(s.compile(""), "Vectors", "fill").onAllSizes(n -> new Object[] {new double[n]});
    }

    @Test
    void anIndexThatStartsWhereItIs() {
        Scenario s = vectors().method("int", "fill", "double[] y");
        s.local("int i");
        s.loop()
                .counted("i", "{{i}}", LESS, "{{y}}.length", "int", "1")
                .body("{{y}}[{{i}}] = {{i}};")
                .parallel()
                .body("int i = Math.min(2, y.length);\n{{#1}}\nreturn i;");
        new Equivalence(s.compile(""), "Vectors", "fill").onAllSizes(n -> new Object[] {new double[n]});
    }

    @Test
    void eachOfAnArray() {
        Scenario s = vectors().method("void", "rows", "double[][] rows");
        s.loop()
                .each("final double[] row", "{{rows}}", "double[][]", false)
                .label("each")
                .body("{\n    if (row.length == 0) continue each;\n    row[0] += 1;\n}")
                .parallel()
                .body("{{#1}}");
        new Equivalence(s.compile(""), "Vectors", "rows").onAllSizes(n -> {
            double[][] rows = new double[n][];
            for (int i = 0; i < n; i++) {
                rows[i] = new double[i % 3];
            }
            return new Object[] {rows};
        });
        new Equivalence(s.compile(""), "Vectors", "rows").on("null", null, () -> new Object[] {null});
    }

    @Test
    void eachOfAList() {
        Scenario s = vectors().method("void", "rows", "List<double[]> rows");
        s.loop()
                .each("double[] row", "{{rows}}", "List<double[]>", true)
                .body("row[0] += 1;")
                .parallel()
                .body("{{#1}}");
        String original = s.original("").replace("List<", "java.util.List<");
        Compiled classes = Compiled.of(original, s.facade(), s.kernels());
        Equivalence e = new Equivalence(classes, "Vectors", "rows");
        e.onAllSizes(n -> new Object[] {new ArrayList<>(cells(n))});
        e.onAllSizes(n -> new Object[] {new LinkedList<>(cells(n))});
        e.on("null", null, () -> new Object[] {null});
    }

    private static List<double[]> cells(int n) {
        List<double[]> cells = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            cells.add(new double[] {i});
        }
        return cells;
    }
}
