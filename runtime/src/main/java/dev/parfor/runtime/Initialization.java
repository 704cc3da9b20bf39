package dev.parfor.runtime;

/**
 * Whether a class is initialized, for generated code that stands in for a static method of it.
 *
 * <p><b>States.</b> Not known, and for good: initialized. A class counts as initialized once its initialization was waited
 * for by a thread that is under no class initializer; the thread that runs the initializer itself is not told to wait.
 *
 * <p><b>Memory effects.</b> A racy flag: who reads it too early asks again. The JVM's own class initialization orders
 * everything that matters.
 *
 * <p><b>Failure.</b> What the initializer throws is thrown, as the method's call would have.
 */
final class Initialization {

    private static final ClassValue<Initialization> OF = new ClassValue<>() {
        @Override
        protected Initialization computeValue(Class<?> type) {
            return new Initialization();
        }
    };

    private boolean done;

    private Initialization() {}

    static void of(Class<?> type) {
        Initialization known = OF.get(type);
        if (known.done) {
            return;
        }
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(type.getName());
        }
        known.done = !InitializerFinder.isUnderInitializer();
    }
}
