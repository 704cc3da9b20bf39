package dev.parfor.processor.frontend;

import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.LoopNest;

/**
 * A loop that is to be made parallel, as a tree of an attributed method.
 *
 * @param ordinal position among the meant loops of its method, from 1
 * @param path of the loop statement itself, not of its label
 * @param isNested whether it stands in another meant loop
 * @param extras what its header does beside counting, once it is read
 */
public record MeantLoop(int ordinal, TreePath path, LoopNest.Options options, boolean isNested, HeaderExtras extras) {

    /** The same, after reading. */
    MeantLoop as(LoopReading reading) {
        return reading instanceof LoopReading.Readable readable
                ? new MeantLoop(ordinal, path, options, isNested, readable.extras())
                : this;
    }
}
