package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.Span;
import java.util.List;

/**
 * One access of the body to memory that existed before the iteration.
 *
 * @param facts known to hold whenever it happens
 * @param unconditional it happens in every iteration, for all values of the inner indices within their bounds
 * @param calledFrom the calls that lead to it, outermost first
 * @param section what synchronizes it
 * @param assumed classes of objects that it happens with alone
 */
public record Access(
        Cell cell,
        boolean isWrite,
        Span span,
        List<Span> calledFrom,
        List<Fact> facts,
        boolean unconditional,
        Section section,
        Assumed assumed) {
    public Access {
        calledFrom = List.copyOf(calledFrom);
        facts = List.copyOf(facts);
    }

    public Access with(Assumed other) {
        return new Access(cell, isWrite, span, calledFrom, facts, unconditional, section, other);
    }

    @Override
    public String toString() {
        return (isWrite ? "write " : "read ") + cell;
    }

    @Override
    public int hashCode() {
        return 31 * cell.hashCode() + span.hashCode();
    }
}
