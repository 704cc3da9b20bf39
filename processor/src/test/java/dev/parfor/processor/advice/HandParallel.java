package dev.parfor.processor.advice;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loops that somebody has made parallel by hand, found in the text of a class by how the library says so. Where the loop's body is
 * a lambda, it is written back into the loop that it was, on the lines that it had, so that everything else stays where it is.
 *
 * @param text the class, in which every loop that was found is a {@code for} loop
 * @param lines those that the loops begin on, with how they were marked
 * @param notRewritten how many lambdas are left as they are: {@code return} in a loop of theirs, a value, a stream of no range
 */
record HandParallel(String text, Map<Integer, Mark> lines, int notRewritten) {

    /** How the loop is said to be parallel. */
    enum Mark {
        /** BoofCV, EJML: {@code //CONCURRENT_BELOW BoofConcurrency.loopFor(0, h, y -> {} above a loop. */
        COMMENT,
        /**
         * The same calls in code, {@code IntStream.range(0, n).parallel().forEach(i -> ...)}, and a library's own calls with a
         * class for the body (Mines JTK, UJMP).
         */
        LAMBDA,
        /** {@code executor.submit(new Runnable() {...})} in a loop, which JSAT waits for behind it. */
        TASK,
        /** JTransforms, Parallel Colt: the loops of the {@code else} of an {@code if} that submits parts of them. */
        ELSE
    }

    private static final Pattern COMMENT =
            Pattern.compile("//CONCURRENT_BELOW \\w*Concurrency\\.loop(?:For|Blocks)\\b[^\\n]*");
    private static final Pattern FOR = Pattern.compile("\\bfor\\s*\\(");
    private static final Pattern IF = Pattern.compile("\\bif\\s*\\(");
    private static final Pattern ELSE = Pattern.compile("\\s*else\\s*\\{");

    static HandParallel in(String text) {
        StringBuilder out = new StringBuilder(text);
        Map<Integer, Mark> lines = new TreeMap<>();
        Matcher comment = COMMENT.matcher(text);
        while (comment.find()) {
            Matcher loop = FOR.matcher(text);
            if (loop.find(comment.end())) {
                lines.put(lineOf(text, loop.start()), Mark.COMMENT);
            }
        }
        branches(text, lines);
        int left = 0;
        for (Mark mark : new Mark[] {Mark.LAMBDA, Mark.TASK}) {
            Matcher call = (mark == Mark.LAMBDA ? CallAsLoop.CALL : TaskAsBody.CALL).matcher(out);
            for (int at = 0; call.find(at); call.reset(out)) {
                at = call.end();
                if (isComment(out, call.start())) {
                    continue;
                }
                Optional<Rewriting> loop = mark == Mark.LAMBDA
                        ? CallAsLoop.of(out.toString(), call.start(), call.end() - 1)
                        : TaskAsBody.of(out.toString(), call.start(), call.end() - 1);
                if (loop.isPresent() && loop.get().text().isPresent()) {
                    out.replace(
                            call.start(), loop.get().end(), loop.get().text().get());
                    lines.put(lineOf(out.toString(), loop.get().loop()), mark);
                } else if (loop.isPresent()) {
                    left++;
                }
            }
        }
        return new HandParallel(out.toString(), lines, left);
    }

    /** What is to stand instead of some text; {@code text} is empty where it cannot be. The loop begins at {@code loop}. */
    record Rewriting(int loop, int end, Optional<String> text) {

        /** The new text ends on the line that the original ends on. */
        static Rewriting of(int loop, int end, String original, String text) {
            long missing = original.chars().filter(c -> c == '\n').count()
                    - text.chars().filter(c -> c == '\n').count();
            return new Rewriting(loop, end, Optional.of(text + "\n".repeat((int) Math.max(0, missing))));
        }

        static Optional<Rewriting> no(int end) {
            return Optional.of(new Rewriting(0, end, Optional.empty()));
        }
    }

    /** Outermost loops in the {@code else} of an {@code if} that submits tasks, unless there is another {@code if} in between. */
    private static void branches(String text, Map<Integer, Mark> lines) {
        if (!text.contains("ConcurrencyUtils.submit(")) {
            return;
        }
        Matcher condition = IF.matcher(text);
        while (condition.find()) {
            int then = Brackets.next(text, Brackets.close(text, condition.end() - 1) + 1);
            if (then >= text.length() || text.charAt(then) != '{') {
                continue;
            }
            int end = Brackets.close(text, then);
            Matcher otherwise = ELSE.matcher(text);
            boolean isParallel = submits(text, then, end);
            if (isParallel && otherwise.find(end + 1) && otherwise.start() == end + 1) {
                outermost(text, otherwise.end() - 1, lines);
            }
        }
    }

    /** Whether parts are submitted there, not in a branch further in, whose {@code else} is another one. */
    private static boolean submits(String text, int open, int close) {
        int at = text.indexOf("ConcurrencyUtils.submit(", open);
        if (at < 0 || at > close) {
            return false;
        }
        Matcher inner = IF.matcher(text).region(open + 1, close);
        while (inner.find()) {
            int then = Brackets.next(text, Brackets.close(text, inner.end() - 1) + 1);
            if (text.charAt(then) == '{' && then < at && at < Brackets.close(text, then)) {
                return false;
            }
        }
        return true;
    }

    private static void outermost(String text, int open, Map<Integer, Mark> lines) {
        int close = Brackets.close(text, open);
        Matcher loop = FOR.matcher(text);
        for (int at = open; at < close && loop.find(at) && loop.start() < close; ) {
            if (!isComment(text, loop.start())) {
                lines.put(lineOf(text, loop.start()), Mark.ELSE);
            }
            int body = Brackets.next(text, Brackets.close(text, loop.end() - 1) + 1);
            at = text.charAt(body) == '{' ? Brackets.close(text, body) : text.indexOf(';', body);
        }
    }

    private static boolean isComment(CharSequence text, int at) {
        String before = text.toString().substring(text.toString().lastIndexOf('\n', at) + 1, at);
        return before.contains("//") || before.strip().startsWith("*");
    }

    private static int lineOf(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
