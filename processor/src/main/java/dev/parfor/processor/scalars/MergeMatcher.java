package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Replacement;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.OuterVars;
import dev.parfor.processor.walk.Shared;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the fields, cells and arrays that the body only updates, as reductions of memory.
 *
 * <p>A field or cell at a place that is spelled the same in all iterations is looked at as if it were a variable: the spellings
 * are those of {@link ReductionMatcher}. So is each cell of an array, at whatever index, if all of them are updated by one
 * operation. That the place <em>is</em> the same, and that nothing else in the loop comes to it, is for the walk and the pairs
 * to show.
 */
public final class MergeMatcher {

    private final LoopNest nest;
    private final Steady steady;
    private final Set<Var> varying = new LinkedHashSet<>();
    private final Set<String> names = new HashSet<>();
    private int nextId = Integer.MIN_VALUE;

    private MergeMatcher(LoopNest nest, Bodies bodies) {
        this.nest = nest;
        this.steady = new Steady(bodies);
        varying.addAll(AssignedVars.of(nest.body()));
        varying.add(nest.header().variable());
        OuterVars.of(nest).forEach(v -> names.add(v.name()));
        varying.forEach(v -> names.add(v.name()));
    }

    /**
     * @param nest with variables in place of what is shared
     * @param combinations of the arrays that are updated
     * @param outputs of the arrays that are filled
     * @param collections what is done to them
     */
    public record Result(
            LoopNest nest,
            List<Shared> shared,
            Map<Var, Merge.Combination> combinations,
            Map<Var, Output> outputs,
            Map<Var, Merge.Collecting> collections,
            ReductionMatcher.Result reductions) {

        /** A loop as it is, with nothing in it to be merged. */
        public static Result none(LoopNest nest) {
            return none(nest, ReductionMatcher.match(nest));
        }

        /** Likewise, where its reductions are known. */
        public static Result none(LoopNest nest, ReductionMatcher.Result reductions) {
            return new Result(nest, List.of(), Map.of(), Map.of(), Map.of(), reductions);
        }
    }

    /**
     * An array that is filled from a running position on.
     *
     * @param ahead whether the position moves before a cell is filled
     * @param down whether it goes down
     * @param moves whether it is the last array of its position
     * @param most how often an iteration moves the position at most, if that is known
     */
    public record Output(
            Var position,
            List<Merge.OfOutput.Cell> cells,
            boolean ahead,
            boolean down,
            boolean moves,
            Optional<Integer> most) {}

    /**
     * @param wanted only what is mentioned at one of these places
     * @param bodies of methods that may be asked for the same thing twice
     */
    public static Result match(LoopNest nest, Set<Span> wanted, Bodies bodies) {
        MergeMatcher m = new MergeMatcher(nest, bodies);
        Map<Var, Merge.Combination> combinations = new LinkedHashMap<>();
        Map<Var, Output> outputs = new LinkedHashMap<>();
        Map<Var, Merge.Collecting> collections = new LinkedHashMap<>();
        List<Shared> arrays = m.outputs(wanted, outputs);
        Set<Expr> filled = Collections.newSetFromMap(new IdentityHashMap<>());
        m.instead.keySet().forEach(filled::add);
        arrays.addAll(m.collections(wanted, collections));
        arrays.addAll(m.arrays(wanted, filled, combinations));
        List<Shared> places = m.places(wanted, arrays);
        while (true) {
            List<Shared> all = new ArrayList<>(arrays);
            all.addAll(places);
            LoopNest replaced = m.replaced(all);
            ReductionMatcher.Result reductions = positioned(ReductionMatcher.match(replaced), outputs);
            List<Shared> covered = places.stream()
                    .filter(p -> reductions.covered().contains(p.var()))
                    .toList();
            if (covered.size() == places.size()) {
                return new Result(replaced, all, combinations, outputs, collections, named(reductions, places));
            }
            places = covered;
        }
    }

    /** With the positions at which arrays are filled. */
    private static ReductionMatcher.Result positioned(ReductionMatcher.Result r, Map<Var, Output> outputs) {
        Set<Var> covered = new LinkedHashSet<>(r.covered());
        List<Plan.Role> roles = new ArrayList<>(r.roles());
        outputs.values().stream().map(Output::position).distinct().forEach(v -> {
            covered.add(v);
            roles.add(new Plan.Role.Position(v));
        });
        return new ReductionMatcher.Result(roles, covered, r.refusals(), r.nearMisses(), r.trusted());
    }

    /** What is said of a variable that nobody has written is said of the place. */
    private static ReductionMatcher.Result named(ReductionMatcher.Result r, List<Shared> places) {
        List<Refusal> refusals = r.refusals().stream()
                .map(refusal -> refusal instanceof Refusal.Scalar s
                        ? new Refusal.Scalar(s.kind(), s.at(), textOf(s.variable(), places), s.other(), s.detail())
                        : refusal)
                .toList();
        return new ReductionMatcher.Result(r.roles(), r.covered(), refusals, r.nearMisses(), r.trusted());
    }

    private static String textOf(String name, List<Shared> places) {
        return places.stream()
                .filter(p -> p.var().name().equals(name))
                .map(p -> p.expression().span().text())
                .findFirst()
                .orElse(name);
    }

    // ---- what is spelled the same in all iterations ---------------------------------------------------------------

    private boolean isFixed(Expr e) {
        boolean[] fixed = {Spelling.isPlain(e)};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                fixed[0] &= !(inner instanceof Expr.Local local && varying.contains(local.var()));
                fixed[0] &= !(inner instanceof Expr.FieldGet f && f.field().isVolatile());
            }
        }.scan(e);
        return fixed[0];
    }

    /** Fields and elements of arrays outside of lambdas. */
    private List<Expr> mentions() {
        List<Expr> found = new ArrayList<>();
        InLambdas functions = InLambdas.of(nest.body());
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (!functions.contains(e) && (e instanceof Expr.FieldGet || e instanceof Expr.ArrayGet)) {
                    found.add(e);
                }
            }
        }.scan(nest.body());
        return found;
    }

    private static boolean isWanted(List<? extends Expr> mentions, Set<Span> wanted) {
        return mentions.stream().anyMatch(e -> wanted.contains(e.span()));
    }

    private Var madeUp(String wish, Type type) {
        String name = wish;
        for (int n = 2; !names.add(name); n++) {
            name = wish + n;
        }
        return Var.of(nextId++, name, type);
    }

    private static String wish(Expr e) {
        if (e instanceof Expr.FieldGet f) {
            return f.field().name();
        }
        if (e instanceof Expr.ArrayGet a) {
            return wish(a.array()) + "Cell";
        }
        return e instanceof Expr.Local local ? local.var().name() : "shared";
    }

    // ---- what is filled or collected
    // ---------------------------------------------------------------------------------

    /** What stands for an array or collection where it is mentioned: a variable of its own for each. */
    private final Map<Expr, Var> instead = new IdentityHashMap<>();

    /** What the walk sees in the places of statements. */
    private final Map<Stmt, Stmt> statements = new IdentityHashMap<>();

    private List<Shared> outputs(Set<Span> wanted, Map<Var, Output> outputs) {
        List<Shared> arrays = new ArrayList<>();
        for (OutputMatcher.Outputs found : new OutputMatcher(nest, this::isFixed).outputs()) {
            boolean any = found.cells().stream()
                    .flatMap(List::stream)
                    .anyMatch(f -> wanted.contains(f.cell().span()));
            for (List<OutputMatcher.Filled> cells : any ? found.cells() : List.<List<OutputMatcher.Filled>>of()) {
                Expr array = cells.get(0).cell().array();
                Var var = standIn(array);
                cells.forEach(f -> instead.put(f.cell().array(), var));
                boolean moves = cells == found.cells().get(found.cells().size() - 1);
                outputs.put(
                        var,
                        new Output(
                                found.position(),
                                cells.stream().map(OutputMatcher.Filled::place).toList(),
                                found.ahead(),
                                found.down(),
                                moves,
                                found.most()));
                arrays.add(new Shared(
                        var,
                        array,
                        true,
                        cells.stream().map(f -> f.cell().array().span()).toList()));
            }
        }
        return arrays;
    }

    private List<Shared> collections(Set<Span> wanted, Map<Var, Merge.Collecting> collections) {
        List<Shared> shared = new ArrayList<>();
        for (CollectionMatcher.Collected found : new CollectionMatcher(nest, this::isFixed, steady).collected()) {
            if (found.calls().stream().noneMatch(wanted::contains)) {
                continue;
            }
            Var var = standIn(found.collection());
            found.mentions().forEach(e -> instead.put(e, var));
            statements.putAll(found.instead());
            collections.put(var, found.how());
            shared.add(new Shared(
                    var,
                    found.collection(),
                    Shared.Kind.COLLECTION,
                    found.mentions().stream().map(Expr::span).toList(),
                    Optional.of(found.how().className())));
        }
        return shared;
    }

    /** The user's own variable keeps its name in the kernel; the walk tells the two apart. */
    private Var standIn(Expr object) {
        return object instanceof Expr.Local local
                ? Var.of(nextId++, local.var().name(), object.type())
                : madeUp(wish(object), object.type());
    }

    // ---- arrays -----------------------------------------------------------------------------------------------------

    private List<Shared> arrays(Set<Span> wanted, Set<Expr> filled, Map<Var, Merge.Combination> combinations) {
        UpdatedCells updated = new UpdatedCells(nest, this::isFixed);
        Map<String, List<Expr.ArrayGet>> byArray = new LinkedHashMap<>();
        for (Expr e : mentions()) {
            if (e instanceof Expr.ArrayGet a && filled.contains(a.array())) {
                continue;
            }
            if (e instanceof Expr.ArrayGet a && a.type().isPrimitive() && isFixed(updated.arrayOf(a))) {
                byArray.computeIfAbsent(
                                Spelling.text(updated.arrayOf(a)) + " "
                                        + updated.indices(a).size(),
                                t -> new ArrayList<>())
                        .add(a);
            }
        }
        List<Shared> arrays = new ArrayList<>();
        for (List<Expr.ArrayGet> cells : byArray.values()) {
            boolean fixed = cells.stream().allMatch(updated::isOnePlace);
            if (fixed || !isWanted(cells, wanted) || updated.isMentionedOtherwise(cells)) {
                continue;
            }
            Optional<Merge.Combination> how = updated.combination(cells, nextId);
            if (how.isPresent()) {
                Expr array = updated.arrayOf(cells.get(0));
                Var var = standIn(array);
                combinations.put(var, how.get());
                arrays.add(new Shared(
                        var,
                        array,
                        true,
                        cells.stream().map(c -> updated.arrayOf(c).span()).toList()));
            }
        }
        return arrays;
    }

    // ---- fields and cells -------------------------------------------------------------------------------------------

    private List<Shared> places(Set<Span> wanted, List<Shared> arrays) {
        Set<Span> taken = new HashSet<>();
        arrays.forEach(a -> taken.addAll(a.mentions()));
        Map<String, List<Expr>> byText = new LinkedHashMap<>();
        for (Expr e : mentions()) {
            boolean field = e instanceof Expr.FieldGet f
                    && !f.field().isFinal()
                    && f.field().constant().isEmpty();
            boolean cell =
                    e instanceof Expr.ArrayGet a && !taken.contains(a.array().span());
            if ((field || cell) && e.type().isPrimitive() && isFixed(e)) {
                byText.computeIfAbsent(Spelling.text(e), t -> new ArrayList<>()).add(e);
            }
        }
        List<Shared> places = new ArrayList<>();
        for (List<Expr> mentions : byText.values()) {
            if (isWanted(mentions, wanted)) {
                Expr first = mentions.get(0);
                places.add(new Shared(
                        madeUp(wish(first), first.type()),
                        first,
                        false,
                        mentions.stream().map(Expr::span).toList()));
            }
        }
        return places;
    }

    // ---- the body with variables in their places
    // ----------------------------------------------------------------------

    private LoopNest replaced(List<Shared> shared) {
        Map<Span, Var> bySpan = new LinkedHashMap<>();
        shared.forEach(s -> s.mentions().forEach(at -> bySpan.put(at, s.var())));
        Map<Expr, Var> vars = new IdentityHashMap<>(instead);
        for (Expr e : mentions()) {
            if (bySpan.containsKey(e.span())) {
                vars.put(e, bySpan.get(e.span()));
            }
            if (e instanceof Expr.ArrayGet a && bySpan.containsKey(a.array().span())) {
                vars.put(a.array(), bySpan.get(a.array().span()));
            }
        }
        Set<Var> live = new LinkedHashSet<>();
        shared.forEach(s -> live.add(s.var()));
        Stmt replaced = new Replacement() {
            @Override
            protected Optional<Expr> instead(Expr e) {
                return Optional.ofNullable(vars.get(e)).map(v -> new Expr.Local(e.span(), v));
            }

            @Override
            protected Optional<Stmt> instead(Stmt s) {
                return Optional.ofNullable(statements.get(s));
            }
        }.in(nest.body());
        return with(replaced, live);
    }

    static Stmt replace(Stmt body, Map<Expr, Var> vars) {
        return new Replacement() {
            @Override
            protected Optional<Expr> instead(Expr e) {
                return Optional.ofNullable(vars.get(e)).map(v -> new Expr.Local(e.span(), v));
            }
        }.in(body);
    }

    private LoopNest with(Stmt body, Set<Var> live) {
        LoopNest.Surroundings around = nest.surroundings();
        Set<Var> liveAfter = new LinkedHashSet<>(around.liveAfter());
        liveAfter.addAll(live);
        return nest.with(body, around.reading(liveAfter));
    }
}
