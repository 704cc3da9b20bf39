/**
 * From an annotated method's tree to {@link dev.parfor.processor.ir.MethodText}: the user's own text, cut at the places that
 * a generated class of the same package has to say differently.
 *
 * <p>Kernel text is spliced, not printed, so that every construct of the language, comments and layout included, survives as
 * written. In comes a method of the compilation, with its loops; variables, members and places are those of the loop IR.
 * {@link DeclarationScanner} lists what the method declares, {@link BodyScanner} finds the places to replace ({@link
 * Edits}), {@link Cutter} cuts the text there. What can't be said in another class is a {@link
 * dev.parfor.processor.ir.Refusal}: {@link Refusals} lists the forms.
 *
 * <p>Start with {@link MethodTextReader}.
 */
package dev.parfor.processor.frontend.text;
