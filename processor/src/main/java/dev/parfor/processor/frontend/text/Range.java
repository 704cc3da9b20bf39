package dev.parfor.processor.frontend.text;

/** A stretch of the raw source text, {@code end} exclusive. */
record Range(int start, int end) {

    boolean contains(int position) {
        return start <= position && position < end;
    }

    boolean contains(Range other) {
        return start <= other.start && other.end <= end;
    }

    @Override
    public boolean equals(Object o) {
        return this == o || o instanceof Range r && r.start == start && r.end == end;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }
}
