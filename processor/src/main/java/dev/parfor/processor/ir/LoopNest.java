package dev.parfor.processor.ir;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An annotated loop: what the analyses decide about.
 *
 * @param ordinal position among the meant loops of its method, from 1
 * @param id the number by which {@link Stmt.Break} and {@link Stmt.Continue} in the body name this loop
 * @param method the method it stands in
 * @param thisType the class of {@code this}; absent in static methods
 * @param body without the loop's own header
 */
public record LoopNest(
        int ordinal,
        int id,
        Span span,
        MethodRef method,
        Optional<Type> thisType,
        Header header,
        Stmt body,
        Options options,
        Surroundings surroundings) {

    /** {@code Vectors.dot}. */
    public String where() {
        return method.display();
    }

    /** The name by which messages call this loop: its index or element variable. */
    public String name() {
        return header.variable().name();
    }

    /** The same loop with another body. */
    public LoopNest with(Stmt newBody, Surroundings newSurroundings) {
        return new LoopNest(ordinal, id, span, method, thisType, header, newBody, options, newSurroundings);
    }

    /** What a loop header says. Any other form is a {@link Refusal} of the frontend. */
    public sealed interface Header {
        Span span();

        /** The index, or the element of a for-each loop. */
        Var variable();

        /**
         * {@code for (index = start; index relation bound; index += step)}.
         *
         * @param declaredInHeader whether the index's scope is the loop; otherwise its last value may be read later
         * @param step what is added in each iteration; negative literals for loops that count down
         * @param boundOnce whether the bound is meant as it is before the first iteration, although the body assigns variables
         *     in it
         */
        record Counted(
                Span span,
                Var index,
                boolean declaredInHeader,
                Expr start,
                Operator relation,
                Expr bound,
                Expr step,
                boolean boundOnce)
                implements Header {

            /** A loop that compares its index with the bound in each iteration. */
            public Counted(
                    Span span,
                    Var index,
                    boolean declaredInHeader,
                    Expr start,
                    Operator relation,
                    Expr bound,
                    Expr step) {
                this(span, index, declaredInHeader, start, relation, bound, step, false);
            }

            @Override
            public Var variable() {
                return index;
            }
        }

        /** {@code for (T element : array)}. */
        record EachOfArray(Span span, Var element, Expr array) implements Header {
            @Override
            public Var variable() {
                return element;
            }
        }

        /**
         * {@code for (T element : list)} over a static type that is a {@code java.util.List}.
         *
         * @param source where the list is a variable that no text declares: what its elements come from
         */
        record EachOfList(Span span, Var element, Expr list, Optional<Source> source) implements Header {

            public EachOfList(Span span, Var element, Expr list) {
                this(span, element, list, Optional.empty());
            }

            @Override
            public Var variable() {
                return element;
            }
        }
    }

    /** What the elements of a list come from that generated code makes. */
    public sealed interface Source {

        /** What a reader has given one after the other: {@code while ((element = call) != null)}. */
        record Reader(Expr call) implements Source {}

        /** What is in a collection where the loop begins: {@code for (T element : elements)}. */
        record Collection(Expr elements) implements Source {

            private static final Set<String> VIEWS = Set.of("keySet", "values", "entrySet");

            private static final Set<String> MAPS = Set.of(
                    "java.util.Map",
                    "java.util.HashMap",
                    "java.util.LinkedHashMap",
                    "java.util.NavigableMap",
                    "java.util.SortedMap",
                    "java.util.TreeMap",
                    "java.util.concurrent.ConcurrentHashMap",
                    "java.util.concurrent.ConcurrentMap");

            /** The map whose keys, values or entries the elements are, where it is said which. */
            public Optional<Expr> map() {
                return elements instanceof Expr.Call call
                                && VIEWS.contains(call.method().name())
                                && call.arguments().isEmpty()
                        ? call.receiver().filter(r -> r.type() instanceof Type.Ref type && MAPS.contains(type.name()))
                        : Optional.empty();
            }

            /**
             * Whether the elements are entries of a set of them, most likely of a map: then the loop is for the entries that maps of the JDK
             * make, and generated code asks for a set of such.
             */
            public boolean isOfEntries(Var element) {
                return element.type() instanceof Type.Ref entry
                        && entry.name().equals("java.util.Map.Entry")
                        && elements.type() instanceof Type.Ref set
                        && set.name().equals("java.util.Set");
            }
        }
    }

    /**
     * The attributes of {@code @ParallelFor}, the method's and the loop's own merged; already checked.
     *
     * @param schedule name of a constant of {@code Schedule}
     * @param trust empty where nothing is taken on trust
     * @param blocking whether more iterations than processors are to be under way
     */
    public record Options(
            String schedule,
            int chunk,
            boolean strictFloating,
            Optional<String> trust,
            boolean warnOnly,
            boolean blocking) {
        public static final Options DEFAULT = new Options("AUTO", 0, false, Optional.empty(), false);

        public Options(String schedule, int chunk, boolean strictFloating, Optional<String> trust, boolean warnOnly) {
            this(schedule, chunk, strictFloating, trust, warnOnly, false);
        }
    }

    /**
     * What of the method around the loop matters.
     *
     * @param liveAfter locals declared outside the loop that may be read after it, or before they are written again by a
     *     loop around it
     * @param handlers the {@code try} statements around the loop, innermost first, whose handlers run when an iteration throws
     * @param unassignedBefore locals that have no value yet where the loop begins
     * @param functions locals of the method that never hold anything but the lambda or method reference that they are declared with
     * @param ownArrays locals that hold an array, or list, which the method has made and nobody else knows where the loop begins
     * @param lengths of the arrays that locals are declared with and always hold, where these are made of numbers, and of
     *     variables and lengths that never change
     * @param values that locals are declared with and always hold, where these are made of numbers, and of locals and lengths of
     *     arrays that do not change as long as the local is known
     * @param made objects that locals are declared with and always hold: {@code new TreeMap<>()}
     */
    public record Surroundings(
            Set<Var> liveAfter,
            List<Handler> handlers,
            Set<Var> unassignedBefore,
            Map<Var, Expr> functions,
            Set<Var> ownArrays,
            Map<Var, Expr> lengths,
            Map<Var, Expr> values,
            Map<Var, Expr.New> made) {
        public static final Surroundings NONE = new Surroundings(Set.of(), List.of(), Set.of(), Map.of());

        public Surroundings {
            liveAfter = Set.copyOf(liveAfter);
            handlers = List.copyOf(handlers);
            unassignedBefore = Set.copyOf(unassignedBefore);
            functions = Map.copyOf(functions);
            ownArrays = Set.copyOf(ownArrays);
            lengths = Map.copyOf(lengths);
            values = Map.copyOf(values);
            made = Map.copyOf(made);
        }

        public Surroundings(
                Set<Var> liveAfter, List<Handler> handlers, Set<Var> unassignedBefore, Map<Var, Expr> functions) {
            this(liveAfter, handlers, unassignedBefore, functions, Set.of(), Map.of(), Map.of(), Map.of());
        }

        /** The same method, with other variables read after the loop. */
        public Surroundings reading(Set<Var> newLiveAfter) {
            return new Surroundings(
                    newLiveAfter, handlers, unassignedBefore, functions, ownArrays, lengths, values, made);
        }

        /** With a local whose object nobody else knows. */
        public Surroundings owning(Var local) {
            Set<Var> own = new LinkedHashSet<>(ownArrays);
            own.add(local);
            return new Surroundings(liveAfter, handlers, unassignedBefore, functions, own, lengths, values, made);
        }

        /** As if the loop stood outside of every {@code try}. */
        public Surroundings unhandled() {
            return new Surroundings(
                    liveAfter, List.of(), unassignedBefore, functions, ownArrays, lengths, values, made);
        }
    }

    /**
     * A {@code try} around the loop with a catch clause, a finally block or resources.
     *
     * @param swallows whether the method can go on after an exception of the loop: there is a catch clause
     */
    public record Handler(Span span, boolean swallows) {}
}
