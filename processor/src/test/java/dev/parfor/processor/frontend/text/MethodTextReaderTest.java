package dev.parfor.processor.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where text is cut, in a printed form. */
class MethodTextReaderTest {

    /** The text of {@code run} in a class with these members. */
    private static MethodText read(String imports, String members) {
        MethodTextReader.Result result = sample(imports, members).read();
        assertThat(result).isInstanceOf(MethodTextReader.Result.Movable.class);
        return ((MethodTextReader.Result.Movable) result).text();
    }

    private static MethodText read(String members) {
        return read("", members);
    }

    private static Sample sample(String imports, String members) {
        return new Sample()
                .with("p/Foo.java", "package p;\n" + imports + "\nclass Foo extends q.Base {\n" + members + "\n}\n")
                .with("q/Base.java", """
                        package q;
                        public class Base {
                          protected int hidden;
                          public int open;
                          protected static void away() {}
                          protected static class Nested {}
                          public void set(int i) {}
                        }
                        """);
    }

    /** The text of the only loop's body in a method of one loop over {@code i}. */
    private static String body(String members, String statements) {
        return Printed.of(loop(members, statements).body());
    }

    private static LoopText loop(String members, String statements) {
        return read(members + "\nvoid run(int n) { for (int i = 0; i < n; i++) { " + statements + " } }")
                .loops()
                .get(0);
    }

    /** Kinds and subjects of the reasons against a method. */
    private static List<String> refusals(String members) {
        return refusals("", members);
    }

    private static List<String> refusals(String imports, String members) {
        MethodTextReader.Result result = sample(imports, members).read();
        assertThat(result).isInstanceOf(MethodTextReader.Result.NotMovable.class);
        return ((MethodTextReader.Result.NotMovable) result)
                .reasons().stream().map(MethodTextReaderTest::print).toList();
    }

    private static String print(Refusal refusal) {
        if (refusal instanceof Refusal.Shape shape) {
            return shape.kind() + " " + shape.subject();
        }
        Refusal.Misuse misuse = (Refusal.Misuse) refusal;
        return misuse.kind() + " " + misuse.subject() + " " + misuse.detail();
    }

    @Test
    void loopsAreHolesInTheMethod() {
        MethodText text = read("""
                    static double run(double[] a, double[] b) {
                        // before
                        double sum = 0;
                        for (int i = 0; i < a.length; i++) {
                            sum += a[i] * b[i];

                            a[i] = 0; // "done"
                        }
                        return sum; // after
                    }
                """);
        assertThat(Printed.of(text.body())).isEqualTo("""
                        // before
                        double sum = 0;
                        «loop 1»
                        return sum; // after""");
        LoopText loop = text.loops().get(0);
        assertThat(Printed.of(loop.body())).isEqualTo("""
                        {
                            «sum» += «a»[i] * «b»[i];

                            «then «a»[i] = 0;» // "done"
                        }""");
        assertThat(Printed.of(loop.whole())).startsWith("for (int i = 0; i < «a».length; i++) {\n    «sum» +=");
        assertThat(loop.captured()).extracting(v -> v.name()).containsExactly("a", "sum", "b");
        assertThat(loop.usesThis()).isFalse();
        assertThat(text.identifiers()).contains("sum", "i", "length", "run").doesNotContain("done");
    }

    @Test
    void windowsLineEndsAndTabs() {
        MethodText text =
                read("\tvoid run(int n) {\r\n\t\tfor (int i = 0; i < n; i++) {\r\n\t\t\tn += i;\r\n\t\t}\r\n\t}");
        assertThat(Printed.of(text.loops().get(0).body())).isEqualTo("{\n\t«n» += i;\n}");
    }

    @Test
    void textBlockKeepsItsOwnIndent() {
        MethodText text = read("""
                    void run(String[] a) {
                        for (int i = 0; i < a.length; i++) {
                            a[i] = \"""
                      less
                        more\""";
                        }
                    }
                """);
        assertThat(Printed.of(text.loops().get(0).body()))
                .isEqualTo("{\n      «then «a»[i] = \"\"\"\nless\n  more\"\"\";»\n  }");
    }

    @Test
    void singleStatementStaysOne() {
        MethodText text = read("void run(int[] a) { for (int i = 0; i < a.length; i++) a[i] = i; }");
        assertThat(Printed.of(text.loops().get(0).body())).isEqualTo("«then «a»[i] = i;»");
    }

    @Test
    void loopUnderAnIfGetsBraces() {
        MethodText text = read(
                "void run(int[] a) { if (a != null) for (@dev.parfor.ParallelFor int i = 0; i < a.length; i++) a[i] = i; }");
        assertThat(Printed.of(text.body())).isEqualTo("if (a != null) { «loop 1» }");
        assertThat(Printed.of(text.loops().get(0).whole())).startsWith("for (int i = 0;");
    }

    @Test
    void countedHeaders() {
        assertThat(header("int i = 0; i < n; i++")).isEqualTo("int i = 0; «n»; + 1");
        assertThat(header("long i = n - 1L; 0 <= i; i -= n")).isEqualTo("long i = «n» - 1L; 0; - «n»");
        assertThat(header("int i = 0; (i) != (n + 1); i = 2 + i")).isEqualTo("int i = 0; («n» + 1); + 2");
        assertThat(header("k = n; k > 0; k--")).isEqualTo("int k = «n»; 0; - 1");
        assertThat(header("; k > 0; k += -2")).isEqualTo("int k = «k»; 0; + -2");
        assertThat(header("int i = size; i < size; i++")).isEqualTo("int i = «self».size; «self».size; + 1");
        assertThat(header("int i = 0, m = 2; i < m; i++")).isEqualTo("other");
        assertThat(header("int i = 1; i < n; i *= 2")).isEqualTo("other");
        assertThat(header("int i = 1; i + 1 < n; i++")).isEqualTo("other");
    }

    private static String header(String header) {
        HeaderText text = read("int size; void run(int n) { int k = 5; for (" + header + ") { k += n; } }")
                .loops()
                .get(0)
                .header();
        return text instanceof HeaderText.Counted c
                ? Printed.of(c.indexType()) + " " + c.index() + " = " + Printed.of(c.start()) + "; "
                        + Printed.of(c.bound()) + "; " + (c.subtracted() ? "- " : "+ ") + Printed.of(c.step())
                : "other";
    }

    @Test
    void forEachHeaders() {
        assertThat(each("double x : a")).isEqualTo("double | double x : «a» of double[]");
        assertThat(each("final String s : names"))
                .isEqualTo(
                        "final «T:java.lang.String» | java.lang.String s : «names» of java.util.List<java.lang.String>");
        assertThat(each("@dev.parfor.ParallelFor(chunk = 3) final var /* c */ s : names"))
                .isEqualTo("final var | java.lang.String s : «names» of java.util.List<java.lang.String>");
        assertThat(each("Number v : own"))
                .isEqualTo("«T:java.lang.Number» | java.lang.Number v"
                        + " : «get java.util.ArrayList<? extends java.lang.Number> Foo.own(«self»)»"
                        + " of java.util.List<? extends java.lang.Number>");
        assertThat(each("double d[] : new double[3][]"))
                .isEqualTo("double[] | double[] d : new double[3][] of double[][]");
        assertThat(each("String s : more"))
                .isEqualTo("«T:java.lang.String» | java.lang.String s"
                        + " : «more__» of dev.parfor.runtime.Elements<java.lang.String>");
    }

    private static String each(String header) {
        HeaderText text = read("private java.util.ArrayList<? extends Number> own;\n"
                        + "void run(double[] a, java.util.List<String> names, Iterable<String> more) {\n  for ("
                        + header + ") { hashCode(); }\n}")
                .loops()
                .get(0)
                .header();
        return text instanceof HeaderText.Each e
                ? Printed.of(e.modifiersAndType()) + " | " + Printed.of(e.elementType()) + " " + e.element() + " : "
                        + Printed.of(e.elements()) + " of " + Printed.of(e.elementsType())
                : "other";
    }

    @Test
    void typesByTheirHeads() {
        assertThat(
                        body(
                                "",
                                "java.util.List<String> x = new java.util.ArrayList<>(); java.util.Map.Entry<?, Foo[]> e = null;"))
                .isEqualTo("{ «T:java.util.List»<«T:java.lang.String»> x = new «T:java.util.ArrayList»<>();"
                        + " «T:java.util.Map».Entry<?, «T:p.Foo»[]> e = null; }");
        assertThat(body("", "class L<E> { L<E> next; } var l = new L<String>(); int x = l.next.hashCode();"))
                .isEqualTo(
                        "{ class L<E> { L<E> next; } var l = new L<«T:java.lang.String»>(); «then int x = l.next.hashCode();» }");
        assertThat(body("", "int x = (int) Math.abs(i) + Integer.MAX_VALUE; Object o = Foo.class;"))
                .isEqualTo("{ «then int x = (int) «T:java.lang.Math».abs(i) + «T:java.lang.Integer».MAX_VALUE;»"
                        + " «T:java.lang.Object» o = «T:p.Foo».class; }");
    }

    @Test
    void membersGetTheirObjectOrClass() {
        String members = "int x; static int s; int m() { return 0; } static int t() { return 0; }";
        assertThat(body(members, "x = this.x + s + m() + t() + Foo.t() + open;"))
                .isEqualTo(
                        "{ «self».x = «self».x + «T:p.Foo».s + «self».m() + «T:p.Foo».t() + «T:p.Foo».t() + «self».open; }");
        assertThat(loop(members, "x = i;").usesThis()).isTrue();
        assertThat(loop(members, "s = i;").usesThis()).isFalse();
    }

    @Test
    void membersOfInnerClassesStay() {
        assertThat(
                        body(
                                "int x; int y;",
                                "Runnable r = new Runnable() { int x = 1; public void run() { x = y + this.x + Foo.this.x + hashCode(); set(1); } };"))
                .isEqualTo("{ «T:java.lang.Runnable» r = new «T:java.lang.Runnable»() { int x = 1;"
                        + " public void run() { x = «self».y + this.x + «self».x + hashCode(); «self».set(1); } }; }");
        assertThat(body("int x;", "Runnable r = () -> { x = this.x + hashCode(); };"))
                .isEqualTo("{ «T:java.lang.Runnable» r = () -> { «self».x = «self».x + «self».hashCode(); }; }");
    }

    @Test
    void privateMembers() {
        String members = """
                private double x; private static int s; private Foo next; private int[] a;
                private <T> T same(T t) throws java.io.IOException, RuntimeException { return t; }
                private static long f(int... k) { return 0; }
                private Foo(int q) {}
                Foo() {}
                """;
        assertThat(body(members, "x = s;")).isEqualTo("{ «set double Foo.x(«self») = «get int Foo.s()»»; }");
        assertThat(body(members, "next.next.x += this.a[i]; (s)++; --next.s;"))
                .isEqualTo("{ «update double Foo.x(«get p.Foo Foo.next(«get p.Foo Foo.next(«self»)»)») +="
                        + " «get int[] Foo.a(«self»)»[i]»; «update int Foo.s() x++ »; «update int Foo.s() --x »; }");
        assertThat(body(members, "a[i]++; long l = f(1, i) + new Foo(3).hashCode();"))
                .isEqualTo("{ «then «get int[] Foo.a(«self»)»[i]++;» «then long l"
                        + " = «call long Foo.f(int[]) on () with (1, i)»"
                        + " + «call p.Foo new Foo(int) on () with (3)».hashCode();» }");
        assertThat(body(members, "try { String s = same(\"a\"); } catch (java.io.IOException e) { }"))
                .contains("«T:java.lang.String» s = «call java.lang.String Foo.same(java.lang.String)"
                        + " throws java.io.IOException on («self») with (\"a\")»;");
    }

    @Test
    void privateMembersOfNestMates() {
        assertThat(body("static class Box<E> { private E held; } Box<String> box;", "box.held = box.held + i;"))
                .isEqualTo(
                        "{ «set java.lang.String Box.held(«self».box) = «get java.lang.String Box.held(«self».box)» + i»; }");
    }

    @Test
    void privateMethodReferencesAreLambdas() {
        assertThat(body(
                        "private int m(String s) { return 0; }",
                        "java.util.function.ToIntFunction<String> f = this::m;"
                                + " java.util.function.ToIntBiFunction<Foo, String> g = Foo::m;"))
                .contains(
                        "(«T:java.lang.String» argument1) -> «call int Foo.m(java.lang.String) on («self») with (argument1)»")
                .contains("(«T:p.Foo» argument1_, «T:java.lang.String» argument2) ->"
                        + " «call int Foo.m(java.lang.String) on (argument1_) with (argument2)»");
    }

    @Test
    void privateConstantsAreLiterals() {
        String members = """
                private static final int K = 3; private static final byte B = -2; private static final String S = "a\\n";
                private final char c = 'x'; final long big = 5L; static final int OPEN = 6;
                """;
        assertThat(body(members, "switch (i) { case K: byte b = B; String s = S + c + this.big + big + OPEN; }"))
                .isEqualTo("{ switch (i) { case 3 /* K */: byte b = ((byte)0xfe) /* B */; «T:java.lang.String» s ="
                        + " \"a\\n\" /* S */ + 'x' /* c */ + «self».big + 5L /* big */ + «T:p.Foo».OPEN; } }");
    }

    @Test
    void enumLabelsStayBare() {
        MethodText text = read("import static p.Foo.Color.*;", """
                enum Color { RED, GREEN }
                void run(Color[] a) { for (int i = 0; i < a.length; i++) {
                  switch (a[i]) { case RED: a[i] = RED; break; default: }
                  a[i] = switch (a[i]) { case RED, GREEN -> RED; };
                } }
                """);
        assertThat(Printed.of(text.loops().get(0).body()))
                .contains("case RED: «then «a»[i] = «T:p.Foo.Color».RED;»")
                .contains("case RED, GREEN -> «T:p.Foo.Color».RED;");
    }

    @Test
    void annotationsOfOursVanish() {
        assertThat(body("", "@SuppressWarnings(value = \"x\") @dev.parfor.Scratch(\"r\") int[] t = new int[3];"))
                .isEqualTo("{ @«T:java.lang.SuppressWarnings»(value = \"x\") int[] t = new int[3]; }");
    }

    @Test
    void thenStatementsAreMarked() {
        assertThat(body("", "if (i > 3) n = i; else if (i > 2) { if (i > 1) n++; }"))
                .isEqualTo("{ if (i > 3) «then «n» = i;» else if (i > 2) «then { if (i > 1) «then «n»++;» }» }");
    }

    @Test
    void loopInsideALoopHasNoHole() {
        MethodText text = read("""
                void run(int n) {
                  for (@dev.parfor.ParallelFor int i = 0; i < n; i++) {
                    int k = i; for (@dev.parfor.ParallelFor int j = 0; j < k; j++) k += n;
                  }
                }
                """);
        assertThat(Printed.of(text.body())).isEqualTo("«loop 1»");
        assertThat(Printed.of(text.loops().get(0).body())).endsWith("for (int j = 0; j < k; j++) k += «n»;\n}");
        assertThat(text.loops().get(0).captured()).extracting(v -> v.name()).containsExactly("n");
        assertThat(Printed.of(text.loops().get(1).body())).isEqualTo("k += «n»;");
    }

    @Test
    void labelsThatAreUsed() {
        MethodText text = read(
                "void run(int n) { a: for (int i = 0; i < n; i++) { while (true) continue a; } b: for (int i = 0; i < n; i++) {} }");
        assertThat(Printed.of(text.body())).isEqualTo("«loop 1» «loop 2»");
        assertThat(text.loops().get(0).label()).contains("a");
        assertThat(text.loops().get(1).label()).isEmpty();
        assertThat(Printed.of(text.loops().get(1).whole())).startsWith("b: for");
    }

    @Test
    void whatMayBeThrown() {
        MethodText text = read("""
                void run(int n) throws java.io.IOException, InterruptedException {
                  try {
                    try { n++; } catch (IllegalStateException e) { }
                    for (@dev.parfor.ParallelFor int i = 0; i < n; i++) { }
                  } catch (java.io.IOException | RuntimeException e) { } catch (Exception e) { }
                }
                """);
        assertThat(text.loops().get(0).thrown())
                .extracting(Printed::of)
                .containsExactly("java.io.IOException", "java.lang.InterruptedException", "java.lang.Exception");
    }

    @Test
    void innerClassOfAnObjectOfTheClass() {
        assertThat(body(
                        "class Inner {} ",
                        "Inner a = new Inner(); Object b = new Foo.Inner() { }; Object c = this.new Inner();"))
                .isEqualTo("{ «T:p.Foo.Inner» a = «self».new Inner(); «T:java.lang.Object» b = «self».new Inner() { };"
                        + " «T:java.lang.Object» c = «self».new Inner(); }");
    }

    @Test
    void superAndOuterObjectsAreNotMovable() {
        String loop = "for (int i = 0; i < n; i++) ";
        assertThat(refusals("void run(int n) { " + loop + "super.set(i); }")).containsExactly("NOT_MOVABLE super.set");
        assertThat(refusals("void run(int n) { " + loop + "{ java.util.function.IntConsumer c = super::set; } }"))
                .containsExactly("NOT_MOVABLE super::set");
        assertThat(refusals("void run(int n) { " + loop + "{ hidden = i; away(); } }"))
                .containsExactly("NOT_MOVABLE protected Base.hidden", "NOT_MOVABLE protected Base.away");
        assertThat(refusals("void run(int n) { Object o; " + loop + "o = new Nested[i]; }"))
                .containsExactly("NOT_MOVABLE protected Base.Nested");
    }

    @Test
    void outerObjectOfAnInnerClass() {
        MethodTextReader.Result result = new Sample().with("p/Foo.java", """
                        package p;
                        class Foo {
                          int x; private int y; static int s;
                          class In { void run(int n) { for (int i = 0; i < n; i++) { s += x + y + Foo.this.x; } } }
                        }
                        """).read("p.Foo.In");
        assertThat(((MethodTextReader.Result.NotMovable) result).reasons())
                .extracting(MethodTextReaderTest::print)
                .containsExactly("NOT_MOVABLE Foo.this.x", "NOT_MOVABLE Foo.this.y", "NOT_MOVABLE Foo.this");
    }

    @Test
    void localClassesAndTypesWithoutNames() {
        assertThat(refusals("void run(int n) { class L { int v; } L l = new L(); for (int i = 0; i < n; i++) l.v++; }"))
                .containsExactly("NOT_MOVABLE l");
        assertThat(refusals("void run(int n) { record L() { } for (int i = 0; i < n; i++) { new L(); } }"))
                .containsExactly("NOT_MOVABLE L");
        assertThat(refusals("void run(int n) { var o = new Object() { int v; }; for (int i = 0; i < n; i++) o.v++; }"))
                .containsExactly("NOT_MOVABLE o");
        assertThat(refusals("void run(int n) { var o = n > 0 ? 1 : \"a\"; for (int i = 0; i < 3; i++) o.hashCode(); }"))
                .containsExactly("NOT_MOVABLE o");
    }

    @Test
    void privateTypes() {
        String nested = "private static class Node { int v; Node next; } private Node[] nodes; Node open;";
        assertThat(refusals(nested + "void run(int n) { for (int i = 0; i < n; i++) nodes[i].v = i; }"))
                .containsExactly("PRIVATE_TYPE Foo.Node private");
        assertThat(refusals(nested + "void run(int n) { for (int i = 0; i < n; i++) open.v = i; }"))
                .containsExactly("PRIVATE_TYPE Foo.Node private");
        assertThat(refusals(nested + "void run(int n) { for (int i = 0; i < n; i++) { Object o = new Node(); } }"))
                .containsExactly("PRIVATE_TYPE Foo.Node private");
        assertThat(
                        refusals(
                                "static class A { private A() {} } void run(int n) { for (int i = 0; i < n; i++) { new A() { }; } }"))
                .containsExactly("UNREACHABLE_MEMBER new A private");
    }

    /** What is generated writes such types in full. */
    @Test
    void namesThatHideTypesAreTold() {
        assertThat(read("static int s; void run(int n) { int Foo = 0; for (int i = 0; i < n; i++) s += i; }")
                        .declared())
                .contains("Foo");
        assertThat(
                        read("void run(int n) { for (int i = 0; i < n; i++) { class List { } java.util.List<?> l = null; } }")
                                .declared())
                .contains("List");
    }

    @Test
    void bodiesWithErrorsAreReadToo() {
        MethodTextReader.Result result = new Sample()
                .with(
                        "p/Foo.java",
                        "package p; class Foo { int x; void run(int n) {"
                                + " for (int i = 0; i < n; i++) { Missing m = x.gone(i); new Missing(i) { }; this.lost = Missing::new; } } }")
                .readDespiteErrors();
        assertThat(((MethodTextReader.Result.Movable) result).text().loops()).hasSize(1);
    }

    @Test
    void unicodeEscapes() {
        assertThat(body("int name;", "\\u006eame = i; String \\u0061b = \"\\u0041\"; Str\\u0069ng c = \\u0061b;"))
                .isEqualTo("{ «self».\\u006eame = i; «then «T:java.lang.String» \\u0061b = \"\\u0041\";»"
                        + " «then «T:java.lang.String» c = \\u0061b;» }");
    }
}
