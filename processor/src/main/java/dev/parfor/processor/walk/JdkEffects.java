package dev.parfor.processor.walk;

import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The reviewed table of what methods of {@code java.*} do to memory, from their specification, never from the code of one
 * JDK. What is not in the table is unknown.
 *
 * <p>Lines of {@code jdk-effects.txt}: {@code class#method effect}, where the method may be {@code *} (all that no
 * other line names) or carry a descriptor. What a method is given, it may call: {@code toString}, {@code equals}, anything;
 * so objects of classes with methods that are not known can't be given to it, unless {@code keeps} stands behind the effect: it
 * stores them, returns them, or compares their identity, no more.
 *
 * <p>Two more lines list classes. {@code immutable}: objects of exactly this class never change, and their methods have no
 * effects. {@code own}: where the table's methods return one, it is an object of the library's own, which does what its class
 * says, although anybody may extend the class or implement the interface.
 */
final class JdkEffects {

    /** What a call does. */
    enum Effect {
        /** Depends on its arguments' values alone, which are numbers, strings or other immutables; changes nothing. */
        PURE,
        /** Like {@link #PURE}; the result is an object that nobody else has. */
        FRESH,
        /** Calls the functions that it is given, with any values, now or when its result is used; reads what the receiver holds. */
        CALLS,
        /** Reads what the receiver holds. */
        READS,
        /** Reads and changes what the receiver holds, nothing else. */
        WRITES,
        /** Like {@link #WRITES}; the result is the receiver. */
        WRITES_SELF,
        /** Like {@link #READS}, and calls {@code equals} and {@code hashCode} of its first argument. */
        KEYED_READS,
        /** Like {@link #WRITES}, and calls {@code equals} and {@code hashCode} of its first argument. */
        KEYED_WRITES,
        /** Like {@link #KEYED_WRITES}, and calls the functions that it is given. */
        KEYED_CALLS,
        /** Reads the element of a list that its first argument is the index of. */
        LIST_GET,
        /** Replaces the element of a list that its first argument is the index of. */
        LIST_SET,
        /** Reads all elements of its array arguments. */
        READS_ARRAYS,
        /** Like {@link #READS_ARRAYS}; the result is a new object. */
        READS_ARRAYS_FRESH,
        /** Reads its arrays and writes all elements of the first one. */
        WRITES_FIRST_ARRAY,
        /** {@code System.arraycopy}. */
        COPIES,
        /** {@code Arrays.fill(array, value)} and with a range. */
        FILLS,
        /** Talks to the world outside. */
        WORLD,
        /** Depends on the thread that calls. */
        THREAD,
        /** Locks, or is atomic. */
        SYNCHRONIZES,
        /** Waits for another thread. */
        WAITS,
        /** Adds to a number that the receiver holds, in one step. */
        ADDS,
        /** Like {@link #ADDS}, in floating point. */
        ADDS_FLOATING,
        /** Stores its last argument in what the receiver holds, in one step. */
        SETS,
        /** Combines a number that the receiver holds with an argument by the function that is the last one, in one step. */
        ACCUMULATES,
        /** Changes what the receiver holds by a function that it is given, in one step. */
        UPDATES,
        /** Draws from a state that all callers share. */
        SHARED,
        /** As if it had no line, where {@code *} would stand for it. */
        UNKNOWN
    }

    /** A line of the table. */
    private record Row(Effect effect, boolean keeps) {}

    private static final Map<String, Row> TABLE = new HashMap<>();

    private static final Set<String> IMMUTABLE = new HashSet<>();

    private static final Set<String> OWN = new HashSet<>();

    static {
        load();
    }

    private JdkEffects() {}

    static Optional<Effect> of(MethodRef m) {
        return row(m).map(Row::effect).filter(e -> e != Effect.UNKNOWN);
    }

    /** Whether objects that are given to the method are never called by it. */
    static boolean keeps(MethodRef m) {
        return row(m).filter(Row::keeps).isPresent();
    }

    private static Optional<Row> row(MethodRef m) {
        String key = m.owner() + "#" + m.name();
        Row row = TABLE.get(key + m.descriptor());
        if (row == null) {
            row = TABLE.get(key);
        }
        if (row == null && !(m.isConstructor() && !TABLE.containsKey(key))) {
            row = TABLE.get(m.owner() + "#*");
        }
        return Optional.ofNullable(row);
    }

    /** Whether objects of exactly this class never change and have no methods with effects. */
    static boolean isImmutable(String className) {
        return IMMUTABLE.contains(className);
    }

    /** Whether methods of the table that return this type return an object that does what the type says. */
    static boolean isOwn(Type type) {
        return type instanceof Type.Ref ref && (OWN.contains(ref.name()) || IMMUTABLE.contains(ref.name()));
    }

    static boolean isPure(MethodRef m) {
        return of(m).filter(e -> e == Effect.PURE || e == Effect.FRESH).isPresent();
    }

    static boolean isFreshConstructor(MethodRef m) {
        return m.isConstructor() && of(m).filter(e -> e == Effect.FRESH).isPresent();
    }

    private static void load() {
        try (InputStream in = JdkEffects.class.getResourceAsStream("jdk-effects.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    read(List.of(text.split("\\s+")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(List<String> words) {
        String first = words.get(0);
        switch (first) {
            case "immutable" -> IMMUTABLE.addAll(words.subList(1, words.size()));
            case "own" -> OWN.addAll(words.subList(1, words.size()));
            default -> {
                boolean keeps = words.size() == 3 && words.get(2).equals("keeps");
                if (words.size() != 2 && !keeps) {
                    throw new IllegalStateException("a line that is not understood: " + words);
                }
                Row row = new Row(Effect.valueOf(words.get(1)), keeps);
                String owner = first.substring(0, first.indexOf('#'));
                for (String method : first.substring(first.indexOf('#') + 1).split("\\|")) {
                    TABLE.put(owner + "#" + method, row);
                }
            }
        }
    }
}
