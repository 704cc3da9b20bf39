package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Items keep the order of their source in every stage that is in order, whatever the team, and what fails ends it there. */
@Timeout(120)
class PipelineTest {

    private static Team team;

    @BeforeAll
    static void open() {
        team = Team.of(4);
    }

    @AfterAll
    static void close() {
        team.close();
    }

    @Test
    void itemsKeepTheirOrder() {
        for (int threads : new int[] {1, 2, 3, 8}) {
            try (Team some = Team.of(threads)) {
                for (int n : new int[] {0, 1, 2, 17, 1000, 20_000}) {
                    List<Integer> numbered = new ArrayList<>();
                    List<Integer> out = new ArrayList<>();
                    long read = Pipeline.from(IntStream.range(0, n).iterator())
                            .map(i -> (int) (i + 0 * Loops.work(i & 63)))
                            .mapInOrder(i -> {
                                numbered.add(i);
                                return i % 3 == 0 ? null : i;
                            })
                            .map(i -> 2 * i)
                            .run(some, out::add);
                    assertThat(read).isEqualTo(n);
                    assertThat(numbered).isEqualTo(IntStream.range(0, n).boxed().toList());
                    assertThat(out)
                            .isEqualTo(IntStream.range(0, n)
                                    .filter(i -> i % 3 != 0)
                                    .mapToObj(i -> 2 * i)
                                    .toList());
                }
            }
        }
    }

    @Test
    void linesOfAReader() {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, 5000).forEach(i -> text.append("line ").append(i).append('\n'));
        BufferedReader reader = new BufferedReader(new StringReader(text.toString()));
        StringBuilder out = new StringBuilder();
        long lines = Pipeline.from(reader::readLine)
                .map(String::toUpperCase)
                .run(team, line -> out.append(line).append('\n'));
        assertThat(lines).isEqualTo(5000);
        assertThat(out).asString().isEqualTo(text.toString().toUpperCase());
    }

    @Test
    void parallelStagesRunAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);
        List<Integer> out = new ArrayList<>();
        Pipeline.from(List.of(1, 2).iterator())
                .map(i -> {
                    both.await(60, TimeUnit.SECONDS);
                    return i;
                })
                .run(team, out::add);
        assertThat(out).containsExactly(1, 2);
    }

    /** A slow sink keeps the source from running away: each thread holds one batch. */
    @Test
    void theSourceIsNotReadAhead() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger ahead = new AtomicInteger();
        Pipeline.<Integer>from(() -> read.get() < 3000 ? read.getAndIncrement() : null)
                .run(team, i -> {
                    Loops.work(3000);
                    ahead.accumulateAndGet(read.get() - i, Math::max);
                });
        assertThat(ahead.get()).isLessThanOrEqualTo(4 * 512);
    }

    /** On one thread an item is read when the one before is done. */
    @Test
    void oneThreadIsThePlainLoop() {
        List<String> all = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        try (Team one = Team.of(1)) {
            Pipeline.<Integer>from(() -> {
                        all.add("read");
                        return next.get() < 3 ? next.getAndIncrement() : null;
                    })
                    .run(one, i -> all.add("done"));
        }
        assertThat(all).containsExactly("read", "done", "read", "done", "read", "done", "read");
    }

    /** Failures in the source, in any stage and in the sink: the first item that failed decides, and none after it comes to the sink. */
    @Test
    void theFirstFailureInOrderWins() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(200);
            int[] fails = new int[n];
            for (int f = 1 + random.nextInt(4); f > 0; f--) {
                fails[random.nextInt(n)] = 1 + random.nextInt(4);
            }
            Exception[] thrown = new Exception[n];
            AtomicInteger next = new AtomicInteger();
            List<Integer> out = new ArrayList<>();
            Throwable seen = catchThrowable(() -> Pipeline.<Integer>from(
                            () -> next.get() < n ? at(fails, thrown, next.getAndIncrement(), 1) : null)
                    .map(i -> at(fails, thrown, i, 2))
                    .mapInOrder(i -> at(fails, thrown, i, 3))
                    .run(team, i -> {
                        at(fails, thrown, i, 4);
                        out.add(i);
                    }));
            int lowest = 0;
            while (fails[lowest] == 0) {
                lowest++;
            }
            assertThat(seen).as("round %d", round).isNotNull().isSameAs(thrown[lowest]);
            assertThat(out).isEqualTo(IntStream.range(0, lowest).boxed().toList());
        }
    }

    private static int at(int[] fails, Exception[] thrown, int i, int stage) throws IOException {
        if (fails[i] == stage) {
            IOException failure = new IOException("item " + i + " in stage " + stage);
            thrown[i] = failure;
            throw failure;
        }
        return i;
    }

    @Test
    void aTokenADeadlineAndAClosedTeamEndIt() {
        CancellationToken token = new CancellationToken();
        List<Integer> out = new ArrayList<>();
        AtomicInteger next = new AtomicInteger();
        LoopCancelledException seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Pipeline.<Integer>from(next::getAndIncrement).run(team.withToken(token), i -> {
                    out.add(i);
                    if (i == 1000) {
                        token.cancel();
                    }
                }));
        assertThat(seen.reason()).isEqualTo(LoopCancelledException.Reason.TOKEN);
        assertThat(out).isEqualTo(IntStream.range(0, out.size()).boxed().toList());
        assertThat(seen.completedIterations()).isEqualTo(out.size()).isGreaterThan(1000);

        seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Pipeline.<Integer>from(next::getAndIncrement)
                        .run(team.withDeadline(Duration.ofMillis(50)), i -> Loops.work(10)));
        assertThat(seen.reason()).isEqualTo(LoopCancelledException.Reason.DEADLINE);

        Team closed = Team.of(2);
        closed.close();
        seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Pipeline.<Integer>from(next::getAndIncrement).run(closed, i -> {}));
        assertThat(seen.reason()).isEqualTo(LoopCancelledException.Reason.TEAM_CLOSED);
    }

    @Test
    void anInterruptEndsItWhereItMayAndIsKeptElsewhere() {
        Thread.currentThread().interrupt();
        LoopCancelledException seen = catchThrowableOfType(
                LoopCancelledException.class,
                () -> Pipeline.from(List.of(1, 2, 3).iterator()).run(team.interruptible(), i -> {}));
        assertThat(seen.reason()).isEqualTo(LoopCancelledException.Reason.INTERRUPTED);
        List<Integer> out = new ArrayList<>();
        Pipeline.from(IntStream.range(0, 5000).iterator()).run(team, out::add);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(out).hasSize(5000);
    }

    @Test
    void nestedOnesFinish() {
        AtomicInteger sum = new AtomicInteger();
        Pipeline.from(IntStream.range(0, 40).iterator())
                .map(i -> {
                    List<Integer> inner = new ArrayList<>();
                    Pipeline.from(IntStream.range(0, 30).iterator())
                            .map(k -> k + i)
                            .run(team, inner::add);
                    return inner.size();
                })
                .run(team, sum::addAndGet);
        assertThat(sum.get()).isEqualTo(1200);
    }
}
