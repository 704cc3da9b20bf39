package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.walk.AssignedVars;
import dev.parfor.processor.walk.OuterVars;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the arrays that the body fills from a running position on, without a gap: {@code out[k++] = e}, or {@code a[k] = e; b[k] =
 * f; k++;} in one list of statements; or that the position moves onto first: {@code k++; a[k] = e; b[k] = f;}, {@code out[++k] = e}.
 *
 * <p>Every mention of the position is one of these, so its value decides nothing but where elements go; and each array gets an
 * element each time that the position moves. So a block of iterations can fill an array of its own from 0 on.
 */
final class OutputMatcher {

    private final LoopNest nest;
    private final Predicate<Expr> isFixed;

    /** @param isFixed whether an expression is spelled so that it is the same in all iterations */
    OutputMatcher(LoopNest nest, Predicate<Expr> isFixed) {
        this.nest = nest;
        this.isFixed = isFixed;
    }

    /**
     * The arrays that go by one position.
     *
     * @param cells those of each array, in source order
     * @param ahead whether the position moves before it is filled, and not behind that
     * @param down whether it goes down
     * @param most how often an iteration moves the position at most; empty if that is not known
     */
    record Outputs(Var position, List<List<Filled>> cells, boolean ahead, boolean down, Optional<Integer> most) {}

    /** @param steps whether the subscript moves the position */
    record Filled(Expr.ArrayGet cell, boolean steps) {
        Merge.OfOutput.Cell place() {
            return new Merge.OfOutput.Cell(cell.span(), steps);
        }
    }

    List<Outputs> outputs() {
        Set<Var> candidates = new LinkedHashSet<>(AssignedVars.of(nest.body()));
        candidates.retainAll(OuterVars.of(nest));
        List<Outputs> all = new ArrayList<>();
        for (Var v : candidates) {
            if (v.type() == Type.Primitive.INT && !isInHeader(v)) {
                new Reader(v, false, 1)
                        .read()
                        .or(() -> new Reader(v, true, 1).read())
                        .or(() -> new Reader(v, false, -1).read())
                        .or(() -> new Reader(v, true, -1).read())
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    private boolean isInHeader(Var v) {
        return nest.header().variable().equals(v)
                || nest.header() instanceof LoopNest.Header.Counted h
                        && Spelling.mentions(h.start(), v)
                                        + Spelling.mentions(h.bound(), v)
                                        + Spelling.mentions(h.step(), v)
                                > 0
                || nest.header() instanceof LoopNest.Header.EachOfArray a && Spelling.mentions(a.array(), v) > 0
                || nest.header() instanceof LoopNest.Header.EachOfList l && Spelling.mentions(l.list(), v) > 0;
    }

    /** All that a body does with one position. */
    private final class Reader {
        private final Var position;
        private final Map<String, List<Filled>> arrays = new LinkedHashMap<>();
        private final List<Set<String>> moves = new ArrayList<>();
        private final boolean ahead;
        private final int by;
        private boolean fits = true;

        /** @param by how far the position moves: 1 or -1 */
        Reader(Var position, boolean ahead, int by) {
            this.position = position;
            this.ahead = ahead;
            this.by = by;
        }

        Optional<Outputs> read() {
            OptionalInt most = statement(nest.body());
            boolean together = !arrays.isEmpty()
                    && moves.stream().allMatch(m -> m.equals(arrays.keySet()))
                    && arrays.values().stream().noneMatch(this::isMentionedOtherwise);
            return fits && together
                    ? Optional.of(new Outputs(
                            position,
                            List.copyOf(arrays.values()),
                            ahead,
                            by < 0,
                            most.isPresent() ? Optional.of(most.getAsInt()) : Optional.empty()))
                    : Optional.empty();
        }

        /** In the kernel a local of the user is the block's own array, which nobody else must see, nor how long it is. */
        private boolean isMentionedOtherwise(List<Filled> cells) {
            return cells.get(0).cell().array() instanceof Expr.Local local
                    && Spelling.mentions(nest.body(), local.var()) != cells.size();
        }

        private boolean isMentioned(Stmt s) {
            return Spelling.mentions(s, position) > 0;
        }

        private OptionalInt refuse() {
            fits = false;
            return OptionalInt.empty();
        }

        /** How often a statement moves the position at most. */
        private OptionalInt statement(Stmt s) {
            if (!isMentioned(s)) {
                return OptionalInt.of(0);
            }
            if (s instanceof Stmt.Block block) {
                return list(block.statements());
            } else if (s instanceof Stmt.Eval) {
                return list(List.of(s));
            } else if (s instanceof Stmt.If test) {
                return either(test);
            } else if (s instanceof Stmt.Labeled labeled) {
                return statement(labeled.body());
            } else if (s instanceof Stmt.Loop loop) {
                int inBody = Spelling.mentions(loop.body(), position);
                return inBody == Spelling.mentions(loop, position) ? repeated(loop.body()) : refuse();
            } else if (s instanceof Stmt.ForEach each) {
                return Spelling.mentions(each.elements(), position) == 0 ? repeated(each.body()) : refuse();
            } else if (s instanceof Stmt.Switch choice) {
                return choice(choice);
            }
            return refuse();
        }

        private OptionalInt repeated(Stmt body) {
            statement(body);
            return OptionalInt.empty();
        }

        private OptionalInt either(Stmt.If test) {
            if (Spelling.mentions(test.condition(), position) > 0) {
                return refuse();
            }
            OptionalInt then = statement(test.then());
            OptionalInt otherwise =
                    test.otherwise().isPresent() ? statement(test.otherwise().get()) : OptionalInt.of(0);
            return then.isPresent() && otherwise.isPresent()
                    ? OptionalInt.of(Math.max(then.getAsInt(), otherwise.getAsInt()))
                    : OptionalInt.empty();
        }

        private OptionalInt choice(Stmt.Switch s) {
            int inBodies = 0;
            OptionalInt sum = OptionalInt.of(0);
            for (Stmt.Case c : s.cases()) {
                inBodies += Spelling.mentions(c.body(), position);
                sum = plus(sum, statement(c.body()));
            }
            return inBodies == Spelling.mentions(s, position) ? sum : refuse();
        }

        private static OptionalInt plus(OptionalInt a, OptionalInt b) {
            return a.isPresent() && b.isPresent()
                    ? OptionalInt.of(Math.addExact(a.getAsInt(), b.getAsInt()))
                    : OptionalInt.empty();
        }

        private OptionalInt list(List<Stmt> statements) {
            return ahead ? listAhead(statements) : listBehind(statements);
        }

        /** Statements in which each array gets its element after the position has moved. */
        private OptionalInt listAhead(List<Stmt> statements) {
            Set<String> filled = new LinkedHashSet<>();
            boolean open = false;
            OptionalInt most = OptionalInt.of(0);
            for (Stmt s : statements) {
                if (!(s instanceof Stmt.Eval eval) || !isMentioned(s)) {
                    boolean mentioned = isMentioned(s);
                    if (open && (mentioned || mayLeave(s))) {
                        moves.add(Set.copyOf(filled));
                        open = false;
                    }
                    most = mentioned ? plus(most, s instanceof Stmt.Eval ? refuse() : statement(s)) : most;
                    continue;
                }
                Optional<Expr.ArrayGet> cell = cell(eval.expression());
                boolean steps = cell.isPresent() && cell.get().index() instanceof Expr.Step;
                if (cell.isEmpty() && !isMove(eval.expression())) {
                    return refuse();
                }
                if (cell.isEmpty() || steps) {
                    if (open) {
                        moves.add(Set.copyOf(filled));
                    }
                    filled.clear();
                    open = true;
                    most = plus(most, OptionalInt.of(1));
                }
                if (cell.isPresent()) {
                    fits &= open && fill(cell.get(), filled);
                }
            }
            if (open) {
                moves.add(Set.copyOf(filled));
            }
            return most;
        }

        private boolean fill(Expr.ArrayGet cell, Set<String> filled) {
            String array = Spelling.text(cell.array());
            boolean steps = cell.index() instanceof Expr.Step;
            arrays.computeIfAbsent(array, a -> new ArrayList<>()).add(new Filled(cell, steps));
            return filled.add(array);
        }

        private Optional<Expr.ArrayGet> cell(Expr e) {
            return e instanceof Expr.Assign assign
                            && assign.target() instanceof Expr.ArrayGet cell
                            && isOnlyPosition(cell, assign)
                    ? Optional.of(cell)
                    : Optional.empty();
        }

        /** Statements in which the position moves after each array has got its element. */
        private OptionalInt listBehind(List<Stmt> statements) {
            Set<String> filled = new LinkedHashSet<>();
            OptionalInt most = OptionalInt.of(0);
            for (Stmt s : statements) {
                if (!isMentioned(s)) {
                    // Control must not leave between an element and the move.
                    fits &= filled.isEmpty() || !mayLeave(s);
                    continue;
                }
                if (!(s instanceof Stmt.Eval eval)) {
                    fits &= filled.isEmpty();
                    most = plus(most, statement(s));
                    continue;
                }
                Optional<Expr.ArrayGet> cell = cell(eval.expression());
                if (cell.isPresent()) {
                    fits &= fill(cell.get(), filled);
                    if (!(cell.get().index() instanceof Expr.Step)) {
                        continue;
                    }
                } else if (!isMove(eval.expression())) {
                    return refuse();
                }
                moves.add(Set.copyOf(filled));
                filled.clear();
                most = plus(most, OptionalInt.of(1));
            }
            fits &= filled.isEmpty();
            return most;
        }

        /** {@code array[k] = e} and {@code array[k++] = e}, or {@code array[++k] = e}, where neither the array nor {@code e} has to do with the position. */
        private boolean isOnlyPosition(Expr.ArrayGet cell, Expr.Assign assign) {
            Expr index = cell.index();
            boolean plain = isPosition(index);
            boolean steps = index instanceof Expr.Step step
                    && step.delta() == by
                    && step.prefix() == ahead
                    && isPosition(step.target());
            return (plain || steps)
                    && isFixed.test(cell.array())
                    && Spelling.mentions(assign.value(), position) == 0
                    && Spelling.mentions(cell.array(), position) == 0;
        }

        private boolean isPosition(Expr e) {
            return e instanceof Expr.Local local && local.var().equals(position);
        }

        /** {@code k++}, {@code k += 1}, {@code k = k + 1}; likewise down. */
        private boolean isMove(Expr e) {
            if (e instanceof Expr.Step step) {
                return step.delta() == by && isPosition(step.target());
            }
            Operator operator = by > 0 ? Operator.ADD : Operator.SUBTRACT;
            if (e instanceof Expr.Compound c) {
                return c.operator() == operator && isPosition(c.target()) && isOne(c.value());
            }
            return e instanceof Expr.Assign a
                    && isPosition(a.target())
                    && a.value() instanceof Expr.Binary sum
                    && sum.operator() == operator
                    && (isPosition(sum.left()) && isOne(sum.right())
                            || by > 0 && isOne(sum.left()) && isPosition(sum.right()));
        }

        private static boolean isOne(Expr e) {
            return e.type() == Type.Primitive.INT
                    && e instanceof Expr.Literal l
                    && l.value().filter(Integer.valueOf(1)::equals).isPresent();
        }

        private static boolean mayLeave(Stmt statement) {
            boolean[] found = {false};
            new IrScanner() {
                @Override
                protected void enter(Stmt s) {
                    found[0] |= s instanceof Stmt.Break
                            || s instanceof Stmt.Continue
                            || s instanceof Stmt.Return
                            || s instanceof Stmt.Yield;
                }
            }.scan(statement);
            return found[0];
        }
    }
}
