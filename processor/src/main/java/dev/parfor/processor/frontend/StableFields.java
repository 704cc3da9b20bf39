package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * The fields of one class that keep their values while a method runs: it calls nobody but {@code Math}, makes no objects, touches no
 * other class that would be initialized, and writes none of them itself.
 */
final class StableFields extends IrScanner {

    private final Set<FieldRef> written = new HashSet<>();
    private final Set<String> owners = new HashSet<>();
    private boolean calls;

    private StableFields() {}

    static StableFields in(Stmt body) {
        StableFields fields = new StableFields();
        fields.scan(body);
        return fields;
    }

    /** Whether a field, read without a receiver or of {@code this}, is one. */
    boolean contains(Expr.FieldGet get) {
        boolean own = get.receiver().isEmpty() || get.receiver().get() instanceof Expr.This t && !t.outer();
        return own && !calls && owners.size() == 1 && !get.field().isVolatile() && !written.contains(get.field());
    }

    @Override
    protected void enter(Expr e) {
        calls |= e instanceof Expr.Call c && !c.method().owner().equals("java.lang.Math")
                || e instanceof Expr.New
                || e instanceof Expr.Lambda
                || e instanceof Expr.MethodReference
                || e instanceof Expr.Switch
                || e instanceof Expr.InstanceOf
                || e instanceof Expr.Unreadable
                || (e instanceof Expr.Binary || e instanceof Expr.Compound)
                        && e.type().isReference();
        if (e instanceof Expr.FieldGet get) {
            owners.add(get.field().owner());
        } else if (e instanceof Expr.Assign a) {
            write(a.target());
        } else if (e instanceof Expr.Compound c) {
            write(c.target());
        } else if (e instanceof Expr.Step s) {
            write(s.target());
        }
    }

    private void write(Expr target) {
        if (target instanceof Expr.FieldGet get) {
            written.add(get.field());
        }
    }

    @Override
    protected void enter(Stmt s) {
        calls |= s instanceof Stmt.Synchronized
                || s instanceof Stmt.Try
                || s instanceof Stmt.ForEach each && !(each.elements().type() instanceof Type.Array);
    }
}
