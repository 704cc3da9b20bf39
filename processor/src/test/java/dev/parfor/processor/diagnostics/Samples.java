package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values built by hand: one of each kind of refusal, and a loop {@code i} to judge. */
final class Samples {

    private Samples() {}

    /** A place in {@code Demo.java}. */
    static Span span(int line, String text) {
        return new Span("Demo.java", line, 1, text, -1);
    }

    /** {@code for (int i = 0; i < 10; i++) ;}. */
    static LoopNest loop() {
        return loop(LoopNest.Options.DEFAULT);
    }

    static LoopNest loop(LoopNest.Options options) {
        Var i = Var.of(1, "i", Type.Primitive.INT);
        Expr zero = new Expr.Literal(span(4, "0"), Type.Primitive.INT, Optional.of(0));
        LoopNest.Header header = new LoopNest.Header.Counted(
                span(4, "int i = 0; i < 10; i++"),
                i,
                true,
                zero,
                Operator.LESS,
                new Expr.Literal(span(4, "10"), Type.Primitive.INT, Optional.of(10)),
                new Expr.Literal(span(4, "1"), Type.Primitive.INT, Optional.of(1)));
        return new LoopNest(
                1,
                1,
                span(4, "for (int i = 0; i < 10; i++)"),
                method("Demo", "run"),
                Optional.empty(),
                header,
                new Stmt.Block(span(4, "{ }"), List.of()),
                options,
                LoopNest.Surroundings.NONE);
    }

    static MethodRef method(String owner, String name) {
        return new MethodRef(
                owner,
                name,
                "()",
                List.of(),
                Type.Special.VOID,
                true,
                false,
                true,
                false,
                false,
                false,
                false,
                Trust.NONE);
    }

    static Judgement.Parallel parallel(Plan plan, Proof proof) {
        return new Judgement.Parallel(loop(), plan, proof);
    }

    static Plan plan(List<Plan.Role> roles, Guard... guards) {
        return new Plan(roles, List.of(guards), 1024);
    }

    static Judgement.Refused refused(Refusal... reasons) {
        return new Judgement.Refused(loop(), List.of(reasons));
    }

    /** {@code x[i] += x[i - 1]}, with its two iterations. */
    static Refusal.Conflict carried() {
        return conflict(
                Refusal.Conflict.Kind.CARRIED,
                "x[i]",
                "x[i - 1]",
                new Refusal.Witness(1, 2, true, false, "x[1]"),
                "dependence: flow, distance (1), direction (<), by the strong SIV test");
    }

    static Refusal.Conflict conflict(
            Refusal.Conflict.Kind kind, String write, String read, Refusal.Witness witness, String technical) {
        return new Refusal.Conflict(
                kind,
                span(4, write),
                new Refusal.AccessSite(true, span(4, write), List.of()),
                new Refusal.AccessSite(false, span(5, read), List.of()),
                "x",
                Optional.ofNullable(witness),
                technical,
                List.of("k"));
    }

    /** Those about memory with two iterations that meet for certain values only, and if both come to it. */
    static List<Refusal> examples() {
        Refusal.Witness example =
                new Refusal.Witness(1, 2, true, false, "x[1]", List.of(new Refusal.Given("k", 1)), true);
        List<Refusal> all = new ArrayList<>();
        for (Refusal.Conflict.Kind kind : Refusal.Conflict.Kind.values()) {
            all.add(conflict(kind, "x[i]", "x[i + k]", example, ""));
        }
        return all;
    }

    /** One for each record and kind. */
    static List<Refusal> oneOfEach() {
        List<Refusal> all = new ArrayList<>();
        for (Refusal.Shape.Kind kind : Refusal.Shape.Kind.values()) {
            all.add(new Refusal.Shape(kind, span(4, "here"), "subject", Optional.of(span(5, "there"))));
        }
        for (Refusal.Conflict.Kind kind : Refusal.Conflict.Kind.values()) {
            all.add(conflict(kind, "x[i]", "x[i + k]", null, "tests"));
        }
        for (Refusal.Scalar.Kind kind : Refusal.Scalar.Kind.values()) {
            all.add(new Refusal.Scalar(kind, span(4, "s"), "s", Optional.of(span(5, "s += 1")), ""));
        }
        for (Refusal.Effect.Kind kind : Refusal.Effect.Kind.values()) {
            all.add(new Refusal.Effect(kind, span(4, "f(i)"), "Demo.f", List.of(span(9, "g(i)")), ""));
        }
        all.add(new Refusal.Contract(
                Refusal.Contract.Kind.WRITES,
                span(4, "n++"),
                Optional.of(span(9, "n")),
                "@Pure",
                "Noise.at",
                "Stepping.at",
                "this.last"));
        for (Refusal.Sync.Kind kind : Refusal.Sync.Kind.values()) {
            all.add(new Refusal.Sync(kind, span(4, "n++"), "n", Optional.of(span(9, "n")), ""));
        }
        for (Refusal.Misuse.Kind kind : Refusal.Misuse.Kind.values()) {
            all.add(new Refusal.Misuse(kind, span(4, "here"), "subject", "detail"));
        }
        all.add(new Refusal.Crash(span(4, "for"), "java.lang.IllegalStateException: why\n    at Demo"));
        return all;
    }
}
