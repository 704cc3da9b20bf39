package dev.parfor.examples;

import dev.parfor.runtime.ProgressListener;
import java.io.Console;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Draws the progress of loops as a bar, for {@code team.withProgress(bar)}. A {@link ProgressListener} may be any function; this one hands on
 * what it is told to a library, {@code me.tongfei:progressbar}.
 */
final class Bar implements ProgressListener, AutoCloseable {

    private static final int WIDTH = 79;
    private static final int MILLIS = 100;

    private final ProgressBar bar;

    private Bar(ProgressBar bar) {
        this.bar = bar;
    }

    /** On standard error, if the program has a terminal; otherwise this does nothing. */
    static Bar onTerminal(String task) {
        return new Bar(hasTerminal() ? of(task, System.err) : null);
    }

    private static ProgressBar of(String task, PrintStream out) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build();
    }

    /** Input and output both; since JDK 22 there is a console without one, too. */
    private static boolean hasTerminal() {
        Console console = System.console();
        try {
            return console != null
                    && (Runtime.version().feature() < 22
                            || (Boolean) Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException impossible) {
            return false;
        }
    }

    @Override
    public void progress(String loop, long completed, long tripCount) {
        if (bar != null) {
            bar.maxHint(tripCount);
            bar.stepTo(completed);
            bar.setExtraMessage(" " + loop);
        }
    }

    /** Leaves the bar as it is, and goes to the next line. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
