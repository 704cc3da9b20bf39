package dev.parfor.testing;

import dev.parfor.runtime.Schedule;
import dev.parfor.runtime.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs a method and its parallel variant on equal arguments, for problems of several sizes, on teams of several sizes and by every schedule, and
 * compares the result, the arguments afterwards, and the exception.
 *
 * <p><b>What is compared.</b> With the method itself: everything, floating-point numbers up to a tolerance, because a sum may be added in another
 * order. Between teams and schedules: everything, bit by bit. Where the method throws, the class of the exception alone: which of the
 * later iterations have run by then is not promised.
 *
 * <p><b>What is not.</b> Static fields, files, and whatever else lies outside of arguments and result.
 */
public final class Equivalence {

    private static final Map<Integer, Team> TEAMS = new ConcurrentHashMap<>();
    private static final long[] SEEDS = {1, 2};

    private final List<String> names;
    private int[] sizes = {0, 1, 2, 7, 1000};
    private int[] teams = {1, 2, 3, 7};
    private double tolerance = 1e-9;
    private Arguments arguments;
    private Sequential sequential;
    private Parallel parallel;

    /** Makes arguments; for an instance method the object comes first. */
    @FunctionalInterface
    public interface Arguments {
        Object[] make(Inputs inputs) throws Throwable;
    }

    /** The method itself. Returns {@code null} where it is {@code void}. */
    @FunctionalInterface
    public interface Sequential {
        Object call(Object[] arguments) throws Throwable;
    }

    /** Its variant. */
    @FunctionalInterface
    public interface Parallel {
        Object call(Team team, Object[] arguments) throws Throwable;
    }

    /** A test. */
    public record Case(String name, Runnable check) {}

    private Equivalence(List<String> names) {
        this.names = names;
    }

    /** @param names of the arguments */
    public static Equivalence of(String... names) {
        return new Equivalence(List.of(names));
    }

    public Equivalence sizes(int... sizes) {
        this.sizes = sizes.clone();
        return this;
    }

    /** @param teams numbers of threads */
    public Equivalence teams(int... teams) {
        this.teams = teams.clone();
        return this;
    }

    /** @param tolerance what floating-point numbers may differ by, relative to the larger of them and 1; 0 for not at all */
    public Equivalence tolerance(double tolerance) {
        this.tolerance = tolerance;
        return this;
    }

    public Equivalence arguments(Arguments arguments) {
        this.arguments = arguments;
        return this;
    }

    public Equivalence sequential(Sequential sequential) {
        this.sequential = sequential;
        return this;
    }

    public Equivalence parallel(Parallel parallel) {
        this.parallel = parallel;
        return this;
    }

    /** One test for each size and each variation of the arguments, and one that asks whether the loop runs at all. */
    public List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("arguments that the method takes", this::checkArguments));
        for (int size : sizes) {
            for (long seed : SEEDS) {
                String name = "size " + size + ", arguments " + seed;
                cases.add(new Case(name, () -> check(size, seed, Variation.NONE)));
            }
            for (Variation variation : variations(size)) {
                String name = "size " + size + ", " + variation.name();
                cases.add(new Case(name, () -> check(size, SEEDS[0], variation)));
            }
        }
        return cases;
    }

    private List<Variation> variations(int size) {
        return size < 2 ? List.of() : Variation.of(make(size, SEEDS[0], Variation.NONE), names);
    }

    /** Two methods that both throw at once are equal and show nothing. */
    private void checkArguments() {
        Optional<Throwable> last = Optional.empty();
        for (int size : sizes) {
            for (long seed : SEEDS) {
                Outcome outcome = run(sequential, make(size, seed, Variation.NONE));
                if (size > 0 && outcome.thrown() == null) {
                    return;
                }
                last = Optional.ofNullable(outcome.thrown());
            }
        }
        AssertionError error = new AssertionError(
                "the method throws for arguments of every size, so that nothing is tested: write a method"
                        + " `static Object[] NAME(int size, Random random)` of its name in the harness class that makes better ones");
        last.ifPresent(error::initCause);
        throw error;
    }

    private void check(int size, long seed, Variation variation) {
        Outcome expected = run(sequential, make(size, seed, variation));
        Outcome first = null;
        String firstRun = "";
        for (int threads : teams) {
            for (Schedule schedule : Schedule.values()) {
                String run = "team of " + threads + ", " + schedule;
                Team team = TEAMS.computeIfAbsent(threads, Team::of).withSchedule(schedule);
                Outcome actual = run(a -> parallel.call(team, a), make(size, seed, variation));
                actual.mustEqual(expected, names, tolerance, run + ", against the method itself");
                if (first == null) {
                    first = actual;
                    firstRun = run;
                } else {
                    actual.mustEqual(first, names, 0, run + ", against " + firstRun);
                }
            }
        }
    }

    private Object[] make(int size, long seed, Variation variation) {
        try {
            Object[] made = arguments.make(Inputs.of(size, seed));
            if (made.length != names.size()) {
                throw new AssertionError(made.length + " arguments are made, not " + names.size() + ": " + names);
            }
            variation.change().apply(made);
            return made;
        } catch (Error | RuntimeException failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new AssertionError("no arguments are made", checked);
        }
    }

    private static Outcome run(Sequential call, Object[] arguments) {
        try {
            return new Outcome(call.call(arguments), arguments, null);
        } catch (VirtualMachineError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            return new Outcome(null, arguments, thrown);
        }
    }
}
