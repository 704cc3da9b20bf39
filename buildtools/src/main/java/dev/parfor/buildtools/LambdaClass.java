package dev.parfor.buildtools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The class of all lambdas of a nest. An object of it has the captured values, in fields that the lambdas share, and a number;
 * a method of a functional interface goes by that number to the body:
 *
 * <pre>{@code
 * final class Foo$$Lambdas implements Predicate, Supplier {
 *     int number;
 *     Object a0;
 *     static Foo$$Lambdas of(Object a0, int number) {…}
 *     public boolean test(Object x) {
 *         switch (number) {
 *             case 0: return Foo.lambda$f$0((Foo) a0, (String) x);
 *             default: return ((String) x).isEmpty();
 *         }
 *     }
 *     …
 * }
 * }</pre>
 */
final class LambdaClass {

    private static final String NUMBER = "number";

    private final String name;
    private final ClassNode node = new ClassNode();

    /** By name and descriptor of the interface's method; the place in the list is the number. */
    private final Map<String, List<Lambda>> bodies = new LinkedHashMap<>();

    /** By name, their descriptors. */
    private final Map<String, String> fields = new LinkedHashMap<>();

    LambdaClass(ClassNode nestHost) {
        name = nestHost.name + "$$Lambdas";
        node.version = nestHost.version;
        node.access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        node.name = name;
        node.superName = "java/lang/Object";
        node.nestHostClass = nestHost.name;
        fields.put(NUMBER, "I");
        addConstructor();
    }

    /** Has the host of the nest name this class as one of its members. */
    void join(ClassNode nestHost) {
        if (nestHost.nestMembers == null) {
            nestHost.nestMembers = new ArrayList<>();
        }
        nestHost.nestMembers.add(name);
    }

    /** What stands in the place of the instruction. */
    InsnList make(Lambda lambda) {
        if (!node.interfaces.contains(lambda.interfaceName())) {
            node.interfaces.add(lambda.interfaceName());
        }
        List<Lambda> numbered =
                bodies.computeIfAbsent(lambda.methodName() + lambda.erased().getDescriptor(), k -> new ArrayList<>());
        InsnList made = new InsnList();
        // Of two bytes, which the numbers of a class fit into.
        made.add(new IntInsnNode(Opcodes.SIPUSH, numbered.size()));
        made.add(new MethodInsnNode(Opcodes.INVOKESTATIC, name, "of", factory(lambda.captured()), false));
        numbered.add(lambda);
        return made;
    }

    ClassNode toClass() {
        bodies.values().forEach(this::addMethod);
        fields.forEach((field, type) -> node.fields.add(new FieldNode(0, field, type, null, null)));
        return node;
    }

    private void addConstructor() {
        MethodNode constructor = new MethodNode(Opcodes.ACC_PRIVATE, "<init>", "()V", null, null);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, node.superName, "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(1, 1);
        node.methods.add(constructor);
    }

    /** The descriptor of the method that makes an object with such values. */
    private String factory(List<Type> captured) {
        List<Type> parameters =
                new ArrayList<>(captured.stream().map(Values::kind).toList());
        parameters.add(Type.INT_TYPE);
        String descriptor = Type.getMethodDescriptor(Type.getObjectType(name), parameters.toArray(Type[]::new));
        if (node.methods.stream().noneMatch(m -> m.desc.equals(descriptor))) {
            List<String> into = new ArrayList<>(fieldsOf(captured));
            into.add(NUMBER);
            MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "of", descriptor, null, null);
            method.visitTypeInsn(Opcodes.NEW, name);
            method.visitInsn(Opcodes.DUP);
            method.visitMethodInsn(Opcodes.INVOKESPECIAL, name, "<init>", "()V", false);
            int slot = 0;
            for (int i = 0; i < parameters.size(); i++) {
                method.visitInsn(Opcodes.DUP);
                method.visitVarInsn(parameters.get(i).getOpcode(Opcodes.ILOAD), slot);
                method.visitFieldInsn(
                        Opcodes.PUTFIELD, name, into.get(i), parameters.get(i).getDescriptor());
                slot += parameters.get(i).getSize();
            }
            method.visitInsn(Opcodes.ARETURN);
            method.visitMaxs(4, slot);
            node.methods.add(method);
        }
        return descriptor;
    }

    /** The fields that keep these values: each kind has its own, counted from 0. */
    private List<String> fieldsOf(List<Type> captured) {
        Map<String, Integer> used = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Type value : captured) {
            String kind = Values.kind(value).getDescriptor();
            String letter = kind.length() > 1 ? "a" : kind.toLowerCase(java.util.Locale.ROOT);
            String field = letter + (used.merge(letter, 1, Integer::sum) - 1);
            fields.put(field, kind);
            names.add(field);
        }
        return names;
    }

    private void addMethod(List<Lambda> lambdas) {
        Lambda any = lambdas.get(0);
        MethodNode method = new MethodNode(
                Opcodes.ACC_PUBLIC, any.methodName(), any.erased().getDescriptor(), null, null);
        Label[] labels = lambdas.stream().map(l -> new Label()).toArray(Label[]::new);
        int last = labels.length - 1;
        if (last > 0) {
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(Opcodes.GETFIELD, name, NUMBER, "I");
            method.visitTableSwitchInsn(0, last, labels[last], labels);
        }
        int maxStack = 1;
        for (int i = 0; i <= last; i++) {
            if (last > 0) {
                method.visitLabel(labels[i]);
                method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            }
            maxStack = Math.max(maxStack, addBody(method, lambdas.get(i)));
        }
        method.visitMaxs(maxStack, Type.getArgumentsAndReturnSizes(any.erased().getDescriptor()) >> 2);
        node.methods.add(method);
    }

    /** How much of the stack it needs at the most. */
    private int addBody(MethodNode method, Lambda lambda) {
        Call call = new Call(lambda.body());
        call.begin(method);
        List<Type> parameters = call.parameters();
        int stack = 2;
        int next = 0;
        List<String> from = fieldsOf(lambda.captured());
        for (int i = 0; i < from.size(); i++) {
            Type value = lambda.captured().get(i);
            method.visitVarInsn(Opcodes.ALOAD, 0);
            method.visitFieldInsn(Opcodes.GETFIELD, name, from.get(i), fields.get(from.get(i)));
            Values.convert(method, Values.kind(value), value);
            Values.convert(method, value, parameters.get(next));
            stack += parameters.get(next++).getSize();
        }
        int slot = 1;
        Type[] erased = lambda.erased().getArgumentTypes();
        for (int i = 0; i < erased.length; i++) {
            method.visitVarInsn(erased[i].getOpcode(Opcodes.ILOAD), slot);
            slot += erased[i].getSize();
            Type value = lambda.instantiated().getArgumentTypes()[i];
            Values.convert(method, erased[i], value);
            Values.convert(method, value, parameters.get(next));
            stack += parameters.get(next++).getSize();
        }
        call.end(method);
        Type result = lambda.erased().getReturnType();
        Values.convert(
                method,
                call.result(),
                result == Type.VOID_TYPE ? result : lambda.instantiated().getReturnType());
        method.visitInsn(result.getOpcode(Opcodes.IRETURN));
        return Math.max(stack, 2);
    }
}
