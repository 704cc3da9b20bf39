package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Floating-point sums and products of a cheap body with several accumulators, and {@linkplain IntegralChains some} reductions of integers.
 *
 * <p>Each addition waits for the one before, four cycles or so, and a compiler may not reorder them. So iteration {@code k}
 * of a block adds to accumulator {@code k mod n}, in as many copies of the body, for as many full rounds as there are; what
 * remains goes to the first, and {@code ((s0 + s1) + (s2 + s3))} is the block's result. That is part of the association of
 * the reduction: it depends on the trip count alone. Measured: a sum of doubles takes a third of the time, a scalar product
 * 0.6 of it; more accumulators than four in all don't fit the registers well.
 */
final class Chains {

    private static final int MOST = 4;
    private static final int LONGEST_BODY = 400;

    private final int count;
    private final List<Chain> chains;
    private final String at;
    private final String limit;

    /**
     * A reduction and its accumulators, the first of which is the variable itself.
     *
     * @param start what the others start from; the variable, where doing it twice does no harm
     */
    private record Chain(Role role, String start, List<String> more) {

        Var var() {
            return role.var();
        }

        CodeBlock both(CodeBlock earlier, CodeBlock later, boolean nested) {
            if (role instanceof Role.MathExtreme extreme) {
                return CodeBlock.of("$T.$L($L, $L)", Types.MATH, extreme.max() ? "max" : "min", earlier, later);
            }
            String operator = ((Role.Reduction) role).operator().symbol();
            return CodeBlock.of(nested ? "($L $L $L)" : "$L $L $L", earlier, operator, later);
        }
    }

    private Chains(int count, List<Chain> chains, Names names) {
        this.count = count;
        this.chains = chains;
        this.at = names.fresh("at");
        this.limit = names.fresh("limit");
    }

    /** A header whose index is an {@code int} that goes by constant steps: its loop can be written in rounds. */
    interface Steady {

        /** The loop from a place on. */
        CodeBlock loopFrom(String start, Fragment body);

        /** One iteration: the statements inside a block. */
        CodeBlock iteration(CodeBlock index, Fragment body);

        String from();

        String to();

        long step();
    }

    /** None unless it pays: a reduction that waits for itself, a short body that is not left early. */
    static Optional<Chains> of(LoopScope scope) {
        return of(
                scope,
                scope.body,
                scope.plan.roles().stream().filter(r -> gains(r, scope)).toList());
    }

    private static boolean gains(Role role, LoopScope scope) {
        boolean overElements = scope.counting instanceof ArrayLoop;
        if (role instanceof Role.MathExtreme extreme) {
            return IntegralChains.gain(extreme, scope.nest.body(), overElements);
        }
        return role instanceof Role.Reduction r
                && (r.var().type().isFloating() ? isSum(r) : IntegralChains.gain(r, scope.nest.body(), overElements));
    }

    /**
     * Likewise for what a block adds to running values.
     *
     * @param text the loop's without what it does with them
     */
    static Optional<Chains> ofScans(LoopScope scope, SourceText text, Collection<Role.Scan> scans) {
        return of(
                scope,
                text,
                scans.stream()
                        .filter(s -> s.step() instanceof Role.Reduction)
                        .map(s -> s.step())
                        .filter(r -> r.var().type().isFloating() && isSum((Role.Reduction) r))
                        .toList());
    }

    private static boolean isSum(Role.Reduction reduction) {
        return reduction.operator() == Operator.ADD || reduction.operator() == Operator.MULTIPLY;
    }

    /** Whether all that is added up is a minimum or maximum: no sum is. */
    boolean areExtremes() {
        return chains.stream().allMatch(c -> c.role instanceof Role.MathExtreme);
    }

    private static Optional<Chains> of(LoopScope scope, SourceText text, List<? extends Role> reductions) {
        boolean simple = scope.counting instanceof Steady steady
                && Math.abs(steady.step()) <= Short.MAX_VALUE
                && scope.text.label().isEmpty()
                && !scope.exits.any()
                && !scope.handed.any()
                && scope.plan.minimumBlock() > 1
                && !scope.mentions.words().contains("continue")
                && lengthOf(text) <= LONGEST_BODY;
        if (!simple || reductions.isEmpty() || reductions.size() > MOST / 2) {
            return Optional.empty();
        }
        int count = MOST / reductions.size();
        List<Chain> chains = new ArrayList<>();
        for (Role reduction : reductions) {
            String name = reduction.var().name();
            List<String> more = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                more.add(scope.names.fresh(name + i));
            }
            Optional<String> identity = reduction instanceof Role.Reduction r
                    ? RoleWriter.identity(r.operator(), Types.of(r.var()))
                    : Optional.empty();
            chains.add(new Chain(reduction, identity.orElse(name), more));
        }
        return Optional.of(new Chains(count, chains, scope.names));
    }

    private static int lengthOf(SourceText text) {
        return text.pieces().stream()
                .mapToInt(p -> p instanceof SourceText.Piece.Verbatim v
                        ? v.text().replaceAll("\\s+", " ").length()
                        : p instanceof SourceText.Piece.Then then
                                ? lengthOf(then.statement())
                                : p instanceof SourceText.Piece.Place place
                                        ? lengthOf(place.text())
                                        : p instanceof SourceText.Piece.Watched watched ? lengthOf(watched.text()) : 8)
                .sum();
    }

    /**
     * The loop over a chunk.
     *
     * @param text writes the body's text, with what it is given: {@code writer} with the names of one copy
     * @param isRecorded whether what the body accesses is recorded
     */
    CodeBlock loop(Steady steady, TextWriter writer, Function<TextWriter, Fragment> text, boolean isRecorded) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Chain chain : chains) {
            chain.more.forEach(name -> code.addStatement("$T $N = $L", Types.of(chain.var()), name, chain.start));
        }
        long by = steady.step();
        long round = Math.abs(by) * count;
        code.addStatement("int $1N = $2N + ($3N - $2N) / $4L * $4L", limit, steady.from(), steady.to(), round);
        code.beginControlFlow(
                "for (int $1N = $2N; $1N $3L $4N; $1N $5L= $6L)",
                at,
                steady.from(),
                by > 0 ? "<" : ">",
                limit,
                by > 0 ? "+" : "-",
                round);
        for (int copy = 0; copy < count; copy++) {
            CodeBlock index = copy == 0
                    ? CodeBlock.of("$N", at)
                    : CodeBlock.of("$N $L $L", at, by > 0 ? "+" : "-", Math.abs(by) * copy);
            code.add("{\n$>");
            if (isRecorded && steady instanceof ArrayLoop array) {
                code.addStatement("int $N = $L", array.index, index);
                index = CodeBlock.of("$N", array.index);
            }
            code.add(steady.iteration(index, body(writer, text, copy))).add("$<}\n");
        }
        code.endControlFlow().add(steady.loopFrom(limit, body(writer, text, 0)));
        for (Chain chain : chains) {
            code.addStatement(combined(chain));
        }
        return code.build();
    }

    private Fragment body(TextWriter writer, Function<TextWriter, Fragment> text, int copy) {
        Map<Var, String> renames = new HashMap<>();
        if (copy > 0) {
            chains.forEach(c -> renames.put(c.var(), c.more.get(copy - 1)));
        }
        return text.apply(writer.renaming(renames));
    }

    private CodeBlock combined(Chain chain) {
        List<CodeBlock> sums =
                new ArrayList<>(List.of(CodeBlock.of("$N", chain.var().name())));
        chain.more.forEach(name -> sums.add(CodeBlock.of("$N", name)));
        if (count == MOST) {
            CodeBlock first = chain.both(sums.get(0), sums.get(1), true);
            CodeBlock second = chain.both(sums.get(2), sums.get(3), true);
            return CodeBlock.of("$L = $L", sums.get(0), chain.both(first, second, false));
        }
        return chain.role instanceof Role.Reduction r
                ? CodeBlock.of("$L $L= $L", sums.get(0), r.operator().symbol(), sums.get(1))
                : CodeBlock.of("$L = $L", sums.get(0), chain.both(sums.get(0), sums.get(1), false));
    }
}
