package dev.parfor.processor.random;

import dev.parfor.processor.corpus.ReorderedRuntime;
import dev.parfor.processor.corpus.Twins;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides whether what was made of a program is right. For each of some inputs the program is interpreted, its method is run, and its
 * variant is run in several orders; all must come to the same end. Where the variant ran as a region although two
 * iterations conflict on this very input, it was wrongly accepted, whatever the results.
 */
final class Checker {

    private static final int MAX_STEPS = 60_000;
    private static final int[] SIZES = {0, 1, 2, 3, 6, 11};

    /** Kinds of findings, worst first. */
    enum Fault {
        /** A region ran with a conflict. */
        WRONGLY_ACCEPTED,
        /** The variant came to another end than the method. */
        DIFFERENT_RESULT,
        /** The interpreter came to another end than the method: the tester is wrong. */
        WRONG_ORACLE
    }

    record Finding(Fault fault, String text) {}

    /**
     * What was seen of a program.
     *
     * @param independent no input showed a conflict or a carried variable that is not an accumulator, although several ran to their
     *     end after four or more iterations
     * @param apart the same, but looking only at inputs whose arrays, objects and indices are all different ones
     * @param regions how often the variant ran as a region of two or more iterations
     */
    record Seen(Optional<Finding> finding, boolean independent, boolean apart, int regions) {}

    private final Program program;
    private final Method original;
    private final Optional<Method> variant;
    private final ReorderedRuntime runtime;

    Checker(Program program, Method original, Optional<Method> variant, ReorderedRuntime runtime) {
        this.program = program;
        this.original = original;
        this.variant = variant;
        this.runtime = runtime;
    }

    Seen check() {
        boolean independent = true;
        boolean apart = true;
        int completed = 0;
        int regions = 0;
        // A refused program has nothing to run: fewer inputs are enough to see that it was refused for a reason.
        int step = variant.isPresent() ? 1 : 2;
        for (int round = 0; round < 3 * SIZES.length; round += step) {
            Map<String, Object> input = RandomInputs.make(program, round, round % 3 == 2, SIZES[round / 3]);
            AccessLog log = new AccessLog();
            Optional<Twins.Outcome> interpreted = interpret(program, original.getDeclaringClass(), input, log, false);
            if (interpreted.isEmpty()) {
                continue;
            }
            boolean free = !log.writesUpToExit()
                    && log.conflict().isEmpty()
                    && withoutAccumulators(log.carried()).isEmpty();
            independent &= free;
            apart &= free || round % 3 == 2;
            completed += log.longest() > 3 && interpreted.get().thrown() == null ? 1 : 0;
            Twins twins = new Twins(original, variant.orElse(original), tolerance(), program.comparesAfterThrow());
            Twins.Outcome expected = twins.runOriginal(arguments(input));
            Optional<String> wrong = twins.difference(expected, interpreted.get(), () -> arguments(input));
            if (wrong.isPresent()) {
                return new Seen(
                        Optional.of(new Finding(Fault.WRONG_ORACLE, wrong.get() + on(input))), false, false, regions);
            }
            if (variant.isPresent()) {
                int orders = Twins.isWavefront(variant.get()) ? 12 : 4;
                for (int order = 0; order < orders; order++) {
                    runtime.start(program.seed() + order);
                    Twins.Outcome actual = twins.runVariant(runtime.team(), arguments(input));
                    // Of several loops one may have run as it is written, which counts as neither.
                    boolean parallel = runtime.regions() >= program.loops() && runtime.sequential() == 0;
                    regions += parallel && log.longest() > 1 ? 1 : 0;
                    Optional<Finding> found = finding(twins, expected, actual, parallel, log, input);
                    if (found.isPresent()) {
                        return new Seen(found, false, false, regions);
                    }
                }
            }
        }
        boolean enough = completed > 2;
        return new Seen(Optional.empty(), independent && enough, apart && enough, regions);
    }

    private Object[] arguments(Map<String, Object> input) {
        return arguments(program, original.getDeclaringClass(), input);
    }

    private Optional<Finding> finding(
            Twins twins,
            Twins.Outcome expected,
            Twins.Outcome actual,
            boolean parallel,
            AccessLog log,
            Map<String, Object> input) {
        // Iterations do meet in what they only update; there the results have to tell.
        boolean explained = variant.isPresent() && (Twins.merges(variant.get()) || Twins.isWavefront(variant.get()));
        if (parallel && log.conflict().isPresent() && !explained) {
            String text = log.conflict().get();
            return Optional.of(new Finding(Fault.WRONGLY_ACCEPTED, text + on(input)));
        }
        // Which of several loops were regions cannot be told.
        boolean isOne = !program.theme().equals(Theme.PHASES.name());
        if (isOne && parallel && log.conflict().isPresent() && Twins.keepsUpdates(variant.get())) {
            AccessLog lenient = new AccessLog();
            interpret(program, original.getDeclaringClass(), input, lenient, true);
            if (lenient.conflict().isPresent()) {
                String text = "beside of updates " + lenient.conflict().get();
                return Optional.of(new Finding(Fault.WRONGLY_ACCEPTED, text + on(input)));
            }
        }
        if (parallel && log.race().isPresent() && !explained) {
            return Optional.of(new Finding(Fault.WRONGLY_ACCEPTED, log.race().get() + on(input)));
        }
        return twins.difference(expected, actual, () -> arguments(input))
                .map(text -> new Finding(Fault.DIFFERENT_RESULT, text + on(input)));
    }

    private Set<String> withoutAccumulators(Set<String> carried) {
        return carried.stream()
                .filter(name -> !program.accumulators().contains(name))
                .collect(Collectors.toSet());
    }

    private double tolerance() {
        boolean sums = variant.isPresent() && Twins.merges(variant.get());
        return program.result().kind() == Kind.DOUBLE || sums ? 1e-9 : 0;
    }

    /** What the interpreter comes to; empty if it takes too long. */
    static Optional<Twins.Outcome> interpret(
            Program program, Class<?> type, Map<String, Object> input, AccessLog log, boolean updates) {
        IdentityHashMap<Object, Object> things = new IdentityHashMap<>();
        Map<String, Object> own = new HashMap<>();
        program.parameters().forEach(p -> own.put(p.name(), RandomInputs.copy(input.get(p.name()), null, things)));
        if (!program.isStatic()) {
            own.put("this", RandomInputs.copy(input.get("this"), null, things));
        }
        Map<String, Object> variables = new HashMap<>(own);
        Object result = null;
        Throwable thrown = null;
        try {
            result = new Interpreter(log, MAX_STEPS, updates).run(program, variables);
        } catch (Interpreter.TooLong e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            thrown = e;
        }
        return Optional.of(new Twins.Outcome(result, thrown, arguments(program, type, own), new TreeMap<>()));
    }

    /** The arguments for a call by reflection, the receiver first; each time other objects. */
    static Object[] arguments(Program program, Class<?> type, Map<String, Object> input) {
        IdentityHashMap<Object, Object> done = new IdentityHashMap<>();
        List<Object> arguments = new ArrayList<>();
        if (!program.isStatic()) {
            arguments.add(RandomInputs.copy(input.get("this"), type, done));
        }
        for (Expr.Var parameter : program.parameters()) {
            arguments.add(RandomInputs.copy(input.get(parameter.name()), type, done));
        }
        return arguments.toArray();
    }

    private String on(Map<String, Object> input) {
        StringBuilder text = new StringBuilder("\non ");
        for (Expr.Var p : program.parameters()) {
            Object value = input.get(p.name());
            Object shown = value instanceof Number ? value : Integer.toHexString(System.identityHashCode(value));
            text.append(p.name()).append(" = ").append(shown).append("  ");
        }
        return text.toString();
    }
}
