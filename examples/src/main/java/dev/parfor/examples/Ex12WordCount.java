package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts the words of a novel, Jane Austen's <i>Persuasion</i>.
 *
 * <p>The first attempt of most people is one map for all: a loop over the words with {@code counts.merge(word, 1,
 * Integer::sum)}. Its iterations meet in the map, and a {@code HashMap} breaks when two threads change it. The cure
 * is old and needs no concurrent map: cut the text into parts, count each part into a map of its own, and add the
 * maps up afterwards. The loop over the parts is parallel, since each iteration fills a map that it has made and
 * stores it in its own cell; adding up is plain code after the loop.
 */
final class Ex12WordCount {

    private Ex12WordCount() {}

    /** Sets {@code counts[p]} to the words of {@code text} between {@code from[p]} and {@code to[p]}. */
    @ParallelFor
    static void countParts(String text, int[] from, int[] to, Map<String, Integer>[] counts) {
        for (int p = 0; p < counts.length; p++) {
            counts[p] = countWords(text, from[p], to[p]);
        }
    }

    /** How often each word occurs: a run of letters and apostrophes, in lower case as the text is. */
    static Map<String, Integer> countWords(String text, int from, int to) {
        HashMap<String, Integer> counts = new HashMap<>();
        int i = from;
        while (i < to) {
            int start = i;
            while (i < to && isLetter(text.charAt(i))) {
                i++;
            }
            if (i > start) {
                String word = text.substring(start, i);
                Integer before = counts.get(word);
                counts.put(word, before == null ? 1 : before + 1);
            } else {
                i++;
            }
        }
        return counts;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c == '\'';
    }

    /** Adds up the counts of parts. */
    static Map<String, Integer> merge(Map<String, Integer>[] counts) {
        Map<String, Integer> all = new HashMap<>();
        for (Map<String, Integer> part : counts) {
            part.forEach((word, count) -> all.merge(word, count, Integer::sum));
        }
        return all;
    }

    /** Where part {@code p} of {@code parts} begins (it ends where the next begins): never inside a word. */
    static int[] cuts(String text, int parts) {
        int[] cuts = new int[parts + 1];
        for (int p = 1; p < parts; p++) {
            int cut = Math.max(cuts[p - 1], (int) ((long) text.length() * p / parts));
            while (cut < text.length() && isLetter(text.charAt(cut))) {
                cut++;
            }
            cuts[p] = cut;
        }
        cuts[parts] = text.length();
        return cuts;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Integer>[] tables(int parts) {
        return (Map<String, Integer>[]) new Map<?, ?>[parts];
    }

    /** The text in lower case. */
    static String novel() throws IOException {
        return Examples.text("persuasion.txt").toLowerCase(Locale.ROOT);
    }

    static List<Comparison.Row> show() throws IOException {
        String text = novel();
        int parts = 32;
        int[] cuts = cuts(text, parts);
        int[] from = Arrays.copyOfRange(cuts, 0, parts);
        int[] to = Arrays.copyOfRange(cuts, 1, parts + 1);
        Comparison.Row row = Comparison.of(
                "Ex12 word count, " + text.length() / 1000 + " thousand characters",
                () -> {
                    Map<String, Integer>[] counts = tables(parts);
                    countParts(text, from, to, counts);
                    return merge(counts);
                },
                () -> {
                    Map<String, Integer>[] counts = tables(parts);
                    Ex12WordCountParallel.countParts(text, from, to, counts);
                    return merge(counts);
                },
                Comparison.sameBits());

        Map<String, Integer>[] counts = tables(parts);
        Ex12WordCountParallel.countParts(text, from, to, counts);
        Map<String, Integer> words = merge(counts);
        System.out.println(words.size() + " different words; the most frequent of more than five letters:");
        words.entrySet().stream()
                .filter(word -> word.getKey().length() > 5)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(12)
                .forEach(word -> System.out.printf("%12s %4d%n", word.getKey(), word.getValue()));
        return List.of(row);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
