package dev.parfor.processor.ir;

import java.util.Optional;

/**
 * A local variable or parameter. Two variables are the same exactly if their {@code id}s are.
 *
 * @param id unique among all variables that one frontend reads
 * @param declared its type as source can name it; empty for non-denotable types
 * @param trust what the user asserted on it
 * @param shown what messages call it: its name, or what stands in the text where it is made up
 */
public record Var(int id, String name, Type type, Optional<TypeText> declared, Trust trust, String shown) {

    public Var(int id, String name, Type type, Optional<TypeText> declared, Trust trust) {
        this(id, name, type, declared, trust, name);
    }

    public static Var of(int id, String name, Type type) {
        return new Var(id, name, type, Optional.empty(), Trust.NONE);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Var v && v.id == id;
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return name;
    }
}
