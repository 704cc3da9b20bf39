package dev.parfor.processor.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to write in place of well-known methods that tie the iterations of a loop together. */
final class Idioms {

    private static final String GENERATOR =
            "give each iteration its own generator, with its own seed: `new SplittableRandom(seed + i)`";
    private static final String ATOMIC =
            "a sum needs no atomic variable: use a local `int` or `long` and `+=`, and store it after the loop";
    private static final String COLLECT =
            "store the results in an array, one cell for each iteration, and put them into the collection after the loop";
    private static final String JOIN =
            "store the parts in an array, one cell for each iteration, and append them after the loop";
    private static final String DATES = "a `DateFormat` keeps state while it works: call a method of your own, marked "
            + "@Pure(\"reason\"), that uses a `java.time.format.DateTimeFormatter`";
    private static final String NUMBERS =
            "a `NumberFormat` keeps state while it works: call a method of your own, marked "
                    + "@Pure(\"reason\"), that creates one for each call";
    private static final String DIGEST =
            "a digest keeps state while it works: call a method of your own, marked @Pure(\"reason\"), "
                    + "that gets one for each call";
    private static final String MATCHER =
            "share the `Pattern`, which never changes, and make a matcher in each iteration: `pattern.matcher(text)`";
    static final String CAUSE =
            "give the exception a text of its own, `new X(\"text\", cause)`: then it doesn't ask its cause for one";
    private static final String CALENDAR =
            "a `Calendar` keeps state: compute with `java.time.LocalDate` and its like, which never change";
    private static final String GAUSSIAN =
            "give each iteration its own generator, with its own seed: `new Random(seed + i)`";
    private static final String PRINT =
            "label it `ordered:`, as the last statement of the body; or store the results in an array, and print them in a second loop";
    private static final String OWN_OBJECT = "create in the body the object that each thread has here";
    private static final String SLEEP = "if it does nothing but wait, say why the order does not matter: "
            + "@ParallelFor(blocking = true, trust = \"reason\")";
    private static final String RANDOM_ID =
            "if it does not matter which iteration gets which, say why: @ParallelFor(trust = \"reason\")";
    private static final String ONE_BY_ONE = "add the elements one at a time: `for (T x : elements) list.add(x);`";
    private static final String COUNT =
            "to count or sum by key, `map.merge(key, 1, Integer::sum)` alone; else store the results in an array, "
                    + "one cell for each iteration, and put them into the map after the loop";

    /** By {@code Class.method}; a key that ends in a dot stands for all methods of the class. */
    private static final Map<String, String> BY_METHOD = new LinkedHashMap<>();

    static {
        for (String random : new String[] {"Math.random", "Random.", "SecureRandom.", "SplittableRandom."}) {
            BY_METHOD.put(random, GENERATOR);
        }
        BY_METHOD.put("ThreadLocalRandom.", GENERATOR);
        for (String atomic : new String[] {
            "AtomicInteger.", "AtomicLong.", "LongAdder.", "DoubleAdder.", "LongAccumulator.", "DoubleAccumulator."
        }) {
            BY_METHOD.put(atomic, ATOMIC);
        }
        for (String format : new String[] {"DateFormat.", "SimpleDateFormat."}) {
            BY_METHOD.put(format, DATES);
        }
        for (String format : new String[] {"NumberFormat.", "DecimalFormat."}) {
            BY_METHOD.put(format, NUMBERS);
        }
        BY_METHOD.put("Calendar.", CALENDAR);
        BY_METHOD.put("GregorianCalendar.", CALENDAR);
        for (String digest : new String[] {"MessageDigest.", "Cipher.", "Mac."}) {
            BY_METHOD.put(digest, DIGEST);
        }
        BY_METHOD.put("StringBuffer.", JOIN);
        BY_METHOD.put("ConcurrentHashMap.", COLLECT);
        BY_METHOD.put("ConcurrentMap.", COLLECT);
        BY_METHOD.put("ConcurrentLinkedQueue.", COLLECT);
        BY_METHOD.put("PrintStream.", PRINT);
        BY_METHOD.put("PrintWriter.", PRINT);
        BY_METHOD.put("System.out", PRINT);
        BY_METHOD.put("ThreadLocal.", OWN_OBJECT);
        BY_METHOD.put("Thread.sleep", SLEEP);
        BY_METHOD.put("TimeUnit.sleep", SLEEP);
        BY_METHOD.put("UUID.randomUUID", RANDOM_ID);
        for (String all : new String[] {"Collection.addAll", "List.addAll", "Set.addAll", "ArrayList.addAll"}) {
            BY_METHOD.put(all, ONE_BY_ONE);
        }
        BY_METHOD.put("System.currentTimeMillis", "read the clock once, before the loop");
        BY_METHOD.put("System.nanoTime", "read the clock once, before the loop");
    }

    private static final Map<String, String> BY_NAME = new LinkedHashMap<>();

    static {
        for (String next :
                new String[] {"nextInt", "nextLong", "nextDouble", "nextFloat", "nextBoolean", "nextBytes"}) {
            BY_NAME.put(next, GENERATOR);
        }
        BY_NAME.put("nextGaussian", GAUSSIAN);
        BY_NAME.put("put", COUNT);
        for (String put : new String[] {
            "add", "addAll", "addFirst", "addLast", "putAll", "putIfAbsent", "merge", "computeIfAbsent", "offer", "push"
        }) {
            BY_NAME.put(put, COLLECT);
        }
        BY_NAME.put("append", JOIN);
        for (String match : new String[] {"matches", "find", "lookingAt", "reset"}) {
            BY_NAME.put(match, MATCHER);
        }
    }

    private static final Pattern CALLED = Pattern.compile("\\.\\s*(\\w+)\\s*\\(");

    private Idioms() {}

    /** @param method {@code Class.method}, the class by its simple name */
    static Optional<String> insteadOf(String method) {
        String exact = BY_METHOD.get(method);
        int dot = method.indexOf('.');
        return exact != null || dot < 0
                ? Optional.ofNullable(exact)
                : Optional.ofNullable(BY_METHOD.get(method.substring(0, dot + 1)));
    }

    /** @param call the text of a call that changes an object of the JDK */
    static Optional<String> insteadOfChanging(String call) {
        Matcher called = CALLED.matcher(call);
        return called.find() ? Optional.ofNullable(BY_NAME.get(called.group(1))) : Optional.empty();
    }
}
