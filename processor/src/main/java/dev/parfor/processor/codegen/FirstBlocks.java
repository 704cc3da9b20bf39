package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role.CompareExtreme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Blocks that run one after the other, in their order and before the region, until extremes are what all others may start from. Each goes
 * on where the one before has ended, so that they do what the loop does.
 *
 * @param begun name of the field that has the number of such blocks
 * @param soFar names of the fields with what blocks start from, by variable
 */
record FirstBlocks(LoopScope scope, String begun, Map<Var, String> soFar) {

    static FirstBlocks of(LoopScope scope) {
        Map<Var, String> soFar = new LinkedHashMap<>();
        for (CompareExtreme first : alternatives(scope)) {
            for (CompareExtreme each : List.of(first, other(scope, first))) {
                soFar.computeIfAbsent(each.var(), v -> scope.names.fresh(v.name() + "SoFar"));
                each.payload().forEach(p -> soFar.computeIfAbsent(p, v -> scope.names.fresh(v.name() + "SoFar")));
            }
        }
        return new FirstBlocks(scope, soFar.isEmpty() ? "" : scope.names.fresh("begun"), soFar);
    }

    private static List<CompareExtreme> alternatives(LoopScope scope) {
        return scope.plan.roles().stream()
                .filter(r -> r instanceof CompareExtreme e && e.other().isPresent())
                .map(r -> (CompareExtreme) r)
                .toList();
    }

    private static CompareExtreme other(LoopScope scope, CompareExtreme first) {
        return scope.plan.roles().stream()
                .filter(r -> r instanceof CompareExtreme
                        && r.var().equals(first.other().orElseThrow()))
                .map(r -> (CompareExtreme) r)
                .findFirst()
                .orElseThrow();
    }

    boolean any() {
        return !soFar.isEmpty();
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (any()) {
            fields.add(FieldSpec.builder(TypeName.INT, begun, Modifier.PRIVATE).build());
        }
        soFar.forEach((var, name) -> fields.add(
                FieldSpec.builder(Types.of(var), name, Modifier.PRIVATE).build()));
        return fields;
    }

    /** A parameter of the chunk kernel, with what the blocks before the region have left. */
    Parameter passed(Parameter parameter) {
        return soFar.entrySet().stream()
                .filter(e -> e.getKey().name().equals(parameter.name()))
                .map(e -> new Parameter(parameter.type(), parameter.name(), CodeBlock.of("$N", e.getValue())))
                .findFirst()
                .orElse(parameter);
    }

    /** In the loop over the blocks of a range. */
    CodeBlock skip() {
        return any()
                ? CodeBlock.builder()
                        .beginControlFlow("if ($N < $N)", scope.block, begun)
                        .addStatement("continue")
                        .endControlFlow()
                        .build()
                : CodeBlock.of("");
    }

    CodeBlock run() {
        if (!any()) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder code = CodeBlock.builder();
        soFar.forEach((var, name) -> code.addStatement("$N = $N", name, var.name()));
        List<CodeBlock> crossed = alternatives(scope).stream()
                .map(first -> CodeBlock.of(
                        "$N $L $N",
                        soFar.get(first.other().orElseThrow()),
                        first.relation().symbol(),
                        soFar.get(first.var())))
                .toList();
        code.add("// the first values may count for one of the extremes alone\n");
        code.beginControlFlow("while ($N < $N.count() && ($L))", begun, scope.blocks, CodeBlock.join(crossed, " || "));
        // What may be thrown need not be declared there.
        boolean declared = scope.thrown().size() == scope.thrownByExecute().size();
        code.addStatement(
                declared
                        ? CodeBlock.of("run($1N, $1N + 1)", begun)
                        : CodeBlock.of(
                                "$T.sequential($N, $N, $N + 1, this, $S)",
                                Runtime.PARFOR,
                                scope.team,
                                scope.site,
                                begun,
                                "blocks need a value to start from"));
        soFar.forEach((var, name) ->
                code.addStatement("$N = $L", name, slot(var).of(begun).code()));
        return code.addStatement("$N++", begun).endControlFlow().build();
    }

    private RoleParts.Slot slot(Var var) {
        return scope.slots().stream()
                .filter(s -> s.isField() && s.local().equals(var.name()))
                .findFirst()
                .orElseThrow();
    }
}
