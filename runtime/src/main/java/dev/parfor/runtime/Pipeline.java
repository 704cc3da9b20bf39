package dev.parfor.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A reader loop by hand: items come from a source that only one thread at a time can ask, go through stages, some of which run in
 * parallel, and end in a sink, in their order.
 *
 * <pre>{@code
 * long lines = Pipeline.from(reader::readLine)          // one after the other, until it gives null
 *         .map(line -> Record.parse(line))              // several at once
 *         .mapInOrder(record -> numbered(record))       // one after the other, in the order of the source
 *         .map(record -> record.toJson())
 *         .run(team, json -> out.write(json));          // likewise in order
 * }</pre>
 *
 * <p>This is for loops that the checker does not read, and it proves nothing: functions given to {@link #map} must not depend on
 * each other. Those of the other stages are called by one thread at a time, in the order of the source; each call happens-before
 * the next one of the same stage, and what a stage does for an item happens-before what the next stage does for it.
 *
 * <p>Items are taken from the source some at once, and each thread of the team holds no more than that; so the source is not read
 * faster than the slowest stage allows, and memory is bounded however long the input is.
 *
 * <p>What is thrown by the source or a stage is thrown by {@link #run}, the same instance: that of the first item in the order of the source
 * that failed. For all items before it every stage has been called, for none after it the stages in order that it has not passed;
 * the source may have been read further. On a team of one thread it is the plain loop.
 *
 * @param <T> what comes out of the last stage so far
 */
public final class Pipeline<T> {

    /** Where items come from. */
    @FunctionalInterface
    public interface Source<T> {
        /** The next item; {@code null} when there are no more, after which it is not asked again. */
        T next() throws Exception;
    }

    /** What is done to an item. */
    @FunctionalInterface
    public interface Stage<T, R> {
        /** What the next stage gets; {@code null} where the item ends here. */
        R apply(T item) throws Exception;
    }

    /** Where items go to. */
    @FunctionalInterface
    public interface Sink<T> {
        void accept(T item) throws Exception;
    }

    private final Source<?> source;
    private final List<PipelineRun.Step> steps;

    private Pipeline(Source<?> source, List<PipelineRun.Step> steps) {
        this.source = source;
        this.steps = List.copyOf(steps);
    }

    /** Items from a source that gives {@code null} in the end: {@code reader::readLine}. */
    public static <T> Pipeline<T> from(Source<? extends T> source) {
        return new Pipeline<>(Objects.requireNonNull(source, "source"), List.of());
    }

    /** Items from an iterator, none of them {@code null}. */
    public static <T> Pipeline<T> from(Iterator<? extends T> source) {
        Objects.requireNonNull(source, "source");
        return new Pipeline<>(() -> source.hasNext() ? Objects.requireNonNull(source.next(), "item") : null, List.of());
    }

    /** A stage that may be called for several items at once, in any order. */
    public <R> Pipeline<R> map(Stage<? super T, ? extends R> stage) {
        return with(stage, false);
    }

    /** A stage that is called for one item at a time, in the order of the source. */
    public <R> Pipeline<R> mapInOrder(Stage<? super T, ? extends R> stage) {
        return with(stage, true);
    }

    private <R> Pipeline<R> with(Stage<? super T, ? extends R> stage, boolean inOrder) {
        Objects.requireNonNull(stage, "stage");
        List<PipelineRun.Step> more = new ArrayList<>(steps);
        more.add(new PipelineRun.Step(unchecked(stage), inOrder));
        return new Pipeline<>(source, more);
    }

    /** Each step gets what the one before it has given. */
    @SuppressWarnings("unchecked")
    private static Stage<Object, Object> unchecked(Stage<?, ?> stage) {
        return (Stage<Object, Object>) stage;
    }

    /**
     * Runs everything to the end of the source.
     *
     * @return how many items came from the source
     * @throws LoopCancelledException if the team's token, deadline, interrupt or end has cut it short; of its items all have been
     *     through the sink up to a certain one, and none after that
     */
    public long run(Team team, Sink<? super T> sink) {
        Objects.requireNonNull(sink, "sink");
        Stage<T, Object> last = item -> {
            sink.accept(item);
            return null;
        };
        return new PipelineRun(team, source, with(last, true).steps).execute();
    }
}
