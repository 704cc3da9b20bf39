package dev.parfor.processor.checked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Compiled;
import dev.parfor.runtime.CollisionException;
import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops generated in checked mode: where two iterations meet they say so, where none do they change nothing. */
class CheckedTest {

    private static final Compiled COLLIDING = compiled("Colliding");
    private static final ClassLoader LOADER = COLLIDING.loader();
    private static final List<Team> TEAMS = List.of(
            Team.of(1),
            Team.of(2),
            Team.of(7).withSchedule(Schedule.DYNAMIC, 1),
            Team.of(3).withSchedule(Schedule.STATIC));

    private static Compiled compiled(String name) {
        return Compiled.with(
                List.of(JavaFileObjects.forResource("checked/" + name + ".java")), "-Aparfor.checked=true");
    }

    private static Method method(ClassLoader loader, String className, String name) throws Exception {
        return Arrays.stream(loader.loadClass(className).getMethods())
                .filter(m -> m.getName().equals(name) && m.getDeclaringClass() != Object.class)
                .findFirst()
                .orElseThrow();
    }

    /** Runs the variant of a method of {@code Colliding}. */
    private static Object call(Team team, String name, Object... arguments) throws Throwable {
        Method original = method(LOADER, "checked.Colliding", name);
        Method variant = Compiled.variantOf(original).orElseThrow();
        List<Object> all = new ArrayList<>();
        all.add(team);
        if (!Modifier.isStatic(original.getModifiers())) {
            all.add(original.getDeclaringClass().getConstructor().newInstance());
        }
        all.addAll(Arrays.asList(arguments));
        try {
            variant.setAccessible(true);
            return variant.invoke(null, all.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static CollisionException collision(Team team, String name, Object... arguments) {
        Throwable thrown = catchThrowable(() -> call(team, name, arguments));
        assertThat(thrown).isInstanceOf(CollisionException.class);
        return (CollisionException) thrown;
    }

    private static int[] upTo(int n) {
        return IntStream.range(0, n).toArray();
    }

    @Test
    void falseTrustIsToldWithBothIterations() {
        for (Team team : TEAMS) {
            CollisionException e = collision(team, "trusted", new int[100], 5);
            assertThat(e).hasMessage("""
                    two iterations of the loop Colliding.trusted (Colliding.java:23) meet in element 4 of an int[100]
                      iteration i = 7 writes a[(i * 7) % n], line 24
                      iteration i = 4 reads a[i], line 24
                      the loop rests on trust on i: each has cells of its own""");
            assertThat(e.loop()).isEqualTo("Colliding.trusted (Colliding.java:23)");
            assertThat(e.firstIteration()).isEqualTo(1);
            assertThat(e.secondIteration()).isEqualTo(2);
            assertThat(e.cell()).isEqualTo("element 4 of an int[100]");
        }
    }

    @Test
    void indicesThatRepeatAreTold() throws Throwable {
        int[] repeated = upTo(500);
        repeated[450] = 17;
        repeated[300] = 40;
        for (Team team : TEAMS) {
            assertThat(collision(team, "scatter", new double[500], repeated))
                    .hasMessageContaining("meet in element 40 of a double[500]")
                    .hasMessageContaining("iteration i = 40 writes out[index[i]], line 31")
                    .hasMessageContaining("iteration i = 300 writes out[index[i]], line 31")
                    .hasMessageContaining("@Distinct on index: a permutation");
        }
        call(TEAMS.get(2), "scatter", new double[500], upTo(500));
    }

    @Test
    void elementsThatRepeatAreTold() throws Throwable {
        Class<?> cell = LOADER.loadClass("checked.Colliding$Cell");
        Object cells = Array.newInstance(cell, 9);
        for (int i = 0; i < 9; i++) {
            Array.set(cells, i, cell.getConstructor().newInstance());
        }
        call(TEAMS.get(2), "elements", cells);
        Array.set(cells, 8, Array.get(cells, 3));
        assertThat(collision(TEAMS.get(2), "elements", cells))
                .hasMessageContaining("meet in field Cell.value of an object of Colliding$Cell")
                .hasMessageContaining("iteration 3 writes cell.value")
                .hasMessageContaining("iteration 8 writes cell.value");
    }

    @Test
    void aLambdaOfTheBodyIsRecorded() {
        assertThat(collision(TEAMS.get(2), "lambdaInside", new int[] {1, 2, 3, 2, 1}, new int[9]))
                .hasMessageContaining("iteration i = 1 writes box[a[at]]")
                .hasMessageContaining("iteration i = 3 writes box[a[at]]");
    }

    @Test
    void fieldsAreRecorded() {
        assertThat(collision(TEAMS.get(2), "privateStatic", upTo(9)))
                .hasMessageContaining("meet in the static field Colliding.latest")
                .hasMessageContaining("iteration i = 0 reads latest")
                .hasMessageContaining("iteration i = 4 writes latest");
        assertThat(collision(TEAMS.get(2), "field", upTo(9)))
                .hasMessageContaining("meet in field Colliding.seen of an object of Colliding")
                .hasMessageContaining("iteration i = 0 reads seen")
                .hasMessageContaining("iteration i = 4 writes seen");
    }

    @Test
    void rangesAreRecorded() throws Throwable {
        call(TEAMS.get(2), "ranges", new int[80], 4);
        assertThat(collision(TEAMS.get(2), "ranges", new int[81], 5))
                .hasMessageContaining("meet in element 4 of an int[81]")
                .hasMessageContaining("iteration i = 0 writes Arrays.fill(a, 4 * i, 4 * i + width, i)");
        call(TEAMS.get(2), "copies", new int[80], new int[80], 4);
        assertThat(collision(TEAMS.get(2), "copies", new int[81], new int[81], 5))
                .hasMessageContaining("meet in element 4 of an int[81]")
                .hasMessageContaining("iteration i = 1 writes");
        assertThat(catchThrowable(() -> call(TEAMS.get(2), "ranges", new int[80], 90)))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void listsAreRecorded() throws Throwable {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
        call(TEAMS.get(2), "lists", list, 1);
        assertThat(list).containsExactly(2, 3, 4, 5);
        assertThat(collision(TEAMS.get(2), "lists", list, 2)).hasMessageContaining("meet in element 0 of an ArrayList");
    }

    @Test
    void iterationsWithoutAnIndexAreCounted() {
        assertThat(collision(TEAMS.get(2), "eachElement", new int[] {4, 2, 5, 4}, new int[9]))
                .hasMessageContaining("iteration 0 writes b[x]")
                .hasMessageContaining("iteration 3 writes b[x]");
    }

    @Test
    void whatWasThrownIsSuppressed() {
        CollisionException e = collision(TEAMS.get(0), "failing", new int[10], new int[7], 3);
        assertThat(e.secondIteration()).isEqualTo(2);
        assertThat(e.getSuppressed()).hasSize(1);
        assertThat(e.getSuppressed()[0]).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @Test
    void whereAGuardFailsIterationsMayMeet() throws Throwable {
        int[] a = upTo(100);
        call(TEAMS.get(2), "guarded", a, a);
        assertThat(a[98]).isEqualTo(99);
    }

    @Test
    void longIndicesAreToldAsTheyAre() {
        assertThat(collision(TEAMS.get(2), "longIndex", new long[9], 5))
                .hasMessageContaining("iteration i = 4000000007 writes a[(k * k) % n]")
                .hasMessageContaining("iteration i = 4000000005 writes a[(k * k) % n]");
    }

    @Test
    void whatIsOnlyCalledIsNotSeen() throws Throwable {
        int[] calls = new int[1];
        IntUnaryOperator counts = x -> calls[0]++;
        call(TEAMS.get(0), "pure", upTo(50), new int[50], counts);
        assertThat(calls[0]).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nasty", "Colliding"})
    void theGeneratedSourceHasNoWarnings(String name) {
        Compiled compiled = Compiled.with(
                List.of(JavaFileObjects.forResource("checked/" + name + ".java")),
                "-Aparfor.checked=true",
                "-Xlint:all,-processing",
                "-implicit:none",
                "-Werror");
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        assertThat(compiled.generated("checked." + name + "ParallelKernels")).contains("Shadow.Iteration");
    }

    @Test
    void nothingIsRecordedWithoutTheOption() {
        Compiled compiled = Compiled.with(List.of(JavaFileObjects.forResource("checked/Nasty.java")));
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        assertThat(compiled.generated("checked.NastyParallelKernels")).doesNotContain("Shadow");
    }
}
