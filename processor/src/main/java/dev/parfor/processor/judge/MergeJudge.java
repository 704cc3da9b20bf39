package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.scalars.MergeMatcher;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.Shared;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
            ConflictReader reader,
            Set<Guard> guards) {
        this.matched = matched;
        this.walk = walk;
        this.tester = new PairTester(prover, walk.index(), true);
        this.reader = reader;
        this.guards = guards;
    }

    /** A loop as it is, with nothing in it to be merged. */
    static MergeMatcher.Result none(LoopNest nest, ReductionMatcher.Result reductions) {
        return new MergeMatcher.Result(nest, List.of(), Map.of(), reductions);
    }

    void test(List<Access> accesses) {
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
                update.toString(),
                other.toString(),
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
        List<Merge> merges = new ArrayList<>();
        List<Guard> its = List.copyOf(guards);
        for (BodyWalker.SharedAccess one : walk.shared()) {
            Shared shared = one.shared();
            if (!shared.isArray()) {
                merges.add(new Merge.OfPlace(shared.var(), one.target().orElseThrow(), shared.mentions(), its));
                continue;
            }
            Optional<Var> own =
                    shared.expression() instanceof Expr.Local local ? Optional.of(local.var()) : Optional.empty();
            merges.add(new Merge.OfArray(
                    own.orElse(shared.var()),
                    one.target().orElseThrow(),
                    own.isPresent() ? List.of() : shared.mentions(),
                    its,
                    matched.combinations().get(shared.var()),
                    updates));
        }
        return merges;
    }
}
