package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out at the beginning of an iteration what memory is behind something shared. What is read on the way there is an access
 * like any other; the update itself is set apart, because it meets itself in all iterations and may.
 */
final class SharedReader {

    private final Walk walk;
    private final Expressions expressions;

    SharedReader(Walk walk, Expressions expressions) {
        this.walk = walk;
        this.expressions = expressions;
    }

    BodyWalker.SharedAccess read(Shared shared) {
        BodyWalker.SharedAccess read = switch (shared.kind()) {
            case PLACE -> place(shared);
            case ARRAY -> array(shared);
            case COLLECTION -> collection(shared);
        };
        if (shared.isObject()) {
            copy(shared);
        }
        return read;
    }

    /** From here on the array or collection is one that nobody else has. */
    void copy(Shared shared) {
        boolean rows = shared.var().type() instanceof Type.Array array && array.element() instanceof Type.Array;
        walk.now.locals.put(shared.var(), Value.Ref.of(new Obj.Fresh(walk.freshId(), veryType(shared), true, rows)));
    }

    /** The class that a collection is guarded to be of. */
    private static Type veryType(Shared shared) {
        Type type = shared.var().type();
        if (shared.className().isEmpty() || !(type instanceof Type.Ref ref)) {
            return type;
        }
        String name = shared.className().get();
        Set<String> supertypes = new LinkedHashSet<>(ref.supertypes());
        supertypes.add(name);
        return new Type.Ref(name, false, ref.isFinal(), supertypes, ref.trust());
    }

    private BodyWalker.SharedAccess collection(Shared shared) {
        Expr expression = shared.expression();
        Optional<Path> path = invariant(expressions.eval(expression));
        if (path.isEmpty()) {
            return new BodyWalker.SharedAccess(shared, path, Optional.empty());
        }
        if (!(expression.type() instanceof Type.Ref ref && ref.isFinal())) {
            walk.guard(new Guard.ExactClass(path.get(), shared.className().orElseThrow()));
        }
        Cell state = new Cell.StateCell(new Obj.Invariant(path.get()));
        return new BodyWalker.SharedAccess(
                shared, path, taken(() -> walk.touch(state, true, expression.span(), false)));
    }

    private BodyWalker.SharedAccess array(Shared shared) {
        Expr array = shared.expression();
        Value value = expressions.eval(array);
        Type.Array type = (Type.Array) array.type();
        // A field of this type will hold what the path leads to.
        Optional<Path> path = invariant(value).filter(p -> p.type() instanceof Type.Array);
        boolean rows = path.isPresent() && type.element() instanceof Type.Array;
        Value updated = rows ? anyRow(value, path.get(), type, array.span()) : value;
        Type updatedType = rows ? type.element() : type;
        Type element = ((Type.Array) updatedType).element();
        Optional<Access> access = path.isEmpty()
                ? Optional.empty()
                : taken(() -> walk.memory.writeElement(
                        updated,
                        updatedType,
                        walk.unknown("any", Type.Primitive.INT),
                        element,
                        Value.OTHER,
                        array.span(),
                        false));
        return new BodyWalker.SharedAccess(shared, path, access);
    }

    /** A row that only the data knows. The copies have as many rows as the array has elements: it has to be the same for that. */
    private Value anyRow(Value array, Path path, Type.Array type, Span at) {
        walk.guard(new Guard.DistinctRows(path, 1));
        Value any = new Value.Num(walk.unknown("any", Type.Primitive.INT), Type.Primitive.INT);
        return walk.memory.readElement(array, type, any, type.element(), at);
    }

    private BodyWalker.SharedAccess place(Shared shared) {
        if (shared.expression() instanceof Expr.ArrayGet cell) {
            return cell(shared, cell);
        }
        Expr.FieldGet get = (Expr.FieldGet) shared.expression();
        FieldRef field = get.field();
        if (field.isStatic()) {
            Optional<Access> access = taken(() -> expressions.calls().statics().write(field, get.span()));
            return new BodyWalker.SharedAccess(shared, Optional.of(new Path.OfStatic(field)), access);
        }
        Expr receiver = get.receiver().orElseThrow();
        Value object = expressions.eval(receiver);
        Optional<Path> path = invariant(object).map(base -> new Path.OfField(base, field));
        Optional<Access> access = path.isEmpty()
                ? Optional.empty()
                : taken(() -> walk.memory.writeField(object, receiver.type(), field, Value.OTHER, get.span()));
        return new BodyWalker.SharedAccess(shared, path, access);
    }

    private BodyWalker.SharedAccess cell(Shared shared, Expr.ArrayGet cell) {
        Value array = expressions.eval(cell.array());
        Value at = walk.convert(expressions.eval(cell.index()), Type.Primitive.INT);
        Optional<Path> index = at instanceof Value.Num n ? index(n.poly()) : Optional.empty();
        Optional<Path> path = invariant(array).flatMap(base -> index.map(i -> new Path.Element(base, i, cell.type())));
        Optional<Access> access = path.isEmpty()
                ? Optional.empty()
                : taken(() -> walk.memory.writeElement(
                        array,
                        cell.array().type(),
                        ((Value.Num) at).poly(),
                        cell.type(),
                        Value.OTHER,
                        cell.span(),
                        false));
        return new BodyWalker.SharedAccess(shared, path, access);
    }

    private static Optional<Path> invariant(Value value) {
        return value instanceof Value.Ref ref
                        && ref.objects().size() == 1
                        && ref.objects().iterator().next() instanceof Obj.Invariant object
                ? Optional.of(object.path())
                : Optional.empty();
    }

    /** A number, or a path of its own. */
    private static Optional<Path> index(Poly poly) {
        if (poly.isConstant()) {
            return Optional.of(new Path.Constant(poly.constantTerm()));
        }
        boolean single = poly.terms().size() == 1 && poly.terms().get(0).coefficient() == 1;
        if (!single) {
            return Optional.empty();
        }
        List<Atom> atoms = poly.monomials().iterator().next().atoms();
        return atoms.size() == 1 && atoms.get(0) instanceof Atom.Symbol symbol
                ? Optional.of(symbol.path())
                : Optional.empty();
    }

    /** The one access that an action records, taken out of the others. */
    private Optional<Access> taken(Runnable action) {
        int before = walk.accesses.size();
        action.run();
        if (walk.accesses.size() != before + 1) {
            return Optional.empty();
        }
        return Optional.of(walk.accesses.remove(before));
    }
}
