package dev.parfor.processor.random;

import java.lang.reflect.Method;

/** Finds methods of compiled loops. */
final class Methods {

    private Methods() {}

    static Method named(String className, String name, ClassLoader loader) {
        try {
            for (Method method : loader.loadClass(className).getDeclaredMethods()) {
                if (method.getName().equals(name)) {
                    return method;
                }
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("no method " + className + "." + name);
    }
}
