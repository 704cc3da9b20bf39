package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two expressions that are spelled alike give equal values, evaluated in one iteration with no write between them: they are made
 * of locals, fields, elements, arithmetic, what texts and numbers say of themselves, and of methods that return such an expression.
 */
record Steady(Bodies bodies) {

    private static final int DEEPEST = 4;

    private static final Set<String> OF_TEXT = Set.of(
            "length",
            "charAt",
            "isEmpty",
            "isBlank",
            "toLowerCase",
            "toUpperCase",
            "trim",
            "strip",
            "substring",
            "startsWith",
            "endsWith",
            "contains",
            "indexOf",
            "lastIndexOf",
            "equals",
            "equalsIgnoreCase",
            "compareTo",
            "hashCode",
            "concat",
            "toString");

    private static final Set<String> OF_NUMBERS = Set.of(
            "valueOf",
            "parseInt",
            "parseLong",
            "parseDouble",
            "toString",
            "isDigit",
            "isLetter",
            "isLetterOrDigit",
            "isUpperCase",
            "isLowerCase",
            "isWhitespace",
            "toLowerCase",
            "toUpperCase",
            "getNumericValue",
            "bitCount",
            "signum",
            "compare",
            "intValue",
            "longValue",
            "doubleValue",
            "charValue",
            "hashCode");

    private static final Set<String> NUMBERS = Set.of(
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Character",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Boolean");

    /** Whether both are the same, and steady. */
    boolean same(Expr a, Expr b) {
        return a.getClass() == b.getClass() && Spelling.text(a).equals(Spelling.text(b)) && is(a);
    }

    boolean is(Expr e) {
        return is(e, DEEPEST);
    }

    private boolean is(Expr e, int deepest) {
        boolean[] steady = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                steady[0] &= inner instanceof Expr.Literal
                        || inner instanceof Expr.Local
                        || inner instanceof Expr.This
                        || inner instanceof Expr.FieldGet f && !f.field().isVolatile()
                        || inner instanceof Expr.ArrayGet
                        || inner instanceof Expr.ArrayLength
                        || inner instanceof Expr.Unary
                        || inner instanceof Expr.Binary
                        || inner instanceof Expr.Cast
                        || inner instanceof Expr.Call call && isSteady(call, deepest);
            }
        }.scan(e);
        return steady[0];
    }

    private boolean isSteady(Expr.Call call, int deepest) {
        MethodRef m = call.method();
        if (m.owner().equals("java.lang.String")) {
            return call.receiver().isPresent() && OF_TEXT.contains(m.name());
        }
        if (m.owner().equals("java.lang.Math")) {
            return !m.name().equals("random");
        }
        if (NUMBERS.contains(m.owner())) {
            return OF_NUMBERS.contains(m.name());
        }
        boolean exact = call.exact()
                || m.isExact()
                || call.receiver()
                        .filter(r -> r.type() instanceof Type.Ref ref && ref.isFinal())
                        .isPresent();
        return exact
                && deepest > 0
                && !Bodies.isJdk(m.owner())
                && bodies.of(m)
                        .flatMap(b -> returned(b.body()))
                        .filter(e -> is(e, deepest - 1))
                        .isPresent();
    }

    /** What a body returns that does nothing else. */
    private static Optional<Expr> returned(Stmt body) {
        List<Stmt> statements = body instanceof Stmt.Block block ? block.statements() : List.of(body);
        return statements.size() == 1 && statements.get(0) instanceof Stmt.Return result
                ? result.value()
                : Optional.empty();
    }
}
