package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asserts that an array or list holds no value twice: no repeated index in an index array, no repeated row in an array of
 * arrays, no repeated element in an array or list of objects. {@code null} elements don't count.
 *
 * <p>A loop that rests on it is <em>trusted</em>, not proved, and listed so. With assertions enabled ({@code -ea}) the
 * generated variant checks the claim before the loop and throws {@link AssertionError} where it fails; without, a false
 * claim gives a race.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.LOCAL_VARIABLE})
public @interface Distinct {

    /** Why this holds; shown in the report. */
    String value();
}
