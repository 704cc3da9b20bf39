package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
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
        c.scan(statement);
        c.assigned.addAll(c.declared);
        return c.assigned;
    }

    /** Those of a whole loop: condition, updates and body. */
    public static Set<Var> of(Stmt.Loop loop) {
        Collector c = new Collector();
        loop.condition().ifPresent(c::scan);
        c.scan(loop.body());
        loop.updates().forEach(c::scan);
        c.assigned.addAll(c.declared);
        return c.assigned;
    }

    /** The locals that something other than their declaration gives a value to. */
    public static Set<Var> targetsIn(Stmt statement) {
        Collector c = new Collector();
        c.scan(statement);
        return c.assigned;
    }

    /** The locals that a statement declares, anywhere inside. */
    public static Set<Var> declaredIn(Stmt statement) {
        Collector c = new Collector();
        c.scan(statement);
        return c.declared;
    }

    /** Where a variable is assigned, in source order. */
    public static List<Span> places(Stmt statement, Var v) {
        List<Span> places = new ArrayList<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (assigns(e, v)) {
                    places.add(e.span());
                }
            }
        }.scan(statement);
        return places;
    }

    /** How many places of an expression assign a variable. */
    static int places(Expr expression, Var v) {
        int[] places = {0};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                places[0] += assigns(e, v) ? 1 : 0;
            }
        }.scan(expression);
        return places[0];
    }

    private static boolean assigns(Expr e, Var v) {
        Expr target = e instanceof Expr.Assign a
                ? a.target()
                : e instanceof Expr.Compound c ? c.target() : e instanceof Expr.Step s ? s.target() : null;
        return target instanceof Expr.Local local && local.var().equals(v);
    }

    /** Whether an expression assigns any local or cell. */
    public static boolean hasAssignment(Expr expression) {
        Collector c = new Collector();
        c.scan(expression);
        return c.anyAssignment;
    }

    private static final class Collector extends IrScanner {
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
}
