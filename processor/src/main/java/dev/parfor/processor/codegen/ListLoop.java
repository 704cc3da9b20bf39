package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * For-each over a list: by index where its class is exactly {@code ArrayList}, whose {@code size} and {@code get} are known. With any other
 * list the loop runs as it is written, by the list's own iterator: its methods may do anything, and the plain loop does not call these.
 */
final class ListLoop extends EachLoop {

    ListLoop(HeaderText.Each text, Optional<String> label, TextWriter writer, Names names, Set<Var> written) {
        super(text, label, writer, names, written);
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
    CodeBlock beforeLength(CodeBlock orElse) {
        CodeBlock isKnown = text.isCollection()
                ? CodeBlock.of("$N.isKnown()", elements)
                : CodeBlock.of("$T.exactClass($N, $T.class)", Runtime.GUARDS, elements, ArrayList.class);
        return CodeBlock.builder()
                .beginControlFlow("if (!$L)", isKnown)
                .add(orElse)
                .endControlFlow()
                .build();
    }

    @Override
    public boolean mayRunAsWritten() {
        return true;
    }

    @Override
    public String whyAsWritten() {
        return text.isCollection() ? "the collection is of a class that is not known" : "the list is not an ArrayList";
    }
}
