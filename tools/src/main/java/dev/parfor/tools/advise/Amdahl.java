package dev.parfor.tools.advise;

/**
 * What a faster part makes of the whole.
 *
 * <p><b>Source.</b> G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities",
 * AFIPS 1967.
 */
final class Amdahl {

    private Amdahl() {}

    /**
     * How many times faster a program becomes at most, if a part of its time is divided among cores without loss.
     *
     * @param share of the time, 0 to 1
     */
    static double gain(double share, int cores) {
        return 1 / (1 - share + share / cores);
    }
}
