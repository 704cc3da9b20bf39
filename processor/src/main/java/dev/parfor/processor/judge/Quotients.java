package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Priming;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order of quotients in two iterations: from {@code x <= y} and {@code d > 0} follows {@code x / d <= y / d}, whether both are rounded
 * down or both towards zero; from {@code x + d <= y} follows {@code x / d < y / d}, where {@code x} is not negative or they are rounded down.
 * It tells parts apart that begin at {@code t * n / parts}, and rows {@code y / size} of a loop that steps by {@code size}.
 */
final class Quotients {

    /** So many quotients are compared with each other in one question. */
    private static final int MOST_QUOTIENTS = 8;

    private final Prover prover;
    private final Exactness exactness;
    private final Products products;

    Quotients(Prover prover, Exactness exactness, Products products) {
        this.prover = prover;
        this.exactness = exactness;
        this.products = products;
    }

    /** A quotient as it is in one of the two iterations. */
    private record InIteration(Atom.Unknown value, Poly dividend, Atom.Unknown.Quotient of) {}

    /** Facts about quotients, the products of which they are quotients, and the guards under which all that holds. */
    Products.Known of(List<Poly> equations, List<Fact> facts, Poly gap, boolean guarded) {
        List<InIteration> quotients = quotients(equations, facts);
        if (quotients.size() < 2 || quotients.size() > MOST_QUOTIENTS) {
            return new Products.Known(List.of(), Set.of());
        }
        List<Poly> dividends = quotients.stream().map(InIteration::dividend).toList();
        Products.Known known = products.of(dividends, facts, gap, guarded);
        List<Fact> all = new ArrayList<>(facts);
        all.addAll(known.facts());
        Set<Guard> guards = new LinkedHashSet<>(known.guards());
        List<Fact> order = new ArrayList<>();
        for (InIteration less : quotients) {
            for (InIteration greater : quotients) {
                boolean alike = !less.equals(greater)
                        && less.of().divisor().equals(greater.of().divisor())
                        && less.of().bits() == greater.of().bits()
                        && less.of().down() == greater.of().down();
                Optional<Set<Guard>> exact = alike
                                && prover.implies(all, less.of().divisor().plus(-1))
                                && prover.implies(all, greater.dividend().minus(less.dividend()))
                        ? exactness.guardsFor(
                                facts,
                                List.of(
                                        new Fact.Exact(
                                                less.dividend(), less.of().bits()),
                                        new Fact.Exact(
                                                greater.dividend(), greater.of().bits())))
                        : Optional.empty();
                if (exact.isPresent()) {
                    guards.addAll(exact.get());
                    Poly rise = Poly.of(greater.value()).minus(Poly.of(less.value()));
                    order.add(Fact.atLeastZero(isStep(less, greater, all) ? rise.plus(-1) : rise));
                }
            }
        }
        return order.isEmpty() ? new Products.Known(List.of(), Set.of()) : new Products.Known(order, guards);
    }

    /**
     * Whether the dividends are a whole divisor apart, so that the quotients differ by at least one: always where both are rounded down,
     * and on one side of zero where they are rounded towards it.
     */
    private boolean isStep(InIteration less, InIteration greater, List<Fact> facts) {
        return prover.implies(
                        facts,
                        greater.dividend()
                                .minus(less.dividend())
                                .minus(less.of().divisor()))
                && (less.of().down() || prover.implies(facts, less.dividend()));
    }

    private static List<InIteration> quotients(List<Poly> equations, List<Fact> facts) {
        Set<Atom> met = new LinkedHashSet<>();
        equations.forEach(e -> met.addAll(e.atoms()));
        facts.forEach(f -> met.addAll(f.poly().atoms()));
        List<InIteration> quotients = new ArrayList<>();
        for (Atom atom : met) {
            if (atom instanceof Atom.Unknown u
                    && u.quotient().isPresent()
                    && isOfIterations(u.quotient().get().dividend())) {
                boolean second = !Unpriming.of(u).equals(u);
                Poly dividend = u.quotient().get().dividend();
                quotients.add(new InIteration(
                        u,
                        second ? Priming.prime(dividend) : dividend,
                        u.quotient().get()));
            }
        }
        return quotients;
    }

    /** Whether its range is known before the loop, whatever holds of inner loops. */
    private static boolean isOfIterations(Poly dividend) {
        return dividend.atoms().stream()
                .allMatch(a -> a instanceof Atom.Symbol || a instanceof Atom.Index i && i.isParallel());
    }
}
