package dev.parfor.processor.frontend.text;

import com.sun.source.tree.Tree;
import java.util.Optional;

/** How assignment operators are written. */
final class Operators {

    private Operators() {}

    /** {@code +=} and the like. */
    static String of(Tree.Kind compoundAssignment) {
        return switch (compoundAssignment) {
            case MULTIPLY_ASSIGNMENT -> "*=";
            case DIVIDE_ASSIGNMENT -> "/=";
            case REMAINDER_ASSIGNMENT -> "%=";
            case PLUS_ASSIGNMENT -> "+=";
            case MINUS_ASSIGNMENT -> "-=";
            case LEFT_SHIFT_ASSIGNMENT -> "<<=";
            case RIGHT_SHIFT_ASSIGNMENT -> ">>=";
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>=";
            case AND_ASSIGNMENT -> "&=";
            case XOR_ASSIGNMENT -> "^=";
            case OR_ASSIGNMENT -> "|=";
            default -> throw new IllegalArgumentException(compoundAssignment.name());
        };
    }

    /** {@code ++x} and the like; empty for operators that assign nothing. */
    static Optional<String> step(Tree.Kind unary) {
        return switch (unary) {
            case PREFIX_INCREMENT -> Optional.of("++x");
            case PREFIX_DECREMENT -> Optional.of("--x");
            case POSTFIX_INCREMENT -> Optional.of("x++");
            case POSTFIX_DECREMENT -> Optional.of("x--");
            default -> Optional.empty();
        };
    }
}
