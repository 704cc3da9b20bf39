package dev.parfor.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.corpus.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Random loops, judged by the processor and by an oracle that knows which iterations meet.
 *
 * <p>{@code -Dparfor.random.loops=20000} says how many, {@code -Dparfor.random.seed=7} where to begin, {@code
 * -Dparfor.random.themes='HASHES|BITS'} which alone. A long run takes half the
 * time with {@code -XX:TieredStopAtLevel=1}: most classes live for one batch. The loops of a failure are printed
 * as small as they fail, with the seed. At the end a table tells what was refused although no input showed a conflict:
 * not each of these is safe, but all that are needlessly refused are among them.
 */
class RandomLoopTest {

    private static final int LOOPS = Integer.getInteger("parfor.random.loops", 1500);
    private static final long SEED = Long.getLong("parfor.random.seed", 1);
    private static final Pattern THEMES = Pattern.compile(System.getProperty("parfor.random.themes", ".*"));
    private static final int BATCH = 250;
    private static final int MOST_FAILURES = Integer.getInteger("parfor.random.failures", 5);

    private final List<String> failures = new ArrayList<>();
    private final Tally tally = new Tally();

    @Test
    void acceptedLoopsAreIndependent() {
        Iterator<Program> drawn = LongStream.iterate(SEED * 1_000_000, seed -> seed + 1)
                .mapToObj(LoopGenerator::make)
                .filter(program -> THEMES.matcher(program.theme()).matches())
                .iterator();
        for (int from = 0; from < LOOPS && failures.size() < MOST_FAILURES; from += BATCH) {
            List<Program> programs = new ArrayList<>();
            for (int i = from; i < Math.min(LOOPS, from + BATCH); i++) {
                programs.add(drawn.next().named("m" + i));
            }
            run(programs);
        }
        System.out.println(tally.table());
        assertThat(failures).as(String.join("\n\n", failures)).isEmpty();
        assertThat(tally.regions()).as("variants that ran as a region").isGreaterThan(LOOPS / 20);
    }

    private void run(List<Program> programs) {
        Batch batch = new Batch(programs);
        if (!batch.compiles()) {
            String errors = batch.errors();
            Optional<Program> culprit = programs.stream()
                    .filter(p -> !new Batch(List.of(p)).compiles())
                    .findFirst();
            Program smallest = culprit.map(p -> Shrinker.shrink(p, RandomLoopTest::compilesPlainlyOnly))
                    .orElse(null);
            failures.add(smallest == null ? errors : report(smallest, new Batch(List.of(smallest)).errors()));
            return;
        }
        for (Program program : programs) {
            Verdict verdict = batch.verdict(program);
            Checker.Seen seen = batch.check(program);
            tally.add(program, verdict, seen);
            Optional<Checker.Finding> finding = seen.finding();
            if (verdict.codes().isEmpty() || verdict.codes().contains("PF901")) {
                failures.add(report(program, "no verdict but " + verdict));
            } else if (finding.isEmpty() && verdict.isAccepted() && tally.accepted() % 4 == 0) {
                batch.onTrueRuntime(
                        program,
                        (method, variant) -> TeamRuns.difference(program, method, variant)
                                .ifPresent(text -> failures.add(report(program, text))));
            }
            if (finding.isPresent() && failures.size() < MOST_FAILURES) {
                Checker.Fault fault = finding.get().fault();
                Program smallest = Shrinker.shrink(program, p -> shows(p, fault));
                Batch alone = new Batch(List.of(smallest));
                String text = alone.check(smallest)
                        .finding()
                        .map(Checker.Finding::text)
                        .orElse("");
                failures.add(report(smallest, fault + ": " + text + "\n" + alone.verdict(smallest)));
            }
        }
    }

    private static boolean shows(Program program, Checker.Fault fault) {
        Batch batch = new Batch(List.of(program));
        return batch.compiles()
                && batch.check(program)
                        .finding()
                        .filter(f -> f.fault() == fault)
                        .isPresent();
    }

    private static boolean compilesPlainlyOnly(Program program) {
        return Text.compiles(program) && !new Batch(List.of(program)).compiles();
    }

    private static String report(Program program, String what) {
        return what + "\nseed " + program.seed() + "\n" + Text.method(program, "Loops");
    }
}
