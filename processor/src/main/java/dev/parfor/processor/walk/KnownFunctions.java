package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions from outside the body whose text is in sight: locals and static final fields that never hold another one. */
final class KnownFunctions {

    private final Walk walk;
    private final Map<Var, Expr> locals;

    /** Those asked for so far. */
    private final Set<Expr> outside = Collections.newSetFromMap(new IdentityHashMap<>());

    /** {@code this} of the annotated method. */
    private final Optional<Value> self;

    KnownFunctions(Walk walk, LoopNest nest, Optional<Value> self) {
        this.walk = walk;
        this.self = self;
        this.locals = nest.surroundings().functions();
    }

    /** None but those of fields. */
    KnownFunctions(Walk walk) {
        this.walk = walk;
        this.self = Optional.empty();
        this.locals = Map.of();
    }

    /** Whether the text of a function stands outside of the loop, so that messages about it belong to the call. */
    boolean areOutside(Expr function) {
        return outside.contains(function);
    }

    /**
     * What a local of the annotated method holds. What its lambda has captured are locals that never change, and those hold in the
     * loop what they held when it was made.
     */
    Optional<Value> of(Var v) {
        Expr function = walk.outer.contains(v) ? locals.get(v) : null;
        if (function == null) {
            return Optional.empty();
        }
        Map<Var, Value> captured = new HashMap<>();
        for (Var mentioned : OuterVars.mentionedIn(function)) {
            if (mentioned.trust().scratch().isPresent()) {
                // The lambda has the array itself, the loop has copies.
                return Optional.empty();
            }
            if (walk.outer.contains(mentioned)) {
                captured.put(mentioned, walk.unchanged(mentioned));
            }
        }
        outside.add(function);
        return Optional.of(new Value.Function(function, self, captured));
    }

    /** What a static final field holds, where that is a function by the text of its declaration. */
    Optional<Value> of(FieldRef field) {
        if (!field.isStatic()
                || !field.isFinal()
                || !field.ownerInSource()
                || !field.type().isReference()) {
            return Optional.empty();
        }
        Optional<Value.Function> function =
                walk.bodies.initializer(field.owner()).flatMap(code -> declared(code, field));
        function.ifPresent(f -> outside.add(f.written()));
        return function.map(f -> f);
    }

    private static Optional<Value.Function> declared(Stmt code, FieldRef field) {
        if (!(code instanceof Stmt.Block block)) {
            return Optional.empty();
        }
        for (Stmt s : block.statements()) {
            boolean sets = s instanceof Stmt.Eval e
                    && e.expression() instanceof Expr.Assign a
                    && a.target() instanceof Expr.FieldGet f
                    && f.field().equals(field);
            if (sets) {
                Expr value = ((Expr.Assign) ((Stmt.Eval) s).expression()).value();
                boolean function = value instanceof Expr.Lambda
                        || value instanceof Expr.MethodReference r
                                && r.receiver().isEmpty();
                return function ? Optional.of(new Value.Function(value, Optional.empty(), Map.of())) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
