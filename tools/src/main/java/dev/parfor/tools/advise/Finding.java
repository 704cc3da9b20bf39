package dev.parfor.tools.advise;

/**
 * A loop and what is known of it beside its verdict.
 *
 * @param nth which loop with this header it is in its method, from 1: with the method and the header its identity, which new
 *     lines above it do not change
 * @param isInsideParallel whether a loop around it is parallel already
 * @param samples of the recording in which it was running, called methods included
 * @param own those of them in which no loop further in was running
 */
record Finding(Loop loop, int nth, boolean isInsideParallel, long samples, long own) {

    /** {@code com.example.Vectors.dot}. */
    String place() {
        int dot = loop.type().lastIndexOf('.');
        return loop.type().substring(0, dot + 1) + loop.where();
    }

    /** The identity, in words. */
    String key() {
        return place() + " " + loop.loop() + (nth == 1 ? "" : " (" + nth + ")");
    }

    /** {@code Vectors.java:9}. */
    String line() {
        return loop.file().substring(loop.file().lastIndexOf('/') + 1) + ":" + loop.line();
    }
}
