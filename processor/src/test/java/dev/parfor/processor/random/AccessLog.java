package dev.parfor.processor.random;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which iterations of the marked loop read and wrote which cells: the oracle. Two iterations <i>conflict</i> if both access one cell of an
 * array or object that was there before them, and at least one writes it. A local variable is <i>carried</i> if an iteration reads
 * the value that an earlier one has written.
 *
 * <p>Updates of a cell by one operator, which may come in any order, do not conflict with each other. Arrays that the method makes
 * before the loop conflict only where an iteration reads what another one has written: it may have its own.
 */
final class AccessLog {

    private static final class Cell {
        private long writer = -1;
        private long reader = -1;
        /** One that is not {@code reader}, or -1. */
        private long otherReader = -1;

        private long updater = -1;
        /** One that is not {@code updater}, or -1. */
        private long otherUpdater = -1;

        private String operator;
        /** Held during the last update, or null. */
        private Object lock;
    }

    private final Map<Object, Map<Object, Cell>> cells = new IdentityHashMap<>();
    private final Map<String, Long> lastWriter = new HashMap<>();
    private final Set<String> carried = new TreeSet<>();
    private Set<String> outside = Set.of();
    private long iteration = -1;
    private long longest;
    private String conflict;
    private final Map<Object, Object> own = new IdentityHashMap<>();
    private Object lock;
    private String race;
    private Object mergedHolder;
    private Object mergedPlace;
    private String operator;
    private boolean wrote;
    private boolean writesUpToExit;
    private boolean inOrder;
    /** What ordered blocks access: they keep their order among themselves. */
    private final Map<Object, Map<Object, Cell>> blocks = new IdentityHashMap<>();

    /** An ordered block begins, or has ended. */
    void inOrder(boolean begins) {
        inOrder = begins;
    }

    /** An array was made. It is the method's own if this was before the loop. */
    void made(Object array) {
        if (iteration < 0) {
            own.put(array, array);
        }
    }

    /** From now on accesses of this cell are parts of updates. */
    void merging(Object holder, Object place, String by) {
        mergedHolder = holder;
        mergedPlace = place;
        operator = by;
    }

    void merged() {
        operator = null;
    }

    /** The same, unless they are already parts of one. Whether they are now. */
    boolean mergingAlone(Object holder, Object place, String by) {
        if (operator != null) {
            return false;
        }
        merging(holder, place, by);
        return true;
    }

    /** What is done from now on is done with a lock, or without one. */
    void locked(Object by) {
        lock = by;
    }

    /** The first updates of one cell by two iterations that have no lock in common: each has to be made for itself first. */
    Optional<String> race() {
        return Optional.ofNullable(race);
    }

    /** The iteration ends the loop. */
    void exit() {
        writesUpToExit |= wrote;
    }

    /** Whether an iteration ended the loop after cells were written: later ones must not write. */
    boolean writesUpToExit() {
        return writesUpToExit;
    }

    /** A run of the marked loop begins. @param variables that exist before it */
    void enterLoop(Set<String> variables) {
        cells.clear();
        blocks.clear();
        lastWriter.clear();
        outside = variables;
        wrote = false;
        iteration = 0;
    }

    void nextIteration() {
        iteration++;
        longest = Math.max(longest, iteration);
    }

    void leaveLoop() {
        iteration = -1;
    }

    /** The first conflict, in words. */
    Optional<String> conflict() {
        return Optional.ofNullable(conflict);
    }

    /** Variables that brought a value from one iteration into another. */
    Set<String> carried() {
        return carried;
    }

    /** Iterations of the longest run of the marked loop. */
    long longest() {
        return longest;
    }

    void read(Object holder, Object place) {
        if (iteration < 0 || isMerged(holder, place)) {
            return;
        }
        if (inOrder) {
            afterWrite(cell(cells, holder, place), holder, place);
            note(cell(blocks, holder, place));
            return;
        }
        afterWrite(cell(blocks, holder, place), holder, place);
        Cell cell = cell(cells, holder, place);
        afterWrite(cell, holder, place);
        note(cell);
    }

    private void afterWrite(Cell cell, Object holder, Object place) {
        if (cell.writer >= 0 && cell.writer != iteration) {
            report(cell.writer, " writes ", iteration, " reads ", holder, place);
        }
        afterUpdates(cell, " reads ", holder, place);
    }

    private void note(Cell cell) {
        if (cell.reader >= 0 && cell.reader != iteration) {
            cell.otherReader = cell.reader;
        }
        cell.reader = iteration;
    }

    void write(Object holder, Object place) {
        if (iteration < 0) {
            return;
        }
        wrote = true;
        if (inOrder) {
            merge(holder, place, "in order");
            return;
        }
        if (isMerged(holder, place)) {
            update(holder, place);
            return;
        }
        Cell cell = cell(cells, holder, place);
        if (!own.containsKey(holder)) {
            afterAccess(cell(blocks, holder, place), " writes ", holder, place);
        }
        if (!own.containsKey(holder)) {
            afterAccess(cell, " writes ", holder, place);
        }
        afterUpdates(cell, " writes ", holder, place);
        cell.writer = iteration;
    }

    /** An update that commutes with those by the same operator. */
    void merge(Object holder, Object place, String by) {
        if (iteration < 0) {
            return;
        }
        wrote = true;
        Cell cell = cell(cells, holder, place);
        if (inOrder) {
            if (!own.containsKey(holder)) {
                afterAccess(cell, " writes ", holder, place);
            }
            afterUpdates(cell, " writes ", holder, place);
            cell(blocks, holder, place).writer = iteration;
            return;
        }
        afterAccess(cell(blocks, holder, place), " updates ", holder, place);
        afterAccess(cell, " updates ", holder, place);
        if (cell.operator != null && !cell.operator.equals(by)) {
            afterUpdates(cell, " otherwise updates ", holder, place);
        }
        cell.operator = by;
        if (cell.updater >= 0 && cell.updater != iteration) {
            cell.otherUpdater = cell.updater;
        }
        cell.updater = iteration;
    }

    private void update(Object holder, Object place) {
        Cell cell = cell(cells, holder, place);
        boolean isOther = cell.updater >= 0 && cell.updater != iteration;
        if (isOther && !inOrder && race == null && (lock == null || lock != cell.lock)) {
            race = words(cell.updater, " updates ", iteration, " updates ", holder, place);
        }
        merge(holder, place, operator);
        cell.lock = lock;
    }

    private boolean isMerged(Object holder, Object place) {
        return operator != null && holder == mergedHolder && place.equals(mergedPlace);
    }

    private void afterAccess(Cell cell, String does, Object holder, Object place) {
        if (cell.writer >= 0 && cell.writer != iteration) {
            report(cell.writer, " writes ", iteration, does, holder, place);
        }
        long reader = cell.reader == iteration ? cell.otherReader : cell.reader;
        if (reader >= 0) {
            report(reader, " reads ", iteration, does, holder, place);
        }
    }

    private void afterUpdates(Cell cell, String does, Object holder, Object place) {
        long updater = cell.updater == iteration ? cell.otherUpdater : cell.updater;
        if (updater >= 0) {
            report(updater, " updates ", iteration, does, holder, place);
        }
    }

    void readVariable(String name) {
        if (iteration >= 0 && outside.contains(name)) {
            Long writer = lastWriter.get(name);
            if (writer != null && writer != iteration) {
                carried.add(name);
            }
        }
    }

    void writeVariable(String name) {
        if (iteration >= 0 && outside.contains(name)) {
            lastWriter.put(name, iteration);
        }
    }

    private static Cell cell(Map<Object, Map<Object, Cell>> cells, Object holder, Object place) {
        return cells.computeIfAbsent(holder, h -> new HashMap<>()).computeIfAbsent(place, p -> new Cell());
    }

    private void report(long first, String does, long second, String and, Object holder, Object place) {
        if (conflict == null) {
            conflict = words(first, does, second, and, holder, place);
        }
    }

    private static String words(long first, String does, long second, String and, Object holder, Object place) {
        String where =
                holder instanceof Thing ? "field " + place : holder.getClass().getSimpleName() + " cell " + place;
        return "iteration " + first + does + "and iteration " + second + and + where;
    }
}
