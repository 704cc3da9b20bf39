package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Optional;

/**
 * What a merge adds to the class of its loop.
 *
 * @param parameters of the chunk kernel: the block's private one
 * @param fields of the class
 * @param load statements before the region; where they throw, the loop runs as written
 * @param cells how many cells a block's private one has, as an expression, where blocks have to be worth it
 * @param merge statements after the region, when all blocks have ended
 * @param methods that the others call
 * @param room a statement that makes room for the blocks, whose number is known by then
 * @param slot what a block hands out
 * @param unfit when all blocks have ended, whether they can't be merged, as an expression; the loop runs as written then
 */
record MergeParts(
        List<Parameter> parameters,
        List<FieldSpec> fields,
        CodeBlock load,
        Optional<CodeBlock> cells,
        CodeBlock merge,
        List<MethodSpec> methods,
        Optional<CodeBlock> room,
        Optional<RoleParts.Slot> slot,
        Optional<CodeBlock> unfit) {

    /** A merge that always succeeds, of what blocks keep where they have it from. */
    MergeParts(
            List<Parameter> parameters,
            List<FieldSpec> fields,
            CodeBlock load,
            Optional<CodeBlock> cells,
            CodeBlock merge,
            List<MethodSpec> methods,
            Optional<CodeBlock> room) {
        this(parameters, fields, load, cells, merge, methods, room, Optional.empty(), Optional.empty());
    }
}
