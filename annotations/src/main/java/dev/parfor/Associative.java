package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts that a static method of two parameters and a result of one type is associative: {@code f(f(a, b), c)} equals {@code f(a, f(b, c))}
 * for all values that occur. A loop {@code s = f(s, e)} is then a reduction. It need not be commutative: partial results are
 * combined in iteration order.
 *
 * <p>A loop that rests on it is <em>trusted</em>, not proved, and listed so; nothing is checked at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Associative {

    /** Why this holds; shown in the report. */
    String value();

    /**
     * The identity of the operation: a Java expression of the result type that may name what the method itself could, static
     * fields, methods and classes, unless it is private: {@code "0"}, {@code "EMPTY"} or {@code "Interval.EMPTY"}.
     */
    String identity();
}
