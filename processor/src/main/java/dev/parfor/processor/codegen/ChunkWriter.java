package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods of a loop's class that run iterations. */
final class ChunkWriter {

    private static final String CHUNK = "chunk";

    /** As in the runtime's {@code Blocks}. */
    private static final int MOST_BLOCKS = 256;

    private final LoopScope scope;

    ChunkWriter(LoopScope scope) {
        this.scope = scope;
    }

    /** Whether the kernel has one result, which it returns. */
    private boolean returnsResult() {
        return scope.slots().size() == 1 && !scope.hasLastValues();
    }

    private boolean takesOut() {
        return !returnsResult() && (!scope.slots().isEmpty() || scope.hasLastValues());
    }

    /** The methods of the body that the runtime calls. */
    List<MethodSpec> runs() {
        if (scope.ordered.isEmpty()) {
            return List.of(run("run", CHUNK, List.of()));
        }
        OrderedWriter ordered = scope.ordered.get();
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(run(OrderedWriter.ALONE, OrderedWriter.WHOLE, List.of()));
        methods.add(run(OrderedWriter.AHEAD, CHUNK, List.of(ordered.parameter())));
        methods.add(ordered.inOrder());
        methods.addAll(ordered.oneByOne());
        return methods;
    }

    /** {@code run(lo, hi)}, or what stands for it. */
    private MethodSpec run(String name, String kernel, List<Parameter> more) {
        MethodSpec.Builder method = OrderedWriter.overriding(name)
                .addParameter(TypeName.LONG, scope.lo)
                .addParameter(TypeName.LONG, scope.hi);
        more.forEach(p -> method.addParameter(p.type(), p.name()));
        scope.thrown().forEach(method::addException);
        CodeBlock first = CodeBlock.of("$N", scope.lo);
        CodeBlock end = CodeBlock.of("$N", scope.hi);
        CodeBlock.Builder code = CodeBlock.builder();
        if (scope.hasBlocks()) {
            first = CodeBlock.of("$N.start($N)", scope.blocks, scope.block);
            end = CodeBlock.of("$N.end($N)", scope.blocks, scope.block);
            code.beginControlFlow("for (int $1N = (int) $2N; $1N < $3N; $1N++)", scope.block, scope.lo, scope.hi);
            code.add(scope.firstBlocks.skip());
        }
        code.addStatement(call(kernel, scope.counting.parameters(first, end), more));
        if (scope.hasBlocks()) {
            code.endControlFlow();
        }
        return method.addCode(code.build()).build();
    }

    /** A call of the kernel for a part of a row. */
    CodeBlock callOfRow(List<Parameter> range) {
        return call(CHUNK, range, List.of());
    }

    /**
     * The loop as one call of its kernel, for what is over sooner than blocks are made: where the kernel's one result is the loop's, and nothing
     * else is to be said about the iterations.
     */
    Optional<CodeBlock> whole() {
        // Of other schedules, each loop is a region.
        boolean isOne = scope.nest.options().schedule().equals("AUTO")
                && wholeUpTo() > 1
                && scope.combines()
                && !scope.prepares()
                && returnsResult()
                && scope.slots().get(0).isField()
                && scope.roles.stream().allMatch(r -> r.step().isEmpty())
                && !scope.exits.any()
                && !scope.handed.any()
                && !scope.firstBlocks.any()
                && scope.recording.isEmpty()
                && scope.wave.isEmpty()
                && scope.ordered.isEmpty()
                && scope.plan.scratch().isEmpty()
                && scope.judgement.proof().trusted().isEmpty()
                && scope.thrown().size() == scope.thrownByExecute().size();
        if (!isOne) {
            return Optional.empty();
        }
        List<Parameter> range = scope.counting.parameters(CodeBlock.of("0"), CodeBlock.of("$N", scope.tripCount));
        List<CodeBlock> arguments =
                parameters(range).stream().map(Parameter::ofWhole).toList();
        return Optional.of(
                CodeBlock.of("$N = $L($L)", scope.slots().get(0).local(), CHUNK, CodeBlock.join(arguments, ",$W")));
    }

    /**
     * Up to how many iterations the one call has the same result, bit by bit: those of a block. Where each iteration is a block, as many
     * as there may be blocks, but not of sums that are rounded: an iteration may add to them more than once.
     */
    int wholeUpTo() {
        int minimum = scope.plan.minimumBlock();
        boolean rounds = scope.plan.roles().stream()
                .anyMatch(r -> r instanceof Role.Reduction
                        && !(r.var().type() instanceof Type.Primitive p && !p.isFloating()));
        return minimum == 1 && !rounds ? MOST_BLOCKS : minimum;
    }

    private CodeBlock call(String kernel, List<Parameter> range, List<Parameter> more) {
        List<CodeBlock> arguments = new ArrayList<>();
        parameters(range).forEach(p -> arguments.add(p.argument()));
        more.forEach(p -> arguments.add(p.argument()));
        CodeBlock call = CodeBlock.of("$L($L)", kernel, CodeBlock.join(arguments, ",$W"));
        return returnsResult()
                ? CodeBlock.of("$N[$N] = $L", scope.slots().get(0).array(), scope.block, call)
                : call;
    }

    private List<Parameter> parameters(List<Parameter> range) {
        Mentions body = scope.mentions;
        List<Parameter> parameters = new ArrayList<>(range);
        boolean mentionsSelf = body.self() || scope.merges.isEmpty() && scope.text.usesThis();
        if (scope.usesSelf && mentionsSelf) {
            parameters.add(Parameter.of(scope.shape.receiver(), scope.self));
        }
        for (Var var : scope.read) {
            if (scope.plan.scratch().contains(var)) {
                parameters.add(scope.kept.parameter(var));
            } else if (scope.isMerged(var)) {
                continue;
            } else if (scope.isElements(var)
                    || body.words().contains(var.name()) && !body.constants().containsKey(var)) {
                parameters.add(Parameter.of(Types.of(var), var.name()));
            }
        }
        scope.merges.forEach(merge -> parameters.addAll(merge.parameters()));
        scope.recording.ifPresent(r -> parameters.add(r.parameter()));
        scope.roles.forEach(role -> role.parameters()
                .forEach(p -> parameters.add(scope.wave
                        .map(w -> w.passed(p))
                        .orElseGet(() -> scope.firstBlocks.passed(scope.handed.passed(p))))));
        if (scope.exits.needsBlock() && !takesOut()) {
            parameters.add(Parameter.of(TypeName.INT, scope.block));
        }
        if (takesOut()) {
            boolean inParts = scope.hasBlocks() || scope.wave.isPresent();
            CodeBlock out =
                    inParts ? CodeBlock.of("this") : CodeBlock.of("$N == $N ? this : null", scope.hi, scope.tripCount);
            parameters.add(new Parameter(scope.typed(), scope.out, out));
            if (inParts) {
                parameters.add(Parameter.of(TypeName.INT, scope.block));
            }
        }
        return parameters;
    }

    /** The loop over a chunk, as a static method; with an ordered block, what stands before it, and as a second method the whole. */
    List<MethodSpec> kernels() {
        Fragment body = scope.inKernel(scope.body, scope.writer);
        if (scope.wave.isPresent()) {
            return List.of(kernel(
                    CHUNK, "The loop's own body over some columns of a row.\n", List.of(), Counting.statements(body)));
        }
        if (scope.ordered.isEmpty()) {
            String documentation = "The loop's own body over one chunk"
                    + scope.chains
                            .map(c -> c.areExtremes()
                                    ? ", in copies that keep extremes of their own"
                                    : ", in copies that add to sums of their own")
                            .orElse("")
                    + ".\n";
            CodeBlock loop = scope.chains
                    .map(c -> c.loop(
                            (Chains.Steady) scope.counting,
                            scope.writer,
                            w -> scope.inKernel(scope.body, w),
                            scope.recording.isPresent()))
                    .orElseGet(() -> scope.counting.loop(body));
            return List.of(kernel(CHUNK, documentation, List.of(), loop));
        }
        OrderedWriter ordered = scope.ordered.get();
        Fragment ahead = scope.inKernel(ordered.ahead(), scope.writer);
        return List.of(
                kernel(OrderedWriter.WHOLE, "The loop's own body.\n", List.of(), scope.counting.loop(body)),
                kernel(
                        CHUNK,
                        "The loop's own body over one chunk, up to the ordered block.\n",
                        List.of(ordered.parameter()),
                        scope.counting.loop(ahead)));
    }

    private MethodSpec kernel(String name, String documentation, List<Parameter> more, CodeBlock loop) {
        CodeBlock none = CodeBlock.of("");
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addJavadoc(documentation).addModifiers(Modifier.PRIVATE);
        if (!name.equals(OrderedWriter.WHOLE)) {
            // the block's variables are fields
            method.addModifiers(Modifier.STATIC).addTypeVariables(scope.typeVariables());
        }
        List<Parameter> range = scope.wave
                .map(w -> w.parameters(none, none, none))
                .orElseGet(() -> scope.counting.parameters(none, none));
        parameters(range).forEach(p -> method.addParameter(p.type(), p.name()));
        more.forEach(p -> method.addParameter(p.type(), p.name()));
        scope.thrown().forEach(method::addException);
        CodeBlock.Builder code =
                CodeBlock.builder().add(scope.mentions.declaration()).add(scope.hoisted);
        scope.recording.ifPresent(r -> code.add(r.own(scope)));
        scope.roles.forEach(role -> role.locals().forEach(code::add));
        code.add(loop);
        if (returnsResult()) {
            RoleParts.Slot result = scope.slots().get(0);
            method.returns(result.type());
            code.addStatement("return $N", result.local());
        } else {
            results(code);
        }
        return method.addCode(code.build()).build();
    }

    private void results(CodeBlock.Builder code) {
        for (RoleParts.Slot slot : scope.slots()) {
            code.addStatement("$N.$N[$N] = $N", scope.out, slot.array(), scope.block, slot.local());
        }
        if (scope.hasLastValues()) {
            if (scope.hasBlocks()) {
                code.beginControlFlow("if ($N == $N.$N.count() - 1)", scope.block, scope.out, scope.blocks);
            } else {
                code.beginControlFlow("if ($N != null)", scope.out);
            }
            scope.lastValues().forEach(v -> code.addStatement("$1N.$2N = $2N", scope.out, v.name()));
            code.endControlFlow();
        }
    }

    /** Takes the results of the blocks over, in their order. */
    MethodSpec combine() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (RoleParts.Slot slot : scope.slots()) {
            if (slot.isField()) {
                code.addStatement("$N = $L", slot.local(), slot.of("0").code());
            }
        }
        boolean some = scope.exits.needsBlock();
        CodeBlock end = scope.wave.isPresent()
                ? CodeBlock.of("$N.length", scope.slots().get(0).array())
                : some ? CodeBlock.of("$N", scope.hi) : CodeBlock.of("$N.count()", scope.blocks);
        code.beginControlFlow("for (int $1N = 1; $1N < $2L; $1N++)", scope.block, end);
        scope.roles.forEach(role -> role.combine().ifPresent(code::add));
        code.endControlFlow();
        MethodSpec.Builder combine = MethodSpec.methodBuilder(LoopScope.COMBINE).addModifiers(Modifier.PRIVATE);
        if (some) {
            combine.addParameter(TypeName.INT, scope.hi);
        }
        return combine.addCode(code.build()).build();
    }

    MethodSpec runAsWritten() {
        MethodSpec.Builder run = MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(TypeName.LONG, scope.lo)
                .addParameter(TypeName.LONG, scope.hi)
                .addStatement("$L()", LoopScope.AS_WRITTEN);
        scope.thrown().forEach(run::addException);
        TypeSpec body = TypeSpec.anonymousClassBuilder("")
                .superclass(Runtime.LOOP_BODY)
                .addMethod(run.build())
                .build();
        MethodSpec.Builder method = MethodSpec.methodBuilder(LoopScope.RUN_AS_WRITTEN)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Runtime.TEAM, scope.team);
        CodeBlock reason = CodeBlock.of("$S", scope.counting.whyAsWritten());
        if (!scope.prepares()) {
            method.addJavadoc(
                    "For headers that only the loop itself can evaluate: its index overflows, its step throws, or its list may be anything.\n");
        } else {
            reason = CodeBlock.of("$N", scope.unmerged);
            method.addJavadoc("For loops that must run as written, or that blocks would not be worth it.\n")
                    .addParameter(String.class, scope.unmerged);
        }
        return method.addStatement(
                        "$T.sequential($N, $N, 1, $L, $L)", Runtime.PARFOR, scope.team, scope.site, body, reason)
                .build();
    }

    /** What has to be there before blocks can work privately: guards, the shared ones, and enough iterations. */
    MethodSpec prepare() {
        CodeBlock.Builder code = CodeBlock.builder();
        List<CodeBlock> cells = new ArrayList<>();
        scope.merges.forEach(m -> {
            code.add(m.load());
            m.cells().ifPresent(cells::add);
        });
        int minimum = scope.plan.minimumBlock();
        if (cells.isEmpty()) {
            if (scope.hasBlocks()) {
                code.addStatement(
                        "$N = $T.$L($N, $L)",
                        scope.blocks,
                        Runtime.BLOCKS,
                        scope.hasMaps() ? "ofMaps" : "of",
                        scope.tripCount,
                        minimum);
            }
            if (scope.grows()) {
                code.beginControlFlow("if ($N.count() == 1)", scope.blocks)
                        .addStatement("return $S", "there are too few iterations for blocks")
                        .endControlFlow();
            }
        } else {
            int updates = scope.plan.merges().stream()
                    .mapToInt(m -> m instanceof Merge.OfArray a ? a.updates() : 1)
                    .min()
                    .orElse(1);
            code.addStatement(
                            "$N = $T.ofCopies($N, $L, $L, $L)",
                            scope.blocks,
                            Runtime.BLOCKS,
                            scope.tripCount,
                            minimum,
                            cells.size() == 1 ? cells.get(0) : CodeBlock.of("(long) $L", CodeBlock.join(cells, " + ")),
                            updates)
                    .beginControlFlow("if ($N.count() == 1)", scope.blocks)
                    .addStatement("return $S", "there are too few iterations for copies")
                    .endControlFlow();
        }
        if (scope.guardTimes.beforeKernel().isEmpty()) {
            code.add(scope.workPrivately());
        }
        return scope.guards()
                .prepare(
                        LoopScope.PREPARE,
                        scope.hasBlocks()
                                ? "Why blocks can't work privately, or null: what they start from is at hand then.\n"
                                : "The guard without which the loop has to run as written, or null.\n",
                        scope.plan.guards(),
                        scope.guardTimes.beforeBlocks(),
                        code.build());
    }

    MethodSpec asWritten() {
        CodeBlock.Builder code = CodeBlock.builder().add(scope.mentions.declaration());
        scope.plan.roles().stream().filter(r -> r instanceof Role.Private).forEach(r -> {
            TypeName type = Types.of(r.var());
            code.addStatement("$T $N = $L", type, r.var().name(), Literals.defaultOf(type));
        });
        List<Var> written =
                scope.written.stream().filter(v -> !scope.isMadeUp(v)).toList();
        for (Var var : written) {
            code.addStatement("$1T $2N = this.$2N", Types.of(var), var.name());
        }
        code.add(scope.counting.asWritten(scope.plainWriter.write(scope.text.body())));
        for (Var var : written) {
            code.addStatement("this.$1N = $1N", var.name());
        }
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(LoopScope.AS_WRITTEN).addModifiers(Modifier.PRIVATE);
        scope.thrown().forEach(method::addException);
        return method.addCode(code.build()).build();
    }
}
