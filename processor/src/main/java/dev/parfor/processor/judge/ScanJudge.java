package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.walk.BodyWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows that a first pass over a loop without its stores reads what the loop itself reads.
 *
 * <p>What another iteration stores is a conflict like any other. Within an iteration a store must come behind the read, or go
 * elsewhere. Bodies with loops and calls outside of the stores are not asked about, so that what stands later in the body runs later: updates of the
 * header stand at its end, wherever their text is. What a method writes that a store calls is behind nothing.
 */
final class ScanJudge {

    private ScanJudge() {}

    /** Whether the loop without its stores can be run ahead: it writes nothing, and leaves nothing but the running variables. */
    static boolean canRunAhead(Judgement slice, BodyWalker.Result walk) {
        return slice instanceof Judgement.Parallel p
                && p.proof().trusted().isEmpty()
                && p.plan().merges().isEmpty()
                && p.plan().scratch().isEmpty()
                && walk.accesses().stream().noneMatch(Access::isWrite)
                && p.plan().roles().stream()
                        .allMatch(r -> r instanceof Plan.Role.Private
                                || r instanceof Plan.Role.Induction
                                || r instanceof Plan.Role.Reduction
                                || r instanceof Plan.Role.MathExtreme);
    }

    /**
     * The reads that may miss what their own iteration has stored before.
     *
     * @param body with the updates of the header at its end
     * @param tester for accesses of whatever iterations, one and the same among them
     * @param stores the places of all that is evaluated in the stores
     * @param guards of the loop so far; grows
     */
    static List<Refusal> stale(
            Stmt body,
            BodyWalker.Result walk,
            Set<Span> stores,
            PairTester tester,
            ConflictReader reader,
            Set<Guard> guards) {
        Map<Span, Integer> order = order(body);
        List<Refusal> refusals = new ArrayList<>();
        for (Access read : walk.accesses()) {
            if (read.isWrite() || stores.contains(read.span())) {
                continue;
            }
            for (Access write : walk.accesses()) {
                boolean asked = write.isWrite()
                        && PairTester.sameKind(read.cell(), write.cell())
                        && !isBefore(order, read.span(), write.span())
                        && Soundness.STORES_BEHIND.holds();
                if (asked && !isApart(tester, read, write, guards)) {
                    refusals.add(reader.read(read, write));
                }
            }
        }
        return refusals;
    }

    /** When what stands at a place runs, compared with other places of a body without loops. */
    private static Map<Span, Integer> order(Stmt body) {
        Map<Span, Integer> order = new HashMap<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                order.putIfAbsent(e.span(), order.size());
            }
        }.scan(body);
        return order;
    }

    /** Of what is not in the body, only the header reads before all that the body writes: the element of the iteration. */
    private static boolean isBefore(Map<Span, Integer> order, Span read, Span write) {
        if (!order.containsKey(write)) {
            return false;
        }
        return order.containsKey(read)
                ? order.get(read) < order.get(write)
                : read.line() < write.line() || read.line() == write.line() && read.column() < write.column();
    }

    private static boolean isApart(PairTester tester, Access read, Access write, Set<Guard> guards) {
        try {
            if (tester.test(read, write, guards) instanceof PairTester.Outcome.Apart apart
                    && apart.trusted().isEmpty()) {
                guards.addAll(apart.guards());
                return true;
            }
            return false;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }
}
