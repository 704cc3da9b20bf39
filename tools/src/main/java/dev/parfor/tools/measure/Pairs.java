package dev.parfor.tools.measure;

import dev.parfor.runtime.Team;
import dev.parfor.testing.Inputs;
import dev.parfor.tools.UserError;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds methods and their variants in a class and its companion, and how their arguments are made: as a generated harness makes them. */
final class Pairs {

    private static final Set<Class<?>> LISTS = Set.of(List.class, ArrayList.class, Collection.class, Iterable.class);
    private static final long SEED = 1;

    private final Class<?> type;
    private final Class<?> companion;
    private final Optional<Class<?>> factories;
    private final List<String> problems = new ArrayList<>();

    Pairs(ClassLoader loader, String className, Optional<String> factoryClass) {
        type = load(loader, className, "there is no class " + className + " on the class path");
        String simple = type.getName()
                .substring(
                        type.getPackageName().isEmpty()
                                ? 0
                                : type.getPackageName().length() + 1);
        String prefix = type.getPackageName().isEmpty() ? "" : type.getPackageName() + ".";
        String name = prefix + simple.replace('$', '_') + "Parallel";
        companion = load(loader, name, className + " has no variants: there is no " + name);
        factories = factoryClass.map(f -> load(loader, f, "there is no class " + f + " on the class path"));
    }

    private static Class<?> load(ClassLoader loader, String name, String otherwise) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException absent) {
            throw new UserError(otherwise);
        }
    }

    /** Why variants are not among those found. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** In the order of their names. */
    List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        for (Method variant : companion.getDeclaredMethods()) {
            Class<?>[] parameters = variant.getParameterTypes();
            if (parameters.length > 0 && parameters[0] == Team.class) {
                original(variant.getName(), Arrays.copyOfRange(parameters, 1, parameters.length))
                        .ifPresentOrElse(
                                method -> pair(method, variant).ifPresent(pairs::add),
                                () -> problems.add(
                                        variant.getName() + ": no method of this name has it as its variant"));
            }
        }
        pairs.sort(Comparator.comparing(Pair::name));
        return pairs;
    }

    private Optional<Method> original(String name, Class<?>[] parameters) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> m.getName().equals(name) && Arrays.equals(own(m).toArray(), parameters))
                .findFirst();
    }

    /** Types of the arguments, the object first. */
    private List<Class<?>> own(Method method) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        if (!Modifier.isStatic(method.getModifiers())) {
            types.add(0, type);
        }
        return types;
    }

    private Optional<Pair> pair(Method method, Method variant) {
        String name = type.getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
        Optional<Pair.Arguments> arguments = arguments(method, name);
        return arguments.map(a -> new Pair(
                name,
                handle(method)
                        .asSpreader(Object[].class, own(method).size())
                        .asType(MethodType.methodType(Object.class, Object[].class)),
                handle(variant)
                        .asSpreader(Object[].class, own(method).size())
                        .asType(MethodType.methodType(Object.class, Team.class, Object[].class)),
                a,
                own(method).stream()
                        .anyMatch(t -> t.isArray() && t.getComponentType().isArray())));
    }

    private static MethodHandle handle(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method).asFixedArity();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<Pair.Arguments> arguments(Method method, String name) {
        Optional<Method> all =
                factory(m -> m.getName().equals(method.getName()) && m.getReturnType() == Object[].class);
        if (all.isPresent()) {
            return Optional.of(size -> (Object[]) all.get().invoke(null, size, new Random(SEED)));
        }
        List<Type> types = new ArrayList<>(List.of(method.getGenericParameterTypes()));
        if (!Modifier.isStatic(method.getModifiers())) {
            types.add(0, type);
        }
        List<Maker> makers = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            boolean receiver = types.size() > method.getParameterCount() && i == 0;
            Optional<Maker> maker = maker(types.get(i), receiver);
            if (maker.isEmpty()) {
                problems.add(name + ": no argument of type " + types.get(i).getTypeName()
                        + " can be made; write a class with `static Object[] " + method.getName()
                        + "(int size, Random random)` and name it with --inputs");
                return Optional.empty();
            }
            makers.add(maker.get());
        }
        return Optional.of(size -> {
            Inputs in = Inputs.of(size, SEED);
            Object[] values = new Object[makers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = makers.get(i).make(in);
            }
            return values;
        });
    }

    /** Makes one argument. */
    private interface Maker {
        Object make(Inputs in) throws Throwable;
    }

    private Optional<Maker> maker(Type wanted, boolean receiver) {
        Class<?> raw = wanted instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : wanted instanceof Class<?> plain ? plain : null;
        if (raw == null) {
            return Optional.empty();
        }
        Optional<Method> made = factory(m -> m.getReturnType() == raw);
        if (made.isPresent()) {
            return Optional.of(in -> made.get().invoke(null, in.size(), in.random()));
        }
        if (Inputs.canMake(raw)) {
            return Optional.of(in -> in.of(raw));
        }
        if (LISTS.contains(raw)
                && wanted instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> element
                && Inputs.canMake(element)) {
            return Optional.of(in -> in.list(element));
        }
        return receiver ? constructor(raw) : Optional.empty();
    }

    private static Optional<Maker> constructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Modifier.isAbstract(type.getModifiers())
                    ? Optional.empty()
                    : Optional.of(in -> constructor.newInstance());
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    private Optional<Method> factory(Predicate<Method> wanted) {
        return factories.stream()
                .flatMap(f -> Arrays.stream(f.getDeclaredMethods()))
                .filter(m -> Modifier.isStatic(m.getModifiers())
                        && Arrays.equals(m.getParameterTypes(), new Class<?>[] {int.class, Random.class})
                        && wanted.test(m))
                .peek(m -> m.setAccessible(true))
                .findFirst();
    }
}
