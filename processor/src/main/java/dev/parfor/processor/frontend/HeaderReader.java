package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * From a loop as read to what its header says, in all the spellings of counting:
 *
 * <p>{@code i < n} or {@code n > i}, with {@code < <= > >= !=}; {@code i++}, {@code ++i}, {@code i += s}, {@code i = i + s},
 * {@code i = s + i} and their downward twins; the index declared in the header or before it, set there or not at all.
 *
 * <p>The step may as well end the body, where nothing in the header steps the index, or be in the condition as {@link SteppingCondition}
 * says; and the condition may be spelled as a {@link CountedCondition} can.
 *
 * <p>Other variables may be set and updated in the header as well, where it makes no difference that they are set before the
 * index is, and updated at the end of the body.
 *
 * @param header absent where it is of another form
 * @param name by which messages call the loop; empty where nothing gives it one
 * @param refusals why there is no header, or what else speaks against it
 */
record HeaderReader(Optional<Header> header, String name, HeaderExtras extras, List<Refusal> refusals) {

    HeaderReader {
        refusals = List.copyOf(refusals);
    }

    /** @param taken the identifiers of the method */
    static HeaderReader of(Stmt loop, Supplier<Set<String>> taken) {
        if (loop instanceof Stmt.ForEach each) {
            return ofEach(each, taken);
        }
        Stmt.Loop counted = (Stmt.Loop) loop;
        return ofReader(counted).or(() -> ofSearch(counted)).orElseGet(() -> new Counting(counted).read());
    }

    /** {@code i < n && !found}: the rest of the condition counts, and the body ends the loop. */
    private static Optional<HeaderReader> ofSearch(Stmt.Loop loop) {
        return SearchCondition.of(loop).flatMap(search -> {
            HeaderReader rest = new Counting(search.rest()).read();
            return rest.header()
                    .filter(h -> h instanceof Header.Counted)
                    .flatMap(h -> search.bounded((Header.Counted) h, rest.extras()))
                    .map(h -> new HeaderReader(
                            Optional.of(h), rest.name(), rest.extras().searching(search), rest.refusals()));
        });
    }

    private static Optional<HeaderReader> ofReader(Stmt.Loop loop) {
        return ReaderLoop.of(loop)
                .map(h -> new HeaderReader(Optional.of(h), h.variable().name(), HeaderExtras.NONE, List.of()));
    }

    /** A loop that has no header: {@code while}, {@code do}. Where it counts, it is read like a {@code for} that says so. */
    static HeaderReader ofWhile(Stmt.Loop loop, String keyword) {
        Optional<HeaderReader> reader = keyword.equals("while") ? ofReader(loop) : Optional.empty();
        if (reader.isPresent()) {
            return reader.get();
        }
        HeaderReader counting = new Counting(loop).read();
        boolean counts = counting.refusals().stream()
                .noneMatch(r -> r instanceof Shape shape && shape.kind() == Shape.Kind.HEADER);
        return counts
                ? counting
                : new HeaderReader(
                        Optional.empty(),
                        "",
                        HeaderExtras.NONE,
                        List.of(new Shape(Shape.Kind.WHILE_LOOP, loop.span(), keyword, BodyStep.leftOut(loop))));
    }

    private static HeaderReader ofEach(Stmt.ForEach loop, Supplier<Set<String>> taken) {
        Type type = loop.elements().type();
        Header header = null;
        if (type instanceof Type.Array) {
            header = new Header.EachOfArray(loop.span(), loop.element(), loop.elements());
        } else if (type instanceof Type.Ref ref && ref.supertypes().contains("java.util.List")) {
            header = new Header.EachOfList(loop.span(), loop.element(), loop.elements());
        } else if (ElementsList.canBeOf(type)) {
            header = CollectionLoop.of(loop, taken);
        }
        List<Refusal> refusals = header != null
                ? List.of()
                : List.of(new Shape(Shape.Kind.ITERABLE, loop.elements().span(), type.toString(), Optional.empty()));
        return new HeaderReader(Optional.ofNullable(header), loop.element().name(), HeaderExtras.NONE, refusals);
    }

    /** One {@code for} header. */
    private static final class Counting {

        private final Stmt.Loop loop;
        private final List<Refusal> refusals = new ArrayList<>();
        private String name = "";
        private HeaderExtras extras = HeaderExtras.NONE;

        Counting(Stmt.Loop loop) {
            this.loop = loop;
        }

        HeaderReader read() {
            Optional<Header> header = header();
            return new HeaderReader(header, name, extras, refusals);
        }

        private Optional<Header> refuse(Shape.Kind kind, Span at, String subject) {
            refusals.add(new Shape(kind, at, subject, Optional.empty()));
            return Optional.empty();
        }

        private Optional<Header> doesNotCount(Span at) {
            return refuse(Shape.Kind.HEADER, at, at.text());
        }

        private Optional<Header> header() {
            Optional<Stepped> found = stepped();
            name = found.map(f -> f.update().index().name()).orElseGet(this::guessedName);
            if (found.isEmpty()) {
                return doesNotCount(loop.span());
            }
            return header(found.get());
        }

        /** The first update of a variable that the condition is about. */
        private Optional<Stepped> stepped() {
            for (Expr written : loop.updates()) {
                Optional<Update> update = Update.of(written).filter(u -> !isUpperOfTwo(u.index()));
                if (update.flatMap(u -> condition(u.index())).isPresent()) {
                    return update.map(u -> new Stepped(u, -1));
                }
            }
            for (BodyStep step : BodyStep.candidates(loop)) {
                Optional<Update> update = Update.of(step.step())
                        .filter(u -> condition(u.index()).isPresent() && !isUpperOfTwo(u.index()))
                        .filter(u -> !step.isSeenBehind(loop, u.index()));
                if (update.isPresent()) {
                    Optional<Span> leftOut = BodyStep.leftOut(loop);
                    if (leftOut.isPresent()) {
                        return Optional.empty();
                    }
                    return update.map(u -> new Stepped(u, step.position()));
                }
            }
            return SteppingCondition.of(loop).map(c -> new Stepped(c.update(), -1));
        }

        private Optional<CountedCondition> condition(Var index) {
            return MeetingIndices.of(loop, index, start(index).value())
                    .or(() -> loop.condition().flatMap(c -> CountedCondition.of(c, index)))
                    .or(() -> SteppingCondition.of(loop)
                            .filter(c -> c.index().equals(index))
                            .map(SteppingCondition::condition));
        }

        /** Of two indices that meet the lower one is the loop's. */
        private boolean isUpperOfTwo(Var index) {
            return loop.condition()
                    .flatMap(c -> CountedCondition.of(c, index))
                    .filter(c -> c.bound() instanceof Expr.Local lower
                            && MeetingIndices.of(
                                            loop,
                                            lower.var(),
                                            start(lower.var()).value())
                                    .isPresent())
                    .isPresent();
        }

        private Optional<Header> header(Stepped stepped) {
            Update update = stepped.update();
            Var index = update.index();
            if (!index.type().isIntegral()) {
                return refuse(Shape.Kind.INDEX_TYPE, loop.span(), index.type().toString());
            }
            CountedCondition condition = condition(index).orElseThrow();
            Operator relation = condition.relation();
            Expr bound = condition.bound();
            Start start = start(index);
            boolean boundOnce = condition.form() instanceof HeaderExtras.Bound.Meeting;
            if (!checked(index, bound, boundOnce, update, start)) {
                return Optional.empty();
            }
            if (condition.form() instanceof HeaderExtras.Bound.Both && !CountedCondition.isAtHand(start.value())) {
                return doesNotCount(loop.span());
            }
            if (condition.form() instanceof HeaderExtras.Bound.Stepping form
                    && (!(update.written()
                                    .equals(SteppingCondition.of(loop)
                                            .orElseThrow()
                                            .step()))
                            || !SteppingCondition.allows(form, start.value(), start.declared()))) {
                return doesNotCount(loop.span());
            }
            extras = extras(start, stepped, condition);
            refusals.addAll(ExtrasChecks.check(loop, extras, index, start.value()));
            if (!refusals.isEmpty()) {
                return Optional.empty();
            }
            Expr step = update.step();
            Optional<Long> constant = Folding.constant(step).map(HeaderReader::longValue);
            if (constant.isPresent() && !leadsTo(relation, constant.get())) {
                return refuse(Shape.Kind.ENDLESS, update.written().span(), String.valueOf(constant.get()));
            }
            Expr first = condition.form() instanceof HeaderExtras.Bound.Stepping form
                    ? SteppingCondition.first(start.value(), index, form.delta())
                    : start.value();
            return Optional.of(
                    new Header.Counted(loop.span(), index, start.declared(), first, relation, bound, step, boundOnce));
        }

        /** The first variable of the header, for loops that don't count. */
        private String guessedName() {
            return loop.initializers().stream()
                    .filter(Stmt.Declare.class::isInstance)
                    .map(s -> ((Stmt.Declare) s).var().name())
                    .findFirst()
                    .orElse("");
        }

        private boolean checked(Var index, Expr bound, boolean boundOnce, Update update, Start start) {
            int before = refusals.size();
            if (!Update.isIntegral(bound.type())) {
                doesNotCount(bound.span());
            }
            Type step = Update.unboxed(update.step().type());
            if (!step.isIntegral() || (step == Primitive.LONG && index.type() != Primitive.LONG)) {
                doesNotCount(update.written().span());
            }
            for (Expr part : List.of(start.value(), bound, update.step())) {
                LocalWrites writes = LocalWrites.in(part);
                if (!writes.isEmpty()) {
                    doesNotCount(part.span());
                }
            }
            for (Expr part : boundOnce ? List.of(update.step()) : List.of(bound, update.step())) {
                if (LocalReads.in(part).contains(index)) {
                    refusals.add(new Shape(
                            Shape.Kind.BOUND_CHANGES,
                            part.span(),
                            index.name(),
                            Optional.of(update.written().span())));
                }
            }
            return refusals.size() == before;
        }

        private Start start(Var index) {
            for (int i = 0; i < loop.initializers().size(); i++) {
                Stmt initializer = loop.initializers().get(i);
                if (initializer instanceof Stmt.Declare d
                        && d.var().equals(index)
                        && d.initializer().isPresent()) {
                    return new Start(d.initializer().get(), true, i);
                }
                if (initializer instanceof Stmt.Eval eval
                        && eval.expression() instanceof Expr.Assign assign
                        && isLocal(assign.target(), index)) {
                    return new Start(assign.value(), false, i);
                }
            }
            return new Start(new Expr.Local(loop.span(), index), false, -1);
        }

        private HeaderExtras extras(Start start, Stepped stepped, CountedCondition condition) {
            List<Integer> initializers = IntStream.range(0, loop.initializers().size())
                    .filter(i -> i != start.position())
                    .boxed()
                    .toList();
            int step = loop.updates().indexOf(stepped.update().written());
            List<Integer> updates = IntStream.range(0, loop.updates().size())
                    .filter(i -> i != step)
                    .boxed()
                    .toList();
            return new HeaderExtras(
                    start.position(),
                    step,
                    initializers,
                    updates,
                    stepped.inBody(),
                    condition.form(),
                    Optional.empty());
        }
    }

    /** @param inBody position of the update in the body; -1 where it stands in the header */
    private record Stepped(Update update, int inBody) {}

    /** @param position among the initializers; -1 where the index is not set in the header */
    private record Start(Expr value, boolean declared, int position) {}

    private static boolean isLocal(Expr e, Var var) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }

    private static boolean leadsTo(Operator relation, long step) {
        return switch (relation) {
            case LESS, LESS_EQUAL -> step > 0;
            case GREATER, GREATER_EQUAL -> step < 0;
            default -> step != 0;
        };
    }

    private static long longValue(Object constant) {
        return constant instanceof Character c ? c : ((Number) constant).longValue();
    }
}
