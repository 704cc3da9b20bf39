package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * From what blocks work on privately to its code.
 *
 * <p>A field or cell becomes a local of the kernel, as a variable of the method is; it is read before the region and written
 * after it. Of an array each block has a copy: the first one goes on from the array's own values, the others start from the
 * identity of the operation, or from the array's values where doing it twice does no harm. The copies are put together in
 * block order, cell by cell, so the association is that of a reduction of each cell.
 *
 * @param block name of the block's number where the kernel is called
 * @param blocks name of the field with the blocks
 * @param additions writes what grows
 * @param rooms for what is filled, the name of what says how much there is room for
 * @param counts for each position, the name of the field with the counts of the blocks
 */
record MergeWriter(
        Names names,
        PathWriter paths,
        String block,
        String blocks,
        AdditionWriter additions,
        Map<Merge.OfOutput, String> rooms,
        Map<Var, String> counts)
        implements Merge.Visitor<MergeParts> {

    @Override
    public MergeParts ofOutput(Merge.OfOutput merge) {
        return additions.output(merge, rooms.get(merge), counts.get(merge.position()));
    }

    @Override
    public MergeParts ofCollection(Merge.OfCollection merge) {
        return additions.collection(merge);
    }

    @Override
    public MergeParts ofPlace(Merge.OfPlace merge) {
        String name = merge.var().name();
        return new MergeParts(
                List.of(),
                List.of(),
                CodeBlock.of("$N = $L;\n", name, paths.write(merge.target()).code()),
                Optional.empty(),
                CodeBlock.of("$L;\n", paths.store(merge.target(), name).code()),
                List.of(),
                Optional.empty());
    }

    @Override
    public MergeParts ofArray(Merge.OfArray merge) {
        String name = merge.var().name();
        ArrayTypeName type = (ArrayTypeName) Types.of(merge.var());
        String copies = names.fresh(name + "OfBlock");
        String copyOf = names.fresh("copyOf" + Names.capitalized(name));
        String mergeAll = names.fresh("merge" + Names.capitalized(name));
        List<FieldSpec> fields = new ArrayList<>();
        CodeBlock.Builder load = CodeBlock.builder();
        if (!merge.mentions().isEmpty()) {
            fields.add(FieldSpec.builder(type, name, Modifier.PRIVATE).build());
            load.addStatement("$N = $L", name, paths.write(merge.target()).code());
        }
        fields.add(FieldSpec.builder(ArrayTypeName.of(type), copies, Modifier.PRIVATE)
                .build());
        CodeBlock argument = CodeBlock.of("$N[$N] = $N($N)", copies, block, copyOf, block);
        return new MergeParts(
                List.of(new Parameter(type, name, argument)),
                fields,
                load.build(),
                Optional.of(CodeBlock.of("$N.length", name)),
                CodeBlock.of("$N();\n", mergeAll),
                List.of(
                        copy(copyOf, name, type, merge.combination()),
                        merge(mergeAll, name, type, copies, merge.combination())),
                Optional.of(CodeBlock.of("$N = new $T[$N.count()][]", copies, type.componentType(), blocks)));
    }

    private MethodSpec copy(String method, String name, ArrayTypeName type, Merge.Combination how) {
        TypeName element = type.componentType();
        Optional<String> identity = how instanceof Merge.Combination.Operation o
                ? RoleWriter.identity(o.operator(), element)
                : Optional.empty();
        CodeBlock.Builder code = CodeBlock.builder();
        if (identity.isEmpty()) {
            code.addStatement("return $N.clone()", name);
        } else {
            code.beginControlFlow("if ($N == 0)", block)
                    .addStatement("return $N.clone()", name)
                    .endControlFlow();
            boolean isZero = identity.get().equals("0") || identity.get().equals("false");
            if (isZero) {
                code.addStatement("return new $T[$N.length]", element, name);
            } else {
                String copy = names.fresh("copy");
                code.addStatement("$T $N = new $T[$N.length]", type, copy, element, name)
                        .addStatement("$T.fill($N, ($T) $L)", Arrays.class, copy, element, identity.get())
                        .addStatement("return $N", copy);
            }
        }
        return MethodSpec.methodBuilder(method)
                .addJavadoc("What a block starts with.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(type)
                .addParameter(TypeName.INT, block)
                .addCode(code.build())
                .build();
    }

    private MethodSpec merge(String method, String name, ArrayTypeName type, String copies, Merge.Combination how) {
        String merged = names.fresh("merged");
        String part = names.fresh("part");
        String at = names.fresh("at");
        CodeBlock code = CodeBlock.builder()
                .addStatement("$T $N = $N[0]", type, merged, copies)
                .beginControlFlow("for (int $1N = 1; $1N < $2N.count(); $1N++)", block, blocks)
                .addStatement("$T $N = $N[$N]", type, part, copies, block)
                .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", at, merged)
                .add(combine(type.componentType(), how, merged + "[" + at + "]", part + "[" + at + "]"))
                .endControlFlow()
                .endControlFlow()
                .addStatement("$T.arraycopy($N, 0, $N, 0, $N.length)", System.class, merged, name, merged)
                .build();
        return MethodSpec.methodBuilder(method)
                .addJavadoc("Puts the blocks' copies together, in their order.\n")
                .addModifiers(Modifier.PRIVATE)
                .addCode(code)
                .build();
    }

    private static CodeBlock combine(TypeName element, Merge.Combination how, String earlier, String later) {
        if (how instanceof Merge.Combination.Operation o) {
            Operator operator = o.operator();
            return CodeBlock.of("$L $L= $L;\n", earlier, operator.symbol(), later);
        } else if (how instanceof Merge.Combination.Extreme e) {
            boolean isNarrow =
                    element.equals(TypeName.BYTE) || element.equals(TypeName.SHORT) || element.equals(TypeName.CHAR);
            return CodeBlock.of(
                    "$L = $L$T.$L($L, $L);\n",
                    earlier,
                    isNarrow ? CodeBlock.of("($T) ", element) : CodeBlock.of(""),
                    Types.MATH,
                    e.max() ? "max" : "min",
                    earlier,
                    later);
        }
        Operator relation = ((Merge.Combination.Comparison) how).relation();
        return CodeBlock.builder()
                .beginControlFlow("if ($L $L $L)", later, relation.symbol(), earlier)
                .addStatement("$L = $L", earlier, later)
                .endControlFlow()
                .build();
    }
}
