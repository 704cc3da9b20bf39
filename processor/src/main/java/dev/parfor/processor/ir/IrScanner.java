package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * Visits everything in a piece of IR once, parents first, in source order.
 *
 * <p>There are two ways to look: {@code enter} is told of every node; or a visitor's method is overridden for one kind of node, which calls the
 * method overridden to go on inside.
 */
public abstract class IrScanner implements Expr.Visitor<Void>, Stmt.Visitor<Void> {

    protected void enter(Stmt s) {}

    protected void enter(Expr e) {}

    protected void enterCase(Stmt.Case c) {}

    public final Void scan(Expr e) {
        enter(e);
        return e.accept(this);
    }

    public final Void scan(Stmt s) {
        enter(s);
        return s.accept(this);
    }

    public final Void scan(Optional<Expr> e) {
        return e.map(this::scan).orElse(null);
    }

    public final Void scanAll(List<Expr> expressions) {
        expressions.forEach(this::scan);
        return null;
    }

    private Void cases(List<Stmt.Case> cases) {
        for (Stmt.Case c : cases) {
            enterCase(c);
            scanAll(c.labels());
            scan(c.guard());
            scan(c.body());
        }
        return null;
    }

    @Override
    public Void literal(Expr.Literal e) {
        return null;
    }

    @Override
    public Void local(Expr.Local e) {
        return null;
    }

    @Override
    public Void self(Expr.This e) {
        return null;
    }

    @Override
    public Void fieldGet(Expr.FieldGet e) {
        return scan(e.receiver());
    }

    @Override
    public Void arrayGet(Expr.ArrayGet e) {
        scan(e.array());
        return scan(e.index());
    }

    @Override
    public Void arrayLength(Expr.ArrayLength e) {
        return scan(e.array());
    }

    @Override
    public Void assign(Expr.Assign e) {
        scan(e.target());
        return scan(e.value());
    }

    @Override
    public Void compound(Expr.Compound e) {
        scan(e.target());
        return scan(e.value());
    }

    @Override
    public Void step(Expr.Step e) {
        return scan(e.target());
    }

    @Override
    public Void unary(Expr.Unary e) {
        return scan(e.operand());
    }

    @Override
    public Void binary(Expr.Binary e) {
        scan(e.left());
        return scan(e.right());
    }

    @Override
    public Void conditional(Expr.Conditional e) {
        scan(e.condition());
        scan(e.whenTrue());
        return scan(e.whenFalse());
    }

    @Override
    public Void cast(Expr.Cast e) {
        return scan(e.operand());
    }

    @Override
    public Void instanceOf(Expr.InstanceOf e) {
        return scan(e.operand());
    }

    @Override
    public Void call(Expr.Call e) {
        scan(e.receiver());
        return scanAll(e.arguments());
    }

    @Override
    public Void create(Expr.New e) {
        return scanAll(e.arguments());
    }

    @Override
    public Void newArray(Expr.NewArray e) {
        scanAll(e.dimensions());
        return e.elements().map(this::scanAll).orElse(null);
    }

    @Override
    public Void lambda(Expr.Lambda e) {
        return scan(e.body());
    }

    @Override
    public Void methodReference(Expr.MethodReference e) {
        return scan(e.receiver());
    }

    @Override
    public Void switchExpr(Expr.Switch e) {
        scan(e.selector());
        return cases(e.cases());
    }

    @Override
    public Void unreadable(Expr.Unreadable e) {
        return null;
    }

    @Override
    public Void block(Stmt.Block s) {
        s.statements().forEach(this::scan);
        return null;
    }

    @Override
    public Void declare(Stmt.Declare s) {
        return scan(s.initializer());
    }

    @Override
    public Void eval(Stmt.Eval s) {
        return scan(s.expression());
    }

    @Override
    public Void when(Stmt.If s) {
        scan(s.condition());
        scan(s.then());
        return s.otherwise().map(this::scan).orElse(null);
    }

    @Override
    public Void loop(Stmt.Loop s) {
        s.initializers().forEach(this::scan);
        if (s.testFirst()) {
            scan(s.condition());
        }
        scan(s.body());
        scanAll(s.updates());
        return s.testFirst() ? null : scan(s.condition());
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        scan(s.elements());
        return scan(s.body());
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        return scan(s.body());
    }

    @Override
    public Void breakOut(Stmt.Break s) {
        return null;
    }

    @Override
    public Void continueWith(Stmt.Continue s) {
        return null;
    }

    @Override
    public Void returnFrom(Stmt.Return s) {
        return scan(s.value());
    }

    @Override
    public Void raise(Stmt.Throw s) {
        return scan(s.exception());
    }

    @Override
    public Void yieldValue(Stmt.Yield s) {
        return scan(s.value());
    }

    @Override
    public Void assertThat(Stmt.Assert s) {
        scan(s.condition());
        return scan(s.detail());
    }

    @Override
    public Void attempt(Stmt.Try s) {
        s.resources().forEach(this::scan);
        scan(s.body());
        s.catches().forEach(c -> scan(c.body()));
        return s.finalizer().map(this::scan).orElse(null);
    }

    @Override
    public Void locked(Stmt.Synchronized s) {
        scan(s.lock());
        return scan(s.body());
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        scan(s.selector());
        return cases(s.cases());
    }

    @Override
    public Void localClass(Stmt.LocalClass s) {
        return null;
    }

    @Override
    public Void constructorCall(Stmt.ConstructorCall s) {
        return scanAll(s.arguments());
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        return null;
    }
}
