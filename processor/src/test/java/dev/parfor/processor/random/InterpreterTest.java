package dev.parfor.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Compiled;
import dev.parfor.processor.corpus.ReorderedRuntime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The oracle of the random loops, checked against javac; none of it needs the processor. */
class InterpreterTest {

    private static final int LOOPS = 2000;

    /** Interpreted and compiled programs come to the same end, and every theme has loops with conflicts, and without where no two names are one. */
    @Test
    void agreesWithCompiledPrograms() {
        List<Program> programs = new ArrayList<>();
        StringBuilder text = new StringBuilder(Text.classHead("Loops"));
        for (int seed = 0; seed < LOOPS; seed++) {
            Program program = LoopGenerator.make(seed).named("m" + seed);
            programs.add(program);
            text.append(Text.method(program, "Loops"));
        }
        Compiled compiled = Compiled.plainly(List.of(JavaFileObjects.forSourceString(
                "random.Loops", text.append("}\n").toString())));
        assertThat(compiled.succeeded()).as(compiled.errors()).isTrue();
        ReorderedRuntime runtime = new ReorderedRuntime(compiled);
        Map<Theme, Integer> apart = new EnumMap<>(Theme.class);
        Map<Theme, Integer> all = new EnumMap<>(Theme.class);
        for (Program program : programs) {
            var method = Methods.named("random.Loops", program.name(), runtime.loader());
            Checker.Seen seen = new Checker(program, method, Optional.empty(), runtime).check();
            assertThat(seen.finding()).as(Text.method(program, "Loops")).isEmpty();
            Theme theme = Theme.valueOf(program.theme());
            all.merge(theme, 1, Integer::sum);
            apart.merge(theme, seen.apart() ? 1 : 0, Integer::sum);
        }
        for (Theme theme : Theme.values()) {
            int safe = apart.get(theme);
            // All iterations write what a lent array holds: without a conflict are only those that write nothing.
            int least = theme == Theme.LENT ? 0 : 1;
            assertThat(safe).as(theme + " " + safe + " of " + all.get(theme)).isBetween(least, all.get(theme) - 1);
        }
    }
}
