package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.SourceText.Piece.Watch;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Proof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What checked mode adds to a loop: its text says which array, object and index it uses, and each iteration has a recorder that is
 * told. A loop whose text accesses nothing has none, nor has a wavefront, whose iterations meet by design.
 */
final class Recording {

    /** The variable, and the field, that records for the loop. */
    final String shadow;

    private final String iteration;
    private final String index;
    private final Map<Span, Integer> places = new LinkedHashMap<>();
    /** The place of the header of a for-each loop, which reads an element: behind all others. */
    private final int elements;

    private Recording(Map<Span, Integer> places, Counting counting, Names names) {
        this.places.putAll(places);
        this.shadow = names.fresh("shadow");
        this.iteration = names.fresh("iteration");
        this.index = counting instanceof EachLoop each ? each.index : ((CountedHeader) counting).text.index();
        this.elements = this.places.size();
    }

    /** None where the text is not watched. */
    static Optional<Recording> of(SourceText body, Counting counting, Names names) {
        Map<Span, Integer> places = new LinkedHashMap<>();
        collect(body, places);
        return places.isEmpty() ? Optional.empty() : Optional.of(new Recording(places, counting, names));
    }

    private static void collect(SourceText text, Map<Span, Integer> places) {
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Watched watched) {
                places.putIfAbsent(watched.at(), places.size());
            }
            Mentions.inside(piece).forEach(inner -> collect(inner, places));
        }
    }

    /** A part of an access, its text already written. */
    Fragment write(Piece.Watched watched, Fragment text) {
        return switch (watched.watch()) {
            case ARRAY -> around("array", text);
            case FROM -> around("from", text);
            case LOCK -> around("locks", text);
            case UNLOCK -> around("unlocks", text);
            case READ -> at("reads", text, watched);
            case WRITE -> at("writes", text, watched);
            case READ_ALL -> at("readsAll", text, watched);
            case WRITE_ALL -> at("writesAll", text, watched);
            case READ_TO -> at("readsTo", text, watched);
            case WRITE_TO -> at("writesTo", text, watched);
            case READ_FIRST -> at("readsFirst", text, watched);
            case COPY -> at("copies", text, watched);
            case READ_FIELD -> field("reads", text, watched);
            case WRITE_FIELD -> field("writes", text, watched);
            case READ_STATIC, WRITE_STATIC -> statics(watched, text);
        };
    }

    private Fragment around(String method, Fragment text) {
        return Fragment.of(iteration + "." + method + "(", text, ")");
    }

    private Fragment at(String method, Fragment text, Piece.Watched watched) {
        return Fragment.of(iteration + "." + method + "(", text, ", " + places.get(watched.at()) + ")");
    }

    private Fragment field(String method, Fragment object, Piece.Watched watched) {
        return Fragment.of(
                iteration + "." + method + "(",
                object,
                ", " + quoted(watched.field()) + ", " + places.get(watched.at()) + ")");
    }

    /** An object, always {@code null}, of the class: its static members may be used through it, with a warning that is suppressed. */
    Fragment statics(Piece.Watched watched, Fragment type) {
        String method = watched.watch() == Watch.WRITE_STATIC ? "writesStatic" : "readsStatic";
        return Fragment.of(
                iteration + ".<",
                type,
                ">" + method + "(" + quoted(watched.field()) + ", " + places.get(watched.at()) + ")");
    }

    private static String quoted(String text) {
        return CodeBlock.of("$S", text).toString();
    }

    /** A body that has a recorder for its iteration. */
    Fragment begin(Fragment body, Counting counting) {
        Fragment inside = body.isBlock() ? body.insideOfBlock() : body.dedented();
        String elementRead = counting instanceof EachLoop each
                ? iteration + ".array(" + each.elements + ");\n    " + iteration + ".reads(" + index + ", " + elements
                        + ");\n    "
                : "";
        return Fragment.of(
                "{\n    ",
                Runtime.SHADOW_ITERATION,
                " " + iteration + " = " + shadow + ".at(" + index + ");\n    " + elementRead,
                inside.indented("    "),
                "\n}");
    }

    /** Arrays of a chunk's own. */
    CodeBlock own(LoopScope scope) {
        CodeBlock.Builder code = CodeBlock.builder();
        scope.plan.scratch().forEach(v -> code.addStatement("$N.own($N)", shadow, v.name()));
        for (Merge merge : scope.plan.merges()) {
            if (merge instanceof Merge.OfArray) {
                String name = merge.var().name();
                code.addStatement("$N.own($N)", shadow, name);
                if (merge.var().type() instanceof Type.Array array && array.element() instanceof Type.Array) {
                    code.addStatement("$T.asList($N).forEach($N::own)", Arrays.class, name, shadow);
                }
            }
        }
        return code.build();
    }

    Parameter parameter() {
        return Parameter.of(Runtime.SHADOW, shadow);
    }

    FieldSpec field() {
        return FieldSpec.builder(Runtime.SHADOW, shadow, Modifier.PRIVATE).build();
    }

    /** Makes the recorder, once the header is evaluated. */
    CodeBlock create(LoopScope scope) {
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$N", scope.site));
        if (scope.counting instanceof CountedHeader counted) {
            arguments.add(CodeBlock.of("$S, $L, $L", index, counted.start, counted.step));
        } else {
            arguments.add(CodeBlock.of("$S, 0, 1", ""));
        }
        arguments.add(CodeBlock.of("$S", restsOn(scope.judgement.proof())));
        places.keySet().forEach(at -> arguments.add(CodeBlock.of("$S", place(at))));
        if (scope.counting instanceof EachLoop each) {
            arguments.add(CodeBlock.of(
                    "$S", each.text.element() + ", line " + scope.nest.span().line()));
        }
        return CodeBlock.builder()
                .addStatement("$N = new $T($L)", shadow, Runtime.SHADOW, CodeBlock.join(arguments, ",$W"))
                .build();
    }

    private static String place(Span at) {
        return at.text() + ", line " + at.line();
    }

    private static String restsOn(Proof proof) {
        return proof.trusted().stream()
                .map(t -> t.annotation() + " on " + t.subject() + (t.reason().isEmpty() ? "" : ": " + t.reason()))
                .collect(Collectors.joining("; "));
    }

    CodeBlock run(LoopScope scope, CodeBlock units) {
        return CodeBlock.builder()
                .addStatement("$N.run($N, $L, this)", shadow, scope.team, units)
                .build();
    }
}
