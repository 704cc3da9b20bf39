package dev.parfor.processor.codegen;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;

/** Classes compiled from text, all warnings being errors, and loaded. */
final class Compiled extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    private Compiled() {
        super(Compiled.class.getClassLoader());
    }

    /** @param sources texts of compilation units in the package {@code demo} */
    static Compiled of(String... sources) {
        JavaFileObject[] files = new JavaFileObject[sources.length];
        for (int i = 0; i < sources.length; i++) {
            files[i] = JavaFileObjects.forSourceString("demo." + nameIn(sources[i]), sources[i]);
        }
        Compilation compilation =
                javac().withOptions("-Xlint:all,-path", "-Werror", "-proc:none").compile(files);
        if (compilation.status() != Compilation.Status.SUCCESS) {
            throw new AssertionError(compilation.diagnostics() + "\n" + String.join("\n----\n", sources));
        }
        return of(compilation);
    }

    static Compiled of(Compilation compilation) {
        Compiled loader = new Compiled();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String name =
                        file.getName().replaceFirst("^/?CLASS_OUTPUT/", "").replace('/', '.');
                try (InputStream in = file.openInputStream()) {
                    loader.classes.put(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return loader;
    }

    private static String nameIn(String source) {
        java.util.regex.Matcher name = java.util.regex.Pattern.compile(
                        "(?m)^(?:public |final |abstract )*(?:class|@interface|interface|record|enum) (\\w+)")
                .matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException(source);
        }
        return name.group(1);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    Class<?> type(String simpleName) {
        try {
            return loadClass("demo." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** A new object by the constructor with as many parameters. */
    Object create(String simpleName, Object... arguments) {
        var constructor = Arrays.stream(type(simpleName).getDeclaredConstructors())
                .filter(c -> c.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow();
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Calls the only method with this name and number of parameters; what it throws is thrown as it is. */
    Object call(String simpleName, String method, Object receiver, Object... arguments) throws Throwable {
        Method found = Arrays.stream(type(simpleName).getDeclaredMethods())
                .filter(m -> m.getName().equals(method) && m.getParameterCount() == arguments.length)
                .filter(m -> !m.isSynthetic())
                .findFirst()
                .orElseThrow();
        found.setAccessible(true);
        try {
            return found.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
