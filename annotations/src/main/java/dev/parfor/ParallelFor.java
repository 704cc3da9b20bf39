package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a loop parallel if its iterations are proved independent; otherwise a compile error says why not.
 *
 * <p>On a method, the outermost loop is meant; where there are several in a row, each of them, and each must pass. On the
 * variable of a loop, {@code for (@ParallelFor int i = 0; ...)}, that loop is meant, an inner one included; where a
 * method has marks on loop variables, only the marked loops are meant, with or without a mark on the method.
 *
 * <p>The method stays as it is. Beside its class {@code Outer.Inner} the companion {@code Outer_InnerParallel} is
 * generated, with the same signature (an instance method's variant takes the receiver first) and once more with a
 * {@code Team} in front.
 *
 * <p><b>Promise.</b> For every input the variant gives the result of the sequential loop: arrays, fields, return value and
 * exception. The two points where "the same" needs a definition are {@link #floating} and exceptions: the one thrown is that of the
 * lowest failing iteration, every iteration below it has run, later ones may have run.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.LOCAL_VARIABLE})
public @interface ParallelFor {

    /** How iterations are dealt out to workers. */
    Schedule schedule() default Schedule.AUTO;

    /**
     * Iterations in a chunk: for {@link Schedule#STATIC} and {@link Schedule#DYNAMIC} the exact size, for {@link
     * Schedule#GUIDED} and {@link Schedule#STEALING} the least. Positive, or 0 for a size chosen at run time. Under {@link
     * Schedule#AUTO} a positive size is the least grain.
     */
    int chunk() default 0;

    /** Whether floating-point sums and products may be combined in another, fixed, order. */
    FloatingReduction floating() default FloatingReduction.REPRODUCIBLE;

    /**
     * A reason to take on trust whatever the checker could <em>not prove</em> about this loop's memory accesses and calls.
     * The loop is then listed as trusted, with this text. It overrides neither a refutation (two concrete iterations that
     * collide) nor a shape that can't be generated. Empty: nothing is taken on trust.
     */
    String trust() default "";

    /** Whether a refusal of this loop is an error or a warning with a sequential variant. */
    Refused refused() default Refused.DEFAULT;

    /** Name of the generated variant; empty for the name of the method. A way out of name clashes. */
    String name() default "";

    /**
     * Whether iterations wait (for other machines, files, locks) so that more of them than processors should be under way: on
     * virtual threads where the JDK has them, else on those of a pool. Up to 128 iterations are, or as many as the system
     * property {@code parfor.blocking.threads} says; in a team of one thread, one. {@link #schedule} has no effect then, and
     * {@link #chunk} is the number of iterations that a thread takes at once, 1 where it is 0. What waits is nothing that the
     * checker knows: say {@code @Pure} or {@code @ThreadSafe} of the method that does.
     */
    boolean blocking() default false;
}
