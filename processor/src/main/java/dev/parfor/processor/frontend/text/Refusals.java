package dev.parfor.processor.frontend.text;

import com.sun.source.tree.Tree;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What of a method can't be said in another class of its package: collected in source order, each subject once. */
final class Refusals {

    private final Function<? super Tree, Span> span;
    private final List<Refusal> list = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Refusals(Function<? super Tree, Span> span) {
        this.span = span;
    }

    List<Refusal> list() {
        return List.copyOf(list);
    }

    /** {@code subject} means something else, or nothing, outside of its class or method. */
    void notMovable(Tree at, String subject) {
        if (seen.add("NOT_MOVABLE " + subject)) {
            list.add(new Refusal.Shape(Refusal.Shape.Kind.NOT_MOVABLE, span.apply(at), subject, Optional.empty()));
        }
    }

    /** A class that only its own nest can name. */
    void privateType(Tree at, String type, String modifier) {
        misuse(Refusal.Misuse.Kind.PRIVATE_TYPE, at, type, modifier);
    }

    /** A member that no bridge leads to. */
    void unreachable(Tree at, String member, String modifier) {
        misuse(Refusal.Misuse.Kind.UNREACHABLE_MEMBER, at, member, modifier);
    }

    private void misuse(Refusal.Misuse.Kind kind, Tree at, String subject, String modifier) {
        if (seen.add(kind + " " + subject)) {
            list.add(new Refusal.Misuse(kind, span.apply(at), subject, modifier));
        }
    }
}
