package dev.parfor.processor.judge;

import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.scalars.ExitVars;
import dev.parfor.processor.scalars.MergeMatcher;
import dev.parfor.processor.scalars.ReductionMatcher;
import dev.parfor.processor.scalars.ScanMatcher;
import dev.parfor.processor.scalars.ShortCircuit;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Section;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.HandedOn;
import dev.parfor.processor.walk.LoopExits;
import dev.parfor.processor.walk.OrderedBlock;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides about one loop: reductions by spelling, one iteration walked on symbolic values, each local given a role, each pair of
 * accesses tested, and everything left over a reason to refuse.
 */
public final class Judge {

    /** A cheap body is worth handing out only in blocks of at least so many iterations. */
    private static final int CHEAP_BLOCK = 1024;

    /** Bounds on the work for one loop: with more pairs of accesses to test it is refused, or its further reasons are. */
    private static final int MOST_PAIRS = 4000;

    private static final int MOST_PAIRS_OF_REFUSED = 300;

    /** How many updates of an array an iteration with loops or calls inside is taken to make. */
    private static final int UPDATES_OF_INNER_LOOPS = 64;

    /** By how many columns a row a tile may lean: 1 for a stencil, 2 for one that reaches further. */
    private static final int MOST_SKEW = 2;

    private int tested;

    /**
     * Look at index arrays before the loop, and take arrays that nothing is written to by their own name as unchanged, under a
     * guard: tried where the loop is refused otherwise.
     */
    private boolean inspects;

    /** Guess at classes alone that come to objects of which something is known: tried where the loop is refused otherwise. */
    private boolean knownOnly;

    private final LoopNest nest;
    private final Bodies bodies;
    private final Prover prover;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Guard> guards = new LinkedHashSet<>();
    private final Set<Proof.Trusted> trusted = new LinkedHashSet<>();
    private final List<Proof.Pair> pairs = new ArrayList<>();
    private final List<Access> seen = new ArrayList<>();
    private final List<DependencePrinter.Open> open = new ArrayList<>();
    private final List<Certificate.Pair> certified = new ArrayList<>();
    private Optional<Poly> step = Optional.empty();

    private final Optional<OrderedBlock> ordered;
    private final MergeMatcher.Result matched;
    private final Set<Var> privates;
    private Judgement judgement;

    /** What was walked last. */
    private BodyWalker.Result walked;

    /** The places of what a first pass leaves out, if there is one. */
    private Set<Span> stores = Set.of();

    private boolean failedToMerge;

    /** Make anew what iterations hand on to the next ones: tried where the loop is refused otherwise. */
    private boolean handsOn;

    private Optional<HandedOn> handing = Optional.empty();

    /** Tried where nothing else helps: tiles of rows and columns, and by how much they lean. */
    private Optional<WaveShape> shape = Optional.empty();

    private int skew;
    private Optional<WavePairs> waves = Optional.empty();

    private Judge(LoopNest nest, MergeMatcher.Result matched, Bodies bodies, Prover prover, Set<Var> privates) {
        this.nest = nest;
        this.matched = matched;
        this.ordered = OrderedBlock.of(nest);
        this.bodies = bodies;
        this.prover = prover;
        this.privates = new LinkedHashSet<>(privates);
        this.privates.removeAll(PrivateArrays.compared(matched.reductions()));
    }

    public static Judgement judge(LoopNest nest, Bodies bodies) {
        return judge(nest, bodies, new ProblemSolver());
    }

    /** @param solver the one that the other loops of the compilation have, too */
    public static Judgement judge(LoopNest nest, Bodies bodies, ProblemSolver solver) {
        RecordedBodies recorded = new RecordedBodies(bodies);
        return recorded.withClassFiles(judged(nest, recorded, solver).judgement);
    }

    /**
     * First the loop as it is; then with work arrays of each chunk's own; then with a look at index arrays before the loop; at last
     * in tiles that wait for each other.
     */
    private static Judge judged(LoopNest written, Bodies bodies, ProblemSolver solver) {
        LoopNest nest = OrderedBlock.of(written).isPresent() ? written : ShortCircuit.asExit(written);
        Prover prover = new Prover(solver);
        Judge judge = merging(nest, bodies, prover, Set.of());
        if (judge.isProved()) {
            return judge.copiesArrays() && !judge.synchronizes()
                    ? inSegments(nest, bodies, prover).orElse(judge)
                    : judge;
        }
        Set<Var> candidates = PrivateArrays.candidates(nest);
        if (!candidates.isEmpty()) {
            Judge copying = merging(nest, bodies, prover, candidates);
            if (copying.isParallel() && !copying.privates.isEmpty()) {
                return copying;
            }
        }
        if (judge.isParallel()) {
            return judge;
        }
        if (judge.walked.choice()) {
            Judge choosing = merging(nest, bodies, prover, candidates, false, true);
            if (choosing.isParallel()) {
                return choosing;
            }
        }
        if (judge.synchronizes()) {
            return judge;
        }
        return handing(nest, bodies, prover, judge, candidates)
                .or(() -> scanning(nest, bodies, prover))
                .or(() -> inspecting(nest, bodies, prover, Set.of()))
                .or(() -> candidates.isEmpty() ? Optional.empty() : inspecting(nest, bodies, prover, candidates))
                .or(() -> waving(nest, bodies, prover))
                .orElse(judge);
    }

    /**
     * The loop as it is. If accesses are left that may meet, it is tried whether they belong to something that is only
     * updated, and which blocks can work on privately: that costs more, so it is done for nothing else.
     *
     * @param candidates arrays to be private, as far as the body allows it
     */
    private static Judge merging(LoopNest nest, Bodies bodies, Prover prover, Set<Var> candidates) {
        return merging(nest, bodies, prover, candidates, false, false);
    }

    /**
     * @param handsOn whether to make anew what iterations hand on
     * @param knownOnly whether to guess at classes alone that come to known objects
     */
    private static Judge merging(
            LoopNest nest, Bodies bodies, Prover prover, Set<Var> candidates, boolean handsOn, boolean knownOnly) {
        Judge judge = new Judge(nest, MergeMatcher.Result.none(nest), bodies, prover, candidates);
        judge.handsOn = handsOn;
        judge.knownOnly = knownOnly;
        judge.judge();
        Set<Span> places = new LinkedHashSet<>();
        int shared = 0;
        // An array of the user's beside one of the block's own: nobody has thought of what one could see of the other.
        boolean hasScratch = !BodyWalker.scratch(nest).isEmpty();
        // What blocks beyond the end of the loop have privately would have to be told from the rest.
        boolean ends = !LoopExits.of(nest).isEmpty() || judge.ordered.isPresent();
        while (!judge.isParallel() && !hasScratch && !ends && !judge.synchronizes()) {
            judge.open.forEach(
                    o -> places.addAll(List.of(o.first().span(), o.second().span())));
            MergeMatcher.Result matched = MergeMatcher.match(nest, places);
            if (matched.shared().size() <= shared) {
                break;
            }
            shared = matched.shared().size();
            Judge merging = new Judge(nest, matched, bodies, prover, candidates);
            merging.handsOn = handsOn;
            merging.knownOnly = knownOnly;
            merging.judge();
            if (merging.failedToMerge) {
                break;
            }
            judge = merging;
        }
        return judge;
    }

    /** What iterations hand on to the next ones, made anew: alone, with arrays of each chunk's own, with a look at index arrays. */
    private static Optional<Judge> handing(
            LoopNest nest, Bodies bodies, Prover prover, Judge refused, Set<Var> candidates) {
        boolean carries = refused.refusals.stream()
                .anyMatch(r -> r instanceof Refusal.Scalar s && s.kind() == Refusal.Scalar.Kind.CARRIED);
        if (!carries
                || nest.options().trust().isPresent()
                || OrderedBlock.of(nest).isPresent()
                || !BodyWalker.scratch(nest).isEmpty()) {
            return Optional.empty();
        }
        Judge judge = merging(nest, bodies, prover, Set.of(), true, false);
        if (!judge.isParallel() && judge.handing.isPresent() && !candidates.isEmpty()) {
            judge = merging(nest, bodies, prover, candidates, true, false);
        }
        if (!judge.isParallel() && judge.handing.isPresent()) {
            judge = new Judge(nest, MergeMatcher.Result.none(nest), bodies, prover, Set.of());
            judge.inspects = true;
            judge.handsOn = true;
            judge.judge();
        }
        return Optional.of(judge).filter(j -> j.isParallel() && j.trusted.isEmpty() && !j.synchronizes());
    }

    private boolean isParallel() {
        return judgement instanceof Judgement.Parallel;
    }

    private boolean copiesArrays() {
        return judgement instanceof Judgement.Parallel p
                && p.plan().merges().stream().anyMatch(m -> m instanceof Merge.OfArray);
    }

    /** Segments one after the other need no copies, and their sums keep the order in which they are written. */
    private static Optional<Judge> inSegments(LoopNest nest, Bodies bodies, Prover prover) {
        return inspecting(nest, bodies, prover, Set.of())
                .filter(j -> j.guards.stream().noneMatch(g -> g instanceof Guard.Distinct));
    }

    /** At last with a look at index arrays before the loop, which costs a pass over them in each call. */
    private static Optional<Judge> inspecting(LoopNest nest, Bodies bodies, Prover prover, Set<Var> candidates) {
        Judge judge = new Judge(nest, MergeMatcher.Result.none(nest), bodies, prover, candidates);
        judge.inspects = true;
        judge.judge();
        return Optional.of(judge).filter(Judge::isParallel);
    }

    /** Values that run through the loop, and are stored on the way: with a first pass over what they are made of. */
    private static Optional<Judge> scanning(LoopNest nest, Bodies bodies, Prover prover) {
        Optional<ScanMatcher.Result> scans = nest.header() instanceof LoopNest.Header.EachOfList
                        || nest.options().trust().isPresent()
                        || !BodyWalker.scratch(nest).isEmpty()
                        || !LoopExits.of(nest).isEmpty()
                        || OrderedBlock.of(nest).isPresent()
                ? Optional.empty()
                : ScanMatcher.match(nest).filter(m -> isCheap(m.slice()));
        if (scans.isEmpty()) {
            return Optional.empty();
        }
        LoopNest slice = scans.get().slice();
        Judge ahead = new Judge(slice, MergeMatcher.Result.none(slice), bodies, prover, Set.of());
        ahead.judge();
        if (!ScanJudge.canRunAhead(ahead.judgement, ahead.walked)) {
            return Optional.empty();
        }
        Judge judge =
                new Judge(nest, MergeMatcher.Result.none(nest, scans.get().reductions()), bodies, prover, Set.of());
        judge.guards.addAll(ahead.guards);
        judge.stores = scans.get().stores();
        judge.judge();
        return Optional.of(judge).filter(Judge::isParallel).filter(j -> !j.synchronizes());
    }

    /** Rows that build on earlier ones, in tiles: upright ones first, which need no detour. */
    private static Optional<Judge> waving(LoopNest nest, Bodies bodies, Prover prover) {
        Optional<WaveShape> shape = nest.options().trust().isPresent()
                        || nest.options().blocking()
                        || OrderedBlock.of(nest).isPresent()
                        || !BodyWalker.scratch(nest).isEmpty()
                ? Optional.empty()
                : WaveShape.of(nest);
        for (int skew = 0; shape.isPresent() && skew <= MOST_SKEW; skew++) {
            Judge judge = new Judge(nest, MergeMatcher.Result.none(nest), bodies, prover, Set.of());
            judge.shape = shape;
            judge.skew = skew;
            judge.judge();
            if (judge.isParallel() && judge.waves.isPresent() && judge.trusted.isEmpty() && !judge.synchronizes()) {
                return Optional.of(judge);
            }
            if (judge.waves.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean isProved() {
        return isParallel() && trusted.stream().noneMatch(t -> t.annotation().equals("trust"));
    }

    /** One iteration, with those arrays private of which it writes what it reads. */
    private BodyWalker.Result walk(Set<Var> reductions) {
        while (true) {
            BodyWalker.Result walk = BodyWalker.walk(
                    matched.nest(),
                    bodies,
                    prover,
                    reductions,
                    matched.shared(),
                    inspects,
                    knownOnly,
                    privates,
                    handing);
            if (!Soundness.HANDED_ON.holds()) {
                walk = walk.withoutHanded();
            }
            if (!privates.removeAll(PrivateArrays.rejected(walk, privates))) {
                return walk;
            }
        }
    }

    /** Whether other threads may update what this loop does, each under the same lock: then no block may keep it to itself. */
    private boolean synchronizes() {
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

    /** The proof of a loop in full; empty for one that is refused. It is judged again for that, which nobody else pays for. */
    public static Optional<Certificate> certificate(LoopNest nest, Bodies bodies) {
        RecordedBodies recorded = new RecordedBodies(bodies);
        Judge judge = judged(nest, recorded, new ProblemSolver());
        return recorded.withClassFiles(judge.judgement) instanceof Judgement.Parallel p
                ? Optional.of(new Certificate(
                        p,
                        judge.step,
                        judge.waves.map(w -> w.tiles(judge.seen)),
                        List.copyOf(judge.seen),
                        List.copyOf(judge.certified),
                        recorded.fingerprints()))
                : Optional.empty();
    }

    /** The accesses and pairs of a loop, printed. */
    public static String dependences(LoopNest nest, Bodies bodies) {
        Judge judge = judged(nest, bodies, new ProblemSolver());
        return DependencePrinter.print(nest, judge.seen, judge.pairs, judge.open);
    }

    private void judge() {
        ReductionMatcher.Result reductions = matched.reductions();
        Set<Var> covered = new LinkedHashSet<>(reductions.covered());
        ordered.ifPresent(o -> covered.addAll(o.carried()));
        BodyWalker.Result plain = walk(covered);
        handing = handsOn ? HandedOn.of(matched.nest(), carried(plain, covered)) : Optional.empty();
        BodyWalker.Result walk = handing.isPresent() ? walk(covered) : plain;
        walked = walk;
        ScalarJudge.Roles roles = ScalarJudge.judge(matched.nest(), reductions, walk, handing);
        refusals.addAll(roles.refusals());
        if (Soundness.EFFECTS.holds()) {
            refusals.addAll(walk.refusals());
        }
        if (!inspects || Soundness.UNCHANGED_ARRAYS.holds()) {
            walk.guards().stream()
                    .filter(g -> Soundness.RECEIVER_CLASSES.holds() || !g.isAboutClasses())
                    .forEach(guards::add);
        }
        trusted.addAll(reductions.trusted());
        trusted.addAll(walk.trusted());
        scratch(walk);
        MergeJudge merges = new MergeJudge(matched, walk, prover, own(), conflicts(walk), guards);
        merges.test(distinct(walk.accesses()));
        // A method that is called on trust may read all that it is given leads to, and must not find the values from
        // before.
        boolean trusts = walk.trusted().stream()
                .anyMatch(t -> t.annotation().equals("@Pure") || t.annotation().equals("@ThreadSafe"));
        failedToMerge = !merges.refusals.isEmpty() || trusts;
        refusals.addAll(merges.refusals);
        pairs.addAll(merges.pairs);
        trusted.addAll(merges.trusted);
        pairs(walk);
        if (!stores.isEmpty()) {
            PairTester tester = new PairTester(prover, walk.index(), own(), true);
            refusals.addAll(ScanJudge.stale(nest.body(), walk, stores, tester, conflicts(walk), guards));
        }
        ordered.ifPresent(o -> refusals.addAll(OrderedJudge.judge(o, roles.roles())));
        handlers(walk, roles.roles());
        if (walk.exits().any()) {
            refusals.addAll(ExitJudge.judge(nest, walk));
        } else {
            takeOnTrust();
        }
        Contracts.Result contracts = Contracts.check(nest.span(), trusted, bodies, prover);
        if (Soundness.CONTRACTS.holds()) {
            refusals.addAll(contracts.broken());
        }
        if (!refusals.isEmpty()) {
            judgement = new Judgement.Refused(nest, Reasons.ordered(refusals));
            return;
        }
        Plan plan = new Plan(
                roles.roles(),
                List.copyOf(guards),
                isCheap(nest) ? CHEAP_BLOCK : 1,
                copied(),
                merges.merges(isCheap(nest) ? 1 : UPDATES_OF_INNER_LOOPS),
                ordered.map(o -> OrderedJudge.plan(o, copied())),
                waves.map(WavePairs::wave));
        refusals.addAll(HiddenTypes.of(nest, plan, bodies));
        if (!refusals.isEmpty()) {
            judgement = new Judgement.Refused(nest, Reasons.ordered(refusals));
            return;
        }
        judgement = new Judgement.Parallel(nest, plan, new Proof(walk.accesses().size(), pairs, contracts.trusted()));
    }

    /** What an iteration finds as an earlier one has left it, and has no role yet. */
    private Set<Var> carried(BodyWalker.Result walk, Set<Var> covered) {
        Set<Var> carried = new LinkedHashSet<>();
        walk.carriedUses().forEach(u -> carried.add(u.var()));
        carried.removeAll(covered);
        carried.removeAll(walk.inductions().keySet());
        carried.removeAll(ExitVars.of(matched.nest()));
        return carried;
    }

    /** The arrays of which each chunk has its own. */
    private List<Var> copied() {
        List<Var> copied = new ArrayList<>(BodyWalker.scratch(nest));
        copied.addAll(privates);
        return copied;
    }

    private Set<Var> own() {
        return nest.surroundings().ownArrays();
    }

    private ConflictReader conflicts(BodyWalker.Result walk) {
        return new ConflictReader(new PairTester(prover, walk.index(), own()), walk.index())
                .falling(falls())
                .stepping(stepsByNumber());
    }

    /** A scratch array that the header reads or the body replaces is a misuse; other types are refused where they are declared. */
    private void scratch(BodyWalker.Result walk) {
        List<Var> honoured = BodyWalker.scratch(nest);
        for (Var v : OuterVars.of(nest)) {
            v.trust().scratch().ifPresent(reason -> {
                if (walk.escaped().containsKey(v)) {
                    refusals.add(new Refusal.Misuse(
                            Refusal.Misuse.Kind.ASSERTION_PLACE,
                            walk.escaped().get(v),
                            "@Scratch",
                            "an array of which the body does nothing but read and write elements"));
                } else if (honoured.contains(v)) {
                    trusted.add(new Proof.Trusted("@Scratch", v.name(), reason));
                } else if (v.type() instanceof Type.Array array
                        && array.element().isPrimitive()) {
                    refusals.add(new Refusal.Misuse(
                            Refusal.Misuse.Kind.ASSERTION_PLACE,
                            nest.span(),
                            "@Scratch",
                            "an array that the header does not read and the body does not replace"));
                }
            });
        }
        CopiedArrays.Result apart = CopiedArrays.apart(honoured, own(), walk.accesses());
        guards.addAll(apart.guards());
        refusals.addAll(apart.refusals());
    }

    // ---- pairs --------------------------------------------------------------------------------------------------

    private void pairs(BodyWalker.Result walk) {
        List<Access> accesses = distinct(walk.accesses());
        seen.addAll(accesses);
        Set<Access> header = new LinkedHashSet<>(walk.accesses().subList(0, walk.headerAccesses()));
        PairTester tester = new PairTester(prover, walk.index(), own());
        tester.stepping(walk.step());
        step = walk.step();
        waves = shape.flatMap(s -> WavePairs.of(s, skew, walk, prover, own()));
        if (inspects) {
            tester.inspect(counted());
        }
        ConflictReader reader = conflicts(walk);
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
                        pair(waves.map(w -> w.tester(a, b)).orElse(tester), reader, header, a, b);
                    }
                }
            }
        }
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

    /** A loop already refused is left at that; another one is refused for the work that it would be. */
    private void tooMuch() {
        if (refusals.isEmpty()) {
            refusals.add(new Refusal.Effect(Refusal.Effect.Kind.DEPTH, nest.span(), nest.name(), List.of(), "work"));
        }
    }

    private void pair(PairTester tester, ConflictReader reader, Set<Access> header, Access a, Access b) {
        Optional<Proof.Pair> commuting = OrderedJudge.inOrder(a, b).or(() -> CommutingUpdates.test(a, b));
        if (commuting.isPresent()) {
            pairs.add(commuting.get());
            certified.add(new Certificate.Pair(a, b, commuting.get()));
            return;
        }
        PairTester.Outcome outcome;
        try {
            outcome = tester.test(a, b, guards);
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
                    a.toString(),
                    b.toString(),
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

    /** One of each kind: the same cell under the same conditions, read or written, is tested once. */
    private static List<Access> distinct(List<Access> accesses) {
        record Key(Cell cell, boolean isWrite, List<?> facts, Section section) {
            @Override
            public boolean equals(Object o) {
                return this == o
                        || o instanceof Key k
                                && k.cell.equals(cell)
                                && k.isWrite == isWrite
                                && k.facts.equals(facts)
                                && k.section.equals(section);
            }

            @Override
            public int hashCode() {
                return 31 * (31 * (31 * cell.hashCode() + Boolean.hashCode(isWrite)) + facts.hashCode())
                        + section.hashCode();
            }
        }
        Map<Key, Access> first = new LinkedHashMap<>();
        for (Access a : accesses) {
            first.merge(
                    new Key(a.cell(), a.isWrite(), a.facts(), a.section()),
                    a,
                    (one, other) -> one.with(one.assumed().or(other.assumed())));
        }
        return List.copyOf(first.values());
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

    // ---- the method around --------------------------------------------------------------------------------------

    /**
     * After an exception the cells of later iterations are unspecified, so nobody in this method may look. Only a body that
     * touches no memory but its own and leaves no variable behind can't be seen.
     */
    private void handlers(BodyWalker.Result walk, List<Plan.Role> roles) {
        if (nest.surroundings().handlers().isEmpty() || !Soundness.HANDLERS.holds()) {
            return;
        }
        // What ordered blocks have written is what the sequential loop would have.
        boolean writes = walk.accesses().stream()
                        .anyMatch(a -> a.isWrite() && !a.section().isInOrder())
                || !walk.shared().isEmpty();
        boolean leaves =
                roles.stream().anyMatch(r -> nest.surroundings().liveAfter().contains(r.var()));
        boolean leavesIndex = nest.header() instanceof LoopNest.Header.Counted h
                && !h.declaredInHeader()
                && nest.surroundings().liveAfter().contains(h.index());
        if (writes || leaves || leavesIndex) {
            LoopNest.Handler handler = nest.surroundings().handlers().get(0);
            refusals.add(new Refusal.Shape(
                    Refusal.Shape.Kind.INSIDE_TRY, nest.span(), nest.name(), Optional.of(handler.span())));
        }
    }

    // ---- trust and order ----------------------------------------------------------------------------------------

    private void takeOnTrust() {
        if (nest.options().trust().isEmpty()) {
            return;
        }
        boolean any = refusals.removeIf(Judge::isTrustable);
        if (any) {
            trusted.add(new Proof.Trusted(
                    "trust", nest.name(), nest.options().trust().get()));
        }
    }

    /** Only what was not proved about memory and calls; never a refutation, a variable's role or the loop's form. */
    private static boolean isTrustable(Refusal refusal) {
        if (refusal instanceof Refusal.Effect effect) {
            return !effect.detail().equals("refuted");
        }
        if (refusal instanceof Refusal.Sync sync) {
            // Without the lock there would be a race, and who waits for ever has no result to argue about.
            return sync.kind() != Refusal.Sync.Kind.UNGUARDED && sync.kind() != Refusal.Sync.Kind.WAITS;
        }
        return refusal instanceof Refusal.Conflict && !refusal.isRefutation();
    }

    private static boolean isCheap(LoopNest nest) {
        boolean[] cheap = {true};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                cheap[0] &= !(s instanceof Stmt.Loop || s instanceof Stmt.ForEach);
            }

            @Override
            protected void enter(Expr e) {
                boolean small = e instanceof Expr.Call c
                        && c.method().owner().equals("java.lang.Math")
                        && Set.of("abs", "max", "min", "fma", "sqrt", "signum")
                                .contains(c.method().name());
                cheap[0] &= !(e instanceof Expr.Call || e instanceof Expr.New || e instanceof Expr.NewArray) || small;
            }
        }.scan(nest.body());
        return cheap[0];
    }
}
