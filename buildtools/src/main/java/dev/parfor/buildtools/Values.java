package dev.parfor.buildtools;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** Conversions of values, those that {@link java.lang.invoke.LambdaMetafactory} allows: boxing, widening, casts. */
final class Values {

    private static final Type OBJECT = Type.getType(Object.class);

    private static final Map<Type, Type> BOXES = Map.of(
            Type.BOOLEAN_TYPE, Type.getType(Boolean.class),
            Type.BYTE_TYPE, Type.getType(Byte.class),
            Type.SHORT_TYPE, Type.getType(Short.class),
            Type.CHAR_TYPE, Type.getType(Character.class),
            Type.INT_TYPE, Type.getType(Integer.class),
            Type.LONG_TYPE, Type.getType(Long.class),
            Type.FLOAT_TYPE, Type.getType(Float.class),
            Type.DOUBLE_TYPE, Type.getType(Double.class));

    private static final Map<String, Integer> WIDENINGS = Map.of(
            "IJ", Opcodes.I2L,
            "IF", Opcodes.I2F,
            "ID", Opcodes.I2D,
            "JF", Opcodes.L2F,
            "JD", Opcodes.L2D,
            "FD", Opcodes.F2D);

    private Values() {}

    /** The type of the fields that keep values of a type. */
    static Type kind(Type type) {
        if (!isPrimitive(type)) {
            return OBJECT;
        }
        return isSmall(type) ? Type.INT_TYPE : type;
    }

    static void convert(MethodNode method, Type from, Type to) {
        if (from.equals(to)) {
            return;
        }
        if (to == Type.VOID_TYPE) {
            method.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
        } else if (isPrimitive(from) && isPrimitive(to)) {
            widen(method, from, to);
        } else if (isPrimitive(from)) {
            Type box = BOXES.get(from);
            method.visitMethodInsn(
                    Opcodes.INVOKESTATIC, box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, from), false);
        } else if (isPrimitive(to)) {
            unbox(method, from, to);
        } else if (!to.equals(OBJECT)) {
            method.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static void unbox(MethodNode method, Type from, Type to) {
        Type box = BOXES.containsValue(from) ? from : BOXES.get(to);
        convert(method, from, box);
        Type value = BOXES.entrySet().stream()
                .filter(e -> e.getValue().equals(box))
                .findAny()
                .orElseThrow()
                .getKey();
        method.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                box.getInternalName(),
                value.getClassName() + "Value",
                Type.getMethodDescriptor(value),
                false);
        convert(method, value, to);
    }

    private static void widen(MethodNode method, Type from, Type to) {
        if (isSmall(from) && isSmall(to)) {
            return;
        }
        String key = kind(from).getDescriptor() + kind(to).getDescriptor();
        method.visitInsn(WIDENINGS.get(key));
    }

    private static boolean isPrimitive(Type type) {
        return type.getSort() < Type.ARRAY;
    }

    /** Whether it is an {@code int} to the Java machine. */
    private static boolean isSmall(Type type) {
        return type.getSort() >= Type.BOOLEAN && type.getSort() <= Type.INT;
    }
}
