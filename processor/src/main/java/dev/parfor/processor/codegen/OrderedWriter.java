package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * What a loop that ends in an ordered block adds to its class.
 *
 * <p>The kernel has the loop's text, but where the block stands it keeps what the block needs, in a record for each iteration. The
 * block itself is a method of the loop, whose fields are the variables that it finds around it. And once more the whole text, for where
 * the loop runs on one thread.
 */
final class OrderedWriter {

    static final String ALONE = "alone";
    static final String AHEAD = "ahead";
    static final String WHOLE = "whole";
    private static final String IN_ORDER = "inOrder";
    private static final ClassName LIST = ClassName.get(List.class);

    /** What no component of a record may be called. */
    private static final Set<String> TAKEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final LoopScope scope;
    private final Span at;
    private final List<Var> vars;
    private final Map<Var, Object> constants;
    private final String record;
    private final String item;
    /** The list that the kernel adds to. */
    final String list;

    private final Map<Var, String> components = new HashMap<>();

    OrderedWriter(LoopScope scope, dev.parfor.processor.judgement.Plan.InOrder plan) {
        this.scope = scope;
        this.at = plan.at();
        this.vars = plan.handed();
        this.constants = plan.constants();
        this.record = scope.names.fresh("Handed");
        this.item = scope.names.fresh("each");
        this.list = scope.names.fresh("handed");
        for (Var var : vars) {
            components.put(
                    var,
                    TAKEN.contains(var.name()) ? scope.names.fresh("its" + Names.capitalized(var.name())) : var.name());
        }
    }

    private TypeName recordType(ClassName raw) {
        return scope.typeVariables().isEmpty()
                ? raw
                : ParameterizedTypeName.get(raw, scope.typeVariables().toArray(new TypeName[0]));
    }

    private TypeName recordType() {
        return recordType(ClassName.get("", record));
    }

    TypeName superclass() {
        ClassName qualified = ClassName.get("", scope.className).nestedClass(record);
        return ParameterizedTypeName.get(Runtime.ORDERED_BODY, recordType(qualified));
    }

    Parameter parameter() {
        return Parameter.of(ParameterizedTypeName.get(LIST, recordType()), list);
    }

    TypeSpec record() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        vars.forEach(v -> components.addParameter(
                ParameterSpec.builder(Types.of(v), this.components.get(v)).build()));
        return TypeSpec.recordBuilder(record)
                .addJavadoc("What an iteration hands to its ordered block.\n")
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariables(scope.typeVariables())
                .recordConstructor(components.build())
                .build();
    }

    /** The body with the hand-over in place of the block. */
    SourceText ahead() {
        List<String> values = vars.stream().map(Var::name).toList();
        String diamond = scope.typeVariables().isEmpty() ? "" : "<>";
        String keep = list + ".add(new " + record + diamond + "(" + String.join(", ", values) + "));";
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : scope.body.pieces()) {
            pieces.add(isBlock(piece) ? new Piece.Verbatim(keep) : piece);
        }
        return new SourceText(pieces);
    }

    private boolean isBlock(Piece piece) {
        return piece instanceof Piece.Then then && then.at().equals(at);
    }

    private SourceText block() {
        return scope.body.pieces().stream()
                .filter(this::isBlock)
                .map(p -> ((Piece.Then) p).statement())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the text lacks the ordered block: " + at));
    }

    /** {@code inOrder(handed)} of the body. */
    MethodSpec inOrder() {
        SourceText block = block();
        CodeBlock.Builder code = CodeBlock.builder().add(Mentions.of(block).declaration());
        constants.entrySet().stream()
                .sorted(Comparator.comparing(c -> c.getKey().id()))
                .forEach(c -> code.addStatement(
                        "final $T $N = $L", Types.of(c.getKey()), c.getKey().name(), Literals.of(c.getValue())));
        scope.text.label().ifPresent(name -> code.add("$N:\n", name));
        code.beginControlFlow("for ($T $N : $N)", recordType(), item, list);
        for (Var var : vars) {
            code.addStatement("$T $N = $N.$N()", Types.of(var), var.name(), item, components.get(var));
        }
        code.add(Counting.statements(scope.plainWriter.write(block))).endControlFlow();
        MethodSpec.Builder method = overriding(IN_ORDER);
        scope.thrown().forEach(method::addException);
        return method.addParameter(parameter().type(), list)
                .addCode(code.build())
                .build();
    }

    static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    /** Where chunks have arrays of their own, the block of an iteration must run before the next iteration writes to them. */
    List<MethodSpec> oneByOne() {
        return scope.plan.scratch().isEmpty()
                ? List.of()
                : List.of(overriding("isOneByOne")
                        .returns(TypeName.BOOLEAN)
                        .addStatement("return true")
                        .build());
    }
}
