package dev.parfor.buildtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** A class of many kinds of lambdas does the same before and after. */
class LambdaLinkerTest {

    @TempDir
    private Path folder;

    @Test
    void lambdasDoWhatTheyDid() throws Exception {
        compile();
        List<String> before = run();
        assertThat(before).hasSizeGreaterThan(25);
        assertThat(dynamic()).hasSizeGreaterThan(25);

        LambdaLinker.link(folder);
        assertThat(run()).isEqualTo(before);
        // What has a marker, and an interface of its own.
        assertThat(dynamic()).containsOnly("altMetafactory get", "metafactory own");
    }

    @Test
    void allLambdasOfANestShareAClass() throws Exception {
        compile();
        LambdaLinker.link(folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(f -> f.contains("$$")))
                    .containsExactly("Lambdas$$Lambdas.class");
        }
    }

    @Test
    void doneTwiceIsDoneOnce() throws Exception {
        compile();
        LambdaLinker.link(folder);
        Map<String, byte[]> once = files();
        LambdaLinker.link(folder);
        Map<String, byte[]> twice = files();
        assertThat(twice.keySet()).isEqualTo(once.keySet());
        once.forEach((file, bytes) -> assertThat(twice.get(file)).as(file).isEqualTo(bytes));
    }

    /** Otherwise a class that implements several could not be called, or would do something else. */
    @Test
    void noDefaultMethodIsAMethodOfAnotherInterface() throws Exception {
        Map<String, Class<?>> declaredBy = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        for (Class<?> type : functionalInterfaces()) {
            for (Method method : type.getDeclaredMethods()) {
                Class<?> other = Modifier.isStatic(method.getModifiers())
                        ? null
                        : declaredBy.put(org.objectweb.asm.Type.getMethodDescriptor(method) + method.getName(), type);
                if (other != null) {
                    clashes.add(method + " is also one of " + other);
                }
            }
        }
        assertThat(declaredBy).hasSizeGreaterThan(40);
        assertThat(clashes).isEmpty();
    }

    private static List<Class<?>> functionalInterfaces() throws Exception {
        List<Class<?>> types = new ArrayList<>(List.of(Runnable.class));
        Path java = Path.of(URI.create("jrt:/java.base/java/util/function"));
        try (Stream<Path> files = Files.list(java)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.equals("package-info")) {
                    types.add(Class.forName("java.util.function." + name));
                }
            }
        }
        assertThat(types)
                .allMatch(t -> Lambda.isShared(t.getName().replace('.', '/')))
                .hasSizeGreaterThan(40);
        return types;
    }

    private void compile() throws IOException {
        String source = Path.of("src/test/resources/Lambdas.java").toString();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", folder.toString(), "-proc:none", "--release", "17", source);
        assertThat(status).isZero();
    }

    @SuppressWarnings("unchecked")
    private List<String> run() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            var constructor = loader.loadClass("Lambdas").getDeclaredConstructor();
            constructor.setAccessible(true);
            return ((Callable<List<String>>) constructor.newInstance()).call();
        }
    }

    private List<String> dynamic() throws IOException {
        List<String> found = new ArrayList<>();
        for (byte[] bytes : files().values()) {
            ClassNode node = new ClassNode();
            new ClassReader(bytes).accept(node, 0);
            node.methods.forEach(m -> m.instructions.forEach(i -> {
                if (i instanceof InvokeDynamicInsnNode d && d.bsm.getName().contains("etafactory")) {
                    found.add(d.bsm.getName() + " " + d.name);
                }
            }));
        }
        return found;
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> all = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }
}
