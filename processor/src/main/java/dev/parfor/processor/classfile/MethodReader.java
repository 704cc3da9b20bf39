package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * One method as statements that do the same: each instruction's result is a variable of its own, branches are {@code if}s up to where
 * their ways meet, loops are endless ones that are left by {@code break}.
 *
 * <p>A node that more than one way leads to, but which is not where they meet, is translated once for each; what takes too many such copies
 * is not read. Nor are handlers of exceptions and monitors.
 *
 * <p>Source: structured code from reducible flow graphs by dominators, as in Ramsey, <i>Beyond Relooper</i>, ICFP 2022.
 */
final class MethodReader {

    /** Instructions translated, copies included. */
    private static final int MOST = 3000;

    private static final int DEEPEST = 60;

    private final ClassFiles files;
    private final InsnList code;
    private final Flow flow;
    private final Span span;
    private final Instructions instructions;
    private final Deque<Target> targets = new ArrayDeque<>();
    private Optional<BitSet> loop = Optional.empty();
    private int translated;
    private int depth;
    private int ids;

    private MethodReader(ClassFiles files, Members members, ClassNode owner, MethodNode method) {
        this.files = files;
        this.code = method.instructions;
        this.flow = new Flow(code);
        this.span = place(owner, method.name);
        this.instructions = new Instructions(files, members, owner.name, span, method.name.equals("<clinit>"));
    }

    static Span place(ClassNode owner, String method) {
        String file = owner.sourceFile != null
                ? owner.sourceFile
                : owner.name.substring(owner.name.lastIndexOf('/') + 1) + ".class";
        return new Span(file, 0, 0, method, -1);
    }

    /** Empty where the method has no code, or something in it that has no translation. */
    static Optional<ClassFiles.Code> read(
            ClassFiles files,
            Members members,
            ClassNode owner,
            MethodNode method,
            Optional<Type> self,
            List<Type> parameters) {
        int without = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
        boolean hasCode = (method.access & without) == 0 && method.instructions.size() > 0;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        if (!hasCode || !method.tryCatchBlocks.isEmpty() || isStatic == self.isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MethodReader(files, members, owner, method)
                    .read(new Values(method.maxLocals + 1), self, parameters));
        } catch (NotUnderstood no) {
            return Optional.empty();
        }
    }

    private ClassFiles.Code read(Values values, Optional<Type> self, List<Type> parameters) {
        int slot = 0;
        if (self.isPresent()) {
            values.store(slot++, new Expr.This(span, self.get(), false));
        }
        List<Var> variables = new ArrayList<>();
        for (int k = 0; k < parameters.size(); k++) {
            Var v = files.variable("p" + k, parameters.get(k));
            variables.add(v);
            values.store(slot, new Expr.Local(span, v));
            slot += v.type() == Type.Primitive.LONG || v.type() == Type.Primitive.DOUBLE ? 2 : 1;
        }
        List<Supplier<Stmt>> body = new ArrayList<>();
        emit(0, values, body);
        return new ClassFiles.Code(variables, block(body));
    }

    private Stmt.Block block(List<Supplier<Stmt>> statements) {
        return new Stmt.Block(span, statements.stream().map(Supplier::get).toList());
    }

    private Optional<Target> target(int node) {
        return targets.stream().filter(t -> t.node == node).findFirst();
    }

    private Target newTarget(int node, int id, boolean isHead) {
        return new Target(node, id, isHead, span, files::variable);
    }

    /** What is run from a node on, up to a target or the end of the method. */
    private void emit(int from, Values values, List<Supplier<Stmt>> out) {
        if (++depth > DEEPEST) {
            throw new NotUnderstood("deep");
        }
        int node = from;
        Values now = values;
        while (node >= 0) {
            Optional<Target> target = target(node);
            BitSet nodes = flow.loop(node);
            if (target.isPresent()) {
                arrive(target.get(), now, out);
                node = -1;
            } else if (!nodes.isEmpty()) {
                Optional<Target> exit = loop(node, nodes, now, out);
                now = exit.map(Target::meet).orElse(now);
                node = exit.map(t -> t.node).orElse(-1);
            } else {
                Optional<Target> join = Optional.empty();
                node = step(node, now, out);
                if (node < -1) {
                    join = branch(-2 - node, now, out);
                    now = join.map(Target::meet).orElse(now);
                    node = join.map(t -> t.node).orElse(-1);
                }
            }
        }
        depth--;
    }

    private void arrive(Target target, Values values, List<Supplier<Stmt>> out) {
        boolean jumps = target.isHead || targets.peek() != target;
        target.isJumpedTo |= jumps;
        Supplier<List<Stmt>> assignments = target.arrive(values);
        out.add(() -> {
            List<Stmt> statements = new ArrayList<>(assignments.get());
            if (target.isHead) {
                statements.add(new Stmt.Continue(span, target.id));
            } else if (jumps) {
                statements.add(new Stmt.Break(span, target.id));
            }
            return new Stmt.Block(span, statements);
        });
    }

    /** @return where the loop is left to, if it is left by ways that meet */
    private Optional<Target> loop(int head, BitSet nodes, Values entry, List<Supplier<Stmt>> out) {
        if (entry.depth() > 0) {
            throw new NotUnderstood("stack");
        }
        Target start = newTarget(head, ++ids, true);
        start.begin(entry, assigned(nodes)).forEach(s -> out.add(() -> s));
        int exit = flow.exit(head, nodes);
        Optional<Target> behind =
                exit < 0 || target(exit).isPresent() ? Optional.empty() : Optional.of(newTarget(exit, start.id, false));
        Optional<WhileTest> test = behind.isEmpty() ? Optional.empty() : whileTest(head, exit, nodes, entry);
        Optional<BitSet> around = loop;
        loop = Optional.of(nodes);
        behind.ifPresent(targets::push);
        targets.push(start);
        List<Supplier<Stmt>> body = new ArrayList<>();
        test.ifPresent(t -> behind.get().arrive(entry));
        int next = test.map(WhileTest::next).orElseGet(() -> step(head, entry, body));
        if (next < -1) {
            Optional<Target> join = branch(-2 - next, entry, body);
            join.ifPresent(t -> emit(t.node, t.meet(), body));
        } else if (next >= 0) {
            emit(next, entry.copy(), body);
        }
        targets.pop();
        behind.ifPresent(t -> targets.pop());
        loop = around;
        out.add(() ->
                new Stmt.Loop(span, start.id, List.of(), test.map(WhileTest::goesOn), List.of(), block(body), true));
        return behind.filter(Target::isReached);
    }

    /** The condition of a loop that is tested before each iteration, and where the iteration begins. */
    private record WhileTest(Expr goesOn, int next) {}

    /** Empty where the head of the loop does more than to compare, or the loop can be left from within. */
    private Optional<WhileTest> whileTest(int head, int exit, BitSet nodes, Values entry) {
        BitSet exits = flow.exits(nodes);
        int node = head;
        Values values = entry.copy();
        List<Supplier<Stmt>> before = new ArrayList<>();
        while (exits.cardinality() == 1 && node >= 0 && nodes.get(node)) {
            if (node != head && !flow.loop(node).isEmpty()) {
                return Optional.empty();
            }
            node = step(node, values, before);
        }
        if (node >= -1 || !exits.get(-2 - node) || !(code.get(-2 - node) instanceof JumpInsnNode)) {
            return Optional.empty();
        }
        int at = -2 - node;
        JumpInsnNode jump = (JumpInsnNode) code.get(at);
        if (code.indexOf(jump.label) != exit || !nodes.get(at + 1)) {
            return Optional.empty();
        }
        List<Stmt> statements = new ArrayList<>();
        before.forEach(s -> statements.add(s.get()));
        Expr leaves = instructions.condition(jump.getOpcode(), values, statements);
        return values.depth() == 0 && values.holdsWhat(entry)
                ? Inlined.not(leaves, statements).map(e -> new WhileTest(e, at + 1))
                : Optional.empty();
    }

    private Set<Integer> assigned(BitSet nodes) {
        Set<Integer> slots = new TreeSet<>();
        nodes.stream().forEach(k -> {
            if (code.get(k) instanceof IincInsnNode inc) {
                slots.add(inc.var);
            } else if (code.get(k) instanceof VarInsnNode v && v.getOpcode() >= Opcodes.ISTORE) {
                slots.add(v.var);
                slots.add(v.var + 1);
            }
        });
        return slots;
    }

    /** @return the next node, -1 where there is none, or -2 - node where ways part */
    private int step(int node, Values values, List<Supplier<Stmt>> out) {
        if (++translated > MOST) {
            throw new NotUnderstood("long");
        }
        AbstractInsnNode insn = code.get(node);
        boolean parts = insn instanceof JumpInsnNode
                || insn instanceof TableSwitchInsnNode
                || insn instanceof LookupSwitchInsnNode;
        if (insn.getOpcode() == Opcodes.GOTO) {
            return code.indexOf(((JumpInsnNode) insn).label);
        }
        if (parts) {
            return -2 - node;
        }
        List<Stmt> statements = new ArrayList<>();
        boolean goesOn = instructions.translate(insn, values, statements);
        statements.forEach(s -> out.add(() -> s));
        if (goesOn && node + 1 == code.size()) {
            throw new NotUnderstood("no end");
        }
        return goesOn ? node + 1 : -1;
    }

    private record Arm(Expr condition, int node) {}

    /** @return where the ways meet again, if they do so within the innermost loop */
    private Optional<Target> branch(int node, Values values, List<Supplier<Stmt>> out) {
        List<Stmt> before = new ArrayList<>();
        List<Arm> arms = new ArrayList<>();
        int other = arms(node, values, before, arms);
        before.forEach(s -> out.add(() -> s));
        int meeting = flow.meeting(node);
        boolean here = meeting >= 0
                && target(meeting).isEmpty()
                && loop.map(l -> l.get(meeting)).orElse(true);
        Optional<Target> join = here ? Optional.of(newTarget(meeting, ++ids, false)) : Optional.empty();
        join.ifPresent(targets::push);
        List<List<Supplier<Stmt>>> bodies = new ArrayList<>();
        for (Arm arm : arms) {
            bodies.add(new ArrayList<>());
            emit(arm.node(), values.copy(), bodies.get(bodies.size() - 1));
        }
        List<Supplier<Stmt>> rest = new ArrayList<>();
        emit(other, values.copy(), rest);
        join.ifPresent(t -> targets.pop());
        out.add(() -> {
            Stmt chain = block(rest);
            for (int k = arms.size() - 1; k >= 0; k--) {
                chain = new Stmt.If(span, arms.get(k).condition(), block(bodies.get(k)), Optional.of(chain));
            }
            return join.filter(t -> t.isJumpedTo).isPresent() ? new Stmt.Labeled(span, join.get().id, chain) : chain;
        });
        return join.filter(Target::isReached);
    }

    /** Adds the ways that a condition leads to, and returns the one for when none holds. */
    private int arms(int node, Values values, List<Stmt> before, List<Arm> arms) {
        AbstractInsnNode insn = code.get(node);
        if (insn instanceof JumpInsnNode jump) {
            arms.add(new Arm(instructions.condition(jump.getOpcode(), values, before), code.indexOf(jump.label)));
            return node + 1;
        }
        Expr selector = instructions.word(values.pop(), before);
        if (insn instanceof TableSwitchInsnNode choice) {
            for (int k = 0; k < choice.labels.size(); k++) {
                arms.add(arm(selector, choice.min + k, choice.labels.get(k)));
            }
            return code.indexOf(choice.dflt);
        }
        LookupSwitchInsnNode choice = (LookupSwitchInsnNode) insn;
        for (int k = 0; k < choice.labels.size(); k++) {
            arms.add(arm(selector, choice.keys.get(k), choice.labels.get(k)));
        }
        return code.indexOf(choice.dflt);
    }

    private Arm arm(Expr selector, int key, LabelNode label) {
        Expr is = new Expr.Binary(
                span,
                Operator.EQUAL,
                selector,
                new Expr.Literal(span, Type.Primitive.INT, Optional.of(key)),
                Type.Primitive.BOOLEAN);
        return new Arm(is, code.indexOf(label));
    }
}
