package dev.parfor.processor.dependence;

import java.util.Objects;

/**
 * One loop around both accesses: its induction variable in the iteration of the source and in that of the sink.
 *
 * <p>The distance at a level is sink minus source. Both indices are the same where source and sink share the iteration of
 * this loop, as with a sequential loop around the parallel one.
 *
 * @param source index of the source iteration's variable
 * @param sink index of the sink iteration's variable
 */
public record Level(String name, int source, int sink) {

    public Level {
        Objects.requireNonNull(name);
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Level v && v.source == source && v.sink == sink && v.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * source + sink) + name.hashCode();
    }
}
