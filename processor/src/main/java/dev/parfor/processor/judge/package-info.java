/**
 * From facts to a decision.
 *
 * <p>In comes a {@link dev.parfor.processor.ir.LoopNest}, out goes a {@link dev.parfor.processor.judgement.Judgement}. Reductions
 * come from {@code scalars}, accesses from {@code walk}; here every pair of accesses is put to the tests of {@code
 * dependence}, with guards where a fact is left to run time. Nothing is accepted that is not a theorem under those guards and the
 * user's assertions. {@link dev.parfor.processor.judge.Soundness} lists the conditions that this rests on. Start with {@link
 * dev.parfor.processor.judge.Judge}.
 */
package dev.parfor.processor.judge;
