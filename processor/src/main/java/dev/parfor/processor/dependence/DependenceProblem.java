package dev.parfor.processor.dependence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Are there integers for all variables that satisfy all constraints?
 *
 * @param subscripts equations, one per dimension of the array: source subscript minus sink subscript
 * @param context bounds, conditions and the order of source and sink
 * @param levels the loops around both accesses, outermost first; level 0 is the parallel loop. No variable belongs to two
 *     levels
 */
public record DependenceProblem(
        List<Variable> variables,
        List<LinearConstraint> subscripts,
        List<LinearConstraint> context,
        List<Level> levels) {

    public DependenceProblem {
        variables = List.copyOf(variables);
        subscripts = List.copyOf(subscripts);
        context = List.copyOf(context);
        levels = List.copyOf(levels);
        for (LinearConstraint subscript : subscripts) {
            if (subscript.kind() != LinearConstraint.Kind.EQUAL_ZERO) {
                throw new IllegalArgumentException("a subscript pair is an equation: " + subscript);
            }
            checkIndices(subscript, variables.size());
        }
        for (LinearConstraint condition : context) {
            checkIndices(condition, variables.size());
        }
        Set<Integer> taken = new HashSet<>();
        for (Level level : levels) {
            boolean shared = level.source() == level.sink();
            boolean valid = level.source() >= 0
                    && level.sink() >= 0
                    && level.source() < variables.size()
                    && level.sink() < variables.size();
            if (!valid || !taken.add(level.source()) || (!shared && !taken.add(level.sink()))) {
                throw new IllegalArgumentException("not a pair of variables of its own: " + level);
            }
        }
    }

    private static void checkIndices(LinearConstraint constraint, int variables) {
        if (!constraint.coefficients().isEmpty()
                && (constraint.coefficients().firstKey() < 0
                        || constraint.coefficients().lastKey() >= variables)) {
            throw new IllegalArgumentException("no such variable: " + constraint);
        }
    }

    /** Is {@code values}, one per variable, within all bounds and constraints? This is how every witness is checked. */
    public boolean satisfiedBy(List<Long> values) {
        if (values.size() != variables.size()) {
            return false;
        }
        for (int v = 0; v < values.size(); v++) {
            if (values.get(v) < variables.get(v).min()
                    || values.get(v) > variables.get(v).max()) {
                return false;
            }
        }
        return subscripts.stream().allMatch(subscript -> subscript.holdsAt(values))
                && context.stream().allMatch(condition -> condition.holdsAt(values));
    }

    /** The whole system, one line per variable and constraint: what dumps show. */
    public String text() {
        StringJoiner lines = new StringJoiner("\n");
        for (Variable variable : variables) {
            String min = variable.min() == Long.MIN_VALUE ? "" : variable.min() + " <= ";
            String max = variable.max() == Long.MAX_VALUE ? "" : " <= " + variable.max();
            lines.add(min + variable.name() + max);
        }
        subscripts.forEach(subscript -> lines.add(subscript.text(variables)));
        context.forEach(condition -> lines.add(condition.text(variables)));
        return lines.toString();
    }

    @Override
    public boolean equals(Object o) {
        return this == o
                || o instanceof DependenceProblem v
                        && v.variables.equals(variables)
                        && v.subscripts.equals(subscripts)
                        && v.context.equals(context)
                        && v.levels.equals(levels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * variables.hashCode() + subscripts.hashCode()) + context.hashCode()) + levels.hashCode();
    }
}
