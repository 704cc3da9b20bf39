package dev.parfor.processor.advice;

import dev.parfor.processor.advice.HandParallel.Rewriting;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A task that a loop hands to an executor, as the body that it stands for. What only says that a task has ended is left out: the
 * loop that it becomes has ended when it has.
 */
final class TaskAsBody {

    static final Pattern CALL = Pattern.compile("\\b\\w+\\s*\\.\\s*(?:submit|execute)\\s*\\(");
    private static final Pattern LOOP = Pattern.compile("\\b(?:for|while)\\s*\\(");
    private static final Pattern COUNT_DOWN = Pattern.compile("\\w+\\s*\\.\\s*countDown\\s*\\(\\)\\s*;");
    private static final Pattern RETURN = Pattern.compile("\\breturn\\b");

    private TaskAsBody() {}

    /** The call whose arguments begin with the bracket at {@code open}; nothing where it stands in no loop. */
    static Optional<Rewriting> of(String text, int start, int open) {
        int close = Brackets.close(text, open);
        int loop = innermost(text, start);
        if (loop < 0) {
            return Optional.empty();
        }
        String task = text.substring(open + 1, close);
        int end = Brackets.next(text, close + 1);
        Matcher method = CallAsLoop.METHOD.matcher(task);
        if (end >= text.length()
                || text.charAt(end) != ';'
                || !method.lookingAt()
                || !task.stripLeading().startsWith("new Runnable")
                || !CallAsLoop.isAll(task, method.end() - 1)) {
            return Rewriting.no(close);
        }
        String body = task.substring(method.end() - 1, Brackets.close(task, method.end() - 1) + 1);
        if (RETURN.matcher(body).find()) {
            return Rewriting.no(close);
        }
        String lines = task.substring(0, method.end() - 1).replaceAll("[^\n]", "");
        return Optional.of(Rewriting.of(
                loop,
                end + 1,
                text.substring(start, end + 1),
                lines + COUNT_DOWN.matcher(body).replaceAll("")));
    }

    /** Where the innermost loop begins whose body that place is in; -1 if there is none. */
    private static int innermost(String text, int place) {
        int found = -1;
        Matcher loop = LOOP.matcher(text);
        while (loop.find() && loop.start() < place) {
            int body = Brackets.next(text, Brackets.close(text, loop.end() - 1) + 1);
            if (body < place && text.charAt(body) == '{' && place < Brackets.close(text, body)) {
                found = loop.start();
            }
        }
        return found;
    }
}
