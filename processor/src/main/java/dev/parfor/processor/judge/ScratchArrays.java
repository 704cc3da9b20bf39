package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds {@code @Scratch} against what the loop does with the arrays. */
record ScratchArrays(List<Refusal> refusals, List<Proof.Trusted> trusted, Set<Guard> guards) {

    /** A scratch array that the header reads or the body replaces is a misuse; other types are refused where they are declared. */
    static ScratchArrays judge(LoopNest nest, BodyWalker.Result walk) {
        List<Refusal> refusals = new ArrayList<>();
        List<Proof.Trusted> trusted = new ArrayList<>();
        List<Var> honoured = BodyWalker.scratch(nest);
        for (Var v : OuterVars.of(nest)) {
            v.trust().scratch().ifPresent(reason -> {
                if (walk.escaped().containsKey(v)) {
                    refusals.add(new Refusal.Misuse(
                            Refusal.Misuse.Kind.ASSERTION_PLACE,
                            walk.escaped().get(v),
                            "@Scratch",
                            "an array of which the body does nothing but read and write elements"));
                } else if (honoured.contains(v)) {
                    trusted.add(new Proof.Trusted("@Scratch", v.name(), reason));
                } else if (v.type() instanceof Type.Array array
                        && array.element().isPrimitive()) {
                    refusals.add(new Refusal.Misuse(
                            Refusal.Misuse.Kind.ASSERTION_PLACE,
                            nest.span(),
                            "@Scratch",
                            "an array that the header does not read and the body does not replace"));
                }
            });
        }
        CopiedArrays.Result apart =
                CopiedArrays.apart(honoured, List.of(), nest.surroundings().ownArrays(), walk.accesses());
        refusals.addAll(apart.refusals());
        return new ScratchArrays(refusals, trusted, apart.guards());
    }
}
