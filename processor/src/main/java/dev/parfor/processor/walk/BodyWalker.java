package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Kept;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One iteration of the parallel loop, walked until what it may write is known: the entry of this package.
 *
 * <p>Each round reads as unchanged only what no round before has seen written; the last round, in which nothing new was
 * written, is the result. Within a round the body is walked twice: silently, to find the induction variables, and recorded.
 */
public final class BodyWalker {

    private final LoopNest nest;
    private final Bodies bodies;
    private final Prover prover;
    private final Set<Var> outer;
    private final Set<Var> assigned;
    private final Set<Var> reductions;
    private final List<Shared> shared;
    private final boolean assumeUnchanged;
    private final Set<Var> privates;
    private final Set<Var> checked;
    private final Optional<HandedOn> handing;

    private BodyWalker(
            LoopNest nest,
            Bodies bodies,
            Prover prover,
            Set<Var> reductions,
            List<Shared> shared,
            boolean assumeUnchanged,
            Set<Var> privates,
            Optional<HandedOn> handing) {
        this.handing = handing;
        this.assumeUnchanged = assumeUnchanged;
        this.nest = nest;
        this.bodies = bodies;
        this.prover = prover;
        this.outer = new LinkedHashSet<>(OuterVars.of(nest));
        shared.forEach(s -> outer.addAll(OuterVars.mentionedIn(s.expression())));
        this.assigned = new LinkedHashSet<>(AssignedVars.of(nest.body()));
        this.assigned.retainAll(outer);
        this.outer.addAll(KnownValues.with(outer, nest.surroundings().values()));
        this.reductions = Set.copyOf(reductions);
        this.shared = List.copyOf(shared);
        this.privates = new LinkedHashSet<>(scratch(nest));
        this.privates.addAll(privates);
        this.checked = Set.copyOf(privates);
    }

    /**
     * What the walk has found.
     *
     * @param index the parallel loop's index
     * @param headerAccesses how many of the accesses, the first ones, are the header's
     * @param handedAccesses how many of the next ones make what is handed on anew
     * @param step what the index gains in an iteration, where it rises and that is no number
     * @param inductions what each induction variable gains per iteration
     * @param unassignedAtEnd variables that some way through the body leaves as they were
     * @param escaped private arrays of which the body does more than read and write elements
     * @param uncovered private arrays of which an iteration may read what it has not written
     * @param rewritten private arrays of which all iterations write the same elements, with these
     * @param lost private arrays that the body may reach by a name of which the walk does not know what it stands for
     * @param innerRuns loops inside, by their ids
     * @param choice whether several classes were guessed at for one call
     * @param exits how an iteration can end the loop
     */
    public record Result(
            Atom.Index index,
            Optional<Value.Num> step,
            List<Access> accesses,
            int headerAccesses,
            int handedAccesses,
            List<CarriedUse> carriedUses,
            Map<Var, Poly> inductions,
            Set<Var> unassignedAtEnd,
            Exits exits,
            List<Refusal> refusals,
            List<Guard> guards,
            List<Proof.Trusted> trusted,
            Map<Var, Span> escaped,
            Map<Var, Span> uncovered,
            Map<Var, List<Kept.Part>> rewritten,
            Set<Var> lost,
            List<SharedAccess> shared,
            Map<Integer, InnerRun> innerRuns,
            boolean choice) {

        /** What the loop looks like to who does not ask where what is handed on comes from. */
        public Result withoutHanded() {
            List<Access> others = new ArrayList<>(accesses);
            others.subList(headerAccesses, headerAccesses + handedAccesses).clear();
            return new Result(
                    index,
                    step,
                    List.copyOf(others),
                    headerAccesses,
                    0,
                    carriedUses,
                    inductions,
                    unassignedAtEnd,
                    exits,
                    refusals,
                    guards,
                    trusted,
                    escaped,
                    uncovered,
                    rewritten,
                    lost,
                    shared,
                    innerRuns,
                    choice);
        }
    }

    /**
     * What of the walk matters where an iteration can end the loop.
     *
     * @param any whether one can
     * @param unassigned variables that some exit behind which the method goes on leaves as the iteration found them
     * @param endless inner loops, or the calls that lead to them, that are not known to end
     */
    public record Exits(boolean any, Set<Var> unassigned, List<Span> endless) {}

    /**
     * Something shared that the body only updates, as what it is in memory.
     *
     * @param target empty if it may be another one in each iteration, or is reached in a way that no path describes
     * @param access a write to it, of an array at any index
     */
    public record SharedAccess(Shared shared, Optional<Path> target, Optional<Access> access) {}

    /**
     * @param reductions variables whose every use is part of a recognized update
     * @param shared what the body only updates, with variables in its place
     * @param assumeUnchanged arrays that nothing is written to by their own name are taken as unchanged, and guarded
     * @param knownOnly of classes that are guessed at, those are left out that come to objects of which nothing is known
     * @param privates arrays that are to be private to each chunk, beside those that the user calls scratch: the result
     *     says which of them can't
     * @param handing what is handed on and made anew
     */
    public static Result walk(
            LoopNest nest,
            Bodies bodies,
            Prover prover,
            Set<Var> reductions,
            List<Shared> shared,
            boolean assumeUnchanged,
            boolean knownOnly,
            Set<Var> privates,
            Optional<HandedOn> handing) {
        BodyWalker walker =
                new BodyWalker(nest, bodies, prover, reductions, shared, assumeUnchanged, privates, handing);
        Written written = new Written(knownOnly);
        while (true) {
            int before = written.size();
            Result result = walker.round(written);
            if (written.size() == before) {
                return result;
            }
        }
    }

    /** Arrays that the user calls scratch, as far as that can be honoured: each chunk has its own. */
    public static List<Var> scratch(LoopNest nest) {
        return copyable(nest).stream()
                .filter(v -> v.trust().scratch().isPresent())
                .toList();
    }

    /** Arrays of primitives that the header does not read and the body does not replace. */
    public static List<Var> copyable(LoopNest nest) {
        Set<Var> assigned = AssignedVars.of(nest.body());
        return OuterVars.of(nest).stream()
                .filter(v -> !assigned.contains(v))
                .filter(v -> v.type() instanceof Type.Array a && a.element().isPrimitive())
                .filter(v -> headerExpressions(nest.header()).stream()
                        .noneMatch(e -> OuterVars.mentionedIn(e).contains(v)))
                .toList();
    }

    private Result round(Written written) {
        Map<Var, Poly> gains = gains(written);
        Walk walk = walk(written);
        Expressions expressions = new Expressions(walk);
        Statements statements = new Statements(walk, expressions);
        Header header = new Header(nest, assigned, walk, expressions);
        walk.now = start(walk, gains.keySet());
        new KnownValues(nest.surroundings().values(), walk, expressions).assume(outer);
        lengths(walk, expressions);
        Atom.Index index = header.enter();
        gains.forEach((v, gain) -> {
            TripCounts.facts(gain).forEach(walk::assume);
            walk.now.locals.put(v, header.induction(v, gain));
        });
        int headerAccesses = walk.accesses.size();
        handing.ifPresent(h -> before(h, index, header, walk, statements));
        int handedAccesses = walk.accesses.size() - headerAccesses;
        SharedReader sharedReader = new SharedReader(walk, expressions);
        List<SharedAccess> sharedAccesses =
                shared.stream().map(sharedReader::read).toList();
        statements.run(nest.body());
        walk.now = walk.join(walk.now, walk.arrivals(InnerLoops.continueKey(nest.id())));
        Set<Var> unassigned = walk.now == null ? assigned : walk.now.carried;
        // What nobody inside has waited for leads out of the loop.
        walk.jumps.remove(Walk.RETURN);
        Set<Var> unassignedAtExit = new LinkedHashSet<>();
        walk.jumps.values().forEach(states -> states.forEach(s -> unassignedAtExit.addAll(s.carried)));
        return new Result(
                index,
                header.step(),
                List.copyOf(walk.accesses),
                headerAccesses,
                handedAccesses,
                List.copyOf(walk.carriedUses),
                gains,
                Set.copyOf(unassigned),
                new Exits(!LoopExits.of(nest).isEmpty(), Set.copyOf(unassignedAtExit), List.copyOf(walk.endless)),
                List.copyOf(walk.refusals),
                List.copyOf(walk.guards),
                List.copyOf(walk.trusted),
                walk.privates.escaped(),
                walk.coverage.uncovered(),
                walk.coverage.rewritten(walk.now),
                walk.privates.lost(walk.accesses),
                sharedAccesses,
                Map.copyOf(walk.innerRuns),
                written.choice);
    }

    /** What a chunk that begins with this iteration runs ahead of it; where there is no earlier one it has the values from before the loop. */
    private void before(HandedOn handed, Atom.Index index, Header header, Walk walk, Statements statements) {
        walk.handed = handed.vars();
        State begin = walk.now;
        int volatileReads = walk.volatileReads;
        int from = walk.accesses.size();
        walk.now = begin.uncertain();
        for (int by = handed.reach(); by >= 1 && walk.now != null; by--) {
            header.back(index, by);
            handed.statements().forEach(statements::run);
        }
        walk.now = walk.join(begin, walk.now);
        walk.now.locals.put(
                nest.header().variable(), begin.locals.get(nest.header().variable()));
        for (Var v : handed.vars()) {
            walk.now.locals.put(v, walk.top(v.type(), v.name()));
        }
        boolean changes = walk.volatileReads != volatileReads
                || walk.accesses.subList(from, walk.accesses.size()).stream().anyMatch(Access::isWrite);
        if (changes) {
            walk.refuse(new Refusal.Scalar(
                    Refusal.Scalar.Kind.CARRIED,
                    handed.places().get(0),
                    handed.vars().iterator().next().name(),
                    Optional.empty(),
                    ""));
        }
    }

    private Walk walk(Written written) {
        Walk walk = new Walk(nest.method().owner(), bodies, prover, written, outer, assigned);
        walk.memory.assumeUnchanged = assumeUnchanged;
        walk.exits = !LoopExits.of(nest).isEmpty();
        walk.self = nest.thisType().map(t -> Value.Ref.of(new Obj.Invariant(new Path.Receiver(t))));
        walk.functions = new KnownFunctions(walk, nest, walk.self);
        walk.made = nest.surroundings().made();
        return walk;
    }

    /** Where an iteration begins: what the loop assigns may hold the previous iteration's value. */
    private State start(Walk walk, Set<Var> inductions) {
        // Where one iteration can end the loop, none but the first is known to happen.
        boolean happens = LoopExits.of(nest).isEmpty();
        State state = new State(Map.of(), Map.of(), List.of(), Set.of(), happens);
        for (Var v : privates) {
            Obj.Fresh copy = new Obj.Fresh(walk.freshId(), v.type(), true, false);
            walk.privates.add(v, copy);
            if (checked.contains(v)) {
                walk.coverage.watch(v);
            }
            state.locals.put(v, Value.Ref.of(copy));
        }
        for (Var v : assigned) {
            state.locals.put(v, walk.top(v.type(), v.name()));
            if (!reductions.contains(v) && !inductions.contains(v)) {
                state.carried.add(v);
            }
        }
        return state;
    }

    /** Tells how long the private arrays are of which the method does. */
    private void lengths(Walk walk, Expressions expressions) {
        walk.muted++;
        for (Var v : privates) {
            Expr length = nest.surroundings().lengths().get(v);
            if (length != null && expressions.eval(length) instanceof Value.Num n) {
                walk.coverage.length(v, n.poly());
            }
        }
        walk.muted--;
    }

    /** What each integer variable from outside gains in one iteration, where it is the same invariant amount in all. */
    private Map<Var, Poly> gains(Written written) {
        Walk walk = walk(written);
        Expressions expressions = new Expressions(walk);
        Statements statements = new Statements(walk, expressions);
        walk.muted++;
        walk.now = start(walk, Set.of());
        shared.stream().filter(Shared::isObject).forEach(s -> new SharedReader(walk, expressions).copy(s));
        Map<Var, Poly> begin = new LinkedHashMap<>();
        for (Var v : assigned) {
            boolean wide = v.type() == Type.Primitive.INT || v.type() == Type.Primitive.LONG;
            if (wide && !reductions.contains(v)) {
                begin.put(v, ((Value.Num) walk.now.locals.get(v)).poly());
            }
        }
        Map<Var, Poly> gains = new LinkedHashMap<>();
        if (begin.isEmpty()) {
            return gains;
        }
        new KnownValues(nest.surroundings().values(), walk, expressions).assume(outer);
        new Header(nest, assigned, walk, expressions).enter();
        statements.run(nest.body());
        State end = walk.join(walk.now, walk.arrivals(InnerLoops.continueKey(nest.id())));
        if (end == null) {
            return gains;
        }
        begin.forEach((v, before) -> {
            if (end.locals.get(v) instanceof Value.Num after && after.type() == v.type()) {
                Poly gain = after.poly().minus(before);
                if (gain.isInvariant() && gain.atoms().stream().allMatch(a -> a instanceof Atom.Symbol)) {
                    gains.put(v, gain);
                }
            }
        });
        return gains;
    }

    static List<Expr> headerExpressions(LoopNest.Header header) {
        List<Expr> all = new ArrayList<>();
        if (header instanceof LoopNest.Header.Counted h) {
            all.addAll(List.of(h.start(), h.bound(), h.step()));
        } else if (header instanceof LoopNest.Header.EachOfArray h) {
            all.add(h.array());
        } else if (header instanceof LoopNest.Header.EachOfList h) {
            all.add(h.list());
            h.source()
                    .ifPresent(s -> all.add(
                            s instanceof LoopNest.Source.Collection c
                                    ? c.elements()
                                    : ((LoopNest.Source.Reader) s).call()));
        }
        return all;
    }
}
