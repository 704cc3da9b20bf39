package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a polynomial into an expression over ranges that generated code can evaluate before the loop. */
public final class RangeBuilder {

    private RangeBuilder() {}

    /** A guard on a loop that leaves the range of its type after fewer iterations is no help. */
    private static final long LARGEST_STRIDE = 1L << 22;

    /**
     * Empty where some unknown in it has no bounds that can be known before the loop, or where the values leave any range within a
     * few iterations.
     */
    public static Optional<Guard.RangeExpr> of(Poly poly) {
        boolean runsAway = poly.terms().stream()
                .anyMatch(t -> t.monomial().isVarying() && Math.abs(t.coefficient()) > LARGEST_STRIDE);
        return runsAway ? Optional.empty() : of(poly, 0);
    }

    /** All values of polynomials that differ by numbers only; empty otherwise as well. */
    public static Optional<Guard.RangeExpr> ofAll(List<Poly> polys) {
        Poly first = polys.get(0);
        long least = 0;
        long most = 0;
        for (Poly poly : polys) {
            Poly shift = poly.minus(first);
            if (!shift.isConstant()) {
                return Optional.empty();
            }
            least = Math.min(least, shift.constantTerm());
            most = Math.max(most, shift.constantTerm());
        }
        if (least == most) {
            return of(first);
        }
        Optional<Guard.RangeExpr> lo = of(first.plus(least));
        Optional<Guard.RangeExpr> hi = of(first.plus(most));
        return lo.isPresent() && hi.isPresent()
                ? Optional.of(new Guard.RangeExpr.Between(lo.get(), hi.get()))
                : Optional.empty();
    }

    private static Optional<Guard.RangeExpr> of(Poly poly, int depth) {
        if (depth > 6) {
            return Optional.empty();
        }
        List<Guard.RangeExpr> terms = new ArrayList<>();
        for (Poly.Term term : poly.terms()) {
            List<Guard.RangeExpr> factors = new ArrayList<>();
            if (term.coefficient() != 1 || term.monomial().atoms().isEmpty()) {
                factors.add(new Guard.RangeExpr.Constant(term.coefficient()));
            }
            for (Atom atom : term.monomial().atoms()) {
                Optional<Guard.RangeExpr> factor = of(atom, depth);
                if (factor.isEmpty()) {
                    return Optional.empty();
                }
                factors.add(factor.get());
            }
            terms.add(factors.size() == 1 ? factors.get(0) : new Guard.RangeExpr.Product(factors));
        }
        if (terms.isEmpty()) {
            return Optional.of(new Guard.RangeExpr.Constant(0));
        }
        return Optional.of(terms.size() == 1 ? terms.get(0) : new Guard.RangeExpr.Sum(terms));
    }

    private static Optional<Guard.RangeExpr> of(Atom atom, int depth) {
        if (atom instanceof Atom.Symbol symbol) {
            return Optional.of(new Guard.RangeExpr.OfPath(symbol.path()));
        }
        if (atom instanceof Atom.Index index && index.isParallel()) {
            return Optional.of(new Guard.RangeExpr.LoopIndex());
        }
        if (atom instanceof Atom.Index
                || atom instanceof Atom.Unknown u && u.bounds().isPresent()) {
            Optional<Guard.RangeExpr> lo = atom.least().flatMap(p -> of(p, depth + 1));
            Optional<Guard.RangeExpr> hi = atom.greatest().flatMap(p -> of(p, depth + 1));
            return lo.isPresent() && hi.isPresent()
                    ? Optional.of(new Guard.RangeExpr.Between(lo.get(), hi.get()))
                    : Optional.empty();
        }
        if (atom instanceof Atom.Unknown u
                && u.quotient().isPresent()
                && (u.isDefined() || neverWraps(u.quotient().get()))) {
            Atom.Unknown.Quotient q = u.quotient().get();
            Optional<Guard.RangeExpr> dividend = of(q.dividend(), depth + 1);
            Optional<Guard.RangeExpr> divisor = of(q.divisor(), depth + 1);
            return dividend.isPresent() && divisor.isPresent()
                    ? Optional.of(new Guard.RangeExpr.Quotient(dividend.get(), divisor.get()))
                    : Optional.empty();
        }
        if (atom instanceof Atom.Loaded l && (l.type() == Type.Primitive.INT || l.type() == Type.Primitive.LONG)) {
            return of(l.index(), depth + 1).map(r -> new Guard.RangeExpr.Elements(l.array(), r));
        }
        boolean bounded = atom.min() > Integer.MIN_VALUE && atom.max() < Integer.MAX_VALUE;
        return bounded
                ? Optional.of(new Guard.RangeExpr.Between(
                        new Guard.RangeExpr.Constant(atom.min()), new Guard.RangeExpr.Constant(atom.max())))
                : Optional.empty();
    }

    /** Whether the types of what the dividend is made of keep it in its own: otherwise it is not what its range says. */
    private static boolean neverWraps(Atom.Unknown.Quotient quotient) {
        if (Prover.isTriviallyExact(quotient.dividend(), quotient.bits())) {
            return true;
        }
        BigInteger most = BigInteger.ZERO;
        for (Poly.Term term : quotient.dividend().terms()) {
            BigInteger size = BigInteger.valueOf(term.coefficient()).abs();
            for (Atom atom : term.monomial().atoms()) {
                size = size.multiply(BigInteger.valueOf(atom.min())
                        .abs()
                        .max(BigInteger.valueOf(atom.max()).abs()));
            }
            most = most.add(size);
        }
        return most.bitLength() < quotient.bits();
    }
}
