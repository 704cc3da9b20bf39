package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * For-each over a list: by index where its class is exactly {@code ArrayList}, whose {@code get} is known. Any other list
 * is read sequentially by its own iterator, in the same blocks.
 */
final class ListLoop extends EachLoop {

    private final String iterator;
    private final String count;

    ListLoop(HeaderText.Each text, Optional<String> label, TextWriter writer, Names names, Set<Var> written) {
        super(text, label, writer, names, written);
        this.iterator = names.fresh("iterator");
        this.count = names.fresh("count");
    }

    @Override
    String length() {
        return "size()";
    }

    @Override
    String get() {
        return "$N.get($L)";
    }

    @Override
    public List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>(super.fields());
        fields.add(FieldSpec.builder(iteratorType(), iterator, Modifier.PRIVATE)
                .addJavadoc("Of a list that is no {@code ArrayList}.\n")
                .build());
        return fields;
    }

    private TypeName iteratorType() {
        ClassName raw = ClassName.get(Iterator.class);
        return text.elementsType() instanceof TypeText.Declared declared
                        && declared.arguments().size() == 1
                ? ParameterizedTypeName.get(raw, Types.of(declared.arguments().get(0)))
                : raw;
    }

    /** Whether the loop may run by index. */
    CodeBlock isKnown() {
        return CodeBlock.of("$T.exactClass($N, $T.class)", Runtime.GUARDS, elements, ArrayList.class);
    }

    /** Turns to the list's own iterator. */
    CodeBlock iterate() {
        return CodeBlock.of("$N = $N.iterator();\n", iterator, elements);
    }

    CodeBlock isIterating() {
        return CodeBlock.of("$N != null", iterator);
    }

    List<Parameter> iteratorParameters(CodeBlock lo, CodeBlock hi) {
        return List.of(
                Parameter.of(iteratorType(), iterator),
                new Parameter(TypeName.LONG, count, CodeBlock.of("$L - $L", hi, lo)));
    }

    CodeBlock iteratorLoop(Fragment body) {
        CodeBlock.Builder code = CodeBlock.builder();
        label.ifPresent(name -> code.add("$N:\n", name));
        return code.beginControlFlow("for (; $1N > 0 && $2N.hasNext(); $1N--)", count, iterator)
                .addStatement("$L = $N.next()", element(), iterator)
                .add(Counting.statements(body))
                .endControlFlow()
                .build();
    }
}
