package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.count;

import dev.parfor.processor.ir.LoopNest.Options;
import dev.parfor.processor.judgement.Judgement.Parallel;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof.Pair;
import dev.parfor.processor.judgement.Proof.Trusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts of the codes 0xx: what a proof rests on, and how the loop is made parallel. */
final class ParallelText {

    private static final String ORDERED =
            "`ordered:` runs in iteration order, one iteration at a time; what stands before it in parallel";

    private ParallelText() {}

    static Code code(Parallel p) {
        if (!p.proof().trusted().isEmpty()) {
            return Code.PF003;
        }
        return p.plan().guards().isEmpty() ? Code.PF001 : Code.PF002;
    }

    /** @param most how many pairs are listed */
    static Text of(Parallel p, int most) {
        GuardText words = new GuardText(p.nest().name());
        List<String> guards =
                p.plan().guards().stream().map(g -> g.accept(words)).toList();
        return Text.of(head(p, guards))
                .lines(trusted(p.proof().trusted()))
                .lines(pairs(p.proof().pairs(), most))
                .lines(numbered(guards))
                .lines(MergeText.of(p.plan().merges()))
                .lines(RoleText.of(p.plan().roles()))
                .lines(p.plan().inOrder().map(o -> ORDERED).map(List::of).orElse(List.of()))
                .lines(copied(p.plan()))
                .lines(tiles(p))
                .lines(schedule(p.nest().options()));
    }

    /** Those that the user calls scratch are among what is trusted. */
    private static List<String> copied(Plan plan) {
        return plan.scratch().stream()
                .filter(v -> v.trust().scratch().isEmpty())
                .map(v -> Text.quote(v.name()) + ": each iteration writes what it reads of it, and "
                        + (plan.keeps(v)
                                ? "all write the same elements, so each worker has its own, and yours gets what the last iteration leaves"
                                : "nobody reads it later, so each worker has its own"))
                .toList();
    }

    private static List<String> tiles(Parallel p) {
        return p
                .plan()
                .wave()
                .map(w -> "a wavefront: tiles of " + Text.quote(p.nest().name()) + " and "
                        + Text.quote(w.column().name()) + ", each after the one above it and the one before it"
                        + (w.skew() == 0
                                ? ""
                                : "; from one " + Text.quote(p.nest().name()) + " to the next they move by "
                                        + count(w.skew(), "iteration") + " of "
                                        + Text.quote(w.column().name())))
                .stream()
                .toList();
    }

    private static String head(Parallel p, List<String> guards) {
        LoopLabel loop = LoopLabel.of(p.nest());
        List<Trusted> trusted = p.proof().trusted();
        if (!trusted.isEmpty()) {
            return loop + " is parallel on trust: " + claim(trusted.get(0)) + more(trusted.size())
                    + (guards.isEmpty() ? "" : ", and given " + count(guards.size(), "check"));
        }
        if (!guards.isEmpty()) {
            return loop + " is proved parallel, given that " + guards.get(0) + more(guards.size());
        }
        return loop + " is proved parallel: " + p.proof().accesses()
                + (p.proof().accesses() == 1 ? " access, " : " accesses, ")
                + count(p.proof().pairs().size(), "pair");
    }

    private static String more(int all) {
        return all > 1 ? " and " + (all - 1) + " more" : "";
    }

    private static String claim(Trusted t) {
        return Text.quote(t.annotation()) + " on " + Text.quote(t.subject());
    }

    private static List<String> trusted(List<Trusted> trusted) {
        return trusted.stream()
                .map(t -> "trusted: "
                        + unsaid(t)
                                .orElseGet(
                                        () -> claim(t) + ", because \"" + t.reason() + "\"" + ContractText.checked(t)))
                .toList();
    }

    /** What nobody asserted in so many words, but by an ordered block that prints or a loop over what is read. */
    private static Optional<String> unsaid(Trusted t) {
        if (t.annotation().equals(Trusted.ORDERED)) {
            return Optional.of("what is printed to " + Text.quote(t.subject())
                    + " in the ordered block changes nothing that the loop reads");
        }
        return t.annotation().equals(Trusted.SOURCE)
                ? Optional.of(Text.quote(t.subject())
                        + " is asked some lines ahead: no iteration changes what it reads from, nor waits for it")
                : Optional.empty();
    }

    private static List<String> pairs(List<Pair> pairs, int most) {
        List<String> lines = new ArrayList<>(Text.table(pairs.stream()
                .limit(most)
                .map(p -> List.of(
                        readable(p.first()) + ", " + readable(p.second()),
                        meeting(p) + " (" + p.by() + ")" + restsOn(p.guards())))
                .toList()));
        if (pairs.size() > most) {
            lines.add("and " + count(pairs.size() - most, "more pair") + ": " + Messages.ALL);
        }
        return lines;
    }

    private static String meeting(Pair p) {
        if (!p.meet()) {
            return p.inTiles() ? "meet in tile order, if at all" : "never meet";
        }
        return p.by().equals(Pair.IN_ORDER) ? "meet in iteration order" : "meet in any order";
    }

    /** Without the numbers that tell variables of one name apart. */
    private static String readable(String access) {
        return access.replaceAll("[#?]\\d+'?", "");
    }

    private static String restsOn(List<Integer> guards) {
        return guards.isEmpty()
                ? ""
                : (guards.size() == 1 ? ", given guard " : ", given guards ")
                        + guards.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static List<String> numbered(List<String> guards) {
        List<String> lines = new ArrayList<>();
        for (String guard : guards) {
            lines.add("guard " + (lines.size() + 1) + ": " + guard);
        }
        if (!guards.isEmpty()) {
            lines.add("guards are checked before the loop at run time; where one fails the loop runs sequentially");
        }
        return lines;
    }

    /** Only what the user chose. */
    private static List<String> schedule(Options options) {
        if (options.blocking()) {
            return List.of("iterations wait: many are under way at once, on virtual threads where the JDK has them"
                    + (options.chunk() == 0 ? "" : ", in chunks of " + options.chunk()));
        }
        boolean chosen = !options.schedule().equals(Options.DEFAULT.schedule()) || options.chunk() != 0;
        return chosen
                ? List.of(
                        "schedule: " + options.schedule() + (options.chunk() == 0 ? "" : ", chunk " + options.chunk()))
                : List.of();
    }
}
