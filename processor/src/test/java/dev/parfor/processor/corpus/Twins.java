package dev.parfor.processor.corpus;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A method and its parallel variant. Both run on equal inputs; arguments, receiver, static fields, result and exception must be
 * equal afterwards. After an exception only the cells that the sequential loop had written are compared: what later
 * iterations did is not promised.
 *
 * <p>A class of the corpus with static fields that are not final has a static method {@code reset()}, run first.
 */
public final class Twins {

    private static final Set<Class<?>> IMPLICIT = Set.of(
            ArithmeticException.class,
            ArrayIndexOutOfBoundsException.class,
            ArrayStoreException.class,
            ClassCastException.class,
            NegativeArraySizeException.class);

    private final Method original;
    private final Method variant;
    private final double tolerance;
    private final boolean comparesAfterThrow;
    private final List<Field> state;
    private final List<Method> resets;

    /**
     * @param tolerance relative difference between floating-point results that is allowed; 0 for equal bits
     * @param comparesAfterThrow whether what the loop wrote before an exception is written once only
     */
    public Twins(Method original, Method variant, double tolerance, boolean comparesAfterThrow) {
        this.original = original;
        this.variant = variant;
        this.tolerance = tolerance;
        this.comparesAfterThrow = comparesAfterThrow && !merges(variant);
        this.state = stateOf(original.getDeclaringClass());
        this.resets = resetsOf(original.getDeclaringClass());
        original.setAccessible(true);
        variant.setAccessible(true);
    }

    /** Whether a loop of the variant keeps what it updates to itself until it has ended: an exception leaves no trace there. */
    public static boolean merges(Method variant) {
        return loops(variant).stream()
                        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                        .anyMatch(m -> m.getName().equals("prepare"))
                || loops(variant).stream()
                        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                        .anyMatch(f -> f.getType().isArray() && f.getName().endsWith("AtEnd"));
    }

    /** Whether the iterations of a variant's loop may meet in what they update, and nowhere else. */
    public static boolean keepsUpdates(Method variant) {
        return merges(variant)
                && !isWavefront(variant)
                && loops(variant).stream()
                        .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                        .noneMatch(f -> f.getName().endsWith("AtEnd"));
    }

    /** Whether a loop of the variant has iterations that meet, in the order of tiles. */
    public static boolean isWavefront(Method variant) {
        return loops(variant).stream()
                .anyMatch(c -> c.getSuperclass().getSimpleName().equals("RowsBody"));
    }

    private static List<Class<?>> loops(Method variant) {
        String name = variant.getName();
        String loop = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1) + "Loop";
        try {
            Class<?> kernels = Class.forName(
                    variant.getDeclaringClass().getName() + "Kernels",
                    false,
                    variant.getDeclaringClass().getClassLoader());
            return Arrays.stream(kernels.getDeclaredClasses())
                    .<Class<?>>map(c -> c)
                    .filter(c -> c.getSimpleName().startsWith(loop))
                    .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }

    /** What there is after a call. */
    public record Outcome(Object result, Throwable thrown, Object[] arguments, Map<String, Object> statics) {
        private Object[] state() {
            return new Object[] {result, arguments, statics};
        }

        private String exception() {
            return thrown == null ? "nothing" : thrown.getClass().getName() + ": " + thrown.getMessage();
        }

        private boolean throwsLike(Outcome other) {
            if (thrown == null || other.thrown == null) {
                return thrown == other.thrown;
            }
            String mine = thrown.getMessage();
            String others = other.thrown.getMessage();
            // What the JVM says of a null names the variables of the method that met it, and what it throws often has
            // no text.
            boolean byTheMachine = thrown instanceof NullPointerException || IMPLICIT.contains(thrown.getClass());
            boolean free = byTheMachine && (thrown instanceof NullPointerException || mine == null || others == null);
            return thrown.getClass() == other.thrown.getClass() && (free || Objects.equals(mine, others));
        }
    }

    /** Runs the original. */
    public Outcome runOriginal(Object[] arguments) {
        reset();
        Method method = original;
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        Object receiver = isStatic ? null : arguments[0];
        Object[] rest = isStatic ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        return run(method, receiver, rest, arguments);
    }

    /** Runs the variant on a team. */
    public Outcome runVariant(Object team, Object[] arguments) {
        reset();
        Object[] withTeam = new Object[arguments.length + 1];
        withTeam[0] = team;
        System.arraycopy(arguments, 0, withTeam, 1, arguments.length);
        return run(variant, null, withTeam, arguments);
    }

    /** How the variant's outcome differs from the original's, or empty. */
    public Optional<String> difference(Outcome expected, Outcome actual, Supplier<Object[]> before) {
        if (!expected.throwsLike(actual)) {
            return Optional.of("throws " + actual.exception() + " instead of " + expected.exception());
        }
        if (expected.thrown() == null) {
            return Graphs.difference(expected.state(), actual.state(), tolerance);
        }
        return comparesAfterThrow
                ? Graphs.lostWrite(before.get(), expected.arguments(), actual.arguments())
                : Optional.empty();
    }

    /** How two outcomes of the variant differ that did not throw: bits must be equal. */
    public Optional<String> differenceInBits(Outcome expected, Outcome actual) {
        return expected.thrown() != null || actual.thrown() != null
                ? Optional.empty()
                : Graphs.difference(expected.state(), actual.state(), 0);
    }

    private Outcome run(Method method, Object receiver, Object[] passed, Object[] arguments) {
        Object result = null;
        Throwable thrown = null;
        try {
            result = method.invoke(receiver, passed);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return new Outcome(result, thrown, arguments, statics());
    }

    private Map<String, Object> statics() {
        Map<String, Object> found = new TreeMap<>();
        state.forEach(field -> found.put(field.getName(), Graphs.read(field, null)));
        return found;
    }

    private static List<Field> stateOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && !Modifier.isFinal(f.getModifiers()))
                .filter(f -> !f.isSynthetic())
                .toList();
    }

    private static List<Method> resetsOf(Class<?> type) {
        List<Method> resets = Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals("reset") && m.getParameterCount() == 0)
                .toList();
        resets.forEach(m -> m.setAccessible(true));
        return resets;
    }

    private void reset() {
        for (Method method : resets) {
            try {
                method.invoke(null);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
