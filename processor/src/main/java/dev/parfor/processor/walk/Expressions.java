package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates expressions in Java's order, with their effects. */
final class Expressions implements Expr.Visitor<Value> {

    private final Walk walk;
    private final Conditions conditions;
    private final Arithmetic arithmetic;
    private final Calls calls;
    private Statements statements;

    Expressions(Walk walk) {
        this.walk = walk;
        this.conditions = new Conditions(walk, this);
        this.arithmetic = new Arithmetic(walk);
        this.calls = new Calls(walk, this);
    }

    void connect(Statements toStatements) {
        this.statements = toStatements;
    }

    Conditions conditions() {
        return conditions;
    }

    Calls calls() {
        return calls;
    }

    Statements statements() {
        return statements;
    }

    Value eval(Expr e) {
        if (walk.now == null || !walk.step(e.span())) {
            return Value.OTHER;
        }
        Value value = e.accept(this);
        return value;
    }

    /** As a statement: nobody uses the value. */
    void evalDiscarded(Expr e) {
        calls.discard(e);
        eval(e);
    }

    static Value literal(Object constant, Type type) {
        if (type instanceof Type.Primitive p && p.isIntegral()) {
            long number = constant instanceof Character c ? c : ((Number) constant).longValue();
            return new Value.Num(Poly.constant(number), p);
        }
        return type.isReference() ? Value.Ref.of(new Obj.Any(type)) : Value.OTHER;
    }

    @Override
    public Value literal(Expr.Literal e) {
        if (e.value().isEmpty()) {
            return new Value.Ref(java.util.Set.of());
        }
        return literal(e.value().get(), e.type());
    }

    @Override
    public Value local(Expr.Local e) {
        Var v = e.var();
        if (walk.now.carried.contains(v) && walk.muted == 0 && !walk.handed.contains(v)) {
            walk.carriedUses.add(new CarriedUse(v, walk.root(e.span()), walk.now.certain));
        }
        Value known = walk.now.locals.get(v);
        if (known == null) {
            known = walk.unchanged(v);
            walk.now.locals.put(v, known);
        }
        return known;
    }

    @Override
    public Value self(Expr.This e) {
        return e.outer()
                ? Value.Ref.of(new Obj.Any(e.type()))
                : walk.self.orElseGet(() -> Value.Ref.of(new Obj.Any(e.type())));
    }

    @Override
    public Value fieldGet(Expr.FieldGet e) {
        if (e.receiver().isEmpty() || e.field().isStatic()) {
            e.receiver().ifPresent(this::eval);
            return calls.statics().read(e.field(), e.span());
        }
        Value receiver = eval(e.receiver().get());
        return walk.now == null
                ? Value.OTHER
                : walk.memory.readField(receiver, e.receiver().get().type(), e.field(), e.span());
    }

    @Override
    public Value arrayGet(Expr.ArrayGet e) {
        Value array = eval(e.array());
        Value index = walk.now == null ? Value.OTHER : index(eval(e.index()));
        return walk.now == null
                ? Value.OTHER
                : walk.memory.readElement(array, e.array().type(), index, e.type(), e.span());
    }

    private Value index(Value v) {
        return walk.now == null ? v : walk.convert(v, Type.Primitive.INT);
    }

    @Override
    public Value arrayLength(Expr.ArrayLength e) {
        Value array = eval(e.array());
        return walk.now == null
                ? Value.OTHER
                : arithmetic.length(array, e.array().type());
    }

    @Override
    public Value assign(Expr.Assign e) {
        Place place = place(e.target());
        Value value = eval(e.value());
        if (walk.now == null) {
            return Value.OTHER;
        }
        Value converted = walk.convert(value, e.target().type());
        store(place, converted, e.target().span());
        return converted;
    }

    @Override
    public Value compound(Expr.Compound e) {
        Place place = place(e.target());
        Value old = load(place);
        Value right = eval(e.value());
        if (walk.now == null) {
            return Value.OTHER;
        }
        Value result;
        if (e.operator() == Operator.CONCATENATE || e.target().type().isClass("java.lang.String")) {
            calls.concatenated(e.value(), right);
            result = Value.Ref.of(new Obj.Any(e.target().type()));
        } else {
            Type type = Arithmetic.promoted(
                    e.operator(), e.target().type(), e.value().type());
            result = arithmetic.binary(
                    e.operator(), old, e.target().type(), right, e.value().type(), type);
            result = walk.convert(result, e.target().type());
        }
        store(place, result, e.target().span());
        return result;
    }

    @Override
    public Value step(Expr.Step e) {
        Place place = place(e.target());
        Value old = load(place);
        if (walk.now == null) {
            return Value.OTHER;
        }
        Type type = e.target().type();
        Value one = new Value.Num(Poly.constant(e.delta()), Type.Primitive.INT);
        Value result = arithmetic.binary(
                Operator.ADD,
                old,
                type,
                one,
                Type.Primitive.INT,
                Arithmetic.promoted(Operator.ADD, type, Type.Primitive.INT));
        result = walk.convert(result, type);
        store(place, result, e.target().span());
        return e.prefix() ? result : old;
    }

    /** An update under a lock: its own read and write of the cell are marked as such, its operands are evaluated as always. */
    void update(GuardedUpdate u) {
        Place place = place(u.target());
        evalAll(u.operands());
        if (walk.now == null) {
            return;
        }
        walk.sections.updating(u.operation(), () -> {
            if (!u.operation().startsWith("=")) {
                load(place);
            }
            store(place, walk.top(u.target().type(), "updated"), u.target().span());
        });
    }

    /** An evaluated target of an assignment. */
    private record Place(Expr target, Value container, Value index) {}

    private Place place(Expr target) {
        if (target instanceof Expr.ArrayGet a) {
            Value array = eval(a.array());
            Value index = walk.now == null ? Value.OTHER : index(eval(a.index()));
            return new Place(target, array, index);
        }
        if (target instanceof Expr.FieldGet f
                && f.receiver().isPresent()
                && !f.field().isStatic()) {
            return new Place(target, eval(f.receiver().get()), Value.OTHER);
        }
        return new Place(target, Value.OTHER, Value.OTHER);
    }

    private Value load(Place place) {
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (place.target() instanceof Expr.ArrayGet a) {
            return walk.memory.readElement(place.container(), a.array().type(), place.index(), a.type(), a.span());
        }
        if (place.target() instanceof Expr.FieldGet f) {
            return f.field().isStatic() || f.receiver().isEmpty()
                    ? calls.statics().read(f.field(), f.span())
                    : walk.memory.readField(
                            place.container(), f.receiver().get().type(), f.field(), f.span());
        }
        return eval(place.target());
    }

    private void store(Place place, Value value, Span at) {
        if (walk.now == null) {
            return;
        }
        if (place.target() instanceof Expr.ArrayGet a) {
            walk.memory.writeElement(place.container(), a.array().type(), place.index(), a.type(), value, at);
        } else if (place.target() instanceof Expr.FieldGet f) {
            if (f.field().isStatic() || f.receiver().isEmpty()) {
                walk.escape(value, at);
                calls.statics().write(f.field(), at);
            } else {
                walk.memory.writeField(place.container(), f.receiver().get().type(), f.field(), value, at);
            }
        } else if (place.target() instanceof Expr.Local local) {
            if (walk.outer.contains(local.var())) {
                walk.escape(value, at);
            }
            walk.stores.local(local.var(), value);
            walk.now.locals.put(local.var(), value);
            walk.now.carried.remove(local.var());
        } else {
            walk.refuse(new Refusal.Shape(Refusal.Shape.Kind.UNREAD, walk.root(at), "assignment", Optional.empty()));
        }
    }

    @Override
    public Value unary(Expr.Unary e) {
        if (e.sign() == Expr.Unary.Sign.NOT) {
            return conditions.asValue(e);
        }
        Value v = eval(e.operand());
        return walk.now == null ? Value.OTHER : arithmetic.unary(e.sign(), v, e.type());
    }

    @Override
    public Value binary(Expr.Binary e) {
        if (e.operator() == Operator.CONDITIONAL_AND || e.operator() == Operator.CONDITIONAL_OR) {
            return conditions.asValue(e);
        }
        Value left = eval(e.left());
        Value right = eval(e.right());
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (e.operator() == Operator.EQUAL || e.operator() == Operator.NOT_EQUAL) {
            walk.escapeCompared(e, left, right);
        }
        if (e.operator() == Operator.CONCATENATE) {
            calls.concatenated(e.left(), left);
            calls.concatenated(e.right(), right);
            return Value.Ref.of(new Obj.Any(e.type()));
        }
        return arithmetic.binary(
                e.operator(), left, e.left().type(), right, e.right().type(), e.type());
    }

    @Override
    public Value conditional(Expr.Conditional e) {
        boolean certain = walk.now.certain;
        Conditions.Split split = conditions.split(e.condition());
        walk.now = split.whenTrue();
        Value a = walk.now == null ? null : converted(eval(e.whenTrue()), e.type());
        State afterTrue = walk.now;
        walk.now = split.whenFalse();
        Value b = walk.now == null ? null : converted(eval(e.whenFalse()), e.type());
        State afterFalse = walk.now;
        walk.now = walk.join(afterTrue, afterFalse);
        walk.restore(certain);
        if (walk.now == null) {
            return Value.OTHER;
        }
        if (afterTrue == null || a == null) {
            return b == null ? walk.top(e.type(), "conditional") : b;
        }
        if (afterFalse == null || b == null) {
            return a;
        }
        Value left = a;
        return conditions.extreme(split, a, b, e.type()).orElseGet(() -> walk.join(left, b, e.type()));
    }

    private Value converted(Value v, Type type) {
        return walk.now == null ? v : walk.convert(v, type);
    }

    @Override
    public Value cast(Expr.Cast e) {
        Value v = eval(e.operand());
        if (walk.now != null && e.type() == Type.Primitive.INT && Squares.isRoot(e.operand())) {
            return new Value.Num(walk.unknown("root", 0, 46_340), Type.Primitive.INT);
        }
        return walk.now == null ? Value.OTHER : walk.convert(v, e.type());
    }

    @Override
    public Value instanceOf(Expr.InstanceOf e) {
        return conditions.asValue(e);
    }

    @Override
    public Value call(Expr.Call e) {
        return calls.call(e);
    }

    @Override
    public Value create(Expr.New e) {
        return calls.create(e);
    }

    @Override
    public Value newArray(Expr.NewArray e) {
        e.dimensions().forEach(this::eval);
        boolean nested = e.dimensions().size() > 1;
        Obj.Fresh array = new Obj.Fresh(walk.freshId(), e.type(), true, nested);
        Value made = Value.Ref.of(array);
        int index = 0;
        for (Expr element : e.elements().orElse(List.of())) {
            Value value = eval(element);
            if (walk.now != null && e.type() instanceof Type.Array a) {
                Value at = new Value.Num(Poly.constant(index++), Type.Primitive.INT);
                walk.memory.writeElement(
                        made, e.type(), at, a.element(), walk.convert(value, a.element()), element.span());
            }
        }
        return walk.now == null ? Value.OTHER : made;
    }

    @Override
    public Value lambda(Expr.Lambda e) {
        return new Value.Function(e, walk.self, walk.now.locals);
    }

    @Override
    public Value methodReference(Expr.MethodReference e) {
        Value receiver = e.receiver().isPresent() ? eval(e.receiver().get()) : Value.OTHER;
        return new Value.Function(e, Optional.of(receiver), java.util.Map.of());
    }

    @Override
    public Value switchExpr(Expr.Switch e) {
        return statements.switchValue(e);
    }

    @Override
    public Value unreadable(Expr.Unreadable e) {
        walk.refuse(new Refusal.Shape(Refusal.Shape.Kind.UNREAD, walk.root(e.span()), e.kind(), Optional.empty()));
        return walk.top(e.type(), "unread");
    }

    List<Value> evalAll(List<Expr> arguments) {
        List<Value> values = new ArrayList<>();
        for (Expr argument : arguments) {
            values.add(eval(argument));
        }
        return values;
    }
}
