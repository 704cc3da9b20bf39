package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts that a method, every method of a type, or every method called through a parameter, field or local variable has no effect that
 * another iteration could see: it writes no state that existed before the call, takes no lock, does no I/O, ends, and reads only its
 * arguments, what they lead to, and state that nobody writes while the loop runs. It may throw, and may create objects.
 *
 * <p>A loop that rests on it is <em>trusted</em>, not proved, and listed so. Of a method or type, implementations
 * that the compilation can see are held against it, and those that break it are errors; nothing is checked at run time.
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
public @interface Pure {

    /** Why this holds; shown in the report. */
    String value();
}
