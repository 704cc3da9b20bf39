package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.judgement.Merge;
import java.util.Arrays;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The methods that copy an array for a block of iterations, and that put the copies together.
 *
 * @param name of the array
 * @param type of it, or of an array of rows
 * @param copies name of the field with the blocks' copies
 */
record CopiesWriter(
        Names names,
        String block,
        String blocks,
        String name,
        ArrayTypeName type,
        String copies,
        Merge.Combination how) {

    boolean hasRows() {
        return type.componentType() instanceof ArrayTypeName;
    }

    private TypeName element() {
        return hasRows() ? ((ArrayTypeName) type.componentType()).componentType() : type.componentType();
    }

    /** How many cells a copy has. */
    CodeBlock cells() {
        return hasRows() ? CodeBlock.of("$T.cells($N)", Runtime.BLOCKS, name) : CodeBlock.of("$N.length", name);
    }

    /** A field full of copies that are not there yet. */
    CodeBlock room() {
        return CodeBlock.of("$N = new $T[$N.count()][]$L", copies, element(), blocks, hasRows() ? "[]" : "");
    }

    MethodSpec copy(String method) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (hasRows()) {
            String copy = names.fresh("copy");
            String at = names.fresh("at");
            code.addStatement("$T $N = new $T[$N.length][]", type, copy, element(), name)
                    .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", at, copy)
                    .beginControlFlow("if ($N[$N] != null)", name, at)
                    .add(copied(CodeBlock.of("$N[$N]", name, at), CodeBlock.of("$N[$N] =", copy, at)))
                    .endControlFlow()
                    .endControlFlow()
                    .addStatement("return $N", copy);
        } else {
            code.add(copied(CodeBlock.of("$N", name), CodeBlock.of("return")));
        }
        return MethodSpec.methodBuilder(method)
                .addJavadoc("What a block starts with.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(type)
                .addParameter(TypeName.INT, block)
                .addCode(code.build())
                .build();
    }

    /** @param to what is done with the copy: a statement that begins so */
    private CodeBlock copied(CodeBlock array, CodeBlock to) {
        Optional<String> identity = how instanceof Merge.Combination.Operation o
                ? RoleWriter.identity(o.operator(), element())
                : Optional.empty();
        CodeBlock.Builder code = CodeBlock.builder();
        if (identity.isEmpty()) {
            return code.addStatement("$L $L.clone()", to, array).build();
        }
        boolean isZero = identity.get().equals("0") || identity.get().equals("false");
        String fresh = names.fresh("fresh");
        CodeBlock empty = CodeBlock.of("new $T[$L.length]", element(), array);
        code.beginControlFlow("if ($N == 0)", block).addStatement("$L $L.clone()", to, array);
        if (hasRows()) {
            code.nextControlFlow("else");
        } else {
            code.endControlFlow();
        }
        if (isZero) {
            code.addStatement("$L $L", to, empty);
        } else {
            code.addStatement("$T[] $N = $L", element(), fresh, empty)
                    .addStatement("$T.fill($N, ($T) $L)", Arrays.class, fresh, element(), identity.get())
                    .addStatement("$L $N", to, fresh);
        }
        return (hasRows() ? code.endControlFlow() : code).build();
    }

    MethodSpec merge(String method) {
        String merged = names.fresh("merged");
        String part = names.fresh("part");
        String at = names.fresh("at");
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("$T $N = $N[0]", type, merged, copies)
                .beginControlFlow("for (int $1N = 1; $1N < $2N.count(); $1N++)", block, blocks)
                .addStatement("$T $N = $N[$N]", type, part, copies, block)
                .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", at, merged);
        if (hasRows()) {
            String cell = names.fresh("cell");
            code.beginControlFlow(
                            "for (int $1N = 0; $2N[$3N] != null && $1N < $2N[$3N].length; $1N++)", cell, merged, at)
                    .add(combine(merged + "[" + at + "][" + cell + "]", part + "[" + at + "][" + cell + "]"))
                    .endControlFlow();
        } else {
            code.add(combine(merged + "[" + at + "]", part + "[" + at + "]"));
        }
        code.endControlFlow().endControlFlow();
        if (hasRows()) {
            code.beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", at, merged)
                    .beginControlFlow("if ($N[$N] != null)", merged, at)
                    .addStatement(
                            "$1T.arraycopy($2N[$3N], 0, $4N[$3N], 0, $2N[$3N].length)", System.class, merged, at, name)
                    .endControlFlow()
                    .endControlFlow();
        } else {
            code.addStatement("$T.arraycopy($N, 0, $N, 0, $N.length)", System.class, merged, name, merged);
        }
        return MethodSpec.methodBuilder(method)
                .addJavadoc("Puts the blocks' copies together, in their order.\n")
                .addModifiers(Modifier.PRIVATE)
                .addCode(code.build())
                .build();
    }

    private CodeBlock combine(String earlier, String later) {
        if (how instanceof Merge.Combination.Operation o) {
            Operator operator = o.operator();
            return CodeBlock.of("$L $L= $L;\n", earlier, operator.symbol(), later);
        } else if (how instanceof Merge.Combination.Extreme e) {
            TypeName element = element();
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
