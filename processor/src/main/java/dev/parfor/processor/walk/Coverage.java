package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Kept;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which elements of a private array an iteration has surely written before it reads one: array privatization by sections that are
 * written on every way to a point, as in Tu and Padua, <em>Automatic Array Privatization</em> (1993).
 *
 * <p>A section is a range of whole numbers; an element belongs to it if its index is congruent to one of them modulo 2 to the 32, which is
 * all that a subscript is known by. Where a range is made from two bounds, as {@code Arrays.fill} is given, these are shown not to wrap
 * around.
 */
final class Coverage {

    private static final int MOST_SECTIONS = 16;

    private final Walk walk;
    private final Set<Var> arrays = new LinkedHashSet<>();
    private final Map<Var, Poly> lengths = new LinkedHashMap<>();
    private final Map<Var, Span> uncovered = new LinkedHashMap<>();
    private final List<MayWrite> writes = new ArrayList<>();

    /** A write that may happen, with what is known where it does. */
    private record MayWrite(Var array, Poly index, List<Fact> facts) {}

    Coverage(Walk walk) {
        this.walk = walk;
    }

    /**
     * {@code from}, ... up to but not including {@code to}, or the end of the array.
     *
     * @param array of which each chunk has one of its own
     */
    record Section(Var array, Poly from, Optional<Poly> to) {

        private boolean startsAtZero() {
            return from.isConstant() && from.constantTerm() <= 0;
        }
    }

    void watch(Var array) {
        arrays.add(array);
    }

    /** An array is known to be so long, modulo 2 to the 32. */
    void length(Var array, Poly length) {
        if (arrays.contains(array)) {
            lengths.put(array, length);
        }
    }

    boolean isActive() {
        return !arrays.isEmpty();
    }

    /** The first read in the way of each array of which something is read that the iteration may not have written. */
    Map<Var, Span> uncovered() {
        return Map.copyOf(uncovered);
    }

    private Optional<Var> watched(Obj object) {
        return walk.privates.original(object).filter(arrays::contains);
    }

    // ---- what is written and read -------------------------------------------------------------------------------

    void written(Obj array, Poly index) {
        watched(array).ifPresent(v -> {
            try {
                add(walk.now, new Section(v, index, Optional.of(index.plus(1))));
            } catch (ArithmeticException tooLarge) {
                // Not remembered: the read of it will say so.
                return;
            }
        });
    }

    /** All from {@code from} to {@code to}, or nothing and an exception. */
    void written(Obj array, Poly from, Optional<Poly> to) {
        watched(array).ifPresent(v -> {
            if (walk.fits(from, Integer.SIZE) && (to.isEmpty() || walk.fits(to.get(), Integer.SIZE))) {
                Poly length = Poly.of(new Atom.Symbol(new Path.Length(new Path.OfVar(v))));
                add(walk.now, new Section(v, from, to.filter(t -> !t.equals(length))));
            }
        });
    }

    /** Whether it surely happens or not. */
    void mayWrite(Obj array, Poly index) {
        if (walk.muted == 0) {
            watched(array).ifPresent(v -> writes.add(new MayWrite(v, index, List.copyOf(walk.now.facts))));
        }
    }

    /**
     * Arrays of which all iterations write the same elements, with these: what one may write lies in a section that is the same in all
     * iterations, and that each has written when it ends.
     *
     * @param end where iterations end
     */
    Map<Var, List<Kept.Part>> rewritten(State end) {
        if (end == null) {
            return Map.of();
        }
        Map<Var, Set<Section>> sections = new LinkedHashMap<>();
        arrays.forEach(v -> sections.put(v, new LinkedHashSet<>()));
        State now = walk.now;
        for (MayWrite write : writes) {
            walk.now = end.copy();
            walk.now.facts.clear();
            walk.now.facts.addAll(write.facts());
            Optional<Section> within = end.covered.stream()
                    .filter(s -> s.array().equals(write.array()) && isSame(s) && holds(s, write.index()))
                    .findFirst();
            if (within.isEmpty()) {
                sections.remove(write.array());
            } else if (sections.containsKey(write.array())) {
                sections.get(write.array()).add(within.get());
            }
        }
        walk.now = now;
        Map<Var, List<Kept.Part>> rewritten = new LinkedHashMap<>();
        sections.forEach(
                (v, all) -> rewritten.put(v, all.stream().map(this::part).toList()));
        return rewritten;
    }

    /** Whether a section is the same in all iterations. */
    private static boolean isSame(Section s) {
        return isSame(s.from()) && (s.to().isEmpty() || isSame(s.to().get()));
    }

    /** Not with elements of arrays: they could be those that are put there. */
    private static boolean isSame(Poly poly) {
        return TripCounts.path(poly).isPresent()
                && poly.atoms().stream()
                        .noneMatch(a -> a instanceof Atom.Symbol symbol && symbol.path() instanceof Path.Element);
    }

    /**
     * A section that is the same in all iterations, as {@code int} values. It is one of whole numbers: a single element has been written, so
     * that there is one; a range may be empty, {@code (k + 1, k]} where {@code k} is the greatest of all, and must not seem to be another one.
     */
    private Kept.Part part(Section s) {
        List<Guard> exact = new ArrayList<>();
        if (s.to().isEmpty() || !isPoint(s)) {
            Stream.concat(Stream.of(s.from()), s.to().stream())
                    .filter(bound -> !walk.fits(bound, Integer.SIZE))
                    .forEach(bound -> exact.add(new Guard.Fits(range(bound), Integer.SIZE)));
        }
        return new Kept.Part(TripCounts.path(s.from()).orElseThrow(), s.to().flatMap(TripCounts::path), exact);
    }

    void read(Obj array, Poly index, Span at) {
        if (walk.muted > 0) {
            return;
        }
        watched(array).filter(v -> !isWritten(v, index)).ifPresent(v -> uncovered.putIfAbsent(v, walk.root(at)));
    }

    private boolean isWritten(Var array, Poly index) {
        return walk.now.covered.stream().anyMatch(s -> s.array().equals(array) && holds(s, index));
    }

    private boolean holds(Section s, Poly index) {
        if (isWhole(s) || s.from().equals(index) && s.to().isPresent() && isPoint(s)) {
            return true;
        }
        try {
            // An element that is read has an index of at least 0, which is that of the polynomial if nothing wraps.
            boolean low = s.startsAtZero() && walk.fits(index, Integer.SIZE)
                    || walk.prover.implies(walk.soundFacts(), index.minus(s.from()));
            return low
                    && (s.to().isPresent()
                            ? walk.prover.implies(
                                    walk.soundFacts(), s.to().get().minus(index).plus(-1))
                            : walk.fits(index, Integer.SIZE));
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** A length that fits into an {@code int} is the very number, or there is no array. */
    private boolean isWhole(Section s) {
        return s.startsAtZero()
                && (s.to().isEmpty()
                        || s.to().get().equals(lengths.get(s.array())) && walk.fits(s.to().get(), Integer.SIZE));
    }

    private static boolean isPoint(Section s) {
        return s.to().get().minus(s.from()).equals(Poly.ONE);
    }

    /** With what it makes together with a section beside it: whichever of the two is empty, nothing is added that is in neither. */
    private static void add(State state, Section s) {
        if (!state.covered.add(s) || state.covered.size() > MOST_SECTIONS) {
            return;
        }
        for (Section other : Set.copyOf(state.covered)) {
            if (other.array().equals(s.array())) {
                joined(other, s).ifPresent(both -> add(state, both));
                joined(s, other).ifPresent(both -> add(state, both));
            }
        }
    }

    private static Optional<Section> joined(Section low, Section high) {
        return low.to().isPresent() && low.to().get().equals(high.from()) && !low.equals(high)
                ? Optional.of(new Section(low.array(), low.from(), high.to()))
                : Optional.empty();
    }

    // ---- inner loops --------------------------------------------------------------------------------------------

    /**
     * An inner loop's index that takes every value from {@code first} to {@code last}, in this order or the other one, where the loop
     * is not left before its end. Nothing wraps around.
     *
     * @param rises whether it takes them in this order
     */
    record Sweep(Atom.Index index, Poly first, Poly last, boolean rises) {}

    /**
     * What the iterations from the first to the last one have written together. The section of one begins where that of
     * its neighbour ends; so whatever lies between the beginning of all and the end of all lies in one of them, if the
     * distance between two beginnings is never negative.
     *
     * @param written by each iteration
     * @param isOlder whether a value is the same in all iterations
     */
    Set<Section> all(Set<Section> written, Sweep sweep, Predicate<Poly> isOlder) {
        Set<Section> all = new LinkedHashSet<>();
        for (Section s : written) {
            try {
                all(s, sweep, isOlder).ifPresent(all::add);
            } catch (ArithmeticException tooLarge) {
                continue;
            }
        }
        return all;
    }

    private Optional<Section> all(Section s, Sweep sweep, Predicate<Poly> isOlder) {
        Poly from = s.from();
        if (s.to().isEmpty() || !from.mentions(sweep.index())) {
            return Optional.empty();
        }
        Poly to = s.to().get();
        Poly next = Poly.of(sweep.index()).plus(1);
        boolean rising = at(from, sweep, next).equals(to);
        if (!rising && !at(to, sweep, next).equals(from)) {
            return Optional.empty();
        }
        Poly step = rising ? at(from, sweep, next).minus(from) : to.minus(at(to, sweep, next));
        Poly begin = at(from, sweep, rising ? sweep.first() : sweep.last());
        Poly end = at(to, sweep, rising ? sweep.last() : sweep.first());
        boolean fixed = isOlder.test(step) && isOlder.test(begin) && isOlder.test(end);
        if (!fixed || !walk.prover.implies(walk.soundFacts(), step)) {
            return Optional.empty();
        }
        Poly length = Poly.of(new Atom.Symbol(new Path.Length(new Path.OfVar(s.array()))));
        return Optional.of(new Section(s.array(), begin, Optional.of(end).filter(e -> !e.equals(length))));
    }

    /**
     * Whether none of these wraps around; where that is not known, a guard checks it before the loop.
     *
     * @param known is added what the guards say
     */
    boolean fit(List<Fact.Exact> values, List<Fact> known) {
        if (!isActive()) {
            return false;
        }
        for (Fact.Exact value : values) {
            Poly poly = value.poly();
            boolean fixed =
                    value.bits() == Integer.SIZE && poly.atoms().stream().allMatch(a -> a instanceof Atom.Symbol);
            if (walk.fits(poly, value.bits())) {
                continue;
            }
            if (!fixed) {
                return false;
            }
            walk.guard(new Guard.Fits(range(poly), Integer.SIZE));
            List<Fact> facts = List.of(
                    Fact.atLeastZero(poly.plus(-(long) Integer.MIN_VALUE)),
                    Fact.atLeastZero(poly.negated().plus(Integer.MAX_VALUE)));
            facts.forEach(walk::assume);
            // First, so that what rests on them is found to be exact.
            known.addAll(0, facts);
        }
        return true;
    }

    private static RangeExpr range(Poly poly) {
        List<RangeExpr> terms = new ArrayList<>();
        for (Poly.Term term : poly.terms()) {
            List<RangeExpr> factors = new ArrayList<>();
            term.monomial().atoms().forEach(a -> factors.add(new RangeExpr.OfPath(((Atom.Symbol) a).path())));
            if (term.coefficient() != 1 || factors.isEmpty()) {
                factors.add(new RangeExpr.Constant(term.coefficient()));
            }
            terms.add(factors.size() == 1 ? factors.get(0) : new RangeExpr.Product(factors));
        }
        return terms.size() == 1 ? terms.get(0) : new RangeExpr.Sum(terms);
    }

    private static Poly at(Poly poly, Sweep sweep, Poly value) {
        return poly.map(atom -> atom.equals(sweep.index()) ? value : Poly.of(atom));
    }

    void addAll(State state, Set<Section> sections) {
        sections.forEach(s -> add(state, s));
    }

    /** What {@link #all} iterations before the present one have written together. */
    Set<Section> before(Set<Section> written, Sweep sweep, Predicate<Poly> isOlder) {
        Poly here = Poly.of(sweep.index());
        Sweep gone = sweep.rises()
                ? new Sweep(sweep.index(), sweep.first(), here.plus(-1), true)
                : new Sweep(sweep.index(), here.plus(1), sweep.last(), false);
        return all(written, gone, isOlder);
    }
}
