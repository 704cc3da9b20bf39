package dev.parfor.processor.corpus;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** One run of the compiler with the processor, in this process: what it said, and the classes it made. */
public final class Compiled {

    private static final String RUNTIME = "dev.parfor.runtime.";

    private final Compilation compilation;
    private final List<Verdict.Said> messages;
    private final Map<String, byte[]> classes = new HashMap<>();
    private final Map<String, String> sources = new HashMap<>();

    private Compiled(Compilation compilation) {
        this.compilation = compilation;
        this.messages = Verdict.read(compilation.diagnostics());
        if (!succeeded()) {
            return;
        }
        for (JavaFileObject file : compilation.generatedFiles()) {
            String name = file.getName().replaceFirst("^/?[A-Z]+_OUTPUT/", "").replaceFirst("\\.[a-z]+$", "");
            try {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    try (InputStream in = file.openInputStream()) {
                        classes.put(name.replace('/', '.'), in.readAllBytes());
                    }
                } else if (file.getKind() == JavaFileObject.Kind.SOURCE) {
                    sources.put(
                            name.replace('/', '.'), file.getCharContent(true).toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Compiles with all processors of this project; refusals are warnings, so that every loop gets a variant. */
    public static Compiled with(Iterable<? extends JavaFileObject> sources, String... options) {
        List<Processor> processors = new ArrayList<>();
        for (Processor processor : ServiceLoader.load(Processor.class, Compiled.class.getClassLoader())) {
            if (processor.getClass().getName().startsWith("dev.parfor.")) {
                processors.add(processor);
            }
        }
        List<String> all = new ArrayList<>(List.of(
                "-parameters",
                "-Xmaxwarns",
                "100000",
                "-Xmaxerrs",
                "1000",
                "-Aparfor.refused=warn",
                "-Aparfor.report=all"));
        all.addAll(List.of(options));
        return new Compiled(
                Compiler.javac().withProcessors(processors).withOptions(all).compile(sources));
    }

    /** Compiles without any processor. */
    public static Compiled plainly(Iterable<? extends JavaFileObject> sources) {
        return new Compiled(
                Compiler.javac().withOptions("-proc:none", "-parameters").compile(sources));
    }

    public boolean succeeded() {
        return compilation.status() == Compilation.Status.SUCCESS;
    }

    /** What the processor said about the lines from the first to the last of a file. */
    public Verdict verdict(String file, int firstLine, int lastLine) {
        return Verdict.of(messages, file, firstLine, lastLine);
    }

    /** How many loops run in parallel. */
    int accepted() {
        return (int) messages.stream().filter(m -> m.code().startsWith("PF00")).count();
    }

    /** Errors only, as text. */
    public String errors() {
        StringBuilder text = new StringBuilder();
        compilation.errors().forEach(error -> text.append(error).append('\n'));
        return text.toString();
    }

    /** The generated source of a class; empty if there is none. */
    public String generated(String className) {
        return sources.getOrDefault(className, "");
    }

    /** The compiled classes, run by the true runtime. */
    public ClassLoader loader() {
        return new Loader(classes, false);
    }

    /** The compiled classes with a runtime of their own, of which these classes replace some. */
    ClassLoader loaderWith(Compiled replacements) {
        Map<String, byte[]> all = new HashMap<>(classes);
        all.putAll(replacements.classes);
        return new Loader(all, true);
    }

    /** The variant of a method that takes a team first, if there is one. */
    public static Optional<Method> variantOf(Method original) {
        Class<?> owner = original.getDeclaringClass();
        String binary = owner.getName();
        int dot = binary.lastIndexOf('.');
        String companion =
                binary.substring(0, dot + 1) + binary.substring(dot + 1).replace('$', '_') + "Parallel";
        List<Class<?>> parameters = new ArrayList<>();
        if (!Modifier.isStatic(original.getModifiers())) {
            parameters.add(owner);
        }
        parameters.addAll(Arrays.asList(original.getParameterTypes()));
        try {
            for (Method method :
                    Class.forName(companion, true, owner.getClassLoader()).getDeclaredMethods()) {
                List<Class<?>> actual = Arrays.asList(method.getParameterTypes());
                boolean withTeam = !actual.isEmpty() && actual.get(0).getName().equals(RUNTIME + "Team");
                if (withTeam
                        && method.getName().equals(original.getName())
                        && actual.subList(1, actual.size()).equals(parameters)) {
                    return Optional.of(method);
                }
            }
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;
        private final boolean ownRuntime;

        Loader(Map<String, byte[]> classes, boolean ownRuntime) {
            super(Compiled.class.getClassLoader());
            this.classes = classes;
            this.ownRuntime = ownRuntime;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = classes.containsKey(name) || ownRuntime && name.startsWith(RUNTIME);
            if (!own) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : findClass(name);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    bytes = in.readAllBytes();
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
