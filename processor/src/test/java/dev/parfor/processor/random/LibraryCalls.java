package dev.parfor.processor.random;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What methods of the JDK do that random loops call as statements. Calls of one kind may come in any order, or are put in theirs. */
final class LibraryCalls {

    /** The place of a list's length. */
    static final String SIZE = "size";

    private LibraryCalls() {}

    static void run(String method, Object receiver, List<Object> arguments, AccessLog log) {
        if (receiver == null) {
            throw new NullPointerException();
        }
        switch (method) {
            case "add" -> {
                log.merge(receiver, SIZE, "add");
                LibraryCalls.<List<Object>>as(receiver).add(arguments.get(0));
            }
            case "merge" -> {
                log.merge(receiver, arguments.get(0), "merge");
                LibraryCalls.<Map<Object, Object>>as(receiver)
                        .merge(arguments.get(0), arguments.get(1), (a, b) -> (int) a + (int) b);
            }
            case "put" -> {
                log.merge(receiver, arguments.get(0), "put");
                LibraryCalls.<Map<Object, Object>>as(receiver).put(arguments.get(0), arguments.get(1));
            }
            case "addAndGet" -> {
                log.merge(receiver, "value", "+");
                ((AtomicInteger) receiver).addAndGet((int) arguments.get(0));
            }
            case "incrementAndGet" -> {
                log.merge(receiver, "value", "+");
                ((AtomicInteger) receiver).incrementAndGet();
            }
            case "set" -> {
                // The same number twice is no conflict.
                log.merge(receiver, "value", "= " + arguments.get(0));
                ((AtomicInteger) receiver).set((int) arguments.get(0));
            }
            default -> throw new AssertionError(method);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T as(Object object) {
        return (T) object;
    }
}
