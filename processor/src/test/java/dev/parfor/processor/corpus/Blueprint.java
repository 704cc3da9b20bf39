package dev.parfor.processor.corpus;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What {@link Inputs} asks of a class to make an object of it, asked once: reflection copies its answers, and objects are made by
 * the million.
 *
 * @param constructor the longest
 * @param fields that can be filled
 */
record Blueprint(Constructor<?> constructor, List<Named> parameters, List<Field> fields) {

    private static final ClassValue<Blueprint> BLUEPRINTS = new ClassValue<>() {
        @Override
        protected Blueprint computeValue(Class<?> type) {
            Constructor<?> longest = Arrays.stream(type.getDeclaredConstructors())
                    .max(Comparator.comparingInt(Constructor::getParameterCount))
                    .orElseThrow();
            longest.setAccessible(true);
            return new Blueprint(longest, Blueprint.parameters(longest), fieldsOf(type));
        }
    };

    private static final ClassValue<List<Class<?>>> IMPLEMENTATIONS = new ClassValue<>() {
        @Override
        protected List<Class<?>> computeValue(Class<?> type) {
            return candidates(type);
        }
    };

    /** A parameter. */
    record Named(Type type, String name) {}

    static Blueprint of(Class<?> type) {
        return BLUEPRINTS.get(type);
    }

    /** Classes of which an object can stand for one of this type, the type itself in front if it is one. */
    static List<Class<?>> implementations(Class<?> type) {
        return IMPLEMENTATIONS.get(type);
    }

    static List<Named> parameters(Executable method) {
        Parameter[] parameters = method.getParameters();
        Type[] types = method.getGenericParameterTypes();
        boolean generic = types.length == parameters.length;
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            named.add(new Named(generic ? types[i] : parameters[i].getType(), parameters[i].getName()));
        }
        return List.copyOf(named);
    }

    private static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> at = type; at != Object.class && !at.isRecord(); at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (!Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()) {
                    fields.add(field);
                }
            }
        }
        return List.copyOf(fields);
    }

    private static List<Class<?>> candidates(Class<?> raw) {
        Class<?> outer = raw.getEnclosingClass() == null ? raw : raw.getEnclosingClass();
        List<Class<?>> candidates = new ArrayList<>();
        if (!Modifier.isAbstract(raw.getModifiers())) {
            candidates.add(raw);
        }
        for (Class<?> nested : outer.getDeclaredClasses()) {
            boolean fits = raw.isAssignableFrom(nested) && nested != raw && !Modifier.isAbstract(nested.getModifiers());
            if (fits && !Throwable.class.isAssignableFrom(nested)) {
                candidates.add(nested);
            }
        }
        candidates.sort(Comparator.comparing((Class<?> c) -> c != raw).thenComparing(Class::getName));
        return List.copyOf(candidates);
    }
}
