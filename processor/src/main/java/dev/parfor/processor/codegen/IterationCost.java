package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What an iteration takes at most, compiled and with its data in a cache, where its text tells: all of its branches, each operation by
 * itself. A body that calls what is not known to be short, makes objects, or has loops inside, tells nothing.
 *
 * <p>The numbers are generous. A loop that takes less than it seems is run where it is until it has been measured, and that is when it
 * has been called some sixty times.
 */
final class IterationCost extends IrScanner {

    private static final float STEP = 0.5f;
    private static final float ACCESS = 1;
    private static final float BRANCH = 2;
    private static final float DIVISION = 6;
    private static final float ROOT = 6;

    private static final Set<String> SHORT_CALLS = Set.of("abs", "max", "min", "fma", "signum");

    private float nanos;
    private boolean known = true;

    private IterationCost() {}

    /** In nanoseconds, 1 or more. */
    static OptionalInt of(Stmt body) {
        IterationCost cost = new IterationCost();
        cost.scan(body);
        return cost.known ? OptionalInt.of(Math.max(1, Math.round(cost.nanos))) : OptionalInt.empty();
    }

    private Void unknown() {
        known = false;
        return null;
    }

    /** Boxes and strings are made and opened where no operation says so. */
    @Override
    protected void enter(Expr e) {
        known &= !(e.type() instanceof Type.Ref object && object.name().startsWith("java.lang."));
    }

    @Override
    public Void fieldGet(Expr.FieldGet e) {
        nanos += ACCESS;
        return super.fieldGet(e);
    }

    @Override
    public Void arrayGet(Expr.ArrayGet e) {
        nanos += ACCESS;
        return super.arrayGet(e);
    }

    @Override
    public Void compound(Expr.Compound e) {
        nanos += of(e.operator(), e.type());
        return super.compound(e);
    }

    @Override
    public Void step(Expr.Step e) {
        nanos += STEP;
        return super.step(e);
    }

    @Override
    public Void unary(Expr.Unary e) {
        nanos += STEP;
        return super.unary(e);
    }

    @Override
    public Void binary(Expr.Binary e) {
        nanos += of(e.operator(), e.type());
        return super.binary(e);
    }

    @Override
    public Void cast(Expr.Cast e) {
        nanos += STEP;
        return super.cast(e);
    }

    @Override
    public Void conditional(Expr.Conditional e) {
        nanos += BRANCH;
        return super.conditional(e);
    }

    @Override
    public Void when(Stmt.If s) {
        nanos += BRANCH;
        return super.when(s);
    }

    private static float of(Operator operator, Type type) {
        return switch (operator) {
            // a remainder of floating-point numbers is a loop
            case REMAINDER -> type instanceof Type.Primitive p && p.isFloating() ? 20 * DIVISION : DIVISION;
            case DIVIDE -> DIVISION;
            case CONDITIONAL_AND, CONDITIONAL_OR -> BRANCH;
            default -> STEP;
        };
    }

    @Override
    public Void call(Expr.Call e) {
        if (!e.method().owner().equals("java.lang.Math")) {
            return unknown();
        }
        if (e.method().name().equals("sqrt")) {
            nanos += ROOT;
        } else if (SHORT_CALLS.contains(e.method().name())) {
            nanos += STEP;
        } else {
            return unknown();
        }
        return super.call(e);
    }

    @Override
    public Void create(Expr.New e) {
        return unknown();
    }

    @Override
    public Void newArray(Expr.NewArray e) {
        return unknown();
    }

    @Override
    public Void lambda(Expr.Lambda e) {
        return unknown();
    }

    @Override
    public Void methodReference(Expr.MethodReference e) {
        return unknown();
    }

    @Override
    public Void instanceOf(Expr.InstanceOf e) {
        return unknown();
    }

    @Override
    public Void switchExpr(Expr.Switch e) {
        return unknown();
    }

    @Override
    public Void unreadable(Expr.Unreadable e) {
        return unknown();
    }

    @Override
    public Void loop(Stmt.Loop s) {
        return unknown();
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        return unknown();
    }

    @Override
    public Void locked(Stmt.Synchronized s) {
        return unknown();
    }

    @Override
    public Void attempt(Stmt.Try s) {
        return unknown();
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        return unknown();
    }

    @Override
    public Void localClass(Stmt.LocalClass s) {
        return unknown();
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        return unknown();
    }

    /** The loop's end, whatever it takes. */
    @Override
    public Void raise(Stmt.Throw s) {
        return null;
    }

    /** Not evaluated, as a rule. */
    @Override
    public Void assertThat(Stmt.Assert s) {
        return null;
    }
}
