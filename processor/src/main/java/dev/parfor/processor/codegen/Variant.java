package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.judgement.Judgement;
import java.util.List;
import java.util.Optional;

/** What the kernels class has for one annotated method. */
public sealed interface Variant {

    Signature signature();

    /**
     * The method's own text with its loops made parallel.
     *
     * @param loops one for each loop of the text, in order; empty where the loop runs as it is written
     */
    record Spliced(MethodText text, List<Optional<Judgement.Parallel>> loops) implements Variant {
        public Spliced {
            loops = List.copyOf(loops);
            if (loops.size() != text.loops().size()) {
                throw new IllegalArgumentException(
                        loops.size() + " decisions about " + text.loops().size() + " loops");
            }
        }

        @Override
        public Signature signature() {
            return text.signature();
        }
    }

    /** A method whose text can't stand in another class: the variant calls it. */
    record Original(Signature signature) implements Variant {}

    /** A method whose text can't be had; it lets the facade compile, so that only the real errors are reported. */
    record Stub(Signature signature) implements Variant {}
}
