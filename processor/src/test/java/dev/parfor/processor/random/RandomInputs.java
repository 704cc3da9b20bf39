package dev.parfor.processor.random;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Arguments for random loops: small, of many shapes, with arrays, rows and objects that are one and the same in many ways. */
final class RandomInputs {

    private static final List<Integer> ENDS = List.of(
            Integer.MAX_VALUE, Integer.MAX_VALUE - 3, Integer.MIN_VALUE, Integer.MIN_VALUE + 2, 1 << 30, -(1 << 30));

    /** More than the keys of a map. Its multiples go into one bin, in which the order of their coming shows. */
    static final int TABLE = 64;

    private final long seed;
    private final boolean aliased;
    private final int size;
    private final int width;
    private final int length;
    private final Map<Kind, Object> one = new HashMap<>();
    private final Fractions fractions;
    private Random random;

    private RandomInputs(long seed, boolean aliased, int size, boolean anyFractions) {
        this.seed = seed;
        this.random = new Random(seed);
        this.aliased = aliased;
        this.size = size;
        this.width = random.nextInt(6);
        int[] lengths = {(size + 3) * (width + 4) * 3 + 20, size, size + 1, 5 * size + 30};
        this.length = lengths[random.nextInt(3) == 0 ? random.nextInt(4) : 0];
        this.fractions = anyFractions ? Fractions.of(random) : Fractions.QUARTERS;
    }

    /**
     * Values of the parameters of a program and of {@code this}. The same arguments always give equal values. Each has random numbers of its
     * own, so that what a parameter is does not depend on whether there are others, but for which of them are one.
     */
    static Map<String, Object> make(Program program, int round, boolean aliased, int size) {
        boolean anyFractions = program.theme().equals(Theme.FRACTIONS.name());
        RandomInputs inputs =
                new RandomInputs((program.seed() + round) * 0x5DEECE66DL + size, aliased, size, anyFractions);
        Map<String, Object> values = new HashMap<>();
        program.parameters().forEach(p -> values.put(p.name(), inputs.parameter(p.name(), p.kind())));
        if (!program.isStatic()) {
            values.put("this", inputs.parameter("this", Kind.THING));
        }
        return values;
    }

    private Object parameter(String name, Kind kind) {
        random = new Random(seed ^ name.hashCode() * 0x9E3779B97F4A7C15L);
        return value(name, kind);
    }

    private Object value(String name, Kind kind) {
        if (kind == Kind.INT) {
            return number(name);
        }
        if (aliased && one.containsKey(kind) && random.nextInt(3) > 0) {
            return one.get(kind);
        }
        Object made = switch (kind) {
            case INTS -> name.equals("ptr") ? ascending() : name.equals("idx") ? indices() : ints();
            case SHORTS, CHARS, LONGS, FLOATS, DOUBLES -> numbers(kind, length);
            case BYTE_ROWS, SHORT_ROWS, CHAR_ROWS, ROWS, LONG_ROWS, FLOAT_ROWS, DOUBLE_ROWS -> rows(kind);
            case BYTES -> bytes();
            case THINGS -> things();
            case THING_LIST -> list(Arrays.asList(things()));
            case NUMBERS -> numbers();
            case NUMBER_SET -> set();
            case COUNTS -> new HashMap<>(Map.of(TABLE * random.nextInt(5), random.nextInt(9)));
            case ATOMIC -> new AtomicInteger(random.nextInt(9));
            default -> thing();
        };
        one.putIfAbsent(kind, made);
        return made;
    }

    private int number(String name) {
        boolean extreme = random.nextInt(8) == 0;
        return switch (name) {
            case "n", "count" -> size;
            case "m" -> random.nextInt(7);
            case "w" -> width;
            case "s" -> random.nextInt(8) == 0 ? random.nextInt(3) - 2 : 1 + random.nextInt(3);
            default ->
                extreme ? ENDS.get(random.nextInt(ENDS.size())) : random.nextInt(5) == 0 ? -1 : random.nextInt(9);
        };
    }

    private int[] ints() {
        int[] made = new int[length];
        for (int i = 0; i < length; i++) {
            made[i] = random.nextInt(30) == 0 ? -2 : random.nextInt(13);
        }
        return made;
    }

    /** Places of other arrays: all different, or with many twice. */
    private int[] indices() {
        int[] made = new int[size + random.nextInt(3)];
        int from = random.nextInt(10) == 0 ? -1 : 0;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < made.length + 4; i++) {
            places.add(i + from);
        }
        Collections.shuffle(places, random);
        boolean repeats = aliased && random.nextInt(2) == 0;
        for (int i = 0; i < made.length; i++) {
            made[i] = places.get(repeats && i > 0 ? random.nextInt(i) : i);
        }
        return made;
    }

    /** Where segments begin: ascending, but for a seldom step back. */
    private int[] ascending() {
        int[] made = new int[size + 1 + random.nextInt(2)];
        int step = random.nextInt(4);
        for (int i = 1; i < made.length; i++) {
            made[i] = made[i - 1] + random.nextInt(step + 1);
        }
        if (aliased && random.nextInt(3) == 0) {
            made[made.length - 1] = 0;
        }
        return made;
    }

    private List<Object> numbers() {
        List<Object> made = new ArrayList<>();
        for (int i = 0; i < size + random.nextInt(4); i++) {
            made.add(random.nextInt(9));
        }
        return list(made);
    }

    /** Seldom of a class that no guard lets pass. */
    private List<Object> list(List<? extends Object> elements) {
        return aliased && random.nextInt(6) == 0 ? new LinkedList<>(elements) : new ArrayList<>(elements);
    }

    private Set<Object> set() {
        int draw = random.nextInt(3);
        Set<Object> made = draw == 0 ? new HashSet<>() : draw == 1 ? new LinkedHashSet<>() : new TreeSet<>();
        for (int i = 0; i < size / 2 + random.nextInt(3); i++) {
            made.add(random.nextInt(9));
        }
        return made;
    }

    private Object numbers(Kind kind, int count) {
        Object made = Array.newInstance(kind.element().type(), count);
        for (int i = 0; i < count; i++) {
            Values.set(made, i, Values.convert(kind.element(), cell(kind.element())));
        }
        return made;
    }

    private Object cell(Kind kind) {
        return switch (kind) {
            case INT -> random.nextInt(20);
            case LONG -> random.nextInt(4) == 0 ? random.nextLong() : (Object) (random.nextInt(40) - 9L);
            case FLOAT, DOUBLE -> fractions.draw(random, kind == Kind.FLOAT);
            default -> random.nextInt(1 << 16) - 100;
        };
    }

    private Object[] rows(Kind kind) {
        Class<?> row = kind.element().type();
        Object[] made = (Object[]) Array.newInstance(row, size + random.nextInt(4));
        for (int i = 0; i < made.length; i++) {
            if (aliased && random.nextInt(3) == 0) {
                int draw = random.nextInt(4);
                made[i] = draw == 0 ? null : draw == 1 ? value("", kind.element()) : made[random.nextInt(i + 1)];
            } else {
                made[i] = numbers(kind.element(), Math.max(size, width) + 4);
            }
        }
        return made;
    }

    private byte[] bytes() {
        byte[] made = new byte[length];
        random.nextBytes(made);
        return made;
    }

    private Thing[] things() {
        Thing[] made = new Thing[size + random.nextInt(3)];
        for (int i = 0; i < made.length; i++) {
            boolean shares = aliased && random.nextInt(3) == 0;
            int draw = random.nextInt(4);
            made[i] = !shares ? thing() : draw == 0 ? null : draw == 1 ? (Thing) value("", Kind.THING) : made[i / 2];
        }
        return made;
    }

    private Thing thing() {
        int draw = random.nextInt(12);
        Thing made = new Thing(draw < 8 ? 0 : draw < 10 ? 1 : draw < 11 ? 2 : random.nextInt(3));
        boolean lacks = aliased && random.nextInt(12) == 0;
        made.fields.put("data", lacks ? null : value("data", Kind.INTS));
        made.fields.put("hidden", value("hidden", Kind.INTS));
        made.fields.put("weights", value("weights", Kind.DOUBLES));
        made.fields.put("grid", value("grid", Kind.ROWS));
        made.fields.put("words", value("words", Kind.NUMBER_SET));
        made.fields.put("count", size);
        made.fields.put("offset", random.nextInt(4));
        made.fields.put("total", random.nextInt(9));
        return made;
    }

    /** A deep copy that shares where the original does, with objects of a class in place of things; things stay so if it is null. */
    static Object copy(Object value, Class<?> type, IdentityHashMap<Object, Object> done) {
        boolean isNumber = value instanceof Number && !(value instanceof AtomicInteger);
        if (value == null || isNumber || value instanceof Boolean) {
            return value;
        }
        if (done.containsKey(value)) {
            return done.get(value);
        }
        if (value.getClass().isArray() && value.getClass().getComponentType().isPrimitive()) {
            int length = Array.getLength(value);
            Object cells = Array.newInstance(value.getClass().getComponentType(), length);
            System.arraycopy(value, 0, cells, 0, length);
            done.put(value, cells);
        } else if (value instanceof AtomicInteger a) {
            done.put(value, new AtomicInteger(a.get()));
        } else if (value instanceof Map<?, ?> a) {
            // Of one size always: it has a part in the order of the keys.
            Map<Object, Object> map = new HashMap<>(TABLE);
            map.putAll(a);
            done.put(value, map);
        } else if (value instanceof Set<?> a) {
            done.put(
                    value,
                    a instanceof TreeSet<?>
                            ? new TreeSet<>(a)
                            : a instanceof LinkedHashSet<?> ? new LinkedHashSet<>(a) : new HashSet<>(a));
        } else if (value instanceof List<?> a) {
            List<Object> list = a instanceof LinkedList<?> ? new LinkedList<>() : new ArrayList<>();
            done.put(value, list);
            a.forEach(element -> list.add(copy(element, type, done)));
        } else if (value instanceof Thing[] a) {
            Object[] things = (Object[]) Array.newInstance(type == null ? Thing.class : type, a.length);
            done.put(value, things);
            for (int i = 0; i < a.length; i++) {
                things[i] = copy(a[i], type, done);
            }
        } else if (value instanceof Object[] a) {
            Object[] rows = a.clone();
            done.put(value, rows);
            for (int i = 0; i < a.length; i++) {
                rows[i] = copy(a[i], type, done);
            }
        } else {
            copyThing((Thing) value, type, done);
        }
        return done.get(value);
    }

    private static void copyThing(Thing thing, Class<?> type, IdentityHashMap<Object, Object> done) {
        try {
            Object made = new Thing(thing.subclass);
            if (type != null) {
                Class<?> exact = thing.subclass == 0
                        ? type
                        : Class.forName(
                                type.getName() + "$"
                                        + Helpers.SUBCLASSES
                                                .get(thing.subclass - 1)
                                                .name(),
                                true,
                                type.getClassLoader());
                Constructor<?> constructor = exact.getDeclaredConstructor();
                constructor.setAccessible(true);
                made = constructor.newInstance();
            }
            done.put(thing, made);
            for (Map.Entry<String, Object> entry : thing.fields.entrySet()) {
                Object value = copy(entry.getValue(), type, done);
                if (made instanceof Thing copied) {
                    copied.fields.put(entry.getKey(), value);
                } else {
                    Field field = type.getDeclaredField(entry.getKey());
                    field.setAccessible(true);
                    field.set(made, value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
