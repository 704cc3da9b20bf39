package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.Optional;

/**
 * Bits of integers: {@code x & m}, and what follows from it, {@code x | m = x + m - (x & m)} and {@code x ^ m = x + m - 2 * (x & m)}.
 *
 * <p>The last bits of a number, and a single one, are remainders of division by powers of two, of numbers that have wrapped around, too.
 */
final class Masks {

    private final Walk walk;

    Masks(Walk walk) {
        this.walk = walk;
    }

    /** @param x a value that varies, for anything but a mask that is not negative: others are the same each time, by one name */
    Optional<Poly> of(Operator operator, Poly x, long mask) {
        if (operator == Operator.AND && mask >= 0) {
            return Optional.of(and(x, mask));
        }
        long bits = operator == Operator.AND ? ~mask : mask;
        if (x.isInvariant() || bits <= 0 || bits > Integer.MAX_VALUE || !isLow(bits) && !isSingle(bits)) {
            return Optional.empty();
        }
        Poly these = and(x, bits);
        return Optional.of(
                switch (operator) {
                    case AND -> x.minus(these);
                    case OR -> x.plus(bits).minus(these);
                    case XOR -> x.plus(bits).minus(these.times(2));
                    default -> throw new IllegalArgumentException("no mask: " + operator);
                });
    }

    private static boolean isLow(long mask) {
        return (mask & (mask + 1)) == 0 && mask > 0;
    }

    private static boolean isSingle(long mask) {
        return (mask & (mask - 1)) == 0 && mask > 0;
    }

    private Poly and(Poly x, long mask) {
        if (isLow(mask)) {
            Poly rest = rest("masked", mask, x);
            assume(x, rest, mask + 1);
            return rest;
        }
        if (isSingle(mask)) {
            Poly bit = rest("bit", 1, x).times(mask);
            assume(x, bit.plus(rest("masked", mask - 1, x)), 2 * mask);
            return bit;
        }
        return Poly.of(new Atom.Unknown(walk.freshId(), "masked", 0, mask).computedFrom(x));
    }

    private Poly rest(String name, long most, Poly x) {
        return Poly.of(new Atom.Unknown(walk.freshId(), name, 0, most, true).computedFrom(x));
    }

    /** That a value leaves this rest when it is divided. */
    private void assume(Poly x, Poly rest, long divisor) {
        Atom.Unknown q =
                new Atom.Unknown(walk.freshId(), "quotient", Long.MIN_VALUE, Long.MAX_VALUE, true).computedFrom(x);
        walk.assume(Fact.zero(x.minus(rest).minus(Poly.of(q).times(divisor))));
    }
}
