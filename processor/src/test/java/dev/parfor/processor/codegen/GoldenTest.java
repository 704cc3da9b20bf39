package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.MethodText.Modifier.CLASS_INITIALIZES;
import static dev.parfor.processor.ir.MethodText.Modifier.CLASS_PUBLIC;
import static dev.parfor.processor.ir.MethodText.Modifier.DEPRECATED;
import static dev.parfor.processor.ir.MethodText.Modifier.OVERRIDABLE;
import static dev.parfor.processor.ir.MethodText.Modifier.PUBLIC;
import static dev.parfor.processor.ir.MethodText.Modifier.STATIC;
import static dev.parfor.processor.ir.MethodText.Modifier.SYNCHRONIZED;
import static dev.parfor.processor.ir.MethodText.Modifier.VARARGS;
import static dev.parfor.processor.ir.Operator.ADD;
import static dev.parfor.processor.ir.Operator.GREATER_EQUAL;
import static dev.parfor.processor.ir.Operator.LESS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.processor.judgement.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What generated code looks like. The files under {@code src/test/resources/codegen} are written anew by running this test
 * with {@code -Dgolden.write=true}.
 */
class GoldenTest {

    private static void assertGolden(String name, String text) throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of("src/test/resources/codegen", name + ".java.txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void dot() throws IOException {
        Scenario s = new Scenario("Vectors")
                .method("double", "dot", "double[] a", "double[] b")
                .modifiers(STATIC, PUBLIC, CLASS_PUBLIC, CLASS_INITIALIZES)
                .documentation(" The scalar product.\n\n @param a one\n @param b the other, see {@link #norm}\n");
        Var sum = s.local("double sum");
        s.loop()
                .counted("int i", "0", LESS, "{{a}}.length", "int", "1")
                .body("{{sum}} += {{a}}[i] * {{b}}[i];")
                .roles(new Role.Reduction(sum, ADD))
                .schedule("DYNAMIC", 0)
                .parallel()
                .body("double sum = 0;\n{{#1}}\nreturn sum;");
        assertGolden("VectorsParallel", s.facade());
        assertGolden("VectorsParallelKernels", s.kernels());
    }

    @Test
    void guardsOnAFlatMatrix() throws IOException {
        Scenario s = new Scenario("Matrix")
                .method("void", "copy", "double[] in", "double[] out", "int n", "int stride", "double[][] rows")
                .modifiers(STATIC, DEPRECATED);
        Path in = new Path.OfVar(s.var("in"));
        Path out = new Path.OfVar(s.var("out"));
        RangeExpr n = new RangeExpr.OfPath(new Path.OfVar(s.var("n")));
        RangeExpr stride = new RangeExpr.OfPath(new Path.OfVar(s.var("stride")));
        RangeExpr j = new RangeExpr.Between(
                new RangeExpr.Constant(0), new RangeExpr.Sum(List.of(n, new RangeExpr.Constant(-1))));
        Path rows = new Path.OfVar(s.var("rows"));
        s.loop()
                .counted("int i", "0", LESS, "{{n}}", "int", "1")
                .body(
                        "{\n    for (int j = 0; j < {{n}}; j++) {\n        {{out}}[i * {{stride}} + j] = {{in}}[j]; // a row\n    }\n}")
                .guards(
                        new Guard.NotSame(in, out),
                        new Guard.DistinctRows(rows, 1),
                        new Guard.DisjointRows(in, 0, rows, 1),
                        new Guard.Narrower(j, stride),
                        new Guard.Fits(
                                new RangeExpr.Sum(
                                        List.of(new RangeExpr.Product(List.of(new RangeExpr.LoopIndex(), stride)), j)),
                                32),
                        new Guard.AtLeast(stride, 1))
                .trusted(new Proof.Trusted("@Pure", "Matrix.f", "no state"))
                .minimumBlock(1)
                .parallel()
                .body("{{#1}}");
        assertGolden("MatrixParallelKernels", s.kernels());
    }

    @Test
    void everyRoleOfAVariable() throws IOException {
        Span then = Span.of("the branch");
        Scenario s = new Scenario("Stats")
                .method("int", "extremes", "final float[] x")
                .modifiers(STATIC, VARARGS);
        Var t = s.local("float t");
        Var best = s.local("float best");
        Var at = s.local("int at");
        Var last = s.local("float last");
        Var k = s.local("int k");
        s.piece("then", new Piece.Then(then, s.text("{\n        {{best}} = {{t}};\n        {{at}} = {{k}};\n    }")));
        s.loop()
                .counted("long i", "{{x}}.length - 1", GREATER_EQUAL, "0", "int", "-1")
                .body(
                        "{\n    {{t}} = {{x}}[(int) i];\n    if ({{t}} >= {{best}}) {{?then}}\n    {{k}}++;\n    {{last}} = {{t}};\n}")
                .roles(
                        new Role.Private(t),
                        new Role.CompareExtreme(best, GREATER_EQUAL, List.of(at), Optional.of(then)),
                        new Role.Induction(k, List.of(new Role.Term(1, List.of()))),
                        new Role.LastValue(last))
                .unassigned("t")
                .parallel()
                .body("float t, best = 0, last = 0;\nint at = -1, k = 0;\n{{#1}}\nreturn at;");
        assertGolden("StatsParallel", s.facade());
        assertGolden("StatsParallelKernels", s.kernels());
    }

    @Test
    void aGenericSynchronizedInstanceMethodWithPrivateMembers() throws IOException {
        TypeParameter t = new TypeParameter("T", List.of(TypeParser.parse("Comparable<T>")));
        Scenario s = new Scenario("Bag")
                .method("void", "update", "List<T> values")
                .classTypeParameters(TypeParser.parse("Bag<T>"), t)
                .modifiers(SYNCHRONIZED, OVERRIDABLE, PUBLIC)
                .thrown("IOException");
        s.piece(
                "cells",
                new Piece.PrivateGet(
                        s.field("Object[] cells", false, true), TypeParser.parse("T[]"), s.text("{{this}}")));
        s.loop()
                .each("T value", "{{values}}", "List<T>", true)
                .body("{\n    // every cell has one value\n    {{this}}.check(value);\n    {{?cells}}[0] = value;\n}")
                .parallel();
        s.body("""
                String text = \"""
                    $L and $T,
                  kept
                \""";
                if (!{{values}}.isEmpty()) {
                    {{#1}}
                }""");
        assertGolden("BagParallel", s.facade());
        assertGolden("BagParallelKernels", s.kernels());
    }
}
