package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statements by which an iteration ends the whole loop: its own {@code break}, {@code return}, a jump further out. */
public final class LoopExits {

    private LoopExits() {}

    /** In source order; jumps inside of lambdas and inner loops are none. */
    public static List<Stmt> of(LoopNest nest) {
        Finder finder = new Finder(nest.id());
        finder.walk(nest.body());
        return finder.exits.stream()
                .filter(s -> !finder.inFunctions.contains(s))
                .toList();
    }

    /** Whether control goes on in the method behind the exit, where the loop's variables may be read. */
    public static boolean goesOn(Stmt exit) {
        return !(exit instanceof Stmt.Return);
    }

    private static final class Finder extends TreeWalk {
        private final int loop;
        private final Set<Integer> inside = new HashSet<>();
        private final List<Stmt> exits = new ArrayList<>();
        private final Set<Stmt> inFunctions = new HashSet<>();

        Finder(int loop) {
            this.loop = loop;
        }

        @Override
        protected void enter(Expr e) {
            if (e instanceof Expr.Lambda lambda) {
                Finder function = new Finder(loop);
                function.walk(lambda.body());
                inFunctions.addAll(function.exits);
            }
        }

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
                    || s instanceof Stmt.Continue c && c.target() != loop && !inside.contains(c.target())) {
                exits.add(s);
            }
        }
    }
}
