package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * What a loop that an iteration can end adds to its class.
 *
 * <p>In the kernel {@code break} and {@code return} become the throw of a {@code LoopExit} with the values that the iteration
 * leaves behind, which {@code execute} catches and takes over. The method's own text asks afterwards which way the loop ended, and
 * returns or jumps where the loop would have.
 */
final class ExitWriter {

    static final String LEAVE = "leave";

    /** What no component of a record may be called. */
    private static final Set<String> TAKEN =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");

    private static final Set<String> NARROW =
            Set.of("byte", "short", "char", "java.lang.Byte", "java.lang.Short", "java.lang.Character");

    private final LoopScope scope;
    /** Each way out, with the number by which the generated code knows it; the loop's own end has 0. */
    private final Map<String, Integer> ways = new LinkedHashMap<>();

    private final List<Piece.Exit> exits = new ArrayList<>();
    private final Map<String, String> components = new LinkedHashMap<>();
    private final String record;
    private final String way;
    private final String result;
    private final String exit;
    private final boolean returns;
    private final boolean returnsValue;

    ExitWriter(LoopScope scope) {
        this.scope = scope;
        collect(scope.body);
        for (Piece.Exit piece : exits) {
            ways.putIfAbsent(key(piece), ways.size() + 1);
        }
        returns = exits.stream().anyMatch(e -> e.kind() == Piece.ExitKind.RETURN);
        returnsValue = returns && !scope.shape.isVoid();
        if (exits.isEmpty()) {
            record = way = result = exit = "";
        } else {
            record = scope.names.fresh("Exit");
            way = scope.names.fresh("way");
            result = scope.names.fresh("result");
            exit = scope.names.fresh("exit");
        }
    }

    /** The body with an end of the loop where the plan has one that the text does not. */
    static SourceText ending(SourceText body, Plan plan) {
        List<Piece> pieces = new ArrayList<>(List.of(new Piece.Verbatim("{ ")));
        pieces.addAll(body.pieces());
        for (Plan.Role role : plan.roles()) {
            if (role instanceof Plan.Role.ExitValue value && value.endsAt().isPresent()) {
                pieces.add(new Piece.Verbatim(value.endsAt().get() ? " if (" : " if (!"));
                pieces.add(new Piece.LocalUse(value.var()));
                pieces.add(new Piece.Verbatim(") "));
                SourceText leave = SourceText.verbatim("break;");
                pieces.add(new Piece.Exit(Piece.ExitKind.BREAK, leave, Optional.empty()));
                pieces.add(new Piece.Verbatim(" }"));
                return new SourceText(pieces);
            }
        }
        return body;
    }

    private void collect(SourceText text) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Exit found) {
                exits.add(found);
            }
            Mentions.inside(piece).forEach(this::collect);
        }
    }

    private static String key(Piece.Exit piece) {
        return switch (piece.kind()) {
            case BREAK -> "break";
            case RETURN -> "return";
            case JUMP -> flat(piece);
        };
    }

    /** A jump without the user's comments: {@code continue rows;}. */
    private static String flat(Piece.Exit piece) {
        StringBuilder text = new StringBuilder();
        for (Piece part : piece.statement().pieces()) {
            text.append(part instanceof Piece.Verbatim v ? v.text() : "");
        }
        return COMMENT.matcher(text).replaceAll(" ").strip().replaceAll("\\s+", " ");
    }

    boolean any() {
        return !exits.isEmpty();
    }

    /** Whether the method goes on behind the loop after some exit, with what the loop has left. */
    private boolean goesOn() {
        return exits.stream().anyMatch(e -> e.kind() != Piece.ExitKind.RETURN);
    }

    /** The type of the values that the loop returns. */
    Optional<TypeText> returned() {
        return returnsValue ? Optional.of(scope.shape.returnType()) : Optional.empty();
    }

    private TypeName returnType() {
        return Types.of(scope.shape.returnType());
    }

    /** Whether the number of the block in which the loop ended is asked for. */
    boolean needsBlock() {
        return goesOn() && scope.hasBlocks();
    }

    /** Whether the method must ask which way the loop ended. */
    boolean isAsked() {
        return exits.stream().anyMatch(e -> e.kind() != Piece.ExitKind.BREAK);
    }

    // ---- the values of an exit ----------------------------------------------------------------------------------

    private record Part(TypeName type, String name) {}

    /** The component of the record that holds a variable. */
    private String component(String variable) {
        return TAKEN.contains(variable) ? components.computeIfAbsent(variable, scope.names::fresh) : variable;
    }

    /** Those that every exit has. */
    private List<Part> values() {
        List<Part> parts = new ArrayList<>();
        if (!goesOn()) {
            return parts;
        }
        if (scope.hasBlocks()) {
            parts.add(new Part(TypeName.INT, scope.block));
        }
        scope.slots().forEach(s -> parts.add(new Part(s.type(), s.local())));
        carried().forEach(v -> parts.add(new Part(Types.of(v), v.name())));
        return parts;
    }

    /** Variables that are taken over as they are; the results of blocks are combined. */
    private List<Var> carried() {
        return scope.written.stream()
                .filter(v -> scope.slots().stream().noneMatch(s -> s.local().equals(v.name())))
                .toList();
    }

    TypeSpec record() {
        List<ParameterSpec> components = new ArrayList<>();
        if (ways.size() > 1) {
            components.add(ParameterSpec.builder(TypeName.INT, way).build());
        }
        if (returnsValue) {
            components.add(ParameterSpec.builder(returnType(), result).build());
        }
        values().forEach(p -> components.add(
                ParameterSpec.builder(p.type(), component(p.name())).build()));
        return TypeSpec.recordBuilder(record)
                .addJavadoc(
                        "How an iteration has ended the loop" + (ways.size() > 1 ? ", by $L" : "") + ".\n", describe())
                .addModifiers(Modifier.PRIVATE)
                .addTypeVariables(scope.typeVariables())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(components)
                        .build())
                .build();
    }

    private Object[] describe() {
        if (ways.size() < 2) {
            return new Object[0];
        }
        List<String> words = new ArrayList<>();
        ways.forEach((what, number) -> words.add(number + " {@code " + what.replaceAll(";$", "") + "}"));
        return new Object[] {String.join(", ", words)};
    }

    private TypeName recordType() {
        TypeName raw = ClassName.get("", record);
        return scope.typeVariables().isEmpty()
                ? raw
                : ParameterizedTypeName.get(
                        ClassName.get("", record), scope.typeVariables().toArray(new TypeName[0]));
    }

    // ---- in the text --------------------------------------------------------------------------------------------

    /** In a chunk kernel, where the rest of the chunk is left, too. */
    Fragment inKernel(Piece.Exit piece, TextWriter writer) {
        List<Fragment> arguments = new ArrayList<>();
        if (ways.size() > 1) {
            arguments.add(Fragment.of(Integer.toString(ways.get(key(piece)))));
        }
        Optional<Fragment> value = piece.value().map(writer::write);
        boolean narrow = returnsValue && NARROW.contains(Types.plainName(scope.shape.returnType()));
        if (returnsValue) {
            Fragment none = Fragment.of(Literals.defaultArgument(returnType()));
            arguments.add(narrow && value.isPresent() ? Fragment.of(result) : value.orElse(none));
        }
        values().forEach(p -> arguments.add(Fragment.of(p.name())));
        Fragment leaving = Fragment.of(
                "throw new ", Runtime.LOOP_EXIT, "(new ", recordType(), "(", Fragment.join(", ", arguments), "));");
        if (!narrow || value.isEmpty()) {
            return leaving;
        }
        // only an assignment makes a byte of a constant
        return Fragment.of("{ ", returnType(), " " + result + " = ", value.get(), "; ", leaving, " }");
    }

    /** In the loop as it is written, which is a method of its own and has the variables under their names. */
    Fragment asWritten(Piece.Exit piece, TextWriter writer) {
        if (piece.kind() == Piece.ExitKind.BREAK) {
            return writer.write(piece.statement());
        }
        Fragment text = Fragment.of("{ ");
        if (piece.value().isPresent()) {
            text = Fragment.of(
                    text, "this." + result + " = ", writer.write(piece.value().get()), "; ");
        }
        if (piece.kind() == Piece.ExitKind.JUMP) {
            for (Var var : scope.written) {
                text = Fragment.of(text, "this." + var.name() + " = " + var.name() + "; ");
            }
        }
        return Fragment.of(text, "this." + way + " = " + ways.get(key(piece)) + "; return; }");
    }

    // ---- in the class -------------------------------------------------------------------------------------------

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        if (isAsked()) {
            fields.add(FieldSpec.builder(TypeName.INT, way, Modifier.PRIVATE).build());
        }
        if (returnsValue) {
            fields.add(FieldSpec.builder(returnType(), result, Modifier.PRIVATE).build());
        }
        return fields;
    }

    /** Around what runs iterations. */
    void begin(CodeBlock.Builder code) {
        if (any()) {
            code.beginControlFlow("try");
        }
    }

    void end(CodeBlock.Builder code) {
        if (any()) {
            code.nextControlFlow("catch ($T $N)", Runtime.LOOP_EXIT, exit)
                    .addStatement("$L(($T) $N.values())", LEAVE, recordType(), exit)
                    .endControlFlow();
        }
    }

    /** Takes over what the iteration that has ended the loop leaves. */
    MethodSpec leave() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (isAsked()) {
            code.addStatement("$N = $L", way, ways.size() > 1 ? CodeBlock.of("$N.$N()", exit, way) : CodeBlock.of("1"));
        }
        if (returnsValue) {
            code.addStatement("$1N = $2N.$1N()", result, exit);
        }
        if (goesOn()) {
            carried().forEach(v -> code.addStatement("$N = $N.$N()", v.name(), exit, component(v.name())));
            if (scope.hasBlocks()) {
                scope.slots()
                        .forEach(s -> code.addStatement(
                                "$N[$N.$N()] = $N.$N()", s.array(), exit, scope.block, exit, component(s.local())));
                code.addStatement("$L($N.$N() + 1)", LoopScope.COMBINE, exit, scope.block);
            }
        }
        return MethodSpec.methodBuilder(LEAVE)
                .addModifiers(Modifier.PRIVATE)
                .addParameter(recordType(), exit)
                .addCode(code.build())
                .build();
    }

    /** In the method, behind the loop: first the returns, then, with the variables set, the jumps. */
    Fragment returning(String loop) {
        if (!returns) {
            return Fragment.EMPTY;
        }
        String value = returnsValue ? " " + loop + "." + result : "";
        return Fragment.of("    if (" + loop + "." + way + " == " + ways.get("return") + ") {\n        return" + value
                + ";\n    }\n");
    }

    Fragment jumping(String loop) {
        Fragment text = Fragment.EMPTY;
        for (Map.Entry<String, Integer> entry : ways.entrySet()) {
            if (!entry.getKey().equals("break") && !entry.getKey().equals("return")) {
                text = Fragment.of(
                        text,
                        "    if (" + loop + "." + way + " == " + entry.getValue() + ") {\n        " + entry.getKey()
                                + "\n    }\n");
            }
        }
        return text;
    }
}
