package dev.parfor.buildtools;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** A method handle, as instructions. */
record Call(Handle target) {

    /** What goes before the arguments. */
    void begin(MethodNode method) {
        if (isConstructor()) {
            method.visitTypeInsn(Opcodes.NEW, target.getOwner());
            method.visitInsn(Opcodes.DUP);
        }
    }

    /** The receiver, if there is one, and the parameters. */
    List<Type> parameters() {
        List<Type> parameters = new ArrayList<>();
        if (!isConstructor() && target.getTag() != Opcodes.H_INVOKESTATIC) {
            parameters.add(owner());
        }
        parameters.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        return parameters;
    }

    Type result() {
        return isConstructor() ? owner() : Type.getReturnType(target.getDesc());
    }

    void end(MethodNode method) {
        method.visitMethodInsn(opcode(), target.getOwner(), target.getName(), target.getDesc(), target.isInterface());
    }

    private int opcode() {
        return switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
            // A private method of the nest: there is no other that could be called instead.
            case Opcodes.H_INVOKESPECIAL -> target.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
            default -> throw new IllegalArgumentException("not a method: " + target);
        };
    }

    private boolean isConstructor() {
        return target.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    }

    private Type owner() {
        return Type.getObjectType(target.getOwner());
    }
}
