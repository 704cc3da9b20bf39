package dev.parfor.processor.ir;

import java.util.Optional;

/** A binary operator; the operand types are those of the expression that holds it. */
public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>"),
    SHIFT_RIGHT_UNSIGNED(">>>"),
    AND("&"),
    OR("|"),
    XOR("^"),
    CONDITIONAL_AND("&&"),
    CONDITIONAL_OR("||"),
    LESS("<"),
    LESS_EQUAL("<="),
    GREATER(">"),
    GREATER_EQUAL(">="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    /** {@code +} with a string operand: calls {@code toString} of the other one. */
    CONCATENATE("+");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Whether this compares two numbers for order: {@code < <= > >=}. */
    public boolean isOrder() {
        return this == LESS || this == LESS_EQUAL || this == GREATER || this == GREATER_EQUAL;
    }

    /** The comparison that holds of two integers where this one does not. */
    public Optional<Operator> opposite() {
        return switch (this) {
            case LESS -> Optional.of(GREATER_EQUAL);
            case LESS_EQUAL -> Optional.of(GREATER);
            case GREATER -> Optional.of(LESS_EQUAL);
            case GREATER_EQUAL -> Optional.of(LESS);
            case EQUAL -> Optional.of(NOT_EQUAL);
            case NOT_EQUAL -> Optional.of(EQUAL);
            default -> Optional.empty();
        };
    }

    /** The order that holds of {@code b, a} where this one holds of {@code a, b}; any other operator is itself. */
    public Operator mirrored() {
        return switch (this) {
            case LESS -> GREATER;
            case LESS_EQUAL -> GREATER_EQUAL;
            case GREATER -> LESS;
            case GREATER_EQUAL -> LESS_EQUAL;
            default -> this;
        };
    }
}
