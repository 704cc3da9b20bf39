package dev.parfor.processor.corpus;

import dev.parfor.processor.corpus.Scenario.Sharing;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes arguments from a signature. What an {@code int} is good for is read off its name, see {@link Numbers}; objects are made by
 * their longest constructor, and fields that it leaves empty are filled. Where a class is abstract or has subclasses
 * beside it, one of the classes nested in the same outer class is drawn.
 */
final class Inputs {

    private static final int MAX_DEPTH = 3;

    private final Scenario scenario;
    private final Random random;
    private final Numbers numbers;
    private final Map<String, Object> shared = new HashMap<>();
    private final Map<String, List<Object>> elements = new HashMap<>();
    private int insideElements;

    private Inputs(Scenario scenario) {
        this.scenario = scenario;
        this.random = new Random(scenario.seed() * 0x9E3779B97F4A7C15L + scenario.size());
        this.numbers = new Numbers(scenario, random);
    }

    /** The receiver, where there is one, and the arguments. */
    static Object[] of(Method method, Scenario scenario) {
        Inputs inputs = new Inputs(scenario);
        List<Object> all = new ArrayList<>();
        if (!Modifier.isStatic(method.getModifiers())) {
            all.add(inputs.value(method.getDeclaringClass(), "this", 0));
        }
        all.addAll(Arrays.asList(inputs.arguments(Blueprint.parameters(method), 0)));
        return all.toArray();
    }

    private Object[] arguments(List<Blueprint.Named> parameters, int depth) {
        Object[] arguments = new Object[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(parameters.get(i).type(), parameters.get(i).name(), depth);
        }
        return arguments;
    }

    private Object value(Type type, String name, int depth) {
        if (type instanceof TypeVariable<?> variable) {
            Type bound = variable.getBounds()[0];
            return value(
                    erase(bound) == Object.class || bound instanceof ParameterizedType ? Integer.class : bound,
                    name,
                    depth);
        }
        Class<?> raw = erase(type);
        if (raw.isPrimitive() || wraps(raw)) {
            return numbers.of(raw, name);
        }
        boolean reuse = scenario.sharing() == Sharing.SAME;
        String key = type.getTypeName();
        if (reuse && shared.containsKey(key)) {
            return shared.get(key);
        }
        Object made = make(type, raw, name, depth);
        if (reuse) {
            shared.put(key, made);
        }
        return made;
    }

    private static boolean wraps(Class<?> raw) {
        return raw == Integer.class
                || raw == Long.class
                || raw == Double.class
                || raw == Float.class
                || raw == Short.class
                || raw == Byte.class;
    }

    private Object make(Type type, Class<?> raw, String name, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        if (raw.isArray()) {
            return array(raw, name, depth);
        }
        if (raw == Boolean.class) {
            return random.nextBoolean();
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        }
        if (raw == Object.class || raw == Number.class || raw == Comparable.class) {
            return numbers.of(Integer.class, name);
        }
        if (raw.getClassLoader() == null) {
            Object[] elements = {};
            if (type instanceof ParameterizedType p) {
                Type element = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
                // Lists in the elements of others are many.
                elements = new Object[insideElements > 0 ? Math.min(4, numbers.side()) : numbers.length()];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = element(element, name, depth + 1);
                }
            }
            return JdkObjects.make(raw, elements, random);
        }
        return object(implementation(raw), depth);
    }

    private Object array(Class<?> raw, String name, int depth) {
        Class<?> component = raw.getComponentType();
        int length = component.isArray() || insideElements > 0 ? numbers.side() : numbers.length();
        if (component.isPrimitive()) {
            return numbers.array(component, name, length);
        }
        Object array = Array.newInstance(component, length);
        for (int i = 0; i < length; i++) {
            Array.set(array, i, element(component, name, depth + 1));
        }
        return array;
    }

    /** An element: its own object, or under {@link Sharing#ROWS} often null or one that occurs elsewhere. */
    private Object element(Type type, String name, int depth) {
        List<Object> known = elements.computeIfAbsent(type.getTypeName(), t -> new ArrayList<>());
        if (scenario.sharing() == Sharing.ROWS) {
            int draw = random.nextInt(12);
            if (draw == 0 && scenario.size() > 2) {
                return null;
            }
            if (draw < 6 && !known.isEmpty()) {
                return known.get(random.nextInt(known.size()));
            }
        }
        insideElements++;
        Object made = wraps(erase(type)) ? numbers.of(erase(type), name) : make(type, erase(type), name, depth);
        insideElements--;
        known.add(made);
        return made;
    }

    private Class<?> implementation(Class<?> raw) {
        List<Class<?>> candidates = Blueprint.implementations(raw);
        return candidates.get(random.nextInt(3) == 0 ? random.nextInt(candidates.size()) : 0);
    }

    private Object object(Class<?> type, int depth) {
        Blueprint blueprint = Blueprint.of(type);
        try {
            Object made = blueprint.constructor().newInstance(arguments(blueprint.parameters(), depth + 1));
            for (Field field : blueprint.fields()) {
                fill(made, field, depth + 1);
            }
            return made;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no object of " + type, e);
        }
    }

    private void fill(Object made, Field field, int depth) throws IllegalAccessException {
        Object present = Graphs.read(field, made);
        boolean empty = present == null || present instanceof Number n && n.doubleValue() == 0;
        if (empty) {
            Object value = value(field.getGenericType(), field.getName(), depth);
            if (value != null) {
                field.set(made, value);
            }
        }
    }

    static Class<?> erase(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        }
        if (type instanceof TypeVariable<?> v) {
            return erase(v.getBounds()[0]);
        }
        if (type instanceof java.lang.reflect.GenericArrayType a) {
            return Array.newInstance(erase(a.getGenericComponentType()), 0).getClass();
        }
        return erase(((java.lang.reflect.WildcardType) type).getUpperBounds()[0]);
    }
}
