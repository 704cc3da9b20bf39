package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Methods of classes that are guessed at, followed one after the other: those that could only be refused, or that write a field of an
 * object that all iterations have, are left out of the guess if others are not. A guard asks for the classes that are left, so an object
 * of another class makes the loop sequential.
 */
final class Trials {

    private final Walk walk;
    private final boolean guessed;
    private final Set<Refusal> refusedBefore = new LinkedHashSet<>();
    private int wasted;
    private int steps;
    private final List<Receivers.Target> bad = new ArrayList<>();
    private boolean anyGood;
    private int refusals;
    private int accesses;

    Trials(Walk walk, boolean guessed) {
        this.walk = walk;
        this.guessed = guessed && walk.muted == 0;
        if (this.guessed) {
            walk.written.choice = true;
            refusedBefore.addAll(walk.refusals);
        }
    }

    void begin() {
        refusals = walk.refusals.size();
        accesses = walk.accesses.size();
        steps = walk.steps();
    }

    void end(Receivers.Target target, Value result) {
        if (!guessed) {
            return;
        }
        boolean refused = walk.refusals.size() > refusals;
        boolean lost = walk.written.knownOnly
                && (isLost(result)
                        || walk.accesses.subList(accesses, walk.accesses.size()).stream()
                                .anyMatch(a ->
                                        isLost(a.cell()) || !a.section().locks().isEmpty()));
        if (refused
                || lost
                || walk.accesses.subList(accesses, walk.accesses.size()).stream()
                        .anyMatch(Trials::isInTheWay)) {
            bad.add(target);
            wasted += walk.steps() - steps;
        } else {
            anyGood = true;
        }
    }

    private static boolean isLost(Value result) {
        return result instanceof Value.Ref ref
                && ref.objects().stream().anyMatch(o -> o instanceof Obj.Any && o.type() instanceof Type.Array);
    }

    private static boolean isLost(Cell cell) {
        return cell instanceof Cell.ArrayCell a && a.array() instanceof Obj.Any
                || cell instanceof Cell.FieldCell f && f.object() instanceof Obj.Any
                || cell instanceof Cell.StateCell s && s.object() instanceof Obj.Any;
    }

    /** A field that every iteration writes of one object: hardly ever what a parallel loop does. */
    private static boolean isInTheWay(Access access) {
        boolean shared = access.cell() instanceof Cell.StaticCell
                || access.cell() instanceof Cell.FieldCell f && isOfAll(f.object());
        return access.isWrite() && shared;
    }

    /** One object, or any element of what all iterations have: of the loops in the body rather than of the parallel one. */
    private static boolean isOfAll(Obj object) {
        return object instanceof Obj.Invariant
                || object instanceof Obj.Element e
                        && e.array() instanceof Obj.Invariant
                        && e.index().atoms().stream()
                                .noneMatch(a -> a instanceof Atom.Loaded || a instanceof Atom.Index i && i.loop() == 0);
    }

    /**
     * Once all are followed: where some could stay, this walk counts for nothing, and the next one goes without the others. One that was
     * to be left out already runs on an object whose class is no guess, and stays in the way.
     */
    void leaveOut() {
        if (!anyGood) {
            return;
        }
        boolean isNew = false;
        for (Receivers.Target target : bad) {
            isNew |= walk.written.leaveOut(target.method());
        }
        if (isNew) {
            walk.refusals.retainAll(refusedBefore);
            walk.giveBack(wasted);
        }
    }
}
