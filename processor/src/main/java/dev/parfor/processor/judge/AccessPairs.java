package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tests each pair of accesses of a loop, and keeps what came out: proofs, guards, and reasons to refuse. */
final class AccessPairs {

    /** Bounds on the work for one loop: with more pairs of accesses to test it is refused, or its further reasons are. */
    private static final int MOST_PAIRS = 4000;

    private static final int MOST_PAIRS_OF_REFUSED = 300;

    private final LoopNest nest;
    private final PairTester tester;
    private final Optional<WavePairs> waves;
    private final ConflictReader reader;
    private final Set<Access> header;

    private int tested;

    private final List<Refusal> refusals;
    private final Set<Guard> guards;
    private final Set<Proof.Trusted> trusted = new LinkedHashSet<>();
    private final List<Proof.Pair> pairs = new ArrayList<>();
    private final List<DependencePrinter.Open> open = new ArrayList<>();
    private final List<Certificate.Pair> certified = new ArrayList<>();

    /**
     * @param waves the pairs that may meet in the order of the tiles, if there are tiles
     * @param reader says what stands between a pair and its proof
     * @param header what is read before the first iteration
     * @param refusals of the loop so far; grows
     * @param guards of the loop so far; grows
     */
    AccessPairs(
            LoopNest nest,
            PairTester tester,
            Optional<WavePairs> waves,
            ConflictReader reader,
            Set<Access> header,
            List<Refusal> refusals,
            Set<Guard> guards) {
        this.nest = nest;
        this.tester = tester;
        this.waves = waves;
        this.reader = reader;
        this.header = header;
        this.refusals = refusals;
        this.guards = guards;
    }

    Set<Proof.Trusted> trusted() {
        return trusted;
    }

    List<Proof.Pair> proofs() {
        return pairs;
    }

    /** The pairs that may meet. */
    List<DependencePrinter.Open> open() {
        return open;
    }

    List<Certificate.Pair> certified() {
        return certified;
    }

    /** @param accesses of one iteration, those of the header among them */
    void test(List<Access> accesses) {
        // Accesses by one name to one array first: the guards that they need may serve the others as well.
        for (boolean sameObject : new boolean[] {true, false}) {
            for (int x = 0; x < accesses.size(); x++) {
                for (int y = x; y < accesses.size(); y++) {
                    Access a = accesses.get(x);
                    Access b = accesses.get(y);
                    boolean same = PairTester.object(a.cell()).equals(PairTester.object(b.cell()));
                    if ((a.isWrite() || b.isWrite()) && same == sameObject && PairTester.sameKind(a.cell(), b.cell())) {
                        if (++tested > (refusals.isEmpty() ? MOST_PAIRS : MOST_PAIRS_OF_REFUSED)) {
                            tooMuch();
                            return;
                        }
                        test(waves.map(w -> w.tester(a, b)).orElse(tester), a, b);
                    }
                }
            }
        }
    }

    /** A loop already refused is left at that; another one is refused for the work that it would be. */
    private void tooMuch() {
        if (refusals.isEmpty()) {
            refusals.add(new Refusal.Effect(Refusal.Effect.Kind.DEPTH, nest.span(), nest.name(), List.of(), "work"));
        }
    }

    private void test(PairTester asked, Access a, Access b) {
        Optional<Proof.Pair> commuting = OrderedJudge.inOrder(a, b).or(() -> CommutingUpdates.test(a, b));
        if (commuting.isPresent()) {
            pairs.add(commuting.get());
            certified.add(new Certificate.Pair(a, b, commuting.get()));
            return;
        }
        PairTester.Outcome outcome;
        try {
            outcome = asked.test(a, b, guards);
        } catch (ArithmeticException tooLarge) {
            open.add(new DependencePrinter.Open(a, b));
            refusals.add(reader.read(a, b));
            return;
        }
        if (outcome instanceof PairTester.Outcome.Apart apart) {
            guards.addAll(apart.guards());
            trusted.addAll(apart.trusted());
            List<Guard> all = List.copyOf(guards);
            Proof.Pair pair = new Proof.Pair(
                    Words.shown(a),
                    Words.shown(b),
                    apart.by(),
                    apart.guards().stream().map(g -> all.indexOf(g) + 1).toList(),
                    false,
                    waves.filter(w -> w.mayMeet(a, b)).isPresent());
            pairs.add(pair);
            certified.add(new Certificate.Pair(a, b, pair));
            return;
        }
        open.add(new DependencePrinter.Open(a, b));
        if (header.contains(a) || header.contains(b)) {
            if (Soundness.HEADER_READS.holds()) {
                Access write = header.contains(a) ? b : a;
                Access read = header.contains(a) ? a : b;
                refusals.add(new Refusal.Shape(
                        Refusal.Shape.Kind.BOUND_CHANGES,
                        read.span(),
                        read.span().text(),
                        Optional.of(write.span())));
            }
        } else {
            refusals.add(reader.read(a, b));
        }
    }
}
