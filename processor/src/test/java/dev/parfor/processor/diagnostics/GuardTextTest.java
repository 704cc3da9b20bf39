package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Reach;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTextTest {

    private static final Type DOUBLES = new Type.Array(Type.Primitive.DOUBLE);
    private static final Type ROWS = new Type.Array(DOUBLES);

    private static final RangeExpr W = new RangeExpr.OfPath(path("w", Type.Primitive.INT));
    private static final RangeExpr J =
            new RangeExpr.Between(new RangeExpr.Constant(0), new RangeExpr.Sum(List.of(W, new RangeExpr.Constant(-1))));

    private static Path path(String name, Type type) {
        return new Path.OfVar(Var.of(name.hashCode(), name, type));
    }

    private static String text(Guard guard) {
        return guard.accept(new GuardText("i"));
    }

    @Test
    void twoArrays() {
        assertThat(text(new Guard.NotSame(path("x", DOUBLES), path("y", DOUBLES))))
                .isEqualTo("`x` and `y` are two arrays");
    }

    @Test
    void twoObjects() {
        assertThat(text(new Guard.NotSame(path("x", Type.OBJECT), path("y", DOUBLES))))
                .isEqualTo("`x` and `y` are two objects");
    }

    @Test
    void rows() {
        assertThat(text(new Guard.DistinctRows(path("a", ROWS), 1))).isEqualTo("no row of `a` stands twice in it");
        assertThat(text(new Guard.DistinctRows(path("a", new Type.Array(ROWS)), 2)))
                .isEqualTo("no row at depth 2 of `a` stands twice in it");
        assertThat(text(new Guard.DistinctRows(path("a", new Type.Array(Type.OBJECT)), 1)))
                .isEqualTo("no element of `a` stands twice in it");
    }

    @Test
    void rowsOfTwoArrays() {
        assertThat(text(new Guard.DisjointRows(path("a", ROWS), 1, path("b", ROWS), 1)))
                .isEqualTo("no row of `a` is a row of `b`");
        assertThat(text(new Guard.DisjointRows(path("x", DOUBLES), 0, path("b", ROWS), 1)))
                .isEqualTo("`x` is not a row of `b`");
        assertThat(text(new Guard.DisjointRows(path("a", ROWS), 1, path("x", DOUBLES), 0)))
                .isEqualTo("no row of `a` is `x`");
        Reach data = Reach.of(path("images", ROWS)).then(new Reach.EachElement());
        assertThat(text(new Guard.NotReached(path("x", DOUBLES), data))).isEqualTo("no `images[...]` is `x`");
    }

    @Test
    void ranges() {
        RangeExpr flat = new RangeExpr.Sum(
                List.of(new RangeExpr.Product(List.of(new RangeExpr.LoopIndex(), W)), J, new RangeExpr.Constant(-3)));
        assertThat(text(new Guard.Fits(flat, 32))).isEqualTo("`i * w + (0 .. w - 1) - 3` stays within `int`");
        assertThat(text(new Guard.Fits(flat, 64))).endsWith("stays within `long`");
        assertThat(text(new Guard.Narrower(J, W)))
                .isEqualTo("the values of `(0 .. w - 1)` span less than `w`, which is positive");
        assertThat(text(new Guard.AtLeast(W, 1))).isEqualTo("`w` is at least 1");
    }

    @Test
    void productsReadLikeJava() {
        RangeExpr minus = new RangeExpr.Product(List.of(new RangeExpr.Constant(-1), W));
        assertThat(text(new Guard.AtLeast(minus, 0))).isEqualTo("`-w` is at least 0");
        assertThat(text(new Guard.AtLeast(new RangeExpr.Sum(List.of(new RangeExpr.LoopIndex(), minus)), 0)))
                .isEqualTo("`i - w` is at least 0");
        RangeExpr ofSum = new RangeExpr.Product(
                List.of(W, new RangeExpr.Sum(List.of(new RangeExpr.LoopIndex(), new RangeExpr.Constant(1)))));
        assertThat(text(new Guard.AtLeast(ofSum, 0))).isEqualTo("`w * (i + 1)` is at least 0");
    }

    @Test
    void classes() {
        assertThat(text(new Guard.ExactClass(path("list", Type.OBJECT), "java.util.ArrayList")))
                .isEqualTo("the class of `list` is `ArrayList` itself");
        assertThat(text(new Guard.NotOverridden(path("f", Type.OBJECT), Samples.method("demo.Filter", "apply"))))
                .isEqualTo("the class of `f` does not override `Filter.apply`");
    }
}
