package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a role of a variable adds to the class of its loop.
 *
 * @param parameters of the chunk kernel
 * @param locals declarations at the beginning of the chunk kernel
 * @param slots results of a block
 * @param combine what takes the results of the block numbered {@code block} over, in block order
 * @param lastValues variables handed out by the last iteration
 * @param fields variables that are fields: set before the loop, read after it
 * @param step how an induction variable moves
 * @param notes statements to insert into branches
 */
record RoleParts(
        List<Parameter> parameters,
        List<CodeBlock> locals,
        List<Slot> slots,
        Optional<CodeBlock> combine,
        List<Var> lastValues,
        List<Var> fields,
        Optional<InductionStep> step,
        Map<Span, String> notes) {

    static final RoleParts NONE = new RoleParts(
            List.of(), List.of(), List.of(), Optional.empty(), List.of(), List.of(), Optional.empty(), Map.of());

    RoleParts passing(Parameter parameter) {
        return new RoleParts(List.of(parameter), locals, slots, combine, lastValues, fields, step, notes);
    }

    RoleParts declaring(CodeBlock local) {
        return new RoleParts(parameters, List.of(local), slots, combine, lastValues, fields, step, notes);
    }

    RoleParts collecting(Slot slot) {
        return new RoleParts(parameters, locals, List.of(slot), combine, lastValues, fields, step, notes);
    }

    RoleParts leaving(Var lastValue) {
        return new RoleParts(parameters, locals, slots, combine, List.of(lastValue), fields, step, notes);
    }

    RoleParts inField(Var field) {
        return new RoleParts(parameters, locals, slots, combine, lastValues, List.of(field), step, notes);
    }

    RoleParts moving(InductionStep newStep) {
        return new RoleParts(parameters, locals, slots, combine, lastValues, fields, Optional.of(newStep), notes);
    }

    /**
     * A result of a block.
     *
     * @param local the variable of the chunk kernel that has it in the end
     * @param array the array with a cell for each block
     */
    record Slot(String local, TypeName type, String array, boolean isField) {

        /** Arrays of type variables and parameterized types don't exist. */
        boolean isErased() {
            return type instanceof com.palantir.javapoet.TypeVariableName
                    || type instanceof com.palantir.javapoet.ParameterizedTypeName
                    || type instanceof com.palantir.javapoet.ArrayTypeName;
        }

        TypeName element() {
            return isErased() ? Types.OBJECT : type;
        }

        /** The result of a block. */
        Fragment of(String block) {
            String cell = array + "[" + block + "]";
            return isErased() ? Fragment.of("(", type, ") " + cell) : Fragment.of(cell);
        }
    }

    /**
     * The step of an induction variable.
     *
     * @param field where it is kept; empty if it is a constant
     * @param value its value
     * @param canThrow whether evaluating it can
     */
    record InductionStep(Var var, TypeName type, Optional<String> field, CodeBlock value, boolean canThrow) {

        /** The variable's value before an iteration, in wrapping arithmetic. */
        CodeBlock at(CodeBlock iteration) {
            CodeBlock step = field.map(f -> CodeBlock.of("$N", f)).orElse(value);
            CodeBlock moved = step.toString().equals("1")
                    ? CodeBlock.of("$N + $L", var.name(), iteration)
                    : CodeBlock.of("$N + $L * $L", var.name(), step, iteration);
            return type.equals(TypeName.LONG) ? moved : CodeBlock.of("($T) ($L)", type, moved);
        }
    }
}
