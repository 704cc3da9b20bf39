package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.walk.ContractWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds {@code @Pure} and {@code @ThreadSafe} against the implementations in sight. One that surely writes what it must not refuses the
 * loop, whatever was asserted; one that could not be followed stays trusted. What is passed in is not looked at: of which class it is
 * nobody knows.
 */
final class Contracts {

    private final Span loop;
    private final Bodies bodies;
    private final Prover prover;
    private final List<Refusal> broken = new ArrayList<>();
    private final List<Proof.Trusted> trusted = new ArrayList<>();

    private Contracts(Span loop, Bodies bodies, Prover prover) {
        this.loop = loop;
        this.bodies = bodies;
        this.prover = prover;
    }

    /** What has become of assertions. */
    record Result(List<Refusal> broken, List<Proof.Trusted> trusted) {}

    static Result check(Span loop, Iterable<Proof.Trusted> all, Bodies bodies, Prover prover) {
        Contracts contracts = new Contracts(loop, bodies, prover);
        all.forEach(contracts::check);
        return new Result(List.copyOf(contracts.broken), List.copyOf(contracts.trusted));
    }

    private void check(Proof.Trusted t) {
        if (t.about().isEmpty()) {
            trusted.add(t);
            return;
        }
        boolean pure = t.annotation().equals("@Pure");
        int kept = 0;
        List<String> undecided = new ArrayList<>();
        Proof.About about = t.about().get();
        for (MethodRef method : bodies.implementationsOf(about.method(), about.type())) {
            Optional<Bodies.MethodBody> body = method.isNative() ? Optional.empty() : bodies.of(method);
            if (body.isEmpty()) {
                undecided.add(method.display());
                continue;
            }
            ContractWalk.Result walk = ContractWalk.walk(body.get(), bodies, prover);
            Optional<Refusal.Contract> violation = pure
                    ? impure(walk, t, method)
                    : method.isSynchronized() ? Optional.empty() : unsafe(walk, t, method);
            if (violation.isPresent()) {
                Refusal.Contract found = violation.get();
                broken.add(new Refusal.Contract(
                        found.kind(),
                        loop,
                        Optional.of(found.at()),
                        found.annotation(),
                        found.subject(),
                        found.implementation(),
                        found.what()));
                broken.add(found);
            } else if (walk.refusals().isEmpty()
                    && (!pure || walk.accesses().stream().noneMatch(Access::isWrite))) {
                kept++;
            } else {
                undecided.add(method.display());
            }
        }
        trusted.add(t.checked(kept, undecided));
    }

    private static Optional<Refusal.Contract> impure(ContractWalk.Result walk, Proof.Trusted t, MethodRef method) {
        return write(walk, t, method, a -> true)
                .or(() -> walk.refusals().stream()
                        .filter(Contracts::isNoticed)
                        .findFirst()
                        .map(r -> new Refusal.Contract(
                                Refusal.Contract.Kind.CALLS,
                                r.at(),
                                Optional.empty(),
                                t.annotation(),
                                t.subject(),
                                method.display(),
                                ((Refusal.Effect) r).subject())));
    }

    /** Plain writes outside of every lock that is known; where one is not known, nothing is said. */
    private static Optional<Refusal.Contract> unsafe(ContractWalk.Result walk, Proof.Trusted t, MethodRef method) {
        boolean known = walk.refusals().isEmpty();
        return known ? write(walk, t, method, a -> a.section().locks().isEmpty()) : Optional.empty();
    }

    private static Optional<Refusal.Contract> write(
            ContractWalk.Result walk, Proof.Trusted t, MethodRef method, Predicate<Access> counts) {
        return walk.accesses().stream()
                .filter(a -> a.isWrite() && isShared(a.cell()) && counts.test(a))
                .findFirst()
                .map(a -> new Refusal.Contract(
                        Refusal.Contract.Kind.WRITES,
                        a.span(),
                        Optional.empty(),
                        t.annotation(),
                        t.subject(),
                        method.display(),
                        a.cell().toString()));
    }

    /** Effects that are there for sure. */
    private static boolean isNoticed(Refusal r) {
        return r instanceof Refusal.Effect e
                && switch (e.kind()) {
                    case OUTSIDE_WORLD, THREAD -> true;
                    case SYNCHRONIZATION -> e.detail().equals("volatile");
                    case SHARED_STATE ->
                        e.detail().equals("hidden") || e.detail().equals("refuted");
                    default -> false;
                };
    }

    /** Whether a cell surely was there before the call, and others can reach it. */
    private static boolean isShared(Cell cell) {
        return cell instanceof Cell.StaticCell
                || cell instanceof Cell.FieldCell f && isReached(f.object())
                || cell instanceof Cell.ArrayCell a && isReached(a.array())
                || cell instanceof Cell.StateCell s && isReached(s.object());
    }

    private static boolean isReached(Obj object) {
        return object instanceof Obj.Invariant
                || object instanceof Obj.Element e && isReached(e.array())
                || object instanceof Obj.FieldOf f && isReached(f.base());
    }
}
