package dev.parfor.runtime;

/**
 * Thrown by loops that were generated in checked mode ({@code -Aparfor.checked=true}): two iterations met in a cell of an array or
 * in a field, at least one of them writing, so that the loop must not run in parallel. What the loop was accepted on, a claim of
 * the user's as a rule, is false for this input.
 *
 * <p>Thrown when all iterations have come to an end, whatever the order in which threads ran them. Of all pairs that were seen, the
 * one is told whose later iteration comes first in the plain loop. What an iteration threw is a suppressed exception.
 */
public final class CollisionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String loop;
    private final long firstIteration;
    private final long secondIteration;
    private final String cell;

    CollisionException(String message, String loop, long firstIteration, long secondIteration, String cell) {
        super(message);
        this.loop = loop;
        this.firstIteration = firstIteration;
        this.secondIteration = secondIteration;
        this.cell = cell;
    }

    /** The loop: method, file and line. */
    public String loop() {
        return loop;
    }

    /** The number of the iteration that comes first in the plain loop, counted from 0 whatever the index does. */
    public long firstIteration() {
        return firstIteration;
    }

    /** The number of the other one; always greater than {@link #firstIteration}. */
    public long secondIteration() {
        return secondIteration;
    }

    /** Where they met: {@code element 5 of a double[10]}, {@code field Point.x of an object of Point}. */
    public String cell() {
        return cell;
    }
}
