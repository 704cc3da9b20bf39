package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The first pass of a loop with running values: a kernel of its own, which is the loop without its stores, leaves for each block
 * what it adds; then it is known where each block starts. Nothing is written by then, so whatever is thrown leads to the
 * loop as it is written.
 *
 * @param starts for each scan, the name of the field with the values at which blocks start
 * @param site the name of the first pass's own site: what is learned of one pass says nothing of the other
 */
record ScanWriter(LoopScope scope, Map<Role.Scan, String> starts, String site) {

    private static final String AHEAD = "ahead";
    private static final String ADD_UP = "addUp";

    static ScanWriter of(LoopScope scope) {
        return new ScanWriter(scope, names(scope.plan.roles(), scope.names), scope.names.fresh("AHEAD"));
    }

    private static Map<Role.Scan, String> names(List<Role> roles, Names names) {
        Map<Role.Scan, String> starts = new LinkedHashMap<>();
        for (Role role : roles) {
            if (role instanceof Role.Scan scan) {
                starts.put(scan, names.fresh(scan.var().name() + "AtBlock"));
            }
        }
        return starts;
    }

    boolean any() {
        return !starts.isEmpty();
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        starts.forEach((scan, name) ->
                fields.add(FieldSpec.builder(ArrayTypeName.of(Types.of(scan.var())), name, Modifier.PRIVATE)
                        .build()));
        return fields;
    }

    FieldSpec siteField() {
        return FieldSpec.builder(Runtime.LOOP_SITE, site, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "$T.of($S, $S, $L, $T.$L, $L)",
                        Runtime.LOOP_SITE,
                        scope.shape.display(),
                        scope.nest.span().file(),
                        scope.nest.span().line(),
                        Runtime.SCHEDULE,
                        scope.nest.options().schedule(),
                        scope.nest.options().chunk())
                .build();
    }

    /** Runs the first pass, and adds up where blocks start. */
    CodeBlock run(CodeBlock again) {
        MethodSpec.Builder run = MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(TypeName.LONG, scope.lo)
                .addParameter(TypeName.LONG, scope.hi)
                .addCode(CodeBlock.builder()
                        .beginControlFlow(
                                "for (int $1N = (int) $2N; $1N < $3N; $1N++)", scope.block, scope.lo, scope.hi)
                        .addStatement("$L", call())
                        .endControlFlow()
                        .build());
        scope.thrown().forEach(run::addException);
        TypeSpec body = TypeSpec.anonymousClassBuilder("")
                .superclass(Runtime.LOOP_BODY)
                .addMethod(run.build())
                .build();
        CodeBlock.Builder code = CodeBlock.builder();
        if (isExact()) {
            code.beginControlFlow("if ($N.threads() < 3)", scope.team)
                    .add(again)
                    .endControlFlow();
        }
        starts.forEach(
                (scan, name) -> code.addStatement("$N = new $T[$N.count()]", name, Types.of(scan.var()), scope.blocks));
        code.beginControlFlow("try")
                .addStatement("$T.run($N, $N, $N, $L)", Runtime.PARFOR, scope.team, site, scope.blocks, body)
                .nextControlFlow("catch ($T e)", Runtime.CANCELLED)
                .addStatement("throw e")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .add(again)
                .endControlFlow()
                .addStatement("$L()", ADD_UP);
        return code.build();
    }

    /** Whether the values are those of the plain loop, so that two threads need not go through two passes. */
    private boolean isExact() {
        return starts.keySet().stream()
                .noneMatch(s ->
                        s.step() instanceof Role.Reduction && s.var().type().isFloating());
    }

    private CodeBlock call() {
        return PartOfLoop.call(AHEAD, parameters());
    }

    private List<Parameter> parameters() {
        CodeBlock first = CodeBlock.of("$N.start($N)", scope.blocks, scope.block);
        CodeBlock end = CodeBlock.of("$N.end($N)", scope.blocks, scope.block);
        List<Parameter> parameters = PartOfLoop.of(scope, text()).parameters(first, end);
        for (int r = 0; r < scope.plan.roles().size(); r++) {
            if (scope.plan.roles().get(r) instanceof Role.Induction) {
                parameters.addAll(scope.roles.get(r).parameters());
            }
        }
        for (Role.Scan scan : starts.keySet()) {
            TypeName type = Types.of(scan.var());
            String name = scan.var().name();
            Optional<String> identity = scan.step() instanceof Role.Reduction reduction
                    ? RoleWriter.identity(reduction.operator(), type)
                    : Optional.empty();
            CodeBlock start = identity.map(i -> CodeBlock.of("$N == 0 ? $N : ($T) $L", scope.block, name, type, i))
                    .orElse(CodeBlock.of("$N", name));
            parameters.add(new Parameter(type, name, start));
        }
        parameters.add(new Parameter(scope.typed(), scope.out, CodeBlock.of("$N.this", scope.className)));
        parameters.add(Parameter.of(TypeName.INT, scope.block));
        return parameters;
    }

    /** The loop's text without its stores. */
    private SourceText text() {
        Set<Span> places = new HashSet<>();
        starts.keySet().forEach(s -> places.addAll(s.stores()));
        SourceText text = without(scope.body, places);
        if (!places.isEmpty()) {
            throw new IllegalArgumentException("the text lacks a statement of the loop: " + places);
        }
        return text;
    }

    /** @param places of those that are left out; those that are found are removed */
    private static SourceText without(SourceText text, Set<Span> places) {
        List<Piece> pieces = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Then then && places.remove(then.at())) {
                pieces.add(new Piece.Verbatim(";"));
            } else if (piece instanceof Piece.Then then) {
                pieces.add(new Piece.Then(then.at(), without(then.statement(), places)));
            } else {
                pieces.add(piece);
            }
        }
        return new SourceText(pieces);
    }

    List<MethodSpec> methods() {
        MethodSpec.Builder ahead = MethodSpec.methodBuilder(AHEAD)
                .addJavadoc("What a block adds: the loop without its stores.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariables(scope.typeVariables());
        parameters().forEach(p -> ahead.addParameter(p.type(), p.name()));
        scope.thrown().forEach(ahead::addException);
        SourceText text = text();
        CodeBlock.Builder code = CodeBlock.builder().add(Mentions.of(text).declaration());
        for (Role role : scope.plan.roles()) {
            if (!(role instanceof Role.Scan || role instanceof Role.Induction)) {
                TypeName type = Types.of(role.var());
                code.addStatement("$T $N = $L", type, role.var().name(), Literals.defaultOf(type));
            }
        }
        TextWriter writer = TextWriter.of(scope.self, scope.bridges, Map.of());
        code.add(Chains.ofScans(scope, text, starts.keySet())
                .map(c -> c.loop((Chains.Steady) scope.counting, writer, w -> w.write(text), false))
                .orElseGet(() -> scope.counting.loop(writer.write(text))));
        starts.forEach((scan, name) -> code.addStatement(
                "$N.$N[$N] = $N", scope.out, name, scope.block, scan.var().name()));
        return List.of(ahead.addCode(code.build()).build(), addUp());
    }

    private MethodSpec addUp() {
        CodeBlock.Builder code = CodeBlock.builder();
        starts.forEach((scan, name) -> {
            TypeName type = Types.of(scan.var());
            String at = scope.names.fresh(scan.var().name() + "SoFar");
            String added = scope.names.fresh(scan.var().name() + "Added");
            CodeBlock next = scan.step() instanceof Role.Reduction reduction
                    ? CodeBlock.of("$N $L= $N", at, reduction.operator().symbol(), added)
                    : CodeBlock.of(
                            "$1N = ($2T) $3T.$4L($1N, $5N)",
                            at,
                            type,
                            Types.MATH,
                            ((Role.MathExtreme) scan.step()).max() ? "max" : "min",
                            added);
            code.addStatement("$T $N = $N", type, at, scan.var().name())
                    .beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", scope.block, name)
                    .addStatement("$T $N = $N[$N]", type, added, name, scope.block)
                    .addStatement("$N[$N] = $N", name, scope.block, at)
                    .beginControlFlow("if ($N == 0)", scope.block)
                    .addStatement("$N = $N", at, added)
                    .nextControlFlow("else")
                    .addStatement(next)
                    .endControlFlow()
                    .endControlFlow();
        });
        return MethodSpec.methodBuilder(ADD_UP)
                .addJavadoc("From what blocks add to where they start, in their order.\n")
                .addModifiers(Modifier.PRIVATE)
                .addCode(code.build())
                .build();
    }
}
