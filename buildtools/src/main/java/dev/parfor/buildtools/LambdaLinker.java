package dev.parfor.buildtools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Links the lambdas of a folder of classes ahead of time: instead of an {@code invokedynamic} instruction each, for which a
 * Java machine makes a class when it first comes there, all lambdas of a top-level class share one class, the
 * {@link LambdaClass} beside it.
 *
 * <p>A program that lives for seconds and runs most of its lambdas once or twice, as an annotation processor does, spends a tenth of its time
 * on making those classes, and then on compiling what makes them. Nothing else changes: the bodies stay where they are, and so do
 * their names in stack traces.
 */
public final class LambdaLinker {

    private final Map<String, ClassNode> classes = new TreeMap<>();
    private final Map<String, LambdaClass> made = new LinkedHashMap<>();

    private LambdaLinker() {}

    /** @param arguments the folder, whose classes are changed where they are */
    public static void main(String[] arguments) throws IOException {
        link(Path.of(arguments[0]));
    }

    /** Does nothing where it was done before. */
    static void link(Path folder) throws IOException {
        LambdaLinker linker = new LambdaLinker();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(f -> f.toString().endsWith(".class")).forEach(linker::read);
        }
        for (ClassNode host : linker.classes.values()) {
            if (linker.link(host)) {
                linker.write(folder, host);
            }
        }
        for (Map.Entry<String, LambdaClass> lambdas : linker.made.entrySet()) {
            ClassNode nestHost = linker.classes.get(lambdas.getKey());
            lambdas.getValue().join(nestHost);
            linker.write(folder, nestHost);
            linker.write(folder, lambdas.getValue().toClass());
        }
    }

    private void read(Path file) {
        try {
            ClassNode read = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(read, 0);
            classes.put(read.name, read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void write(Path folder, ClassNode node) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        Files.write(folder.resolve(node.name + ".class"), writer.toByteArray());
    }

    /** Whether anything was changed. */
    private boolean link(ClassNode host) {
        boolean changed = false;
        for (MethodNode method : host.methods) {
            List<Lambda> lambdas = new ArrayList<>();
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                    Lambda.of(dynamic, host).ifPresent(lambdas::add);
                }
            }
            for (Lambda lambda : lambdas) {
                method.instructions.insertBefore(
                        lambda.instruction(), lambdasOf(host).make(lambda));
                method.instructions.remove(lambda.instruction());
            }
            if (!lambdas.isEmpty()) {
                // The number that says which lambda it is.
                method.maxStack++;
                changed = true;
            }
        }
        return changed;
    }

    /** Private methods are called from there: it belongs to the nest (JVMS 5.4.4). */
    private LambdaClass lambdasOf(ClassNode host) {
        String nestHost = host.nestHostClass == null ? host.name : host.nestHostClass;
        return made.computeIfAbsent(nestHost, name -> new LambdaClass(classes.get(name)));
    }
}
