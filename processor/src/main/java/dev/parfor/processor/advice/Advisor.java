package dev.parfor.processor.advice;

import dev.parfor.processor.advice.Advice.Verdict;
import dev.parfor.processor.diagnostics.Code;
import dev.parfor.processor.diagnostics.Message;
import dev.parfor.processor.diagnostics.Messages;
import dev.parfor.processor.frontend.AllLoops;
import dev.parfor.processor.frontend.Crashes;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.LoopReading;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.judge.Judge;
import dev.parfor.processor.judgement.Judgement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Judges every loop of some classes. A failure of ours is one loop's reason, never the end of the run. */
public final class Advisor {

    private Advisor() {}

    /** @param classes qualified names of top-level classes in source */
    public static void advise(TypedTrees trees, Collection<String> classes, Consumer<Advice> consumer) {
        for (String name : classes) {
            // What is known of one class is not kept for the next: a whole code base must fit.
            Frontend frontend = new Frontend(trees, classes);
            new AllLoops(frontend).of(name, seen -> consumer.accept(advice(frontend, name, seen)));
        }
    }

    static Advice advice(Frontend frontend, String type, AllLoops.Seen seen) {
        if (seen.reading().isEmpty()) {
            return advice(type, seen, Verdict.NO_PLACE, List.of(), "", 0);
        }
        if (seen.reading().get() instanceof LoopReading.Unreadable no) {
            List<Message> messages = Messages.of(no.reasons(), no.name(), true);
            return advice(type, seen, Verdict.NOT_READ, reasons(no.reasons(), messages), "", 0);
        }
        LoopNest nest = ((LoopReading.Readable) seen.reading().get()).nest();
        long start = System.nanoTime();
        Judgement judgement = Crashes.guard(
                () -> Judge.judge(nest, frontend.bodies()),
                failure -> new Judgement.Refused(nest, List.of(Crashes.of(failure, nest.span()))));
        long microseconds = (System.nanoTime() - start) / 1000;
        List<Message> messages = Messages.of(judgement, "", true);
        if (judgement instanceof Judgement.Refused refused) {
            Verdict verdict =
                    refused.reasons().stream().anyMatch(Refusal::isRefutation) ? Verdict.REFUTED : Verdict.NOT_PROVED;
            return advice(type, seen, verdict, reasons(refused.reasons(), messages), "", microseconds);
        }
        return advice(
                type,
                seen,
                verdict(messages.get(0).code()),
                List.of(),
                messages.get(0).text(),
                microseconds);
    }

    private static Advice advice(
            String type,
            AllLoops.Seen seen,
            Verdict verdict,
            List<Advice.Reason> reasons,
            String rests,
            long microseconds) {
        String annotation = !verdict.isParallel() ? "" : seen.isMarkable() ? "for (@ParallelFor " : "@ParallelFor";
        return new Advice(
                seen.file(),
                type,
                seen.span(),
                seen.lastLine(),
                seen.where(),
                seen.depth(),
                verdict,
                reasons,
                rests,
                annotation,
                microseconds);
    }

    private static Verdict verdict(Code code) {
        return code == Code.PF001 ? Verdict.PROVED : code == Code.PF002 ? Verdict.GUARDED : Verdict.TRUSTED;
    }

    private static List<Advice.Reason> reasons(List<Refusal> refusals, List<Message> messages) {
        List<Advice.Reason> reasons = new ArrayList<>();
        for (int k = 0; k < messages.size(); k++) {
            Message message = messages.get(k);
            String kind = k < refusals.size() ? kind(refusals.get(k)) : "";
            List<Advice.Access> accesses = k < refusals.size() ? accesses(refusals.get(k)) : List.of();
            reasons.add(new Advice.Reason(message.code().name(), kind, message.at(), message.text(), accesses));
        }
        return reasons;
    }

    private static String kind(Refusal refusal) {
        return Code.of(refusal).title();
    }

    private static List<Advice.Access> accesses(Refusal refusal) {
        if (!(refusal instanceof Refusal.Conflict conflict)) {
            return List.of();
        }
        return Stream.of(conflict.write(), conflict.other())
                .map(site -> new Advice.Access(site.isWrite(), site.span()))
                .distinct()
                .toList();
    }
}
