package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.scalars.ExitVars;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.HandedOn;
import dev.parfor.processor.walk.OrderedBlock;
import dev.parfor.processor.walk.RangeBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One loop, looked at in one {@link Way}: reductions by spelling, one iteration walked on symbolic values, each local given a role, each
 * pair of accesses tested, and everything left over a reason to refuse.
 */
final class Attempt {

    /** A cheap body is worth handing out only in blocks of at least so many iterations. */
    private static final int CHEAP_BLOCK = 1024;

    /** How many updates of an array an iteration with loops or calls inside is taken to make. */
    private static final int UPDATES_OF_INNER_LOOPS = 64;

    private final LoopNest nest;
    private final Way way;
    private final Bodies bodies;
    private final Prover prover;
    private final Optional<OrderedBlock> ordered;
    private final Set<Var> privates;

    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Guard> guards = new LinkedHashSet<>();
    private final Set<Proof.Trusted> trusted = new LinkedHashSet<>();
    private final List<Proof.Pair> pairs = new ArrayList<>();

    private BodyWalker.Result walked;
    private Optional<HandedOn> handing = Optional.empty();
    private Optional<WavePairs> waves = Optional.empty();
    private boolean failedToMerge;
    private List<Access> accesses = List.of();
    private AccessPairs tests;
    private Judgement judgement;

    private Attempt(LoopNest nest, Way way, Bodies bodies, Prover prover) {
        this.nest = nest;
        this.way = way;
        this.ordered = OrderedBlock.of(nest);
        this.bodies = bodies;
        this.prover = prover;
        this.privates = new LinkedHashSet<>(way.privates());
        this.privates.removeAll(PrivateArrays.compared(way.matched().reductions()));
    }

    static Attempt of(LoopNest nest, Way way, Bodies bodies, Prover prover) {
        Attempt attempt = new Attempt(nest, way, bodies, prover);
        attempt.judge();
        return attempt;
    }

    Judgement judgement() {
        return judgement;
    }

    /** What was walked last. */
    BodyWalker.Result walked() {
        return walked;
    }

    /** What was not proved, whatever came of it. */
    List<Refusal> refusals() {
        return refusals;
    }

    Set<Guard> guards() {
        return guards;
    }

    Set<Proof.Trusted> trusted() {
        return trusted;
    }

    /** The arrays that are each chunk's own, of those that the way names. */
    Set<Var> privates() {
        return privates;
    }

    /** What is handed on, if the way asks for it and there is something. */
    Optional<HandedOn> handing() {
        return handing;
    }

    /** What tiles keep in order, if the way asks for them and the loop has the form. */
    Optional<WavePairs> waves() {
        return waves;
    }

    /** Whether what blocks should have worked on privately is of no kind that they can. */
    boolean failedToMerge() {
        return failedToMerge;
    }

    /** The accesses that were tested, one of each kind. */
    List<Access> accesses() {
        return accesses;
    }

    List<Proof.Pair> pairs() {
        return pairs;
    }

    List<DependencePrinter.Open> open() {
        return tests.open();
    }

    List<Certificate.Pair> certified() {
        return tests.certified();
    }

    boolean isParallel() {
        return judgement instanceof Judgement.Parallel;
    }

    boolean isProved() {
        return isParallel() && trusted.stream().noneMatch(t -> t.annotation().equals("trust"));
    }

    boolean copiesArrays() {
        return judgement instanceof Judgement.Parallel p
                && p.plan().merges().stream().anyMatch(m -> m instanceof Merge.OfArray);
    }

    /** Whether other threads may update what this loop does, each under the same lock: then no block may keep it to itself. */
    boolean synchronizes() {
        boolean[] found = {guards.stream().anyMatch(g -> g instanceof Guard.NotHeld)};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                found[0] |= s instanceof Stmt.Synchronized;
            }
        }.scan(nest.body());
        return found[0]
                || refusals.stream()
                        .anyMatch(
                                r -> r instanceof Refusal.Effect e && e.kind() == Refusal.Effect.Kind.SYNCHRONIZATION);
    }

    private void judge() {
        way.firstPass().ifPresent(first -> guards.addAll(first.guards()));
        ReductionMatcher.Result reductions = way.matched().reductions();
        Set<Var> covered = new LinkedHashSet<>(reductions.covered());
        ordered.ifPresent(o -> covered.addAll(o.carried()));
        BodyWalker.Result plain = walk(covered);
        handing = way.handsOn() ? HandedOn.of(way.matched().nest(), carried(plain, covered)) : Optional.empty();
        BodyWalker.Result walk = handing.isPresent() ? walk(covered) : plain;
        walked = walk;
        ScalarJudge.Roles roles = ScalarJudge.judge(way.matched().nest(), reductions, walk, handing);
        refusals.addAll(roles.refusals());
        if (Soundness.EFFECTS.holds()) {
            refusals.addAll(walk.refusals());
        }
        if (!way.inspects() || Soundness.UNCHANGED_ARRAYS.holds()) {
            walk.guards().stream()
                    .filter(g -> Soundness.RECEIVER_CLASSES.holds() || !g.isAboutClasses())
                    .forEach(guards::add);
        }
        NoViews views = NoViews.judge(
                nest, walk, way.matched().shared().stream().map(s -> s.var()).toList());
        views.guard().ifPresent(guards::add);
        views.refusal().ifPresent(refusals::add);
        trusted.addAll(reductions.trusted());
        trusted.addAll(walk.trusted());
        ScratchArrays scratch = ScratchArrays.judge(nest, walk);
        refusals.addAll(scratch.refusals());
        trusted.addAll(scratch.trusted());
        guards.addAll(scratch.guards());
        CopiedArrays.Result apart = CopiedArrays.apart(kept(), kept(), own(), walk.accesses());
        refusals.addAll(apart.refusals());
        guards.addAll(apart.guards());
        PrivateArrays.parts(kept(), walk).forEach(k -> k.parts().forEach(part -> guards.addAll(part.exact())));
        MergeJudge merges = new MergeJudge(way.matched(), walk, prover, own(), conflicts(walk), guards);
        accesses = AccessKind.distinct(walk.accesses());
        merges.test(accesses);
        // A method that is called on trust may read all that it is given leads to, and must not find the values from
        // before.
        boolean trusts = walk.trusted().stream()
                .anyMatch(t -> t.annotation().equals("@Pure") || t.annotation().equals("@ThreadSafe"));
        failedToMerge = !merges.refusals.isEmpty() || trusts;
        refusals.addAll(merges.refusals);
        pairs.addAll(merges.pairs);
        trusted.addAll(merges.trusted);
        testPairs(walk);
        way.firstPass().ifPresent(first -> {
            PairTester tester = new PairTester(iterations(walk).orOne(), own());
            refusals.addAll(ScanJudge.stale(nest.body(), walk, first.stores(), tester, conflicts(walk), guards));
        });
        ordered.ifPresent(o -> refusals.addAll(OrderedJudge.judge(o, roles.roles())));
        Handlers.judge(nest, walk, roles.roles()).ifPresent(refusals::add);
        if (walk.exits().any()) {
            refusals.addAll(ExitJudge.judge(nest, walk));
        } else {
            Trust.take(nest, refusals).ifPresent(trusted::add);
        }
        Contracts.Result contracts = Contracts.check(nest.span(), trusted, bodies, prover);
        if (Soundness.CONTRACTS.holds()) {
            refusals.addAll(contracts.broken());
        }
        judgement = decide(roles, merges, contracts);
    }

    private Judgement decide(ScalarJudge.Roles roles, MergeJudge merges, Contracts.Result contracts) {
        if (!refusals.isEmpty()) {
            return new Judgement.Refused(nest, Reasons.ordered(refusals));
        }
        boolean cheap = CheapBody.isCheap(nest);
        Plan plan = new Plan(
                roles.roles(),
                Words.inGuards(guards, walked.accesses()),
                cheap ? CHEAP_BLOCK : 1,
                copied(),
                PrivateArrays.parts(kept(), walked),
                merges.merges(cheap ? 1 : UPDATES_OF_INNER_LOOPS),
                ordered.map(o -> OrderedJudge.plan(o, copied())),
                waves.map(WavePairs::wave));
        refusals.addAll(HiddenTypes.of(nest, plan, bodies));
        return refusals.isEmpty()
                ? new Judgement.Parallel(nest, plan, new Proof(walked.accesses().size(), pairs, contracts.trusted()))
                : new Judgement.Refused(nest, Reasons.ordered(refusals));
    }

    /** One iteration, with those arrays private of which it writes what it reads. */
    private BodyWalker.Result walk(Set<Var> reductions) {
        while (true) {
            BodyWalker.Result walk = BodyWalker.walk(
                    way.matched().nest(),
                    bodies,
                    prover,
                    reductions,
                    way.matched().shared(),
                    way.inspects(),
                    way.knownOnly(),
                    privates,
                    handing);
            if (!Soundness.HANDED_ON.holds()) {
                walk = walk.withoutHanded();
            }
            if (!privates.removeAll(PrivateArrays.rejected(walk, privates, Set.copyOf(kept())))) {
                return walk;
            }
        }
    }

    /** What an iteration finds as an earlier one has left it, and has no role yet. */
    private Set<Var> carried(BodyWalker.Result walk, Set<Var> covered) {
        Set<Var> carried = new LinkedHashSet<>();
        walk.carriedUses().forEach(u -> carried.add(u.var()));
        carried.removeAll(covered);
        carried.removeAll(walk.inductions().keySet());
        carried.removeAll(ExitVars.of(way.matched().nest()));
        return carried;
    }

    /** The arrays of which each chunk has its own. */
    private List<Var> copied() {
        List<Var> copied = new ArrayList<>(BodyWalker.scratch(nest));
        copied.addAll(privates);
        return copied;
    }

    /** Those of them that others see. */
    private List<Var> kept() {
        List<Var> kept = new ArrayList<>(privates);
        kept.removeAll(PrivateArrays.candidates(nest));
        return kept;
    }

    private Set<Var> own() {
        return nest.surroundings().ownArrays();
    }

    private IterationPair iterations(BodyWalker.Result walk) {
        return IterationPair.of(prover, walk.index());
    }

    private void testPairs(BodyWalker.Result walk) {
        waves = way.tiles().flatMap(t -> WavePairs.of(t.shape(), t.skew(), walk, prover, own()));
        PairTester plain = stepping(new PairTester(iterations(walk), own()), walk);
        PairTester tester = way.inspects() ? plain.inspecting(counted()) : plain;
        Set<Access> header = new LinkedHashSet<>(walk.accesses().subList(0, walk.headerAccesses()));
        tests = new AccessPairs(nest, tester, waves, conflicts(walk), header, refusals, guards);
        tests.test(accesses);
        trusted.addAll(tests.trusted());
        pairs.addAll(tests.proofs());
    }

    /** A step that is computed is taken for what it says only where it is exact. */
    private static PairTester stepping(PairTester tester, BodyWalker.Result walk) {
        if (walk.step().isEmpty()) {
            return tester;
        }
        Value.Num step = walk.step().get();
        if (Prover.isTriviallyExact(step.poly(), step.bits())) {
            return tester.stepping(step.poly(), Set.of());
        }
        return RangeBuilder.of(step.poly())
                .map(range -> tester.stepping(step.poly(), Set.of(new Guard.Fits(range, step.bits()))))
                .orElse(tester);
    }

    /** What indices gain, where that is no number and the verdict may rest on it. */
    Optional<Poly> step() {
        return walked().step()
                .filter(s -> Prover.isTriviallyExact(s.poly(), s.bits())
                        || RangeBuilder.of(s.poly())
                                .filter(range -> guards.contains(new Guard.Fits(range, s.bits())))
                                .isPresent())
                .map(Value.Num::poly);
    }

    private Set<Span> counted() {
        Set<Span> spans = new LinkedHashSet<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Step step) {
                    spans.add(step.target().span());
                }
            }
        }.scan(nest.body());
        return spans;
    }

    private ConflictReader conflicts(BodyWalker.Result walk) {
        PairTester tester = new PairTester(iterations(walk), own());
        return new ConflictReader(new Meetings(tester, walk.index(), falls(), stepsByNumber()));
    }

    private boolean falls() {
        if (!(nest.header() instanceof LoopNest.Header.Counted h)) {
            return false;
        }
        return h.relation() == Operator.GREATER
                || h.relation() == Operator.GREATER_EQUAL
                || h.step() instanceof Expr.Literal l && l.value().orElse(0) instanceof Number n && n.longValue() < 0;
    }

    private boolean stepsByNumber() {
        return !(nest.header() instanceof LoopNest.Header.Counted h)
                || h.step() instanceof Expr.Literal
                || h.step() instanceof Expr.Unary u && u.operand() instanceof Expr.Literal
                || h.step() instanceof Expr.FieldGet f && f.field().constant().isPresent();
    }
}
