package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Sync.Kind;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Section;
import java.util.List;
import java.util.Optional;

/** Says why two synchronized accesses to a cell do not make the loop parallel. */
final class SectionReader {

    private SectionReader() {}

    static Optional<Refusal> read(Access write, Access other) {
        Section a = write.section();
        Section b = other.section();
        if (a.isInOrder() || b.isInOrder() || a.locks().isEmpty() && b.locks().isEmpty()) {
            return Optional.empty();
        }
        if (a.excludes(b)) {
            return Optional.of(refusal(Kind.ORDER, write, other, order(write, other)));
        }
        if (!surelyOneContainer(write.cell(), other.cell())) {
            return Optional.empty();
        }
        boolean two = !a.locks().isEmpty() && !b.locks().isEmpty();
        Access outside = a.locks().isEmpty() ? write : other;
        Access inside = outside == write ? other : write;
        return Optional.of(refusal(Kind.UNGUARDED, outside, inside, two ? "two" : "outside"));
    }

    private static Refusal refusal(Kind kind, Access at, Access other, String detail) {
        return new Refusal.Sync(kind, at.span(), Words.container(at), Optional.of(innermost(other)), detail);
    }

    /** The access itself, where calls lead to it. */
    private static Span innermost(Access access) {
        List<Span> calls = access.calledFrom();
        return calls.isEmpty() ? access.span() : calls.get(calls.size() - 1);
    }

    /** What of the order would show. */
    private static String order(Access write, Access other) {
        boolean updates =
                write.section().update().isPresent() && other.section().update().isPresent();
        if (updates) {
            return "mixed";
        }
        boolean atOnce = write.section().locks().contains(new Section.Lock.Itself());
        if (!other.isWrite()) {
            return atOnce ? "check" : "read";
        }
        return write.cell() instanceof Cell.StateCell ? "state" : "last";
    }

    private static boolean surelyOneContainer(Cell a, Cell b) {
        Optional<Obj> x = PairTester.object(a);
        return x.isEmpty() || x.get() instanceof Obj.Invariant && x.equals(PairTester.object(b));
    }
}
