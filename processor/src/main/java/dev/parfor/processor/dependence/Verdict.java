package dev.parfor.processor.dependence;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a dependence test can say.
 *
 * <p>Three answers, never two. {@link Independent} and {@link Dependent} are theorems; {@link Unknown} means that this
 * test has nothing to say, and the caller must ask the next one or keep the loop sequential. There is no {@code null} and
 * no default: {@link #fold} asks for all three.
 */
public sealed interface Verdict {

    /**
     * No integers satisfy the problem.
     *
     * @param by the deciding test and what it found
     */
    record Independent(String by) implements Verdict {
        public Independent {
            Objects.requireNonNull(by);
        }
    }

    /**
     * Integers that satisfy the problem exist.
     *
     * @param by the deciding test
     * @param values such integers, one per variable, checked by substitution
     * @param vector how the iterations lie to each other, over all solutions as far as it is known
     */
    record Dependent(String by, List<Long> values, DependenceVector vector) implements Verdict {
        public Dependent {
            Objects.requireNonNull(by);
            values = List.copyOf(values);
            Objects.requireNonNull(vector);
        }
    }

    /**
     * Nothing is proved.
     *
     * @param why what stood in the way
     */
    record Unknown(String why) implements Verdict {
        public Unknown {
            Objects.requireNonNull(why);
        }
    }

    /** One function per case; the compiler lists every caller when a case is added. */
    default <R> R fold(
            Function<? super Independent, ? extends R> independent,
            Function<? super Dependent, ? extends R> dependent,
            Function<? super Unknown, ? extends R> unknown) {
        if (this instanceof Independent no) {
            return independent.apply(no);
        }
        if (this instanceof Dependent yes) {
            return dependent.apply(yes);
        }
        return unknown.apply((Unknown) this);
    }
}
