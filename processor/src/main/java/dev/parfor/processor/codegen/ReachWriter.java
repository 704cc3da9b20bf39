package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.judgement.Reach;
import java.util.function.UnaryOperator;

/** Checks of all objects on a way, as nested calls of {@code Guards.each}, {@code Guards.eachListed} and {@code Guards.with}. */
record ReachWriter(PathWriter paths) {

    /** @param check what to ask of one object, given as an expression */
    CodeBlock all(Reach objects, UnaryOperator<CodeBlock> check) {
        return from(paths.write(objects.start()).code(), objects, 0, check);
    }

    private CodeBlock from(CodeBlock object, Reach objects, int step, UnaryOperator<CodeBlock> check) {
        if (step == objects.steps().size()) {
            return check.apply(object);
        }
        String next = "object" + (step + 1);
        CodeBlock rest = from(CodeBlock.of("$N", next), objects, step + 1, check);
        if (objects.steps().get(step) instanceof Reach.OfField of) {
            Fragment base = Fragment.of("((", Types.named(of.field().owner()), ") " + object, ")");
            Fragment held = of.field().isPrivate()
                    ? paths.bridges().get(of.field(), base)
                    : Fragment.of(base, "." + of.field().name());
            CodeBlock with = CodeBlock.of("$T.with($L, $N -> $L)", Runtime.GUARDS, held.code(), next, rest);
            // An element may be of a class that has no such field: then the way leads to nothing there.
            return step == 0
                    ? with
                    : CodeBlock.of(
                            "(!($L instanceof $T) || $L)",
                            object,
                            Types.named(of.field().owner()),
                            with);
        }
        if (objects.steps().get(step) instanceof Reach.OfType of) {
            return CodeBlock.of(
                    "(!($L instanceof $T) || $L)",
                    object,
                    Types.named(of.type().name()),
                    from(object, objects, step + 1, check));
        }
        String each = objects.steps().get(step) instanceof Reach.EachListed ? "eachListed" : "each";
        return CodeBlock.of("$T.$L($L, $N -> $L)", Runtime.GUARDS, each, object, next, rest);
    }
}
