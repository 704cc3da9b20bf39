package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import org.junit.jupiter.api.Test;

/** Guards lead through fields that the package of the generated class can't name. */
class OtherPackageTest {

    private static final String IMAGE = """
            package p;

            public class Image {
                int width;
                int stride;
                protected int[] data;

                public final int width() {
                    return width;
                }

                public final void set(int x, int y, int value) {
                    data[y * stride + x] = value;
                }
            }
            """;

    private static final String FILL = """
            package q;

            import dev.parfor.ParallelFor;
            import p.Image;

            class Fill {
                @ParallelFor
                static void fill(Image image, int height) {
                    for (int y = 0; y < height; y++) {
                        for (int x = 0; x < image.width(); x++) {
                            image.set(x, y, x * y);
                        }
                    }
                }
            }
            """;

    @Test
    void fieldsOfAnotherPackageAreReadThroughHandles() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ParforProcessor())
                .compile(
                        JavaFileObjects.forSourceString("p.Image", IMAGE),
                        JavaFileObjects.forSourceString("q.Fill", FILL));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.notes().toString()).contains("[PF002]", "`image.stride`");
    }
}
