package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/**
 * The class of one parallel loop.
 *
 * <p>Its fields are what the loop uses and what it hands out. {@code execute} evaluates the header, checks the guards and
 * runs the region; {@code run} is given ranges of iterations, or of blocks where there is something to combine; {@code chunk}
 * is static, takes all it needs as parameters, and has the loop's own text.
 */
final class LoopWriter {

    private final LoopScope scope;
    private final ChunkWriter chunk;

    LoopWriter(
            MethodShape shape,
            MethodText method,
            LoopText text,
            Judgement.Parallel judgement,
            String className,
            Bridges bridges) {
        scope = new LoopScope(shape, method, text, judgement, className, bridges);
        chunk = new ChunkWriter(scope);
    }

    /** What stands for the loop in the text of its method. */
    Fragment call(String team, String self, String loop) {
        Fragment call = callOf(team, self, loop);
        if (!(scope.text.header() instanceof MethodText.HeaderText.Each each)
                || each.source().isEmpty()) {
            return call;
        }
        return each.isCollection() ? collecting(each, call) : reading(each, call);
    }

    private Fragment collecting(MethodText.HeaderText.Each each, Fragment call) {
        String list = scope.counting instanceof EachLoop loop ? loop.elements : "";
        return Fragment.of(
                "{\n    ",
                Types.of(each.elementsType()),
                " " + list + " = ",
                Runtime.ELEMENTS,
                isOfEntries() ? ".ofEntries(" : ".of(",
                scope.plainWriter.write(each.source().orElseThrow()),
                ");\n    ",
                call.indented("    "),
                "\n}");
    }

    private boolean isOfEntries() {
        return scope.nest.header() instanceof LoopNest.Header.EachOfList each
                && each.source().orElse(null) instanceof LoopNest.Source.Collection collection
                && collection.isOfEntries(each.element());
    }

    /**
     * Reads some, runs the loop over them, and reads on. Where reading throws, the loop has what was read before, and what it throws comes
     * first.
     */
    private Fragment reading(MethodText.HeaderText.Each each, Fragment call) {
        String list = scope.counting instanceof EachLoop loop ? loop.elements : "";
        String more = scope.names.fresh("more");
        return Fragment.of(
                "{\n    boolean " + more + " = true;\n    while (" + more + ") {\n        ",
                Types.of(each.elementsType()),
                " " + list + " = new ",
                com.palantir.javapoet.ClassName.get(ArrayList.class),
                "<>();\n        try {\n            " + more + " = false;\n            " + more + " = ",
                Runtime.LINES,
                ".read(",
                scope.plainWriter.write(each.source().orElseThrow()),
                ", " + list + ");\n        } finally {\n            ",
                call.indented("            "),
                "\n        }\n    }\n}");
    }

    private Fragment callOf(String team, String self, String loop) {
        List<Fragment> arguments = new ArrayList<>();
        if (scope.usesSelf) {
            arguments.add(Fragment.of(self));
        }
        scope.passedIn().forEach(v -> arguments.add(Fragment.of(v.name())));
        Fragment creation = Fragment.of("new ", scope.typed(), "(", Fragment.join(", ", arguments), ")");
        List<Var> out = scope.handedOut();
        if (out.isEmpty() && !scope.exits.isAsked()) {
            return Fragment.of(creation, ".execute(" + team + ");");
        }
        Fragment lines = Fragment.of(
                "{\n    ",
                scope.typed(),
                " " + loop + " = ",
                creation,
                ";\n    " + loop + ".execute(" + team + ");\n",
                scope.exits.returning(loop));
        for (Var var : out) {
            lines = Fragment.of(lines, "    " + var.name() + " = " + loop + "." + var.name() + ";\n");
        }
        return Fragment.of(lines, scope.exits.jumping(loop), "}");
    }

    TypeSpec type() {
        TypeSpec.Builder type = TypeSpec.classBuilder(scope.className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(
                        scope.wave.isPresent()
                                ? Runtime.ROWS_BODY
                                : scope.ordered.map(OrderedWriter::superclass).orElse(Runtime.LOOP_BODY))
                .addJavadoc("$L", LoopDocumentation.of(scope))
                .addField(site())
                .addFields(fields())
                .addMethod(constructor())
                .addMethod(execute());
        if (!scope.judgement.proof().classFiles().isEmpty()) {
            type.addStaticBlock(unchanged());
        }
        scope.typeVariables().forEach(type::addTypeVariable);
        if (!scope.guardTimes.beforeKernel().isEmpty()) {
            type.addMethod(scope.guards()
                    .failedGuard(scope.plan.guards(), scope.guardTimes.beforeKernel(), scope.workPrivately()));
        }
        if (!scope.guardTimes.beforeHeader().isEmpty()) {
            type.addMethod(scope.guardsBeforeHeader()
                    .prepare(
                            LoopScope.OTHER_CLASS,
                            "The guard on a class that does not hold, or null: without it the header may do more than was read.\n",
                            scope.plan.guards(),
                            scope.guardTimes.beforeHeader(),
                            CodeBlock.of("")));
        }
        if (scope.prepares()) {
            type.addMethod(chunk.prepare());
            if (!scope.guardTimes.beforeBlocks().isEmpty() && scope.wave.isEmpty()) {
                type.addMethod(MethodSpec.methodBuilder("isGuarded")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PROTECTED)
                        .returns(TypeName.BOOLEAN)
                        .addStatement("return true")
                        .build());
            }
        }
        scope.wave.ifPresentOrElse(
                w -> type.addMethod(w.columns()).addMethod(w.run(chunk)), () -> type.addMethods(chunk.runs()));
        if (scope.combines()) {
            type.addMethod(chunk.combine());
        }
        scope.merges.forEach(m -> type.addMethods(m.methods()));
        if (scope.mayRunAsWritten()) {
            type.addMethod(chunk.runAsWritten());
            type.addMethod(chunk.asWritten());
        }
        type.addMethods(chunk.kernels());
        scope.ordered.ifPresent(o -> type.addType(o.record()));
        if (scope.scans.any()) {
            type.addField(scope.scans.siteField()).addMethods(scope.scans.methods());
        }
        type.addMethods(scope.handed.specs());
        if (scope.exits.any()) {
            type.addMethod(scope.exits.leave()).addType(scope.exits.record());
        }
        return type.build();
    }

    /** Where assertions are enabled: that the class files which the proof rests on are those of then. */
    private CodeBlock unchanged() {
        CodeBlock.Builder files = CodeBlock.builder();
        scope.judgement.proof().classFiles().forEach(f -> files.add(",\n$S, $S", f.path(), f.sha256()));
        return CodeBlock.builder()
                .addStatement(
                        "assert $1T.areUnchanged($2L.class$3L) : $1T.changed($2L.class$3L)",
                        Runtime.CLASS_FILES,
                        scope.className,
                        files.build())
                .build();
    }

    private FieldSpec site() {
        LoopNest nest = scope.nest;
        boolean isPlain = scope.wave.isEmpty() && scope.ordered.isEmpty() && !scope.exits.any();
        OptionalInt cost = isPlain ? IterationCost.of(nest.body()) : OptionalInt.empty();
        return FieldSpec.builder(Runtime.LOOP_SITE, scope.site, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($S, $S, $L, $T.$L, $L)" + (scope.exits.any() ? ".endsEarly()" : "")
                                + (nest.options().blocking() ? ".blocking()" : "")
                                + (cost.isPresent() ? ".expectingNanos(" + cost.getAsInt() + ")" : ""),
                        Runtime.LOOP_SITE,
                        scope.shape.display(),
                        nest.span().file(),
                        nest.span().line(),
                        Runtime.SCHEDULE,
                        nest.options().schedule(),
                        nest.options().chunk())
                .build();
    }

    private List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (scope.usesSelf) {
            fields.add(FieldSpec.builder(scope.shape.receiver(), scope.self, Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        for (Var var : scope.read) {
            fields.add(FieldSpec.builder(Types.of(var), var.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        for (Var var : scope.written) {
            fields.add(FieldSpec.builder(Types.of(var), var.name(), Modifier.PRIVATE)
                    .build());
        }
        scope.privately.ifPresent(name -> fields.add(
                FieldSpec.builder(TypeName.BOOLEAN, name, Modifier.PRIVATE).build()));
        fields.addAll(scope.exits.fields());
        fields.addAll(scope.counting.fields());
        scope.wave.ifPresent(w -> fields.addAll(w.fields()));
        scope.recording.ifPresent(r -> fields.add(r.field()));
        for (RoleParts role : scope.roles) {
            role.step()
                    .flatMap(RoleParts.InductionStep::field)
                    .ifPresent(name -> fields.add(FieldSpec.builder(TypeName.LONG, name, Modifier.PRIVATE)
                            .build()));
        }
        scope.merges.forEach(m -> fields.addAll(m.fields()));
        fields.addAll(scope.scans.fields());
        fields.addAll(scope.handed.fields());
        fields.addAll(scope.kept.fields());
        fields.addAll(scope.firstBlocks.fields());
        if (scope.asksForLast()) {
            fields.add(FieldSpec.builder(TypeName.LONG, scope.tripCount, Modifier.PRIVATE)
                    .build());
        }
        if (scope.hasBlocks()) {
            fields.add(FieldSpec.builder(Runtime.BLOCKS, scope.blocks, Modifier.PRIVATE)
                    .build());
        }
        for (RoleParts.Slot slot : scope.slots()) {
            fields.add(FieldSpec.builder(
                            com.palantir.javapoet.ArrayTypeName.of(slot.element()), slot.array(), Modifier.PRIVATE)
                    .build());
        }
        return fields;
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        StringBuilder assignments = new StringBuilder();
        if (scope.usesSelf) {
            constructor.addParameter(scope.shape.receiver(), scope.self);
            assignments.append(assignment(scope.self));
        }
        for (Var var : scope.passedIn()) {
            constructor.addParameter(Types.of(var), var.name());
            assignments.append(assignment(var.name()));
        }
        return constructor.addCode("$L", assignments).build();
    }

    private static String assignment(String field) {
        return "this." + field + " = " + field + ";\n";
    }

    private MethodSpec execute() {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock orElse = CodeBlock.builder()
                .addStatement(
                        !scope.prepares()
                                ? CodeBlock.of("$L($N)", LoopScope.RUN_AS_WRITTEN, scope.team)
                                : CodeBlock.of(
                                        "$L($N, $S)",
                                        LoopScope.RUN_AS_WRITTEN,
                                        scope.team,
                                        scope.counting.whyAsWritten()))
                .addStatement("return")
                .build();
        code.add(scope.counting.count(scope.tripCount, unlessOtherClass(), orElse));
        scope.counting.indexAfter(scope.tripCount).ifPresent(code::add);
        code.add("$L", "if (" + scope.tripCount + " == 0) {\n    return;\n}\n");
        if (scope.prepares()) {
            code.addStatement("$T $N = $L($N)", String.class, scope.unmerged, LoopScope.PREPARE, scope.tripCount)
                    .beginControlFlow("if ($N != null)", scope.unmerged)
                    .addStatement("$L($N, $N)", LoopScope.RUN_AS_WRITTEN, scope.team, scope.unmerged)
                    .addStatement("return")
                    .endControlFlow();
        }
        inductionSteps(code, orElse);
        if (scope.asksForLast()) {
            code.addStatement("this.$1N = $1N", scope.tripCount);
        }
        if (scope.hasBlocks()) {
            chunk.whole()
                    .ifPresent(call -> code.beginControlFlow(
                                    "if ($T.isSmall($N, $N, $N, $L))",
                                    Runtime.PARFOR,
                                    scope.team,
                                    scope.site,
                                    scope.tripCount,
                                    chunk.wholeUpTo())
                            .addStatement(call)
                            .addStatement("return")
                            .endControlFlow());
            if (!scope.prepares()) {
                code.addStatement(
                        "$N = $T.of($N, $L)", scope.blocks, Runtime.BLOCKS, scope.tripCount, scope.plan.minimumBlock());
            }
            scope.merges.forEach(m -> m.room().ifPresent(code::addStatement));
            for (RoleParts.Slot slot : scope.slots()) {
                code.addStatement("$N = new $T[$N.count()]", slot.array(), slot.element(), scope.blocks);
            }
        }
        distinct(code);
        scope.recording.ifPresent(r -> code.add(r.create(scope)));
        code.add(scope.handed.begin());
        scope.exits.begin(code);
        if (scope.scans.any()) {
            code.add(scope.scans.run(again("the first pass has thrown, or would not pay")));
        }
        if (scope.repeats()) {
            repeatable(code, orElse);
        } else {
            region(code, orElse);
        }
        if (scope.combines()) {
            code.addStatement(
                    "$L($L)",
                    LoopScope.COMBINE,
                    scope.exits.needsBlock() ? CodeBlock.of("$N.count()", scope.blocks) : CodeBlock.of(""));
        }
        scope.merges.forEach(m -> code.add(m.merge()));
        code.add(scope.kept.handOver());
        for (RoleParts role : scope.roles) {
            role.step()
                    .ifPresent(step -> code.addStatement(
                            "$N = $L", step.var().name(), step.at(CodeBlock.of("$N", scope.tripCount))));
        }
        scope.exits.end(code);
        MethodSpec.Builder method = MethodSpec.methodBuilder("execute").addParameter(Runtime.TEAM, scope.team);
        scope.thrownByExecute().forEach(method::addException);
        return method.addCode(code.build()).build();
    }

    /** The region, and the loop once more, as written, where it has come to nothing. */
    private void repeatable(CodeBlock.Builder code, CodeBlock orElse) {
        code.beginControlFlow("try");
        region(code, orElse);
        code.nextControlFlow("catch ($L e)", passedOn())
                .addStatement("throw e")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .add(again("an iteration has thrown"))
                .endControlFlow();
        for (MergeParts merge : scope.merges) {
            merge.unfit()
                    .ifPresent(unfit -> code.beginControlFlow("if ($L)", unfit)
                            .add(again("what blocks have stored does not fit"))
                            .endControlFlow());
        }
    }

    private CodeBlock passedOn() {
        return scope.recording.isPresent()
                ? CodeBlock.of("$T | $T", Runtime.CANCELLED, Runtime.COLLISION)
                : CodeBlock.of("$T", Runtime.CANCELLED);
    }

    private CodeBlock again(String reason) {
        return CodeBlock.builder()
                .addStatement("$L($N, $S)", LoopScope.RUN_AS_WRITTEN, scope.team, reason)
                .addStatement("return")
                .build();
    }

    /** The header runs the methods that were read, or the loop runs as it is written. */
    private CodeBlock unlessOtherClass() {
        return scope.guardTimes.beforeHeader().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder()
                        .addStatement("$T $N = $L()", String.class, scope.other, LoopScope.OTHER_CLASS)
                        .beginControlFlow("if ($N != null)", scope.other)
                        .addStatement("$L($N, $N)", LoopScope.RUN_AS_WRITTEN, scope.team, scope.other)
                        .addStatement("return")
                        .endControlFlow()
                        .build();
    }

    /** What the user says of an array, checked where assertions are enabled. */
    private void distinct(CodeBlock.Builder code) {
        for (Proof.Trusted trusted : scope.judgement.proof().trusted()) {
            trusted.distinct()
                    .flatMap(this::isDistinct)
                    .ifPresent(holds -> code.addStatement(
                            "assert $L : $S", holds, "@Distinct does not hold: " + trusted.subject()));
        }
    }

    private Optional<CodeBlock> isDistinct(Path path) {
        Type element = path.type() instanceof Type.Array a ? a.element() : Type.Special.VOID;
        CodeBlock array = scope.path(path);
        if (element.isReference()) {
            return Optional.of(CodeBlock.of("$T.distinctRows($L, 1)", Runtime.GUARDS, array));
        }
        return element == Type.Primitive.INT || element == Type.Primitive.LONG
                ? Optional.of(CodeBlock.of("$1T.distinct($2L, 0, $2L.length)", Runtime.GUARDS, array))
                : Optional.empty();
    }

    private void inductionSteps(CodeBlock.Builder code, CodeBlock orElse) {
        for (RoleParts role : scope.roles) {
            Optional<RoleParts.InductionStep> step =
                    role.step().filter(s -> s.field().isPresent());
            if (step.isEmpty()) {
                continue;
            }
            CodeBlock assignment =
                    CodeBlock.of("$N = $L", step.get().field().get(), step.get().value());
            if (step.get().canThrow()) {
                code.beginControlFlow("try")
                        .addStatement(assignment)
                        .nextControlFlow("catch ($T $N)", RuntimeException.class, scope.names.fresh("e"))
                        .add(orElse)
                        .endControlFlow();
            } else {
                code.addStatement(assignment);
            }
        }
    }

    /** The region, or the same body in order on the calling thread. */
    private void region(CodeBlock.Builder code, CodeBlock orElse) {
        CodeBlock units = scope.hasBlocks() ? CodeBlock.of("$N", scope.blocks) : CodeBlock.of("$N", scope.tripCount);
        if (scope.guardTimes.beforeKernel().isEmpty() && !scope.prepares()) {
            code.add(scope.workPrivately());
        }
        if (scope.wave.isPresent()) {
            code.add(scope.wave.get().region(orElse));
            return;
        }
        code.add(scope.firstBlocks.run());
        String run = chunk.whole().isPresent() ? "runNotSmall" : "run";
        code.add(scope.recording
                .map(r -> r.run(scope, units))
                .orElseGet(() -> CodeBlock.builder()
                        .addStatement("$T.$L($N, $N, $L, this)", Runtime.PARFOR, run, scope.team, scope.site, units)
                        .build()));
    }
}
