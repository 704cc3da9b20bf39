package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.Optional;

/**
 * Integer operators on polynomials.
 *
 * <p>Addition, subtraction, multiplication and left shift keep congruence modulo 2 to the width, so they need no proof. Division,
 * right shift, remainder and masks introduce the quotient as an unknown with the facts that define it, where the operand's
 * value is exact.
 */
final class Arithmetic {

    private final Walk walk;

    Arithmetic(Walk walk) {
        this.walk = walk;
    }

    /** Binary numeric promotion; of shifts, the left operand's. */
    static Type promoted(Operator operator, Type left, Type right) {
        Type a = unboxed(left);
        Type b = operator == Operator.SHIFT_LEFT
                        || operator == Operator.SHIFT_RIGHT
                        || operator == Operator.SHIFT_RIGHT_UNSIGNED
                ? Type.Primitive.INT
                : unboxed(right);
        for (Type.Primitive p : new Type.Primitive[] {
            Type.Primitive.DOUBLE, Type.Primitive.FLOAT, Type.Primitive.LONG, Type.Primitive.BOOLEAN
        }) {
            if (a == p || b == p) {
                return p;
            }
        }
        return Type.Primitive.INT;
    }

    static Type unboxed(Type type) {
        if (type instanceof Type.Ref ref) {
            return switch (ref.name()) {
                case "java.lang.Integer" -> Type.Primitive.INT;
                case "java.lang.Long" -> Type.Primitive.LONG;
                case "java.lang.Short" -> Type.Primitive.SHORT;
                case "java.lang.Byte" -> Type.Primitive.BYTE;
                case "java.lang.Character" -> Type.Primitive.CHAR;
                case "java.lang.Boolean" -> Type.Primitive.BOOLEAN;
                case "java.lang.Float" -> Type.Primitive.FLOAT;
                case "java.lang.Double" -> Type.Primitive.DOUBLE;
                default -> type;
            };
        }
        return type;
    }

    Value length(Value array, Type arrayType) {
        Value result = null;
        for (Obj object : Walk.objects(array, arrayType)) {
            Optional<Path> fixed = object instanceof Obj.Invariant base
                    ? Optional.of(base.path())
                    : walk.privates.original(object).map(Path.OfVar::new);
            Value one = fixed.isPresent()
                    ? Walk.at(new Path.Length(fixed.get()))
                    : new Value.Num(walk.lengthOf(object), Type.Primitive.INT);
            result = result == null ? one : walk.join(result, one, Type.Primitive.INT);
        }
        return result == null ? walk.top(Type.Primitive.INT, "length") : result;
    }

    Value unary(Expr.Unary.Sign sign, Value operand, Type type) {
        if (!(type instanceof Type.Primitive p) || !p.isIntegral()) {
            return Value.OTHER;
        }
        Value v = walk.convert(operand, p);
        if (!(v instanceof Value.Num n)) {
            return walk.top(type, "unary");
        }
        try {
            return switch (sign) {
                case PLUS -> v;
                case MINUS -> new Value.Num(n.poly().negated(), p);
                case COMPLEMENT -> new Value.Num(n.poly().negated().plus(-1), p);
                case NOT -> Value.OTHER;
            };
        } catch (ArithmeticException tooLarge) {
            return walk.top(type, "unary");
        }
    }

    Value binary(Operator operator, Value left, Type leftType, Value right, Type rightType, Type type) {
        if (!(type instanceof Type.Primitive p) || !p.isIntegral()) {
            return type.isReference() ? walk.top(type, "value") : Value.OTHER;
        }
        boolean shift = operator == Operator.SHIFT_LEFT
                || operator == Operator.SHIFT_RIGHT
                || operator == Operator.SHIFT_RIGHT_UNSIGNED;
        Value a = walk.convert(left, p);
        Value b = shift ? right : walk.convert(right, p);
        if (!(a instanceof Value.Num x) || !(b instanceof Value.Num y)) {
            return walk.top(type, "computed");
        }
        try {
            Optional<Poly> result = poly(operator, x.poly(), y.poly(), p);
            // The same of the same is the same: a bound that is computed anew in each test is one bound.
            return new Value.Num(result.orElseGet(() -> walk.computed(operator, x, y, p)), p);
        } catch (ArithmeticException tooLarge) {
            return walk.top(type, "computed");
        }
    }

    private Optional<Poly> poly(Operator operator, Poly x, Poly y, Type.Primitive type) {
        switch (operator) {
            case ADD:
                return Optional.of(x.plus(y));
            case SUBTRACT:
                return Optional.of(x.minus(y));
            case MULTIPLY:
                return Optional.of(x.times(y));
            case SHIFT_LEFT:
                return constantIn(y, 0, Math.min(62, type.bits() - 1)).map(k -> x.times(1L << k));
            case SHIFT_RIGHT:
                return constantIn(y, 0, 30)
                        .flatMap(k -> wholeQuotient(x, 1L << k, type).or(() -> floorQuotient(x, 1L << k, type.bits())));
            case SHIFT_RIGHT_UNSIGNED:
                return constantIn(y, 0, 30)
                        .filter(k -> isNatural(x, type.bits()))
                        .flatMap(k -> floorQuotient(x, 1L << k, type.bits()));
            case DIVIDE:
                return constantIn(y, 1, Integer.MAX_VALUE)
                        .flatMap(c -> wholeQuotient(x, c, type)
                                .or(() -> isNatural(x, type.bits())
                                        ? floorQuotient(x, c, type.bits())
                                        : truncatedQuotient(x, c, type)))
                        .or(() -> sharedQuotient(x, y, type));
            case REMAINDER:
                return constantIn(y, 1, Integer.MAX_VALUE)
                        .flatMap(c -> remainder(x, c, type.bits()))
                        .or(() -> sharedRemainder(x, y, type));
            case AND, OR, XOR:
                return constantIn(y, Integer.MIN_VALUE, Integer.MAX_VALUE)
                        .flatMap(m -> new Masks(walk).of(operator, x, m))
                        .or(() -> constantIn(x, Integer.MIN_VALUE, Integer.MAX_VALUE)
                                .flatMap(m -> new Masks(walk).of(operator, y, m)));
            default:
                return Optional.empty();
        }
    }

    private static Optional<Long> constantIn(Poly p, long least, long most) {
        return p.isConstant() && p.constantTerm() >= least && p.constantTerm() <= most
                ? Optional.of(p.constantTerm())
                : Optional.empty();
    }

    private boolean isNatural(Poly x, int bits) {
        return walk.fits(x, bits) && walk.prover.implies(walk.soundFacts(), x);
    }

    /** The {@code q} with {@code divisor*q <= x < divisor*(q + 1)}; needs the exact value of {@code x}. */
    private Optional<Poly> floorQuotient(Poly x, long divisor, int bits) {
        if (divisor == 1) {
            return Optional.of(x);
        }
        if (!walk.fits(x, bits)) {
            return Optional.empty();
        }
        Atom.Unknown q = walk.quotient(x, divisor, true);
        Poly low = Poly.of(q).times(divisor);
        walk.assume(Fact.atLeastZero(x.minus(low)));
        walk.assume(Fact.atLeastZero(low.plus(divisor - 1).minus(x)));
        return Optional.of(Poly.of(q));
    }

    /**
     * Java's division of an {@code int} of unknown sign, which rounds towards zero. With {@code s = 1} for a negative {@code x}
     * and 0 otherwise: {@code c*q <= x + (c - 1)*s} and {@code c*q >= x - (c - 1)*(1 - s)}.
     */
    private Optional<Poly> truncatedQuotient(Poly x, long divisor, Type.Primitive type) {
        if (type.bits() > 32 || !walk.fits(x, 32)) {
            return Optional.empty();
        }
        Atom.Unknown q = walk.quotient(x, divisor, false);
        // Its sign is numbered after it, so that one quotient has one.
        Poly s = Poly.of(new Atom.Unknown(q.id(), "negative", 0, 1, true).computedFrom(x));
        Poly multiple = Poly.of(q).times(divisor);
        long most = divisor - 1;
        walk.assume(Fact.atLeastZero(x.plus(s.times(1L << 31))));
        walk.assume(Fact.atLeastZero(s.times(-(1L << 31)).plus((1L << 31) - 1).minus(x)));
        walk.assume(Fact.atLeastZero(x.plus(s.times(most)).minus(multiple)));
        walk.assume(Fact.atLeastZero(multiple.minus(x).plus(s.negated().plus(1).times(most))));
        return Optional.of(Poly.of(q));
    }

    /**
     * {@code i*(i + 1)/2}: what is a multiple whatever its unknowns are has nothing left of it, as long as it does not wrap around. A number
     * that has wrapped around keeps its last bits, so both kinds of rounding give one quotient of it by a power of two.
     */
    private Optional<Poly> wholeQuotient(Poly x, long divisor, Type.Primitive type) {
        boolean hasProduct = x.monomials().stream().anyMatch(m -> m.atoms().size() > 1 && m.isVarying());
        if (!hasProduct || type.bits() < Integer.SIZE || !Multiples.isMultiple(x, divisor)) {
            return Optional.empty();
        }
        Poly q = Poly.of(walk.quotient(x, Poly.constant(divisor), type));
        walk.assume(Fact.zero(x.minus(q.times(divisor)), new Fact.Exact(x, type.bits())));
        return Optional.of(q);
    }

    /** By a number, or something that no iteration changes: quotients by one divisor have the order of their dividends. */
    private Optional<Poly> sharedQuotient(Poly x, Poly y, Type.Primitive type) {
        boolean fixed = y.isConstant() ? y.constantTerm() > 0 : y.isInvariant();
        return fixed && !x.isInvariant() && type.bits() >= Integer.SIZE
                ? Optional.of(Poly.of(walk.quotient(x, y, type)))
                : Optional.empty();
    }

    /** By something that no iteration changes: what is left of the dividend without the multiple of the divisor. */
    private Optional<Poly> sharedRemainder(Poly x, Poly y, Type.Primitive type) {
        if (y.isConstant() || !y.isInvariant() || x.isInvariant() || type.bits() != Integer.SIZE) {
            return Optional.empty();
        }
        Poly r = walk.computed(Operator.REMAINDER, new Value.Num(x, type), new Value.Num(y, type), type);
        Poly multiple = Poly.of(walk.quotient(x, y, type)).times(y);
        walk.assume(
                Fact.zero(x.minus(multiple).minus(r), new Fact.Exact(x, type.bits()), new Fact.Exact(y, type.bits())));
        return Optional.of(r);
    }

    private Optional<Poly> remainder(Poly x, long divisor, int bits) {
        if (isNatural(x, bits)) {
            return floorQuotient(x, divisor, bits).map(q -> x.minus(q.times(divisor)));
        }
        Poly r = Poly.of(new Atom.Unknown(walk.freshId(), "remainder", -(divisor - 1), divisor - 1).computedFrom(x));
        Poly q = walk.unknown("quotient", Long.MIN_VALUE, Long.MAX_VALUE);
        Poly rest = x.minus(q.times(divisor)).minus(r);
        // What a value loses that wraps is a multiple of a power of two.
        boolean ofWrapped = Long.bitCount(divisor) == 1;
        walk.assume(ofWrapped ? Fact.zero(rest) : Fact.zero(rest, new Fact.Exact(x, bits)));
        return Optional.of(r);
    }
}
