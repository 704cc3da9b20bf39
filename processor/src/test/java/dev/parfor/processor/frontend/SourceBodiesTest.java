package dev.parfor.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Bodies of the methods that a method {@code start} calls. */
final class SourceBodiesTest {

    private static void inStart(String unit, BiConsumer<Bodies, List<MethodRef>> check) {
        List<String> ran = new ArrayList<>();
        Reading.compile(JavaFileObjects.forSourceString("A", unit), (frontend, path) -> {
            if (!path.getLeaf().toString().contains("start()")) {
                return;
            }
            List<MethodRef> called = new ArrayList<>();
            MethodRef start = new NestReader(frontend, path).method();
            Stmt body = frontend.bodies().of(start).orElseThrow().body();
            new IrScanner() {
                @Override
                public Void call(Expr.Call e) {
                    called.add(e.method());
                    return super.call(e);
                }

                @Override
                public Void create(Expr.New e) {
                    called.add(e.constructor());
                    return super.create(e);
                }
            }.scan(body);
            check.accept(frontend.bodies(), called);
            ran.add("ran");
        });
        assertThat(ran).containsExactly("ran");
    }

    private static String body(Bodies bodies, MethodRef method) {
        return bodies.of(method)
                .map(b -> b.thisType().map(t -> t + " ").orElse("") + b.parameters() + "\n" + IrPrinter.print(b.body()))
                .orElse("none");
    }

    @Test
    void methodsOfOtherClasses() {
        inStart(
                "class A { void start() { new B().f(1); B.g(); toString(); } } class B { int n; int f(int x) { return x + n; } static void g() { } }",
                (bodies, called) -> {
                    assertThat(body(bodies, called.get(0))).isEqualTo("B [x]\n {\n  return x + this.n;\n}\n");
                    assertThat(body(bodies, called.get(2))).isEqualTo("[]\n {\n}\n");
                    assertThat(body(bodies, called.get(3))).isEqualTo("none");
                });
    }

    @Test
    void constructorsBeginWithWhatIsImplied() {
        inStart("""
                class A { void start() { new B(); new C(1); new C(); new D(2); new E(3, 4).x(); new E(1); } }
                class B { int n = 3; static int s = 4; { n++; } double[] w = {n}; }
                class C extends B { final int k; C(int k) { this.k = k; } C() { this(7); } }
                class D { D(int a) { super(); f(); } int g = f(); int f() { return 1; } }
                record E(int x, int y) { E { if (x < 0) throw new IllegalArgumentException(); } E(int x) { this(x, 1); } }
                """, (bodies, called) -> {
            assertThat(body(bodies, called.get(0)))
                    .isEqualTo("B []\n {\n  java.lang.Object.<init>();\n  this.n = 3;\n   {\n    this.n++;\n  }\n"
                            + "  this.w = new double[] {this.n};\n}\n");
            assertThat(body(bodies, called.get(1))).isEqualTo("C [k]\n {\n  B.<init>();\n  this.k = k;\n}\n");
            assertThat(body(bodies, called.get(2))).isEqualTo("C []\n {\n  C.<init>(7);\n}\n");
            assertThat(body(bodies, called.get(3)))
                    .isEqualTo("D [a]\n {\n  java.lang.Object.<init>();\n  this.g = this.f();\n  this.f();\n}\n");
            assertThat(body(bodies, called.get(4))).isEqualTo("E []\n {\n  return this.x;\n}\n");
            assertThat(body(bodies, called.get(6))).isEqualTo("E [x]\n {\n  E.<init>(x, 1);\n}\n");
            assertThat(body(bodies, called.get(5)))
                    .isEqualTo("E [x, y]\n {\n  java.lang.Record.<init>();\n  if (x < 0) {\n"
                            + "    throw new java.lang.IllegalArgumentException();\n  }\n"
                            + "  this.x = x;\n  this.y = y;\n}\n");
        });
    }

    @Test
    void recordsWithoutAConstructor() {
        inStart("class A { void start() { new R(1, null).b(); } record R(int a, int[] b) { } }", (bodies, called) -> {
            assertThat(body(bodies, called.get(1)))
                    .isEqualTo("A.R [a, b]\n {\n  java.lang.Record.<init>();\n  this.a = a;\n  this.b = b;\n}\n");
            assertThat(body(bodies, called.get(0))).isEqualTo("A.R []\n {\n  return this.b;\n}\n");
        });
    }

    @Test
    void classInitializers() {
        inStart(
                """
                class A { void start() { } static final int C = 3; static int n = 4; int m = 5; static { n = C; } static final Object O = new Object(); }
                interface I { int[] W = {1}; }
                enum F { X, Y(2); F() { } F(int n) { } }
                """,
                (bodies, called) -> {
                    assertThat(bodies.initializer("A").map(IrPrinter::print))
                            .hasValue(" {\n  A.n = 4;\n   {\n    A.n = 3;\n  }\n  A.O = new java.lang.Object();\n}\n");
                    assertThat(bodies.initializer("I").map(IrPrinter::print))
                            .hasValue(" {\n  I.W = new int[] {1};\n}\n");
                    assertThat(bodies.initializer("F").map(IrPrinter::print))
                            .hasValue(" {\n  F.X = new F();\n  F.Y = new F(2);\n}\n");
                    assertThat(bodies.initializer("java.lang.Object")).isEmpty();
                    assertThat(bodies.initializer("nowhere.Known")).isEmpty();
                });
    }

    @Test
    void theMethodThatRuns() {
        inStart("""
                class A { void start(I i, P p) { i.f(); i.d(); p.e(); p.toString(); } void start() { start(null, null); I i = null; i.f(); i.d(); new Q().e(); p(null); } static void p(P p) { p.toString(); } }
                interface I { void f(); default void d() { } }
                abstract class P { void e() { } public String toString() { return ""; } }
                class Q extends P implements I { public void f() { } }
                final class R extends Q { public void d() { } void e() { } }
                """, (bodies, called) -> {
            MethodRef f = called.get(1);
            MethodRef d = called.get(2);
            MethodRef e = called.get(3);
            assertThat(resolved(bodies, f, "Q")).isEqualTo("Q.f()");
            assertThat(resolved(bodies, f, "R")).isEqualTo("Q.f()");
            assertThat(resolved(bodies, d, "Q")).isEqualTo("I.d()");
            assertThat(resolved(bodies, d, "R")).isEqualTo("R.d()");
            assertThat(resolved(bodies, e, "Q")).isEqualTo("P.e()");
            assertThat(resolved(bodies, e, "R")).isEqualTo("R.e()");
            assertThat(resolved(bodies, f, "I")).isEqualTo("none");
            assertThat(resolved(bodies, f, "Unknown")).isEqualTo("none");
        });
    }

    private static String resolved(Bodies bodies, MethodRef method, String className) {
        return Optional.of(method)
                .flatMap(m -> bodies.resolve(m, className))
                .map(MethodRef::toString)
                .orElse("none");
    }
}
