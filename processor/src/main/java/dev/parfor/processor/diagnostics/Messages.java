package dev.parfor.processor.diagnostics;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judgement.Judgement;
import java.util.ArrayList;
import java.util.List;

/**
 * From judgements and refusals to messages: the way into this package.
 *
 * <p>A refusal's first line has the code, the loop, one of the verbs <em>must stay sequential</em> and <em>was not proved
 * parallel</em>, and the cause in the user's own names; it can stand alone. Under it come the places, the iterations that
 * meet if there are two, a technical line, one way out, and the page.
 */
public final class Messages {

    /** How many reasons, or pairs of a proof, are shown unless all are asked for. */
    static final int MOST = 5;

    /** How to ask for all. */
    static final String ALL = "-Aparfor.report=all";

    /** The last line of a refusal that does not stop the build. */
    static final String SOFTENED = "refused = WARN: this loop of the variant runs sequentially";

    /** The same where there is no loop. */
    static final String UNCHANGED = "refused = WARN: the variant does what the method does";

    private Messages() {}

    /** The note of a parallel loop, or the reasons of a refused one, five at most. */
    public static List<Message> of(Judgement judgement) {
        return of(judgement, "", false);
    }

    /**
     * @param variant the generated method, {@code VectorsParallel.dot}; may be empty
     * @param all whether all reasons and all pairs are shown, however many
     */
    public static List<Message> of(Judgement judgement, String variant, boolean all) {
        if (judgement instanceof Judgement.Parallel p) {
            Text text = ParallelText.of(p, most(all)).detail("generated: ", variant);
            return List.of(message(ParallelText.code(p), p.nest().span(), text));
        }
        Judgement.Refused refused = (Judgement.Refused) judgement;
        List<Message> messages = of(refused.reasons(), LoopLabel.of(refused.nest()), all);
        return refused.nest().options().warnOnly()
                ? messages.stream().map(Message::softened).toList()
                : messages;
    }

    /** One reason. @param loopName name of the loop's index or element; empty where there is none */
    public static Message of(Refusal refusal, String loopName) {
        return of(refusal, new LoopLabel(loopName, true));
    }

    /** The reasons why a loop could not be read, worst first. */
    public static List<Message> of(List<Refusal> reasons, String loopName, boolean all) {
        return of(reasons, new LoopLabel(loopName, true), all);
    }

    /** What {@code -Aparfor.advise} has to say for itself. */
    public static String advised(int loops, int parallel, String file) {
        return "parfor: " + parallel + " of " + Text.count(loops, "loop") + " could run in parallel as written: "
                + file;
    }

    /** The last line of a compilation. */
    public static String summary(Tally tally) {
        return tally.toString();
    }

    private static List<Message> of(List<Refusal> reasons, LoopLabel loop, boolean all) {
        List<Message> messages = new ArrayList<>();
        for (Refusal reason : reasons.subList(0, Math.min(reasons.size(), most(all)))) {
            messages.add(of(reason, loop));
        }
        if (messages.size() < reasons.size()) {
            Message last = messages.remove(messages.size() - 1);
            String rest = "and " + (reasons.size() - messages.size() - 1) + " more: " + ALL;
            messages.add(new Message(last.code(), last.severity(), last.at(), last.text() + "\n" + rest));
        }
        return messages;
    }

    private static Message of(Refusal refusal, LoopLabel loop) {
        return message(Code.of(refusal), refusal.at(), refusal.accept(new Texts(loop)));
    }

    private static Message message(Code code, Span at, Text text) {
        List<String> lines = new ArrayList<>();
        lines.add("[" + code + "] " + text.head());
        lines.addAll(text.lines());
        if (code.severity() != Severity.NOTE) {
            lines.add("page: " + code.page());
        }
        return new Message(code, code.severity(), at, String.join("\n", lines));
    }

    private static int most(boolean all) {
        return all ? Integer.MAX_VALUE : MOST;
    }

    /** The file that has the words for a refusal. */
    private record Texts(LoopLabel loop) implements Refusal.Visitor<Text> {

        @Override
        public Text shape(Refusal.Shape r) {
            return ShapeText.of(r, loop);
        }

        @Override
        public Text conflict(Refusal.Conflict r) {
            return ConflictText.of(r, loop);
        }

        @Override
        public Text scalar(Refusal.Scalar r) {
            return ScalarText.of(r, loop);
        }

        @Override
        public Text effect(Refusal.Effect r) {
            return EffectText.of(r, loop);
        }

        @Override
        public Text sync(Refusal.Sync r) {
            return SyncText.of(r, loop);
        }

        @Override
        public Text contract(Refusal.Contract r) {
            return ContractText.of(r, loop);
        }

        @Override
        public Text misuse(Refusal.Misuse r) {
            return MisuseText.of(r);
        }

        @Override
        public Text crash(Refusal.Crash r) {
            return MisuseText.of(r, loop);
        }
    }
}
