package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The code of what grows while the loop runs: arrays that are filled from a running position on, and collections. What blocks
 * have is put there in their order, by the runtime.
 *
 * @param tripCount name of the number of iterations where what blocks start from is prepared
 * @param block name of the block's number where the kernel is called
 * @param blocks name of the field with the blocks
 */
record AdditionWriter(Names names, PathWriter paths, String tripCount, String block, String blocks) {

    /**
     * @param room name of the kernel's parameter that says how much there is room for
     * @param counts name of the field with the number of elements of each block
     */
    MergeParts output(Merge.OfOutput merge, String room, String counts) {
        String name = merge.var().name();
        TypeName type = Types.of(merge.var());
        String position = merge.position().name();
        String first = merge.ahead() ? position + (merge.down() ? " - 1" : " + 1") : position;
        String parts = names.fresh(name + "OfBlock");
        List<FieldSpec> fields = new ArrayList<>();
        CodeBlock.Builder load = loaded(merge, type, fields);
        fields.add(FieldSpec.builder(TypeName.INT, room, Modifier.PRIVATE).build());
        load.addStatement(
                "$N = $T.$L($N.length, $L)", room, Runtime.OUTPUTS, merge.down() ? "roomBelow" : "room", name, first);
        load.beginControlFlow(
                        merge.most().isPresent() ? "if ($N / $L < $N)" : "if ($N < 0)",
                        merge.most()
                                .map(most -> new Object[] {room, Math.max(1, most), tripCount})
                                .orElse(new Object[] {room}))
                .addStatement("return $S", "there may be no room for all that is stored")
                .endControlFlow();
        CodeBlock own = CodeBlock.of(
                "$T.part($N, $N.end($N) - $N.start($N), $N)",
                Runtime.OUTPUTS,
                name,
                blocks,
                block,
                blocks,
                block,
                room);
        CodeBlock.Builder after = CodeBlock.builder()
                .addStatement(
                        "$T.$L($N, $N, $N, $L)",
                        Runtime.OUTPUTS,
                        merge.down() ? "copyDown" : "copy",
                        parts,
                        counts,
                        name,
                        first);
        if (merge.moves()) {
            after.addStatement("$N += $T.total($N)", position, Runtime.OUTPUTS, counts);
        }
        return new MergeParts(
                List.of(new Parameter(type, name, own), Parameter.of(TypeName.INT, room)),
                fields,
                load.build(),
                Optional.empty(),
                after.build(),
                List.of(),
                Optional.empty(),
                Optional.of(new RoleParts.Slot(name, type, parts, false)),
                merge.repeats()
                        ? Optional.of(CodeBlock.of(
                                "$L$T.total($N) > $N", merge.down() ? "-" : "", Runtime.OUTPUTS, counts, room))
                        : Optional.empty());
    }

    /** Reads what is not a variable of the method. */
    private static boolean isOwn(Merge merge) {
        return merge.target() instanceof Path.OfVar;
    }

    private CodeBlock.Builder loaded(Merge merge, TypeName type, List<FieldSpec> fields) {
        CodeBlock.Builder load = CodeBlock.builder();
        if (!isOwn(merge)) {
            fields.add(FieldSpec.builder(type, merge.var().name(), Modifier.PRIVATE)
                    .build());
            load.addStatement(
                    "$N = $L", merge.var().name(), paths.write(merge.target()).code());
        }
        return load;
    }

    MergeParts collection(Merge.OfCollection merge) {
        String name = merge.var().name();
        TypeName type = Types.of(merge.var());
        String parts = names.fresh(name + "OfBlock");
        List<FieldSpec> fields = new ArrayList<>();
        CodeBlock.Builder load = loaded(merge, type, fields);
        load.addStatement("$T.requireNonNull($N)", Objects.class, name);
        if (merge.how() instanceof Collecting.Groups) {
            // What it has may be known to others, who would see what the loop adds.
            load.beginControlFlow("if (!$N.isEmpty())", name)
                    .addStatement("return $S", "the map has entries before the loop")
                    .endControlFlow();
        }
        fields.add(FieldSpec.builder(ArrayTypeName.of(Types.OBJECT), parts, Modifier.PRIVATE)
                .build());
        CodeBlock argument = CodeBlock.of("($T) ($N[$N] = $L)", type, parts, block, own(merge.how(), name));
        return new MergeParts(
                List.of(new Parameter(type, name, argument)),
                fields,
                load.build(),
                Optional.empty(),
                CodeBlock.of("$L;\n", added(merge.how(), name, parts)),
                List.of(),
                Optional.of(CodeBlock.of("$N = new $T[$N.count()]", parts, Types.OBJECT, blocks)),
                Optional.empty(),
                merge.repeats()
                        ? Optional.of(CodeBlock.of("!$T.canCount($N, $N)", Runtime.COLLECTED, name, parts))
                        : Optional.empty());
    }

    /** A new one for a block. */
    private static CodeBlock own(Collecting how, String name) {
        if (how.className().equals("java.util.EnumMap")) {
            return CodeBlock.of("$T.emptyLike($N)", Runtime.COLLECTED, name);
        }
        if (how instanceof Collecting.Groups groups && groups.isReplaced()) {
            boolean sorted = groups.className().equals("java.util.TreeMap");
            return CodeBlock.of(
                    "new $T<>($T::new)",
                    Runtime.COLLECTED.nestedClass(sorted ? "SortedGroups" : "Groups"),
                    ownClass(groups.inner()));
        }
        boolean generic = !(how instanceof Collecting.Text || how instanceof Collecting.Bits);
        return CodeBlock.of("new $T$L()", ownClass(how), generic ? "<>" : "");
    }

    /** One that keeps the order in which things are added first, unless the user's has an order of its own. */
    private static ClassName ownClass(Collecting how) {
        if (how.className().startsWith("java.util.Tree")) {
            return Types.named(how.className());
        }
        if (how instanceof Collecting.Distinct) {
            return ClassName.get(java.util.LinkedHashSet.class);
        }
        if (how instanceof Collecting.Merges || how instanceof Collecting.Groups g && g.computes()) {
            return Runtime.COLLECTED.nestedClass("Merged");
        }
        boolean isMap =
                how instanceof Collecting.Puts || how instanceof Collecting.Counts || how instanceof Collecting.Groups;
        return isMap ? ClassName.get(java.util.LinkedHashMap.class) : Types.named(how.className());
    }

    private static CodeBlock added(Collecting how, String name, String parts) {
        if (how instanceof Collecting.Groups groups) {
            TypeName type = Types.named(groups.inner().className());
            return CodeBlock.of(
                    "$T.groupAll($N, $N, $L, $L, (all, own) -> $L)",
                    Runtime.COLLECTED,
                    name,
                    parts,
                    groups.computes(),
                    groups.isReplaced() ? CodeBlock.of("$T::new", type) : CodeBlock.of("null"),
                    added(groups.inner(), CodeBlock.of("($T) all", type), "own"));
        }
        return added(how, CodeBlock.of("$N", name), parts);
    }

    private static CodeBlock added(Collecting how, CodeBlock name, String parts) {
        String method = "addAll";
        if (how instanceof Collecting.Merges merges) {
            ClassName owner = Types.named(merges.owner());
            return CodeBlock.of(
                    "$T.<$T>mergeAll($L, $N, $T::$L)", Runtime.COLLECTED, owner, name, parts, owner, merges.method());
        } else if (how instanceof Collecting.Puts) {
            method = "putAll";
        } else if (how instanceof Collecting.Counts) {
            method = "countAll";
        } else if (how instanceof Collecting.Distinct) {
            method = "addEach";
        }
        return CodeBlock.of("$T.$L($L, $N)", Runtime.COLLECTED, method, name, parts);
    }
}
