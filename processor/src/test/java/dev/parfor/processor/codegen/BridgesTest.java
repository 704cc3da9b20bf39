package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.Operator.LESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Private members from another class: what is read, written and thrown is what the class itself would. */
class BridgesTest {

    private static final String NODE = """
            package demo;
            import java.util.function.Function;
            @SuppressWarnings("lossy-conversions") // a lint of JDK 20 and later
            class Node {
                private int n = 5;
                private byte b = 1;
                private Integer boxed = 7;
                private String text = "t";
                private static long total = 100;
                private static final int LIMIT = -3;
                private java.util.List<String> names = new java.util.ArrayList<>(java.util.List.of("x"));
                Node next;
                int calls;
                private Node() {}
                private Node(int n) throws java.io.IOException {
                    if (n < 0) throw new java.io.IOException("negative");
                    this.n = n;
                }
                private int add(int a, long b) { return n + a + (int) b; }
                private static String join(String... parts) { return String.join("-", parts); }
                private <R> R apply(Function<String, R> f) { return f.apply(text); }
                private void fail() throws java.io.IOException { throw new java.io.IOException("fail"); }
                Node next() { calls++; return next; }
                int read() { n = 50; return 3; }
                private static Node create() { Node node = new Node(); node.next = new Node(); return node; }
                public String toString() { return n + " " + b + " " + boxed + " " + text + " " + total + " " + names
                        + " " + calls; }
            """;

    /** A method {@code Object use(Node a)} that runs a text in the kernels class. */
    private static final class Use {
        final Scenario s = new Scenario("Node").method("Object", "use", "Node a");
        private int pieces;

        Use() {
            s.modifiers(dev.parfor.processor.ir.MethodText.Modifier.STATIC).thrown("IOException");
        }

        String piece(Piece piece) {
            s.piece("p" + ++pieces, piece);
            return "{{?p" + pieces + "}}";
        }

        FieldRef field(String declaration) {
            return s.field(declaration, declaration.contains("total"), true);
        }

        String get(String declaration, String type, String receiver) {
            return piece(new Piece.PrivateGet(field(declaration), TypeParser.parse(type), s.text(receiver)));
        }

        String set(String declaration, String receiver, String value) {
            TypeText type = TypeParser.parse(declaration.split(" ")[0]);
            return piece(new Piece.PrivateSet(field(declaration), type, s.text(receiver), s.text(value)));
        }

        String update(String declaration, String receiver, String operator, String value) {
            TypeText type = TypeParser.parse(declaration.split(" ")[0]);
            return piece(new Piece.PrivateUpdate(field(declaration), type, s.text(receiver), operator, s.text(value)));
        }

        String call(MethodRef method, String returns, List<String> parameters, String receiver, String... arguments) {
            return piece(new Piece.PrivateCall(
                    method,
                    TypeParser.parse(returns),
                    parameters.stream().map(TypeParser::parse).toList(),
                    List.of(TypeParser.parse("IOException")),
                    s.text(receiver),
                    Arrays.stream(arguments).map(s::text).toList()));
        }

        /** Runs the body as the variant and the plain text as the method, and compares result and state. */
        void assertSame(String plain, String body) throws Throwable {
            s.body(body);
            String original =
                    NODE + "    static Object use(Node a) throws java.io.IOException {\n" + plain + "\n}\n}\n";
            Compiled classes = Compiled.of(original, s.facade(), s.kernels());
            Object forOriginal = classes.call("Node", "create", null);
            Object expected = run(() -> classes.call("Node", "use", null, forOriginal));
            Compiled again = Compiled.of(original, s.facade(), s.kernels());
            Object forVariant = again.call("Node", "create", null);
            Object actual = run(() -> again.call("NodeParallel", "use", null, forVariant));
            assertThat(actual + "; " + forVariant).isEqualTo(expected + "; " + forOriginal);
        }

        private interface Action {
            Object run() throws Throwable;
        }

        private static String run(Action action) {
            try {
                return String.valueOf(action.run());
            } catch (Throwable thrown) {
                return thrown instanceof NullPointerException ? "NPE" : thrown.toString();
            }
        }
    }

    private static MethodRef method(
            String name, boolean isStatic, boolean varargs, String returns, String... parameters) {
        return new MethodRef(
                "demo.Node",
                name,
                Arrays.toString(parameters),
                Arrays.stream(parameters)
                        .map(TypeParser::parse)
                        .map(TypeParser::erased)
                        .toList(),
                TypeParser.erased(TypeParser.parse(returns)),
                isStatic,
                true,
                true,
                false,
                false,
                false,
                varargs,
                Trust.NONE);
    }

    @Test
    void fieldsAreReadAndWritten() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "a.n = a.n + 1; a.b = 3; a.boxed = 9; a.text = a.text + a.n; Node.total = 7; int x = a.n = 2;"
                        + " return a.names.get(0) + x + Node.total;",
                u.set("int n", "{{a}}", u.get("int n", "int", "{{a}}") + " + 1") + "; "
                        + u.set("byte b", "{{a}}", "3") + "; "
                        + u.set("Integer boxed", "{{a}}", "9") + "; "
                        + u.set(
                                "String text",
                                "{{a}}",
                                u.get("String text", "String", "{{a}}") + " + " + u.get("int n", "int", "{{a}}"))
                        + "; " + u.set("long total", "", "7") + "; int x = " + u.set("int n", "{{a}}", "2")
                        + "; return " + u.get("List names", "List<String>", "{{a}}") + ".get(0) + x + "
                        + u.get("long total", "long", "") + ";");
    }

    @Test
    void updatesReadBeforeTheyEvaluateTheirValueAndCastBack() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "a.n += a.read(); a.b += 300.5; a.text += 1 + 2; a.boxed += 2; Node.total <<= 3; a.n -= 1 - 2;"
                        + " return a.n *= 2;",
                u.update("int n", "{{a}}", "+=", "{{a}}.read()") + "; "
                        + u.update("byte b", "{{a}}", "+=", "300.5") + "; "
                        + u.update("String text", "{{a}}", "+=", "1 + 2") + "; "
                        + u.update("Integer boxed", "{{a}}", "+=", "2") + "; "
                        + u.update("long total", "", "<<=", "3") + "; "
                        + u.update("int n", "{{a}}", "-=", "1 - 2") + "; return "
                        + u.update("int n", "{{a}}", "*=", "2") + ";");
    }

    @Test
    void stepsGiveTheOldOrTheNewValue() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "int x = a.n++ + 10 * ++a.n; a.b--; byte y = --a.b; Node.total++; a.boxed++; a.next().n--;"
                        + " return x + \" \" + y + a.boxed--;",
                "int x = " + u.update("int n", "{{a}}", "x++", "") + " + 10 * " + u.update("int n", "{{a}}", "++x", "")
                        + "; " + u.update("byte b", "{{a}}", "x--", "") + "; byte y = "
                        + u.update("byte b", "{{a}}", "--x", "") + "; "
                        + u.update("long total", "", "x++", "") + "; "
                        + u.update("Integer boxed", "{{a}}", "x++", "") + "; "
                        + u.update("int n", "{{a}}.next()", "x--", "") + "; return x + \" \" + y + "
                        + u.update("Integer boxed", "{{a}}", "x--", "") + ";");
    }

    @Test
    void aReceiverIsEvaluatedOnce() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "a.next().n += 2; a.next().text += a.next().n += 3; return a.calls;",
                u.update("int n", "{{a}}.next()", "+=", "2") + "; "
                        + u.update("String text", "{{a}}.next()", "+=", u.update("int n", "{{a}}.next()", "+=", "3"))
                        + "; return {{a}}.calls;");
    }

    @Test
    void nullThrowsWhereItWould() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "a.next = null; try { a.next().n += a.read(); } catch (NullPointerException e) { a.calls += 100; }"
                        + " try { a.next().n = a.read(); } catch (NullPointerException e) { a.calls += 100; }"
                        + " return a.next().n;",
                "{{a}}.next = null; try { " + u.update("int n", "{{a}}.next()", "+=", "{{a}}.read()")
                        + "; } catch (NullPointerException e) { {{a}}.calls += 100; } try { "
                        + u.set("int n", "{{a}}.next()", "{{a}}.read()")
                        + "; } catch (NullPointerException e) { {{a}}.calls += 100; } return "
                        + u.get("int n", "int", "{{a}}.next()") + ";");
    }

    @Test
    void constantsStayConstants() throws Throwable {
        Use u = new Use();
        FieldRef limit = new FieldRef(
                "demo.Node", "LIMIT", Type.Primitive.INT, true, true, false, true, true, Optional.of(-3), Trust.NONE);
        String use = u.piece(new Piece.PrivateGet(limit, TypeParser.parse("int"), SourceText.EMPTY));
        u.assertSame(
                "byte x = LIMIT; switch (x) { case LIMIT: return 1 -LIMIT; default: return 0; }",
                "byte x = " + use + "; switch (x) { case " + use + ": return 1 -" + use + "; default: return 0; }");
        assertThat(u.s.kernels()).doesNotContain("Members");
    }

    @Test
    void methodsAndConstructorsAreCalled() throws Throwable {
        Use u = new Use();
        MethodRef apply = method("apply", false, false, "Object", "Function");
        u.assertSame(
                "Node c = new Node(3); int x = a.add('a', 2); a.add(1, 2); Node.join();"
                        + " String s = a.<Integer>apply(t -> t.length()) + Node.join(\"p\", \"q\") + Node.join(new String[] {\"r\"});"
                        + " return s + c.n + x;",
                "{{:Node}} c = "
                        + u.call(method("<init>", false, false, "void", "int"), "Node", List.of("int"), "", "3")
                        + "; int x = "
                        + u.call(
                                method("add", false, false, "int", "int", "long"),
                                "int",
                                List.of("int", "long"),
                                "{{a}}",
                                "'a'",
                                "2")
                        + "; "
                        + u.call(
                                method("add", false, false, "int", "int", "long"),
                                "int",
                                List.of("int", "long"),
                                "{{a}}",
                                "1",
                                "2")
                        + "; "
                        + u.call(method("join", true, true, "String", "String[]"), "String", List.of("String[]"), "")
                        + "; String s = "
                        + u.call(apply, "Integer", List.of("Function<String, Integer>"), "{{a}}", "t -> t.length()")
                        + " + "
                        + u.call(
                                method("join", true, true, "String", "String[]"),
                                "String",
                                List.of("String[]"),
                                "",
                                "\"p\"",
                                "\"q\"")
                        + " + "
                        + u.call(
                                method("join", true, true, "String", "String[]"),
                                "String",
                                List.of("String[]"),
                                "",
                                "new String[] {\"r\"}")
                        + "; return s + " + u.get("int n", "int", "c") + " + x;");
    }

    @Test
    void checkedExceptionsPassUnchanged() throws Throwable {
        Use u = new Use();
        u.assertSame(
                "try { a.fail(); return 1; } catch (java.io.IOException e) { return new Node(-1); }",
                "try { " + u.call(method("fail", false, false, "void"), "void", List.of(), "{{a}}")
                        + "; return 1; } catch ({{:IOException}} e) { return "
                        + u.call(method("<init>", false, false, "void", "int"), "Node", List.of("int"), "", "-1")
                        + "; }");
    }

    @Test
    void aMemberThatIsNotThereIsNamed() throws Throwable {
        Use u = new Use();
        u.s.body("return " + u.get("int gone", "int", "{{a}}") + ";");
        Compiled classes = Compiled.of(
                NODE + "static Object use(Node a) throws java.io.IOException { return 1; }\n}\n",
                u.s.facade(),
                u.s.kernels());
        Object node = classes.call("Node", "create", null);
        assertThatThrownBy(() -> classes.call("NodeParallel", "use", null, node))
                .isInstanceOf(ExceptionInInitializerError.class)
                .hasMessageContaining("demo.Node.gone");
    }

    @Test
    void privateMembersInsideAParallelLoop() throws Throwable {
        Scenario s = new Scenario("Table").method("void", "fill", "int n");
        FieldRef cells = s.field("double[] cells", false, true);
        s.piece("cells", new Piece.PrivateGet(cells, TypeParser.parse("double[]"), s.text("{{this}}")));
        s.loop()
                .counted("int i", "0", LESS, "{{n}}", "int", "1")
                .body("{{?cells}}[i] = {{this}}.f(i);")
                .guards(new dev.parfor.processor.judgement.Guard.NotSame(
                        new dev.parfor.processor.ir.Path.OfField(
                                new dev.parfor.processor.ir.Path.Receiver(Type.OBJECT), cells),
                        new dev.parfor.processor.ir.Path.OfField(
                                new dev.parfor.processor.ir.Path.OfField(
                                        new dev.parfor.processor.ir.Path.Receiver(Type.OBJECT),
                                        s.field("Table other", false, false)),
                                cells)))
                .parallel()
                .body("{{#1}}");
        Compiled classes = Compiled.of("""
                package demo;
                class Table {
                    private double[] cells = new double[1000];
                    Table other;
                    double f(int i) { return 3 * i; }
                    void fill(int n) { for (int i = 0; i < n; i++) cells[i] = f(i); }
                    public String toString() { return java.util.Arrays.toString(cells); }
                }
                """, s.facade(), s.kernels());
        Object alone = classes.create("Table");
        classes.call("TableParallel", "fill", null, alone, 1000);
        Object expected = classes.create("Table");
        classes.call("Table", "fill", expected, 1000);
        assertThat(alone).hasToString(expected.toString());
    }
}
