package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/**
 * A class from source to running variants, through the whole processor. There is no warning: not for the generated files, nor
 * a refusal.
 */
class WholeClassTest {

    @Test
    void everyMethodAndItsVariantDoTheSame() throws Throwable {
        List<Processor> processors = new ArrayList<>();
        for (Processor processor : ServiceLoader.load(Processor.class)) {
            if (processor.getClass().getName().startsWith("dev.parfor.")) {
                processors.add(processor);
            }
        }
        Compilation compilation = com.google.testing.compile.Compiler.javac()
                .withProcessors(processors)
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(
                        JavaFileObjects.forResource("codegen/whole/Odd.java"),
                        JavaFileObjects.forResource("codegen/whole/Main.java"));
        assertThat(compilation.diagnostics().stream()
                        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                        .toList())
                .isEmpty();
        assertThat((List<?>) Compiled.of(compilation).call("Main", "differences", null))
                .isEmpty();
    }
}
