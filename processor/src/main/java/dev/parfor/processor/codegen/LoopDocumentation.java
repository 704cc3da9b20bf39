package dev.parfor.processor.codegen;

import dev.parfor.processor.diagnostics.GuardText;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.processor.judgement.Proof;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The comment on the class of a loop: which one it is, what was shown of it, and what its variables are to it. */
final class LoopDocumentation implements Role.Visitor<String> {

    private LoopDocumentation() {}

    static String of(LoopScope scope) {
        StringBuilder text = new StringBuilder();
        text.append("The loop ").append(code(scope.nest.name())).append(" of ").append(code(scope.shape.display()));
        if (scope.nest.span().line() > 0) {
            text.append(", ")
                    .append(scope.nest.span().file())
                    .append(':')
                    .append(scope.nest.span().line());
        }
        text.append(".\n\n<p>").append(verdict(scope)).append('\n');
        for (Role role : scope.plan.roles()) {
            text.append("\n<p>").append(role.accept(new LoopDocumentation())).append('\n');
        }
        scope.plan
                .scratch()
                .forEach(v -> text.append("\n<p>Each chunk has a {@code ")
                        .append(v.name())
                        .append(
                                scope.plan.keeps(v)
                                        ? "} of its own; what the last iteration leaves in it is put into the user's.\n"
                                        : "} of its own.\n"));
        for (Merge merge : scope.plan.merges()) {
            text.append("\n<p>Each block of iterations has a private ")
                    .append(code(merge.target()))
                    .append("; they are merged in block order.\n");
        }
        scope.plan
                .wave()
                .ifPresent(w -> text.append("\n<p>A wavefront: runs in tiles of {@code ")
                        .append(scope.nest.name())
                        .append("} and {@code ")
                        .append(w.column().name())
                        .append("}, each after the one above it and the one before it.\n"));
        List<Guard> guards = scope.plan.guards();
        if (!guards.isEmpty()) {
            text.append("\n<p>Guards:\n\n<ol>\n");
            GuardText words = new GuardText(scope.nest.name());
            guards.forEach(g -> text.append("  <li>")
                    .append(QUOTED.matcher(g.accept(words)).replaceAll(m -> Matcher.quoteReplacement(code(m.group(1)))))
                    .append('\n'));
            text.append("</ol>\n");
        }
        List<Proof.Trusted> trusted = scope.judgement.proof().trusted();
        if (!trusted.isEmpty()) {
            text.append("\n<p>On trust:\n\n<ul>\n");
            trusted.forEach(t -> text.append("  <li>")
                    .append(code(
                            t.annotation() + " on " + t.subject() + (t.reason().isEmpty() ? "" : ": " + t.reason())))
                    .append('\n'));
            text.append("</ul>\n");
        }
        return text.toString();
    }

    private static String verdict(LoopScope scope) {
        boolean trusted = !scope.judgement.proof().trusted().isEmpty();
        boolean guarded = !scope.plan.guards().isEmpty();
        String what = trusted ? "Parallel on trust" : "Proved parallel";
        return what + (guarded ? " where all guards hold; sequential where one fails." : ".");
    }

    private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

    private static String code(Object text) {
        String words = text.toString();
        boolean plain =
                words.chars().noneMatch(c -> c == '{' || c == '}' || c == '@' || c == '\\') && !words.contains("*/");
        return plain ? "{@code " + words + "}" : escaped(words);
    }

    /** No end of comment and no tag. */
    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    private static String names(Role role, List<Var> more) {
        String first = code(role.var());
        return more.isEmpty()
                ? first
                : first + " with " + more.stream().map(LoopDocumentation::code).collect(Collectors.joining(", "));
    }

    @Override
    public String privateVar(Role.Private r) {
        return names(r, List.of()) + " is private to each chunk.";
    }

    @Override
    public String lastValue(Role.LastValue r) {
        return names(r, List.of()) + " is private to each chunk; the last iteration's value is handed out.";
    }

    @Override
    public String conditionalLast(Role.ConditionalLast r) {
        return names(r, List.of())
                + " is private to each block; the last value that an iteration gave it is handed out.";
    }

    @Override
    public String exitValue(Role.ExitValue r) {
        return names(r, List.of()) + " is set where the loop ends early: by the lowest iteration that does.";
    }

    @Override
    public String ordered(Role.Ordered r) {
        return names(r, List.of()) + " belongs to the ordered block, which finds what the one before it has left.";
    }

    @Override
    public String induction(Role.Induction r) {
        return names(r, List.of()) + " is an induction variable: each chunk computes where it starts.";
    }

    @Override
    public String reduction(Role.Reduction r) {
        return names(r, List.of()) + " is a reduction by " + code(r.operator().symbol()) + ", combined in block order.";
    }

    @Override
    public String position(Role.Position r) {
        return names(r, List.of()) + " is where the next element goes: each block counts from 0.";
    }

    @Override
    public String scan(Role.Scan r) {
        return names(r, List.of()) + " runs through the loop: a first pass finds where each block starts.";
    }

    @Override
    public String handedOn(Role.HandedOn r) {
        return names(r, List.of()) + " is what the iteration before has left: each chunk makes its first one anew.";
    }

    @Override
    public String userReduction(Role.UserReduction r) {
        return names(r, List.of()) + " is a reduction by " + code(r.method().display()) + ", combined in block order.";
    }

    @Override
    public String horner(Role.Horner r) {
        return names(r, List.of()) + " is multiplied by " + r.factor()
                + " in each iteration: blocks start from 0, and are put together by powers of that.";
    }

    @Override
    public String mathExtreme(Role.MathExtreme r) {
        return names(r, List.of()) + " is a " + (r.max() ? "maximum" : "minimum") + ", combined in block order.";
    }

    @Override
    public String indexedExtreme(Role.IndexedExtreme r) {
        return names(r, List.of()) + " is the index of an extreme of " + code(r.array()) + " by "
                + code(r.relation().symbol()) + ", combined in block order.";
    }

    @Override
    public String compareExtreme(Role.CompareExtreme r) {
        return names(r, r.payload()) + " is an extreme by " + code(r.relation().symbol())
                + ", combined in block order.";
    }
}
