package dev.parfor.processor.walk;

import dev.parfor.processor.ir.MethodRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The reviewed table of what methods of {@code java.*} do to memory, from their specification, never from the code of one
 * JDK. What is not in the table is unknown.
 *
 * <p>Lines of {@code jdk-effects.txt}: {@code class#method effect}, where the method may be {@code *} (all that no
 * other line names) or carry a descriptor.
 */
final class JdkEffects {

    /** What a call does. */
    enum Effect {
        /** Depends on its arguments' values alone, which are numbers, strings or other immutables; changes nothing. */
        PURE,
        /** Like {@link #PURE}; the result is an object that nobody else has. */
        FRESH,
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

    private static final Map<String, Effect> TABLE = load();

    private JdkEffects() {}

    static Optional<Effect> of(MethodRef m) {
        String key = m.owner() + "#" + m.name();
        Effect effect = TABLE.get(key + m.descriptor());
        if (effect == null) {
            effect = TABLE.get(key);
        }
        if (effect == null && !(m.isConstructor() && !TABLE.containsKey(key))) {
            effect = TABLE.get(m.owner() + "#*");
        }
        return Optional.ofNullable(effect).filter(e -> e != Effect.UNKNOWN);
    }

    static boolean isPure(MethodRef m) {
        return of(m).filter(e -> e == Effect.PURE || e == Effect.FRESH).isPresent();
    }

    static boolean isFreshConstructor(MethodRef m) {
        return m.isConstructor() && of(m).filter(e -> e == Effect.FRESH).isPresent();
    }

    private static Map<String, Effect> load() {
        Map<String, Effect> table = new HashMap<>();
        try (InputStream in = JdkEffects.class.getResourceAsStream("jdk-effects.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    String[] words = text.split("\\s+");
                    Effect effect = Effect.valueOf(words[words.length - 1]);
                    String owner = words[0].substring(0, words[0].indexOf('#'));
                    String methods = words[0].substring(words[0].indexOf('#') + 1);
                    for (String method : methods.split("\\|")) {
                        table.put(owner + "#" + method, effect);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
