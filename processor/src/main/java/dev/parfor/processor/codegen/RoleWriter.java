package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From the role of a variable to its code.
 *
 * <p>A reduction is evaluated in blocks whose number and size depend on the trip count alone. The first block goes on from
 * the variable's value before the loop. The others start at the identity of the operator, or, where doing it twice does no
 * harm, at the same value. Results are combined in block order.
 *
 * @param block name of the block's number where blocks are run and combined
 * @param blocks name of the field with the blocks
 * @param first the number of a chunk's first iteration where the kernel is called
 * @param starts for each running value, the name of the field with those that blocks start from
 */
record RoleWriter(
        Names names,
        PathWriter paths,
        Bridges bridges,
        String block,
        String blocks,
        CodeBlock first,
        Map<Role.Scan, String> starts)
        implements Role.Visitor<RoleParts> {

    @Override
    public RoleParts privateVar(Role.Private role) {
        return RoleParts.NONE.declaring(declaration(role.var()));
    }

    @Override
    public RoleParts lastValue(Role.LastValue role) {
        return RoleParts.NONE
                .declaring(declaration(role.var()))
                .leaving(role.var())
                .inField(role.var());
    }

    @Override
    public RoleParts conditionalLast(Role.ConditionalLast role) {
        Var var = role.var();
        RoleParts.Slot slot = slot(var);
        String found = names.fresh(var.name() + "Found");
        RoleParts.Slot flag = new RoleParts.Slot(found, TypeName.BOOLEAN, names.fresh(found + "InBlock"), false);
        Map<Span, String> notes = new LinkedHashMap<>();
        role.places().forEach(at -> notes.put(at, found + " = true;"));
        CodeBlock combine = CodeBlock.builder()
                .beginControlFlow("if ($L)", flag.of(block).code())
                .addStatement("$N = $L", var.name(), slot.of(block).code())
                .endControlFlow()
                .build();
        return new RoleParts(
                List.of(startingAt(var, Optional.empty())),
                List.of(CodeBlock.of("boolean $N = false;\n", found)),
                List.of(slot, flag),
                Optional.of(combine),
                List.of(),
                List.of(var),
                Optional.empty(),
                notes);
    }

    /** Every path to a use goes through a write; the compiler wants a value all the same. */
    private static CodeBlock declaration(Var var) {
        TypeName type = Types.of(var);
        return CodeBlock.of("$T $N = $L;\n", type, var.name(), Literals.defaultOf(type));
    }

    @Override
    public RoleParts exitValue(Role.ExitValue role) {
        Var var = role.var();
        return RoleParts.NONE.passing(Parameter.of(Types.of(var), var.name())).inField(var);
    }

    /** The field itself is what the block reads and writes. */
    @Override
    public RoleParts ordered(Role.Ordered role) {
        return RoleParts.NONE.inField(role.var());
    }

    @Override
    public RoleParts induction(Role.Induction role) {
        TypeName type = Types.of(role.var());
        boolean constant = role.step().stream().allMatch(t -> t.factors().isEmpty());
        boolean canThrow =
                role.step().stream().flatMap(t -> t.factors().stream()).anyMatch(PathWriter::canThrow);
        CodeBlock value = constant
                ? CodeBlock.of(PathWriter.number(
                        role.step().stream().mapToLong(Role.Term::coefficient).sum()))
                : CodeBlock.join(role.step().stream().map(this::term).toList(), " + ");
        Optional<String> field = constant
                ? Optional.empty()
                : Optional.of(
                        names.fresh("stepOf" + Names.capitalized(role.var().name())));
        RoleParts.InductionStep step = new RoleParts.InductionStep(role.var(), type, field, value, canThrow);
        return RoleParts.NONE
                .passing(new Parameter(type, role.var().name(), step.at(first)))
                .inField(role.var())
                .moving(step);
    }

    /** In {@code long} arithmetic, whose low bits are those of the variable's own type. */
    private CodeBlock term(Role.Term term) {
        List<CodeBlock> factors = new ArrayList<>();
        if (term.coefficient() != 1 || term.factors().isEmpty()) {
            factors.add(CodeBlock.of("$LL", term.coefficient()));
        }
        for (Path path : term.factors()) {
            CodeBlock factor = paths.write(path).code();
            factors.add(factors.isEmpty() && term.factors().size() > 1 ? CodeBlock.of("(long) $L", factor) : factor);
        }
        return CodeBlock.join(factors, " * ");
    }

    /** What the blocks count is added where what they have filled is merged. */
    @Override
    public RoleParts position(Role.Position role) {
        Var var = role.var();
        return RoleParts.NONE
                .passing(new Parameter(Types.of(var), var.name(), CodeBlock.of("0")))
                .collecting(new RoleParts.Slot(var.name(), Types.of(var), names.fresh(var.name() + "OfBlock"), false))
                .inField(var);
    }

    @Override
    public RoleParts scan(Role.Scan role) {
        Var var = role.var();
        return RoleParts.NONE
                .passing(new Parameter(Types.of(var), var.name(), CodeBlock.of("$N[$N]", starts.get(role), block)))
                .leaving(var)
                .inField(var);
    }

    /** What is passed is said by {@link HandedWriter}. */
    @Override
    public RoleParts handedOn(Role.HandedOn role) {
        Var var = role.var();
        RoleParts parts =
                RoleParts.NONE.passing(Parameter.of(Types.of(var), var.name())).inField(var);
        return role.readAfter() ? parts.leaving(var) : parts;
    }

    @Override
    public RoleParts reduction(Role.Reduction role) {
        String name = role.var().name();
        TypeName type = Types.of(role.var());
        RoleParts.Slot slot = slot(role.var());
        boolean conditional = role.operator() == Operator.CONDITIONAL_AND || role.operator() == Operator.CONDITIONAL_OR;
        CodeBlock combine = conditional
                ? CodeBlock.of(
                        "$1N = $1N $2L $3L;\n",
                        name,
                        role.operator().symbol(),
                        slot.of(block).code())
                : CodeBlock.of(
                        "$N $L= $L;\n",
                        name,
                        role.operator().symbol(),
                        slot.of(block).code());
        return reduced(
                role.var(),
                startingAt(role.var(), identity(role.operator(), type).map(CodeBlock::of)),
                slot,
                combine);
    }

    /** Empty where a block may start from the value before the loop. */
    static Optional<String> identity(Operator operator, TypeName type) {
        return switch (operator) {
            case ADD ->
                Optional.of(type.equals(TypeName.FLOAT) ? "-0.0f" : type.equals(TypeName.DOUBLE) ? "-0.0" : "0");
            case XOR -> Optional.of(type.equals(TypeName.BOOLEAN) ? "false" : "0");
            case MULTIPLY -> Optional.of("1");
            case AND, OR, CONDITIONAL_AND, CONDITIONAL_OR -> Optional.empty();
            default -> throw new IllegalArgumentException("no reduction: " + operator);
        };
    }

    @Override
    public RoleParts userReduction(Role.UserReduction role) {
        RoleParts.Slot slot = slot(role.var());
        Fragment combined = combined(role.method(), role.var().name(), slot.of(block));
        CodeBlock combine = CodeBlock.of("$N = $L;\n", role.var().name(), combined.code());
        return reduced(
                role.var(), startingAt(role.var(), Optional.of(CodeBlock.of("$L", role.identity()))), slot, combine);
    }

    @Override
    public RoleParts horner(Role.Horner role) {
        RoleParts.Slot slot = slot(role.var());
        TypeName type = Types.of(role.var());
        CodeBlock power = CodeBlock.of("$N.power($N, $LL)", blocks, block, role.factor());
        CodeBlock combine = CodeBlock.of(
                "$1N = $1N * $2L + $3L;\n",
                role.var().name(),
                type.equals(TypeName.LONG) ? power : CodeBlock.of("(int) $L", power),
                slot.of(block).code());
        return reduced(role.var(), startingAt(role.var(), Optional.of(CodeBlock.of("0"))), slot, combine);
    }

    /** {@code f(a, b)}, {@code a.f(b)} or {@code self.f(a, b)}, as the method is declared. */
    private Fragment combined(MethodRef method, String earlier, Fragment later) {
        boolean onSelf = !method.isStatic() && method.parameters().size() == 2;
        if (method.isPrivate()) {
            List<Fragment> operands = new ArrayList<>();
            if (onSelf) {
                operands.add(Fragment.of(paths.self()));
            }
            operands.add(Fragment.of(earlier));
            operands.add(later);
            return bridges.call(method, operands);
        }
        String call = "." + method.name() + "(";
        if (method.isStatic()) {
            return Fragment.of(Types.named(method.owner()), call + earlier + ", ", later, ")");
        }
        return onSelf
                ? Fragment.of(paths.self() + call + earlier + ", ", later, ")")
                : Fragment.of(earlier + call, later, ")");
    }

    @Override
    public RoleParts mathExtreme(Role.MathExtreme role) {
        String name = role.var().name();
        TypeName type = Types.of(role.var());
        RoleParts.Slot slot = slot(role.var());
        CodeBlock extreme = CodeBlock.of(
                "$T.$L($N, $L)",
                Types.MATH,
                role.max() ? "max" : "min",
                name,
                slot.of(block).code());
        boolean isNarrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        CodeBlock combine = isNarrow
                ? CodeBlock.of("$N = ($T) $L;\n", name, type, extreme)
                : CodeBlock.of("$N = $L;\n", name, extreme);
        return reduced(role.var(), startingAt(role.var(), Optional.empty()), slot, combine);
    }

    @Override
    public RoleParts compareExtreme(Role.CompareExtreme role) {
        List<Parameter> parameters = new ArrayList<>();
        List<RoleParts.Slot> slots = new ArrayList<>();
        List<Var> fields = new ArrayList<>();
        CodeBlock.Builder taken = CodeBlock.builder();
        fields.add(role.var());
        fields.addAll(role.payload());
        for (Var var : fields) {
            RoleParts.Slot slot = slot(var);
            slots.add(slot);
            parameters.add(startingAt(var, Optional.empty()));
            taken.addStatement("$N = $L", var.name(), slot.of(block).code());
        }
        CodeBlock later = slots.get(0).of(block).code();
        CodeBlock condition = CodeBlock.of(
                "$L $L $N", later, role.relation().symbol(), role.var().name());
        List<CodeBlock> locals = new ArrayList<>();
        Map<Span, String> notes = Map.of();
        if (role.found().isPresent()) {
            String found = names.fresh("found");
            RoleParts.Slot slot = new RoleParts.Slot(found, TypeName.BOOLEAN, names.fresh(found + "InBlock"), false);
            slots.add(slot);
            locals.add(CodeBlock.of("boolean $N = false;\n", found));
            notes = Map.of(role.found().get(), found + " = true;");
            condition = CodeBlock.of("$L && $L", slot.of(block).code(), condition);
        }
        CodeBlock combine = CodeBlock.builder()
                .beginControlFlow("if ($L)", condition)
                .add(taken.build())
                .endControlFlow()
                .build();
        return new RoleParts(
                parameters, locals, slots, Optional.of(combine), List.of(), fields, Optional.empty(), notes);
    }

    @Override
    public RoleParts indexedExtreme(Role.IndexedExtreme role) {
        Var var = role.var();
        RoleParts.Slot slot = slot(var);
        List<RoleParts.Slot> slots = new ArrayList<>(List.of(slot));
        List<CodeBlock> locals = new ArrayList<>();
        Map<Span, String> notes = Map.of();
        CodeBlock later = slot.of(block).code();
        // Only an index that some iteration has looked at is looked at here.
        CodeBlock taken = CodeBlock.of("$L != $N", later, var.name());
        if (role.found().isPresent()) {
            String found = names.fresh("found");
            RoleParts.Slot flag = new RoleParts.Slot(found, TypeName.BOOLEAN, names.fresh(found + "InBlock"), false);
            slots.add(flag);
            locals.add(CodeBlock.of("boolean $N = false;\n", found));
            notes = Map.of(role.found().get(), found + " = true;");
            taken = flag.of(block).code();
        }
        CodeBlock combine = CodeBlock.builder()
                .beginControlFlow(
                        "if ($1L && $2N[$3L] $4L $2N[$5N])",
                        taken,
                        role.array().name(),
                        later,
                        role.relation().symbol(),
                        var.name())
                .addStatement("$N = $L", var.name(), later)
                .endControlFlow()
                .build();
        return new RoleParts(
                List.of(startingAt(var, Optional.empty())),
                locals,
                slots,
                Optional.of(combine),
                List.of(),
                List.of(var),
                Optional.empty(),
                notes);
    }

    private static RoleParts reduced(Var var, Parameter parameter, RoleParts.Slot slot, CodeBlock combine) {
        return new RoleParts(
                List.of(parameter),
                List.of(),
                List.of(slot),
                Optional.of(combine),
                List.of(),
                List.of(var),
                Optional.empty(),
                Map.of());
    }

    private RoleParts.Slot slot(Var var) {
        return new RoleParts.Slot(var.name(), Types.of(var), names.fresh(var.name() + "OfBlock"), true);
    }

    private Parameter startingAt(Var var, Optional<CodeBlock> identity) {
        CodeBlock before = CodeBlock.of("$N", var.name());
        CodeBlock value = identity.map(i -> CodeBlock.of("$N == 0 ? $N : $L", block, var.name(), i))
                .orElse(before);
        return new Parameter(Types.of(var), var.name(), value, before);
    }
}
