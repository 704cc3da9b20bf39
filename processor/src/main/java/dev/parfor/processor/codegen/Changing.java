package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.judgement.Plan.Role;
import java.util.List;

/**
 * What a variant evaluates once and the plain loop in each iteration: its bound, its step, the steps of other indices. Where they
 * read memory, the proof that nothing changes it may rest on the checks before the loop, so that a loop whose check fails has
 * to run as it is written.
 */
final class Changing {

    private Changing() {}

    static boolean mayChange(Header header, List<Role> roles) {
        if (header instanceof Header.EachOfList) {
            return true;
        }
        if (header instanceof Header.Counted h && (reads(h.bound()) || reads(h.step()))) {
            return true;
        }
        return roles.stream()
                .filter(r -> r instanceof Role.Induction)
                .flatMap(r -> ((Role.Induction) r).step().stream())
                .flatMap(t -> t.factors().stream())
                .anyMatch(f -> !(f instanceof Path.OfVar || f instanceof Path.Constant));
    }

    /**
     * Whether evaluating the bound and the step runs methods that an object's class chooses: other ones than were read may do more than
     * to compute a value.
     */
    static boolean mayCall(Header header) {
        return header instanceof Header.Counted h && (calls(h.bound()) || calls(h.step()));
    }

    private static boolean calls(Expr e) {
        if (e instanceof Expr.Binary b) {
            return calls(b.left()) || calls(b.right());
        } else if (e instanceof Expr.Unary u) {
            return calls(u.operand());
        } else if (e instanceof Expr.Cast c) {
            return calls(c.operand());
        } else if (e instanceof Expr.ArrayLength l) {
            return calls(l.array());
        } else if (e instanceof Expr.FieldGet f) {
            return f.receiver().filter(Changing::calls).isPresent();
        }
        return !(e instanceof Expr.Literal || e instanceof Expr.Local || e instanceof Expr.This);
    }

    /** Anything but arithmetic on locals, constants, final fields and lengths. */
    static boolean reads(Expr e) {
        if (e instanceof Expr.Binary b) {
            return reads(b.left()) || reads(b.right());
        } else if (e instanceof Expr.Unary u) {
            return reads(u.operand());
        } else if (e instanceof Expr.Cast c) {
            return reads(c.operand());
        } else if (e instanceof Expr.ArrayLength l) {
            return reads(l.array());
        } else if (e instanceof Expr.FieldGet f) {
            return !f.field().isFinal() || f.receiver().filter(Changing::reads).isPresent();
        }
        return !(e instanceof Expr.Literal || e instanceof Expr.Local || e instanceof Expr.This);
    }
}
