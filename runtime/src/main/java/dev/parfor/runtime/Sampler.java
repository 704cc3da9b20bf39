package dev.parfor.runtime;

/**
 * Says "now" once in a while, so that loops too small to be measured every time are measured at all.
 *
 * <p>At random, not every so many times: two loops that take turns would otherwise meet the same one of them always. The
 * numbers come from a linear congruential generator in a line of its own for each of a few groups of threads, since a
 * counter that all threads share would cost more than the loops.
 *
 * <p><b>States.</b> Any number is a state. <b>Memory effects.</b> Plain access to array elements: a lost update is
 * another random number. <b>Failure.</b> None. <b>Source.</b> The multiplier is from P. L'Ecuyer, "Tables of Linear
 * Congruential Generators of Different Sizes and Good Lattice Structure", Mathematics of Computation 68, 1999.
 */
final class Sampler {

    private static final int GROUPS = 16;
    private static final int PADDING = 32;
    private static final int[] STATES = new int[(GROUPS + 1) * PADDING];

    private Sampler() {}

    /** True about once in 64 times. */
    static boolean isNow() {
        int group = (System.identityHashCode(Thread.currentThread()) & GROUPS - 1) + 1;
        int next = STATES[group * PADDING] * 1597334677 + 0x3C6EF35F;
        STATES[group * PADDING] = next;
        return next >>> 26 == 0;
    }
}
