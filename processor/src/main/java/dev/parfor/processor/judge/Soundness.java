package dev.parfor.processor.judge;

import java.util.EnumSet;
import java.util.Set;

/**
 * The conditions that make an acceptance a theorem. Production code holds all of them; the mutation test of the checker
 * switches each one off by itself and requires that some unsafe loop is accepted then.
 */
public enum Soundness {
    /** Two accesses to one array are tested for a common cell. */
    ARRAY_PAIRS,
    /** Different names for an array are guarded. */
    ARRAY_ALIASES,
    /** Rows of an array of arrays are guarded to be distinct. */
    ROW_ALIASES,
    /** An array of which each chunk has a copy must be no other array of the body. */
    COPIED_ARRAYS,
    /** What an iteration reads of a private array, it must have written. */
    COVERED_READS,
    /** All iterations write the same elements of a private array that somebody reads later. */
    REWRITTEN_ARRAYS,
    /** Objects reached in unknown ways may be any object of their type. */
    UNKNOWN_OBJECTS,
    /** So may they be an array of which each chunk has a copy. */
    LOST_ARRAYS,
    /** Subscript arithmetic may wrap around. */
    WRAP_AROUND,
    /** The rest of a linearised subscript must stay below the stride. */
    STRIDE_WINDOW,
    /** A bound takes the place of a factor only where the other factor is not negative. */
    FACTORS,
    /** That an index array holds nothing twice, or never falls, is looked at before the loop. */
    INDEX_ARRAYS,
    /** An array that is taken to be unchanged is guarded to be none that the loop writes. */
    UNCHANGED_ARRAYS,
    /** What class an object is of that a call was followed for is guarded. */
    RECEIVER_CLASSES,
    /** No assertion counts that an implementation in sight does not keep. */
    CONTRACTS,
    /** Conditions count only where their own arithmetic is exact. */
    EXACT_FACTS,
    /** Fields of objects conflict. */
    FIELDS,
    /** Static fields conflict. */
    STATICS,
    /** What library objects hold conflicts. */
    LIBRARY_STATE,
    /** A collection that a loop runs over may be a view of one that it changes. */
    VIEWS,
    /** Reading a local of the previous iteration is a dependence. */
    CARRIED_SCALARS,
    /** A last value must be written in every iteration. */
    LAST_VALUES,
    /** Reduction steps must not convert. */
    REDUCTION_CONVERSIONS,
    /** Effects that are not accesses refuse the loop. */
    EFFECTS,
    /** Nothing else in the loop comes to what blocks work on privately, in no iteration. */
    MERGED_ALONE,
    /** Blocks fill arrays only where it is known that all fits, or where the loop can be run again. */
    REPEATED_OUTPUTS,
    /** Iterations that meet run in tiles in the order in which they meet. */
    WAVE_ORDER,
    /** What tiles evaluate again, or once for all rows, is the same each time. */
    WAVE_STEADY,
    /** What is made anew where a chunk begins must be what the iteration before has left. */
    HANDED_ON,
    /** What a first pass reads, its own iteration must not have stored before. */
    STORES_BEHIND,
    /** What the header reads must not be written. */
    HEADER_READS,
    /** Handlers around the loop must not see what it has written. */
    HANDLERS,
    /** Updates of one cell must be made under one lock. */
    COMMON_LOCK,
    /** Updates of one cell under a lock must be of one commutative operation. */
    COMMUTING,
    /** Iterations beyond the one that ends the loop must not be seen. */
    EXIT_WRITES,
    /** Nor run for ever. */
    EXIT_ENDS,
    /** The iteration that ends the loop must have the value of each variable that is read after it. */
    EXIT_VALUES,
    /** Nothing else in the loop may come to what an ordered block writes, nor write what it comes to. */
    ORDERED_ALONE,
    /** Nothing of an iteration comes after its ordered block. */
    ORDERED_LAST,
    /** Variables that an ordered block assigns are mentioned in it only. */
    ORDERED_VARIABLES;

    private static final ThreadLocal<Set<Soundness>> OFF =
            ThreadLocal.withInitial(() -> EnumSet.noneOf(Soundness.class));

    boolean holds() {
        return !OFF.get().contains(this);
    }

    /** For the mutation test only: runs an action on this thread with one condition switched off. */
    static void without(Soundness condition, Runnable action) {
        OFF.get().add(condition);
        try {
            action.run();
        } finally {
            OFF.get().remove(condition);
        }
    }
}
