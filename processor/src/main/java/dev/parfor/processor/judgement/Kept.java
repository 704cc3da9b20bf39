package dev.parfor.processor.judgement;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A work array that others see: chunks have their own, and when the loop has ended without an exception, what the last iteration has left
 * is put into it.
 *
 * @param parts what each iteration writes for sure, and nothing else: the elements beside them stay as they are
 */
public record Kept(Var array, List<Part> parts) {
    public Kept {
        parts = List.copyOf(parts);
    }

    /** What has to be evaluated for it. */
    public void addPaths(Set<Path> paths) {
        paths.add(new Path.OfVar(array));
        for (Part part : parts) {
            paths.add(part.from());
            part.to().ifPresent(paths::add);
        }
    }

    /**
     * Elements {@code from} up to but not including {@code to}, or the end of the array; none where {@code from} is not less. Both are
     * {@code int} values that are the same before and after the loop.
     *
     * @param exact what makes them these values: that neither wraps around
     */
    public record Part(Path from, Optional<Path> to, List<Guard> exact) {
        public Part {
            exact = List.copyOf(exact);
        }
    }
}
