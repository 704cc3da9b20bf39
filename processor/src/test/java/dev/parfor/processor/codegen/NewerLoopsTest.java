package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Compiled;
import dev.parfor.runtime.Team;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Loops that only newer compilers know. */
@EnabledForJreRange(minVersion = 22)
class NewerLoopsTest {

    /** The generated class needs a name where the loop has none. */
    @Test
    void elementsWithoutName() throws Exception {
        Compiled compiled = Compiled.with(List.of(JavaFileObjects.forSourceString("p.Newer", """
                package p;
                import dev.parfor.ParallelFor;
                import java.util.List;
                class Newer {
                    @ParallelFor
                    static int array(int[] x, List<Integer> list, int element) {
                        int count = element;
                        for (int _ : x) {
                            count++;
                        }
                        return count;
                    }
                    @ParallelFor
                    static int list(int[] x, List<Integer> list, int element) {
                        int count = element;
                        for (int _ : list) {
                            count += 2;
                        }
                        return count;
                    }
                }
                """)));
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        assertThat(compiled.verdict("Newer.java", 5, 12).isAccepted()).isTrue();
        assertThat(compiled.verdict("Newer.java", 13, 20).isAccepted()).isTrue();
        Class<?> type = compiled.loader().loadClass("p.Newer");
        List<Integer> numbers = Arrays.asList(new Integer[5000]);
        numbers.replaceAll(n -> 3);
        try (Team team = Team.of(2)) {
            for (List<Integer> list : List.of(new ArrayList<>(numbers), new LinkedList<>(numbers))) {
                assertThat(run(type, "array", team, list)).isEqualTo(3007);
                assertThat(run(type, "list", team, list)).isEqualTo(10007);
            }
        }
    }

    private static Object run(Class<?> type, String name, Team team, List<Integer> list) throws Exception {
        Method original = type.getDeclaredMethod(name, int[].class, List.class, int.class);
        Method variant = Compiled.variantOf(original).orElseThrow();
        variant.setAccessible(true);
        return variant.invoke(null, team, new int[3000], list, 7);
    }
}
