package dev.parfor.tools.measure;

import dev.parfor.runtime.Team;
import dev.parfor.tools.UserError;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of a user's class path, each time new: a loop of a class just loaded has learned nothing from teams that it ran on before. Parfor's runtime is ours, so that a team made here runs theirs; nothing else of this tool is seen by them.
 */
final class MeasuredClasses {

    private final URL[] path;

    MeasuredClasses(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!Files.exists(Path.of(entry))) {
                throw new UserError("there is no " + entry);
            }
            try {
                urls.add(Path.of(entry).toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        path = urls.toArray(URL[]::new);
    }

    ClassLoader load() {
        return new URLClassLoader(path, new Runtime());
    }

    private static final class Runtime extends ClassLoader {

        Runtime() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("dev.parfor.runtime.")) {
                return Team.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
