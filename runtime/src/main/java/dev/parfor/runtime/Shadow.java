package dev.parfor.runtime;

import dev.parfor.runtime.ShadowCells.Pair;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One execution of a loop that was generated in checked mode: records which iteration reads and writes which element of an array
 * and which field, and throws a {@link CollisionException} at the end if two iterations have met, at least one of them writing.
 *
 * <p>Iterations are recorded, not threads, so a collision is found whether or not the two ran at the same time; in parallel, in
 * sequence or in between. Where a guard does not hold the loop runs in order, and iterations may meet: nothing is recorded then.
 *
 * <p>Thread-safe. Objects are held weakly.
 */
public final class Shadow {

    private static final int MOST_PLACES = 1 << ShadowCells.PLACE_BITS;

    private final LoopSite site;
    private final String index;
    private final long start;
    private final long step;
    private final String restsOn;
    private final List<String> places;

    private final ShadowMemory memory = new ShadowMemory();
    /** Fields by name, their cells by number. */
    private final ConcurrentHashMap<String, Integer> fields = new ConcurrentHashMap<>();

    private final AtomicInteger count = new AtomicInteger();
    /** Stands for all classes, whose static fields are its. */
    private final Object statics = new Object();

    private volatile boolean recording;
    private Collision worst;

    /** @param number of an element; 0 of a field */
    private record Collision(Pair pair, int number, String cell) {
        boolean isBefore(Collision other) {
            if (pair.isBefore(other.pair) || other.pair.isBefore(pair)) {
                return pair.isBefore(other.pair);
            }
            return number != other.number ? number < other.number : cell.compareTo(other.cell) < 0;
        }
    }

    /**
     * @param index the name of the loop's index; empty where it has none, so that iterations are counted
     * @param start the first index
     * @param step what is added to it; not 0
     * @param restsOn the claims that the loop was accepted on; empty if there are none
     * @param places where the loop reads and writes, by number: {@code out[i], line 12}
     */
    public Shadow(LoopSite site, String index, long start, long step, String restsOn, String... places) {
        if (step == 0 || places.length > MOST_PLACES) {
            throw new IllegalArgumentException("step " + step + ", " + places.length + " places");
        }
        this.site = site;
        this.index = index;
        this.start = start;
        this.step = step;
        this.restsOn = restsOn;
        this.places = List.of(places);
    }

    /**
     * As {@link Parfor#run(Team, LoopSite, long, LoopBody)}.
     *
     * @throws CollisionException if two iterations have met
     */
    public void run(Team team, long tripCount, LoopBody body) {
        run(team, site, tripCount, tripCount, body);
    }

    /**
     * As {@link Parfor#run(Team, LoopSite, Blocks, LoopBody)}.
     *
     * @throws CollisionException if two iterations have met
     */
    public void run(Team team, Blocks blocks, LoopBody body) {
        run(team, site.inBlocks(blocks), blocks.count(), blocks.tripCount(), body);
    }

    private void run(Team team, LoopSite view, long units, long tripCount, LoopBody body) {
        String failed;
        try {
            failed = body.failedGuard(tripCount);
        } catch (RuntimeException e) {
            failed = "a guard could not be evaluated: " + e;
        }
        if (failed != null) {
            Launch.sequential(team, view, units, body, failed);
            return;
        }
        recording = true;
        try {
            Launch.run(team, view, units, body);
        } catch (Throwable thrown) {
            recording = false;
            Optional<CollisionException> collision = collision();
            collision.ifPresent(c -> LoopFailure.suppress(c, thrown));
            throw Parfor.sneaky(collision.isPresent() ? collision.get() : thrown);
        }
        recording = false;
        collision().ifPresent(c -> {
            throw c;
        });
    }

    /** The iteration that has an index. */
    public Iteration at(long index) {
        long distance = step > 0 ? index - start : start - index;
        return new Iteration(step == 1 || step == -1 ? distance : Long.divideUnsigned(distance, Math.abs(step)));
    }

    /** An array that is a chunk's own, which its iterations use one after the other: it is not recorded, nor are its rows. */
    public <A> A own(A array) {
        memory.own(array);
        return array;
    }

    private void record(Object object, int cell, String field, long access, boolean writes) {
        ShadowCells cells = recording ? memory.of(object) : null;
        if (cells != null) {
            cells.record(cell, access, writes).ifPresent(pair -> collided(pair, object, cell, field));
        }
    }

    private synchronized void collided(Pair pair, Object object, int cell, String field) {
        if (worst == null || !worst.pair().isBefore(pair)) {
            Collision found = new Collision(pair, field.isEmpty() ? cell : 0, describe(object, cell, field));
            worst = worst == null || found.isBefore(worst) ? found : worst;
        }
    }

    private String describe(Object object, int cell, String field) {
        if (object == statics) {
            return "the static field " + field;
        }
        String type = object.getClass().getTypeName().replaceFirst("^([a-z]\\w*\\.)+", "");
        if (field.isEmpty() && object instanceof List) {
            return "element " + cell + " of " + a(type);
        }
        return object.getClass().isArray()
                ? "element " + cell + " of " + a(type.replaceFirst("\\[]", "[" + Array.getLength(object) + "]"))
                : "field " + field + " of an object of " + type;
    }

    private static String a(String noun) {
        return ("aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private synchronized Optional<CollisionException> collision() {
        if (worst == null) {
            return Optional.empty();
        }
        Pair pair = worst.pair();
        String message = "two iterations of the loop " + site + " meet in " + worst.cell() + "\n  "
                + line(pair.first(), pair.firstWrites()) + "\n  "
                + line(pair.second(), pair.secondWrites())
                + "\n  the loop "
                + (restsOn.isEmpty()
                        ? "was proved parallel: that it meets itself is a fault of Parfor; please report it"
                        : "rests on " + restsOn);
        return Optional.of(new CollisionException(
                message, site.toString(), pair.firstIteration(), pair.secondIteration(), worst.cell()));
    }

    private String line(long access, boolean writes) {
        long number = access >> ShadowCells.PLACE_BITS;
        String iteration = index.isEmpty() ? "" + number : index + " = " + (start + number * step);
        return "iteration " + iteration + (writes ? " writes " : " reads ")
                + places.get((int) (access & MOST_PLACES - 1));
    }

    /**
     * What one iteration does. Generated code puts these methods around parts of the user's expressions: each returns what it is
     * given and leaves the order of evaluation, and what is thrown, as it is. So {@code a[i] += e} is {@code
     * it.array(a)[it.writes(i, 3)] += e}. Between the two calls, and inside of them, others may come: arrays wait on a stack.
     */
    public final class Iteration {

        private final long first;
        private final Thread owner = Thread.currentThread();
        private final Deque<Object> waiting = new ArrayDeque<>();
        private int locks;
        /** For lambdas of the body that run on other threads. */
        private ConcurrentHashMap<Thread, Deque<Object>> others;

        private Iteration(long number) {
            this.first = number << ShadowCells.PLACE_BITS;
        }

        private Deque<Object> waiting() {
            return Thread.currentThread() == owner ? waiting : ofOther();
        }

        private synchronized Deque<Object> ofOther() {
            others = others == null ? new ConcurrentHashMap<>() : others;
            return others.computeIfAbsent(Thread.currentThread(), t -> new ArrayDeque<>());
        }

        private void record(Object object, int cell, String field, int place, boolean writes) {
            if (locks == 0 || Thread.currentThread() != owner) {
                Shadow.this.record(object, cell, field, first | place, writes);
            }
        }

        /** An array, or {@code null}, of which an element is going to be used. */
        public <A> A array(A array) {
            waiting().push(array == null ? Shadow.this : array);
            return array;
        }

        /** The index of an element that is read; the array is the last one that waits. */
        public int reads(int index, int place) {
            element(index, place, false);
            return index;
        }

        /** Likewise of an element that is written. */
        public int writes(int index, int place) {
            element(index, place, true);
            return index;
        }

        private void element(int index, int place, boolean writes) {
            elements(waiting().pop(), index, index + 1L, place, writes);
        }

        /** An array of which all elements are read. */
        public <A> A readsAll(A array, int place) {
            elements(array, 0, length(array), place, false);
            return array;
        }

        /** An array of which all elements are written, and perhaps read. */
        public <A> A writesAll(A array, int place) {
            elements(array, 0, length(array), place, true);
            return array;
        }

        /** The beginning of a range of the array that waits. */
        public int from(int index) {
            waiting().push(index);
            return index;
        }

        /** The end of the range that waits, which is read. */
        public int readsTo(int end, int place) {
            range(end, place, false);
            return end;
        }

        /** Likewise of one that is written. */
        public int writesTo(int end, int place) {
            range(end, place, true);
            return end;
        }

        private void range(int end, int place, boolean writes) {
            int from = (Integer) waiting().pop();
            elements(waiting().pop(), from, end, place, writes);
        }

        /** How many elements, from the first on, of the array that waits are read. */
        public int readsFirst(int length, int place) {
            Object array = waiting().pop();
            elements(array, 0, Math.min(length, length(array)), place, false);
            return length;
        }

        /** How many elements are copied from one array to another; both wait, each with where its range begins. */
        public int copies(int length, int place) {
            int to = (Integer) waiting().pop();
            Object target = waiting().pop();
            int from = (Integer) waiting().pop();
            Object source = waiting().pop();
            if (isRange(source, from, from + (long) length) && isRange(target, to, to + (long) length)) {
                elements(source, from, from + (long) length, place, false);
                elements(target, to, to + (long) length, place, true);
            }
            return length;
        }

        /** Where this is no range, the access is about to throw: nothing is recorded. */
        private void elements(Object array, long from, long to, int place, boolean writes) {
            if (isRange(array, from, to)) {
                for (long i = from; i < to; i++) {
                    record(array, (int) i, "", place, writes);
                }
            }
        }

        private boolean isRange(Object array, long from, long to) {
            return 0 <= from && from <= to && to <= length(array);
        }

        /** Of anything but an array or list, negative: it has no elements. */
        private long length(Object array) {
            boolean isArray = array != null && array.getClass().isArray();
            return isArray ? Array.getLength(array) : array instanceof ArrayList<?> list ? list.size() : -1;
        }

        /** An object, or {@code null}, of which a field is read. */
        public <T> T reads(T object, String field, int place) {
            field(object, field, place, false);
            return object;
        }

        /** Likewise of which a field is written. */
        public <T> T writes(T object, String field, int place) {
            field(object, field, place, true);
            return object;
        }

        /** Stands, as an object, for the class of which a static field is read: {@code null}. */
        public <T> T readsStatic(String field, int place) {
            field(statics, field, place, false);
            return null;
        }

        /** Likewise of which a static field is written. */
        public <T> T writesStatic(String field, int place) {
            field(statics, field, place, true);
            return null;
        }

        private void field(Object object, String field, int place, boolean writes) {
            if (object != null) {
                record(object, fields.computeIfAbsent(field, f -> count.getAndIncrement()), field, place, writes);
            }
        }

        /** A lock that is about to be taken: what happens under locks is not recorded. */
        public <L> L locks(L lock) {
            locks += Thread.currentThread() == owner ? 1 : 0;
            return lock;
        }

        /** A lock that is about to be given back. */
        public <L> L unlocks(L lock) {
            locks -= Thread.currentThread() == owner ? 1 : 0;
            return lock;
        }
    }
}
