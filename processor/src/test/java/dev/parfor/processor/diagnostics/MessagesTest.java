package dev.parfor.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Proof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void witnessIsWorkedOut() {
        assertThat(Messages.of(Samples.refused(Samples.carried())))
                .extracting(Message::text)
                .containsExactly("""
                [PF201] loop `i` must stay sequential: the next iteration reads the cell of `x` written here
                write  x[i]      line 4
                read   x[i - 1]  line 5
                iteration i = 1 writes x[1]; iteration i = 2 reads x[1]
                dependence: flow, distance (1), direction (<), by the strong SIV test
                iterations build on each other: take the mark away, or mark a loop around this one or inside it
                page: docs/diagnostics/PF201.md""");
    }

    @Test
    void earlierReadsAskForASecondArray() {
        Refusal anti = Samples.conflict(
                Refusal.Conflict.Kind.CARRIED, "x[i]", "x[i + 2]", new Refusal.Witness(0, 2, false, true, "x[2]"), "");
        assertThat(Messages.of(anti, "i").text())
                .startsWith(
                        "[PF201] loop `i` must stay sequential: an earlier iteration reads the cell of `x` written here")
                .contains("iteration i = 0 reads x[2]; iteration i = 2 writes x[2]")
                .contains("write the new ones into a second array");
    }

    @Test
    void conflictWithoutWitnessIsNotCalledOne() {
        Refusal unknown = Samples.conflict(Refusal.Conflict.Kind.SYMBOLIC, "x[i]", "x[i + k]", null, "");
        assertThat(Messages.of(unknown, "i").text())
                .startsWith(
                        "[PF233] loop `i` was not proved parallel: whether two iterations meet in `x` depends on the "
                                + "value of `k`")
                .contains("not a proof that two iterations meet")
                .doesNotContain("must stay");
    }

    @Test
    void callsInOtherFilesAreNamedWithTheirFile() {
        Refusal inCallee = new Refusal.Conflict(
                Refusal.Conflict.Kind.SAME_CELL,
                Samples.span(4, "put(x)"),
                new Refusal.AccessSite(
                        true,
                        Samples.span(4, "put(x)"),
                        List.of(Samples.span(4, "put(x)"), new Span("Tools.java", 30, 1, "a[0]", -1))),
                new Refusal.AccessSite(
                        true,
                        Samples.span(4, "put(x)"),
                        List.of(Samples.span(4, "put(x)"), new Span("Tools.java", 30, 1, "a[0]", -1))),
                "x",
                Optional.of(new Refusal.Witness(0, 1, true, true, "x[0]")),
                "",
                List.of());
        assertThat(Messages.of(inCallee, "i").text().lines())
                .startsWith(
                        "[PF202] loop `i` must stay sequential: every iteration writes the same cell of `x`",
                        "write  a[0]  Tools.java:30, called by `put(x)` line 4",
                        "iteration i = 0 writes x[0]; iteration i = 1 writes x[0]");
    }

    @Test
    void chainOfCallsAndIdiomOfAnEffect() {
        Refusal.Effect random = new Refusal.Effect(
                Refusal.Effect.Kind.SHARED_STATE,
                Samples.span(6, "random.nextInt(100)"),
                "random",
                List.of(Samples.span(20, "draw(random)")),
                "");
        assertThat(Messages.of(random, "i").text()).isEqualTo("""
                [PF414] loop `i` was not proved parallel: iterations change `random`, which they may share
                by way of `draw(random)`  line 20
                give each iteration its own generator, with its own seed: `new SplittableRandom(seed + i)`
                page: docs/diagnostics/PF414.md""");
    }

    @Test
    void proofListsPairsAndRoles() {
        Var sum = Var.of(2, "sum", Type.Primitive.DOUBLE);
        Plan plan = Samples.plan(List.of(new Plan.Role.Reduction(sum, Operator.ADD)));
        Proof proof = new Proof(
                2,
                List.of(
                        new Proof.Pair("write y[i]", "write y[i]", "the strong SIV test", List.of()),
                        new Proof.Pair("write y[i]", "read y[i + 10]", "the bounds", List.of())),
                List.of());
        assertThat(Messages.of(Samples.parallel(plan, proof), "DemoParallel.run", false))
                .singleElement()
                .satisfies(m -> assertThat(m.severity()).isEqualTo(Severity.NOTE))
                .extracting(Message::text)
                .isEqualTo("""
                [PF001] loop `i` is proved parallel: 2 accesses, 2 pairs
                write y[i], write y[i]      never meet (the strong SIV test)
                write y[i], read y[i + 10]  never meet (the bounds)
                `sum`: reduction by `+`, in an order fixed by the number of iterations: the same bits on any number of \
                threads, but perhaps not those of the sequential loop
                generated: DemoParallel.run""");
    }

    @Test
    void trustedLoopIsNotCalledProved() {
        Proof proof = new Proof(2, List.of(), List.of(new Proof.Trusted("@Distinct", "next", "a permutation")));
        assertThat(Messages.of(Samples.parallel(Samples.plan(List.of()), proof)))
                .singleElement()
                .extracting(Message::text)
                .asString()
                .startsWith("[PF003] loop `i` is parallel on trust: `@Distinct` on `next`\n"
                        + "trusted: `@Distinct` on `next`, because \"a permutation\"")
                .doesNotContain("proved");
    }

    @Test
    void fiveReasonsAtMost() {
        Refusal[] eight = Collections.nCopies(8, Samples.carried()).toArray(Refusal[]::new);
        List<Message> messages = Messages.of(Samples.refused(eight));
        assertThat(messages).hasSize(5);
        assertThat(messages.get(4).text()).endsWith("\nand 3 more: -Aparfor.report=all");
        assertThat(messages.get(3).text()).doesNotContain("more:");
        assertThat(Messages.of(Samples.refused(eight), "", true)).hasSize(8);
    }

    @Test
    void warnOnlyLoopIsWarnedOf() {
        LoopNest.Options warn = new LoopNest.Options("AUTO", 0, false, Optional.empty(), true);
        Message message = Messages.of(new Judgement.Refused(Samples.loop(warn), List.of(Samples.carried())))
                .get(0);
        assertThat(message.severity()).isEqualTo(Severity.WARNING);
        assertThat(message.text()).endsWith("\nrefused = WARN: this loop of the variant runs sequentially");
    }

    @Test
    void misuseIsNeverSoftened() {
        Message message = Messages.of(
                new Refusal.Misuse(Refusal.Misuse.Kind.NEGATIVE_CHUNK, Samples.span(3, "chunk = -1"), "chunk = -1", ""),
                "i");
        assertThat(message.softened()).isEqualTo(message);
        assertThat(message.firstLine()).isEqualTo("[PF801] `chunk = -1` is not a size of a chunk");
    }

    @Test
    void longSourceTextIsCut() {
        Refusal unread = new Refusal.Shape(
                Refusal.Shape.Kind.UNREAD,
                Samples.span(3, ""),
                "word ".repeat(30).strip(),
                Optional.empty());
        assertThat(Messages.of(unread, "i").firstLine())
                .endsWith("this version does not read `" + "word ".repeat(11) + "...`");
    }

    @Test
    void headerIsShownWithoutTheBody() {
        String loop = "for (int i = f(1); i < n; i *= 2) { x[i] = true; }";
        Refusal header = new Refusal.Shape(Refusal.Shape.Kind.HEADER, Samples.span(3, loop), loop, Optional.empty());
        assertThat(Messages.of(header, "i").firstLine())
                .endsWith("its header does not count: `for (int i = f(1); i < n; i *= 2)`");
    }

    @Test
    void summaryCountsVerdicts() {
        Proof bare = new Proof(1, List.of(), List.of());
        Tally tally = Tally.NONE
                .plus(Samples.parallel(Samples.plan(List.of()), bare))
                .plus(Samples.refused(Samples.carried()))
                .plusRefused();
        assertThat(Messages.summary(tally)).isEqualTo("parfor: 3 loops, 1 parallel, 2 refused");
        assertThat(Messages.summary(new Tally(12, 9, 2, 1, 3)))
                .isEqualTo("parfor: 12 loops, 9 parallel (2 guarded, 1 trusted), 3 refused");
        assertThat(Messages.summary(new Tally(1, 1, 0, 0, 0))).isEqualTo("parfor: 1 loop, 1 parallel, 0 refused");
    }

    @Test
    void everyKindHasItsOwnNumber() {
        List<Refusal> all = Samples.oneOfEach();
        Set<Code> used = EnumSet.of(Code.PF001, Code.PF002, Code.PF003);
        for (Refusal refusal : all) {
            assertThat(used.add(Code.of(refusal)))
                    .as("%s for the first time", Code.of(refusal))
                    .isTrue();
        }
        assertThat(used).containsExactlyInAnyOrder(Code.values());
    }

    /** The rules for first lines, and no code but its own anywhere. */
    @Test
    void everyTextKeepsTheRules() {
        Pattern number = Pattern.compile("PF\\d{3}");
        List<Refusal> all = new ArrayList<>(Samples.oneOfEach());
        all.addAll(Samples.examples());
        for (Refusal refusal : all) {
            Message message = Messages.of(refusal, "i");
            String text = message.text();
            assertThat(message.firstLine())
                    .startsWith("[" + Code.of(refusal) + "] ")
                    .doesNotEndWith(".")
                    .hasSizeLessThan(140);
            assertThat(text).endsWith("\npage: docs/diagnostics/" + Code.of(refusal) + ".md");
            assertThat(text.toLowerCase(Locale.ROOT))
                    .doesNotContain("please", "invalid", "unsupported", "internal", "null", "non-affine");
            assertThat(text.lines()).noneMatch(String::isBlank).doesNotHaveDuplicates();
            assertThat(number.matcher(text).results().map(MatchResult::group))
                    .containsOnly(Code.of(refusal).name());
            assertThat(text).as("nothing is refuted here").doesNotContain("must stay");
        }
    }
}
