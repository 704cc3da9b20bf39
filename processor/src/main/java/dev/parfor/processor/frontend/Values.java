package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What locals are declared with and keep: {@code int half = n / 2}, {@code double[] same = a}.
 *
 * <p>A local is known where the ones in its initial value are known, too, and these keep their values at least as long: nothing
 * writes them in the block of the declaration. So what the text says of the two holds wherever the local is mentioned.
 */
final class Values extends IrScanner {

    private static final Set<Operator> KNOWN = Set.of(
            Operator.ADD,
            Operator.SUBTRACT,
            Operator.MULTIPLY,
            Operator.DIVIDE,
            Operator.REMAINDER,
            Operator.SHIFT_LEFT);

    private final LocalWrites writes;
    private final StableFields fields;
    private final Map<Var, Expr> values = new HashMap<>();

    private Values(LocalWrites writes, StableFields fields) {
        this.writes = writes;
        this.fields = fields;
    }

    /** Of a method's body. */
    static Map<Var, Expr> in(Stmt body) {
        Values found = new Values(LocalWrites.in(body), StableFields.in(body));
        found.scan(body);
        return found.values;
    }

    @Override
    public Void block(Stmt.Block s) {
        LocalWrites inBlock = null;
        for (Stmt statement : s.statements()) {
            if (statement instanceof Stmt.Declare d && d.initializer().isPresent()) {
                inBlock = inBlock == null ? LocalWrites.in(s) : inBlock;
                declared(d.var(), d.initializer().get(), inBlock);
            }
        }
        return super.block(s);
    }

    private void declared(Var var, Expr value, LocalWrites inBlock) {
        boolean known = var.type() instanceof Type.Array
                ? isKept(value, inBlock) || value instanceof Expr.FieldGet f && fields.contains(f)
                : isFixed(value, inBlock);
        if (known && value.type().equals(var.type()) && writes.of(var).isEmpty()) {
            values.put(var, value);
        }
    }

    private static boolean isFixed(Expr e, LocalWrites inBlock) {
        if (e.type() != Type.Primitive.INT && e.type() != Type.Primitive.LONG) {
            return false;
        }
        if (e instanceof Expr.Binary b) {
            return KNOWN.contains(b.operator()) && isFixed(b.left(), inBlock) && isFixed(b.right(), inBlock);
        }
        return e instanceof Expr.Literal
                || isKept(e, inBlock)
                || e instanceof Expr.Unary u && isFixed(u.operand(), inBlock)
                || e instanceof Expr.ArrayLength length && isKept(length.array(), inBlock);
    }

    private static boolean isKept(Expr e, LocalWrites inBlock) {
        return e instanceof Expr.Local local && inBlock.of(local.var()).isEmpty();
    }
}
