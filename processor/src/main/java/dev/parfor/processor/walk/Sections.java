package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Section;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The synchronized sections that control is in. They nest as the text does, so a stack of locks tells them. */
final class Sections {

    private final Walk walk;
    private final Deque<Section.Lock> held = new ArrayDeque<>();
    private Optional<Section.Update> update = Optional.empty();
    private boolean inOrder;

    /** Each pair of locks of which the second was taken while the first was held. */
    private final Set<Nested> orders = new LinkedHashSet<>();

    private record Nested(Section.Lock outer, Section.Lock inner) {}

    Sections(Walk walk) {
        this.walk = walk;
    }

    /** What synchronizes an access that happens now. */
    Section here() {
        if (held.isEmpty() && !inOrder) {
            return Section.NONE;
        }
        Set<Section.Lock> locks = new LinkedHashSet<>(held);
        if (inOrder) {
            locks.add(new Section.Lock.InOrder());
        }
        return new Section(locks, update);
    }

    /** Walks the loop's ordered block. */
    void inOrder(Runnable block) {
        inOrder = true;
        block.run();
        inOrder = false;
    }

    boolean isInOrder() {
        return inOrder;
    }

    /** Whether a lock is held that other iterations, and other threads, take as well. */
    boolean any() {
        return !held.isEmpty();
    }

    boolean isUpdating() {
        return update.isPresent();
    }

    /** Runs a part of an update: its read or its write of the cell. */
    void updating(String operation, Runnable part) {
        Optional<Section.Update> outer = update;
        update = Optional.of(new Section.Update(operation));
        part.run();
        update = outer;
    }

    /** An operation that the accessed object does at once, an update where it is one. */
    void atOnce(Optional<String> operation, Runnable access) {
        Optional<Section.Update> outer = update;
        update = operation.map(Section.Update::new);
        held.push(new Section.Lock.Itself());
        access.run();
        held.pop();
        update = outer;
    }

    /**
     * Walks a section that is entered through this lock. Where the lock is not known to be one for all iterations the loop
     * is refused, and the section is walked as if it were none.
     *
     * @param at what takes the lock
     */
    void inside(Value lock, Type type, boolean monitor, Span at, Runnable section) {
        Set<Obj> objects = Walk.objects(lock, type);
        if (objects.stream().allMatch(o -> o instanceof Obj.Fresh)) {
            section.run();
            return;
        }
        Optional<Section.Lock> one = objects.size() == 1 && objects.iterator().next() instanceof Obj.Invariant base
                ? lock(base.path(), monitor)
                : Optional.empty();
        if (one.isEmpty()) {
            refuse(Refusal.Sync.Kind.OWN_LOCK, at, at.text(), "");
            section.run();
            return;
        }
        // Behind a lock another thread may write: nothing that is read there may be read once for all.
        walk.volatileReads++;
        enter(one.get(), at);
        held.push(one.get());
        section.run();
        held.pop();
    }

    /** The guard of every lock: who calls the loop and holds it already would wait for the workers, and they for him. */
    private Optional<Section.Lock> lock(Path path, boolean monitor) {
        boolean foreignClass = path instanceof Path.OfStatic s
                && s.field().name().endsWith(".class")
                && !s.field().name().equals(walk.home + ".class");
        if (foreignClass) {
            return Optional.empty();
        }
        if (!monitor) {
            walk.guard(new Guard.ExactClass(path, "java.util.concurrent.locks.ReentrantLock"));
        }
        walk.guard(new Guard.NotHeld(path, monitor));
        return Optional.of(monitor ? new Section.Lock.Monitor(path) : new Section.Lock.Explicit(path));
    }

    private void enter(Section.Lock lock, Span at) {
        if (held.contains(lock)) {
            return;
        }
        held.stream()
                .filter(h -> !(h instanceof Section.Lock.Itself))
                .forEach(outer -> orders.add(new Nested(outer, lock)));
        if (orders.size() > 1) {
            refuse(Refusal.Sync.Kind.WAITS, at, lock.toString(), "nested");
        }
    }

    void refuse(Refusal.Sync.Kind kind, Span at, String subject, String detail) {
        walk.refuse(new Refusal.Sync(kind, walk.root(at), subject, Optional.empty(), detail));
    }
}
