package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectedTest {

    @Test
    void listsKeepTheOrderOfTheBlocks() {
        List<Integer> list = new ArrayList<>(List.of(1));
        Collected.addAll(list, new Object[] {List.of(2, 3), List.of(), List.of(4)});
        assertThat(list).containsExactly(1, 2, 3, 4);
    }

    @Test
    void nothingToAddDoesNotDisturbAnIterator() {
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        Iterator<Integer> iterator = list.iterator();
        Collected.addAll(list, new Object[] {new ArrayList<>(), new ArrayList<>()});
        assertThat(iterator.next()).isEqualTo(1);
    }

    @Test
    void textAndBits() {
        StringBuilder text = new StringBuilder("a");
        Collected.addAll(text, new Object[] {new StringBuilder("bc"), new StringBuilder(), new StringBuilder("d")});
        assertThat(text).hasToString("abcd");
        BitSet bits = new BitSet();
        bits.set(3);
        BitSet part = new BitSet();
        part.set(100);
        Collected.addAll(bits, new Object[] {part});
        assertThat(bits).hasToString("{3, 100}");
    }

    /** Keys that meet in a bucket stand there in the order in which they came. */
    @Test
    void hashOrderIsThatOfTheLoop() {
        Random random = new Random(1);
        for (int run = 0; run < 200; run++) {
            List<String> keys = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                keys.add((random.nextBoolean() ? "Aa" : "BB")
                        + (random.nextBoolean() ? "Aa" : "BB")
                        + random.nextInt(6));
            }
            Set<String> plainSet = new HashSet<>();
            Map<String, Integer> plainSums = new HashMap<>();
            Map<String, Integer> plainLast = new HashMap<>();
            Map<String, Integer> plainCounts = new HashMap<>();
            Object[] sets = new Object[6];
            Object[] sums = new Object[6];
            Object[] last = new Object[6];
            Object[] counts = new Object[6];
            for (int block = 0; block < 6; block++) {
                Set<String> set = new LinkedHashSet<>();
                Map<String, Integer> sum = new Collected.Merged<>();
                Map<String, Integer> put = new LinkedHashMap<>();
                Map<String, Integer> count = new LinkedHashMap<>();
                for (int i = 10 * block; i < 10 * block + 10; i++) {
                    String key = keys.get(i);
                    set.add(key);
                    plainSet.add(key);
                    sum.merge(key, i, Integer::sum);
                    plainSums.merge(key, i, Integer::sum);
                    put.put(key, i);
                    plainLast.put(key, i);
                    count.put(key, count.getOrDefault(key, 0) + 1);
                    plainCounts.put(key, plainCounts.getOrDefault(key, 0) + 1);
                }
                sets[block] = set;
                sums[block] = sum;
                last[block] = put;
                counts[block] = count;
            }
            Set<String> set = new HashSet<>();
            Collected.addEach(set, sets);
            assertThat(new ArrayList<>(set)).isEqualTo(new ArrayList<>(plainSet));
            Map<String, Integer> map = new HashMap<>();
            Collected.<Integer>mergeAll(map, sums, Integer::sum);
            assertThat(map).hasToString(plainSums.toString());
            map = new HashMap<>();
            Collected.putAll(map, last);
            assertThat(map).hasToString(plainLast.toString());
            map = new HashMap<>();
            Collected.countAll(map, counts);
            assertThat(map).hasToString(plainCounts.toString());
        }
    }

    /** With one key more than the table of a {@code HashMap} is made for, the next merge makes it larger. */
    @Test
    void tableGrowsAsInTheLoop() {
        for (int keys = 1; keys < 60; keys++) {
            for (int more = 0; more < 3; more++) {
                for (int blocks = 1; blocks < 5; blocks++) {
                    Map<Integer, Integer> plain = new HashMap<>();
                    Object[] parts = new Object[blocks];
                    int calls = keys + more;
                    for (int block = 0; block < blocks; block++) {
                        Map<Integer, Integer> own = new Collected.Merged<>();
                        for (int i = block * calls / blocks; i < (block + 1) * calls / blocks; i++) {
                            int key = (i < keys ? i : 0) * 7919;
                            plain.merge(key, i, Integer::sum);
                            own.merge(key, i, Integer::sum);
                        }
                        parts[block] = own;
                    }
                    Map<Integer, Integer> merged = new HashMap<>();
                    Collected.<Integer>mergeAll(merged, parts, Integer::sum);
                    assertThat(merged).hasToString(plain.toString());
                }
            }
        }
    }

    @Test
    void countsThatAreNullCannotBeCounted() {
        Map<String, Integer> map = new HashMap<>();
        map.put("a", null);
        assertThat(Collected.canCount(map, new Object[] {Map.of("b", 1)})).isTrue();
        assertThat(Collected.canCount(map, new Object[] {Map.of("b", 1), Map.of("a", 1)}))
                .isFalse();
    }

    @Test
    void countsOfLongsStayLongs() {
        Map<String, Long> map = new HashMap<>(Map.of("a", 1L));
        Collected.countAll(map, new Object[] {Map.of("a", 2L), Map.of("b", 5L)});
        assertThat(map).containsEntry("a", 3L).containsEntry("b", 5L);
    }
}
