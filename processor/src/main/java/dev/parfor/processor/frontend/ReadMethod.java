package dev.parfor.processor.frontend;

import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.List;

/**
 * A marked method, read a round after it was found.
 *
 * @param path of its declaration
 * @param meant its meant loops as trees, in source order
 * @param loops what came of reading them
 * @param misuses what is wrong with the marks on its loops, or that it has no loop at all
 * @param isAttributed whether anything could be read in it: otherwise its one loop says why not
 * @param isErroneous whether javac has errors for it: then there is nothing else to say
 * @param warnOnly whether a refusal of all its loops is a warning: it is one for each of them
 * @param warningsSuppressed whether {@code @SuppressWarnings("parfor")} is on it or on a class around it
 */
public record ReadMethod(
        Signature signature,
        MethodRef method,
        Span span,
        TreePath path,
        List<MeantLoop> meant,
        List<LoopReading> loops,
        List<Refusal> misuses,
        boolean isAttributed,
        boolean isErroneous,
        boolean warnOnly,
        boolean warningsSuppressed) {
    public ReadMethod {
        meant = List.copyOf(meant);
        loops = List.copyOf(loops);
        misuses = List.copyOf(misuses);
    }
}
