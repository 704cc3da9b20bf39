package dev.parfor.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/**
 * The lines of a reader, some at a time: what generated code calls for {@code while ((line = in.readLine()) != null)}.
 *
 * <p>A line that is not there yet is waited for only where there is none to work on. So a loop that answers line by line gets the
 * next line from whoever waits for the answer.
 */
public final class Lines {

    /** As many lines are read at most before they are worked on: several blocks, where there is something to combine. */
    public static final int AT_ONCE = 4096;

    private Lines() {}

    /**
     * Adds what can be read now to {@code lines}: at least one line, unless the reader has come to its end. Where reading throws, what was
     * read before is in {@code lines}.
     *
     * @return whether there may be more
     */
    public static boolean read(BufferedReader in, List<? super String> lines) throws IOException {
        String line;
        while ((line = in.readLine()) != null) {
            lines.add(line);
            if (lines.size() >= AT_ONCE || !isReady(in)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReady(BufferedReader in) {
        try {
            return in.ready();
        } catch (IOException e) {
            // the next line will say so, or be read all the same
            return false;
        }
    }
}
