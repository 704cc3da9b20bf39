package dev.parfor.processor.corpus;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** The files {@code corpus/*.java} among the test resources: loops grouped by theme, each with its verdict above it. */
final class Corpus {

    private Corpus() {}

    /** Names without {@code .java}, in order. */
    static List<String> themes() {
        try (Stream<Path> files = Files.list(
                Path.of(Corpus.class.getResource("/corpus/Subscripts.java").toURI())
                        .getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static JavaFileObject source(String theme) {
        return JavaFileObjects.forResource("corpus/" + theme + ".java");
    }

    static List<JavaFileObject> sources() {
        return themes().stream().map(Corpus::source).toList();
    }

    static List<CorpusLoop> loops(String theme) {
        try {
            return CorpusLoop.read(List.of(source(theme)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one method of this name in the class of the loop. */
    static Method method(CorpusLoop loop, ClassLoader loader) {
        return method(loop.className(), loop.method(), loader);
    }

    static Method method(String className, String name, ClassLoader loader) {
        try {
            for (Method method : loader.loadClass(className).getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isSynthetic()) {
                    return method;
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no method " + className + "." + name);
    }

    /** All themes by name, with what is made of each once. */
    static <T> Function<String, T> once(Function<String, T> make) {
        var made = themes().stream().collect(Collectors.toMap(theme -> theme, theme -> new Lazy<>(theme, make)));
        return theme -> made.get(theme).get();
    }

    private static final class Lazy<T> {
        private final String theme;
        private final Function<String, T> make;
        private T value;

        Lazy(String theme, Function<String, T> make) {
            this.theme = theme;
            this.make = make;
        }

        synchronized T get() {
            if (value == null) {
                value = make.apply(theme);
            }
            return value;
        }
    }
}
