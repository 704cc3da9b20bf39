package dev.parfor.processor.frontend;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The statements around the place being read that a {@code break} or {@code continue} can name. */
final class Jumps {

    /** What kind of jump without a label ends at a statement. */
    enum Target {
        LOOP,
        SWITCH,
        LABELED
    }

    private record Frame(int id, Target target, Set<String> labels) {}

    private Deque<Frame> frames = new ArrayDeque<>();
    private List<String> pendingLabels = new ArrayList<>();

    /** The next statement that is entered bears this label, too. */
    void label(String name) {
        pendingLabels.add(name);
    }

    <R> R within(int id, Target target, Supplier<R> read) {
        frames.push(new Frame(id, target, new HashSet<>(pendingLabels)));
        pendingLabels.clear();
        try {
            return read.get();
        } finally {
            frames.pop();
        }
    }

    /** In a lambda, where no jump leads out. */
    <R> R withinFunction(Supplier<R> read) {
        Deque<Frame> outer = frames;
        frames = new ArrayDeque<>();
        try {
            return read.get();
        } finally {
            frames = outer;
        }
    }

    OptionalInt breakTarget() {
        return first(f -> f.target() != Target.LABELED);
    }

    OptionalInt continueTarget() {
        return first(f -> f.target() == Target.LOOP);
    }

    OptionalInt labeled(String label) {
        return first(f -> f.labels().contains(label));
    }

    private OptionalInt first(Predicate<Frame> wanted) {
        return frames.stream().filter(wanted).mapToInt(Frame::id).findFirst();
    }
}
