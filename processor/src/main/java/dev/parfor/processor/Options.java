package dev.parfor.processor;

import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code -A} options, parsed once.
 *
 * @param refused {@code parfor.refused=error|warn}: whether a refusal stops the build where the annotation does not say
 * @param report {@code parfor.report=proofs|refusals|summary|all}: what is shown
 * @param dump {@code parfor.dump=ir|dependences}: the loops as the analyses see them
 * @param stats {@code parfor.stats}: how often each dependence test was asked and decided
 * @param advise {@code parfor.advise=FILE}: where to write what could become of every loop, marked or not
 * @param certificates {@code parfor.certificates=DIR}: where to write the proof of each parallel loop
 * @param checked {@code parfor.checked=true|false}: whether generated loops record what each iteration accesses, and fail where two meet
 * @param misuses options of ours that don't exist, and values that they don't take
 */
record Options(
        Refused refused,
        Report report,
        Dump dump,
        boolean stats,
        Optional<String> advise,
        Optional<String> certificates,
        boolean checked,
        List<Misuse> misuses) {

    Options {
        misuses = List.copyOf(misuses);
    }

    /** What a refusal is by default. */
    enum Refused {
        ERROR,
        WARN
    }

    /** What is shown. Errors always are. */
    enum Report {
        /** A note for each parallel loop, the reasons of refused ones, at most five each. */
        PROOFS,
        /** No notes. */
        REFUSALS,
        /** Errors and the summary alone. */
        SUMMARY,
        /** Everything, however long. */
        ALL
    }

    /** What is dumped. */
    enum Dump {
        NONE,
        IR,
        DEPENDENCES
    }

    /** Whether loops check themselves as they run. */
    enum Checked {
        FALSE,
        TRUE
    }

    private static final String PREFIX = "parfor.";
    private static final String REFUSED = PREFIX + "refused";
    private static final String REPORT = PREFIX + "report";
    private static final String DUMP = PREFIX + "dump";
    private static final String STATS = PREFIX + "stats";
    private static final String ADVISE = PREFIX + "advise";
    private static final String CERTIFICATES = PREFIX + "certificates";
    private static final String CHECKED = PREFIX + "checked";

    /** Names of all options. */
    static Set<String> names() {
        return new LinkedHashSet<>(List.of(REFUSED, REPORT, DUMP, STATS, ADVISE, CERTIFICATES, CHECKED));
    }

    static Options parse(Map<String, String> given) {
        List<Misuse> misuses = new ArrayList<>();
        given.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !names().contains(name))
                .sorted()
                .forEach(name -> misuses.add(
                        new Misuse(Misuse.Kind.UNKNOWN_OPTION, Span.NONE, "-A" + name, String.join(", ", names()))));
        return new Options(
                choose(given, REFUSED, Refused.ERROR, misuses),
                choose(given, REPORT, Report.PROOFS, misuses),
                choose(given, DUMP, Dump.NONE, misuses),
                given.containsKey(STATS) && !"false".equals(given.get(STATS)),
                file(given, ADVISE, "a file to write", misuses),
                file(given, CERTIFICATES, "a folder to write to", misuses),
                choose(given, CHECKED, Checked.FALSE, misuses) == Checked.TRUE,
                misuses);
    }

    private static Optional<String> file(Map<String, String> given, String option, String what, List<Misuse> misuses) {
        if (!given.containsKey(option)) {
            return Optional.empty();
        }
        // An option without a value comes as null.
        Optional<String> name = Optional.ofNullable(given.get(option)).filter(n -> !n.isBlank());
        if (name.isEmpty()) {
            misuses.add(new Misuse(Misuse.Kind.OPTION_VALUE, Span.NONE, "-A" + option, what));
        }
        return name;
    }

    private static <E extends Enum<E>> E choose(
            Map<String, String> given, String option, E byDefault, List<Misuse> misuses) {
        String value = given.get(option);
        if (value == null) {
            return byDefault;
        }
        List<String> known = new ArrayList<>();
        for (E constant : byDefault.getDeclaringClass().getEnumConstants()) {
            String name = constant.name().toLowerCase(java.util.Locale.ROOT);
            if (name.equals(value)) {
                return constant;
            }
            known.add(name);
        }
        misuses.add(
                new Misuse(Misuse.Kind.OPTION_VALUE, Span.NONE, "-A" + option + "=" + value, String.join(", ", known)));
        return byDefault;
    }

    boolean warnByDefault() {
        return refused == Refused.WARN;
    }

    boolean showsAll() {
        return report == Report.ALL;
    }

    boolean showsNotes() {
        return report == Report.ALL || report == Report.PROOFS;
    }

    boolean showsWarnings() {
        return report != Report.SUMMARY;
    }
}
