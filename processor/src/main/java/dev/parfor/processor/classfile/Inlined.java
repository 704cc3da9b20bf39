package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The condition of a loop as one expression: variables that statements before it declare are replaced by their values. */
final class Inlined {

    private final Map<Var, Expr> values;

    private Inlined(Map<Var, Expr> values) {
        this.values = values;
    }

    /** The opposite of a condition; empty where a statement before it does more than to read. */
    static Optional<Expr> not(Expr condition, List<Stmt> before) {
        Map<Var, Expr> values = new HashMap<>();
        for (Stmt s : before) {
            if (!(s instanceof Stmt.Declare d) || d.initializer().isEmpty()) {
                return Optional.empty();
            }
            values.put(d.var(), d.initializer().get());
        }
        Inlined inlined = new Inlined(values);
        boolean onlyReads = values.values().stream().allMatch(v -> inlined.of(v).isPresent());
        return onlyReads ? inlined.of(condition).flatMap(Inlined::not) : Optional.empty();
    }

    /** Of whole numbers and references: the order of floating-point ones has no opposite. */
    private static Optional<Expr> not(Expr condition) {
        if (!(condition instanceof Expr.Binary b) || b.left().type().isFloating()) {
            return Optional.empty();
        }
        Operator opposite = switch (b.operator()) {
            case LESS -> Operator.GREATER_EQUAL;
            case LESS_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_EQUAL;
            case GREATER_EQUAL -> Operator.LESS;
            case EQUAL -> Operator.NOT_EQUAL;
            default -> Operator.EQUAL;
        };
        return Optional.of(new Expr.Binary(b.span(), opposite, b.left(), b.right(), Type.Primitive.BOOLEAN));
    }

    private Optional<Expr> of(Expr e) {
        if (e instanceof Expr.Local local) {
            Expr value = values.get(local.var());
            return value == null ? Optional.of(e) : of(value);
        } else if (e instanceof Expr.Literal || e instanceof Expr.This) {
            return Optional.of(e);
        } else if (e instanceof Expr.Binary b) {
            return of(b.left())
                    .flatMap(l -> of(b.right()).map(r -> new Expr.Binary(b.span(), b.operator(), l, r, b.type())));
        } else if (e instanceof Expr.Cast c) {
            return of(c.operand()).map(o -> new Expr.Cast(c.span(), c.type(), o));
        } else if (e instanceof Expr.ArrayLength a) {
            return of(a.array()).map(o -> new Expr.ArrayLength(a.span(), o));
        } else if (e instanceof Expr.FieldGet f && f.receiver().isPresent()) {
            return of(f.receiver().get()).map(o -> new Expr.FieldGet(f.span(), Optional.of(o), f.field()));
        }
        return Optional.empty();
    }
}
