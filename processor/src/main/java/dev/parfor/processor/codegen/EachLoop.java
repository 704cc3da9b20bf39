package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** For-each by index: the array or list is evaluated once. */
abstract class EachLoop implements Counting {

    final HeaderText.Each text;
    final TextWriter writer;
    final Optional<String> label;
    final String elements;
    /** Whether the array is a variable that the loop only reads, which keeps its name. */
    final boolean isVariable;

    final String from;
    final String to;
    final String index;
    private final String element;

    EachLoop(HeaderText.Each text, Optional<String> label, TextWriter writer, Names names, Set<Var> written) {
        this.text = text;
        this.writer = writer;
        this.label = label;
        List<Piece> pieces = text.elements().pieces();
        Optional<Var> variable = pieces.size() == 1 && pieces.get(0) instanceof Piece.LocalUse use
                ? Optional.of(use.var()).filter(v -> !written.contains(v))
                : Optional.empty();
        this.isVariable = variable.isPresent();
        this.elements = variable.map(Var::name).orElseGet(() -> names.fresh("elements"));
        this.from = names.fresh("from");
        this.to = names.fresh("to");
        this.index = names.fresh("index");
        // One without a name, _, is converted to its type all the same.
        this.element = text.element().isEmpty() ? names.fresh("element") : text.element();
    }

    TypeName elementsType() {
        return Types.of(text.elementsType());
    }

    @Override
    public List<FieldSpec> fields() {
        return isVariable
                ? List.of()
                : List.of(FieldSpec.builder(elementsType(), elements, Modifier.PRIVATE)
                        .build());
    }

    @Override
    public CodeBlock count(String tripCount, CodeBlock before, CodeBlock orElse) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!isVariable) {
            code.addStatement("$N = $L", elements, writer.write(text.elements()).code());
        }
        return code.add(beforeLength(orElse))
                .addStatement("long $N = $N.$L", tripCount, elements, length())
                .build();
    }

    /** What has to hold before the length is asked for. */
    CodeBlock beforeLength(CodeBlock orElse) {
        return CodeBlock.of("");
    }

    abstract String length();

    /** An element: a format for the array or list and its index. */
    abstract String get();

    @Override
    public List<Parameter> parameters(CodeBlock lo, CodeBlock hi) {
        Parameter first =
                new Parameter(TypeName.INT, from, lo.equals(CodeBlock.of("0")) ? lo : CodeBlock.of("(int) $L", lo));
        Parameter end = new Parameter(TypeName.INT, to, CodeBlock.of("(int) $L", hi));
        return isVariable ? List.of(first, end) : List.of(first, end, Parameter.of(elementsType(), elements));
    }

    @Override
    public CodeBlock loop(Fragment body) {
        return loopFrom(from, body);
    }

    public CodeBlock loopFrom(String start, Fragment body) {
        CodeBlock.Builder code = CodeBlock.builder();
        label.ifPresent(name -> code.add("$N:\n", name));
        return code.beginControlFlow("for (int $1N = $2N; $1N < $3N; $1N++)", index, start, to)
                .add(iteration(CodeBlock.of("$N", index), body))
                .endControlFlow()
                .build();
    }

    public CodeBlock iteration(CodeBlock index, Fragment body) {
        return CodeBlock.builder()
                .addStatement("$L = " + get(), element(), elements, index)
                .add(Counting.statements(body))
                .build();
    }

    /** {@code final Point p}. */
    CodeBlock element() {
        return CodeBlock.of("$L $N", writer.write(text.modifiersAndType()).code(), element);
    }

    @Override
    public CodeBlock indexRange(String tripCount) {
        return CodeBlock.of("$T.of(0, $N - 1)", Runtime.RANGE, tripCount);
    }

    @Override
    public boolean mayRunAsWritten() {
        return false;
    }

    @Override
    public CodeBlock asWritten(Fragment body) {
        CodeBlock.Builder code = CodeBlock.builder();
        label.ifPresent(name -> code.add("$N:\n", name));
        return code.beginControlFlow("for ($L : $N)", element(), elements)
                .add(Counting.statements(body))
                .endControlFlow()
                .build();
    }

    @Override
    public Optional<CodeBlock> indexAfter(String tripCount) {
        return Optional.empty();
    }
}
