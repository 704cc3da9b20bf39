package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often an inner loop runs, and the values its index has, from the test that bounds it: in polynomials and facts. */
final class InnerCount {

    private final Walk walk;

    InnerCount(Walk walk) {
        this.walk = walk;
    }

    /**
     * How iterations of the inner loop are counted.
     *
     * @param iterations the number of iterations done, as a polynomial
     * @param facts what is known of the index in the body
     * @param exact the number is exact; otherwise right modulo 2 to the 32
     * @param sweep the index, where it takes each value between two bounds
     * @param bounded the index has a first and a last value by the facts, so that every value between occurs
     */
    record Shape(Poly iterations, List<Fact> facts, boolean bounded, boolean exact, Optional<Coverage.Sweep> sweep) {
        Shape(Poly iterations, List<Fact> facts, boolean bounded, boolean exact) {
            this(iterations, facts, bounded, exact, Optional.empty());
        }
    }

    Shape shape(Optional<InnerBound> bound, State entry, Map<Var, Poly> gains) {
        if (bound.isEmpty()) {
            Atom.Index count = new Atom.Index(
                    walk.freshId(), "count", Type.Primitive.LONG, Optional.of(Poly.ZERO), Optional.empty());
            return new Shape(Poly.of(count), List.of(Fact.atLeastZero(Poly.of(count))), false, true);
        }
        try {
            return counted(bound.get(), entry, gains);
        } catch (ArithmeticException tooLarge) {
            return new Shape(walk.unknown("count", 0, Long.MAX_VALUE), List.of(), false, true);
        }
    }

    /**
     * Of a loop that ends where its index meets the limit, if that is known to lie ahead as far as the arithmetic is exact: other than a
     * proof, that bounds nothing but what rests on the same.
     */
    Optional<Shape> meeting(InnerBound bound, State entry) {
        State now = walk.now;
        walk.now = entry;
        try {
            Value.Num start = tested(bound, entry);
            boolean isPlain = start != null
                    && bound.relation() == Operator.NOT_EQUAL
                    && Math.abs(bound.step()) == 1
                    && start.bits() == bound.limit().bits();
            if (!isPlain) {
                return Optional.empty();
            }
            Poly limit = bound.limit().poly();
            Poly length =
                    bound.step() > 0 ? limit.minus(start.poly()) : start.poly().minus(limit);
            return Least.shown(walk, length).map(exact -> {
                List<Fact.Exact> all = new ArrayList<>(exact);
                all.add(new Fact.Exact(length, start.bits()));
                Atom.Index gone = new Atom.Index(
                        walk.freshId(),
                        bound.index().name(),
                        Type.Primitive.LONG,
                        Optional.of(Poly.ZERO),
                        Optional.of(length.plus(-1)));
                Poly n = Poly.of(gone);
                Fact before = new Fact(Fact.Kind.AT_LEAST_ZERO, length.plus(-1).minus(n), all);
                return new Shape(n, List.of(Fact.atLeastZero(n), before), false, true);
            });
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        } finally {
            walk.now = now;
        }
    }

    private Shape counted(InnerBound bound, State entry, Map<Var, Poly> gains) {
        Value.Num start = bound.start(entry);
        Poly limit = bound.limit().poly();
        long step = bound.step();
        boolean up = bound.relation() == Operator.LESS || bound.relation() == Operator.LESS_EQUAL;
        boolean inclusive = bound.relation() == Operator.LESS_EQUAL || bound.relation() == Operator.GREATER_EQUAL;
        Poly last = inclusive ? limit : limit.plus(up ? -1 : 1);
        Type.Primitive type = (Type.Primitive) bound.index().type();
        int bits = start.bits();
        Fact.Exact exactStart = new Fact.Exact(start.poly(), bits);
        Fact.Exact exactLimit = new Fact.Exact(limit, bound.limit().bits());
        if (step == 0) {
            return strided(start.poly(), last, gains.get(bound.index()), up, bits, List.of(exactStart, exactLimit));
        }
        boolean sameBits = bits == bound.limit().bits();
        if (Math.abs(step) == 1 && !inclusive && sameBits && (bound.untilEqual() || isOpaque(start.poly()))) {
            Poly length = up ? limit.minus(start.poly()) : start.poly().minus(limit);
            if (bound.untilEqual() || !areExact(start.poly(), limit, bits, entry) && isLength(length, bits, entry)) {
                return distance(bound, length);
            }
        }
        // The index never wraps: before each step it was within the limit, and the step over it stays in the type.
        Fact.Exact noWrap = new Fact.Exact(last.plus(step), bits);
        if (Math.abs(step) == 1 && !isLinear(start.poly())) {
            return fromStart(bound, start.poly(), last, List.of(exactStart, exactLimit, noWrap));
        }
        Atom.Index index = new Atom.Index(
                walk.freshId(),
                bound.index().name(),
                type,
                Optional.of(step > 0 ? start.poly() : last),
                Optional.of(step > 0 ? last : start.poly()));
        Poly i = Poly.of(index);
        // Facts are used in their order, and that the last index is not the greatest int may rest on these.
        List<Fact> facts = new ArrayList<>(walk.known(limit));
        Poly gone = step > 0 ? i.minus(start.poly()) : start.poly().minus(i);
        facts.add(Fact.atLeastZero(gone, exactStart, exactLimit, noWrap));
        facts.add(Fact.atLeastZero(step > 0 ? last.minus(i) : i.minus(last), exactLimit));
        if (Math.abs(step) == 1) {
            boolean exact = walk.fits(start.poly(), bits) && walk.fits(last.plus(step), bits);
            boolean swept = walk.coverage.fit(List.of(exactStart, exactLimit, noWrap), facts);
            Poly low = step > 0 ? start.poly() : last;
            Poly high = step > 0 ? last : start.poly();
            return new Shape(
                    step > 0 ? i.minus(start.poly()) : start.poly().minus(i),
                    facts,
                    bound.alone(),
                    exact,
                    swept ? Optional.of(new Coverage.Sweep(index, low, high, step > 0)) : Optional.empty());
        }
        Poly most = Poly.of(walk.quotient(gone, Math.abs(step), true));
        Atom.Index count = new Atom.Index(
                walk.freshId(),
                "count of " + bound.index().name(),
                Type.Primitive.LONG,
                Optional.of(Poly.ZERO),
                Optional.of(most));
        Poly n = Poly.of(count);
        facts.add(Fact.atLeastZero(n));
        facts.add(Fact.zero(i.minus(start.poly()).minus(n.times(step)), exactStart, exactLimit, noWrap));
        return new Shape(n, facts, bound.alone(), true);
    }

    /**
     * Where the start is a product, {@code k = y*stride}, the distance from it is the better unknown: then the stride shows in
     * every subscript.
     */
    private Shape fromStart(InnerBound bound, Poly start, Poly last, List<Fact.Exact> exact) {
        Poly length = bound.step() > 0 ? last.minus(start) : start.minus(last);
        Atom.Index gone = new Atom.Index(
                walk.freshId(), bound.index().name(), Type.Primitive.LONG, Optional.of(Poly.ZERO), Optional.of(length));
        Poly n = Poly.of(gone);
        List<Fact> facts = new ArrayList<>(walk.known(bound.limit().poly()));
        facts.add(Fact.atLeastZero(n));
        facts.add(new Fact(Fact.Kind.AT_LEAST_ZERO, length.minus(n), exact));
        List<Fact> known = new ArrayList<>(facts);
        boolean swept = walk.coverage.fit(exact, known);
        return new Shape(
                n,
                known,
                bound.alone(),
                true,
                swept ? Optional.of(new Coverage.Sweep(gone, Poly.ZERO, length, true)) : Optional.empty());
    }

    /**
     * Where the index begins anywhere, {@code end = k + n}, or the loop ends where it meets the limit, and the distance is known not to
     * be negative: each iteration is nearer to the limit than that, even if the limit has wrapped around. Then a loop that
     * compares by order does not run at all; one that ends where they meet runs as often as the distance says.
     */
    private Shape distance(InnerBound bound, Poly length) {
        Atom.Index gone = new Atom.Index(
                walk.freshId(),
                bound.index().name(),
                Type.Primitive.LONG,
                Optional.of(Poly.ZERO),
                Optional.of(length.plus(-1)));
        Poly n = Poly.of(gone);
        List<Fact> facts =
                List.of(Fact.atLeastZero(n), Fact.atLeastZero(length.plus(-1).minus(n)));
        boolean all = bound.untilEqual() && bound.alone();
        return new Shape(
                n,
                facts,
                all,
                true,
                all ? Optional.of(new Coverage.Sweep(gone, Poly.ZERO, length.plus(-1), true)) : Optional.empty());
    }

    private boolean areExact(Poly start, Poly limit, int bits, State entry) {
        State now = walk.now;
        walk.now = entry;
        boolean exact = walk.fits(start, bits) && walk.fits(limit, bits);
        walk.now = now;
        return exact;
    }

    /** Whether a value is in it of which nothing is known. */
    private static boolean isOpaque(Poly p) {
        return p.atoms().stream()
                .anyMatch(a -> a instanceof Atom.Unknown u && u.quotient().isEmpty());
    }

    /** Whether it is known that the polynomial is not negative and does not wrap, or can be checked before the loop. */
    private boolean isLength(Poly length, int bits, State entry) {
        State now = walk.now;
        walk.now = entry;
        boolean shown = walk.prover.implies(walk.soundFacts(), length) && walk.fits(length, bits);
        walk.now = now;
        return shown || guarded(length, bits);
    }

    /**
     * Where the step is the same in all iterations, but no number: {@code k += bands}. A count of iterations has its greatest value by a
     * quotient, which is any number where the step does not go towards the limit, so that no guard takes it for a bound.
     */
    private Shape strided(Poly start, Poly last, Poly gain, boolean up, int bits, List<Fact.Exact> ends) {
        Poly step = up ? gain : gain.negated();
        Poly length = up ? last.minus(start) : start.minus(last);
        List<Fact.Exact> exact = new ArrayList<>(ends);
        exact.add(new Fact.Exact(last.plus(gain), bits));
        exact.add(new Fact.Exact(length, Long.SIZE));
        Atom.Index count = new Atom.Index(
                walk.freshId(),
                "count",
                Type.Primitive.LONG,
                Optional.of(Poly.ZERO),
                Optional.of(Poly.of(walk.steps(length, step))));
        Poly n = Poly.of(count);
        List<Fact> facts =
                List.of(Fact.atLeastZero(n), new Fact(Fact.Kind.AT_LEAST_ZERO, length.minus(n.times(step)), exact));
        return new Shape(n, facts, false, true);
    }

    /**
     * A loop that ends where its index meets the limit, which it surely does if it begins on the right side: shown, or guarded. Then it
     * might as well compare by order.
     */
    Optional<InnerBound> ordered(InnerBound bound, State entry) {
        Value.Num start = tested(bound, entry);
        if (bound.relation() != Operator.NOT_EQUAL) {
            return Optional.of(bound);
        }
        if (start == null || start.bits() != bound.limit().bits()) {
            return Optional.empty();
        }
        try {
            Poly limit = bound.limit().poly();
            Poly length =
                    bound.step() > 0 ? limit.minus(start.poly()) : start.poly().minus(limit);
            return isLength(length, start.bits(), entry) ? Optional.of(bound.ordered()) : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** Has it checked before the loop that no value of the polynomial is negative or wraps, if that can be checked. */
    private boolean guarded(Poly length, int bits) {
        boolean early = length.atoms().stream()
                .allMatch(a -> a instanceof Atom.Symbol || a instanceof Atom.Index i && i.isParallel());
        Optional<Guard.RangeExpr> values = early ? RangeBuilder.of(length) : Optional.empty();
        // The count is used by what comes next even if nothing is recorded here.
        walk.guardsCount++;
        values.ifPresent(v -> walk.guard(new Guard.AtLeast(v, 0)));
        if (values.isPresent() && !Prover.isTriviallyExact(length, bits)) {
            walk.guard(new Guard.Fits(values.get(), bits));
        }
        walk.guardsCount--;
        return values.isPresent();
    }

    private static boolean isLinear(Poly p) {
        return p.monomials().stream().allMatch(m -> m.atoms().size() <= 1);
    }

    /** How often a loop runs that ends by its test alone: the difference where that is not negative, or a count of its own. */
    Optional<Poly> trips(InnerBound bound, State entry) {
        if (bound.step() == 0) {
            return Optional.empty();
        }
        Value.Num start = tested(bound, entry);
        if (start == null || start.bits() != 32 || bound.limit().bits() != 32) {
            return Optional.empty();
        }
        long extra = bound.relation() == Operator.LESS_EQUAL || bound.relation() == Operator.GREATER_EQUAL ? 1 : 0;
        boolean up = bound.step() > 0;
        long step = Math.abs(bound.step());
        Poly from = up ? start.poly() : bound.limit().poly();
        Poly to = up ? bound.limit().poly() : start.poly();
        try {
            Poly length = to.minus(from).plus(extra);
            if (bound.untilEqual()) {
                return Optional.of(length);
            }
            Poly past = bound.limit().poly().plus(up ? extra + step - 1 : -extra - step + 1);
            if (step > 1 && !walk.fits(past, 32)) {
                return Optional.empty();
            }
            boolean exact = walk.fits(from, 32) && walk.fits(to, 32);
            if (exact && (step == 1 || length.isConstant()) && walk.prover.implies(walk.soundFacts(), length)) {
                return Optional.of(step == 1 ? length : Poly.constant((length.constantTerm() + step - 1) / step));
            }
            return TripCounts.of(from, to, extra, step);
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** What the loop compares first, where that is no number out of range; else null. */
    private static Value.Num tested(InnerBound bound, State entry) {
        try {
            return bound.start(entry);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
    }

    /**
     * Whether the first iteration of a loop that tests at its end would pass the test as well: then it counts like one that tests at its
     * beginning.
     */
    boolean startsWithin(InnerBound bound, State entry) {
        State now = walk.now;
        walk.now = entry;
        try {
            if (bound.step() == 0) {
                return false;
            }
            Value.Num start = bound.start(entry);
            Poly limit = bound.limit().poly();
            boolean inclusive = bound.relation() == Operator.LESS_EQUAL || bound.relation() == Operator.GREATER_EQUAL;
            Poly distance =
                    bound.step() > 0 ? limit.minus(start.poly()) : start.poly().minus(limit);
            return walk.fits(start.poly(), start.bits())
                    && walk.fits(limit, bound.limit().bits())
                    && walk.prover.implies(walk.soundFacts(), inclusive ? distance : distance.plus(-1));
        } catch (ArithmeticException tooLarge) {
            return false;
        } finally {
            walk.now = now;
        }
    }

    /** Whether the index gets past its limit, and does not wrap around before it does. */
    boolean ends(InnerBound bound) {
        boolean strict = bound.relation() == Operator.LESS || bound.relation() == Operator.GREATER;
        if (strict && Math.abs(bound.step()) == 1) {
            return true;
        }
        if (bound.step() == 0) {
            return false;
        }
        try {
            Poly last = bound.limit().poly();
            Poly beyond = strict ? last.plus(bound.step() > 0 ? -1 : 1).plus(bound.step()) : last.plus(bound.step());
            return walk.fits(last, bound.limit().bits())
                    && walk.fits(beyond, bound.index().type() == Type.Primitive.LONG ? 64 : 32);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }
}
