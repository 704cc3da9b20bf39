package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Stmt;
import java.util.List;
import java.util.Optional;

/** Visits every statement and expression below a root once, parents first, in source order. */
public abstract class TreeWalk implements Stmt.Visitor<Void>, Expr.Visitor<Void> {

    protected void enter(Stmt s) {}

    protected void enter(Expr e) {}

    protected void enterCase(Stmt.Case c) {}

    public final void walk(Stmt s) {
        enter(s);
        s.accept(this);
    }

    public final void walk(Expr e) {
        enter(e);
        e.accept(this);
    }

    private Void all(List<? extends Stmt> statements) {
        statements.forEach(this::walk);
        return null;
    }

    private Void exprs(List<? extends Expr> expressions) {
        expressions.forEach(this::walk);
        return null;
    }

    private void maybe(Optional<? extends Expr> e) {
        e.ifPresent(this::walk);
    }

    private Void cases(List<Stmt.Case> cases) {
        for (Stmt.Case c : cases) {
            enterCase(c);
            exprs(c.labels());
            maybe(c.guard());
            walk(c.body());
        }
        return null;
    }

    @Override
    public final Void block(Stmt.Block s) {
        return all(s.statements());
    }

    @Override
    public final Void declare(Stmt.Declare s) {
        maybe(s.initializer());
        return null;
    }

    @Override
    public final Void eval(Stmt.Eval s) {
        walk(s.expression());
        return null;
    }

    @Override
    public final Void when(Stmt.If s) {
        walk(s.condition());
        walk(s.then());
        s.otherwise().ifPresent(this::walk);
        return null;
    }

    @Override
    public final Void loop(Stmt.Loop s) {
        all(s.initializers());
        maybe(s.condition());
        walk(s.body());
        return exprs(s.updates());
    }

    @Override
    public final Void forEach(Stmt.ForEach s) {
        walk(s.elements());
        walk(s.body());
        return null;
    }

    @Override
    public final Void labeled(Stmt.Labeled s) {
        walk(s.body());
        return null;
    }

    @Override
    public final Void breakOut(Stmt.Break s) {
        return null;
    }

    @Override
    public final Void continueWith(Stmt.Continue s) {
        return null;
    }

    @Override
    public final Void returnFrom(Stmt.Return s) {
        maybe(s.value());
        return null;
    }

    @Override
    public final Void raise(Stmt.Throw s) {
        walk(s.exception());
        return null;
    }

    @Override
    public final Void yieldValue(Stmt.Yield s) {
        walk(s.value());
        return null;
    }

    @Override
    public final Void assertThat(Stmt.Assert s) {
        walk(s.condition());
        maybe(s.detail());
        return null;
    }

    @Override
    public final Void attempt(Stmt.Try s) {
        all(s.resources());
        walk(s.body());
        s.catches().forEach(c -> walk(c.body()));
        s.finalizer().ifPresent(this::walk);
        return null;
    }

    @Override
    public final Void locked(Stmt.Synchronized s) {
        walk(s.lock());
        walk(s.body());
        return null;
    }

    @Override
    public final Void switchOn(Stmt.Switch s) {
        walk(s.selector());
        return cases(s.cases());
    }

    @Override
    public final Void localClass(Stmt.LocalClass s) {
        return null;
    }

    @Override
    public final Void constructorCall(Stmt.ConstructorCall s) {
        return exprs(s.arguments());
    }

    @Override
    public final Void unreadable(Stmt.Unreadable s) {
        return null;
    }

    @Override
    public final Void literal(Expr.Literal e) {
        return null;
    }

    @Override
    public final Void local(Expr.Local e) {
        return null;
    }

    @Override
    public final Void self(Expr.This e) {
        return null;
    }

    @Override
    public final Void fieldGet(Expr.FieldGet e) {
        maybe(e.receiver());
        return null;
    }

    @Override
    public final Void arrayGet(Expr.ArrayGet e) {
        walk(e.array());
        walk(e.index());
        return null;
    }

    @Override
    public final Void arrayLength(Expr.ArrayLength e) {
        walk(e.array());
        return null;
    }

    @Override
    public final Void assign(Expr.Assign e) {
        walk(e.target());
        walk(e.value());
        return null;
    }

    @Override
    public final Void compound(Expr.Compound e) {
        walk(e.target());
        walk(e.value());
        return null;
    }

    @Override
    public final Void step(Expr.Step e) {
        walk(e.target());
        return null;
    }

    @Override
    public final Void unary(Expr.Unary e) {
        walk(e.operand());
        return null;
    }

    @Override
    public final Void binary(Expr.Binary e) {
        walk(e.left());
        walk(e.right());
        return null;
    }

    @Override
    public final Void conditional(Expr.Conditional e) {
        walk(e.condition());
        walk(e.whenTrue());
        walk(e.whenFalse());
        return null;
    }

    @Override
    public final Void cast(Expr.Cast e) {
        walk(e.operand());
        return null;
    }

    @Override
    public final Void instanceOf(Expr.InstanceOf e) {
        walk(e.operand());
        return null;
    }

    @Override
    public final Void call(Expr.Call e) {
        maybe(e.receiver());
        return exprs(e.arguments());
    }

    @Override
    public final Void create(Expr.New e) {
        return exprs(e.arguments());
    }

    @Override
    public final Void newArray(Expr.NewArray e) {
        exprs(e.dimensions());
        e.elements().ifPresent(this::exprs);
        return null;
    }

    @Override
    public final Void lambda(Expr.Lambda e) {
        walk(e.body());
        return null;
    }

    @Override
    public final Void methodReference(Expr.MethodReference e) {
        maybe(e.receiver());
        return null;
    }

    @Override
    public final Void switchExpr(Expr.Switch e) {
        walk(e.selector());
        return cases(e.cases());
    }

    @Override
    public final Void unreadable(Expr.Unreadable e) {
        return null;
    }
}
