package dev.parfor.processor.advice;

import dev.parfor.processor.advice.HandParallel.Rewriting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call that runs its last argument for each number of a range, as the loop that it stands for. */
final class CallAsLoop {

    static final Pattern CALL = Pattern.compile("(?:(?:Boof|Ejml|DDogleg)Concurrency\\s*\\.\\s*loopFor|"
            + "\\bParallel\\s*\\.\\s*loop|\\bnew\\s+PFor(?:Equidistant)?|"
            + "\\b(?:IntStream\\s*\\.\\s*range|Arrays\\s*\\.\\s*stream)|\\bstream)\\s*\\(");
    private static final Pattern EACH = Pattern.compile("\\s*\\.\\s*parallel\\(\\)\\s*\\.\\s*forEach\\s*\\(");
    private static final Pattern LAMBDA = Pattern.compile("\\s*\\(?\\s*(\\w+)\\s*\\)?\\s*->\\s*");
    private static final Pattern FOR = Pattern.compile("\\b(?:for|while|switch)\\b");
    private static final Pattern RETURN = Pattern.compile("\\breturn\\s*;");
    /** The one method of an anonymous class, its index and the brace of its body. */
    static final Pattern METHOD = Pattern.compile(
            "\\s*(?:new\\s+[\\w.]+\\s*\\(\\s*\\)\\s*)?\\{\\s*(?:@Override\\s+)?(?:public\\s+)?(?:final\\s+)?void\\s+\\w+\\s*"
                    + "\\((?:final\\s+)?(?:int\\s+(\\w+))?\\s*\\)\\s*\\{");

    private CallAsLoop() {}

    /** The call whose arguments begin with the bracket at {@code open}; nothing where it makes no loop. */
    static Optional<Rewriting> of(String text, int start, int open) {
        int close = Brackets.close(text, open);
        String callee = text.substring(start, open);
        List<String> arguments = new ArrayList<>(Brackets.arguments(text, open, close));
        String compare = " < ";
        if (callee.startsWith("new")) {
            // Both ends are included; a number of threads may stand in front.
            int brace = Brackets.next(text, close + 1);
            if (brace >= text.length() || text.charAt(brace) != '{' || arguments.size() < 2) {
                return Optional.empty();
            }
            close = Brackets.close(text, brace);
            compare = " <= ";
            arguments = new ArrayList<>(arguments.subList(arguments.size() == 3 ? 1 : 0, arguments.size()));
            arguments.add(text.substring(brace, close + 1));
        } else if (callee.startsWith("Parallel")) {
            if (arguments.size() == 2) {
                arguments.add(0, "0");
            } else if (arguments.size() == 5) {
                arguments.remove(3);
            }
        } else if (!callee.contains("Concurrency")) {
            Matcher each = EACH.matcher(text).region(close + 1, text.length());
            if (!each.lookingAt()) {
                boolean isOther = text.startsWith(".parallel()", Brackets.next(text, close + 1));
                return isOther ? Rewriting.no(close) : Optional.empty();
            }
            open = each.end() - 1;
            close = Brackets.close(text, open);
            arguments.addAll(Brackets.arguments(text, open, close));
        }
        int end = Brackets.next(text, close + 1);
        boolean isStatement = end < text.length() && text.charAt(end) == ';';
        if (!isStatement || arguments.size() > 4 || arguments.size() < 3) {
            return Rewriting.no(close);
        }
        String last = arguments.get(arguments.size() - 1);
        Matcher lambda = LAMBDA.matcher(last);
        Matcher method = METHOD.matcher(last);
        String i;
        String body;
        if (lambda.lookingAt()) {
            i = lambda.group(1);
            body = last.substring(lambda.end());
        } else if (method.lookingAt() && method.group(1) != null && isAll(last, method.end() - 1)) {
            i = method.group(1);
            body = last.substring(method.end() - 1, Brackets.close(last, method.end() - 1) + 1);
        } else {
            return Rewriting.no(close);
        }
        String label = "";
        if (!body.startsWith("{")) {
            body = "{ " + body + "; }";
        } else if (RETURN.matcher(body).find()) {
            boolean isNested = FOR.matcher(body).find();
            label = isNested ? "hand" + start + ": " : "";
            body = RETURN.matcher(body).replaceAll(isNested ? "continue hand" + start + ";" : "continue;");
        }
        String step = arguments.size() == 4 ? i + " += " + arguments.get(2).strip() : i + "++";
        String header = label + "for (int " + i + " = " + arguments.get(0).strip() + "; " + i + compare
                + arguments.get(1).strip() + "; " + step + ") ";
        String original = text.substring(start, end + 1);
        // Without the names of the class and its method the body begins where their text ends.
        String rest = method.lookingAt() ? original.substring(0, original.indexOf(last) + method.end() - 1) : "";
        String lines = rest.replaceAll("[^\n]", "");
        return Optional.of(Rewriting.of(start, end + 1, original, header + lines + body));
    }

    /** Whether the class ends with the method whose body begins there: fields and other methods are more than a loop has. */
    static boolean isAll(String type, int brace) {
        int end = Brackets.next(type, Brackets.close(type, brace) + 1);
        return type.charAt(end) == '}' && Brackets.next(type, end + 1) >= type.length();
    }
}
