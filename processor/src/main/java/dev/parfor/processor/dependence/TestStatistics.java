package dev.parfor.processor.dependence;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each test was asked and what it decided. Safe for use by several threads. */
public final class TestStatistics {

    /** The counts of one test; what is neither independent nor dependent went to the next test. */
    public record Count(long asked, long independent, long dependent) {

        public long decided() {
            return independent + dependent;
        }
    }

    private static final class Counters {
        private final LongAdder asked = new LongAdder();
        private final LongAdder independent = new LongAdder();
        private final LongAdder dependent = new LongAdder();
    }

    private final ConcurrentMap<String, Counters> counters = new ConcurrentHashMap<>();

    void record(String test, Verdict verdict) {
        Counters counter = counters.computeIfAbsent(test, name -> new Counters());
        counter.asked.increment();
        if (verdict instanceof Verdict.Independent) {
            counter.independent.increment();
        } else if (verdict instanceof Verdict.Dependent) {
            counter.dependent.increment();
        }
    }

    /** The counts so far, by name of the test in alphabetical order. */
    public SortedMap<String, Count> counts() {
        SortedMap<String, Count> counts = new TreeMap<>();
        counters.forEach((test, counter) ->
                counts.put(test, new Count(counter.asked.sum(), counter.independent.sum(), counter.dependent.sum())));
        return Collections.unmodifiableSortedMap(counts);
    }
}
