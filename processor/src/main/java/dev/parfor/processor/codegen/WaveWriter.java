package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.judgement.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A loop that runs in tiles: its kernel is given a row and a range of columns. The loop over the columns stands in the text as it
 * is written, but for where it starts and ends.
 */
final class WaveWriter {

    private static final String COLUMNS = "columns";

    /** Each row has its own sums: more of them than that are not worth their memory. */
    private static final int MOST_RESULTS = 1 << 22;

    private final LoopScope scope;
    private final Wave wave;
    private final IntLoop counting;
    private final String rowNumber;
    private final String first;
    private final String end;
    private final String columns;
    private final Map<Span, SourceText> found = new HashMap<>();

    /** @param body the text of the loop over the rows, where the start and the bound of the inner one are to be found */
    WaveWriter(LoopScope scope, Wave wave, SourceText body) {
        this.scope = scope;
        this.wave = wave;
        this.rowNumber = scope.names.fresh("row");
        this.columns = scope.names.fresh("columns");
        this.first = scope.names.fresh("first");
        this.end = scope.names.fresh("end");
        collect(body);
        for (Span place : List.of(wave.start().span(), wave.bound().span(), wave.condition())) {
            if (!found.containsKey(place)) {
                throw new IllegalArgumentException("the text lacks a part of the inner loop's header: " + place);
            }
        }
        Expr step = new Expr.Literal(wave.at(), Type.Primitive.INT, Optional.of(wave.step()));
        Header.Counted header =
                new Header.Counted(wave.at(), wave.column(), true, wave.start(), wave.relation(), wave.bound(), step);
        HeaderText.Counted text = new HeaderText.Counted(
                new TypeText.Keyword("int"),
                wave.column().name(),
                found.get(wave.start().span()),
                found.get(wave.bound().span()),
                SourceText.verbatim("1"),
                wave.step() < 0);
        this.counting = new IntLoop(
                header, text, Optional.empty(), TextWriter.of(scope.self, scope.bridges, Map.of()), scope.names);
    }

    private void collect(SourceText text) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Place place) {
                found.put(place.at(), place.text());
            }
            Mentions.inside(piece).forEach(this::collect);
        }
    }

    /** What stands in the kernel for parts of the inner loop's header. */
    Map<Span, SourceText> texts() {
        String test = wave.column().name() + (wave.step() > 0 ? " < " : " > ") + counting.to();
        return Map.of(
                wave.start().span(), SourceText.verbatim(counting.from()), wave.condition(), SourceText.verbatim(test));
    }

    List<FieldSpec> fields() {
        return counting.fields();
    }

    /** How many columns there are; none where that can't be told, or evaluating it throws. */
    MethodSpec columns() {
        CodeBlock none = CodeBlock.builder()
                .addStatement("return $T.NONE", Runtime.TRIP_COUNT)
                .build();
        return MethodSpec.methodBuilder(COLUMNS)
                .addJavadoc("How many columns each row has.\n")
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .beginControlFlow("try")
                .addCode(counting.count(columns, CodeBlock.of(""), none))
                .addStatement("return $N", columns)
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addComment("the loop itself throws it, in its first row")
                .addCode(none)
                .endControlFlow()
                .build();
    }

    CodeBlock region(CodeBlock orElse) {
        CodeBlock.Builder code = CodeBlock.builder()
                .addStatement("long $N = $L()", columns, COLUMNS)
                .beginControlFlow(
                        scope.combines() ? "if ($N == $T.NONE || $N > $L)" : "if ($N == $T.NONE)",
                        scope.combines()
                                ? new Object[] {columns, Runtime.TRIP_COUNT, scope.tripCount, MOST_RESULTS}
                                : new Object[] {columns, Runtime.TRIP_COUNT})
                .add(orElse)
                .endControlFlow();
        for (RoleParts.Slot slot : scope.slots()) {
            code.addStatement("$N = new $T[(int) $N]", slot.array(), slot.element(), scope.tripCount);
        }
        return code.addStatement(
                        "$T.wavefront($N, $N, $N, $N, $L, this)",
                        Runtime.PARFOR,
                        scope.team,
                        scope.site,
                        scope.tripCount,
                        columns,
                        wave.skew())
                .build();
    }

    /** A part of a row. */
    MethodSpec run(ChunkWriter chunk) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(TypeName.LONG, rowNumber)
                .addParameter(TypeName.LONG, first)
                .addParameter(TypeName.LONG, end);
        scope.thrown().forEach(method::addException);
        if (scope.combines()) {
            method.addStatement("int $N = (int) $N", scope.block, rowNumber);
        }
        return method.addStatement(chunk.callOfRow(
                        parameters(CodeBlock.of("$N", rowNumber), CodeBlock.of("$N", first), CodeBlock.of("$N", end))))
                .build();
    }

    /** A variable that columns gather: a part of a row goes on where the one before has ended. */
    Parameter passed(Parameter parameter) {
        RoleParts.Slot slot = scope.slots().stream()
                .filter(s -> s.local().equals(parameter.name()))
                .findFirst()
                .orElseThrow();
        CodeBlock argument =
                CodeBlock.of("$N > 0 ? $L : $L", first, slot.of(scope.block).code(), parameter.argument());
        return new Parameter(parameter.type(), parameter.name(), argument);
    }

    /** What the kernel is given: the row's index, and the columns. */
    List<Parameter> parameters(CodeBlock row, CodeBlock from, CodeBlock to) {
        CountedHeader rows = (CountedHeader) scope.counting;
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(rows.index(), rows.text.index(), rows.indexAt(rows.start, row)));
        parameters.addAll(counting.parameters(from, to));
        return parameters;
    }
}
