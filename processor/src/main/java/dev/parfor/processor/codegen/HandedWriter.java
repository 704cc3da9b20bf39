package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * What iterations hand on to the next ones: for each such variable a method that runs the statements which make it, for the last few
 * iterations before a chunk, and returns what they have left. Before the first chunk there are none, and the value is that from
 * before the loop.
 *
 * @param methods names by variable
 * @param starts names of fields with the values from before the loop, of those variables whose own fields get the last ones
 */
record HandedWriter(LoopScope scope, Map<Var, String> methods, Map<Var, String> starts) {

    static HandedWriter of(LoopScope scope) {
        Map<Var, String> methods = new LinkedHashMap<>();
        Map<Var, String> starts = new LinkedHashMap<>();
        for (Role role : scope.plan.roles()) {
            if (role instanceof Role.HandedOn handed) {
                methods.put(role.var(), scope.names.fresh(role.var().name() + "Before"));
                if (handed.readAfter()) {
                    starts.put(role.var(), scope.names.fresh(role.var().name() + "AtStart"));
                }
            }
        }
        return new HandedWriter(scope, methods, starts);
    }

    boolean any() {
        return !methods.isEmpty();
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        starts.forEach((var, name) -> fields.add(
                FieldSpec.builder(Types.of(var), name, Modifier.PRIVATE).build()));
        return fields;
    }

    /** Before the region: its last chunk may be over when its first one begins. */
    CodeBlock begin() {
        CodeBlock.Builder code = CodeBlock.builder();
        starts.forEach((var, name) -> code.addStatement("$N = $N", name, var.name()));
        return code.build();
    }

    private Role.HandedOn role(Var var) {
        return scope.plan.roles().stream()
                .filter(r -> r instanceof Role.HandedOn && r.var().equals(var))
                .map(r -> (Role.HandedOn) r)
                .findFirst()
                .orElseThrow();
    }

    /** A parameter of the chunk kernel, with the variable's value where a chunk begins if it is for one of these. */
    Parameter passed(Parameter parameter) {
        return methods.keySet().stream()
                .filter(v -> v.name().equals(parameter.name()))
                .map(v -> new Parameter(parameter.type(), parameter.name(), call(v, scope.first)))
                .findFirst()
                .orElse(parameter);
    }

    private CodeBlock call(Var var, CodeBlock first) {
        return PartOfLoop.call(methods.get(var), parameters(role(var), first));
    }

    private List<Parameter> parameters(Role.HandedOn role, CodeBlock first) {
        CodeBlock from = CodeBlock.of("$T.max(0, $L - $L)", Types.MATH, first, role.reach());
        List<Parameter> parameters = PartOfLoop.of(scope, text(role)).parameters(from, first);
        methods.keySet()
                .forEach(v -> parameters.add(
                        new Parameter(Types.of(v), v.name(), CodeBlock.of("$N", starts.getOrDefault(v, v.name())))));
        return parameters;
    }

    /** The statements one after the other. */
    private SourceText text(Role.HandedOn role) {
        Map<Span, Piece.Then> found = new LinkedHashMap<>();
        collect(scope.body, found);
        List<Piece> pieces = new ArrayList<>(List.of(new Piece.Verbatim("{ ")));
        for (Span at : role.statements()) {
            if (!found.containsKey(at)) {
                throw new IllegalArgumentException("the text lacks a statement of the loop: " + at);
            }
            pieces.add(found.get(at));
            pieces.add(new Piece.Verbatim("\n"));
        }
        pieces.add(new Piece.Verbatim("}"));
        return new SourceText(pieces);
    }

    private static void collect(SourceText text, Map<Span, Piece.Then> found) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Then then) {
                found.putIfAbsent(then.at(), then);
            }
        }
    }

    List<MethodSpec> specs() {
        List<MethodSpec> all = new ArrayList<>();
        methods.forEach((var, name) -> all.add(spec(role(var), name)));
        return all;
    }

    private MethodSpec spec(Role.HandedOn role, String name) {
        CodeBlock none = CodeBlock.of("");
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc(
                        "What the iterations before a chunk leave in {@code $L}.\n",
                        role.var().name())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariables(scope.typeVariables())
                .returns(Types.of(role.var()));
        parameters(role, none).forEach(p -> method.addParameter(p.type(), p.name()));
        scope.thrown().forEach(method::addException);
        SourceText text = text(role);
        Mentions mentions = Mentions.of(text);
        CodeBlock.Builder code = CodeBlock.builder().add(mentions.declaration());
        for (Role other : scope.plan.roles()) {
            if (!(other instanceof Role.HandedOn)
                    && mentions.words().contains(other.var().name())) {
                TypeName type = Types.of(other.var());
                code.addStatement("$T $N = $L", type, other.var().name(), Literals.defaultOf(type));
            }
        }
        code.add(scope.counting.loop(
                TextWriter.of(scope.self, scope.bridges, Map.of()).write(text)));
        code.addStatement("return $N", role.var().name());
        return method.addCode(code.build()).build();
    }
}
