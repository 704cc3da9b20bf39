package dev.parfor.tools.measure;

import dev.parfor.runtime.Team;
import java.lang.invoke.MethodHandle;

/**
 * A method and its variant, ready to be called.
 *
 * @param name {@code Vectors.dot(double[], double[])}
 * @param method takes an array of arguments, the object first
 * @param variant takes a team and an array of arguments
 * @param nested whether an argument is an array of arrays
 */
record Pair(String name, MethodHandle method, MethodHandle variant, Arguments arguments, boolean nested) {

    Object sequential(Object[] values) throws Throwable {
        return method.invokeExact(values);
    }

    Object parallel(Team team, Object[] values) throws Throwable {
        return variant.invokeExact(team, values);
    }

    /** Makes arguments of a problem of some size, the same ones each time. */
    interface Arguments {
        Object[] make(int size) throws Throwable;
    }
}
