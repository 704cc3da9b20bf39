package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts that a method, every method of a type, or every method called through a parameter, field or local variable may be called by several
 * threads at once <em>and that the order of such calls does not matter to the result of the loop</em> where {@link #orderMatters} is {@code
 * false}.
 *
 * <p>Thread-safety alone never implies that order doesn't matter: with {@code orderMatters = true}, the default, a call
 * that may write shared state is still refused, with the order as the reason. A loop that rests on this assertion is
 * <em>trusted</em> and listed so. Implementations in sight that write without a lock are errors; nothing is checked at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
    ElementType.METHOD,
    ElementType.CONSTRUCTOR,
    ElementType.TYPE,
    ElementType.PARAMETER,
    ElementType.FIELD,
    ElementType.LOCAL_VARIABLE
})
public @interface ThreadSafe {

    /** Why this holds; shown in the report. */
    String value();

    /** Whether the order of the calls shows in the result. */
    boolean orderMatters() default true;
}
