package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.scalars.MergeMatcher;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.Shared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows that nothing else in a loop comes to what its blocks work on privately.
 *
 * <p>An access of another iteration would be a conflict; one of the same iteration would see the private one's value, or miss
 * it. So an update and any other access must not meet in whatever iterations. That it meets itself is what merging is for.
 */
final class MergeJudge {

    private final MergeMatcher.Result matched;
    private final BodyWalker.Result walk;
    private final PairTester tester;
    private final ConflictReader reader;
    private final Set<Guard> guards;

    final List<Proof.Pair> pairs = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    final Set<Proof.Trusted> trusted = new LinkedHashSet<>();

    /** @param guards of the loop so far; grows */
    MergeJudge(
            MergeMatcher.Result matched,
            BodyWalker.Result walk,
            Prover prover,
            Set<Var> own,
            ConflictReader reader,
            Set<Guard> guards) {
        this.matched = matched;
        this.walk = walk;
        this.tester = new PairTester(IterationPair.of(prover, walk.index()).orOne(), own);
        this.reader = reader;
        this.guards = guards;
    }

    void test(List<Access> accesses) {
        requireRoom();
        List<BodyWalker.SharedAccess> shared = walk.shared();
        for (int x = 0; x < shared.size(); x++) {
            BodyWalker.SharedAccess one = shared.get(x);
            if (one.target().isEmpty() || one.access().isEmpty()) {
                refusals.add(unreachable(one.shared()));
                continue;
            }
            for (Access other : accesses) {
                pair(one.access().get(), other);
            }
            for (BodyWalker.SharedAccess before : shared.subList(0, x)) {
                before.access().ifPresent(a -> pair(one.access().get(), a));
            }
        }
    }

    private static Refusal unreachable(Shared shared) {
        Span at = shared.expression().span();
        return new Refusal.Effect(Refusal.Effect.Kind.SHARED_STATE, at, at.text(), List.of(), "");
    }

    private void pair(Access update, Access other) {
        if (!PairTester.sameKind(update.cell(), other.cell()) || !Soundness.MERGED_ALONE.holds()) {
            return;
        }
        Optional<PairTester.Outcome.Apart> apart = apart(update, other);
        if (apart.isEmpty()) {
            refusals.add(reader.read(update, other));
            return;
        }
        Set<Guard> its = apart.get().guards();
        guards.addAll(its);
        trusted.addAll(apart.get().trusted());
        List<Guard> all = List.copyOf(guards);
        pairs.add(new Proof.Pair(
                Words.shown(update),
                Words.shown(other),
                apart.get().by(),
                its.stream().map(g -> all.indexOf(g) + 1).toList()));
    }

    private Optional<PairTester.Outcome.Apart> apart(Access update, Access other) {
        try {
            return tester.test(update, other, guards) instanceof PairTester.Outcome.Apart apart
                    ? Optional.of(apart)
                    : Optional.empty();
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /**
     * All guards of the loop count: where a method is another one than was read, what reaches the shared one is not what its own
     * pairs are about.
     *
     * @param updates of an array in an iteration, at a guess
     */
    List<Merge> merges(int updates) {
        List<Guard> its = List.copyOf(guards);
        return walk.shared().stream().map(one -> merge(one, updates, its)).toList();
    }

    private Merge merge(BodyWalker.SharedAccess one, int updates, List<Guard> its) {
        Shared shared = one.shared();
        Path target = one.target().orElseThrow();
        if (!shared.isObject()) {
            return new Merge.OfPlace(shared.var(), target, shared.mentions(), its);
        }
        Optional<Var> own =
                shared.expression() instanceof Expr.Local local ? Optional.of(local.var()) : Optional.empty();
        Var var = own.orElse(shared.var());
        List<Span> mentions = own.isPresent() ? List.of() : shared.mentions();
        MergeMatcher.Output output = matched.outputs().get(shared.var());
        if (output != null) {
            return new Merge.OfOutput(
                    var,
                    output.position(),
                    target,
                    output.cells(),
                    its,
                    output.ahead(),
                    output.down(),
                    output.moves(),
                    room(output));
        } else if (shared.kind() == Shared.Kind.COLLECTION) {
            return new Merge.OfCollection(
                    var, target, mentions, its, matched.collections().get(shared.var()));
        }
        return new Merge.OfArray(
                var, target, mentions, its, matched.combinations().get(shared.var()), updates);
    }

    /** Whether there is nothing of the loop to be seen before its blocks are merged, so that it can be run again. */
    private boolean isRepeatable() {
        return walk.accesses().stream().noneMatch(Access::isWrite)
                && walk.trusted().isEmpty();
    }

    private Optional<Integer> room(MergeMatcher.Output output) {
        return isRepeatable() ? Optional.empty() : output.most();
    }

    /** Why what is at hand for blocks may not do, where the loop can't be run again. */
    private void requireRoom() {
        if (isRepeatable() || !Soundness.REPEATED_OUTPUTS.holds()) {
            return;
        }
        for (BodyWalker.SharedAccess one : walk.shared()) {
            MergeMatcher.Output output = matched.outputs().get(one.shared().var());
            boolean counts = matched.collections().get(one.shared().var()) instanceof Merge.Collecting.Counts;
            if (counts || output != null && output.most().isEmpty()) {
                refusals.add(unreachable(one.shared()));
            }
        }
    }
}
