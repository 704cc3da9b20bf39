package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Pairs of accesses that may meet: both belong to updates of one commutative operation, made under one lock or each at once, and
 * nothing but the update sees the value.
 *
 * <p>Let a cell have such accesses only, as every other pair is tested on its own. Each update is then a function {@code cell =
 * cell op e} whose {@code e} does not depend on the cell, and no other update comes between its read and its write. With
 * a commutative and associative {@code op} on integers, modulo a power of two, the last value is that of any order.
 */
final class CommutingUpdates {

    private CommutingUpdates() {}

    static Optional<Proof.Pair> test(Access a, Access b) {
        boolean exclude = !Soundness.COMMON_LOCK.holds() || a.section().excludes(b.section());
        boolean commute = !Soundness.COMMUTING.holds()
                ? !a.section().locks().isEmpty()
                : a.section().commutesWith(b.section());
        if (!exclude || !commute) {
            return Optional.empty();
        }
        String operation = a.section().update().map(Section.Update::operation).orElse("");
        String locks = a.section().locks().stream()
                .filter(b.section().locks()::contains)
                .map(Section.Lock::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        String how = locks.equals(new Section.Lock.Itself().toString()) ? "by " + locks : "under " + locks;
        return Optional.of(
                new Proof.Pair(Words.shown(a), Words.shown(b), "updates by " + operation + " " + how, List.of(), true));
    }
}
