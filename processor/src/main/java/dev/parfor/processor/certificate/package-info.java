/** Proofs as files, for checkers that share no code with what made them. */
package dev.parfor.processor.certificate;
