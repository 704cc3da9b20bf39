package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls, and the creation of objects, which takes two instructions. */
final class CallInstructions {

    private final Instructions instructions;
    private final Members members;
    private final String className;
    private final boolean initializer;
    private int objects;

    CallInstructions(Instructions instructions, Members members, String className, boolean initializer) {
        this.instructions = instructions;
        this.members = members;
        this.className = className;
        this.initializer = initializer;
    }

    /** Stands for an object until its constructor has been called. Nobody reads it before. */
    Expr uninitialized(Type type) {
        return new Expr.Unreadable(instructions.span(), type, "NEW " + ++objects);
    }

    void call(MethodInsnNode call, Values values, List<Stmt> out) {
        List<Expr> arguments = arguments(org.objectweb.asm.Type.getArgumentTypes(call.desc), values, out);
        if (initializer && call.name.equals("desiredAssertionStatus")) {
            values.drop(1);
            values.push(instructions.any(Type.Primitive.BOOLEAN, out));
        } else if (call.name.equals("<init>")) {
            construct(call, arguments, values, out);
        } else if (call.owner.startsWith("[")) {
            copy(call, values, out);
        } else {
            invoke(call, arguments, values, out);
        }
    }

    private List<Expr> arguments(org.objectweb.asm.Type[] types, Values values, List<Stmt> out) {
        List<Expr> arguments = new ArrayList<>();
        for (int k = types.length - 1; k >= 0; k--) {
            arguments.add(0, instructions.as(instructions.type(types[k].getDescriptor()), value(values), out));
        }
        return arguments;
    }

    private static Expr value(Values values) {
        Expr value = values.pop();
        if (value instanceof Expr.Unreadable) {
            throw new NotUnderstood("object without constructor");
        }
        return value;
    }

    private MethodRef method(MethodInsnNode call) {
        return members.method(call.owner, call.name, call.desc)
                .filter(m -> m.isStatic() == (call.getOpcode() == Opcodes.INVOKESTATIC))
                .orElseThrow(() -> new NotUnderstood(call.name));
    }

    private void invoke(MethodInsnNode call, List<Expr> arguments, Values values, List<Stmt> out) {
        MethodRef method = method(call);
        Optional<Expr> receiver = method.isStatic()
                ? Optional.empty()
                : Optional.of(instructions.as(instructions.type("L" + call.owner + ";"), value(values), out));
        boolean exact = call.getOpcode() == Opcodes.INVOKESPECIAL;
        String returned = org.objectweb.asm.Type.getReturnType(call.desc).getDescriptor();
        Type type = returned.equals("V") ? Type.Special.VOID : instructions.type(returned);
        Expr made = new Expr.Call(instructions.span(), method, receiver, arguments, exact, type);
        if (type == Type.Special.VOID) {
            out.add(new Stmt.Eval(instructions.span(), made));
        } else {
            values.push(instructions.keep(made, out));
        }
    }

    private void construct(MethodInsnNode call, List<Expr> arguments, Values values, List<Stmt> out) {
        Expr object = values.pop();
        MethodRef constructor = method(call);
        if (object instanceof Expr.This) {
            out.add(new Stmt.ConstructorCall(instructions.span(), constructor, arguments));
        } else if (object instanceof Expr.Unreadable made) {
            Expr.New created = new Expr.New(instructions.span(), constructor, arguments, made.type(), false);
            values.replace(made, instructions.keep(created, out));
        } else {
            throw new NotUnderstood("constructor");
        }
    }

    private void copy(MethodInsnNode call, Values values, List<Stmt> out) {
        if (!call.name.equals("clone")) {
            throw new NotUnderstood(call.name);
        }
        Type array = instructions.type(call.owner);
        Expr original = instructions.as(array, value(values), out);
        MethodRef clone = members.arrayClone(array);
        values.push(instructions.keep(
                new Expr.Call(instructions.span(), clone, Optional.of(original), List.of(), false, array), out));
    }

    /** The concatenation of strings; anything else that is linked at run time is not read. */
    void concatenate(InvokeDynamicInsnNode call, Values values, List<Stmt> out) {
        if (!call.bsm.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
            throw new NotUnderstood(className + " " + call.bsm.getOwner());
        }
        Expr text = new Expr.Literal(instructions.span(), Type.STRING, Optional.of(""));
        for (Expr part : arguments(org.objectweb.asm.Type.getArgumentTypes(call.desc), values, out)) {
            text = new Expr.Binary(instructions.span(), Operator.CONCATENATE, text, part, Type.STRING);
        }
        values.push(instructions.keep(text, out));
    }
}
