package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Questions about how expressions are written. */
final class Spelling {

    private Spelling() {}

    /** How often a variable is mentioned. */
    static int mentions(Expr e, Var v) {
        Counter c = new Counter(v);
        c.scan(e);
        return c.count;
    }

    static int mentions(Stmt s, Var v) {
        Counter c = new Counter(v);
        c.scan(s);
        return c.count;
    }

    private static final class Counter extends IrScanner {
        private final Var v;
        private int count;

        Counter(Var v) {
            this.v = v;
        }

        @Override
        protected void enter(Expr e) {
            if (e instanceof Expr.Local local && local.var().equals(v)) {
                count++;
            }
        }
    }

    /**
     * Whether two expressions are spelled alike and have no effects, so that evaluated one after the other they give the same
     * value: locals, constants, fields, elements and arithmetic.
     */
    static boolean same(Expr a, Expr b) {
        return a.getClass() == b.getClass() && isPlain(a) && text(a).equals(text(b));
    }

    /** No calls, assignments or creations inside. */
    static boolean isPlain(Expr e) {
        boolean[] plain = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                plain[0] &= inner instanceof Expr.Literal
                        || inner instanceof Expr.Local
                        || inner instanceof Expr.This
                        || inner instanceof Expr.FieldGet
                        || inner instanceof Expr.ArrayGet
                        || inner instanceof Expr.ArrayLength
                        || inner instanceof Expr.Unary
                        || inner instanceof Expr.Binary
                        || inner instanceof Expr.Cast
                        || inner instanceof Expr.Call call && (isMath(call) || isOfString(call));
            }
        }.scan(e);
        return plain[0];
    }

    /** A function of numbers that gives the same for the same and can't be noticed. */
    private static boolean isMath(Expr.Call call) {
        return Set.of("java.lang.Math", "java.lang.StrictMath")
                        .contains(call.method().owner())
                && !call.method().name().equals("random");
    }

    /** What a string says of itself, which never changes. */
    private static boolean isOfString(Expr.Call call) {
        return call.method().owner().equals("java.lang.String")
                && call.receiver().isPresent()
                && Set.of("length", "charAt", "isEmpty").contains(call.method().name());
    }

    /**
     * Whether evaluating the expression can't throw, given that every one of {@code evaluated} has just been evaluated without
     * throwing.
     */
    static boolean isTotal(Expr e, List<Expr> evaluated) {
        Set<String> known = new HashSet<>();
        for (Expr whole : evaluated) {
            if (isPlain(whole)) {
                parts(whole).forEach(p -> known.add(text(p)));
            }
        }
        return total(e, known);
    }

    private static boolean total(Expr e, Set<String> known) {
        if (isPlain(e) && known.contains(text(e))) {
            return true;
        }
        if (e instanceof Expr.Literal || e instanceof Expr.Local || e instanceof Expr.This) {
            return true;
        }
        if (e instanceof Expr.Unary u) {
            return u.operand().type().isPrimitive() && total(u.operand(), known);
        }
        if (e instanceof Expr.Cast c) {
            return c.type().isPrimitive() && c.operand().type().isPrimitive() && total(c.operand(), known);
        }
        if (e instanceof Expr.Binary b) {
            boolean divides = b.operator() == Operator.DIVIDE || b.operator() == Operator.REMAINDER;
            boolean mayThrow = divides && b.type().isIntegral() || b.operator() == Operator.CONCATENATE;
            boolean primitives =
                    b.left().type().isPrimitive() && b.right().type().isPrimitive();
            return !mayThrow && primitives && total(b.left(), known) && total(b.right(), known);
        }
        return e instanceof Expr.FieldGet f
                && f.receiver().map(r -> r instanceof Expr.This).orElse(false);
    }

    /** The parts that are evaluated whenever the whole is: not the right side of {@code &&} and {@code ||}. */
    private static List<Expr> parts(Expr e) {
        List<Expr> parts = new ArrayList<>();
        Set<Expr> skipped = Collections.newSetFromMap(new IdentityHashMap<>());
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                if (!skipped.contains(inner)) {
                    parts.add(inner);
                }
                if (inner instanceof Expr.Binary b && isShortCircuit(b)) {
                    new IrScanner() {
                        @Override
                        protected void enter(Expr right) {
                            skipped.add(right);
                        }
                    }.scan(b.right());
                }
            }
        }.scan(e);
        return parts;
    }

    private static boolean isShortCircuit(Expr.Binary b) {
        return b.operator() == Operator.CONDITIONAL_AND || b.operator() == Operator.CONDITIONAL_OR;
    }

    /** A canonical text in which variables are told apart by identity. */
    static String text(Expr e) {
        StringBuilder text = new StringBuilder();
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                text.append('(')
                        .append(inner.getClass().getSimpleName())
                        .append(' ')
                        .append(inner.type());
                if (inner instanceof Expr.Local local) {
                    text.append(local.var().id());
                } else if (inner instanceof Expr.Literal l) {
                    text.append(l.value().map(Object::toString).orElse("null"));
                } else if (inner instanceof Expr.FieldGet f) {
                    text.append(f.field().owner()).append('#').append(f.field().name());
                } else if (inner instanceof Expr.Binary b) {
                    text.append(b.operator());
                } else if (inner instanceof Expr.Call c) {
                    text.append(c.method());
                } else if (inner instanceof Expr.Unary u) {
                    text.append(u.sign());
                }
                text.append(')');
            }
        }.scan(e);
        return text.toString();
    }
}
