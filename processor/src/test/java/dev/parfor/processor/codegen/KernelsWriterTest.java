package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.MethodText.Modifier.CLASS_INITIALIZES;
import static dev.parfor.processor.ir.MethodText.Modifier.OVERRIDABLE;
import static dev.parfor.processor.ir.MethodText.Modifier.PRIVATE;
import static dev.parfor.processor.ir.MethodText.Modifier.STATIC;
import static dev.parfor.processor.ir.MethodText.Modifier.SYNCHRONIZED;
import static dev.parfor.processor.ir.Operator.ADD;
import static dev.parfor.processor.ir.Operator.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.runtime.Team;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What surrounds the loops: the method, its receiver, its exceptions, its names. */
class KernelsWriterTest {

    private static Scenario.Loop over(Scenario s, String array) {
        return s.loop().counted("int i", "0", LESS, "{{" + array + "}}.length", "int", "1");
    }

    @Test
    void anOverriddenMethodIsCalledInstead() throws Throwable {
        Scenario s = new Scenario("Base").method("String", "name", "int[] x").modifiers(OVERRIDABLE);
        over(s, "x").body("{{x}}[i]++;").parallel().body("{{#1}}\nreturn \"base\";");
        Compiled classes = Compiled.of(
                s.original(""),
                "package demo;\nclass Derived extends Base {\n    @Override String name(int[] x) { return \"derived\"; }\n}",
                "package demo;\nclass Plain extends Base {}",
                s.facade(),
                s.kernels());
        int[] x = new int[100];
        assertThat(classes.call("BaseParallel", "name", null, classes.create("Base"), x))
                .isEqualTo("base");
        assertThat(classes.call("BaseParallel", "name", null, classes.create("Plain"), x))
                .isEqualTo("base");
        assertThat(classes.call("BaseParallel", "name", null, classes.create("Derived"), x))
                .isEqualTo("derived");
        assertThat(x).containsOnly(2);
        assertThatThrownBy(() -> classes.call("BaseParallel", "name", null, null, x))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void exceptionsThatTheMethodCatchesItselfAreDeclaredOnTheWay() {
        Scenario s = new Scenario("Files").method("String", "read", "int[] x").modifiers(STATIC);
        over(s, "x")
                .body("if ({{x}}[i] > 5) throw new java.io.IOException(\"at \" + i);\nelse {{x}}[i] = 1;")
                .thrown("IOException")
                .parallel()
                .body(
                        "try {\n    {{#1}}\n    return \"fine\";\n} catch ({{:IOException}} e) {\n    return e.getMessage();\n}");
        Equivalence e = new Equivalence(s.compile(""), "Files", "read");
        e.onAllSizes(n -> new Object[] {new int[n]});
        e.on("one throws", null, () -> {
            int[] x = new int[10];
            x[9] = 6;
            return new Object[] {x};
        });
    }

    @Test
    void aWideCatchDoesNotWidenTheMethod() {
        Scenario s = new Scenario("Files")
                .method("int", "read", "int[] x")
                .modifiers(STATIC)
                .thrown("IOException");
        over(s, "x")
                .body("{\n    if ({{x}}[i] > 5) throw new Exception(\"wide\");\n    {{x}}[i] = 1;\n}")
                .thrown("IOException", "Exception")
                .parallel()
                .body("""
                        try {
                            {{#1}}
                            if (x.length > 5) throw new java.io.IOException("narrow");
                            return 0;
                        } catch (Exception e) {
                            return e.getMessage().length();
                        }""");
        Equivalence e = new Equivalence(s.compile(""), "Files", "read");
        e.onAllSizes(n -> new Object[] {new int[n]});
        e.on("wide", null, () -> new Object[] {new int[] {9}});
    }

    @Test
    void theLowestFailingIterationIsThrown() throws Throwable {
        Scenario s = new Scenario("Files")
                .method("void", "read", "int[] x")
                .modifiers(STATIC)
                .thrown("IOException");
        over(s, "x")
                .body("if (i >= 500) throw new java.io.IOException(\"at \" + i);\nelse {{x}}[i] = 1;")
                .parallel()
                .body("{{#1}}");
        Compiled classes = s.compile("");
        int[] x = new int[1000];
        try (Team team = Team.of(4)) {
            assertThatThrownBy(() -> classes.call("FilesParallel", "read", null, team, x))
                    .isInstanceOf(java.io.IOException.class)
                    .hasMessage("at 500");
        }
        for (int i = 0; i < 500; i++) {
            assertThat(x[i]).isOne();
        }
    }

    @Test
    void aSynchronizedMethodHoldsItsLock() {
        for (boolean isStatic : new boolean[] {false, true}) {
            Scenario s =
                    new Scenario("Lock").method("boolean", "held", "int[] x").modifiers(SYNCHRONIZED);
            if (isStatic) {
                s.modifiers(STATIC);
            }
            over(s, "x").body("{{x}}[i]++;").parallel();
            s.body("{{#1}}\nreturn Thread.holdsLock(" + (isStatic ? "{{:Lock}}.class" : "{{this}}") + ");");
            Compiled classes = s.compile("");
            Object receiver = isStatic ? null : classes.create("Lock");
            new Equivalence(classes, "Lock", "held").on("the lock", receiver, () -> new Object[] {new int[10]});
        }
    }

    @Test
    void namesOfTheUserAreNotTaken() {
        Scenario s = new Scenario("Names")
                .method("int", "clash", "int[] team", "int[] self", "int start", "int tripCount", "int end")
                .modifiers(STATIC);
        Var blocks = s.local("int blocks");
        Var block = s.local("int block");
        Var out = s.local("int out");
        Var found = s.local("int found");
        s.local("int loop");
        s.loop()
                .counted("int from", "{{start}}", LESS, "{{end}}", "int", "{{tripCount}}")
                .body("""
                        {
                            int lo = 1, hi = 2, to = 3, index = 4, failed = 5, strip = 6, first = 7, count = 8, offset = 9;
                            int step = 10, bound = 11, blocksOfBlock = 12, chunk = 13, SITE = 14;
                            {{blocks}} += {{team}}[from] + lo + hi + to + index + failed + strip + first + count + offset;
                            {{block}} += {{self}}[from] + step + bound + blocksOfBlock + chunk + SITE;
                            {{out}} = from;
                            {{found}} = {{found}} + 1;
                        }""")
                .roles(
                        new Role.Reduction(blocks, ADD),
                        new Role.Reduction(block, ADD),
                        new Role.LastValue(out),
                        new Role.Induction(found, List.of(new Role.Term(1, List.of()))))
                .guards(new Guard.NotSame(
                        new dev.parfor.processor.ir.Path.OfVar(s.var("team")),
                        new dev.parfor.processor.ir.Path.OfVar(s.var("self"))))
                .parallel();
        s.body("int blocks = 0, block = 0, out = -1, found = 0, loop = 3;\n{{#1}}\n"
                + "return blocks + 3 * block + 5 * out + 7 * found + loop;");
        Equivalence e = new Equivalence(s.compile(""), "Names", "clash");
        e.onAllSizes(n -> new Object[] {new int[n], new int[n], 0, 3, n});
        int[] same = new int[5000];
        e.on("the guard fails", null, () -> new Object[] {same, same, 1, 1, 5000});
        e.on("no trip count", null, () -> new Object[] {same, same, 4999, Integer.MAX_VALUE, 5000});
    }

    @Test
    void refusedLoopsRunAsTheyAreWritten() {
        Scenario s = new Scenario("Mixed").method("long", "both", "int[] x").modifiers(STATIC);
        Var sum = s.local("long sum");
        over(s, "x")
                .body("{\n    if (i > 0) {{x}}[i] += {{x}}[i - 1]; // carried\n}")
                .sequential();
        over(s, "x")
                .body("{{sum}} += {{x}}[i];")
                .roles(new Role.Reduction(sum, ADD))
                .parallel();
        s.body("long sum = 0;\nif (x != null)\n    { {{#1}} }\n{{#2}}\nreturn sum;");
        new Equivalence(s.compile(""), "Mixed", "both").onAllSizes(n -> {
            int[] x = new int[n];
            java.util.Arrays.fill(x, 3);
            return new Object[] {x};
        });
    }

    @Test
    void aStubThrows() throws Throwable {
        Scenario s = new Scenario("Broken").method("int", "f", "int[] x").modifiers(STATIC);
        String stub = new KernelsWriter(false, name -> false)
                .write("demo", List.of("Broken"), List.of(new Variant.Stub(s.signature())))
                .text();
        assertThat(stub).doesNotContain("Generated");
        Compiled classes =
                Compiled.of("package demo;\nclass Broken { static int f(int[] x) { return 0; } }", s.facade(), stub);
        assertThatThrownBy(() -> classes.call("BrokenParallel", "f", null, (Object) new int[1]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Broken.f");
    }

    @Test
    void aMethodThatCannotBeMovedIsCalled() throws Throwable {
        for (boolean isStatic : new boolean[] {false, true}) {
            for (boolean isPrivate : new boolean[] {false, true}) {
                Scenario s = new Scenario("Fixed")
                        .method("int[]", "twice", "int x", "List<String> texts")
                        .thrown("IOException");
                if (isStatic) {
                    s.modifiers(STATIC);
                }
                if (isPrivate) {
                    s.modifiers(PRIVATE);
                }
                String kernels = new KernelsWriter(true, name -> false)
                        .write("demo", List.of("Fixed"), List.of(new Variant.Original(s.signature())))
                        .text();
                Compiled classes = Compiled.of(
                        "package demo;\nclass Fixed {\n" + (isPrivate ? "private " : "") + (isStatic ? "static " : "")
                                + "int[] twice(int x, java.util.List<String> texts) throws java.io.IOException {"
                                + " if (x < 0) throw new java.io.IOException(texts.get(0)); return new int[] {2 * x}; }\n}",
                        s.facade(),
                        kernels);
                Equivalence e = new Equivalence(classes, "Fixed", "twice");
                Object receiver = isStatic ? null : classes.create("Fixed");
                e.on("result", receiver, () -> new Object[] {4, List.of("a")});
                e.on("exception", receiver, () -> new Object[] {-4, List.of("b")});
            }
        }
    }

    @Test
    void classesOfThePackageDoNotHideThoseOfJavaLang() throws Throwable {
        Scenario s = new Scenario("Shadow")
                .method("String", "max", "int[] x", "String[] names")
                .modifiers(STATIC)
                .siblings("Math", "String", "Override", "Object", "SuppressWarnings", "RuntimeException", "Team");
        Var most = s.local("int most");
        over(s, "x")
                .body("{{most}} = {{:Math}}.larger({{most}}, {{x}}[i]);")
                .roles(new Role.MathExtreme(most, true))
                .guards(new Guard.NotSame(
                        new dev.parfor.processor.ir.Path.OfVar(s.var("x")),
                        new dev.parfor.processor.ir.Path.OfVar(s.var("names"))))
                .parallel();
        s.body("int most = 0;\n{{#1}}\nreturn names[most];");
        Compiled classes = Compiled.of(
                "package demo;\nclass Math { static int larger(int a, int b) { return a > b ? a : b; } }",
                "package demo;\nclass String {}",
                "package demo;\n@interface Override {}",
                "package demo;\nclass Object {}",
                "package demo;\nclass Team {}",
                "package demo;\nclass Shadow { static java.lang.String max(int[] x, java.lang.String[] names) { return null; } }",
                s.facade(),
                s.kernels());
        assertThat(classes.call("ShadowParallel", "max", null, new int[] {1, 2, 0}, new String[] {"a", "b", "c"}))
                .isEqualTo("c");
    }

    @Test
    void theClassOfAStaticMethodIsInitialized() throws Throwable {
        Scenario s = new Scenario("Init").method("void", "clear", "int[] x").modifiers(STATIC, CLASS_INITIALIZES);
        over(s, "x").body("{{x}}[i] = 0;").parallel().body("{{#1}}");
        Compiled classes = Compiled.of(
                "package demo;\nclass Log { static String text = \"\"; }",
                "package demo;\nclass Init { static { Log.text += \"initialized\"; } static void clear(int[] x) {} }",
                s.facade(),
                s.kernels());
        classes.call("InitParallel", "clear", null, (Object) new int[1]);
        var text = classes.type("Log").getDeclaredField("text");
        text.setAccessible(true);
        assertThat(text.get(null)).isEqualTo("initialized");
    }

    @Test
    void typeParametersOfClassAndMethod() throws Throwable {
        TypeParameter t = new TypeParameter("T", List.of(TypeParser.parse("Comparable<T>")));
        TypeParameter u = new TypeParameter("U", List.of(TypeParser.parse("T")));
        Scenario s = new Scenario("Bag")
                .classTypeParameters(TypeParser.parse("Bag<T>"), t)
                .typeParameters(u)
                .modifiers(OVERRIDABLE)
                .method("T", "max", "List<U> values", "T least");
        Var best = s.local("T best");
        Var at = s.local("U at");
        Var seen = s.local("T seen");
        s.loop()
                .each("U value", "{{values}}", "List<U>", true)
                .body("{\n    {{seen}} = {{this}}.same(value);\n    {{best}} = {{:Bag}}.larger({{best}}, {{seen}});\n}")
                .roles(
                        new Role.LastValue(seen),
                        new Role.UserReduction(
                                best,
                                new dev.parfor.processor.ir.MethodRef(
                                        "demo.Bag",
                                        "larger",
                                        "",
                                        List.of(),
                                        dev.parfor.processor.ir.Type.OBJECT,
                                        true,
                                        false,
                                        true,
                                        false,
                                        false,
                                        false,
                                        false,
                                        dev.parfor.processor.ir.Trust.NONE),
                                "null"))
                .minimumBlock(3)
                .parallel();
        s.body("T best = least;\nU at = null;\nT seen = null;\n{{#1}}\nreturn best == null ? seen : best;");
        assertThat(at).isNotNull();
        Compiled classes = Compiled.of("""
                package demo;
                import java.util.List;
                class Bag<T extends Comparable<T>> {
                    T same(T value) { return value; }
                    static <V extends Comparable<V>> V larger(V a, V b) {
                        return a == null ? b : b == null ? a : a.compareTo(b) >= 0 ? a : b;
                    }
                    <U extends T> T max(List<U> values, T least) {
                        T best = least;
                        for (U value : values) best = Bag.larger(best, same(value));
                        return best;
                    }
                }
                """, s.facade(), s.kernels());
        Object bag = classes.create("Bag");
        List<Integer> values = new java.util.ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            values.add(i * 7919 % 1000);
        }
        try (Team team = Team.of(3)) {
            assertThat(classes.call("BagParallel", "max", null, team, bag, values, 5))
                    .isEqualTo(999);
            assertThat(classes.call("BagParallel", "max", null, team, bag, List.copyOf(values), 5))
                    .isEqualTo(999);
        }
    }

    @Test
    void textOfTheUserIsLeftAlone() {
        Scenario s = new Scenario("Texts").method("String", "text", "int[] x").modifiers(STATIC);
        over(s, "x").body("""
                        {
                            // a comment with $L and {@code braces}
                            String s = \"""
                                  two
                              $T lines \\
                              joined
                            \""";

                            {{x}}[i] = s.length() + "$N".length(); /* and
                               a long one */
                        }""").parallel();
        s.body("""
                String $ = \"""
                  a
                    $S
                \""";
                    {{#1}}
                return $ + x[0];""");
        new Equivalence(s.compile(""), "Texts", "text").on("text", null, () -> new Object[] {new int[10]});
    }

    @Test
    void everyBuildWritesTheSame() {
        Map<String, String> first = new TreeMap<>();
        for (int build = 0; build < 3; build++) {
            Scenario s = new Scenario("Same")
                    .method("long", "sum", "int[] x", "int[] y")
                    .modifiers(STATIC);
            Var sum = s.local("long sum");
            over(s, "x")
                    .body("{{sum}} += {{x}}[i] * {{y}}[i];")
                    .roles(new Role.Reduction(sum, ADD))
                    .parallel();
            s.body("long sum = 0;\n{{#1}}\nreturn sum;");
            for (String text : List.of(s.facade(), s.kernels())) {
                String name = text.contains("Kernels {") ? "kernels" : "facade";
                assertThat(text).isEqualTo(first.computeIfAbsent(name, n -> text));
            }
        }
    }
}
