package dev.parfor.runtime;

import java.util.function.Consumer;

/** Looks for a class initializer on the stack. A named class, not a lambda: this runs on the first call of a loop. */
final class InitializerFinder implements Consumer<StackWalker.StackFrame> {

    private boolean found;

    private InitializerFinder() {}

    static boolean isUnderInitializer() {
        InitializerFinder finder = new InitializerFinder();
        StackWalker.getInstance().forEach(finder);
        return finder.found;
    }

    @Override
    public void accept(StackWalker.StackFrame frame) {
        found |= frame.getMethodName().equals("<clinit>");
    }
}
