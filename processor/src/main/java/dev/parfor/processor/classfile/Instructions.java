package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Instructions that don't branch, one by one: what each computes becomes a variable of its own. */
final class Instructions {

    private static final Operator[] ARITHMETIC = {
        Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE, Operator.REMAINDER
    };
    private static final Operator[] BITS = {
        Operator.SHIFT_LEFT,
        Operator.SHIFT_RIGHT,
        Operator.SHIFT_RIGHT_UNSIGNED,
        Operator.AND,
        Operator.OR,
        Operator.XOR
    };
    private static final Operator[] COMPARISONS = {
        Operator.EQUAL, Operator.NOT_EQUAL, Operator.LESS, Operator.GREATER_EQUAL, Operator.GREATER, Operator.LESS_EQUAL
    };
    private static final Primitive[] WORDS = {Primitive.INT, Primitive.LONG, Primitive.FLOAT, Primitive.DOUBLE};

    private final ClassFiles files;
    private final Members members;
    private final CallInstructions calls;

    /** Where the instruction stands in the source that the class was compiled from. */
    private Span span;

    /** The operands of the three-way comparisons of {@code long}s, by what they have left on the stack. */
    private final Map<Expr, Expr[]> compared = new HashMap<>();

    Instructions(ClassFiles files, Members members, String className, Span span, boolean initializer) {
        this.files = files;
        this.members = members;
        this.span = span;
        this.calls = new CallInstructions(this, members, className, initializer);
    }

    Span span() {
        return span;
    }

    // ---- values -------------------------------------------------------------------------------------------------

    /** A new variable with the value of an expression. */
    Expr keep(Expr value, List<Stmt> out) {
        return keep(value, value.type(), out);
    }

    private Expr keep(Expr value, Type type, List<Stmt> out) {
        Var variable = files.variable("t", type);
        out.add(new Stmt.Declare(span, variable, Optional.of(value)));
        return new Expr.Local(span, variable);
    }

    /** Some value of a type, another one each time: a variable that is declared without one. */
    Expr any(Type type, List<Stmt> out) {
        Var variable = files.variable("any", type);
        out.add(new Stmt.Declare(span, variable, Optional.empty()));
        return new Expr.Local(span, variable);
    }

    private Expr number(Primitive type, Object value) {
        return new Expr.Literal(span, type, Optional.of(value));
    }

    /** A value as byte code computes with it: truth is a number. */
    Expr word(Expr value, List<Stmt> out) {
        return value.type() == Primitive.BOOLEAN
                ? keep(
                        new Expr.Conditional(
                                span, value, number(Primitive.INT, 1), number(Primitive.INT, 0), Primitive.INT),
                        out)
                : value;
    }

    /** As a value of this type, which the verifier has shown it to be. */
    Expr as(Type type, Expr value, List<Stmt> out) {
        boolean narrows = type.isPrimitive() && !type.equals(value.type());
        boolean lost = value.type().equals(Type.OBJECT) && !type.equals(Type.OBJECT) && isVerified(type);
        return narrows || lost ? keep(new Expr.Cast(span, type, value), out) : value;
    }

    /** Interfaces are not. */
    private static boolean isVerified(Type type) {
        return type instanceof Type.Ref ref && !ref.isInterface()
                || type instanceof Type.Array a && (a.element().isPrimitive() || isVerified(a.element()));
    }

    Type type(String descriptor) {
        return members.type(descriptor).orElseThrow(() -> new NotUnderstood(descriptor));
    }

    // ---- conditions ---------------------------------------------------------------------------------------------

    /** When a conditional jump jumps. */
    Expr condition(int opcode, Values values, List<Stmt> out) {
        if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
            Operator is = opcode == Opcodes.IFNULL ? Operator.EQUAL : Operator.NOT_EQUAL;
            Expr nothing = new Expr.Literal(span, Type.Special.NULL, Optional.empty());
            return compare(is, values.pop(), nothing);
        }
        if (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE) {
            Expr b = values.pop();
            return compare(opcode == Opcodes.IF_ACMPEQ ? Operator.EQUAL : Operator.NOT_EQUAL, values.pop(), b);
        }
        if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
            Expr b = word(values.pop(), out);
            Expr a = word(values.pop(), out);
            return compare(COMPARISONS[opcode - Opcodes.IF_ICMPEQ], a, b);
        }
        if (opcode < Opcodes.IFEQ || opcode > Opcodes.IFLE) {
            throw new NotUnderstood("jump " + opcode);
        }
        Expr value = values.pop();
        Operator operator = COMPARISONS[opcode - Opcodes.IFEQ];
        Expr[] operands = compared.get(value);
        if (operands != null) {
            return compare(operator, operands[0], operands[1]);
        }
        if (value.type() == Primitive.BOOLEAN && operator == Operator.NOT_EQUAL) {
            return value;
        }
        if (value.type() == Primitive.BOOLEAN && operator == Operator.EQUAL) {
            return new Expr.Unary(span, Expr.Unary.Sign.NOT, value, Primitive.BOOLEAN);
        }
        return compare(operator, word(value, out), number(Primitive.INT, 0));
    }

    private Expr compare(Operator operator, Expr a, Expr b) {
        return new Expr.Binary(span, operator, a, b, Primitive.BOOLEAN);
    }

    // ---- instructions -------------------------------------------------------------------------------------------

    /** @return whether the next instruction follows */
    boolean translate(AbstractInsnNode insn, Values values, List<Stmt> out) {
        int op = insn.getOpcode();
        if (insn instanceof LineNumberNode place) {
            span = new Span(span.file(), place.line, 0, span.text(), -1);
        }
        if (op < 0 || op == Opcodes.NOP) {
            return true;
        }
        if (op <= Opcodes.LDC) {
            constant(insn, values, out);
        } else if (op <= Opcodes.ALOAD) {
            values.push(values.local(((VarInsnNode) insn).var));
        } else if (op <= Opcodes.SALOAD) {
            loadElement(op - Opcodes.IALOAD, values, out);
        } else if (op <= Opcodes.ASTORE) {
            values.store(((VarInsnNode) insn).var, values.pop());
        } else if (op <= Opcodes.SASTORE) {
            storeElement(op - Opcodes.IASTORE, values, out);
        } else if (op <= Opcodes.SWAP) {
            shuffle(op, values);
        } else if (op <= Opcodes.DCMPG) {
            compute(insn, values, out);
        } else if (op >= Opcodes.IRETURN && op <= Opcodes.RETURN) {
            Optional<Expr> value = op == Opcodes.RETURN ? Optional.empty() : Optional.of(values.pop());
            out.add(new Stmt.Return(span, value));
            return false;
        } else if (op == Opcodes.ATHROW) {
            out.add(new Stmt.Throw(span, values.pop()));
            return false;
        } else if (insn instanceof FieldInsnNode field) {
            field(field, values, out);
        } else if (insn instanceof MethodInsnNode call) {
            calls.call(call, values, out);
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
            calls.concatenate(dynamic, values, out);
        } else {
            object(insn, values, out);
        }
        return true;
    }

    private void constant(AbstractInsnNode insn, Values values, List<Stmt> out) {
        int op = insn.getOpcode();
        if (op == Opcodes.ACONST_NULL) {
            values.push(new Expr.Literal(span, Type.Special.NULL, Optional.empty()));
        } else if (op <= Opcodes.ICONST_5) {
            values.push(number(Primitive.INT, op - Opcodes.ICONST_0));
        } else if (op <= Opcodes.LCONST_1) {
            values.push(number(Primitive.LONG, (long) (op - Opcodes.LCONST_0)));
        } else if (op <= Opcodes.FCONST_2) {
            values.push(number(Primitive.FLOAT, (float) (op - Opcodes.FCONST_0)));
        } else if (op <= Opcodes.DCONST_1) {
            values.push(number(Primitive.DOUBLE, (double) (op - Opcodes.DCONST_0)));
        } else if (insn instanceof IntInsnNode number) {
            values.push(number(Primitive.INT, number.operand));
        } else {
            values.push(loaded(((LdcInsnNode) insn).cst, out));
        }
    }

    private Expr loaded(Object constant, List<Stmt> out) {
        if (constant instanceof Integer) {
            return number(Primitive.INT, constant);
        } else if (constant instanceof Long) {
            return number(Primitive.LONG, constant);
        } else if (constant instanceof Float) {
            return number(Primitive.FLOAT, constant);
        } else if (constant instanceof Double) {
            return number(Primitive.DOUBLE, constant);
        } else if (constant instanceof String) {
            return new Expr.Literal(span, Type.STRING, Optional.of(constant));
        } else if (constant instanceof org.objectweb.asm.Type type && type.getSort() != org.objectweb.asm.Type.METHOD) {
            return any(type("Ljava/lang/Class;"), out);
        }
        throw new NotUnderstood("constant");
    }

    // ---- arrays -------------------------------------------------------------------------------------------------

    /** The type of an array's elements: of the array, where its type is known, or of the instruction. */
    private Type elementOf(Expr array, int kind) {
        if (array.type() instanceof Type.Array a) {
            return a.element();
        }
        if (kind == 5) {
            // Of bytes or booleans.
            throw new NotUnderstood("array of unknown type");
        }
        return new Type[] {
                    Primitive.INT,
                    Primitive.LONG,
                    Primitive.FLOAT,
                    Primitive.DOUBLE,
                    Type.OBJECT,
                    Primitive.BYTE,
                    Primitive.CHAR,
                    Primitive.SHORT
                }
                [kind];
    }

    private void loadElement(int kind, Values values, List<Stmt> out) {
        Expr index = word(values.pop(), out);
        Expr array = values.pop();
        values.push(keep(new Expr.ArrayGet(span, array, index, elementOf(array, kind)), out));
    }

    private void storeElement(int kind, Values values, List<Stmt> out) {
        Expr value = values.pop();
        Expr index = word(values.pop(), out);
        Expr array = values.pop();
        Type element = elementOf(array, kind);
        Expr target = new Expr.ArrayGet(span, array, index, element);
        Expr stored = element.isPrimitive() ? as(element, value, out) : value;
        out.add(new Stmt.Eval(span, new Expr.Assign(span, target, stored)));
    }

    // ---- operands -----------------------------------------------------------------------------------------------

    private static void shuffle(int op, Values values) {
        switch (op) {
            case Opcodes.POP -> values.drop(1);
            case Opcodes.POP2 -> values.drop(2);
            case Opcodes.DUP -> values.duplicate(1, 0);
            case Opcodes.DUP_X1 -> values.duplicate(1, 1);
            case Opcodes.DUP_X2 -> values.duplicate(1, 2);
            case Opcodes.DUP2 -> values.duplicate(2, 0);
            case Opcodes.DUP2_X1 -> values.duplicate(2, 1);
            case Opcodes.DUP2_X2 -> values.duplicate(2, 2);
            default -> values.swap();
        }
    }

    private void compute(AbstractInsnNode insn, Values values, List<Stmt> out) {
        int op = insn.getOpcode();
        if (op <= Opcodes.DREM) {
            binary(ARITHMETIC[(op - Opcodes.IADD) / 4], WORDS[(op - Opcodes.IADD) % 4], values, out);
        } else if (op <= Opcodes.DNEG) {
            Expr operand = word(values.pop(), out);
            Primitive type = WORDS[op - Opcodes.INEG];
            values.push(keep(new Expr.Unary(span, Expr.Unary.Sign.MINUS, operand, type), out));
        } else if (op <= Opcodes.LXOR) {
            binary(BITS[(op - Opcodes.ISHL) / 2], WORDS[(op - Opcodes.ISHL) % 2], values, out);
        } else if (insn instanceof IincInsnNode inc) {
            Expr old = word(values.local(inc.var), out);
            Expr sum = new Expr.Binary(span, Operator.ADD, old, number(Primitive.INT, inc.incr), Primitive.INT);
            values.store(inc.var, keep(sum, out));
        } else if (op <= Opcodes.I2S) {
            Primitive to = switch (op) {
                case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> Primitive.LONG;
                case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> Primitive.FLOAT;
                case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> Primitive.DOUBLE;
                case Opcodes.I2B -> Primitive.BYTE;
                case Opcodes.I2C -> Primitive.CHAR;
                case Opcodes.I2S -> Primitive.SHORT;
                default -> Primitive.INT;
            };
            values.push(keep(new Expr.Cast(span, to, word(values.pop(), out)), out));
        } else {
            Expr b = values.pop();
            Expr a = values.pop();
            Expr sign = any(Primitive.INT, out);
            if (op == Opcodes.LCMP) {
                compared.put(sign, new Expr[] {a, b});
            }
            values.push(sign);
        }
    }

    private void binary(Operator operator, Primitive type, Values values, List<Stmt> out) {
        Expr b = word(values.pop(), out);
        Expr a = word(values.pop(), out);
        values.push(keep(new Expr.Binary(span, operator, a, b, type), out));
    }

    // ---- fields and objects -------------------------------------------------------------------------------------

    private void field(FieldInsnNode insn, Values values, List<Stmt> out) {
        int op = insn.getOpcode();
        boolean isStatic = op == Opcodes.GETSTATIC || op == Opcodes.PUTSTATIC;
        boolean isWrite = op == Opcodes.PUTFIELD || op == Opcodes.PUTSTATIC;
        if (isStatic && insn.name.equals("$assertionsDisabled")) {
            // javac's own: set when the class is initialized, to what the JVM was told.
            if (isWrite) {
                values.drop(1);
            } else {
                values.push(any(Primitive.BOOLEAN, out));
            }
            return;
        }
        FieldRef field = members.field(insn.owner, insn.name, insn.desc)
                .filter(f -> f.isStatic() == isStatic)
                .orElseThrow(() -> new NotUnderstood(insn.name));
        Expr value = isWrite ? as(field.type(), values.pop(), out) : null;
        Optional<Expr> object =
                isStatic ? Optional.empty() : Optional.of(as(type("L" + insn.owner + ";"), values.pop(), out));
        Expr access = new Expr.FieldGet(span, object, field);
        if (isWrite) {
            out.add(new Stmt.Eval(span, new Expr.Assign(span, access, value)));
        } else {
            values.push(keep(access, out));
        }
    }

    private void object(AbstractInsnNode insn, Values values, List<Stmt> out) {
        switch (insn.getOpcode()) {
            case Opcodes.ARRAYLENGTH -> values.push(keep(new Expr.ArrayLength(span, values.pop()), out));
            case Opcodes.NEWARRAY -> {
                Primitive[] types = {
                    Primitive.BOOLEAN,
                    Primitive.CHAR,
                    Primitive.FLOAT,
                    Primitive.DOUBLE,
                    Primitive.BYTE,
                    Primitive.SHORT,
                    Primitive.INT,
                    Primitive.LONG
                };
                Type element = types[((IntInsnNode) insn).operand - Opcodes.T_BOOLEAN];
                newArray(new Type.Array(element), 1, values, out);
            }
            case Opcodes.ANEWARRAY -> newArray(new Type.Array(named(insn)), 1, values, out);
            case Opcodes.MULTIANEWARRAY -> {
                MultiANewArrayInsnNode array = (MultiANewArrayInsnNode) insn;
                newArray(type(array.desc), array.dims, values, out);
            }
            case Opcodes.NEW -> values.push(calls.uninitialized(named(insn)));
            case Opcodes.CHECKCAST -> values.push(keep(new Expr.Cast(span, named(insn), values.pop()), out));
            case Opcodes.INSTANCEOF ->
                values.push(keep(new Expr.InstanceOf(span, values.pop(), named(insn), List.of(), false), out));
            default -> throw new NotUnderstood("instruction " + insn.getOpcode());
        }
    }

    private Type named(AbstractInsnNode insn) {
        String name = ((TypeInsnNode) insn).desc;
        return type(name.startsWith("[") ? name : "L" + name + ";");
    }

    private void newArray(Type type, int count, Values values, List<Stmt> out) {
        List<Expr> lengths = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            lengths.add(0, word(values.pop(), out));
        }
        values.push(keep(new Expr.NewArray(span, type, lengths, Optional.empty()), out));
    }
}
