package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Private final fields of the receiver that a chunk reads once, before its loop.
 *
 * <p>They are reached through handles, and what a handle returns the JIT compiler casts and checks again in each
 * iteration: a sparse matrix product took twice the time. Nobody assigns a final field while a method of its object runs
 * a loop, and to read a field of the receiver has no effect, so it may be read early, and even where no iteration would.
 *
 * @param names the locals
 */
record Hoists(Map<FieldRef, String> names) {

    static Hoists of(SourceText body, Names names) {
        Map<FieldRef, String> found = new LinkedHashMap<>();
        collect(body, names, found);
        return new Hoists(found);
    }

    private static void collect(SourceText text, Names names, Map<FieldRef, String> found) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.PrivateGet get && isSteady(get) && !found.containsKey(get.field())) {
                found.put(
                        get.field(),
                        names.fresh("self" + Names.capitalized(get.field().name())));
            }
            Mentions.inside(piece).forEach(inner -> collect(inner, names, found));
        }
    }

    private static boolean isSteady(Piece.PrivateGet get) {
        FieldRef field = get.field();
        return field.isFinal()
                && !field.isStatic()
                && field.constant().isEmpty()
                && (field.type() instanceof Type.Primitive || field.type() instanceof Type.Array)
                && !Bridges.isSpecial(get.type(), field.type())
                && TextWriter.isSelf(get.receiver());
    }

    /** What stands for a read of a field, if that is the read of a local. */
    Fragment instead(Piece.PrivateGet get, Fragment otherwise) {
        String name = names.get(get.field());
        return name == null || !isSteady(get) ? otherwise : Fragment.of(name);
    }

    /** The declarations at the beginning of a chunk. */
    CodeBlock locals(Bridges bridges, String self) {
        CodeBlock.Builder code = CodeBlock.builder();
        names.forEach((field, name) -> code.addStatement(
                "$T $N = $L",
                Types.of(field.type()),
                name,
                bridges.get(field, Fragment.of(self)).code()));
        return code.build();
    }
}
