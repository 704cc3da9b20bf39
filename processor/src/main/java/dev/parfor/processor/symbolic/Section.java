package dev.parfor.processor.symbolic;

import dev.parfor.processor.ir.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What synchronizes an access.
 *
 * @param locks held whenever it happens
 * @param update the update that it is the read or the write of; nothing else sees the value
 */
public record Section(Set<Lock> locks, Optional<Update> update) {

    public static final Section NONE = new Section(Set.of(), Optional.empty());

    public Section {
        locks = Set.copyOf(locks);
    }

    /** Two locks that are equal are one at run time. Others may be one as well. */
    public sealed interface Lock {

        /** The monitor of an object that is the same in all iterations. */
        record Monitor(Path object) implements Lock {
            @Override
            public String toString() {
                return object.toString();
            }
        }

        /** A {@code ReentrantLock} that is the same in all iterations. */
        record Explicit(Path object) implements Lock {
            @Override
            public String toString() {
                return object.toString();
            }
        }

        /** Nothing is held, but all that has it happens in iteration order: the loop's ordered block. */
        record InOrder() implements Lock {
            @Override
            public String toString() {
                return "ordered:";
            }
        }

        /** The object whose state is accessed does each of its operations at once: atomics, concurrent collections. */
        record Itself() implements Lock {
            @Override
            public String toString() {
                return "atomic operations";
            }
        }
    }

    /** {@code cell = cell operation e} with exact arithmetic: any two of one operation on one cell commute. */
    public record Update(String operation) {}

    /** Whether it happens in the loop's ordered block. */
    public boolean isInOrder() {
        return locks.contains(new Lock.InOrder());
    }

    /** Whether no two of these happen at the same time, if they are of one cell. */
    public boolean excludes(Section other) {
        return locks.stream().anyMatch(l -> !(l instanceof Lock.InOrder) && other.locks.contains(l));
    }

    /** Whether it makes no difference which of the two updates comes first, provided that they exclude each other. */
    public boolean commutesWith(Section other) {
        return update.isPresent() && update.equals(other.update);
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Section s && s.locks.equals(locks) && s.update.equals(update);
    }

    @Override
    public int hashCode() {
        return 31 * locks.hashCode() + update.hashCode();
    }
}
