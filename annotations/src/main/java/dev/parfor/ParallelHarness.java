package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Generates tests and benchmarks of all annotated methods of some classes. It stands on a class of the test sources, or of those of the benchmarks.
 *
 * <p>For a class {@code Vectors} there come out, in the package of the annotated class,
 *
 * <ul>
 *   <li>{@code VectorsEquivalenceTest}, where JUnit Jupiter is on the class path: each method and its variant on equal arguments, over sizes, teams and all schedules,
 *       with arrays that are one, arrays that are too short, and {@code null} in the middle; result, arguments and exception must be equal;
 *   <li>{@code VectorsBenchmark}, where JMH is on the class path: each method and its variant, over sizes, teams and schedules. JMH wants a named package.
 * </ul>
 *
 * <p>Both need {@code parfor-testing} on the class path.
 *
 * <p><b>Arguments</b> are made from their types: primitives, texts, constants of enums, arrays and lists of these. A standing-alone {@code int} or {@code long}
 * is the size. Others are made by static methods of the annotated class:
 *
 * <ul>
 *   <li>{@code static Matrix anyName(int size, Random random)} makes each argument of type {@code Matrix}, and the object of its instance methods;
 *   <li>{@code static Object[] multiply(int size, Random random)} makes all arguments of the method {@code multiply}, the object first.
 * </ul>
 *
 * <p>They must make the same for the same size and the same random numbers: what a call changes is made anew for the next one.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface ParallelHarness {

    /** Classes with annotated methods. */
    Class<?>[] value();

    /** Sizes of problems in tests. Where an argument is an array of arrays, none above 100 is used. */
    int[] sizes() default {0, 1, 2, 7, 1000};

    /** Numbers of threads in tests. */
    int[] teams() default {1, 2, 3, 7};

    /**
     * What a floating-point number may differ by from that of the method itself, relative to the larger of them and 1: sums may be added in another order. Between
     * teams and schedules nothing may differ.
     */
    double tolerance() default 1e-9;

    /** Sizes of problems in benchmarks; none above 500 where an argument is an array of arrays. */
    int[] benchmarkSizes() default {1_000, 100_000};

    /** Numbers of threads in benchmarks. */
    int[] benchmarkTeams() default {1, 2, 4};
}
