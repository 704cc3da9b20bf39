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
 */
final class AccessLog {

    private static final class Cell {
        private long writer = -1;
        private long reader = -1;
        /** One that is not {@code reader}, or -1. */
        private long otherReader = -1;
    }

    private final Map<Object, Map<Object, Cell>> cells = new IdentityHashMap<>();
    private final Map<String, Long> lastWriter = new HashMap<>();
    private final Set<String> carried = new TreeSet<>();
    private Set<String> outside = Set.of();
    private long iteration = -1;
    private long longest;
    private String conflict;

    /** A run of the marked loop begins. @param variables that exist before it */
    void enterLoop(Set<String> variables) {
        cells.clear();
        lastWriter.clear();
        outside = variables;
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
        if (iteration < 0) {
            return;
        }
        Cell cell = cell(holder, place);
        if (cell.writer >= 0 && cell.writer != iteration) {
            report(cell.writer, " writes ", iteration, " reads ", holder, place);
        }
        if (cell.reader >= 0 && cell.reader != iteration) {
            cell.otherReader = cell.reader;
        }
        cell.reader = iteration;
    }

    void write(Object holder, Object place) {
        if (iteration < 0) {
            return;
        }
        Cell cell = cell(holder, place);
        if (cell.writer >= 0 && cell.writer != iteration) {
            report(cell.writer, " writes ", iteration, " writes ", holder, place);
        }
        long reader = cell.reader == iteration ? cell.otherReader : cell.reader;
        if (reader >= 0) {
            report(reader, " reads ", iteration, " writes ", holder, place);
        }
        cell.writer = iteration;
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

    private Cell cell(Object holder, Object place) {
        return cells.computeIfAbsent(holder, h -> new HashMap<>()).computeIfAbsent(place, p -> new Cell());
    }

    private void report(long first, String does, long second, String and, Object holder, Object place) {
        if (conflict == null) {
            String where = holder instanceof Thing
                    ? "field " + place
                    : holder.getClass().getSimpleName() + " cell " + place;
            conflict = "iteration " + first + does + "and iteration " + second + and + where;
        }
    }
}
