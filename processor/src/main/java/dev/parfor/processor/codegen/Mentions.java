package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a text mentions: rather too much than too little, words in comments included.
 *
 * @param words all identifiers
 * @param self whether the receiver is mentioned
 * @param constants variables from outside the text whose names are constant expressions, with their values
 */
record Mentions(Set<String> words, boolean self, Map<Var, Object> constants) {

    static Mentions of(SourceText... texts) {
        Set<String> words = new HashSet<>();
        Map<Var, Object> constants = new LinkedHashMap<>();
        boolean self = false;
        for (SourceText text : texts) {
            self |= collect(text, words, constants);
        }
        return new Mentions(words, self, constants);
    }

    /** Constants of the method are constants in generated code as well: in {@code case} labels, for example. */
    CodeBlock declaration() {
        CodeBlock.Builder code = CodeBlock.builder();
        constants.forEach(
                (var, value) -> code.addStatement("final $T $N = $L", Types.of(var), var.name(), Literals.of(value)));
        return code.build();
    }

    private static boolean collect(SourceText text, Set<String> words, Map<Var, Object> constants) {
        boolean self = false;
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Verbatim verbatim) {
                addWords(verbatim.text(), words);
            } else if (piece instanceof Piece.LocalUse use) {
                words.add(use.var().name());
                use.constant().ifPresent(value -> constants.put(use.var(), value));
            } else if (piece instanceof Piece.TypeName name) {
                words.addAll(name.type().simpleNames());
            }
            self |= piece instanceof Piece.Self;
            for (SourceText inner : inside(piece)) {
                self |= collect(inner, words, constants);
            }
        }
        return self;
    }

    private static void addWords(String text, Set<String> words) {
        int start = -1;
        int next;
        for (int k = 0; k < text.length(); k = next) {
            int c = text.codePointAt(k);
            next = k + Character.charCount(c);
            if (start < 0 && Character.isJavaIdentifierStart(c)) {
                start = k;
            } else if (start >= 0 && !Character.isJavaIdentifierPart(c)) {
                words.add(text.substring(start, k));
                start = -1;
            }
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
    }

    /** The texts that a piece is made of. */
    static List<SourceText> inside(Piece piece) {
        if (piece instanceof Piece.Then then) {
            return List.of(then.statement());
        } else if (piece instanceof Piece.Place place) {
            return List.of(place.text());
        } else if (piece instanceof Piece.Watched watched) {
            return List.of(watched.text());
        } else if (piece instanceof Piece.Exit exit) {
            return List.of(exit.statement());
        } else if (piece instanceof Piece.PrivateGet get) {
            return List.of(get.receiver());
        } else if (piece instanceof Piece.PrivateSet set) {
            return List.of(set.receiver(), set.value());
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return List.of(update.receiver(), update.value());
        } else if (piece instanceof Piece.PrivateCall call) {
            List<SourceText> all = new ArrayList<>(call.arguments());
            all.add(call.receiver());
            return all;
        }
        return List.of();
    }
}
