package dev.parfor.processor.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.runtime.Blocks;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What loops do that update a field, a cell or an array privately: bits, exceptions, other names, on the true runtime. */
class MergedLoopsTest {

    private static final String LOOPS = """
            package merged;

            import dev.parfor.ParallelFor;

            class Loops {
                static final class Total {
                    private double sum;
                    int greatest = -5;
                }

                @ParallelFor
                static void weights(int[] key, double[] w, double[] h) {
                    for (int i = 0; i < key.length; i++) {
                        h[key[i]] += w[i];
                    }
                }

                @ParallelFor
                static void counts(int[] key, int[] h) {
                    for (int i = 0; i < key.length; i++) {
                        h[key[i]]++;
                    }
                }

                @ParallelFor
                static void total(double[] w, Total total) {
                    for (int i = 0; i < w.length; i++) {
                        total.sum += 100 / (int) Math.signum(w[i] + 2);
                    }
                }

                static double sum(Total total) {
                    return total.sum;
                }

                @ParallelFor
                static void intoCell(double[] x, double[] s) {
                    for (int i = 0; i < x.length; i++) {
                        s[3] += x[i];
                    }
                }

                @ParallelFor
                static int last(int[] x, int k) {
                    int last = -1;
                    for (int i = 0; i < x.length; i++) {
                        if (x[i] == k) last = i;
                    }
                    return last;
                }

                @ParallelFor
                static int best(int[] x) {
                    int best = 0;
                    for (int i = 1; i < x.length; i++) {
                        if (x[i] >= x[best]) {
                            best = i;
                        }
                    }
                    return best;
                }
            }
            """;

    private static final Compiled COMPILED =
            Compiled.with(List.of(JavaFileObjects.forSourceString("merged.Loops", LOOPS)));
    private static final ClassLoader LOADER = COMPILED.loader();

    private static final int N = 50_000;
    private static final int CELLS = 64;

    private static Object run(Team team, String method, Object... arguments) {
        Method original = Corpus.method("merged.Loops", method, LOADER);
        Object[] all = new Object[arguments.length + 1];
        all[0] = team;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            Method variant = Compiled.variantOf(original).orElseThrow();
            variant.setAccessible(true);
            return variant.invoke(null, all);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Team> teams() {
        Team two = Team.of(2);
        return List.of(Team.of(1), two, two.withSchedule(Schedule.DYNAMIC, 1), Team.of(5));
    }

    private static int[] keys() {
        return new Random(3).ints(N, 0, CELLS).toArray();
    }

    private static double[] weights() {
        return new Random(4).doubles(N, -1, 1).toArray();
    }

    @Test
    void aHistogramOfDoublesHasTheAssociationOfItsBlocks() {
        int[] keys = keys();
        double[] weights = weights();
        Blocks blocks = Blocks.ofCopies(N, 1024, CELLS, 1);
        assertThat(blocks.count()).isGreaterThan(10);
        double[] expected = new double[CELLS];
        Arrays.fill(expected, 0.1);
        for (int block = 0; block < blocks.count(); block++) {
            double[] copy = new double[CELLS];
            Arrays.fill(copy, block == 0 ? 0.1 : -0.0);
            for (int i = (int) blocks.start(block); i < blocks.end(block); i++) {
                copy[keys[i]] += weights[i];
            }
            for (int cell = 0; cell < CELLS; cell++) {
                expected[cell] = block == 0 ? copy[cell] : expected[cell] + copy[cell];
            }
        }
        for (Team team : teams()) {
            double[] h = new double[CELLS];
            Arrays.fill(h, 0.1);
            run(team, "weights", keys, weights, h);
            assertThat(h).as(team.toString()).isEqualTo(expected);
        }
    }

    @Test
    void anExceptionLeavesTheArrayAsItWas() {
        int[] keys = keys();
        keys[N - 7] = CELLS + 3;
        keys[N - 3] = -1;
        for (Team team : teams()) {
            int[] h = new int[CELLS];
            h[2] = 9;
            assertThatThrownBy(() -> run(team, "counts", keys, h))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                    .hasMessageContaining("67");
            int[] before = new int[CELLS];
            before[2] = 9;
            assertThat(h).isEqualTo(before);
        }
    }

    @Test
    void anArrayThatIsItsOwnKeysIsCountedAsWritten() {
        int[] keys = new int[N];
        int[] expected = new int[N];
        for (int i = 0; i < N; i++) {
            keys[i] = expected[i] = (i * 31) % 50;
        }
        for (int i = 0; i < N; i++) {
            expected[expected[i]]++;
        }
        for (Team team : teams()) {
            int[] h = keys.clone();
            run(team, "counts", h, h);
            assertThat(h).isEqualTo(expected);
        }
    }

    @Test
    void aLoopTooShortForCopiesWorksOnTheArrayItself() {
        int[] h = new int[100_000];
        run(Team.of(2), "counts", keys(), h);
        assertThat(Arrays.stream(h).sum()).isEqualTo(N);
    }

    @Test
    void aPrivateFieldIsWrittenWhenTheLoopHasEnded() throws ReflectiveOperationException {
        double[] w = weights();
        for (Team team : teams()) {
            Object total = newTotal();
            run(team, "total", w, total);
            assertThat(sum(total)).isEqualTo(100.0 * N);
        }
        w[N - 1] = -2;
        for (Team team : teams()) {
            Object total = newTotal();
            assertThatThrownBy(() -> run(team, "total", w, total)).isInstanceOf(ArithmeticException.class);
            assertThat(sum(total)).isZero();
        }
    }

    private static Object newTotal() throws ReflectiveOperationException {
        var constructor = LOADER.loadClass("merged.Loops$Total").getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    private static double sum(Object total) throws ReflectiveOperationException {
        Method sum = Corpus.method("merged.Loops", "sum", LOADER);
        sum.setAccessible(true);
        return (double) sum.invoke(null, total);
    }

    @Test
    void aCellOfTheArrayThatIsReadIsSummedAsWritten() {
        double[] x = weights();
        double[] expected = x.clone();
        for (int i = 0; i < N; i++) {
            expected[3] += expected[i];
        }
        for (Team team : teams()) {
            double[] s = x.clone();
            run(team, "intoCell", s, s);
            assertThat(s).isEqualTo(expected);
        }
    }

    @Test
    void aCellThatIsNotThereThrowsWhatTheLoopThrows() {
        for (Team team : teams()) {
            assertThatThrownBy(() -> run(team, "intoCell", weights(), new double[2]))
                    .isInstanceOf(ArrayIndexOutOfBoundsException.class);
            run(team, "intoCell", new double[0], new double[2]);
        }
    }

    @Test
    void theLastOneIsThatOfTheLoop() {
        int[] x = keys();
        for (Team team : teams()) {
            assertThat(run(team, "last", x, 999)).isEqualTo(-1);
            for (int at : new int[] {0, 1023, 1024, N - 1}) {
                x[at] = 1000 + at;
                assertThat(run(team, "last", x, 1000 + at)).isEqualTo(at);
            }
        }
    }

    @Test
    void theLastOfEqualMaximaIsThatOfTheLoop() {
        int[] x = new int[N];
        for (Team team : teams()) {
            assertThat(run(team, "best", x)).isEqualTo(N - 1);
        }
        x[0] = 5;
        for (Team team : teams()) {
            assertThat(run(team, "best", x)).isEqualTo(0);
        }
        x[2000] = 5;
        for (Team team : teams()) {
            assertThat(run(team, "best", x)).isEqualTo(2000);
        }
    }
}
