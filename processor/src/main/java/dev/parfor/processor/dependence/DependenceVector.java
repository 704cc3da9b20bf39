package dev.parfor.processor.dependence;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Where the sink iteration lies, seen from the source iteration: one component per level, outermost first.
 *
 * <p>It speaks of all solutions of a problem: a direction other than {@code *} holds for each of them, and so does a
 * constant distance. The distance itself is that of the witness, constant or not.
 *
 * <p><b>Source.</b> R. Allen, K. Kennedy, "Optimizing Compilers for Modern Architectures", 2001 (direction and distance
 * vectors, carrying level).
 */
public record DependenceVector(List<Component> components) {

    /** Sign of the distance, with the sign that the literature writes. */
    public enum Direction {
        FORWARD("<"),
        EQUAL("="),
        BACKWARD(">"),
        ANY("*");

        private final String symbol;

        Direction(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /**
     * One level.
     *
     * @param direction what is known of the sign of the distance in every solution
     * @param distance sink minus source in the witness
     * @param constant whether every solution has this distance
     */
    public record Component(Direction direction, long distance, boolean constant) {

        public Component {
            Objects.requireNonNull(direction);
        }

        /** What a set of possible distances, none of them outside {@code possible}, says. */
        static Component of(Interval possible, long distance) {
            return new Component(direction(possible), distance, possible.isSingle());
        }

        private static Direction direction(Interval possible) {
            if (possible.lo() != null && possible.lo().signum() > 0) {
                return Direction.FORWARD;
            }
            if (possible.hi() != null && possible.hi().signum() < 0) {
                return Direction.BACKWARD;
            }
            boolean zero = possible.isSingle() && possible.lo().signum() == 0;
            return zero ? Direction.EQUAL : Direction.ANY;
        }

        @Override
        public String toString() {
            return constant ? Long.toString(distance) : direction.symbol();
        }
    }

    public DependenceVector {
        components = List.copyOf(components);
    }

    /** The first level whose distance may differ from zero; empty for a loop-independent dependence. */
    public OptionalInt carryingLevel() {
        for (int level = 0; level < components.size(); level++) {
            if (components.get(level).direction() != Direction.EQUAL) {
                return OptionalInt.of(level);
            }
        }
        return OptionalInt.empty();
    }

    /** Do source and sink always lie in the same iteration of every loop? */
    public boolean isLoopIndependent() {
        return carryingLevel().isEmpty();
    }

    /** Is the distance of every level the same in all solutions? */
    public boolean isConstant() {
        return components.stream().allMatch(Component::constant);
    }

    /** {@code (1, =, *)} in the literature's notation, with the number where the distance is constant. */
    @Override
    public String toString() {
        return components.stream().map(Component::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
