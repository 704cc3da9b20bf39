package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The locals that a piece of code assigns, those that it declares included. */
public final class AssignedVars {

    private AssignedVars() {}

    /** In order of their first assignment. */
    public static Set<Var> of(Stmt statement) {
        Collector c = new Collector();
        c.walk(statement);
        c.assigned.addAll(c.declared);
        return c.assigned;
    }

    /** Those of a whole loop: condition, updates and body. */
    public static Set<Var> of(Stmt.Loop loop) {
        Collector c = new Collector();
        loop.condition().ifPresent(c::walk);
        c.walk(loop.body());
        loop.updates().forEach(c::walk);
        c.assigned.addAll(c.declared);
        return c.assigned;
    }

    /** The locals that something other than their declaration gives a value to. */
    public static Set<Var> targetsIn(Stmt statement) {
        Collector c = new Collector();
        c.walk(statement);
        return c.assigned;
    }

    /** The locals that a statement declares, anywhere inside. */
    public static Set<Var> declaredIn(Stmt statement) {
        Collector c = new Collector();
        c.walk(statement);
        return c.declared;
    }

    /** Where a variable is assigned, in source order. */
    public static List<Span> places(Stmt statement, Var v) {
        List<Span> places = new ArrayList<>();
        new TreeWalk() {
            @Override
            protected void enter(Expr e) {
                Expr target = e instanceof Expr.Assign a
                        ? a.target()
                        : e instanceof Expr.Compound c ? c.target() : e instanceof Expr.Step s ? s.target() : null;
                if (target instanceof Expr.Local local && local.var().equals(v)) {
                    places.add(e.span());
                }
            }
        }.walk(statement);
        return places;
    }

    /** Whether an expression assigns any local or cell. */
    public static boolean hasAssignment(Expr expression) {
        Collector c = new Collector();
        c.walk(expression);
        return c.anyAssignment;
    }

    private static final class Collector extends TreeWalk {
        private final Set<Var> assigned = new LinkedHashSet<>();
        private final Set<Var> declared = new LinkedHashSet<>();
        private boolean anyAssignment;

        @Override
        protected void enter(Expr e) {
            Expr target = null;
            if (e instanceof Expr.Assign a) {
                target = a.target();
            } else if (e instanceof Expr.Compound c) {
                target = c.target();
            } else if (e instanceof Expr.Step s) {
                target = s.target();
            } else if (e instanceof Expr.InstanceOf i) {
                declared.addAll(i.bindings());
            } else if (e instanceof Expr.Lambda l) {
                declared.addAll(l.parameters());
            }
            if (target != null) {
                anyAssignment = true;
                if (target instanceof Expr.Local local) {
                    assigned.add(local.var());
                }
            }
        }

        @Override
        protected void enter(Stmt s) {
            if (s instanceof Stmt.Declare d) {
                declared.add(d.var());
            } else if (s instanceof Stmt.ForEach f) {
                declared.add(f.element());
            } else if (s instanceof Stmt.Try t) {
                t.catches().forEach(c -> declared.add(c.exception()));
            }
        }

        @Override
        protected void enterCase(Stmt.Case c) {
            declared.addAll(c.bindings());
        }
    }

    /** Whether control can leave a statement otherwise than at its end: by a jump to something outside of it, or a throw. */
    static boolean leaves(Stmt statement) {
        return jumpsOut(statement, List.of());
    }

    /** Likewise, where jumps to {@code inside} stay in. */
    static boolean jumpsOut(Stmt body, List<Integer> inside) {
        JumpFinder finder = new JumpFinder(inside);
        finder.walk(body);
        return finder.found;
    }

    /** Finds jumps to anything that is not inside of the walked statement. */
    private static final class JumpFinder extends TreeWalk {
        private final Set<Integer> inside;
        private boolean found;

        JumpFinder(List<Integer> inside) {
            this.inside = new LinkedHashSet<>(inside);
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
            } else if (s instanceof Stmt.Return || s instanceof Stmt.Throw) {
                found = true;
            } else if (s instanceof Stmt.Break b && !inside.contains(b.target())) {
                found = true;
            } else if (s instanceof Stmt.Continue c && !inside.contains(c.target())) {
                found = true;
            }
        }
    }
}
