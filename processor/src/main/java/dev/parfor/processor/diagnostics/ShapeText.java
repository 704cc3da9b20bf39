package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.place;
import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;

/** Texts of the codes 1xx. */
final class ShapeText {

    private ShapeText() {}

    static Text of(Shape r, LoopLabel loop) {
        Text text = Text.of(head(r, loop));
        String other = r.other()
                .map(span -> quote(span.text()) + "  " + place(span, r.at()))
                .orElse("");
        return text.detail(otherIs(r.kind()), other).line(wayOut(r));
    }

    private static String head(Shape r, LoopLabel loop) {
        String subject = quote(r.subject());
        return switch (r.kind()) {
            case NO_LOOP -> "method " + subject + " has no loop to make parallel";
            case NO_BODY -> "method " + subject + " has no body, and so no loop to make parallel";
            case WHILE_LOOP -> loop.notProved("a " + subject + " loop does not say how often it runs");
            case HEADER -> loop.notProved("its header does not count: " + quote(withoutBody(r.subject())));
            case INDEX_ASSIGNED -> loop.notProved("its body assigns the index " + subject);
            case BOUND_CHANGES -> loop.notProved(subject + " in its header changes while it runs");
            case EARLY_EXIT ->
                loop.notProved(subject + " can end it from inside of "
                        + (r.subject().equals("yield") ? "a switch expression" : "a `try`"));
            case EXIT_WRITES ->
                loop.notProved("an iteration can end it, and "
                        + (r.subject().endsWith("]")
                                ? "later ones would write " + subject + " all the same"
                                : subject + " would happen in later ones all the same"));
            case EXIT_RUNS_ON ->
                loop.notProved("an iteration can end it, and " + subject + " in a later one may run for ever");
            case INDEX_TYPE -> loop.notProved("its index is not an `int` or a `long` but " + subject);
            case ITERABLE ->
                loop.notProved("it runs over " + subject + ", neither an array nor a collection of the JDK");
            case INSIDE_TRY -> loop.notProved("after an exception the code around it can see it half done");
            case PLACE -> "a loop in " + article(r.subject()) + " gets no variant: `@ParallelFor` does nothing here";
            case NOT_MOVABLE -> loop.notProved(subject + " cannot stand in the generated class");
            case UNREAD -> loop.notProved("this version does not read " + subject);
            case ENDLESS -> loop.notProved("its index never gets to its bound");
            case NESTED -> loop.notProved("it stands inside another loop that is marked");
            case ORDERED_PLACE -> loop.notProved("a statement labelled `ordered` is not the last one of its body");
            case ORDERED_EXIT -> loop.notProved(subject + " can end it, which a loop with an ordered block must not");
            case ORDERED_VALUE ->
                loop.notProved(subject
                        + (r.other().isPresent()
                                ? " is assigned in the ordered block and mentioned outside of it"
                                : " is gathered from all iterations, outside of the ordered block"));
            case ORDERED_SCHEDULE ->
                loop.notProved(
                        "schedule " + subject + " does not hand iterations out in the order of the ordered block");
        };
    }

    /** What the second place of a refusal is. */
    private static String otherIs(Shape.Kind kind) {
        return switch (kind) {
            case BOUND_CHANGES -> "changed by  ";
            case INSIDE_TRY -> "seen by  ";
            case NESTED -> "around it  ";
            case EXIT_WRITES, EXIT_RUNS_ON -> "ended by  ";
            case ORDERED_VALUE -> "ordered block  ";
            case NO_LOOP,
                    NO_BODY,
                    WHILE_LOOP,
                    HEADER,
                    INDEX_ASSIGNED,
                    EARLY_EXIT,
                    INDEX_TYPE,
                    ITERABLE,
                    PLACE,
                    NOT_MOVABLE,
                    UNREAD,
                    ENDLESS,
                    ORDERED_PLACE,
                    ORDERED_EXIT,
                    ORDERED_SCHEDULE -> "see also  ";
        };
    }

    private static String wayOut(Shape r) {
        return switch (r.kind()) {
            case NO_LOOP ->
                "mark the method that holds the loop; streams, `forEach` and loops in lambdas are not made parallel";
            case NO_BODY -> "mark the methods that implement it";
            case WHILE_LOOP ->
                r.at().text().contains(".hasNext()")
                        ? "write it as `for (T x : list)`; what removes elements is `list.removeIf(...)`, without a loop"
                        : "write it as `for (int i = a; i < b; i++)`, or end its body with `i++`, if the number of iterations is known at its start";
            case HEADER ->
                withoutBody(r.subject()).contains("&&")
                        ? "count in the header, and end the loop in the body where the other condition fails: `if (...) break;`"
                        : "a header that counts: `for (int i = a; i < b; i += s)`, with `<`, `<=`, `>`, `>=` or `!=` and `+=` or `-=`";
            case INDEX_ASSIGNED ->
                "to leave out iterations use `continue`, or another step; else assign another variable, declared in the body";
            case BOUND_CHANGES -> boundStays(r.other().map(Span::text).orElse(""));
            case EARLY_EXIT -> "set a variable there, and end the loop behind it: `if (found) break;`";
            case EXIT_WRITES -> "find in one loop where to stop, and write in a second one that goes so far";
            case EXIT_RUNS_ON -> "an inner loop that counts, `for (int j = a; j < b; j++)`, is known to end";
            case INDEX_TYPE -> "count with an `int` and compute the value from it: `double x = a + i * step;`";
            case ITERABLE -> "copy it into an array or a list before the loop";
            case INSIDE_TRY -> "move the loop into a method of its own, and the `try` around the call";
            case PLACE -> "move the loop into a method and mark that";
            case NOT_MOVABLE -> "move it into a method of your class and call that";
            case UNREAD -> "move it out of the loop, or write it in another way";
            case ENDLESS -> "let the step go towards the bound";
            case ORDERED_PLACE -> "one `ordered:` at the end of the body; put what follows before it, or into it";
            case ORDERED_EXIT -> "find in another loop where to stop, or end the loop without the label, sequentially";
            case ORDERED_VALUE ->
                r.other().isPresent()
                        ? "declare what goes from the iteration to its block with a value, and assign it before the block"
                        : "put the sum into the block";
            case ORDERED_SCHEDULE -> "leave the schedule out, or choose `DYNAMIC`";
            case NESTED -> "mark one of the two: the outer one where it passes, as its iterations are longer";
        };
    }

    /** @param change what changes the bound */
    private static String boundStays(String change) {
        if (change.contains(".remove")) {
            return "remove with `removeIf(...)`, without a loop; or collect in a second list what stays";
        }
        return change.contains(".add(")
                ? "collect in a second list what is added, and add it after the loop"
                : "copy it into a local variable before the loop if its first value is meant";
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.isEmpty() ? 'x' : noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** Of the text of a loop the part up to the parenthesis that closes its header; other texts as they are. */
    private static String withoutBody(String source) {
        int depth = 0;
        for (int i = source.startsWith("for") ? 0 : source.length(); i < source.length(); i++) {
            depth += source.charAt(i) == '(' ? 1 : source.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && source.charAt(i) == ')') {
                return source.substring(0, i + 1);
            }
        }
        return source;
    }
}
