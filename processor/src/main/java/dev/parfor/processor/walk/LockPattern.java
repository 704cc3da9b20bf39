package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code l.lock(); try { ... } finally { l.unlock(); }}: the lock is given back however control leaves. Without {@code try} the
 * statements between must be such that never throw and never jump.
 *
 * @param lock the receiver of {@code lock}
 * @param unlock that of {@code unlock}
 * @param body what runs under the lock
 * @param length how many statements of the block this is
 * @param givenBack whether the lock is given back whatever happens
 */
record LockPattern(Expr.Call taken, Expr lock, Expr unlock, Stmt body, int length, boolean givenBack) {

    private static final Set<String> OWNERS =
            Set.of("java.util.concurrent.locks.Lock", "java.util.concurrent.locks.ReentrantLock");

    static boolean takes(Expr.Call call) {
        return isCall(call, "lock");
    }

    private static boolean isCall(Expr.Call call, String name) {
        return OWNERS.contains(call.method().owner())
                && call.method().name().equals(name)
                && call.arguments().isEmpty()
                && call.receiver().isPresent();
    }

    private static Optional<Expr.Call> call(Stmt s, String name) {
        return s instanceof Stmt.Eval eval && eval.expression() instanceof Expr.Call call && isCall(call, name)
                ? Optional.of(call)
                : Optional.empty();
    }

    /**
     * The section that begins with a statement of a block, if one does.
     *
     * @param home a class that is initialized
     */
    static Optional<LockPattern> at(List<Stmt> statements, int first, String home) {
        Optional<Expr.Call> lock = call(statements.get(first), "lock");
        if (lock.isEmpty() || first + 1 == statements.size()) {
            return Optional.empty();
        }
        Expr receiver = lock.get().receiver().get();
        if (statements.get(first + 1) instanceof Stmt.Try attempt) {
            return attempt.finalizer()
                    .flatMap(LockPattern::onlyUnlock)
                    .map(unlock -> new LockPattern(
                            lock.get(),
                            receiver,
                            unlock,
                            new Stmt.Try(
                                    attempt.span(),
                                    attempt.resources(),
                                    attempt.body(),
                                    attempt.catches(),
                                    Optional.empty()),
                            2,
                            true));
        }
        boolean safe = true;
        for (int k = first + 1; k < statements.size(); k++) {
            Optional<Expr.Call> unlock = call(statements.get(k), "unlock");
            if (unlock.isPresent()) {
                List<Stmt> between = statements.subList(first + 1, k);
                return Optional.of(new LockPattern(
                        lock.get(),
                        receiver,
                        unlock.get().receiver().get(),
                        new Stmt.Block(statements.get(first).span(), between),
                        k - first + 1,
                        safe));
            }
            safe &= neverThrows(statements.get(k), home);
        }
        return Optional.empty();
    }

    private static Optional<Expr> onlyUnlock(Stmt finalizer) {
        Stmt only = finalizer instanceof Stmt.Block b && b.statements().size() == 1
                ? b.statements().get(0)
                : finalizer;
        return call(only, "unlock").flatMap(Expr.Call::receiver);
    }

    private static boolean neverThrows(Stmt s, String home) {
        if (!(s instanceof Stmt.Eval eval)) {
            return false;
        }
        Expr e = eval.expression();
        if (e instanceof Expr.Step step) {
            return isSafePlace(step.target(), home);
        }
        if (e instanceof Expr.Compound c) {
            return isSafePlace(c.target(), home) && isTotal(c.operator()) && isSafe(c.value(), home);
        }
        return e instanceof Expr.Assign a && isSafePlace(a.target(), home) && isSafe(a.value(), home);
    }

    /** A primitive variable, or such a field of this object or of the initialized class. */
    private static boolean isSafePlace(Expr e, String home) {
        boolean own = e instanceof Expr.FieldGet f
                && (f.receiver().filter(r -> r instanceof Expr.This).isPresent()
                        || f.field().isStatic() && f.field().owner().equals(home));
        return (own || e instanceof Expr.Local) && e.type() instanceof Type.Primitive;
    }

    private static boolean isSafe(Expr e, String home) {
        if (e instanceof Expr.Binary b) {
            return isTotal(b.operator())
                    && b.type() instanceof Type.Primitive
                    && isSafe(b.left(), home)
                    && isSafe(b.right(), home);
        }
        return e instanceof Expr.Literal && e.type() instanceof Type.Primitive || isSafePlace(e, home);
    }

    private static boolean isTotal(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, AND, OR, XOR -> true;
            default -> false;
        };
    }
}
