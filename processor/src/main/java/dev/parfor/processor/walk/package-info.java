/**
 * The symbolic walk: one iteration of the parallel loop is executed on values that stand for all iterations at once.
 *
 * <p>In comes a {@link dev.parfor.processor.ir.LoopNest} and a way to find other bodies; out come the accesses to memory
 * that existed before the iteration, each with its cell as a polynomial and the facts known there, the uses of variables that may still
 * hold the previous iteration's value, and the effects that are not accesses. Calls are walked into with their arguments,
 * so that a callee's accesses appear in terms of the loop's own indices. Inner loops are walked twice: once to find what each
 * variable gains per iteration, once with that knowledge to record.
 *
 * <p>Everything errs on one side: an access may be recorded that never happens, a cell may be larger than it is, a fact may
 * be missing; never the other way round. Start with {@link dev.parfor.processor.walk.BodyWalker}.
 */
package dev.parfor.processor.walk;
