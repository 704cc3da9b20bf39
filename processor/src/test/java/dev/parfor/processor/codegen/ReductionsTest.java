package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.MethodText.Modifier.STATIC;
import static dev.parfor.processor.ir.Operator.ADD;
import static dev.parfor.processor.ir.Operator.AND;
import static dev.parfor.processor.ir.Operator.CONDITIONAL_AND;
import static dev.parfor.processor.ir.Operator.GREATER;
import static dev.parfor.processor.ir.Operator.GREATER_EQUAL;
import static dev.parfor.processor.ir.Operator.LESS;
import static dev.parfor.processor.ir.Operator.LESS_EQUAL;
import static dev.parfor.processor.ir.Operator.MULTIPLY;
import static dev.parfor.processor.ir.Operator.OR;
import static dev.parfor.processor.ir.Operator.XOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.runtime.Team;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that the loop combines, carries or hands out, against the loop as it is written. */
class ReductionsTest {

    private static Scenario.Loop over(Scenario s, String array) {
        return s.loop().counted("int i", "0", LESS, "{{" + array + "}}.length", "int", "1");
    }

    private static Scenario vectors() {
        return new Scenario("Vectors").modifiers(STATIC);
    }

    private static int[] ints(int size) {
        return new Random(size).ints(size, -1000, 1000).toArray();
    }

    private static Stream<Arguments> operators() {
        return Stream.of(
                Arguments.of("int", "7", ADD, "{{r}} += {{x}}[i];"),
                Arguments.of("long", "-7", ADD, "{{r}} -= {{x}}[i];"),
                Arguments.of("byte", "7", ADD, "{{r}} += {{x}}[i];"),
                Arguments.of("char", "7", XOR, "{{r}} ^= {{x}}[i];"),
                Arguments.of("double", "-0.0", ADD, "{{r}} += {{x}}[i];"),
                Arguments.of("float", "-0.0f", ADD, "{{r}} -= 0.0f;"),
                Arguments.of("int", "3", MULTIPLY, "{{r}} *= {{x}}[i];"),
                Arguments.of("short", "3", AND, "{{r}} &= {{x}}[i];"),
                Arguments.of("long", "3", OR, "{{r}} |= {{x}}[i];"),
                Arguments.of("boolean", "false", XOR, "{{r}} ^= {{x}}[i] > 0;"),
                Arguments.of("boolean", "true", CONDITIONAL_AND, "{{r}} = {{r}} && {{x}}[i] > -1000;"),
                Arguments.of("boolean", "true", AND, "{{r}} &= {{x}}[i] > -1000;"));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void operatorsWithAnIdentity(String type, String before, Operator operator, String body) {
        Scenario s = vectors().method(type, "reduce", "int[] x");
        Var r = s.local(type + " r");
        over(s, "x")
                .body(body)
                .roles(new Role.Reduction(r, operator))
                .minimumBlock(64)
                .parallel();
        s.body(type + " r = " + before + ";\n{{#1}}\nreturn r;");
        new Equivalence(s.compile(""), "Vectors", "reduce").onAllSizes(n -> new Object[] {ints(n)});
    }

    @Test
    void aFloatingSumHasTheAssociationOfItsBlocks() throws Throwable {
        Scenario s = vectors().method("double", "sum", "double[] x");
        Var r = s.local("double sum");
        over(s, "x")
                .body("{{sum}} += {{x}}[i];")
                .roles(new Role.Reduction(r, ADD))
                .parallel();
        s.body("double sum = 0.1;\n{{#1}}\nreturn sum;");
        Compiled classes = s.compile("");
        for (int size : Equivalence.SIZES) {
            double[] x = new Random(size).doubles(size).toArray();
            double expected = 0.1;
            for (int start = 0; start < size; start += 1024) {
                double block = inFourChains(start == 0 ? expected : -0.0, x, start, Math.min(size, start + 1024));
                expected = start == 0 ? block : expected + block;
            }
            for (int threads : new int[] {1, 2, 3}) {
                try (Team team = Team.of(threads)) {
                    assertThat(classes.call("VectorsParallel", "sum", null, team, x))
                            .isEqualTo(expected);
                }
            }
        }
    }

    private static double inFourChains(double first, double[] x, int from, int to) {
        double[] s = {first, -0.0, -0.0, -0.0};
        int rounds = (to - from) / 4;
        for (int i = from; i < to; i++) {
            s[i < from + 4 * rounds ? (i - from) % 4 : 0] += x[i];
        }
        return (s[0] + s[1]) + (s[2] + s[3]);
    }

    private static Stream<Arguments> steadyHeaders() {
        return Stream.of(
                Arguments.of("0", LESS, "{{x}}.length", "1"),
                Arguments.of("1", LESS, "{{x}}.length", "3"),
                Arguments.of("{{x}}.length - 1", GREATER_EQUAL, "0", "-1"),
                Arguments.of("{{x}}.length - 1", GREATER, "2", "-2"));
    }

    /** Sums of whole numbers are exact in every order. */
    @ParameterizedTest
    @MethodSource("steadyHeaders")
    void accumulatorsTakeEachIterationOnce(String start, Operator relation, String bound, String step) {
        Scenario s = vectors().method("double", "sums", "int[] x", "float scale");
        Var sum = s.local("double sum");
        Var product = s.local("float product");
        Var last = s.local("int last");
        Var k = s.local("int k");
        s.loop()
                .counted("int i", start, relation, bound, "int", step)
                .body(
                        "{\n    if ({{x}}[i] != 3) {{sum}} += {{x}}[i] + {{k}};\n    {{product}} *= {{scale}};\n    {{k}}++;\n    {{last}} = i;\n}")
                .roles(
                        new Role.Reduction(sum, ADD),
                        new Role.Reduction(product, MULTIPLY),
                        new Role.LastValue(last),
                        new Role.Induction(k, List.of(new Role.Term(1, List.of()))))
                .minimumBlock(50)
                .parallel();
        s.body("double sum = 0.5;\nfloat product = 3;\nint last = 0, k = 1;\n{{#1}}\nreturn sum + product + last + k;");
        assertThat(s.kernels()).contains("sum1").doesNotContain("sum2");
        new Equivalence(s.compile(""), "Vectors", "sums").onAllSizes(n -> new Object[] {ints(n), -1f});
    }

    @Test
    void accumulatorsOverAnArray() {
        Scenario s = vectors().method("float", "sum", "int[] x");
        Var sum = s.local("float sum");
        s.loop()
                .each("int v", "{{x}}", "int[]", false)
                .body("{{sum}} += v % 8;")
                .roles(new Role.Reduction(sum, ADD))
                .parallel();
        s.body("float sum = 0;\n{{#1}}\nreturn sum;");
        assertThat(s.kernels()).contains("(sum + sum1) + (sum2 + sum3)");
        new Equivalence(s.compile(""), "Vectors", "sum").onAllSizes(n -> new Object[] {ints(n)});
    }

    @Test
    void severalAtOnceWithALastValueAndAPrivateVariable() {
        Scenario s = vectors().method("String", "stats", "int[] x");
        Var sum = s.local("long sum");
        Var max = s.local("int max");
        Var min = s.local("short min");
        Var last = s.local("int last");
        Var t = s.local("int t");
        Var k = s.local("byte k");
        over(s, "x")
                .body("""
                        {
                            {{t}} = {{x}}[i] * 2;
                            {{sum}} += {{t}};
                            {{max}} = Math.max({{max}}, {{t}});
                            {{min}} = (short) Math.min({{min}}, {{t}});
                            {{k}} += 3;
                            {{last}} = {{t}} + {{k}};
                        }""")
                .roles(
                        new Role.Private(t),
                        new Role.Reduction(sum, ADD),
                        new Role.MathExtreme(max, true),
                        new Role.MathExtreme(min, false),
                        new Role.LastValue(last),
                        new Role.Induction(k, List.of(new Role.Term(3, List.of()))))
                .unassigned("t")
                .minimumBlock(100)
                .parallel();
        s.body("long sum = 0;\nint max = -5, last = -1;\nshort min = 5;\nint t;\nbyte k = 1;\n{{#1}}\n"
                + "return sum + \" \" + max + \" \" + min + \" \" + last + \" \" + k;");
        new Equivalence(s.compile(""), "Vectors", "stats").onAllSizes(n -> new Object[] {ints(n)});
    }

    @Test
    void lastValuesAndInductionWithoutAReduction() {
        Scenario s = vectors().method("long", "fill", "long[] y", "int step", "long[] steps");
        Var k = s.local("int k");
        Var last = s.local("long last");
        Var j = s.local("long j");
        over(s, "y")
                .body(
                        "{\n    {{y}}[i] = {{k}} + {{j}};\n    {{last}} = {{y}}[i];\n    {{k}} += 2 * {{step}} + 1;\n    {{j}} -= {{steps}}[0];\n}")
                .roles(
                        new Role.Induction(
                                k,
                                List.of(
                                        new Role.Term(
                                                2, List.of(new dev.parfor.processor.ir.Path.OfVar(s.var("step")))),
                                        new Role.Term(1, List.of()))),
                        new Role.Induction(
                                j,
                                List.of(new Role.Term(
                                        -1,
                                        List.of(new dev.parfor.processor.ir.Path.Element(
                                                new dev.parfor.processor.ir.Path.OfVar(s.var("steps")),
                                                new dev.parfor.processor.ir.Path.Constant(0),
                                                dev.parfor.processor.ir.Type.Primitive.LONG))))),
                        new Role.LastValue(last))
                .parallel();
        s.body("int k = 5;\nlong last = -1;\nlong j = 9;\n{{#1}}\nreturn last + 31 * k + j;");
        Equivalence e = new Equivalence(s.compile(""), "Vectors", "fill");
        e.onAllSizes(n -> new Object[] {new long[n], 1_000_003, new long[] {Long.MAX_VALUE / 3}});
        e.on("no step", null, () -> new Object[] {new long[9], 1, new long[0]});
    }

    private static Stream<Arguments> relations() {
        return Stream.of(
                Arguments.of(GREATER, "int"),
                Arguments.of(GREATER_EQUAL, "int"),
                Arguments.of(LESS, "double"),
                Arguments.of(LESS_EQUAL, "double"));
    }

    /** Ties everywhere, and the value before the loop is one of them. */
    @ParameterizedTest
    @MethodSource("relations")
    void extremesByComparison(Operator relation, String type) {
        Span then = Span.of("the branch");
        Scenario s = vectors().method("String", "best", "int[] x");
        Var best = s.local(type + " best");
        Var at = s.local("int at");
        Var row = s.local("int[] row");
        s.piece(
                "then",
                new Piece.Then(
                        then, s.text("{\n    {{best}} = {{x}}[i] % 3;\n    {{at}} = i;\n    {{row}} = {{x}};\n}")));
        boolean tie = relation == GREATER_EQUAL || relation == LESS_EQUAL;
        over(s, "x")
                .body("if ({{x}}[i] % 3 " + relation.symbol() + " {{best}}) {{?then}}")
                .roles(new Role.CompareExtreme(
                        best, relation, List.of(at, row), tie ? Optional.of(then) : Optional.empty()))
                .minimumBlock(10)
                .parallel();
        s.body(type + " best = " + (relation == GREATER || relation == GREATER_EQUAL ? "2" : "-2")
                + ";\nint at = -1;\nint[] row = null;\n{{#1}}\nreturn best + \" \" + at + \" \" + (row == x);");
        Equivalence e = new Equivalence(s.compile(""), "Vectors", "best");
        e.onAllSizes(n -> new Object[] {ints(n)});
        e.onAllSizes(n -> new Object[] {new int[n]});
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "Vectors.EMPTY", "demo.Vectors.EMPTY", "demo.Vectors.empty()", "new String()"})
    void aUsersOwnOperation(String identity) {
        Scenario s = vectors().method("String", "join", "List<String> words");
        Var r = s.local("String r");
        MethodRef combine = new MethodRef(
                "demo.Vectors",
                "combine",
                "(java.lang.String,java.lang.String)",
                List.of(Type.STRING, Type.STRING),
                Type.STRING,
                true,
                false,
                true,
                false,
                false,
                false,
                false,
                Trust.NONE);
        s.loop()
                .each("String w", "{{words}}", "List<String>", true)
                .body("{{r}} = {{:Vectors}}.combine({{r}}, w);")
                .roles(new Role.UserReduction(r, combine, identity))
                .minimumBlock(5)
                .parallel();
        s.body("String r = \"<\";\n{{#1}}\nreturn r;");
        String original = s.original("static String combine(String a, String b) { return a + b; }\n"
                        + "static final String EMPTY = empty();\nstatic String empty() { return \"\"; }\n")
                .replace("List<", "java.util.List<");
        Equivalence e = new Equivalence(Compiled.of(original, s.facade(), s.kernels()), "Vectors", "join");
        e.on("array list", null, () -> new Object[] {new ArrayList<>(words(1000))});
        e.on("linked list", null, () -> new Object[] {new LinkedList<>(words(1000))});
        e.on("no elements", null, () -> new Object[] {new LinkedList<>()});
    }

    private static List<String> words(int n) {
        return new Random(n)
                .ints(Math.min(n, 1000), 'a', 'z')
                .mapToObj(c -> "" + (char) c)
                .toList();
    }
}
