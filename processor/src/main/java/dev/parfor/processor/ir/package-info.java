/**
 * The loop IR: immutable values that know nothing of the compiler they were read from.
 *
 * <p>In comes nothing; every other package imports this one. {@link LoopNest} is an annotated loop with its header, body and
 * surroundings, {@link Stmt} and {@link Expr} are typed Java statements and expressions, and {@link SourceText} is the
 * user's own text with the places marked that generated code has to say differently. {@link Refusal} is the one way in which
 * any phase says no. {@link IrPrinter} prints all of it. Tests build these values by hand.
 *
 * <p>Nothing here decides anything. Start with {@link LoopNest}.
 */
package dev.parfor.processor.ir;
