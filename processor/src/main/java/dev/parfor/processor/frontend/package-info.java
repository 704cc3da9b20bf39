/**
 * From javac's trees to the loop IR. The only package that knows {@code com.sun.source}.
 *
 * <p>The first round reads signatures alone ({@code LoopFinder}); bodies are read a round later, when the generated facades
 * exist, because attributing a class while types that it uses are missing makes javac report false errors. Everything that is
 * read in one round goes through one {@link Frontend}: elements and variables keep their identity within a round, not between
 * rounds. {@code NestReader} reads a meant loop; what it can't read is a {@link dev.parfor.processor.ir.Refusal}.
 *
 * <p>Nothing here decides whether a loop is parallel. Start with {@link Frontend}.
 */
package dev.parfor.processor.frontend;
