package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work arrays of the caller's: what the last iteration leaves is there after the loop, and nothing where something was thrown. */
class KeptArraysTest {

    private static final String LOOPS = """
            package kept;

            import dev.parfor.ParallelFor;

            class Loops {
                @ParallelFor
                static void divide(int[] x, int[] work, int from, int to) {
                    for (int i = 0; i < x.length; i++) {
                        for (int j = from; j < to; j++) {
                            work[j] = 1000 / x[i] + j;
                        }
                        int sum = 0;
                        for (int j = from; j < to; j++) {
                            sum += work[j];
                        }
                        x[i] = sum;
                    }
                }

                @ParallelFor
                static void down(int[] x, int[] work, int from, int to) {
                    for (int i = 0; i < x.length; i++) {
                        for (int j = to; j > from; j--) {
                            work[j] = x[i];
                        }
                        x[i] = 3;
                    }
                }
            }
            """;

    private static final Compiled COMPILED =
            Compiled.with(List.of(JavaFileObjects.forSourceString("kept.Loops", LOOPS)));
    private static final ClassLoader LOADER = COMPILED.loader();

    private static List<Team> teams() {
        Team two = Team.of(2);
        return List.of(
                two.withSchedule(Schedule.STATIC),
                two.withSchedule(Schedule.DYNAMIC, 1),
                Team.of(5).withSchedule(Schedule.GUIDED));
    }

    private static void run(Team team, int[] x, int[] work) throws Throwable {
        run("divide", team, x, work, 2, 5);
    }

    private static void run(String method, Team team, int[] x, int[] work, int from, int to) throws Throwable {
        Method original = Corpus.method("kept.Loops", method, LOADER);
        Method variant = Compiled.variantOf(original).orElseThrow();
        variant.setAccessible(true);
        try {
            variant.invoke(null, team, x, work, from, to);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int[] numbers(int n) {
        return IntStream.rangeClosed(1, n).toArray();
    }

    private static int[] work() {
        return new int[] {-1, -2, -3, -4, -5, -6, -7};
    }

    @Test
    void isParallel() {
        assertThat(COMPILED.accepted()).isEqualTo(2);
    }

    @Test
    void aRangeBeyondAllNumbersIsEmpty() throws Throwable {
        for (Team team : teams()) {
            int[] work = work();
            run("down", team, numbers(100), work, Integer.MAX_VALUE, Integer.MIN_VALUE);
            assertThat(work).as(team.toString()).containsExactly(work());
            run("down", team, numbers(100), work, 1, 3);
            assertThat(work).as(team.toString()).containsExactly(-1, -2, 100, 100, -5, -6, -7);
        }
    }

    @Test
    void theLastIterationDecides() throws Throwable {
        for (Team team : teams()) {
            int[] work = work();
            run(team, numbers(100), work);
            assertThat(work).as(team.toString()).containsExactly(-1, -2, 12, 13, 14, -6, -7);
        }
    }

    @Test
    void nothingIsLeftBehindByAnException() throws Throwable {
        for (int failing : List.of(0, 50, 99)) {
            for (Team team : teams()) {
                int[] x = numbers(100);
                x[failing] = 0;
                int[] work = work();
                Throwable thrown = null;
                try {
                    run(team, x, work);
                } catch (ArithmeticException e) {
                    thrown = e;
                }
                assertThat(thrown).as(team.toString()).isNotNull();
                assertThat(work).as(team.toString()).containsExactly(work());
            }
        }
    }

    @Test
    void oneThreadWorksOnTheArrayItself() throws Throwable {
        int[] work = work();
        run(Team.of(1), numbers(100), work);
        assertThat(work).containsExactly(-1, -2, 12, 13, 14, -6, -7);
        int[] x = numbers(100);
        x[50] = 0;
        try {
            run(Team.of(1), x, work);
        } catch (ArithmeticException e) {
            assertThat(work).containsExactly(-1, -2, 22, 23, 24, -6, -7);
            return;
        }
        throw new AssertionError("nothing is thrown");
    }

    @Test
    void noIterationsLeaveItAlone() throws Throwable {
        for (Team team : teams()) {
            int[] work = work();
            run(team, new int[0], work);
            assertThat(work).containsExactly(work());
            run(team, new int[0], null);
        }
    }

    @Test
    void oneArrayUnderTwoNamesIsWorkedOnInOrder() throws Throwable {
        int[] expected = numbers(40);
        for (int i = 0; i < expected.length; i++) {
            for (int j = 2; j < 5; j++) {
                expected[j] = 1000 / expected[i] + j;
            }
            expected[i] = expected[2] + expected[3] + expected[4];
        }
        for (Team team : teams()) {
            int[] both = numbers(40);
            run(team, both, both);
            assertThat(both).as(team.toString()).containsExactly(expected);
        }
        assertThat(Arrays.stream(expected).sum())
                .isNotEqualTo(Arrays.stream(numbers(40)).sum());
    }
}
