package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.Optional;

/**
 * An update that adds to a local variable.
 *
 * @param step what is added; what is subtracted, negated
 */
record Update(Expr written, Var index, Expr step) {

    static Optional<Update> of(Expr e) {
        if (e instanceof Expr.Step s && s.target() instanceof Expr.Local local) {
            Expr one = new Expr.Literal(s.span(), Primitive.INT, Optional.of(s.delta()));
            return Optional.of(new Update(e, local.var(), one));
        }
        if (e instanceof Expr.Compound c && c.target() instanceof Expr.Local local) {
            return switch (c.operator()) {
                case ADD -> Optional.of(new Update(e, local.var(), c.value()));
                case SUBTRACT -> Optional.of(new Update(e, local.var(), negated(c.value(), local.var())));
                default -> Optional.empty();
            };
        }
        if (e instanceof Expr.Assign a
                && a.target() instanceof Expr.Local local
                && a.value() instanceof Expr.Binary b) {
            Var index = local.var();
            if (b.operator() == Operator.ADD && isLocal(b.left(), index)) {
                return Optional.of(new Update(e, index, b.right()));
            }
            if (b.operator() == Operator.ADD && isLocal(b.right(), index)) {
                return Optional.of(new Update(e, index, b.left()));
            }
            if (b.operator() == Operator.SUBTRACT && isLocal(b.left(), index)) {
                return Optional.of(new Update(e, index, negated(b.right(), index)));
            }
        }
        return Optional.empty();
    }

    /** {@code -e}, computed in the width in which the index is: {@code i - e} and {@code i + -e} then agree. */
    private static Expr negated(Expr e, Var index) {
        Type type =
                index.type() == Primitive.LONG || unboxed(e.type()) == Primitive.LONG ? Primitive.LONG : Primitive.INT;
        Optional<Object> value = Folding.constant(e)
                .flatMap(v -> Folding.convert(v, type))
                .flatMap(v -> Folding.unary(Expr.Unary.Sign.MINUS, v));
        if (value.isPresent() && isIntegral(e.type())) {
            return new Expr.Literal(e.span(), type, value);
        }
        Expr widened = e.type().equals(type) ? e : new Expr.Cast(e.span(), type, e);
        return isIntegral(e.type()) ? new Expr.Unary(e.span(), Expr.Unary.Sign.MINUS, widened, type) : e;
    }
    /** What an expression adds to a variable, if that is all it does. */
    static Optional<Expr> stepOf(Expr e, Var var) {
        return of(e).filter(u -> u.index().equals(var)).map(Update::step);
    }

    private static boolean isLocal(Expr e, Var var) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }

    static boolean isIntegral(Type type) {
        return unboxed(type).isIntegral();
    }

    static Type unboxed(Type type) {
        if (!(type instanceof Type.Ref ref)) {
            return type;
        }
        return switch (ref.name()) {
            case "java.lang.Byte" -> Primitive.BYTE;
            case "java.lang.Short" -> Primitive.SHORT;
            case "java.lang.Character" -> Primitive.CHAR;
            case "java.lang.Integer" -> Primitive.INT;
            case "java.lang.Long" -> Primitive.LONG;
            default -> type;
        };
    }
}
