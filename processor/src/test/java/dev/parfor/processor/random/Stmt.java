package dev.parfor.processor.random;

import java.util.List;
import java.util.Optional;

/** A statement of a random loop. */
sealed interface Stmt {

    record Block(List<Stmt> statements) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }
    }

    record Declare(String name, Kind kind, Expr value) implements Stmt {}

    /** {@code target operator value}, such as {@code x[i] += 2}. */
    record Assign(Expr target, String operator, Expr value) implements Stmt {}

    /** {@code target++} or {@code target--}. */
    record Step(Expr target, boolean up) implements Stmt {}

    record Eval(Expr.Call call) implements Stmt {}

    record If(Expr condition, Block then, Block otherwise) implements Stmt {}

    /** Ways to write a counted loop. */
    enum Spelling {
        FOR,
        /** The step stands at the end of the body, which has no {@code continue}. */
        WHILE,
        /** {@code for (i = start + 1; --i >= bound; )}: by one, up or down. */
        STEPS_FIRST,
        /** {@code for (i = start + 1; i-- > 0; )}: down to zero. */
        COMPARES_FIRST
    }

    /**
     * {@code for (kind index = start; index relation bound && also; index += step)}.
     *
     * @param declared whether the header declares the index; otherwise it is a variable that exists before
     * @param marked whether this is the loop to make parallel
     * @param spelling how it is written; it does the same whichever way
     */
    record For(
            String index,
            Kind kind,
            boolean declared,
            Expr start,
            String relation,
            Expr bound,
            Optional<Expr> also,
            Expr step,
            Block body,
            boolean marked,
            Spelling spelling)
            implements Stmt {

        /** From zero up, one by one. */
        static For upTo(Expr.Var index, Expr bound, Block body) {
            return new For(
                    index.name(),
                    index.kind(),
                    true,
                    Expr.of(0),
                    "<",
                    bound,
                    Optional.empty(),
                    Expr.of(1),
                    body,
                    false,
                    Spelling.FOR);
        }

        For with(Block other) {
            return new For(index, kind, declared, start, relation, bound, also, step, other, marked, spelling);
        }

        For from(Expr other) {
            return new For(index, kind, declared, other, relation, bound, also, step, body, marked, spelling);
        }

        For to(String otherRelation, Expr other) {
            return new For(index, kind, declared, start, otherRelation, other, also, step, body, marked, spelling);
        }

        For by(Expr other) {
            return new For(index, kind, declared, start, relation, bound, also, other, body, marked, spelling);
        }

        For whileAlso(Expr condition) {
            return new For(
                    index,
                    kind,
                    declared,
                    start,
                    relation,
                    bound,
                    Optional.of(condition),
                    step,
                    body,
                    marked,
                    spelling);
        }

        For undeclared() {
            return new For(index, kind, false, start, relation, bound, also, step, body, marked, spelling);
        }

        For written(Spelling other) {
            return new For(index, kind, declared, start, relation, bound, also, step, body, marked, other);
        }

        For mark() {
            return new For(index, kind, declared, start, relation, bound, also, step, body, true, spelling);
        }
    }

    /**
     * A statement whose only accesses to the target are part of an update that may come in any order among its like.
     *
     * @param operator updates by different ones do not commute
     */
    record Merging(Expr target, String operator, Stmt body) implements Stmt {}

    /** {@code synchronized (lock) { ... }}. */
    record Synchronized(Expr lock, Block body) implements Stmt {}

    /** A call of a method of the JDK that changes its receiver: {@code add}, {@code merge}, {@code addAndGet}. */
    record Library(String method, Expr receiver, List<Expr> arguments) implements Stmt {
        public Library {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code for (element : array)}. */
    record ForEach(Expr.Var element, Expr array, Block body, boolean marked) implements Stmt {}

    /** @param testFirst false for {@code do} */
    record While(Expr condition, Block body, boolean testFirst) implements Stmt {}

    /**
     * {@code switch (selector)}: case 0, 1, ... and the last one {@code default}.
     *
     * @param fallsThrough whether the first case goes on into the second
     */
    record Switch(Expr selector, List<Block> cases, boolean fallsThrough) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }
    }

    /** @param caught a simple name of {@code java.lang}; the finally block may be empty */
    record Try(Block body, Optional<String> caught, Block handler, Block finalizer) implements Stmt {}

    /** {@code label: { ... }}. */
    record Labeled(String label, Block body) implements Stmt {}

    /** {@code break}, {@code continue}, {@code break label}, {@code continue marked}. */
    record Jump(String text) implements Stmt {}

    /** From a helper, or from the loop's method with a number of type {@code int}. */
    record Return(Optional<Expr> value) implements Stmt {}

    /** {@code throw new IllegalStateException("thrown")}. */
    record Throw() implements Stmt {}

    static Block block(Stmt... statements) {
        return new Block(List.of(statements));
    }

    static If when(Expr condition, Stmt... statements) {
        return new If(condition, block(statements), block());
    }
}
