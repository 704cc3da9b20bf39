package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A node where ways meet: behind a branch or loop, or the head of a loop. What differs between the ways becomes a variable that each of
 * them assigns before it arrives.
 */
final class Target {

    private final Span span;
    private final BiFunction<String, Type, Var> variables;
    private final List<Values> arrivals = new ArrayList<>();
    private final Map<Integer, Var> merged = new TreeMap<>();

    final int node;
    final int id;
    final boolean isHead;

    /** Whether some way comes here by a jump. */
    boolean isJumpedTo;

    Target(int node, int id, boolean isHead, Span span, BiFunction<String, Type, Var> variables) {
        this.node = node;
        this.id = id;
        this.isHead = isHead;
        this.span = span;
        this.variables = variables;
    }

    /** The statements that an arriving way ends with. */
    Supplier<List<Stmt>> arrive(Values values) {
        Values then = values.copy();
        arrivals.add(then);
        return () -> assignments(then);
    }

    boolean isReached() {
        return !arrivals.isEmpty();
    }

    /** Behind the meeting: called when all ways have arrived. */
    Values meet() {
        Values met = arrivals.get(0).copy();
        for (Values other : arrivals) {
            if (other.depth() != met.depth()) {
                throw new NotUnderstood("stack");
            }
        }
        for (int k = 0; k < met.localCount() + met.depth(); k++) {
            Expr first = met.at(k);
            Optional<Type> type = typeOf(first);
            boolean same = true;
            for (Values other : arrivals) {
                Expr value = other.at(k);
                same &= value != null && value.equals(first);
                Optional<Type> both = typeOf(value);
                type = type.isPresent() && both.isPresent() ? meet(type.get(), both.get()) : Optional.empty();
            }
            if (!same) {
                met.set(k, type.isEmpty() ? null : merge(k, type.get()));
                if (type.isEmpty() && k >= met.localCount()) {
                    throw new NotUnderstood("stack");
                }
            }
        }
        return met;
    }

    private static Optional<Type> typeOf(Expr value) {
        return Optional.ofNullable(value).map(Expr::type);
    }

    /** The head of a loop that may assign these local variables: each has a variable from the start. */
    List<Stmt> begin(Values entry, Iterable<Integer> assigned) {
        List<Stmt> declarations = new ArrayList<>();
        for (int slot : assigned) {
            Expr value = entry.at(slot);
            if (value != null) {
                Type type = value.type().isReference() ? Type.OBJECT : wordType(value.type());
                Expr.Local variable = merge(slot, type);
                declarations.add(new Stmt.Declare(span, variable.var(), Optional.of(value)));
                entry.set(slot, variable);
            }
        }
        return declarations;
    }

    private Expr.Local merge(int place, Type type) {
        Var variable = variables.apply("v", type);
        merged.put(place, variable);
        return new Expr.Local(span, variable);
    }

    /** All at once: a new value may be made of others' old ones. */
    private List<Stmt> assignments(Values values) {
        List<Stmt> first = new ArrayList<>();
        List<Stmt> then = new ArrayList<>();
        merged.forEach((place, variable) -> {
            Expr value = place < values.localCount() + values.depth() ? values.at(place) : null;
            // One of another kind, or none: the verifier lets nobody read the variable then.
            if (value != null && meet(value.type(), variable.type()).isPresent()) {
                Var copy = variables.apply("t", value.type());
                first.add(new Stmt.Declare(span, copy, Optional.of(value)));
                Expr target = new Expr.Local(span, variable);
                then.add(new Stmt.Eval(span, new Expr.Assign(span, target, new Expr.Local(span, copy))));
            }
        });
        first.addAll(then);
        return first;
    }

    private static Optional<Type> meet(Type a, Type b) {
        if (a.equals(b)) {
            return Optional.of(a);
        }
        if (a.isReference() && b.isReference()) {
            return Optional.of(a == Type.Special.NULL ? b : b == Type.Special.NULL ? a : Type.OBJECT);
        }
        Type x = wordType(a);
        return x == wordType(b) ? Optional.of(x) : Optional.empty();
    }

    /** The type that byte code computes with. */
    static Type wordType(Type type) {
        boolean small = type == Type.Primitive.BOOLEAN
                || type == Type.Primitive.BYTE
                || type == Type.Primitive.SHORT
                || type == Type.Primitive.CHAR;
        return small ? Type.Primitive.INT : type;
    }
}
