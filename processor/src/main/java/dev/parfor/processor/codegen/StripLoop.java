package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodText.HeaderText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Any other counted loop: iterations are counted by an {@code int}, in strips, and the index is computed from the count.
 *
 * <p>The JIT compiler of JDK 17 unrolls and vectorizes loops with an {@code int} index and a constant step only; the index
 * of a strip is then a loop invariant and an offset to it.
 */
final class StripLoop extends CountedHeader {

    private static final String STRIP = "1 << 20";

    private final String from;
    private final String to;
    private final String strip;
    private final String length;
    private final String first;
    private final String offset;

    StripLoop(Header.Counted header, HeaderText.Counted text, Optional<String> label, TextWriter writer, Names names) {
        super(header, text, label, writer, names);
        this.from = names.fresh("from");
        this.to = names.fresh("to");
        this.strip = names.fresh("strip");
        this.length = names.fresh("count");
        this.first = names.fresh("first");
        this.offset = names.fresh("offset");
    }

    @Override
    public List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (constantStart.isEmpty()) {
            fields.add(FieldSpec.builder(index(), start, Modifier.PRIVATE).build());
        }
        if (constantStep.isEmpty()) {
            fields.add(FieldSpec.builder(TypeName.LONG, step, Modifier.PRIVATE).build());
        }
        return fields;
    }

    @Override
    public List<Parameter> parameters(CodeBlock lo, CodeBlock hi) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(TypeName.LONG, from, lo));
        parameters.add(new Parameter(TypeName.LONG, to, hi));
        if (constantStart.isEmpty()) {
            parameters.add(Parameter.of(index(), start));
        }
        if (constantStep.isEmpty()) {
            parameters.add(Parameter.of(TypeName.LONG, step));
        }
        return parameters;
    }

    @Override
    public CodeBlock loop(Fragment body) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("for (long $1N = $2N; $1N < $3N; $1N += $4L)", strip, from, to, STRIP)
                .addStatement("int $N = (int) $T.min($L, $N - $N)", length, Types.MATH, STRIP, to, strip)
                .addStatement("long $N = $L", first, moved(start, CodeBlock.of("$N", strip)));
        label.ifPresent(name -> code.add("$N:\n", name));
        return code.beginControlFlow("for (int $1N = 0; $1N < $2N; $1N++)", offset, length)
                .addStatement("$T $N = $L", index(), text.index(), indexAt(first, CodeBlock.of("$N", offset)))
                .add(Counting.statements(body))
                .endControlFlow()
                .endControlFlow()
                .build();
    }
}
