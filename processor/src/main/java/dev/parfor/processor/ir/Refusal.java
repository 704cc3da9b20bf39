package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A reason why a loop, method or annotation is not made parallel: data, never a sentence. Any phase may give one. The
 * number, title and text of each are the diagnostics' business.
 */
public sealed interface Refusal {

    /** Where the message stands: the offending expression. */
    Span at();

    <R> R accept(Visitor<R> visitor);

    /** Whether this is a proof that the loop must stay sequential; all else is "not proved". */
    default boolean isRefutation() {
        return false;
    }

    /** The loop, its header or its surroundings have a form that is not made parallel. */
    record Shape(Kind kind, Span at, String subject, Optional<Span> other) implements Refusal {
        /** Which form. {@code subject} is what the message names: a variable, a keyword, a construct. */
        public enum Kind {
            /** No loop in the annotated method. */
            NO_LOOP,
            /** The annotated method has no body. */
            NO_BODY,
            /** {@code while} or {@code do}. */
            WHILE_LOOP,
            /** A {@code for} header that does not count. */
            HEADER,
            /** The body assigns the index. */
            INDEX_ASSIGNED,
            /** Bound or step change while the loop runs. */
            BOUND_CHANGES,
            /** An iteration can end the loop from inside of a {@code try} or a switch expression. */
            EARLY_EXIT,
            /** An iteration can end the loop, and later ones would change what others see. */
            EXIT_WRITES,
            /** An iteration can end the loop, and later ones may run for ever. */
            EXIT_RUNS_ON,
            /** The index is not an {@code int}, {@code long}, or smaller integer. */
            INDEX_TYPE,
            /** For-each over something that is neither an array nor a list, set or queue of the JDK. */
            ITERABLE,
            /** The loop stands in a {@code try} whose handler or continuation can see what it has written. */
            INSIDE_TRY,
            /** A mark on a loop in a constructor, initializer or lambda. */
            PLACE,
            /** The text can't be moved into a generated class. */
            NOT_MOVABLE,
            /** A statement or expression that this version doesn't read. */
            UNREAD,
            /** The step is zero, or goes away from the bound. */
            ENDLESS,
            /** Nested in another meant loop. */
            NESTED,
            /** A statement labelled {@code ordered} that is not the last one of the body. */
            ORDERED_PLACE,
            /** An iteration can end a loop that has an ordered block. */
            ORDERED_EXIT,
            /** A variable that the ordered block assigns is mentioned elsewhere, or one elsewhere would have to be combined. */
            ORDERED_VALUE,
            /** A schedule that does not hand iterations out in order. */
            ORDERED_SCHEDULE
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.shape(this);
        }
    }

    /** Two accesses to memory that two iterations may make to one cell, one of them a write. */
    record Conflict(
            Kind kind,
            Span at,
            AccessSite write,
            AccessSite other,
            String container,
            Optional<Witness> witness,
            String technical,
            List<String> data)
            implements Refusal {
        public Conflict {
            data = List.copyOf(data);
        }

        @Override
        public boolean isRefutation() {
            return witness.filter(Witness::isCertain).isPresent();
        }

        /** What stands between the two accesses and a proof. {@code data} lists the names that the message explains it with. */
        public enum Kind {
            /** A later iteration accesses the cell: {@code x[i] += x[i - 1]}. */
            CARRIED,
            /** Every iteration writes the same cell. */
            SAME_CELL,
            /** The subscript is data: an index array, a computed value. */
            DATA_SUBSCRIPT,
            /** The subscript is not affine. */
            NONLINEAR,
            /** It depends on the value of a variable: {@code x[i + k]}. */
            SYMBOLIC,
            /** The two may be one array, row or object, and no check before the loop can tell. */
            MAY_ALIAS,
            /** Every iteration writes the same field. */
            FIELD,
            /** A field of objects that two iterations may share. */
            OBJECT_FIELD,
            /** Affine, but the tests could not decide it. */
            UNDECIDED
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.conflict(this);
        }
    }

    /**
     * One of the accesses of a {@link Conflict}, as users know it.
     *
     * @param span in the loop: the access, or the call that leads to it
     * @param calledFrom the calls that lead to the access, outermost first, and the access itself at the end; empty where it
     *     stands in the loop
     */
    record AccessSite(boolean isWrite, Span span, List<Span> calledFrom) {
        public AccessSite {
            calledFrom = List.copyOf(calledFrom);
        }
    }

    /**
     * Two iterations that exist and meet.
     *
     * @param firstIteration value of the loop's index in the earlier iteration
     * @param secondIteration in the later one
     * @param firstWrites whether the earlier one writes
     * @param secondWrites whether the later one writes
     * @param cell as a user would write it: {@code x[1]}
     * @param given the values for which they meet
     * @param conditional whether not every iteration comes to these accesses, for all that is known
     */
    record Witness(
            long firstIteration,
            long secondIteration,
            boolean firstWrites,
            boolean secondWrites,
            String cell,
            List<Given> given,
            boolean conditional) {
        public Witness {
            given = List.copyOf(given);
        }

        public Witness(
                long firstIteration, long secondIteration, boolean firstWrites, boolean secondWrites, String cell) {
            this(firstIteration, secondIteration, firstWrites, secondWrites, cell, List.of(), false);
        }

        /** Whether they meet whatever the data and the variables are; otherwise they are an example and no proof. */
        public boolean isCertain() {
            return given.isEmpty() && !conditional;
        }
    }

    /** A variable of the user's, and a value that it may have. */
    record Given(String name, long value) {}

    /** A local variable that carries a value from one iteration to the next. */
    record Scalar(Kind kind, Span at, String variable, Optional<Span> other, String detail) implements Refusal {
        public enum Kind {
            /** Read before it is written in an iteration. */
            CARRIED,
            /** A reduction variable whose partial value is used. */
            PARTIAL_VALUE_USED,
            /** {@code int += double} and the like: the conversion is part of each step. */
            CONVERSION,
            /** Floating point under STRICT. */
            STRICT_FLOATING,
            /** Written in some iterations only, and read after the loop. */
            CONDITIONAL_LAST_VALUE,
            /** {@code String +=}, an ordered accumulation. */
            ORDERED,
            /** A boxed accumulator. */
            BOXED,
            /** A short-circuit or conditional update whose skipped part has effects. */
            SHORT_CIRCUIT
        }

        @Override
        public boolean isRefutation() {
            return kind == Kind.CARRIED && detail.equals("refuted");
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.scalar(this);
        }
    }

    /** Something the body calls or does that other iterations could notice, or that is unknown. */
    record Effect(Kind kind, Span at, String subject, List<Span> calledFrom, String detail) implements Refusal {
        public Effect {
            calledFrom = List.copyOf(calledFrom);
        }

        public enum Kind {
            /** No source and not in the table. */
            UNKNOWN_METHOD,
            /** The method that runs is not known: it can be overridden. */
            VIRTUAL,
            /** Calls nest too deep, or recursion. */
            DEPTH,
            /** Output, files, the environment. */
            OUTSIDE_WORLD,
            /** {@code synchronized}, locks, atomics, volatile fields. */
            SYNCHRONIZATION,
            /** The thread itself: thread-locals, {@code Thread.currentThread()}, interruption. */
            THREAD,
            /** Another class's initializer may run, and does more than set constants. */
            CLASS_INITIALIZER,
            /** A shared object is changed: {@code list.add}, {@code builder.append}. */
            SHARED_STATE,
            /** A lambda or anonymous class whose effects are not followed. */
            FUNCTION
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.effect(this);
        }
    }

    /** Something synchronized, of which the order shows, or which does not do what it is for. */
    record Sync(Kind kind, Span at, String subject, Optional<Span> other, String detail) implements Refusal {
        public enum Kind {
            /** Iterations exclude each other, but which one comes first shows in the result. */
            ORDER,
            /** A cell is accessed under a lock, and elsewhere without it: the lock does not help. */
            UNGUARDED,
            /** The lock is not known to be one object for all iterations. */
            OWN_LOCK,
            /** Waiting for another iteration, or for a lock that may never be free. */
            WAITS,
            /** The value that an atomic update returns. */
            VALUE_USED
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.sync(this);
        }
    }

    /**
     * An implementation does what was asserted of it that it does not.
     *
     * @param at the place in the implementation, or the loop that rests on the assertion
     * @param place for the loop, the place in the implementation
     * @param annotation what was asserted: {@code @Pure}
     * @param subject of what
     * @param implementation the method that breaks it
     * @param what the cell that it writes, or the method that it calls
     */
    record Contract(
            Kind kind,
            Span at,
            Optional<Span> place,
            String annotation,
            String subject,
            String implementation,
            String what)
            implements Refusal {
        public enum Kind {
            /** It writes what was there before the call. */
            WRITES,
            /** It calls what others can notice, or what depends on them. */
            CALLS
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.contract(this);
        }
    }

    /** A wrong use of an annotation or option; never a statement about the loop. */
    record Misuse(Kind kind, Span at, String subject, String detail) implements Refusal {
        public enum Kind {
            NEGATIVE_CHUNK,
            NAME_CLASH,
            UNKNOWN_OPTION,
            PRIVATE_TYPE,
            EMPTY_REASON,
            ASSERTION_PLACE,
            SIGNATURE_CLASH,
            UNREACHABLE_MEMBER,
            FOREIGN_COMPILER,
            OPTION_VALUE,
            HARNESS_INPUT,
            HARNESS_VARIANTS,
            HARNESS_ACCESS,
            HARNESS_LIBRARY,
            HARNESS_FACTORY
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.misuse(this);
        }
    }

    /** A failure of our own. */
    record Crash(Span at, String exception) implements Refusal {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.crash(this);
        }
    }

    /** One method per kind of refusal. */
    interface Visitor<R> {
        R shape(Shape r);

        R conflict(Conflict r);

        R scalar(Scalar r);

        R effect(Effect r);

        R sync(Sync r);

        R contract(Contract r);

        R misuse(Misuse r);

        R crash(Crash r);
    }
}
