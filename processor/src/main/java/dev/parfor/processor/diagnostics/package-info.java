/**
 * What the user reads: the numbers, the titles and every sentence.
 *
 * <p>In come a {@link dev.parfor.processor.judgement.Judgement} or {@link dev.parfor.processor.ir.Refusal}s, which hold names
 * and places but no text; out come {@link dev.parfor.processor.diagnostics.Message}s. Promised: one {@link
 * dev.parfor.processor.diagnostics.Code} for each kind of refusal, each with a page under {@code docs/diagnostics}; three
 * verbs that are never mixed, <em>is proved parallel</em>, <em>must stay sequential</em> (two iterations are named that meet)
 * and <em>was not proved parallel</em> (we don't know). Printing is not this package's business. Start with {@link
 * dev.parfor.processor.diagnostics.Messages}; each family of codes has its texts in a file of its own.
 */
package dev.parfor.processor.diagnostics;
