package dev.parfor.processor.walk;

import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Polynomials whose values are all multiples of a number: {@code i*(i + 1)} of two, {@code i*(i + 1)*(i + 2)} of six.
 *
 * <p>What a polynomial leaves when it is divided by {@code c} depends on what its unknowns leave, so it is enough to look at these.
 */
final class Multiples {

    private static final int LARGEST = 8;

    private static final int MOST_UNKNOWNS = 4;

    private Multiples() {}

    static boolean isMultiple(Poly poly, long of) {
        List<Atom> atoms = List.copyOf(poly.atoms());
        return of >= 2
                && of <= LARGEST
                && atoms.size() <= MOST_UNKNOWNS
                && isMultiple(poly, of, atoms, new HashMap<>());
    }

    private static boolean isMultiple(Poly poly, long of, List<Atom> open, Map<Atom, Long> rests) {
        if (open.isEmpty()) {
            return rest(poly, of, rests) == 0;
        }
        for (long rest = 0; rest < of; rest++) {
            rests.put(open.get(0), rest);
            if (!isMultiple(poly, of, open.subList(1, open.size()), rests)) {
                return false;
            }
        }
        return true;
    }

    private static long rest(Poly poly, long of, Map<Atom, Long> rests) {
        long sum = 0;
        for (Poly.Term term : poly.terms()) {
            long product = Math.floorMod(term.coefficient(), of);
            for (Atom atom : term.monomial().atoms()) {
                product = product * rests.get(atom) % of;
            }
            sum = (sum + product) % of;
        }
        return sum;
    }
}
