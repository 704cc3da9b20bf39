package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.walk.AssignedVars;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Cells that iterations update at any index, by one operation: those of an array, and those of the rows of one.
 *
 * @param fixed whether an expression is the same in all iterations
 */
record UpdatedCells(LoopNest nest, Predicate<Expr> fixed) {

    /** What is updated at any index: {@code h} of {@code h[x]}, and of {@code h[x][y]} where the row is not the same in all iterations. */
    Expr arrayOf(Expr.ArrayGet cell) {
        return cell.array() instanceof Expr.ArrayGet row && !fixed.test(row) ? row.array() : cell.array();
    }

    /** The indices of a cell of {@link #arrayOf}. */
    List<Expr> indices(Expr.ArrayGet cell) {
        return cell.array() instanceof Expr.ArrayGet row && !fixed.test(row)
                ? List.of(row.index(), cell.index())
                : List.of(cell.index());
    }

    /**
     * Whether a cell can be named before the loop. An index that is computed, or read from memory that the updates may change,
     * is like one that varies.
     */
    boolean isOnePlace(Expr.ArrayGet cell) {
        Expr index = cell.index();
        boolean named = index instanceof Expr.Literal
                || index instanceof Expr.Local
                || index instanceof Expr.FieldGet
                || index instanceof Expr.ArrayLength
                || index instanceof Expr.ArrayGet read && !read.type().equals(cell.type());
        return named && fixed.test(index) && indices(cell).size() == 1;
    }

    /**
     * Whether the text names the array elsewhere than at these cells. In the kernel the user's variable is the block's copy, so
     * that anything that keeps or compares it, {@code rows[i] = h}, would get hold of that. All copies have one length.
     */
    boolean isMentionedOtherwise(List<Expr.ArrayGet> cells) {
        if (!(arrayOf(cells.get(0)) instanceof Expr.Local local)) {
            return false;
        }
        int[] lengths = {0};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.ArrayLength l && isOf(l.array())) {
                    lengths[0]++;
                }
            }

            private boolean isOf(Expr e) {
                boolean row = indices(cells.get(0)).size() > 1 && e instanceof Expr.ArrayGet;
                return (row ? ((Expr.ArrayGet) e).array() : e) instanceof Expr.Local array
                        && array.var().equals(local.var());
            }
        }.scan(nest.body());
        return Spelling.mentions(nest.body(), local.var()) != cells.size() + lengths[0];
    }

    /**
     * The operation of all updates of these cells, if they are nothing else.
     *
     * @param freeId from here on, numbers of variables are free
     */
    Optional<Merge.Combination> combination(List<Expr.ArrayGet> cells, int freeId) {
        String array = Spelling.text(arrayOf(cells.get(0)));
        Map<String, Var> byIndex = new LinkedHashMap<>();
        Map<Expr, Var> vars = new IdentityHashMap<>();
        for (Expr.ArrayGet cell : cells) {
            List<Expr> indices = indices(cell);
            if (indices.stream().anyMatch(i -> cellsIn(i, array))) {
                return Optional.empty();
            }
            String index = indices.stream().allMatch(Spelling::isPlain)
                    ? indices.stream().map(Spelling::text).collect(Collectors.joining("]["))
                    : "#" + vars.size();
            vars.put(cell, byIndex.computeIfAbsent(index, t -> Var.of(freeId + vars.size(), "cell", cell.type())));
        }
        if (!evaluatesIndexOnce(vars)) {
            return Optional.empty();
        }
        Stmt body = MergeMatcher.replace(nest.body(), vars);
        ReductionMatcher.Result result = ReductionMatcher.match(nest.with(body, nest.surroundings()));
        Set<Merge.Combination> found = new LinkedHashSet<>();
        Set<Var> covered = new HashSet<>();
        for (Plan.Role role : result.roles()) {
            if (vars.containsValue(role.var())) {
                covered.add(role.var());
                Optional<Merge.Combination> one = combination(role);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                found.add(one.get());
            }
        }
        boolean all = covered.containsAll(vars.values()) && found.size() == 1;
        return all ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static Optional<Merge.Combination> combination(Plan.Role role) {
        if (role instanceof Plan.Role.Reduction r) {
            return Optional.of(new Merge.Combination.Operation(r.operator()));
        } else if (role instanceof Plan.Role.MathExtreme m) {
            return Optional.of(new Merge.Combination.Extreme(m.max()));
        } else if (role instanceof Plan.Role.CompareExtreme c) {
            return c.payload().isEmpty() && c.found().isEmpty()
                    ? Optional.of(new Merge.Combination.Comparison(c.relation()))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether an index has more of the array in it than its length, which no update changes. */
    private static boolean cellsIn(Expr index, String array) {
        int[] found = {0};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e.type() instanceof Type.Array && Spelling.text(e).equals(array)) {
                    found[0]++;
                } else if (e instanceof Expr.ArrayLength l
                        && Spelling.text(l.array()).equals(array)) {
                    found[0]--;
                }
            }
        }.scan(index);
        return found[0] > 0;
    }

    /**
     * Whether an update that writes its index twice, {@code h[k] = h[k] + e}, means one cell: nothing between the two can change
     * the index.
     */
    private boolean evaluatesIndexOnce(Map<Expr, Var> vars) {
        boolean[] once = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Assign a && vars.containsKey(a.target())) {
                    once[0] &= !AssignedVars.hasAssignment(a.value())
                            && (Spelling.isPlain(a.value())
                                    || indices((Expr.ArrayGet) a.target()).stream()
                                            .allMatch(UpdatedCells::isOfLocals));
                }
            }
        }.scan(nest.body());
        return once[0];
    }

    private static boolean isOfLocals(Expr e) {
        boolean[] locals = {Spelling.isPlain(e)};
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                locals[0] &= !(inner instanceof Expr.FieldGet || inner instanceof Expr.ArrayGet);
            }
        }.scan(e);
        return locals[0];
    }
}
