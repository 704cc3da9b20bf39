package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A copy of a statement in which some expressions are others. What is below a replaced expression is gone; lambdas stay as they
 * are, because what is inside of them runs elsewhere and at other times.
 */
public abstract class Replacement implements Stmt.Visitor<Stmt>, Expr.Visitor<Expr> {

    /** What stands for an expression; empty if its parts are to be looked at. */
    protected abstract Optional<Expr> instead(Expr e);

    /** What stands for a statement, looked at as if it stood there; empty if its parts are to be. */
    protected Optional<Stmt> instead(Stmt s) {
        return Optional.empty();
    }

    public final Stmt in(Stmt s) {
        return instead(s).orElse(s).accept(this);
    }

    public final Expr in(Expr e) {
        return instead(e).orElseGet(() -> e.accept(this));
    }

    private Optional<Expr> maybe(Optional<Expr> e) {
        return e.map(this::in);
    }

    private List<Stmt> all(List<Stmt> statements) {
        return statements.stream().map(this::in).toList();
    }

    private List<Expr> exprs(List<Expr> expressions) {
        return expressions.stream().map(this::in).toList();
    }

    private List<Stmt.Case> cases(List<Stmt.Case> cases) {
        return cases.stream()
                .map(c -> new Stmt.Case(
                        c.labels(),
                        c.bindings(),
                        maybe(c.guard()),
                        c.isDefault(),
                        c.hasPattern(),
                        in(c.body()),
                        c.fallsThrough()))
                .toList();
    }

    @Override
    public final Stmt block(Stmt.Block s) {
        return new Stmt.Block(s.span(), all(s.statements()));
    }

    @Override
    public final Stmt declare(Stmt.Declare s) {
        return new Stmt.Declare(s.span(), s.var(), maybe(s.initializer()));
    }

    @Override
    public final Stmt eval(Stmt.Eval s) {
        return new Stmt.Eval(s.span(), in(s.expression()));
    }

    @Override
    public final Stmt when(Stmt.If s) {
        return new Stmt.If(
                s.span(), in(s.condition()), in(s.then()), s.otherwise().map(this::in));
    }

    @Override
    public final Stmt loop(Stmt.Loop s) {
        return new Stmt.Loop(
                s.span(),
                s.id(),
                all(s.initializers()),
                maybe(s.condition()),
                exprs(s.updates()),
                in(s.body()),
                s.testFirst());
    }

    @Override
    public final Stmt forEach(Stmt.ForEach s) {
        return new Stmt.ForEach(s.span(), s.id(), s.element(), in(s.elements()), in(s.body()));
    }

    @Override
    public final Stmt labeled(Stmt.Labeled s) {
        return new Stmt.Labeled(s.span(), s.id(), in(s.body()), s.inOrder());
    }

    @Override
    public final Stmt breakOut(Stmt.Break s) {
        return s;
    }

    @Override
    public final Stmt continueWith(Stmt.Continue s) {
        return s;
    }

    @Override
    public final Stmt returnFrom(Stmt.Return s) {
        return new Stmt.Return(s.span(), maybe(s.value()));
    }

    @Override
    public final Stmt raise(Stmt.Throw s) {
        return new Stmt.Throw(s.span(), in(s.exception()));
    }

    @Override
    public final Stmt yieldValue(Stmt.Yield s) {
        return new Stmt.Yield(s.span(), in(s.value()));
    }

    @Override
    public final Stmt assertThat(Stmt.Assert s) {
        return new Stmt.Assert(s.span(), in(s.condition()), maybe(s.detail()));
    }

    @Override
    public final Stmt attempt(Stmt.Try s) {
        return new Stmt.Try(
                s.span(),
                all(s.resources()),
                in(s.body()),
                s.catches().stream()
                        .map(c -> new Stmt.Catch(c.exception(), in(c.body())))
                        .toList(),
                s.finalizer().map(this::in));
    }

    @Override
    public final Stmt locked(Stmt.Synchronized s) {
        return new Stmt.Synchronized(s.span(), in(s.lock()), in(s.body()));
    }

    @Override
    public final Stmt switchOn(Stmt.Switch s) {
        return new Stmt.Switch(s.span(), s.id(), in(s.selector()), cases(s.cases()));
    }

    @Override
    public final Stmt localClass(Stmt.LocalClass s) {
        return s;
    }

    @Override
    public final Stmt constructorCall(Stmt.ConstructorCall s) {
        return new Stmt.ConstructorCall(s.span(), s.constructor(), exprs(s.arguments()));
    }

    @Override
    public final Stmt unreadable(Stmt.Unreadable s) {
        return s;
    }

    @Override
    public final Expr literal(Expr.Literal e) {
        return e;
    }

    @Override
    public final Expr local(Expr.Local e) {
        return e;
    }

    @Override
    public final Expr self(Expr.This e) {
        return e;
    }

    @Override
    public final Expr fieldGet(Expr.FieldGet e) {
        return new Expr.FieldGet(e.span(), maybe(e.receiver()), e.field());
    }

    @Override
    public final Expr arrayGet(Expr.ArrayGet e) {
        return new Expr.ArrayGet(e.span(), in(e.array()), in(e.index()), e.type());
    }

    @Override
    public final Expr arrayLength(Expr.ArrayLength e) {
        return new Expr.ArrayLength(e.span(), in(e.array()));
    }

    @Override
    public final Expr assign(Expr.Assign e) {
        return new Expr.Assign(e.span(), in(e.target()), in(e.value()));
    }

    @Override
    public final Expr compound(Expr.Compound e) {
        return new Expr.Compound(e.span(), in(e.target()), e.operator(), in(e.value()));
    }

    @Override
    public final Expr step(Expr.Step e) {
        return new Expr.Step(e.span(), in(e.target()), e.delta(), e.prefix());
    }

    @Override
    public final Expr unary(Expr.Unary e) {
        return new Expr.Unary(e.span(), e.sign(), in(e.operand()), e.type());
    }

    @Override
    public final Expr binary(Expr.Binary e) {
        return new Expr.Binary(e.span(), e.operator(), in(e.left()), in(e.right()), e.type());
    }

    @Override
    public final Expr conditional(Expr.Conditional e) {
        return new Expr.Conditional(e.span(), in(e.condition()), in(e.whenTrue()), in(e.whenFalse()), e.type());
    }

    @Override
    public final Expr cast(Expr.Cast e) {
        return new Expr.Cast(e.span(), e.type(), in(e.operand()));
    }

    @Override
    public final Expr instanceOf(Expr.InstanceOf e) {
        return new Expr.InstanceOf(e.span(), in(e.operand()), e.tested(), e.bindings(), e.deconstructs());
    }

    @Override
    public final Expr call(Expr.Call e) {
        return new Expr.Call(e.span(), e.method(), maybe(e.receiver()), exprs(e.arguments()), e.exact(), e.type());
    }

    @Override
    public final Expr create(Expr.New e) {
        return new Expr.New(e.span(), e.constructor(), exprs(e.arguments()), e.type(), e.anonymous());
    }

    @Override
    public final Expr newArray(Expr.NewArray e) {
        return new Expr.NewArray(
                e.span(), e.type(), exprs(e.dimensions()), e.elements().map(this::exprs));
    }

    @Override
    public final Expr lambda(Expr.Lambda e) {
        return e;
    }

    @Override
    public final Expr methodReference(Expr.MethodReference e) {
        return e;
    }

    @Override
    public final Expr switchExpr(Expr.Switch e) {
        return new Expr.Switch(e.span(), e.type(), in(e.selector()), cases(e.cases()));
    }

    @Override
    public final Expr unreadable(Expr.Unreadable e) {
        return e;
    }
}
