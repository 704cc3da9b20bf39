package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says what stands between two accesses and a proof: two iterations that meet, if there are such for certain, or else the
 * first thing that is not known.
 */
final class ConflictReader {

    private final Meetings meetings;

    ConflictReader(Meetings meetings) {
        this.meetings = meetings;
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
                    Words.container(write),
                    write.calledFrom(),
                    isInvariant(state.object())
                                    && isInvariant(
                                            PairTester.object(other.cell()).orElseThrow())
                            ? "refuted"
                            : "");
        }
        Optional<Meetings.Met> met = meetings.of(write, other);
        boolean certain = met.filter(m -> m.witness().isCertain()).isPresent();
        Refusal.Conflict.Kind kind = certain ? certainKind(write, other) : openKind(write, other);
        boolean shows = switch (kind) {
            case CARRIED, SAME_CELL, FIELD, OBJECT_FIELD, SYMBOLIC, UNDECIDED -> true;
            // What an example would rest on has no name.
            case MAY_ALIAS, DATA_SUBSCRIPT, NONLINEAR -> false;
        };
        return new Refusal.Conflict(
                kind,
                write.span(),
                new Refusal.AccessSite(true, write.span(), write.calledFrom()),
                new Refusal.AccessSite(other.isWrite(), other.span(), other.calledFrom()),
                Words.container(write),
                met.filter(m -> shows).map(Meetings.Met::witness),
                met.filter(m -> certain).map(Meetings.Met::technical).orElse(""),
                data(kind, write, other));
    }

    /** Names of what the message explains itself with. */
    private static List<String> data(Refusal.Conflict.Kind kind, Access write, Access other) {
        return switch (kind) {
            case MAY_ALIAS -> List.of(Words.container(write), Words.container(other));
            case SAME_CELL -> Words.innerIndices(write);
            case CARRIED, DATA_SUBSCRIPT, NONLINEAR, SYMBOLIC, FIELD, OBJECT_FIELD, UNDECIDED ->
                Words.names(write, other);
        };
    }

    private static boolean isInvariant(Obj object) {
        return object instanceof Obj.Invariant;
    }

    private static Refusal.Conflict.Kind certainKind(Access write, Access other) {
        List<Poly> subscripts = Subscripts.of(write.cell()).orElseThrow().all();
        if (!(write.cell() instanceof Cell.ArrayCell)) {
            return subscripts.isEmpty() ? Refusal.Conflict.Kind.FIELD : Refusal.Conflict.Kind.OBJECT_FIELD;
        }
        List<Poly> others = Subscripts.of(other.cell()).orElseThrow().all();
        return any(subscripts, ConflictReader::changes) || any(others, ConflictReader::changes)
                ? Refusal.Conflict.Kind.CARRIED
                : Refusal.Conflict.Kind.SAME_CELL;
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
        Optional<Subscripts> ways = Subscripts.of(write.cell());
        Optional<Subscripts> others = Subscripts.of(other.cell());
        if (ways.isPresent()
                && others.isPresent()
                && ways.get().way().equals(others.get().way())) {
            return kind(ways.get().all(), others.get().all());
        }
        boolean oneArray = x.equals(y) && x.filter(ConflictReader::isOpaque).isEmpty();
        return oneArray
                ? kind(
                        List.of(((Cell.ArrayCell) write.cell()).index()),
                        List.of(((Cell.ArrayCell) other.cell()).index()))
                : Refusal.Conflict.Kind.MAY_ALIAS;
    }

    /** What is not known of two lists of subscripts of one array, of which none are alike for certain. */
    private static Refusal.Conflict.Kind kind(List<Poly> first, List<Poly> second) {
        List<Poly> all = Stream.concat(first.stream(), second.stream()).toList();
        if (any(all, ConflictReader::isData)) {
            return Refusal.Conflict.Kind.DATA_SUBSCRIPT;
        }
        if (!any(all, ConflictReader::changes) && first.equals(second)) {
            return Refusal.Conflict.Kind.SAME_CELL;
        }
        if (any(all, a -> a instanceof Atom.Unknown) || !all.stream().allMatch(Meetings::isLinear)) {
            return Refusal.Conflict.Kind.NONLINEAR;
        }
        for (int k = 0; k < first.size(); k++) {
            if (!Meetings.invariant(first.get(k))
                    .minus(Meetings.invariant(second.get(k)))
                    .isConstant()) {
                return Refusal.Conflict.Kind.SYMBOLIC;
            }
        }
        return any(all, ConflictReader::changes) ? Refusal.Conflict.Kind.UNDECIDED : Refusal.Conflict.Kind.SAME_CELL;
    }

    private static boolean any(List<Poly> subscripts, Predicate<Atom> test) {
        return subscripts.stream().flatMap(p -> p.atoms().stream()).anyMatch(test);
    }

    /** Whether it is data, or computed from data, for all that is known. */
    private static boolean isData(Atom atom) {
        return atom instanceof Atom.Loaded
                || atom instanceof Atom.Unknown u && (u.of().isEmpty() || any(u.of(), ConflictReader::isData));
    }

    /** Whether it has another value in another iteration, if it is no data. */
    private static boolean changes(Atom atom) {
        return atom instanceof Atom.Index i && i.isParallel()
                || atom instanceof Atom.Unknown u && any(u.of(), ConflictReader::changes);
    }

    private static boolean isOpaque(Obj o) {
        return o instanceof Obj.Any || o instanceof Obj.FieldOf || o instanceof Obj.Element e && isOpaque(e.array());
    }
}
