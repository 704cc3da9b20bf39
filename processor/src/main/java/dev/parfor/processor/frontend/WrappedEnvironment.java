package dev.parfor.processor.frontend;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own environment behind the proxy that IntelliJ's build hands to processors: {@link
 * com.sun.source.util.Trees} takes no other. The wrapped one stays in use for everything else.
 */
final class WrappedEnvironment {

    private WrappedEnvironment() {}

    static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
        if (!Proxy.isProxyClass(environment.getClass())) {
            return environment;
        }
        ProcessingEnvironment unwrapped = unwrapByApi(environment);
        return unwrapped != environment ? unwrapped : unwrapByField(environment);
    }

    private static ProcessingEnvironment unwrapByApi(ProcessingEnvironment environment) {
        try {
            Class<?> wrappers =
                    environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
            Object unwrapped = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return unwrapped instanceof ProcessingEnvironment found ? found : environment;
        } catch (ReflectiveOperationException | RuntimeException notThere) {
            return environment;
        }
    }

    private static ProcessingEnvironment unwrapByField(ProcessingEnvironment environment) {
        InvocationHandler handler = Proxy.getInvocationHandler(environment);
        for (Class<?> c = handler.getClass(); c != null; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                try {
                    field.setAccessible(true);
                    if (field.get(handler) instanceof ProcessingEnvironment inner && inner != environment) {
                        return unwrap(inner);
                    }
                } catch (ReflectiveOperationException | RuntimeException inaccessible) {
                    continue;
                }
            }
        }
        return environment;
    }
}
