package dev.parfor.processor.judge;

import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What accesses have in common that are tested once: the same cell, under the same conditions, read or written. */
record AccessKind(Cell cell, boolean isWrite, List<?> facts, Section section) {

    static AccessKind of(Access a) {
        return new AccessKind(a.cell(), a.isWrite(), a.facts(), a.section());
    }

    /** One of each kind. */
    static List<Access> distinct(List<Access> accesses) {
        Map<AccessKind, Access> first = new LinkedHashMap<>();
        for (Access a : accesses) {
            first.merge(of(a), a, (one, other) -> one.with(one.assumed().or(other.assumed())));
        }
        return List.copyOf(first.values());
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || o instanceof AccessKind k
                        && k.cell.equals(cell)
                        && k.isWrite == isWrite
                        && k.facts.equals(facts)
                        && k.section.equals(section);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * cell.hashCode() + Boolean.hashCode(isWrite)) + facts.hashCode()) + section.hashCode();
    }
}
