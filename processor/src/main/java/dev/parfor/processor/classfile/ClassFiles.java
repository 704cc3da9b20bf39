package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class files of the class path, each parsed when it is first asked for.
 *
 * <p>A method without code is not known, whatever the reason: native, abstract, or from a file that leaves code out.
 */
public final class ClassFiles {

    private final Function<String, Optional<byte[]>> bytes;
    private final Members members;
    private final Map<String, Optional<ClassNode>> classes = new HashMap<>();

    /** Variables of byte code are numbered apart from those of source. */
    private int variables = 1 << 30;

    /** @param bytes the class file of a class, by its binary name */
    public ClassFiles(Function<String, Optional<byte[]>> bytes, Members members) {
        this.bytes = bytes;
        this.members = members;
    }

    /** A method's parameters, without the receiver, and its code. */
    public record Code(List<Var> parameters, Stmt body) {}

    /**
     * @param binaryName of the class that declares the method
     * @param self the type of the receiver; empty for static methods
     */
    public Optional<Code> method(
            String binaryName, String name, String descriptor, Optional<Type> self, List<Type> parameters) {
        return of(binaryName)
                .flatMap(c -> find(c, name, descriptor)
                        .flatMap(m -> MethodReader.read(this, members, c, m, self, parameters)));
    }

    /** What the class itself does when it is initialized. */
    public Optional<Stmt> initializer(String binaryName) {
        Optional<ClassNode> owner = of(binaryName);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Optional<MethodNode> code = find(owner.get(), "<clinit>", "()V");
        return code.isEmpty() || asksForAssertions(code.get())
                ? Optional.of(new Stmt.Block(MethodReader.place(owner.get(), "<clinit>"), List.of()))
                : MethodReader.read(this, members, owner.get(), code.get(), Optional.empty(), List.of())
                        .map(Code::body);
    }

    /** Whether the code does nothing but set the field that javac makes for {@code assert}. */
    private static boolean asksForAssertions(MethodNode code) {
        for (AbstractInsnNode insn : code.instructions) {
            boolean harmless = insn instanceof FieldInsnNode f
                            && f.getOpcode() == Opcodes.PUTSTATIC
                            && f.name.equals("$assertionsDisabled")
                    || insn instanceof MethodInsnNode m && m.name.equals("desiredAssertionStatus")
                    || insn instanceof JumpInsnNode
                    || insn instanceof LdcInsnNode
                    || insn.getOpcode() < 0
                    || insn.getOpcode() <= Opcodes.ICONST_1
                    || insn.getOpcode() == Opcodes.RETURN;
            if (!harmless) {
                return false;
            }
        }
        return true;
    }

    Var variable(String name, Type type) {
        return Var.of(variables++, name, type);
    }

    private static Optional<MethodNode> find(ClassNode owner, String name, String descriptor) {
        return owner.methods.stream()
                .filter(m -> m.name.equals(name) && m.desc.equals(descriptor))
                .findFirst();
    }

    private Optional<ClassNode> of(String binaryName) {
        Optional<ClassNode> known = classes.get(binaryName);
        if (known == null) {
            known = bytes.apply(binaryName).flatMap(ClassFiles::parse);
            classes.put(binaryName, known);
        }
        return known;
    }

    private static Optional<ClassNode> parse(byte[] file) {
        try {
            ClassNode node = new ClassNode(Opcodes.ASM9);
            new ClassReader(file).accept(node, ClassReader.SKIP_FRAMES);
            return Optional.of(node);
        } catch (RuntimeException unreadable) {
            // Newer than the reader, or damaged.
            return Optional.empty();
        }
    }
}
