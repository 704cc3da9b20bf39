package dev.parfor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the comparison notices: variants with a defect each. */
class EquivalenceTest {

    private static void copy(int[] x, int[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] + 1;
        }
    }

    private static Equivalence copying(Equivalence.Parallel variant) {
        return Equivalence.of("x", "y")
                .sizes(0, 1, 7)
                .teams(1, 2)
                .arguments(in -> new Object[] {in.of(int[].class), in.of(int[].class)})
                .sequential(a -> {
                    copy((int[]) a[0], (int[]) a[1]);
                    return null;
                })
                .parallel(variant);
    }

    private static List<String> failures(Equivalence equivalence) {
        List<String> failures = new ArrayList<>();
        for (Equivalence.Case one : equivalence.cases()) {
            try {
                one.check().run();
            } catch (AssertionError failure) {
                failures.add(one.name() + ": " + failure.getMessage());
            }
        }
        return failures;
    }

    @Test
    void equalVariantPasses() {
        Equivalence equal = copying((team, a) -> {
            copy((int[]) a[0], (int[]) a[1]);
            return null;
        });
        assertThat(failures(equal)).isEmpty();
        assertThat(equal.cases().stream().map(Equivalence.Case::name))
                .containsExactly(
                        "arguments that the method takes",
                        "size 0, arguments 1",
                        "size 0, arguments 2",
                        "size 1, arguments 1",
                        "size 1, arguments 2",
                        "size 7, arguments 1",
                        "size 7, arguments 2",
                        "size 7, x and y are one",
                        "size 7, x is half as long",
                        "size 7, y is half as long");
    }

    @Test
    void anArgumentThatDiffersIsNoticed() {
        List<String> failures = failures(copying((team, a) -> {
            copy((int[]) a[0], (int[]) a[1]);
            ((int[]) a[1])[((int[]) a[1]).length - 1]--;
            return null;
        }));
        assertThat(failures)
                .hasSize(8)
                .anyMatch(
                        f -> f.startsWith("size 7, arguments 1: team of 1, AUTO, against the method itself: y[6] is "));
    }

    @Test
    void aliasesAndExceptionsAreNoticed() {
        List<String> failures = failures(copying((team, a) -> {
            int[] x = (int[]) a[0];
            int[] y = (int[]) a[1];
            if (x == y) {
                y[0] = -1;
            } else if (y.length < x.length) {
                throw new IllegalStateException();
            } else {
                copy(x, y);
            }
            return null;
        }));
        assertThat(failures)
                .hasSize(2)
                .anyMatch(f -> f.startsWith("size 7, x and y are one: "))
                .anyMatch(
                        f -> f.startsWith("size 7, y is half as long: ")
                                && f.contains(
                                        "java.lang.IllegalStateException is thrown, not java.lang.ArrayIndexOutOfBoundsException"));
    }

    @Test
    void aTeamThatAddsInAnotherOrderIsNoticed() {
        Equivalence sum = Equivalence.of("x")
                .sizes(7)
                .teams(1, 2)
                .arguments(in -> new Object[] {in.of(double[].class)})
                .sequential(a -> 0.5)
                .parallel((team, a) -> team.threads() == 1 ? 0.5 : Math.nextUp(0.5));
        assertThat(failures(sum))
                .isNotEmpty()
                .allMatch(
                        f -> f.contains("team of 2, AUTO, against team of 1, AUTO: the result is 0.5000000000000001"));
    }

    @Test
    void argumentsThatAlwaysThrowShowNothing() {
        Equivalence useless = Equivalence.of("n")
                .sizes(0, 7)
                .arguments(in -> new Object[] {in.of(int.class)})
                .sequential(a -> {
                    throw new IllegalArgumentException();
                })
                .parallel((team, a) -> {
                    throw new IllegalArgumentException();
                });
        assertThatThrownBy(useless.cases().get(0).check()::run)
                .hasMessageContaining("nothing is tested")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
