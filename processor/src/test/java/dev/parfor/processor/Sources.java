package dev.parfor.processor;

import com.google.testing.compile.JavaFileObjects;
import javax.tools.JavaFileObject;

/** Sources in memory. */
public final class Sources {

    private Sources() {}

    /** A file by the path that its package and class demand: {@code p/Foo.java}. */
    public static JavaFileObject file(String path, String text) {
        return JavaFileObjects.forSourceString(path.replaceFirst("\\.java$", "").replace('/', '.'), text);
    }
}
