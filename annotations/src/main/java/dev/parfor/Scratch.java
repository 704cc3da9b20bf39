package dev.parfor;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives each worker its own copy of a scratch array: a work area that every iteration fills before it reads.
 *
 * <p>Allowed on parameters and local variables of a one-dimensional array of primitives. A copy has the length of the original and unspecified
 * contents; the contents of the original <em>after the loop</em> are unspecified as well. A loop that rests on it is <em>trusted</em>, not proved,
 * and listed so: that no iteration reads what it has not written is the user's claim.
 *
 * <p>The array must be none of the other arrays that the body uses; that is checked before the loop, which runs in order on the array itself where it
 * is one of them. A body that stores, compares or hands on the array, and not only what is in it, is refused.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.LOCAL_VARIABLE})
public @interface Scratch {

    /** Why this holds; shown in the report. */
    String value();
}
