package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the local variables and the operand stack hold at one place. Each value is a variable that is assigned once, or the variable
 * of a loop or meeting that keeps its value until the next one, or a literal: reading it again later gives the same.
 */
final class Values {

    private final Expr[] locals;
    private final List<Expr> stack;

    Values(int locals) {
        this.locals = new Expr[locals];
        this.stack = new ArrayList<>();
    }

    private Values(Values other) {
        this.locals = Arrays.copyOf(other.locals, other.locals.length);
        this.stack = new ArrayList<>(other.stack);
    }

    Values copy() {
        return new Values(this);
    }

    /** Whether the local variables are those of another place. */
    boolean holdsWhat(Values other) {
        return Arrays.equals(locals, other.locals);
    }

    int localCount() {
        return locals.length;
    }

    int depth() {
        return stack.size();
    }

    /** A local variable, or an operand counted from the bottom, behind them; {@code null} where there is no value. */
    Expr at(int place) {
        return place < locals.length ? locals[place] : stack.get(place - locals.length);
    }

    void set(int place, Expr value) {
        if (place < locals.length) {
            locals[place] = value;
        } else {
            stack.set(place - locals.length, value);
        }
    }

    Expr local(int slot) {
        if (locals[slot] == null) {
            throw new NotUnderstood("no value");
        }
        return locals[slot];
    }

    void store(int slot, Expr value) {
        locals[slot] = value;
        if (isWide(value)) {
            locals[slot + 1] = null;
        }
    }

    void push(Expr value) {
        stack.add(value);
    }

    Expr pop() {
        if (stack.isEmpty()) {
            throw new NotUnderstood("stack");
        }
        return stack.remove(stack.size() - 1);
    }

    private List<Expr> popWords(int words) {
        List<Expr> values = new ArrayList<>();
        int taken = 0;
        while (taken < words) {
            Expr value = pop();
            values.add(0, value);
            taken += isWide(value) ? 2 : 1;
        }
        if (taken > words) {
            throw new NotUnderstood("half of a value");
        }
        return values;
    }

    void drop(int words) {
        popWords(words);
    }

    /** Puts what is in the uppermost words a second time below the words that follow them. */
    void duplicate(int words, int below) {
        List<Expr> top = popWords(words);
        List<Expr> lower = popWords(below);
        stack.addAll(top);
        stack.addAll(lower);
        stack.addAll(top);
    }

    void swap() {
        Expr b = pop();
        Expr a = pop();
        push(b);
        push(a);
    }

    void replace(Expr old, Expr value) {
        stack.replaceAll(e -> e.equals(old) ? value : e);
        for (int k = 0; k < locals.length; k++) {
            if (old.equals(locals[k])) {
                throw new NotUnderstood("object without constructor in a variable");
            }
        }
    }

    private static boolean isWide(Expr value) {
        return value.type() == Type.Primitive.LONG || value.type() == Type.Primitive.DOUBLE;
    }
}
