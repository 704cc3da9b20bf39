package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Refusal.Contract;
import dev.parfor.processor.judgement.Proof.Trusted;
import java.util.ArrayList;
import java.util.List;

/** Texts of assertions that were held against the code in sight. */
final class ContractText {

    private ContractText() {}

    static Text of(Contract r, LoopLabel loop) {
        boolean own = r.implementation().equals(r.subject());
        String claim = quote(r.annotation()) + (own ? "" : " on " + quote(r.subject()));
        String implementation = quote(r.implementation());
        String what = switch (r.kind()) {
            case WRITES -> "writes " + quote(r.what());
            case CALLS -> "calls " + quote(r.what());
        };
        return r.place()
                .map(place -> Text.of(loop.notProved(implementation + " does not keep " + claim))
                        .line(implementation + " " + what + "  " + Text.place(place, r.at())))
                .orElseGet(() -> Text.of(implementation + " does not keep " + claim + ": it " + what)
                        .line("take the assertion away, or make the implementation keep it"));
    }

    /** What has become of an assertion; empty where there was nothing to hold it against. */
    static String checked(Trusted t) {
        List<String> parts = new ArrayList<>();
        if (t.kept() > 0) {
            parts.add(
                    t.kept() == 1
                            ? "the implementation in sight keeps it"
                            : t.kept() + " implementations in sight keep it");
        }
        if (!t.undecided().isEmpty()) {
            parts.add("not decided: "
                    + String.join(", ", t.undecided().stream().map(Text::quote).toList()));
        }
        return parts.isEmpty() ? "" : "; " + String.join("; ", parts);
    }
}
