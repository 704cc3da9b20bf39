/**
 * Polynomial facts turned into the linear integer problems that the dependence tests decide.
 *
 * <p>Every product of unknowns becomes an unknown of its own, which only loses solutions' structure, never solutions: what
 * is proved of the linear problem holds for the polynomial one.
 */
package dev.parfor.processor.proving;
