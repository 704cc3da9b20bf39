package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Some of a loop's statements, which a method of its own runs for a range of iterations: what it is given, and how it begins. */
record PartOfLoop(LoopScope scope, SourceText text, Mentions mentions) {

    static PartOfLoop of(LoopScope scope, SourceText text) {
        return new PartOfLoop(scope, text, Mentions.of(text));
    }

    /** The range, the receiver, and what the statements mention of the method's variables. */
    List<Parameter> parameters(CodeBlock first, CodeBlock end) {
        List<Parameter> parameters = new ArrayList<>(scope.counting.parameters(first, end));
        if (scope.usesSelf) {
            parameters.add(Parameter.of(scope.shape.receiver(), scope.self));
        }
        Set<String> names = new HashSet<>();
        parameters.forEach(p -> names.add(p.name()));
        scope.read.stream()
                .filter(v -> (scope.isElements(v)
                                || mentions.words().contains(v.name())
                                        && !mentions.constants().containsKey(v))
                        && names.add(v.name()))
                .forEach(v -> parameters.add(Parameter.of(Types.of(v), v.name())));
        return parameters;
    }

    static CodeBlock call(String method, List<Parameter> parameters) {
        return CodeBlock.of(
                "$L($L)", method, parameters.stream().map(Parameter::argument).collect(CodeBlock.joining(",$W")));
    }
}
