package dev.parfor.processor.ir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements by which an iteration ends the whole loop: its own {@code break}, {@code return}, a jump further out. */
public final class LoopExits {

    private LoopExits() {}

    /** In source order; jumps inside of lambdas and inner loops are none. */
    public static List<Stmt> of(LoopNest nest) {
        return of(nest.body(), nest.id());
    }

    /** Likewise, of a loop inside. */
    public static List<Stmt> of(Stmt body, int loop) {
        List<Stmt> exits = new ArrayList<>(jumpsOut(body));
        exits.removeIf(s -> s instanceof Stmt.Continue c && c.target() == loop);
        return exits;
    }

    /** Whether control goes on in the method behind the exit, where the loop's variables may be read. */
    public static boolean goesOn(Stmt exit) {
        return !(exit instanceof Stmt.Return);
    }

    /** Whether control can leave a statement otherwise than at its end: by a jump to something outside of it, or a throw. */
    public static boolean leaves(Stmt statement) {
        return !jumpsOut(statement).isEmpty() || hasThrow(statement);
    }

    /** Whether a {@code throw} stands in a statement, those of lambdas included: the statement may call them. */
    public static boolean hasThrow(Stmt statement) {
        boolean[] found = {false};
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                found[0] |= s instanceof Stmt.Throw;
            }
        }.scan(statement);
        return found[0];
    }

    private static List<Stmt> jumpsOut(Stmt statement) {
        JumpFinder finder = new JumpFinder();
        finder.scan(statement);
        return finder.found;
    }

    /** Finds jumps to anything that is not inside of the scanned statement. */
    private static final class JumpFinder extends IrScanner {
        private final Set<Integer> inside = new HashSet<>();
        private final List<Stmt> found = new ArrayList<>();

        @Override
        protected void enter(Stmt s) {
            if (s instanceof Stmt.Loop l) {
                inside.add(l.id());
            } else if (s instanceof Stmt.ForEach f) {
                inside.add(f.id());
            } else if (s instanceof Stmt.Labeled l) {
                inside.add(l.id());
            } else if (s instanceof Stmt.Switch w) {
                inside.add(w.id());
            } else if (s instanceof Stmt.Return
                    || s instanceof Stmt.Break b && !inside.contains(b.target())
                    || s instanceof Stmt.Continue c && !inside.contains(c.target())) {
                found.add(s);
            }
        }

        /** A function's own jumps end within it. */
        @Override
        public Void lambda(Expr.Lambda e) {
            return null;
        }
    }
}
