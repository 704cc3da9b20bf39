package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The statement labelled {@code ordered} with which the body of a loop ends. It runs in iteration order, one iteration at a time,
 * when all of its iteration before it has run; what stands before it runs in parallel.
 *
 * @param block with its label
 * @param misplaced where other statements of the body bear that label
 */
public record OrderedBlock(LoopNest nest, Stmt.Labeled block, List<Span> misplaced) {

    public OrderedBlock {
        misplaced = List.copyOf(misplaced);
    }

    /** The block of a loop; one that stands elsewhere than at the end if there is no other. */
    public static Optional<OrderedBlock> of(LoopNest nest) {
        List<Stmt.Labeled> all = new ArrayList<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Labeled l && l.inOrder()) {
                    all.add(l);
                }
            }
        }.scan(nest.body());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Stmt last = last(nest.body());
        Stmt.Labeled block = all.stream().filter(l -> l == last).findFirst().orElse(all.get(0));
        List<Span> misplaced =
                all.stream().filter(l -> l != last).map(Stmt.Labeled::span).toList();
        return Optional.of(new OrderedBlock(nest, block, misplaced));
    }

    private static Stmt last(Stmt body) {
        return body instanceof Stmt.Block b && !b.statements().isEmpty()
                ? b.statements().get(b.statements().size() - 1)
                : body;
    }

    /** Variables from outside the loop that the block assigns: they go from block to block. */
    public Set<Var> carried() {
        Set<Var> vars = new LinkedHashSet<>(AssignedVars.targetsIn(block));
        vars.retainAll(OuterVars.of(nest));
        return vars;
    }

    /** Where such a variable, or one that the block cannot hand on, is mentioned outside of the block; by variable. */
    public List<Mention> outside() {
        List<Mention> mentions = new ArrayList<>();
        Set<Var> carried = carried();
        Set<Var> valueless = valueless();
        new IrScanner() {
            @Override
            public Void labeled(Stmt.Labeled s) {
                return s == block ? null : super.labeled(s);
            }

            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Local l && carried.remove(l.var())) {
                    mentions.add(new Mention(l.var(), l.span()));
                }
            }

            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Declare d && valueless.contains(d.var())) {
                    mentions.add(new Mention(d.var(), d.span()));
                }
            }
        }.scan(nest.body());
        for (Expr part : BodyWalker.headerExpressions(nest.header())) {
            OuterVars.mentionedIn(part).stream()
                    .filter(carried::contains)
                    .forEach(v -> mentions.add(new Mention(v, part.span())));
        }
        return mentions;
    }

    /** A variable and a place where it is mentioned. */
    public record Mention(Var var, Span at) {}

    /** Variables of the iteration that the block assigns, and that may have no value where it begins. */
    private Set<Var> valueless() {
        Set<Var> assigned = new LinkedHashSet<>(AssignedVars.targetsIn(block));
        assigned.removeAll(AssignedVars.declaredIn(block));
        Set<Var> valueless = new LinkedHashSet<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.Declare d && d.initializer().isEmpty() && assigned.contains(d.var())) {
                    valueless.add(d.var());
                }
            }
        }.scan(nest.body());
        return valueless;
    }

    /**
     * What the rest of the iteration hands to the block: variables that are mentioned in it and are the iteration's own, the index or
     * element among them.
     *
     * @param copied arrays of which each chunk has its own
     */
    public List<Var> handed(Collection<Var> copied) {
        Set<Var> outer = OuterVars.of(nest);
        Set<Var> assigned = AssignedVars.targetsIn(nest.body());
        Set<Var> carried = carried();
        Set<Var> inside = AssignedVars.declaredIn(block);
        Set<Var> mentioned = new LinkedHashSet<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Local l) {
                    mentioned.add(l.var());
                }
            }
        }.scan(block);
        mentioned.removeAll(inside);
        mentioned.removeAll(carried);
        mentioned.removeIf(v -> outer.contains(v) && !assigned.contains(v) && !copied.contains(v));
        return List.copyOf(mentioned);
    }

    /** Constant variables of the iteration that the block mentions; two values, where the block has a class with another one of a name. */
    public Map<Var, Set<Object>> constants() {
        Map<String, Var> declared = new HashMap<>();
        if (nest.body() instanceof Stmt.Block body) {
            for (Stmt s : body.statements()) {
                if (s instanceof Stmt.Declare d) {
                    declared.put(d.var().name(), d.var());
                }
            }
        }
        Map<Var, Set<Object>> constants = new LinkedHashMap<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                // What is read of a constant variable is its value; its name is what the text says.
                if (e instanceof Expr.Literal l
                        && l.value().isPresent()
                        && declared.containsKey(l.span().text())) {
                    constants
                            .computeIfAbsent(declared.get(l.span().text()), v -> new LinkedHashSet<>())
                            .add(l.value().get());
                }
            }
        }.scan(block);
        return constants;
    }

    /** A class that the body declares: what is of it cannot be handed on. */
    public Optional<Stmt.LocalClass> localClass() {
        List<Stmt.LocalClass> found = new ArrayList<>();
        new IrScanner() {
            @Override
            public Void labeled(Stmt.Labeled s) {
                return s == block ? null : super.labeled(s);
            }

            @Override
            protected void enter(Stmt s) {
                if (s instanceof Stmt.LocalClass c) {
                    found.add(c);
                }
            }
        }.scan(nest.body());
        return found.stream().findFirst();
    }
}
