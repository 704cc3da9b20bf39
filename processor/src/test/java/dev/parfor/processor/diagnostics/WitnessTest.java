package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A witness is a promise: the two iterations of a message exist, come in this order, and meet in this cell. */
class WitnessTest {

    private static final Pattern WITNESS = Pattern.compile(
            "iteration i = (-?\\d+) (writes|reads) x\\[(\\d+)]; iteration i = (-?\\d+) (writes|reads) x\\[(\\d+)]");

    /** {@code for (int i = start; i < (or >) bound; i += step) x[a * i + b] = x[c * i + d];}. */
    private record Loop(int start, int bound, int step, int a, int b, int c, int d) {

        static Loop random(Random random) {
            int step = random.nextInt(5) - 2;
            return new Loop(
                    random.nextInt(12),
                    random.nextInt(24),
                    step == 0 ? 3 : step,
                    random.nextInt(7) - 3,
                    random.nextInt(30),
                    random.nextInt(7) - 3,
                    random.nextInt(30));
        }

        List<Integer> iterations() {
            List<Integer> all = new ArrayList<>();
            for (int i = start; step > 0 ? i < bound : i > bound; i += step) {
                all.add(i);
            }
            return all;
        }

        int written(int i) {
            return a * i + b;
        }

        int read(int i) {
            return c * i + d;
        }

        /** Subscripts below zero end the loop before iterations can meet. */
        boolean staysInside() {
            return iterations().stream().allMatch(i -> written(i) >= 0 && read(i) >= 0);
        }

        boolean meets() {
            return iterations().stream()
                    .anyMatch(i -> iterations().stream()
                            .anyMatch(j -> !i.equals(j) && (written(i) == written(j) || written(i) == read(j))));
        }

        String source(int number) {
            return """
                        @ParallelFor static void run%d(int[] x) {
                            for (int i = %d; i %s %d; i += %d) {
                                x[%d * i + %d] = x[%d * i + %d];
                            }
                        }
                    """.formatted(number, start, step > 0 ? "<" : ">", bound, step, a, b, c, d);
        }
    }

    @Test
    void witnessesHold() {
        long seed = 20;
        Random random = new Random(seed);
        List<Loop> loops = new ArrayList<>();
        StringBuilder source = new StringBuilder("class Snippet {\n");
        while (loops.size() < 120) {
            Loop loop = Loop.random(random);
            if (loop.staysInside() && (loops.size() % 2 == 0 || loop.meets())) {
                source.append(loop.source(loops.size()));
                loops.add(loop);
            }
        }
        Snippet.Result result = Snippet.compile(source + "}\n", "-Aparfor.report=all", "-Xmaxerrs", "1000");
        int witnesses = 0;
        for (int n = 0; n < loops.size(); n++) {
            Loop loop = loops.get(n);
            String about = "seed " + seed + ", " + loop;
            // five lines each, behind the line of the class
            long first = 2 + 5L * n;
            List<Snippet.Found> found = result.found().stream()
                    .filter(f -> f.line() >= first
                            && f.line() < first + 5
                            && !f.code().isEmpty())
                    .toList();
            assertThat(found).as(about).isNotEmpty();
            boolean proved = found.stream().allMatch(f -> f.code().startsWith("PF0"));
            assertThat(proved).as("%s: %s", about, found).isEqualTo(!loop.meets());
            for (Snippet.Found refusal : found) {
                Matcher witness = WITNESS.matcher(refusal.text());
                boolean stated = witness.find();
                assertThat(stated)
                        .as("%s: %s", about, refusal)
                        .isEqualTo(refusal.text().contains("must stay"));
                if (stated) {
                    witnesses++;
                    assertHolds(loop, witness, about + ": " + refusal.text());
                }
            }
        }
        assertThat(witnesses).isGreaterThan(30);
    }

    /** Iteration 0 meets iteration 1, but it ends the loop before. */
    @Test
    void namesIterationsThatAccessNothingBelowZero() {
        Snippet.Result result = Snippet.compile("""
                class Snippet {
                    @ParallelFor static void run(int[] x) {
                        for (int i = 0; i < x.length; i++) {
                            x[i] = x[i - 1];
                        }
                    }
                }
                """);
        assertThat(result.found())
                .filteredOn(f -> !f.code().isEmpty())
                .singleElement()
                .satisfies(
                        f -> assertThat(f.text()).contains("iteration i = 1 writes x[1]; iteration i = 2 reads x[1]"));
    }

    private static void assertHolds(Loop loop, Matcher witness, String about) {
        int earlier = Integer.parseInt(witness.group(1));
        int later = Integer.parseInt(witness.group(4));
        List<Integer> iterations = loop.iterations();
        assertThat(iterations).as(about).contains(earlier, later);
        assertThat(iterations.indexOf(earlier)).as(about).isLessThan(iterations.indexOf(later));
        assertThat(witness.group(2) + witness.group(5)).as(about).contains("writes");
        assertThat(cell(loop, earlier, witness.group(2))).as(about).hasToString(witness.group(3));
        assertThat(cell(loop, later, witness.group(5))).as(about).hasToString(witness.group(6));
        assertThat(witness.group(3)).as(about).isEqualTo(witness.group(6));
    }

    private static Integer cell(Loop loop, int i, String does) {
        return does.equals("writes") ? loop.written(i) : loop.read(i);
    }
}
