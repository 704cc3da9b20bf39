package dev.parfor.processor.frontend.text;

/** A stretch of the raw source text, {@code end} exclusive. */
record Range(int start, int end) {

    boolean contains(int position) {
        return start <= position && position < end;
    }

    boolean contains(Range other) {
        return start <= other.start && other.end <= end;
    }
}
