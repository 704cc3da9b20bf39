package dev.parfor.processor.frontend.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.MethodText;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Cut text, put together again in another class of the package, compiles and does what the method does. */
class SpliceRunTest {

    @TempDir
    Path classes;

    @Test
    void tortureBodyGivesTheSameResult() throws Exception {
        Sample sample = new Sample()
                .with("q/Base.java", BASE)
                .with("q/Kind.java", "package q; public enum Kind { RED, GREEN }")
                .with("p/Foo.java", resource("Foo.java"));
        assertSameResult(
                sample,
                "p.Foo",
                "static <T extends Comparable<T>> String run(Foo<T> self, java.util.List<? extends T> given, int n)"
                        + " throws java.io.IOException");
    }

    @Test
    void innerClassesGiveTheSameResult() throws Exception {
        Sample sample = new Sample().with("p/Bar.java", resource("Bar.java"));
        assertSameResult(sample, "p.Bar.Nested", "static String run(Bar.Nested self, Bar bar, int n)");
    }

    /** Patterns for records and in switches are newer than the language level that the processor is built for. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void newerPatternsGiveTheSameResult() throws Exception {
        Sample sample = new Sample().with("p/Baz.java", resource("Baz.java"));
        assertSameResult(sample, "p.Baz", "static String run(Baz self, java.util.List<Baz.Shape> shapes)");
    }

    private void assertSameResult(Sample sample, String className, String header) throws Exception {
        MethodTextReader.Result result = sample.read(className);
        assertThat(result).isInstanceOf(MethodTextReader.Result.Movable.class);
        MethodText text = ((MethodTextReader.Result.Movable) result).text();
        Map<String, String> all = new HashMap<>(sample.sources());
        all.put("p/Copy.java", """
                package p;
                @SuppressWarnings({"unchecked", "rawtypes"})
                final class Copy {
                %s {
                %s
                }
                }
                """.formatted(header, new Rendered(text).body()));
        all.put("p/Bridges.java", Rendered.BRIDGES);
        Sample.compile(classes, all);
        String topLevel = className.replaceFirst("(p\\.\\w+).*", "$1");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Object original = loader.loadClass(topLevel).getMethod("original").invoke(null);
            Object copied = loader.loadClass(topLevel).getMethod("copied").invoke(null);
            assertThat(copied).isEqualTo(original);
            assertThat((String) original).contains("total=");
        }
    }

    private static final String BASE = """
            package q;
            public class Base {
              public static final int SHIFT = 3;
              public int level = 2;
              public static String tag(Object o) { return "<" + o + ">"; }
              protected int hidden() { return 7; }
              protected Base() {}
            }
            """;

    private static String resource(String name) throws IOException {
        try (InputStream in = SpliceRunTest.class.getResourceAsStream("/splice/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
