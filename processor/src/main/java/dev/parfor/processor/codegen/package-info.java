/**
 * Decisions in, Java source out; the only package that knows JavaPoet.
 *
 * <p>{@link dev.parfor.processor.codegen.FacadeWriter} writes {@code FooParallel}, which users call, from signatures alone.
 * {@link dev.parfor.processor.codegen.KernelsWriter} writes {@code FooParallelKernels} from the users' own text, one nested
 * class per parallel loop; {@link dev.parfor.processor.codegen.LoopWriter} is the file to read for its shape. Output depends on
 * the input values alone, compiles without warnings, and calls nothing but the public runtime API.
 *
 * <p>Nothing is decided here: what is parallel, in which way and under which guards is the {@link
 * dev.parfor.processor.judgement.Plan}'s business.
 */
package dev.parfor.processor.codegen;
