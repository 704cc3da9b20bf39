package dev.parfor.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/**
 * Which classes override a method that was analysed.
 *
 * <p><b>States.</b> Each class has a list of answers, empty at first, that only grows: one answer for each method that was
 * asked about, fixed once given.
 *
 * <p><b>Memory effects.</b> A list is an immutable array in a volatile field. Two threads that ask at once may both find
 * the answer and one may replace the other's list; what is lost is found again, and is the same.
 *
 * <p><b>Failure.</b> A class whose methods can't be read counts as overriding. Nothing is thrown.
 *
 * <p><b>Source.</b> {@link ClassValue}, so that an answer lives and dies with the class it is about.
 */
final class Overrides {

    private record Answer(Class<?> declaring, String name, Class<?>[] parameterTypes, boolean uses) {}

    private static final ClassValue<Overrides> OF = new ClassValue<>() {
        @Override
        protected Overrides computeValue(Class<?> type) {
            return new Overrides();
        }
    };

    private volatile Answer[] answers = {};

    private Overrides() {}

    static boolean usesMethod(Class<?> receiver, Class<?> declaring, String name, Class<?>[] parameterTypes) {
        Overrides known = OF.get(receiver);
        Answer[] answers = known.answers;
        for (Answer answer : answers) {
            if (answer.declaring == declaring
                    && answer.name.equals(name)
                    && Arrays.equals(answer.parameterTypes, parameterTypes)) {
                return answer.uses;
            }
        }
        boolean uses = find(receiver, declaring, name, parameterTypes);
        Answer[] more = Arrays.copyOf(answers, answers.length + 1);
        more[answers.length] = new Answer(declaring, name, parameterTypes.clone(), uses);
        known.answers = more;
        return uses;
    }

    private static boolean find(Class<?> receiver, Class<?> declaring, String name, Class<?>[] parameterTypes) {
        if (!declaring.isAssignableFrom(receiver)) {
            return false;
        }
        try {
            for (Class<?> c = receiver; c != null && c != declaring; c = c.getSuperclass()) {
                if (hasOwn(c, name, parameterTypes)) {
                    return false;
                }
                if (declaring.isInterface() && anyInterfaceHasOwn(c, declaring, name, parameterTypes)) {
                    return false;
                }
            }
            return true;
        } catch (LinkageError | SecurityException unreadable) {
            return false;
        }
    }

    /** Another interface's method of this signature may be a more specific default. */
    private static boolean anyInterfaceHasOwn(Class<?> c, Class<?> declaring, String name, Class<?>[] parameterTypes) {
        for (Class<?> i : c.getInterfaces()) {
            if (i != declaring
                    && (hasOwn(i, name, parameterTypes) || anyInterfaceHasOwn(i, declaring, name, parameterTypes))) {
                return true;
            }
        }
        return false;
    }

    /** A generic method overridden with other erased types is found too: javac gives the subclass a bridge. */
    private static boolean hasOwn(Class<?> c, String name, Class<?>[] parameterTypes) {
        try {
            Method m = c.getDeclaredMethod(name, parameterTypes);
            return !Modifier.isStatic(m.getModifiers()) && !Modifier.isPrivate(m.getModifiers());
        } catch (NoSuchMethodException none) {
            return false;
        }
    }
}
