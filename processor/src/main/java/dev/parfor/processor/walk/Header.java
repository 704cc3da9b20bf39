package dev.parfor.processor.walk;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parallel loop's own header, as it appears to one iteration. */
final class Header {

    private final LoopNest nest;
    private final Set<Var> assigned;
    private final Walk walk;
    private final Expressions expressions;
    private Optional<Poly> iterations = Optional.empty();
    private Optional<Value.Num> step = Optional.empty();
    private boolean countsExactly = true;
    private Fact.Exact[] startsExactly = {};
    private Value elements = Value.OTHER;

    /** @param assigned outer variables that the loop's body assigns */
    Header(LoopNest nest, Set<Var> assigned, Walk walk, Expressions expressions) {
        this.nest = nest;
        this.assigned = assigned;
        this.walk = walk;
        this.expressions = expressions;
    }

    /** What is evaluated once, before the loop, is no access of an iteration; but what its value rests on has to hold. */
    private Value before(Expr e) {
        walk.muted++;
        walk.guardsCount++;
        Value value = value(e);
        walk.guardsCount--;
        walk.muted--;
        return value;
    }

    /** Where evaluation ends here, by an exception or because it is not followed further, no iteration is known. */
    private Value value(Expr e) {
        State before = walk.now;
        Value value = expressions.eval(e);
        if (walk.now == null) {
            walk.refusals.add(new Refusal.Effect(Refusal.Effect.Kind.DEPTH, e.span(), "", List.of(), "header"));
            walk.now = before;
        }
        return value;
    }

    Atom.Index enter() {
        if (nest.header() instanceof LoopNest.Header.Counted counted) {
            return counted(counted);
        }
        if (nest.header() instanceof LoopNest.Header.EachOfArray each) {
            return eachOfArray(each);
        }
        return eachOfList((LoopNest.Header.EachOfList) nest.header());
    }

    /** The value at the beginning of an iteration of a variable that gains the same in each. */
    Value induction(Var v, Poly gain) {
        Poly initial = Poly.of(new Atom.Symbol(new Path.OfVar(v)));
        try {
            // A start that wraps is off by 2^32, which only an int does not notice.
            if (iterations.isPresent() && (countsExactly || v.type() == Type.Primitive.INT)) {
                return new Value.Num(initial.plus(gain.times(iterations.get())), (Type.Primitive) v.type());
            }
        } catch (ArithmeticException tooLarge) {
            return walk.top(v.type(), v.name());
        }
        return walk.top(v.type(), v.name());
    }

    /** What the index gains in an iteration, where it rises and that is a variable, or the like, that does not change. */
    Optional<Value.Num> step() {
        return step;
    }

    private Atom.Index counted(LoopNest.Header.Counted h) {
        if (!h.declaredInHeader() && h.index().type() instanceof Type.Primitive p) {
            // The value that it brings along, which start and bound may name.
            walk.now.locals.put(h.index(), new Value.Num(Poly.of(new Atom.Symbol(new Path.OfVar(h.index()))), p));
        }
        // The start is evaluated once, before the loop: no access of an iteration.
        Value start = before(h.start());
        int volatileReads = walk.volatileReads;
        Value bound = bound(h);
        Value step = value(h.step());
        boolean moves = walk.volatileReads != volatileReads
                || !h.boundOnce() && OuterVars.mentionedIn(h.bound()).stream().anyMatch(assigned::contains)
                || OuterVars.mentionedIn(h.step()).stream().anyMatch(assigned::contains);
        if (moves
                || AssignedVars.hasAssignment(h.start())
                || AssignedVars.hasAssignment(h.bound())
                || AssignedVars.hasAssignment(h.step())) {
            walk.refuse(new Refusal.Shape(
                    Refusal.Shape.Kind.BOUND_CHANGES, h.span(), h.bound().span().text(), Optional.empty()));
        }
        Type.Primitive type = (Type.Primitive) h.index().type();
        Optional<Long> constant = step instanceof Value.Num s && s.poly().isConstant()
                ? Optional.of(s.poly().constantTerm())
                : Optional.empty();
        Optional<Boolean> up = direction(h.relation(), constant);
        if (step instanceof Value.Num s
                && constant.isEmpty()
                && up.orElse(false)
                && s.poly().isInvariant()) {
            this.step = Optional.of(s);
            // Where it is not, the loop is not run.
            walk.assume(Fact.atLeastZero(s.poly().plus(-1), new Fact.Exact(s.poly(), s.bits())));
        }
        if (up.isEmpty() && constant.isPresent()) {
            walk.refuse(new Refusal.Shape(
                    Refusal.Shape.Kind.ENDLESS, h.span(), h.index().name(), Optional.empty()));
        }
        Optional<Poly> first = start instanceof Value.Num n ? Optional.of(n.poly()) : Optional.empty();
        Optional<Poly> last = bound instanceof Value.Num n && up.isPresent()
                ? last(h.relation(), n.poly(), up.get())
                : Optional.empty();
        boolean rising = up.orElse(true);
        Atom.Index index = new Atom.Index(
                0,
                h.index().name(),
                type,
                up.isPresent() ? (rising ? first : last) : Optional.empty(),
                up.isPresent() ? (rising ? last : first) : Optional.empty());
        Poly i = Poly.of(index);
        int bits = type == Type.Primitive.LONG ? 64 : 32;
        try {
            if (first.isPresent() && up.isPresent()) {
                walk.assume(Fact.atLeastZero(
                        rising ? i.minus(first.get()) : first.get().minus(i),
                        new Fact.Exact(first.get(), ((Value.Num) start).bits())));
            }
            for (Expr smaller : allOf(h.bound(), h.relation())) {
                Value one = before(smaller);
                if (one instanceof Value.Num n && up.isPresent()) {
                    Poly end = last(h.relation(), n.poly(), rising).orElseThrow();
                    walk.assume(
                            Fact.atLeastZero(rising ? end.minus(i) : i.minus(end), new Fact.Exact(n.poly(), n.bits())));
                }
            }
            if (last.isPresent()) {
                walk.assume(Fact.atLeastZero(
                        rising ? last.get().minus(i) : i.minus(last.get()),
                        new Fact.Exact(((Value.Num) bound).poly(), ((Value.Num) bound).bits())));
            }
            if (first.isPresent() && constant.isPresent() && up.isPresent()) {
                stride(i, first.get(), constant.get(), bits, ((Value.Num) start).bits());
            }
        } catch (ArithmeticException tooLarge) {
            iterations = Optional.empty();
        }
        walk.now.locals.put(h.index(), new Value.Num(i, type));
        return index;
    }

    private Value bound(LoopNest.Header.Counted h) {
        if (!h.boundOnce()) {
            return value(h.bound());
        }
        Map<Var, Value> now = new LinkedHashMap<>();
        for (Var v : OuterVars.mentionedIn(h.bound())) {
            if (assigned.contains(v) && v.type() instanceof Type.Primitive p) {
                now.put(v, walk.now.locals.get(v));
                walk.now.locals.put(v, new Value.Num(Poly.of(new Atom.Symbol(new Path.OfVar(v))), p));
            }
        }
        Value bound = value(h.bound());
        walk.now.locals.putAll(now);
        return bound;
    }

    /** {@code m} and {@code n} of {@code m < n ? m : n}, where that is what an index stays below; likewise above, and of more. */
    private static List<Expr> allOf(Expr bound, Operator relation) {
        boolean isChoice = bound instanceof Expr.Conditional choice
                && relation != Operator.NOT_EQUAL
                && choice.condition() instanceof Expr.Binary order
                && order.operator() == relation
                && order.left().equals(choice.whenTrue())
                && order.right().equals(choice.whenFalse());
        if (!isChoice) {
            return List.of();
        }
        Expr.Conditional c = (Expr.Conditional) bound;
        List<Expr> all = new ArrayList<>(List.of(c.whenTrue(), c.whenFalse()));
        all.addAll(allOf(c.whenTrue(), relation));
        all.addAll(allOf(c.whenFalse(), relation));
        return all;
    }

    private Optional<Boolean> direction(Operator relation, Optional<Long> step) {
        boolean upward = relation == Operator.LESS || relation == Operator.LESS_EQUAL;
        boolean downward = relation == Operator.GREATER || relation == Operator.GREATER_EQUAL;
        if (step.isEmpty()) {
            return upward ? Optional.of(true) : downward ? Optional.of(false) : Optional.empty();
        }
        if (step.get() == 0 || (upward && step.get() < 0) || (downward && step.get() > 0)) {
            return Optional.empty();
        }
        return Optional.of(step.get() > 0);
    }

    private Optional<Poly> last(Operator relation, Poly bound, boolean rising) {
        boolean inclusive = relation == Operator.LESS_EQUAL || relation == Operator.GREATER_EQUAL;
        return Optional.of(inclusive ? bound : bound.plus(rising ? -1 : 1));
    }

    private void stride(Poly i, Poly first, long step, int bits, int startBits) {
        countsExactly = walk.fits(first, startBits);
        startsExactly = new Fact.Exact[] {new Fact.Exact(first, startBits)};
        if (Math.abs(step) == 1) {
            iterations = Optional.of(step > 0 ? i.minus(first) : first.minus(i));
            return;
        }
        Poly gone = step > 0 ? i.minus(first) : first.minus(i);
        Poly most = Poly.of(walk.quotient(gone, Math.abs(step), true));
        Atom.Index count = new Atom.Index(
                walk.freshId(), "iteration", Type.Primitive.LONG, Optional.of(Poly.ZERO), Optional.of(most));
        Poly n = Poly.of(count);
        walk.assume(Fact.atLeastZero(n));
        walk.assume(Fact.zero(i.minus(first).minus(n.times(step)), new Fact.Exact(first, startBits)));
        iterations = Optional.of(n);
    }

    /**
     * Makes this an iteration that is earlier by so many, and that there is: for statements that are run ahead of it.
     *
     * @param index as {@link #enter} has returned it
     */
    void back(Atom.Index index, int by) {
        Poly i = Poly.of(index);
        iterations.ifPresent(done -> walk.assume(Fact.atLeastZero(done.plus(-by), startsExactly)));
        if (nest.header() instanceof LoopNest.Header.EachOfArray each) {
            element(each, elements, i.plus(-by));
        } else if (nest.header() instanceof LoopNest.Header.EachOfList each) {
            element(each, elements, i.plus(-by));
        } else if (nest.header() instanceof LoopNest.Header.Counted h
                && h.step() instanceof Expr.Literal l
                && l.value().orElse(0) instanceof Number step) {
            walk.now.locals.put(h.index(), new Value.Num(i.plus(-by * step.longValue()), (Type.Primitive)
                    h.index().type()));
        }
    }

    private Atom.Index eachOfArray(LoopNest.Header.EachOfArray h) {
        Value array = before(h.array());
        elements = array;
        Type.Array type = (Type.Array) h.array().type();
        Value length = new Arithmetic(walk).length(array, type);
        Optional<Poly> last =
                length instanceof Value.Num n ? Optional.of(n.poly().plus(-1)) : Optional.empty();
        Atom.Index index = positions(last);
        element(h, array, Poly.of(index));
        return index;
    }

    private void element(LoopNest.Header.EachOfArray h, Value array, Poly index) {
        Type.Array type = (Type.Array) h.array().type();
        Value element = walk.memory.readElement(
                array,
                type,
                new Value.Num(index, Type.Primitive.INT),
                type.element(),
                h.array().span());
        walk.stores.local(h.element(), Value.OTHER);
        walk.now.locals.put(h.element(), walk.convert(element, h.element().type()));
    }

    private Atom.Index eachOfList(LoopNest.Header.EachOfList h) {
        Value list = before(h.list());
        elements = list;
        if (h.source().orElse(null) instanceof LoopNest.Source.Reader reader) {
            walk.trust(
                    new Proof.Trusted(Proof.Trusted.SOURCE, reader.call().span().text(), ""));
        }
        Optional<LoopNest.Source.Collection> collection = h.source()
                .filter(s -> s instanceof LoopNest.Source.Collection)
                .map(s -> (LoopNest.Source.Collection) s);
        Set<Obj> collections = collection
                .map(c -> collections(c.elements(), new Path.OfVar(((Expr.Local) h.list()).var())))
                .orElse(Set.of());
        Optional<Expr> map = collection.flatMap(LoopNest.Source.Collection::map).filter(Header::isName);
        Set<Obj> maps = map.map(m -> Walk.objects(before(m), m.type())).orElse(Set.of());
        Atom.Index index = positions(Optional.empty());
        for (Obj object : collections) {
            Span at = collection.get().elements().span();
            walk.touch(new Cell.StateCell(object), false, at, true);
            new ListElements(walk).next(object, Poly.of(index), at);
        }
        maps.forEach(o -> walk.touch(new Cell.StateCell(o), false, map.get().span(), true));
        for (Obj object : Walk.objects(list, h.list().type())) {
            walk.touch(new Cell.StateCell(object), false, h.list().span(), true);
        }
        element(h, list, Poly.of(index));
        return index;
    }

    private void element(LoopNest.Header.EachOfList h, Value list, Poly index) {
        // What a list holds was there before.
        walk.stores.local(h.element(), Value.OTHER);
        boolean isEntry = h.source()
                .filter(s -> s instanceof LoopNest.Source.Collection c && c.isOfEntries(h.element()))
                .isPresent();
        if (isEntry) {
            walk.now.locals.put(
                    h.element(), Value.Ref.of(new Obj.Any(h.element().type(), true)));
            return;
        }
        Value element = new ListElements(walk)
                .get(list, h.list().type(), index, h.element().type(), h.list().span());
        walk.now.locals.put(h.element(), walk.convert(element, h.element().type()));
    }

    /**
     * What the elements are in. An expression that is more than a name is not looked at: it is evaluated where the loop begins, as in the
     * plain loop, before anything that is said of this one matters.
     */
    private Set<Obj> collections(Expr elements, Path list) {
        return isName(elements)
                ? Walk.objects(before(elements), elements.type())
                : Set.of(new Obj.Invariant(ElementsList.collection(list, elements.type())));
    }

    private static boolean isName(Expr elements) {
        boolean[] name = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                name[0] &= e instanceof Expr.Local || e instanceof Expr.FieldGet || e instanceof Expr.This;
            }
        }.scan(elements);
        return name[0];
    }

    private Atom.Index positions(Optional<Poly> last) {
        Atom.Index index = new Atom.Index(0, "index", Type.Primitive.INT, Optional.of(Poly.ZERO), last);
        Poly i = Poly.of(index);
        walk.assume(Fact.atLeastZero(i));
        last.ifPresent(l -> walk.assume(Fact.atLeastZero(l.minus(i))));
        iterations = Optional.of(i);
        return index;
    }
}
