package dev.parfor.buildtools;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/**
 * A lambda or method reference, as the instruction that makes it.
 *
 * @param instruction takes the captured values, gives an object of the functional interface
 * @param erased the method of the interface, as it is declared
 * @param body what is called
 * @param instantiated the method of the interface, with the types that the arguments have here
 */
record Lambda(InvokeDynamicInsnNode instruction, Type erased, Handle body, Type instantiated) {

    /** Empty where the instruction is none, or one that is better left as it is. */
    static Optional<Lambda> of(InvokeDynamicInsnNode instruction, ClassNode host) {
        if (!instruction.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")
                // The other one, which is for markers and serialization.
                || !instruction.bsm.getName().equals("metafactory")
                || !isShared(Type.getReturnType(instruction.desc).getInternalName())) {
            return Optional.empty();
        }
        Handle body = (Handle) instruction.bsmArgs[1];
        if (body.getTag() == Opcodes.H_INVOKESPECIAL && !isPrivate(body, host)) {
            return Optional.empty();
        }
        return Optional.of(new Lambda(instruction, (Type) instruction.bsmArgs[0], body, (Type) instruction.bsmArgs[2]));
    }

    /** Interfaces that one class can implement together: no default method of one is a method of another. */
    static boolean isShared(String interfaceName) {
        return interfaceName.startsWith("java/util/function/") || interfaceName.equals("java/lang/Runnable");
    }

    private static boolean isPrivate(Handle body, ClassNode host) {
        return body.getOwner().equals(host.name)
                && host.methods.stream()
                        .anyMatch(m -> m.name.equals(body.getName())
                                && m.desc.equals(body.getDesc())
                                && (m.access & Opcodes.ACC_PRIVATE) != 0);
    }

    String interfaceName() {
        return Type.getReturnType(instruction.desc).getInternalName();
    }

    String methodName() {
        return instruction.name;
    }

    List<Type> captured() {
        return List.of(Type.getArgumentTypes(instruction.desc));
    }
}
