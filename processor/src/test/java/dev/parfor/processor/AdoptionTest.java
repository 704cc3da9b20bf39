package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where refusals are warnings, nothing that is about a loop stops a build. */
final class AdoptionTest {

    private static Compilation compile(String members, String... options) {
        return Compiler.javac()
                .withOptions((Object[]) options)
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .compile(JavaFileObjects.forSourceString("A", """
                        import dev.parfor.*;
                        import static dev.parfor.Refused.WARN;
                        class Base { int weight(int i) { return i; } }
                        class A extends Base {
                            private static final class Hidden { int v; }
                            %s
                        }
                        """.formatted(members)));
    }

    private static List<String> codes(Compilation compilation) {
        return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
                .map(d -> d.getKind() + " " + d.getMessage(null).split("[\\[\\]]")[1])
                .toList();
    }

    private static final String SUPER =
            "void f(int[] x) { for (int i = 0; i < x.length; i++) x[i] = super.weight(i); }";
    private static final String HIDDEN =
            "void f(int[] x) { for (int i = 0; i < x.length; i++) { Hidden h = new Hidden(); x[i] = h.v; } }";
    private static final String NO_LOOP = "void f(int[] x) { x[0] = 1; }";

    private static String method(String code) {
        return switch (code) {
            case "PF112" -> SUPER;
            case "PF821" -> HIDDEN;
            default -> NO_LOOP;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"PF112", "PF821", "PF101"})
    void whatConcernsAWholeMethodIsAnErrorUnlessSoftened(String code) {
        assertThat(codes(compile("@ParallelFor " + method(code)))).containsExactly("ERROR " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PF112", "PF821", "PF101"})
    void byTheOption(String code) {
        Compilation compilation = compile("@ParallelFor " + method(code), "-Aparfor.refused=warn");
        assertThat(codes(compilation)).containsExactly("WARNING " + code);
        assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PF112", "PF821", "PF101"})
    void byTheAnnotation(String code) {
        assertThat(codes(compile("@ParallelFor(refused = WARN) " + method(code))))
                .containsExactly("WARNING " + code);
    }

    /** The mark on one loop does not speak for the other one, whose variant would run sequentially as well. */
    @ParameterizedTest
    @CsvSource({"WARN, WARNING", "ERROR, ERROR"})
    void everyLoopHasToAgree(String other, String severity) {
        Compilation compilation = compile("""
                void f(int[] x) {
                    for (@ParallelFor(refused = Refused.WARN) int i = 0; i < x.length; i++) x[i] = super.weight(i);
                    for (@ParallelFor(refused = Refused.%s) int i = 0; i < x.length; i++) x[i] = i;
                }
                """.formatted(other));
        assertThat(codes(compilation)).containsExactly(severity + " PF112");
    }

    /** A private type in a signature leaves no variant that could run sequentially. */
    @ParameterizedTest
    @ValueSource(strings = {"-Aparfor.refused=warn", "-Aparfor.refused=error"})
    void signaturesAreNotSoftened(String option) {
        assertThat(codes(compile(
                        "@ParallelFor static void f(Hidden[] x) { for (int i = 0; i < x.length; i++) x[i].v = 1; }",
                        option)))
                .containsExactly("ERROR PF821");
    }
}
