package dev.parfor.processor.ir;

import java.util.List;

/**
 * A method or constructor, by its declaration. Two are the same exactly if owner, name and descriptor are.
 *
 * @param owner qualified name of the declaring class, nested classes with dots; an array's {@code clone} is owned by {@code
 *     java.lang.Object}
 * @param name {@code <init>} for constructors
 * @param descriptor erased parameter types in Java spelling: {@code (int,double[])}
 * @param isExact no other method can run in its place: static, private, final, a constructor, or the owner is final
 */
public record MethodRef(
        String owner,
        String name,
        String descriptor,
        List<Type> parameters,
        Type returns,
        boolean isStatic,
        boolean isPrivate,
        boolean isExact,
        boolean isAbstract,
        boolean isNative,
        boolean isSynchronized,
        boolean isVarargs,
        Trust trust) {

    public MethodRef {
        parameters = List.copyOf(parameters);
    }

    public boolean isConstructor() {
        return name.equals("<init>");
    }

    /** {@code Owner.name}, or {@code new Owner}: for messages. */
    public String display() {
        String simple = owner.substring(owner.lastIndexOf('.') + 1);
        return isConstructor() ? "new " + simple : simple + "." + name;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof MethodRef m
                && m.owner.equals(owner)
                && m.name.equals(name)
                && m.descriptor.equals(descriptor);
    }

    @Override
    public int hashCode() {
        return (owner.hashCode() * 31 + name.hashCode()) * 31 + descriptor.hashCode();
    }

    @Override
    public String toString() {
        return display() + descriptor;
    }
}
