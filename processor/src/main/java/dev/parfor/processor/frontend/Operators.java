package dev.parfor.processor.frontend;

import com.sun.source.tree.Tree;
import dev.parfor.processor.ir.Operator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The IR's operator of a binary expression or compound assignment. */
final class Operators {

    private static final Map<Tree.Kind, Operator> BY_KIND = new EnumMap<>(Tree.Kind.class);

    static {
        BY_KIND.put(Tree.Kind.PLUS, Operator.ADD);
        BY_KIND.put(Tree.Kind.MINUS, Operator.SUBTRACT);
        BY_KIND.put(Tree.Kind.MULTIPLY, Operator.MULTIPLY);
        BY_KIND.put(Tree.Kind.DIVIDE, Operator.DIVIDE);
        BY_KIND.put(Tree.Kind.REMAINDER, Operator.REMAINDER);
        BY_KIND.put(Tree.Kind.LEFT_SHIFT, Operator.SHIFT_LEFT);
        BY_KIND.put(Tree.Kind.RIGHT_SHIFT, Operator.SHIFT_RIGHT);
        BY_KIND.put(Tree.Kind.UNSIGNED_RIGHT_SHIFT, Operator.SHIFT_RIGHT_UNSIGNED);
        BY_KIND.put(Tree.Kind.AND, Operator.AND);
        BY_KIND.put(Tree.Kind.OR, Operator.OR);
        BY_KIND.put(Tree.Kind.XOR, Operator.XOR);
        BY_KIND.put(Tree.Kind.CONDITIONAL_AND, Operator.CONDITIONAL_AND);
        BY_KIND.put(Tree.Kind.CONDITIONAL_OR, Operator.CONDITIONAL_OR);
        BY_KIND.put(Tree.Kind.LESS_THAN, Operator.LESS);
        BY_KIND.put(Tree.Kind.LESS_THAN_EQUAL, Operator.LESS_EQUAL);
        BY_KIND.put(Tree.Kind.GREATER_THAN, Operator.GREATER);
        BY_KIND.put(Tree.Kind.GREATER_THAN_EQUAL, Operator.GREATER_EQUAL);
        BY_KIND.put(Tree.Kind.EQUAL_TO, Operator.EQUAL);
        BY_KIND.put(Tree.Kind.NOT_EQUAL_TO, Operator.NOT_EQUAL);
        BY_KIND.put(Tree.Kind.PLUS_ASSIGNMENT, Operator.ADD);
        BY_KIND.put(Tree.Kind.MINUS_ASSIGNMENT, Operator.SUBTRACT);
        BY_KIND.put(Tree.Kind.MULTIPLY_ASSIGNMENT, Operator.MULTIPLY);
        BY_KIND.put(Tree.Kind.DIVIDE_ASSIGNMENT, Operator.DIVIDE);
        BY_KIND.put(Tree.Kind.REMAINDER_ASSIGNMENT, Operator.REMAINDER);
        BY_KIND.put(Tree.Kind.LEFT_SHIFT_ASSIGNMENT, Operator.SHIFT_LEFT);
        BY_KIND.put(Tree.Kind.RIGHT_SHIFT_ASSIGNMENT, Operator.SHIFT_RIGHT);
        BY_KIND.put(Tree.Kind.UNSIGNED_RIGHT_SHIFT_ASSIGNMENT, Operator.SHIFT_RIGHT_UNSIGNED);
        BY_KIND.put(Tree.Kind.AND_ASSIGNMENT, Operator.AND);
        BY_KIND.put(Tree.Kind.OR_ASSIGNMENT, Operator.OR);
        BY_KIND.put(Tree.Kind.XOR_ASSIGNMENT, Operator.XOR);
    }

    private Operators() {}

    static Optional<Operator> of(Tree.Kind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }
}
