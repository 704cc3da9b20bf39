package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a loop inside the body runs, as a number that is the same in all iterations of the parallel loop.
 *
 * <p>A loop that counts from {@code a} by {@code s > 0} while it is below {@code b}, and ends in no other way, runs {@code max(0,
 * ceil((b - a) / s))} times, where {@code a} and {@code b} are values of Java expressions, wrapped if they wrap. The
 * index itself must not wrap: by ones it can't, for then the loop would not end.
 */
final class TripCounts {

    private TripCounts() {}

    /** Empty where an end is not made of paths alone. */
    static Optional<Poly> of(Poly from, Poly to, long extra, long step) {
        Optional<Path> first = path(from);
        Optional<Path> last = path(to);
        return first.isPresent() && last.isPresent()
                ? Optional.of(Poly.of(new Atom.Symbol(new Path.Trips(first.get(), last.get(), extra, step))))
                : Optional.empty();
    }

    /** What is known of the trip counts in a polynomial: each reaches its end. */
    static List<Fact> facts(Poly poly) {
        List<Fact> facts = new ArrayList<>();
        for (Atom atom : poly.atoms()) {
            if (atom instanceof Atom.Symbol s && s.path() instanceof Path.Trips trips) {
                Poly from = poly(trips.from());
                Poly to = poly(trips.to());
                facts.add(Fact.atLeastZero(
                        Poly.of(atom).times(trips.step()).minus(to).plus(from).plus(-trips.extra()),
                        new Fact.Exact(from, 32),
                        new Fact.Exact(to, 32)));
            }
        }
        return facts;
    }

    /** What is known in a loop that runs so often: it does run, so its ends lie in order. */
    static List<Fact> factsInside(Poly trips) {
        List<Fact> facts = new ArrayList<>(facts(trips));
        Optional<Path.Trips> own = trips.terms().size() == 1
                ? trips.atoms().stream()
                        .filter(a -> trips.equals(Poly.of(a)) && a instanceof Atom.Symbol)
                        .map(a -> ((Atom.Symbol) a).path())
                        .filter(p -> p instanceof Path.Trips)
                        .map(p -> (Path.Trips) p)
                        .findFirst()
                : Optional.empty();
        own.ifPresent(t -> {
            Fact reached = facts.get(0);
            facts.add(new Fact(reached.kind(), reached.poly().negated().plus(t.step() - 1), reached.exact()));
        });
        return facts;
    }

    /** The {@code int} value of a polynomial in values that do not change, as a path. */
    static Optional<Path> path(Poly poly) {
        if (poly.isConstant()) {
            return Optional.of(new Path.Constant(poly.constantTerm()))
                    .filter(c -> c.value() == (int) c.value())
                    .map(c -> c);
        }
        List<Path.Sum.Term> terms = new ArrayList<>();
        for (Poly.Term term : poly.terms()) {
            List<Path> factors = new ArrayList<>();
            for (Atom atom : term.monomial().atoms()) {
                if (!(atom instanceof Atom.Symbol symbol)) {
                    return Optional.empty();
                }
                factors.add(symbol.path());
            }
            terms.add(new Path.Sum.Term(term.coefficient(), factors));
        }
        Path.Sum.Term first = terms.get(0);
        boolean single =
                terms.size() == 1 && first.coefficient() == 1 && first.factors().size() == 1;
        return Optional.of(
                single && isSmall(first.factors().get(0)) ? first.factors().get(0) : new Path.Sum(terms));
    }

    /** Whether its own value is an {@code int}: that of a {@code long} has to be narrowed as the loop narrows it. */
    private static boolean isSmall(Path path) {
        Atom.Symbol symbol = new Atom.Symbol(path);
        return symbol.min() >= Integer.MIN_VALUE && symbol.max() <= Integer.MAX_VALUE;
    }

    private static Poly poly(Path path) {
        if (path instanceof Path.Constant constant) {
            return Poly.constant(constant.value());
        } else if (path instanceof Path.Sum sum) {
            Poly poly = Poly.ZERO;
            for (Path.Sum.Term term : sum.terms()) {
                Poly product = Poly.constant(term.coefficient());
                for (Path factor : term.factors()) {
                    product = product.times(Poly.of(new Atom.Symbol(factor)));
                }
                poly = poly.plus(product);
            }
            return poly;
        }
        return Poly.of(new Atom.Symbol(path));
    }
}
