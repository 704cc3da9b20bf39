package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text mentions: rather too much than too little, words in comments included.
 *
 * @param words all identifiers
 * @param self whether the receiver is mentioned
 */
record Mentions(Set<String> words, boolean self) {

    private static final Pattern WORD = Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    static Mentions of(SourceText... texts) {
        Set<String> words = new HashSet<>();
        boolean self = false;
        for (SourceText text : texts) {
            self |= collect(text, words);
        }
        return new Mentions(words, self);
    }

    private static boolean collect(SourceText text, Set<String> words) {
        boolean self = false;
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Verbatim verbatim) {
                Matcher word = WORD.matcher(verbatim.text());
                while (word.find()) {
                    words.add(word.group());
                }
            } else if (piece instanceof Piece.LocalUse use) {
                words.add(use.var().name());
            } else if (piece instanceof Piece.TypeName name) {
                words.addAll(name.type().simpleNames());
            }
            self |= piece instanceof Piece.Self;
            for (SourceText inner : inside(piece)) {
                self |= collect(inner, words);
            }
        }
        return self;
    }

    private static List<SourceText> inside(Piece piece) {
        if (piece instanceof Piece.Then then) {
            return List.of(then.statement());
        } else if (piece instanceof Piece.PrivateGet get) {
            return List.of(get.receiver());
        } else if (piece instanceof Piece.PrivateSet set) {
            return List.of(set.receiver(), set.value());
        } else if (piece instanceof Piece.PrivateUpdate update) {
            return List.of(update.receiver(), update.value());
        } else if (piece instanceof Piece.PrivateCall call) {
            List<SourceText> all = new java.util.ArrayList<>(call.arguments());
            all.add(call.receiver());
            return all;
        }
        return List.of();
    }
}
