package dev.parfor.processor.harness;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * A method and its variant.
 *
 * @param id its name among the generated ones, which no other has
 * @param signature as one reads it: {@code dot(double[], double[])}
 * @param owner the class of the method
 * @param result its erased type; {@code void} for none
 * @param arguments the object first, if it is an instance method
 * @param all what makes all arguments at once, in place of each one's own input
 * @param nested whether an argument is an array of arrays
 */
record Subject(
        String id,
        String name,
        String signature,
        ClassName owner,
        ClassName companion,
        String variant,
        boolean isStatic,
        TypeName result,
        List<Argument> arguments,
        Optional<CodeBlock> all,
        boolean nested) {

    Subject {
        arguments = List.copyOf(arguments);
    }

    /**
     * @param type erased
     * @param input an expression that makes it, of {@code in}, the {@code Inputs}; empty where all are made at once
     */
    record Argument(String name, TypeName type, CodeBlock input) {}

    boolean isVoid() {
        return result.equals(TypeName.VOID);
    }

    /** The call of the method itself, with an expression for each argument. */
    CodeBlock call(List<CodeBlock> values) {
        return isStatic
                ? CodeBlock.of("$T.$N($L)", owner, name, CodeBlock.join(values, ", "))
                : CodeBlock.of(
                        "$L.$N($L)", values.get(0), name, CodeBlock.join(values.subList(1, values.size()), ", "));
    }

    /** The call of its variant. */
    CodeBlock variantCall(CodeBlock team, List<CodeBlock> values) {
        CodeBlock.Builder call = CodeBlock.builder().add("$T.$N($L", companion, variant, team);
        values.forEach(v -> call.add(", $L", v));
        return call.add(")").build();
    }

    /** An expression for the array of all arguments. */
    CodeBlock made() {
        return all.orElseGet(() -> CodeBlock.of(
                "new $T[] {$L}",
                Object.class,
                CodeBlock.join(arguments.stream().map(Argument::input).toList(), ", ")));
    }

    /** Sizes that are not too large for arrays of arrays. */
    List<Integer> sizes(List<Integer> wanted, int mostNested) {
        return wanted.stream()
                .map(s -> nested ? Math.min(s, mostNested) : s)
                .distinct()
                .toList();
    }
}
