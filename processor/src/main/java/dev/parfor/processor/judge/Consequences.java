package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reasons that are there because of others, and go with them: that nothing is known of the cell {@code out[n]} is not worth a message
 * where there is one about {@code n}.
 */
final class Consequences {

    private Consequences() {}

    static List<Refusal> without(Collection<Refusal> refusals) {
        List<Refusal> kept = new ArrayList<>();
        for (Refusal r : refusals) {
            if (refusals.stream().noneMatch(cause -> isOf(r, cause))) {
                kept.add(r);
            }
        }
        return kept;
    }

    private static boolean isOf(Refusal r, Refusal cause) {
        if (r instanceof Refusal.Conflict c) {
            boolean unknown =
                    c.kind() == Refusal.Conflict.Kind.DATA_SUBSCRIPT || c.kind() == Refusal.Conflict.Kind.MAY_ALIAS;
            return unknown
                    && name(cause)
                            .filter(n -> mentions(c.write().span(), n)
                                    || mentions(c.other().span(), n))
                            .isPresent();
        }
        // The same call, as what changes the number of iterations.
        return r instanceof Refusal.Effect e
                && e.kind() == Refusal.Effect.Kind.SHARED_STATE
                && cause instanceof Refusal.Shape s
                && s.kind() == Refusal.Shape.Kind.BOUND_CHANGES
                && s.other().filter(e.at()::equals).isPresent();
    }

    /** The variable, field or call whose value is in doubt, as it stands in the text. */
    private static Optional<String> name(Refusal cause) {
        if (cause instanceof Refusal.Scalar s) {
            return Optional.of(s.variable());
        }
        if (cause instanceof Refusal.Conflict c && c.kind() == Refusal.Conflict.Kind.FIELD) {
            return Optional.of(c.at().text()).filter(t -> !t.isEmpty());
        }
        return cause instanceof Refusal.Sync s && s.kind() == Refusal.Sync.Kind.VALUE_USED
                ? Optional.of(s.at().text()).filter(t -> !t.isEmpty())
                : Optional.empty();
    }

    private static boolean mentions(Span access, String name) {
        return Pattern.compile("(?<![\\w.$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(access.text())
                .find();
    }
}
