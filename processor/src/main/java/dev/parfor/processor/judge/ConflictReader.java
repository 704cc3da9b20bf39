package dev.parfor.processor.judge;

import dev.parfor.processor.dependence.Verdict;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what stands between two accesses and a proof: two iterations that meet, if there are such for certain, or else the
 * first thing that is not known.
 */
final class ConflictReader {

    private final PairTester tester;
    private final Atom.Index index;

    ConflictReader(PairTester tester, Atom.Index index) {
        this.tester = tester;
        this.index = index;
    }

    Refusal read(Access a, Access b) {
        Access write = a.isWrite() ? a : b;
        Access other = write == a ? b : a;
        Optional<Refusal> synchronization = SectionReader.read(write, other);
        if (synchronization.isPresent()) {
            return synchronization.get();
        }
        if (write.cell() instanceof Cell.StateCell state) {
            return new Refusal.Effect(
                    Refusal.Effect.Kind.SHARED_STATE,
                    write.span(),
                    state.object() instanceof Obj.Any any
                            ? any.type().toString()
                            : state.object().toString(),
                    write.calledFrom(),
                    isInvariant(state.object())
                                    && isInvariant(
                                            PairTester.object(other.cell()).orElseThrow())
                            ? "refuted"
                            : "");
        }
        Optional<Met> met = met(write, other);
        return new Refusal.Conflict(
                met.isPresent() ? certainKind(write, other) : openKind(write, other),
                write.span(),
                new Refusal.AccessSite(true, write.span(), write.calledFrom()),
                new Refusal.AccessSite(other.isWrite(), other.span(), other.calledFrom()),
                container(write.cell()),
                met.map(Met::witness),
                met.map(Met::technical).orElse(""),
                names(write, other));
    }

    private static boolean isInvariant(Obj object) {
        return object instanceof Obj.Invariant;
    }

    // ---- certain ------------------------------------------------------------------------------------------------

    private record Met(Refusal.Witness witness, String technical) {}

    /** Two iterations that meet: both accesses unconditional, one object for sure, nothing but loop indices involved. */
    private Optional<Met> met(Access write, Access other) {
        Optional<Obj> x = PairTester.object(write.cell());
        Optional<Obj> y = PairTester.object(other.cell());
        boolean same = x.isEmpty() || (x.equals(y) && isInvariant(x.get()));
        if (!same || !stepsByNumber || !isPlain(write) || !isPlain(other)) {
            return Optional.empty();
        }
        if (write.cell() instanceof Cell.ArrayCell p && other.cell() instanceof Cell.ArrayCell q) {
            Poly symbols = invariant(p.index()).minus(invariant(q.index()));
            if (!symbols.isConstant()) {
                return Optional.empty();
            }
        }
        return met(write, other, true).or(() -> met(write, other, false));
    }

    private Optional<Met> met(Access write, Access other, boolean inside) {
        return met(write, other, true, true, inside)
                .or(() -> met(write, other, false, true, inside))
                .filter(m -> m.witness().firstIteration() != m.witness().secondIteration());
    }

    private static boolean isPlain(Access a) {
        Set<Atom> atoms = new LinkedHashSet<>();
        a.facts().forEach(f -> atoms.addAll(f.poly().atoms()));
        // Facts as well: one with a product leaves the unknown that it would determine to the solver's choice.
        boolean linear = a.facts().stream().allMatch(f -> isLinear(f.poly()));
        if (a.cell() instanceof Cell.ArrayCell c) {
            atoms.addAll(c.index().atoms());
            linear &= isLinear(c.index());
        }
        return linear
                && a.unconditional()
                && a.facts().stream().noneMatch(f -> f.kind() == Fact.Kind.NOT_ZERO)
                && atoms.stream().allMatch(ConflictReader::isDetermined);
    }

    private static boolean isLinear(Poly p) {
        return p.monomials().stream().allMatch(m -> m.atoms().size() <= 1 || !m.isVarying());
    }

    /** Fixed by the iteration and the parameters, so that a point which the solver finds is one that the loop comes to. */
    private static boolean isDetermined(Atom atom) {
        return atom instanceof Atom.Index
                || atom instanceof Atom.Symbol
                || atom instanceof Atom.Unknown u && u.isDefined();
    }

    private Optional<Met> met(Access write, Access other, boolean writeFirst, boolean rising, boolean inside) {
        if (!tester.allProved(write) || !tester.allProved(other)) {
            return Optional.empty();
        }
        Access first = writeFirst ? write : other;
        Access second = writeFirst ? other : write;
        // In the order of iterations: a loop that counts down has its earlier iterations at greater indices.
        for (boolean up : new boolean[] {rising, !rising}) {
            Prover.Answer answer = tester.meeting(first, second, up, inside);
            if (answer.verdict() instanceof Verdict.Dependent yes) {
                return witness(first, second, answer.point(), yes, up);
            }
        }
        return Optional.empty();
    }

    private Optional<Met> witness(
            Access first, Access second, Map<Atom, Long> point, Verdict.Dependent verdict, boolean up) {
        long i = point.getOrDefault(index, 0L);
        Atom prime = dev.parfor.processor.proving.Priming.prime(index);
        long j = point.getOrDefault(prime, 0L);
        String cell = container(first.cell());
        if (first.cell() instanceof Cell.ArrayCell c) {
            Optional<BigInteger> at = value(c.index(), point);
            Optional<BigInteger> there = second.cell() instanceof Cell.ArrayCell d
                    ? value(dev.parfor.processor.proving.Priming.prime(d.index()), point)
                    : Optional.empty();
            if (at.isEmpty()
                    || !at.equals(there)
                    || at.get().signum() < 0
                    || at.get().bitLength() > 31) {
                return Optional.empty();
            }
            cell += "[" + at.get() + "]";
        }
        boolean counts = counting() < 0;
        boolean swapped = counts == up;
        Access earlier = swapped ? second : first;
        Access later = swapped ? first : second;
        long early = swapped ? j : i;
        long late = swapped ? i : j;
        String kind = earlier.isWrite() ? (later.isWrite() ? "output" : "flow") : "anti";
        String technical = "dependence: " + kind + ", by " + verdict.by();
        return Optional.of(
                new Met(new Refusal.Witness(early, late, earlier.isWrite(), later.isWrite(), cell), technical));
    }

    /** 1 if the loop's index rises from iteration to iteration, -1 if it falls. */
    private int counting() {
        return falls ? -1 : 1;
    }

    private boolean falls;
    private boolean stepsByNumber = true;

    ConflictReader falling(boolean doesFall) {
        this.falls = doesFall;
        return this;
    }

    /** With a step that is not a number, nothing tells which values of the index the loop comes to. */
    ConflictReader stepping(boolean byNumber) {
        this.stepsByNumber = byNumber;
        return this;
    }

    private static Optional<BigInteger> value(Poly poly, Map<Atom, Long> point) {
        BigInteger sum = BigInteger.ZERO;
        for (Poly.Term term : poly.terms()) {
            BigInteger product = BigInteger.valueOf(term.coefficient());
            for (Atom atom : term.monomial().atoms()) {
                if (!point.containsKey(atom)) {
                    return Optional.empty();
                }
                product = product.multiply(BigInteger.valueOf(point.get(atom)));
            }
            sum = sum.add(product);
        }
        return Optional.of(sum);
    }

    private static Refusal.Conflict.Kind certainKind(Access write, Access other) {
        if (!(write.cell() instanceof Cell.ArrayCell p)) {
            return Refusal.Conflict.Kind.FIELD;
        }
        boolean fixed =
                !mentionsIndex(p.index()) && other.cell() instanceof Cell.ArrayCell q && !mentionsIndex(q.index());
        return fixed ? Refusal.Conflict.Kind.SAME_CELL : Refusal.Conflict.Kind.CARRIED;
    }

    /** Whether the value can differ from iteration to iteration. */
    private static boolean mentionsIndex(Poly p) {
        return p.atoms().stream()
                .anyMatch(a -> a instanceof Atom.Index i && i.isParallel() || a instanceof Atom.Unknown);
    }

    // ---- open ---------------------------------------------------------------------------------------------------

    private static Refusal.Conflict.Kind openKind(Access write, Access other) {
        Optional<Obj> x = PairTester.object(write.cell());
        Optional<Obj> y = PairTester.object(other.cell());
        if (write.cell() instanceof Cell.StaticCell) {
            return Refusal.Conflict.Kind.FIELD;
        }
        if (write.cell() instanceof Cell.FieldCell) {
            boolean oneObject =
                    x.equals(y) && x.filter(ConflictReader::isInvariant).isPresent();
            return oneObject ? Refusal.Conflict.Kind.FIELD : Refusal.Conflict.Kind.OBJECT_FIELD;
        }
        if (x.isPresent() && y.isPresent() && dependsOnRows(x.get(), y.get())) {
            return Refusal.Conflict.Kind.SYMBOLIC;
        }
        if (x.filter(o -> !(o instanceof Obj.Invariant)).isPresent() && !x.equals(y)
                || x.filter(ConflictReader::isOpaque).isPresent()
                || y.filter(ConflictReader::isOpaque).isPresent()) {
            return Refusal.Conflict.Kind.MAY_ALIAS;
        }
        Poly p = ((Cell.ArrayCell) write.cell()).index();
        Poly q = ((Cell.ArrayCell) other.cell()).index();
        if (anyAtom(p, q, a -> a instanceof Atom.Loaded || a instanceof Atom.Unknown u && !u.isDefined())) {
            return Refusal.Conflict.Kind.DATA_SUBSCRIPT;
        }
        if (anyAtom(p, q, a -> a instanceof Atom.Unknown)) {
            return computedFromData(write, other)
                    ? Refusal.Conflict.Kind.DATA_SUBSCRIPT
                    : Refusal.Conflict.Kind.NONLINEAR;
        }
        if (!isLinear(p) || !isLinear(q)) {
            return Refusal.Conflict.Kind.NONLINEAR;
        }
        if (!invariant(p).minus(invariant(q)).isConstant()) {
            return Refusal.Conflict.Kind.SYMBOLIC;
        }
        if (!p.isConstant() && !mentionsIndex(p) && !mentionsIndex(q) || p.isConstant() && p.equals(q)) {
            return Refusal.Conflict.Kind.SAME_CELL;
        }
        return Refusal.Conflict.Kind.UNDECIDED;
    }

    /** An array as a row of another, whose index is known. */
    private record Row(Path rows, Poly index) {

        static Optional<Row> of(Obj array) {
            if (array instanceof Obj.Element e && e.array() instanceof Obj.Invariant rows) {
                return Optional.of(new Row(rows.path(), e.index()));
            }
            if (array instanceof Obj.Invariant fixed && fixed.path() instanceof Path.Element e) {
                return Optional.of(new Row(
                        e.array(),
                        e.index() instanceof Path.Constant c
                                ? Poly.constant(c.value())
                                : Poly.of(new Atom.Symbol(e.index()))));
            }
            return Optional.empty();
        }
    }

    /** Whether these are two rows of one array, of which one is fixed: {@code d[i]} and {@code d[k]}. */
    private static boolean dependsOnRows(Obj first, Obj second) {
        Optional<Row> x = Row.of(first);
        Optional<Row> y = Row.of(second);
        if (x.isEmpty() || y.isEmpty() || !x.get().rows().equals(y.get().rows())) {
            return false;
        }
        Poly p = x.get().index();
        Poly q = y.get().index();
        return !anyAtom(p, q, atom -> atom instanceof Atom.Unknown || atom instanceof Atom.Loaded)
                && isLinear(p)
                && isLinear(q)
                && !invariant(p).minus(invariant(q)).isConstant();
    }

    /** Whether the facts that determine a subscript, a remainder for instance, speak of data. */
    private static boolean computedFromData(Access write, Access other) {
        return List.of(write, other).stream()
                .flatMap(a -> a.facts().stream())
                .flatMap(f -> f.poly().atoms().stream())
                .anyMatch(a -> a instanceof Atom.Loaded || a instanceof Atom.Unknown u && !u.isDefined());
    }

    private static boolean isOpaque(Obj o) {
        return o instanceof Obj.Any || o instanceof Obj.FieldOf || o instanceof Obj.Element e && isOpaque(e.array());
    }

    private static boolean anyAtom(Poly p, Poly q, java.util.function.Predicate<Atom> test) {
        return p.atoms().stream().anyMatch(test) || q.atoms().stream().anyMatch(test);
    }

    private static Poly invariant(Poly p) {
        Poly result = Poly.ZERO;
        for (Poly.Term term : p.terms()) {
            boolean constant = term.monomial().atoms().isEmpty();
            if (!term.monomial().isVarying() && !constant) {
                result = result.plus(Poly.of(term.monomial()).times(term.coefficient()));
            }
        }
        return result;
    }

    /** Names of what the message explains itself with: the data in the subscript, the variables of a distance. */
    private static List<String> names(Access write, Access other) {
        Set<String> names = new LinkedHashSet<>();
        for (Access a : List.of(write, other)) {
            if (a.cell() instanceof Cell.ArrayCell c) {
                addNames(c.index(), names);
                Row.of(c.array()).ifPresent(row -> addNames(row.index(), names));
            }
        }
        return new ArrayList<>(names);
    }

    private static void addNames(Poly subscript, Set<String> names) {
        for (Atom atom : subscript.atoms()) {
            if (atom instanceof Atom.Loaded l) {
                names.add(l.array().toString());
            } else if (atom instanceof Atom.Symbol s && !(s.path() instanceof Path.Length)) {
                names.add(s.path().toString());
            }
        }
    }

    static String container(Cell cell) {
        if (cell instanceof Cell.ArrayCell a) {
            return a.array() instanceof Obj.Any || a.array() instanceof Obj.Fresh
                    ? ""
                    : readable(a.array().toString());
        }
        if (cell instanceof Cell.FieldCell f) {
            String base =
                    f.object() instanceof Obj.Any ? "" : readable(f.object().toString()) + ".";
            return base + f.field().name();
        }
        return cell.toString();
    }

    /** Atom keys carry the number of their loop, which no user has written. */
    private static String readable(String text) {
        return text.replaceAll("[#?][0-9]+'?", "");
    }
}
