package dev.parfor.processor.classfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * The control flow of a method: which instruction can follow which, which ones lie on every way, and its loops. A node is an instruction.
 *
 * <p>Source: dominators as the greatest solution of their equations, natural loops of back edges: Aho, Lam, Sethi, Ullman,
 * <i>Compilers</i>, 9.6.
 */
final class Flow {

    /** Sets of nodes are quadratic in memory; longer methods are not read. */
    private static final int LONGEST = 600;

    private final InsnList code;
    private final List<List<Integer>> after = new ArrayList<>();
    private final List<List<Integer>> before = new ArrayList<>();
    private final BitSet[] dominators;
    private final BitSet[] postdominators;

    Flow(InsnList code) {
        if (code.size() > LONGEST) {
            throw new NotUnderstood("long");
        }
        this.code = code;
        for (int k = 0; k <= code.size(); k++) {
            after.add(new ArrayList<>());
            before.add(new ArrayList<>());
        }
        for (int k = 0; k < code.size(); k++) {
            for (int next : following(k)) {
                after.get(k).add(next);
                before.get(next).add(k);
            }
        }
        dominators = solve(0, before, after);
        postdominators = solve(code.size(), after, before);
    }

    /** The end of the method, where all ways out of it lead. */
    private int end() {
        return code.size();
    }

    private List<Integer> following(int k) {
        AbstractInsnNode insn = code.get(k);
        List<Integer> next = new ArrayList<>();
        int opcode = insn.getOpcode();
        if (insn instanceof JumpInsnNode jump) {
            next.add(code.indexOf(jump.label));
            if (opcode != Opcodes.GOTO) {
                next.add(k + 1);
            }
        } else if (insn instanceof TableSwitchInsnNode choice) {
            targets(choice.labels, choice.dflt, next);
        } else if (insn instanceof LookupSwitchInsnNode choice) {
            targets(choice.labels, choice.dflt, next);
        } else if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN || opcode == Opcodes.ATHROW) {
            next.add(end());
        } else {
            next.add(k + 1);
        }
        return next;
    }

    private void targets(List<LabelNode> labels, LabelNode other, List<Integer> next) {
        labels.forEach(l -> next.add(code.indexOf(l)));
        next.add(code.indexOf(other));
    }

    /** For each node the nodes on every way from the root to it; all nodes where there is no way. */
    private static BitSet[] solve(int root, List<List<Integer>> before, List<List<Integer>> after) {
        int n = before.size();
        BitSet[] sets = new BitSet[n];
        for (int k = 0; k < n; k++) {
            sets[k] = new BitSet(n);
            if (k == root) {
                sets[k].set(k);
            } else {
                sets[k].set(0, n);
            }
        }
        BitSet open = new BitSet(n);
        after.get(root).forEach(open::set);
        boolean upwards = root == 0;
        while (!open.isEmpty()) {
            int k = upwards ? open.nextSetBit(0) : open.previousSetBit(n);
            open.clear(k);
            if (k == root) {
                continue;
            }
            BitSet now = new BitSet(n);
            now.set(0, n);
            for (int p : before.get(k)) {
                now.and(sets[p]);
            }
            now.set(k);
            if (!now.equals(sets[k])) {
                sets[k] = now;
                after.get(k).forEach(open::set);
            }
        }
        return sets;
    }

    /** The first node that all ways on from here have in common; -1 where that is the end of the method, or none. */
    int meeting(int node) {
        BitSet all = postdominators[node];
        int size = all.cardinality();
        for (int k = all.nextSetBit(0); k >= 0 && k < end(); k = all.nextSetBit(k + 1)) {
            if (k != node && postdominators[k].cardinality() == size - 1) {
                return k;
            }
        }
        return -1;
    }

    /** The nodes of the loop that begins at this node; empty where none does. */
    BitSet loop(int header) {
        BitSet loop = new BitSet();
        List<Integer> open = new ArrayList<>();
        for (int p : before.get(header)) {
            if (dominators[p].get(header) && isReached(p)) {
                open.add(p);
            }
        }
        if (open.isEmpty()) {
            return loop;
        }
        loop.set(header);
        while (!open.isEmpty()) {
            int k = open.remove(open.size() - 1);
            if (!loop.get(k)) {
                loop.set(k);
                before.get(k).stream().filter(this::isReached).forEach(open::add);
            }
        }
        return loop;
    }

    private boolean isReached(int node) {
        return node == 0 || dominators[node].cardinality() < dominators.length;
    }

    /** The nodes of a loop that can be the last. */
    BitSet exits(BitSet loop) {
        BitSet exits = new BitSet();
        loop.stream()
                .filter(k -> after.get(k).stream().anyMatch(s -> !loop.get(s)))
                .forEach(exits::set);
        return exits;
    }

    /** Where a loop is left to: the first node that all ways out of it have in common, or the only one that there is; else -1. */
    int exit(int header, BitSet loop) {
        int common = meeting(header);
        while (common >= 0 && loop.get(common)) {
            common = meeting(common);
        }
        if (common >= 0) {
            return common;
        }
        BitSet exits = new BitSet();
        loop.stream()
                .forEach(k -> after.get(k).stream().filter(s -> !loop.get(s)).forEach(exits::set));
        exits.clear(end());
        return exits.cardinality() == 1 ? exits.nextSetBit(0) : -1;
    }
}
