package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Kept;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Work arrays that others see: the chunk with the last iteration leaves its own in a field, from which the elements that it has written
 * are put into the user's array when the region has ended. Where something is thrown, that does not happen.
 *
 * @param names of the fields, by array
 */
record KeptWriter(LoopScope scope, Map<Var, String> names) {

    static KeptWriter of(LoopScope scope) {
        Map<Var, String> names = new LinkedHashMap<>();
        scope.plan
                .kept()
                .forEach(k -> names.put(k.array(), scope.names.fresh(k.array().name() + "AtEnd")));
        return new KeptWriter(scope, names);
    }

    boolean any() {
        return !names.isEmpty();
    }

    List<FieldSpec> fields() {
        return names.entrySet().stream()
                .map(e -> FieldSpec.builder(Types.of(e.getKey()), e.getValue(), Modifier.PRIVATE)
                        .build())
                .toList();
    }

    /** An array of the chunk's own, as long as the user's; the user's own where the loop runs in order. */
    Parameter parameter(Var var) {
        TypeName element = ((ArrayTypeName) Types.of(var)).componentType();
        CodeBlock own = CodeBlock.of("new $T[$N.length]", element, var.name());
        if (names.containsKey(var)) {
            CodeBlock last = scope.hasBlocks()
                    ? CodeBlock.of("$N == $N.count() - 1", scope.block, scope.blocks)
                    : CodeBlock.of("$N == $N", scope.hi, scope.tripCount);
            own = CodeBlock.of("$1L ? ($2N = $3L) : $3L", last, names.get(var), own);
        }
        Optional<CodeBlock> together = scope.privately.map(p -> CodeBlock.of(" || !$N", p));
        return new Parameter(
                Types.of(var),
                var.name(),
                CodeBlock.of("$1N == null$2L ? $1N : $3L", var.name(), together.orElse(CodeBlock.of("")), own));
    }

    CodeBlock handOver() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Kept kept : scope.plan.kept()) {
            String array = kept.array().name();
            String last = names.get(kept.array());
            code.beginControlFlow("if ($N != null)", last);
            for (Kept.Part part : kept.parts()) {
                CodeBlock from = scope.path(part.from());
                CodeBlock to = scope.path(part.to().orElse(new Path.Length(new Path.OfVar(kept.array()))));
                boolean isSome = part.from() instanceof Path.Constant least
                        && part.to().isPresent()
                        && part.to().get() instanceof Path.Constant most
                        && least.value() < most.value();
                if (!isSome) {
                    code.beginControlFlow("if ($L < $L)", from, to);
                }
                code.addStatement("$1T.arraycopy($2N, $3L, $4N, $3L, $5L - $3L)", System.class, last, from, array, to);
                if (!isSome) {
                    code.endControlFlow();
                }
            }
            code.endControlFlow();
        }
        return code.build();
    }
}
