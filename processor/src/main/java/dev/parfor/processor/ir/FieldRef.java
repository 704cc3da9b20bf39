package dev.parfor.processor.ir;

import java.util.Optional;

/**
 * A field, by its declaration. Two are the same exactly if owner and name are.
 *
 * @param owner qualified name of the declaring class, nested classes with dots
 * @param constant the value of a compile-time constant
 * @param isPrivate whether generated code has to go through a handle: private, or not public and of a
 *     class without source or in another package
 * @param ownerInSource whether the declaring class is among the sources of this compilation
 */
public record FieldRef(
        String owner,
        String name,
        Type type,
        boolean isStatic,
        boolean isFinal,
        boolean isVolatile,
        boolean isPrivate,
        boolean ownerInSource,
        Optional<Object> constant,
        Trust trust) {

    /** A plain instance field, for tests. */
    public static FieldRef of(String owner, String name, Type type) {
        return new FieldRef(owner, name, type, false, false, false, false, true, Optional.empty(), Trust.NONE);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof FieldRef f && f.owner.equals(owner) && f.name.equals(name);
    }

    @Override
    public int hashCode() {
        return owner.hashCode() * 31 + name.hashCode();
    }

    @Override
    public String toString() {
        return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }
}
