package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import java.util.ArrayList;
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
        CopiesWriter writer = new CopiesWriter(names, block, blocks, name, type, copies, merge.combination());
        return new MergeParts(
                List.of(new Parameter(type, name, argument)),
                fields,
                load.build(),
                Optional.of(writer.cells()),
                CodeBlock.of("$N();\n", mergeAll),
                List.of(writer.copy(copyOf), writer.merge(mergeAll)),
                Optional.of(writer.room()));
    }
}
