package dev.parfor.processor.judgement;

import java.util.List;

/**
 * What a judgement rests on.
 *
 * @param accesses number of memory accesses of the body
 * @param pairs each pair that could meet, with the test that excluded it
 * @param trusted what was taken on trust
 */
public record Proof(int accesses, List<Pair> pairs, List<Trusted> trusted) {
    public Proof {
        pairs = List.copyOf(pairs);
        trusted = List.copyOf(trusted);
    }

    /**
     * Two accesses that never meet in different iterations.
     *
     * @param first as printed: {@code write y[i]}
     * @param second likewise
     * @param by the deciding test or rule
     * @param guards numbers, from 1, of the guards it rests on
     */
    public record Pair(String first, String second, String by, List<Integer> guards) {
        public Pair {
            guards = List.copyOf(guards);
        }
    }

    /** An assertion that was relied on: what it says of what, and the user's reason. */
    public record Trusted(String annotation, String subject, String reason) {}
}
