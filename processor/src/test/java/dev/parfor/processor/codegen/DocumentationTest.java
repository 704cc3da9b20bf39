package dev.parfor.processor.codegen;

import static dev.parfor.processor.ir.MethodText.Modifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a method's own Javadoc. */
class DocumentationTest {

    private static String of(Scenario s, String documentation, Optional<String> team, String self) {
        return Documentation.ofVariant(s.documentation(documentation).signature(), team, self);
    }

    private static Scenario scenario() {
        return new Scenario("Vectors.Dense")
                .method("double", "norm", "double[] x")
                .thrown("IOException");
    }

    @Test
    void ownMembersAreLinkedAndForeignOnesQuoted() {
        String text = of(
                scenario(),
                " See {@link #dot}, {@link #dot(List) that}, {@linkplain Matrix#rows} and {@value #EPS}.\n",
                Optional.empty(),
                "");
        assertThat(text)
                .isEqualTo(
                        "See {@link Vectors.Dense#dot}, {@code that}, {@code Matrix.rows} and {@value Vectors.Dense#EPS}.\n"
                                + "\n<p>Parallel variant of {@link Vectors.Dense#norm}: the same result, on the shared team.\n");
    }

    @Test
    void tagsThatNeedAnImportAreLeftOut() {
        String text = of(scenario(), """
                 The norm.

                 <pre>
                   indented
                 </pre>

                 @param x a vector,
                     in two lines
                 @return it
                 @throws IOException never
                 @throws ArithmeticException if not
                 @throws java.util.NoSuchElementException ever
                     at all
                 @see Matrix
                 @since 1
                """, Optional.of("team"), "self");
        assertThat(text).isEqualTo("""
                The norm.

                <pre>
                  indented
                </pre>

                <p>Parallel variant of {@link Vectors.Dense#norm}: the same result, on the given team.

                @param team the threads that run it
                @param self the object whose method it is
                @param x a vector,
                    in two lines
                @return it
                @throws IOException never
                @throws ArithmeticException if not
                @since 1
                """);
    }

    @Test
    void aMethodWithoutAny() {
        assertThat(Documentation.ofVariant(scenario().modifiers(STATIC).signature(), Optional.empty(), ""))
                .isEqualTo("Parallel variant of {@link Vectors.Dense#norm}: the same result, on the shared team.\n");
    }
}
