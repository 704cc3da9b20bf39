package dev.parfor.processor;

import dev.parfor.processor.diagnostics.Message;
import dev.parfor.processor.diagnostics.Messages;
import dev.parfor.processor.diagnostics.Severity;
import dev.parfor.processor.diagnostics.Tally;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judgement.Judgement;
import java.util.List;

/** Which messages are shown, and how many loops got which verdict. */
final class Reporter {

    /** Where messages go. */
    interface Output {
        void print(Severity severity, String text, Span at);
    }

    private final Options options;
    private final Output output;
    private Tally tally = Tally.NONE;

    Reporter(Options options, Output output) {
        this.options = options;
        this.output = output;
    }

    Tally tally() {
        return tally;
    }

    /** @param variant the generated method, {@code VectorsParallel.dot} */
    void judged(Judgement judgement, String variant, boolean warningsSuppressed) {
        tally = tally.plus(judgement);
        if (judgement instanceof Judgement.Parallel && !options.showsNotes()) {
            return;
        }
        print(Messages.of(judgement, variant, options.showsAll()), warningsSuppressed);
    }

    /** A loop that has no form to judge. */
    void unreadable(List<Refusal> reasons, String loopName, boolean warnOnly, boolean warningsSuppressed) {
        tally = tally.plusRefused();
        List<Message> messages = Messages.of(reasons, loopName, options.showsAll());
        print(warnOnly ? messages.stream().map(Message::softened).toList() : messages, warningsSuppressed);
    }

    /** Something that is about no loop. */
    void refused(Refusal refusal) {
        refused(refusal, false, false);
    }

    /** Something that is about all loops of a method. */
    void refused(Refusal refusal, boolean warnOnly, boolean warningsSuppressed) {
        Message message = Messages.of(refusal, "");
        print(List.of(warnOnly ? message.softened() : message), warningsSuppressed);
    }

    /** Counts a loop that is refused for a reason that was told for its whole method. */
    void alsoRefused() {
        tally = tally.plusRefused();
    }

    void note(String text, Span at) {
        output.print(Severity.NOTE, text, at);
    }

    /** The last line, if there was any loop. */
    void summary() {
        if (tally.loops() > 0) {
            output.print(Severity.NOTE, Messages.summary(tally), Span.NONE);
        }
    }

    private void print(List<Message> messages, boolean warningsSuppressed) {
        for (Message message : messages) {
            boolean shown = switch (message.severity()) {
                case ERROR -> true;
                case WARNING -> options.showsWarnings() && !warningsSuppressed;
                case NOTE -> options.showsNotes();
            };
            if (shown) {
                output.print(message.severity(), message.text(), message.at());
            }
        }
    }
}
