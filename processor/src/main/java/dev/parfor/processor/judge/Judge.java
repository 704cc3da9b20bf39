package dev.parfor.processor.judge;

import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.scalars.Cases;
import dev.parfor.processor.scalars.MergeMatcher;
import dev.parfor.processor.scalars.ScanMatcher;
import dev.parfor.processor.scalars.ShortCircuit;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.OrderedBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides about one loop: tries the ways to look at it, from the cheapest to the dearest, until one proves it. */
public final class Judge {

    /** By how many columns a row a tile may lean: 1 for a stencil, 2 for one that reaches further. */
    private static final int MOST_SKEW = 2;

    private final LoopNest nest;
    private final Bodies bodies;
    private final Prover prover;

    private Judge(LoopNest nest, Bodies bodies, ProblemSolver solver) {
        this.nest = OrderedBlock.of(nest).isPresent() ? nest : ShortCircuit.asExit(nest);
        this.bodies = bodies;
        this.prover = new Prover(solver);
    }

    public static Judgement judge(LoopNest nest, Bodies bodies) {
        return judge(nest, bodies, new ProblemSolver());
    }

    /** @param solver the one that the other loops of the compilation have, too */
    public static Judgement judge(LoopNest nest, Bodies bodies, ProblemSolver solver) {
        RecordedBodies recorded = new RecordedBodies(bodies);
        return recorded.withClassFiles(new Judge(nest, recorded, solver).best().judgement());
    }

    /** The proof of a loop in full; empty for one that is refused. It is judged again for that, which nobody else pays for. */
    public static Optional<Certificate> certificate(LoopNest nest, Bodies bodies) {
        RecordedBodies recorded = new RecordedBodies(bodies);
        Attempt best = new Judge(nest, recorded, new ProblemSolver()).best();
        return recorded.withClassFiles(best.judgement()) instanceof Judgement.Parallel p
                ? Optional.of(new Certificate(
                        p,
                        best.step(),
                        best.waves().map(w -> w.tiles(best.accesses())),
                        best.accesses(),
                        List.copyOf(best.certified()),
                        recorded.fingerprints()))
                : Optional.empty();
    }

    /** The accesses and pairs of a loop, printed. */
    public static String dependences(LoopNest nest, Bodies bodies) {
        Attempt best = new Judge(nest, bodies, new ProblemSolver()).best();
        return DependencePrinter.print(nest, best.accesses(), best.pairs(), best.open());
    }

    /**
     * First the loop as it is; then with work arrays of each chunk's own, the caller's among them; then with a look at index arrays before the loop; at last
     * in tiles that wait for each other. Where nothing proves it, what the first way has found is said of it.
     */
    private Attempt best() {
        Way plain = Way.plain(nest);
        Attempt first = merging(plain);
        if (first.isProved()) {
            return first.copiesArrays() && !first.synchronizes() ? inSegments().orElse(first) : first;
        }
        Set<Var> candidates = PrivateArrays.candidates(nest);
        if (!candidates.isEmpty()) {
            Attempt copying = merging(plain.copying(candidates));
            if (copying.isParallel() && !copying.privates().isEmpty()) {
                return copying;
            }
        }
        if (first.isParallel()) {
            return first;
        }
        if (first.walked().choice()) {
            Attempt choosing = merging(plain.copying(candidates).choosing());
            if (choosing.isParallel()) {
                return choosing;
            }
        }
        if (first.synchronizes()) {
            return first;
        }
        return keeping(first, candidates)
                .or(() -> handing(first, candidates))
                .or(this::scanning)
                .or(() -> inspecting(Set.of()))
                .or(() -> candidates.isEmpty() ? Optional.empty() : inspecting(candidates))
                .or(() -> inCases(first, candidates))
                .or(this::waving)
                .orElse(first);
    }

    private Attempt attempt(Way way) {
        return Attempt.of(nest, way, bodies, prover);
    }

    /**
     * If accesses are left that may meet, it is tried whether they belong to something that is only updated, and which blocks can work on
     * privately: that costs more, so it is done for nothing else.
     */
    private Attempt merging(Way way) {
        Attempt best = attempt(way);
        Set<Span> places = new LinkedHashSet<>();
        int shared = 0;
        // An array of the user's beside one of the block's own: nobody has thought of what one could see of the other.
        boolean hasScratch = !BodyWalker.scratch(nest).isEmpty()
                || !PrivateArrays.candidates(nest).containsAll(way.privates());
        // What blocks beyond the end of the loop have privately would have to be told from the rest.
        boolean ends = !LoopExits.of(nest).isEmpty() || OrderedBlock.of(nest).isPresent();
        while (!best.isParallel() && !hasScratch && !ends && !best.synchronizes()) {
            best.open()
                    .forEach(o ->
                            places.addAll(List.of(o.first().span(), o.second().span())));
            MergeMatcher.Result matched = MergeMatcher.match(nest, places, bodies);
            if (matched.shared().size() <= shared) {
                break;
            }
            shared = matched.shared().size();
            Attempt merging = attempt(way.merging(matched));
            if (merging.failedToMerge()) {
                break;
            }
            best = merging;
        }
        return best;
    }

    /** With arrays of each chunk's own, of which the caller's get what the last iteration leaves. */
    private Optional<Attempt> keeping(Attempt refused, Set<Var> candidates) {
        boolean effects = refused.refusals().stream().anyMatch(r -> r instanceof Refusal.Effect);
        Set<Var> kept = claimsNothing() && (!effects || refused.walked().choice())
                ? PrivateArrays.kept(nest, refused.open())
                : Set.of();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        Set<Var> all = new LinkedHashSet<>(kept);
        all.addAll(candidates);
        Way keeping = Way.plain(nest).copying(all);
        return Optional.of(merging(refused.walked().choice() ? keeping.choosing() : keeping))
                .filter(a -> restsOnItself(a) && !a.privates().isEmpty());
    }

    /** What iterations hand on to the next ones, made anew: alone, with arrays of each chunk's own, with a look at index arrays. */
    private Optional<Attempt> handing(Attempt refused, Set<Var> candidates) {
        boolean carries = refused.refusals().stream()
                .anyMatch(r -> r instanceof Refusal.Scalar s && s.kind() == Refusal.Scalar.Kind.CARRIED);
        if (!carries || !claimsNothing()) {
            return Optional.empty();
        }
        Way handing = Way.plain(nest).handingOn();
        Attempt best = merging(handing);
        if (!best.isParallel() && best.handing().isPresent() && !candidates.isEmpty()) {
            best = merging(handing.copying(candidates));
        }
        if (!best.isParallel() && best.handing().isPresent()) {
            best = attempt(handing.inspecting());
        }
        return Optional.of(best).filter(Judge::restsOnItself);
    }

    /** Segments one after the other need no copies, and their sums keep the order in which they are written. */
    private Optional<Attempt> inSegments() {
        return inspecting(Set.of()).filter(a -> a.guards().stream().noneMatch(g -> g instanceof Guard.Distinct));
    }

    /** At last with a look at index arrays before the loop, which costs a pass over them in each call. */
    private Optional<Attempt> inspecting(Set<Var> candidates) {
        return Optional.of(attempt(Way.plain(nest).copying(candidates).inspecting()))
                .filter(Attempt::isParallel);
    }

    /**
     * With the choices that the body makes first apart from each other; what it sums must be the same then. They are about where accesses
     * are, so nothing else may be in the way.
     */
    private Optional<Attempt> inCases(Attempt refused, Set<Var> candidates) {
        if (!claimsNothing() || !refused.refusals().stream().allMatch(r -> r instanceof Refusal.Conflict)) {
            return Optional.empty();
        }
        MergeMatcher.Result whole = MergeMatcher.Result.none(nest);
        return Cases.apart(nest)
                .map(MergeMatcher.Result::none)
                .filter(m -> m.reductions().roles().equals(whole.reductions().roles()))
                .map(m -> attempt(Way.with(m).copying(candidates)))
                .filter(Judge::restsOnItself);
    }

    /** Values that run through the loop, and are stored on the way: with a first pass over what they are made of. */
    private Optional<Attempt> scanning() {
        if (nest.header() instanceof LoopNest.Header.EachOfList
                || !claimsNothing()
                || !LoopExits.of(nest).isEmpty()) {
            return Optional.empty();
        }
        Optional<ScanMatcher.Result> scans = ScanMatcher.match(nest).filter(m -> CheapBody.isCheap(m.slice()));
        if (scans.isEmpty()) {
            return Optional.empty();
        }
        LoopNest slice = scans.get().slice();
        Attempt ahead = Attempt.of(slice, Way.plain(slice), bodies, prover);
        if (!ScanJudge.canRunAhead(ahead.judgement(), ahead.walked())) {
            return Optional.empty();
        }
        MergeMatcher.Result matched = MergeMatcher.Result.none(nest, scans.get().reductions());
        Way behind = Way.with(matched).after(new Way.FirstPass(scans.get().stores(), ahead.guards()));
        return Optional.of(attempt(behind)).filter(a -> a.isParallel() && !a.synchronizes());
    }

    /** Rows that build on earlier ones, in tiles: upright ones first, which need no detour. */
    private Optional<Attempt> waving() {
        Optional<WaveShape> shape =
                nest.options().blocking() || !claimsNothing() ? Optional.empty() : WaveShape.of(nest);
        for (int skew = 0; shape.isPresent() && skew <= MOST_SKEW; skew++) {
            Attempt tiled = attempt(Way.plain(nest).inTiles(new Way.Tiles(shape.get(), skew)));
            if (tiled.waves().isEmpty()) {
                return Optional.empty();
            }
            if (restsOnItself(tiled)) {
                return Optional.of(tiled);
            }
        }
        return Optional.empty();
    }

    /** Whether the user says nothing of how iterations are kept apart or in order: no trust, work array or ordered block. */
    private boolean claimsNothing() {
        return nest.options().trust().isEmpty()
                && OrderedBlock.of(nest).isEmpty()
                && BodyWalker.scratch(nest).isEmpty();
    }

    private static boolean restsOnItself(Attempt attempt) {
        return attempt.isParallel() && attempt.trusted().isEmpty() && !attempt.synchronizes();
    }
}
