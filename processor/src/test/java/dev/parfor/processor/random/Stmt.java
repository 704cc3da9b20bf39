package dev.parfor.processor.random;

import java.util.List;

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

    /**
     * {@code for (kind index = start; index relation bound; index += step)}.
     *
     * @param declared whether the header declares the index; otherwise it is a variable that exists before
     * @param marked whether this is the loop to make parallel
     */
    record For(
            String index,
            Kind kind,
            boolean declared,
            Expr start,
            String relation,
            Expr bound,
            Expr step,
            Block body,
            boolean marked)
            implements Stmt {}

    record While(Expr condition, Block body) implements Stmt {}

    /** Of the innermost loop. */
    record Continue() implements Stmt {}

    /** Out of the innermost loop. */
    record Break() implements Stmt {}

    static Block block(Stmt... statements) {
        return new Block(List.of(statements));
    }
}
