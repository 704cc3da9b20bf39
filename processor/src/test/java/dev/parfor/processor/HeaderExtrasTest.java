package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Loops whose headers do more than count, compiled and run beside their originals. */
final class HeaderExtrasTest {

    private static final String LOOPS = """
            import dev.parfor.*;
            public class Loops {
                @ParallelFor public static void boundInHeader(long[] x) {
                    for (int i = 0, n = x.length; i < n; i++) { x[i] += i * n; }
                    int n = 3;
                    x[0] += n;
                }
                @ParallelFor public static void runningIndex(long[] x) {
                    int k = 2;
                    for (int i = 0; i < x.length / 2; i++, k += 2) x[k - 2] = i + k;
                    x[1] += k;
                }
                @ParallelFor public static void mirror(long[] x) {
                    long[] y = new long[x.length];
                    label:
                    for (int i = 0, j = x.length - 1, two = 2; i < x.length; i++, j -= 1) {
                        y[i] = two * x[j];
                        if (x[i] > 5) { y[i]++; }
                    }
                    System.arraycopy(y, 0, x, 0, x.length);
                }
                @ParallelFor public static void setBefore(long[] x) {
                    int i, k, n;
                    for (k = 7, i = k - 7, n = x.length; i < n; ++i, k++) x[i] = k;
                    x[0] += i + k;
                }
                @ParallelFor(refused = Refused.WARN) public static void refused(long[] x) {
                    for (int i = 1, n = x.length, k = 5; i < n; i++, k++) x[i] += x[i - 1] + k;
                }
                @ParallelFor public static void typed(long[] x) {
                    if (x.length > 0)
                        for (int i = 0, row[] = {1, 2, 3}; i < x.length; i++) x[i] += row[i % 3];
                }
            }
            """;

    /** Classes straight out of a compilation. */
    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes = new HashMap<>();

        Loader(Compilation compilation) throws IOException {
            super(HeaderExtrasTest.class.getClassLoader());
            for (JavaFileObject file : compilation.generatedFiles()) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    String name = file.getName().substring(file.getName().lastIndexOf('/') + 1);
                    try (InputStream in = file.openInputStream()) {
                        classes.put(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
                    }
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }

    @Test
    void variantsDoWhatTheirOriginalsDo() throws ReflectiveOperationException, IOException {
        Compilation compilation = Compiler.javac()
                .withOptions("-Xlint:all")
                .withProcessors(new ParforProcessor(), new ClaimProcessor())
                .compile(JavaFileObjects.forSourceString("Loops", LOOPS));
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.notes().stream().map(d -> d.getMessage(null)).filter(n -> n.startsWith("parfor: ")))
                .containsExactly("parfor: 6 loops, 5 parallel, 1 refused");
        Loader loader = new Loader(compilation);
        Class<?> originals = loader.loadClass("Loops");
        Class<?> variants = loader.loadClass("LoopsParallel");
        for (Method original : originals.getDeclaredMethods()) {
            Method variant = variants.getMethod(original.getName(), long[].class);
            for (int length : List.of(2, 3, 10, 5000)) {
                long[] expected = new long[length];
                Arrays.setAll(expected, i -> i % 11);
                long[] actual = expected.clone();
                original.invoke(null, (Object) expected);
                variant.invoke(null, (Object) actual);
                assertThat(actual).as(original.getName() + " of " + length).isEqualTo(expected);
            }
        }
    }
}
