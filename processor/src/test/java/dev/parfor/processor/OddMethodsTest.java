package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in a method, reading it does not fail, and what is generated for it compiles. */
final class OddMethodsTest {

    @Test
    void constructs() {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all,-processing,-strictfp,-options", "-Xmaxwarns", "1000", "-Aparfor.refused=warn")
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .compile(
                        JavaFileObjects.forResource("odd/Constructs.java"),
                        JavaFileObjects.forResource("odd/Headers.java"));
        assertThat(compilation.errors()).isEmpty();
        List<String> warnings =
                compilation.warnings().stream().map(d -> d.getMessage(null)).toList();
        assertThat(warnings).allMatch(w -> w.startsWith("[PF")).noneMatch(w -> w.startsWith("[PF901]"));
        assertThat(compilation.notes().stream().map(d -> d.getMessage(null)))
                .anyMatch(n -> n.startsWith("parfor: ") && n.contains(" parallel"));
    }
}
