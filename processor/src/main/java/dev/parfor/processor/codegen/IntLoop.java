package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodText.HeaderText;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** An {@code int} index with a constant step: a chunk has the shape of the loop itself. */
final class IntLoop extends CountedHeader implements Chains.Steady {

    private final String from;
    private final String to;

    IntLoop(Header.Counted header, HeaderText.Counted text, Optional<String> label, TextWriter writer, Names names) {
        super(header, text, label, writer, names);
        this.from = names.fresh("from");
        this.to = names.fresh("to");
    }

    @Override
    public List<FieldSpec> fields() {
        return constantStart.isPresent()
                ? List.of()
                : List.of(
                        FieldSpec.builder(TypeName.INT, start, Modifier.PRIVATE).build());
    }

    @Override
    public List<Parameter> parameters(CodeBlock lo, CodeBlock hi) {
        return List.of(
                new Parameter(TypeName.INT, from, indexAt(start, lo)),
                new Parameter(TypeName.INT, to, indexAt(start, hi)));
    }

    @Override
    public String from() {
        return from;
    }

    @Override
    public String to() {
        return to;
    }

    @Override
    public long step() {
        return constantStep.get();
    }

    @Override
    public CodeBlock iteration(CodeBlock index, Fragment body) {
        return CodeBlock.builder()
                .addStatement("int $N = $L", text.index(), index)
                .add(Counting.statements(body))
                .build();
    }

    @Override
    public CodeBlock loop(Fragment body) {
        return loopFrom(from, body);
    }

    @Override
    public CodeBlock loopFrom(String start, Fragment body) {
        long by = constantStep.get();
        CodeBlock update = switch ((int) Math.max(-2, Math.min(2, by))) {
            case 1 -> CodeBlock.of("$N++", text.index());
            case -1 -> CodeBlock.of("$N--", text.index());
            default -> CodeBlock.of(by > 0 ? "$N += $L" : "$N -= $L", text.index(), by > 0 ? by : -by);
        };
        CodeBlock.Builder code = CodeBlock.builder();
        label.ifPresent(name -> code.add("$N:\n", name));
        return code.beginControlFlow(
                        "for (int $1N = $2N; $1N $3L $4N; $5L)", text.index(), start, by > 0 ? "<" : ">", to, update)
                .add(Counting.statements(body))
                .endControlFlow()
                .build();
    }
}
