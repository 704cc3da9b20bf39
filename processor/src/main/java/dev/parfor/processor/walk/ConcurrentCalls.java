package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Refusal.Sync.Kind;
import dev.parfor.processor.symbolic.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Calls of what {@code java.util.concurrent} has: each is one step for all other threads, and some of them commute. */
final class ConcurrentCalls {

    /** Functions for {@code accumulateAndGet} by which all orders give the same. */
    private static final Map<String, String> COMMUTATIVE = Map.of(
            "java.lang.Math.max", "max",
            "java.lang.Math.min", "min",
            "java.lang.Integer.max", "max",
            "java.lang.Integer.min", "min",
            "java.lang.Integer.sum", "+",
            "java.lang.Long.max", "max",
            "java.lang.Long.min", "min",
            "java.lang.Long.sum", "+");

    private static final Set<String> LOCKING = Set.of("lock", "unlock", "tryLock", "lockInterruptibly");

    private final Walk walk;

    ConcurrentCalls(Walk walk) {
        this.walk = walk;
    }

    /**
     * @param state records an access to what the receiver holds, a write if told so
     * @return empty for what needs to be looked at as any other call
     */
    Optional<Value> apply(
            JdkEffects.Effect effect,
            Expr.Call e,
            List<Value> arguments,
            boolean isDiscarded,
            Consumer<Boolean> state) {
        Value result = walk.top(e.type(), "result");
        switch (effect) {
            case READS -> {
                // Another thread may write it at any time, as a volatile field.
                walk.volatileReads++;
                walk.sections.atOnce(Optional.empty(), () -> state.accept(false));
            }
            case WRITES -> walk.sections.atOnce(Optional.empty(), () -> state.accept(true));
            case SETS -> walk.sections.atOnce(constant(e), () -> state.accept(true));
            case ADDS -> update(Optional.of("+"), e, isDiscarded, state);
            case ACCUMULATES -> update(function(arguments), e, isDiscarded, state);
            case ADDS_FLOATING -> refuse(Kind.ORDER, e, "floating");
            case UPDATES -> refuse(Kind.ORDER, e, e.method().owner().endsWith("Map") ? "state" : "function");
            case SYNCHRONIZES -> {
                return locking(e) ? Optional.of(result) : Optional.empty();
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private void update(Optional<String> operation, Expr.Call e, boolean isDiscarded, Consumer<Boolean> state) {
        if (operation.isEmpty()) {
            refuse(Kind.ORDER, e, "function");
        } else if (!isDiscarded && e.type().isPrimitive()) {
            refuse(Kind.VALUE_USED, e, "");
        } else {
            walk.sections.atOnce(operation, () -> state.accept(true));
        }
    }

    /** Whoever sets the same constant may come in any order. */
    private static Optional<String> constant(Expr.Call e) {
        return !e.arguments().isEmpty() && e.arguments().get(0) instanceof Expr.Literal literal
                ? literal.value().map(v -> "= " + v)
                : Optional.empty();
    }

    private static Optional<String> function(List<Value> arguments) {
        return arguments.get(arguments.size() - 1) instanceof Value.Function f
                        && f.written() instanceof Expr.MethodReference r
                ? Optional.ofNullable(
                        COMMUTATIVE.get(r.method().owner() + "." + r.method().name()))
                : Optional.empty();
    }

    private boolean locking(Expr.Call e) {
        boolean semaphore = e.method().owner().equals("java.util.concurrent.Semaphore");
        if (!semaphore && !LOCKING.contains(e.method().name())) {
            return false;
        }
        refuse(Kind.WAITS, e, semaphore ? "semaphore" : "half");
        return true;
    }

    private void refuse(Kind kind, Expr.Call e, String detail) {
        String subject = e.receiver()
                .map(r -> r.span().text())
                .orElseGet(() -> e.method().display());
        walk.sections.refuse(kind, e.span(), subject, detail);
    }
}
