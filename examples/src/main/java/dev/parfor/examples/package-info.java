/**
 * Programs to read in the order of their numbers. Each is one file: the idea in prose, the annotated loop, which is also
 * the sequential twin, and a {@code main} that runs both on real input, checks that they agree, shows the result and
 * prints both times.
 *
 * <p>{@link dev.parfor.examples.RunAll} runs all of them; {@link dev.parfor.examples.Gallery} shows the loops that are
 * refused, with the compiler's messages. Pictures go to {@code examples/out}. Where the shipped data comes from is in
 * NOTICE. Start with {@link dev.parfor.examples.Ex01Saxpy}.
 */
package dev.parfor.examples;
