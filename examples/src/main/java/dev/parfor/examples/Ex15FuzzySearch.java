package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/**
 * Finds the lines of a novel in which something is said, in about these words: a reader loop.
 *
 * <p>Nobody knows how many lines there are before they have been read, and they can only be read one after the other. The loop says
 * so, and is parallel all the same: some lines are read, the threads search them, and the last statement, labelled {@code ordered:},
 * writes what was found in the order of the lines. The search is P. Sellers's (Journal of Algorithms 1, 1980): the edit distance of a
 * pattern to the part of the line that is nearest to it.
 */
final class Ex15FuzzySearch {

    private Ex15FuzzySearch() {}

    /** Appends to {@code out} the lines that contain {@code pattern} with at most so many errors; returns how many these are. */
    @ParallelFor
    static int search(BufferedReader in, String pattern, int errors, StringBuilder out) throws IOException {
        int number = 0;
        int found = 0;
        for (String line; (line = in.readLine()) != null; ) {
            int distance = distance(pattern, line.toLowerCase(Locale.ROOT));

            ordered:
            {
                number++;
                if (distance <= errors) {
                    found++;
                    out.append(number).append(": ").append(line).append('\n');
                }
            }
        }
        return found;
    }

    /** The least number of letters to change, add or leave out in {@code pattern} to make a part of {@code text} of it. */
    static int distance(String pattern, String text) {
        int[] column = new int[pattern.length() + 1];
        for (int i = 0; i < column.length; i++) {
            column[i] = i;
        }
        int least = pattern.length();
        for (int j = 0; j < text.length(); j++) {
            char c = text.charAt(j);
            int diagonal = 0;
            for (int i = 1; i < column.length; i++) {
                int changed = diagonal + (pattern.charAt(i - 1) == c ? 0 : 1);
                diagonal = column[i];
                column[i] = Math.min(changed, 1 + Math.min(diagonal, column[i - 1]));
            }
            least = Math.min(least, column[column.length - 1]);
        }
        return least;
    }

    private interface Search {
        int run(BufferedReader in, String pattern, int errors, StringBuilder out) throws IOException;
    }

    private static String run(Search search, String text) {
        StringBuilder out = new StringBuilder();
        try (BufferedReader in = new BufferedReader(new StringReader(text))) {
            search.run(in, "i am halv agoni, haf hope", 8, out);
        } catch (IOException memoryHasNone) {
            throw new java.io.UncheckedIOException(memoryHasNone);
        }
        return out.toString();
    }

    static List<Comparison.Row> show() throws IOException {
        String text = Examples.text("persuasion.txt");
        Comparison.Row row = Comparison.of(
                "Ex15 fuzzy search, " + text.lines().count() + " lines as they are read",
                () -> run(Ex15FuzzySearch::search, text),
                () -> run(Ex15FuzzySearchParallel::search, text),
                Comparison.sameBits());
        System.out.print(run(Ex15FuzzySearchParallel::search, text));
        return List.of(row);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
