package dev.parfor.processor.random;

import dev.parfor.processor.random.Stmt.Block;
import dev.parfor.processor.random.Stmt.Declare;
import dev.parfor.processor.random.Stmt.For;
import dev.parfor.processor.random.Stmt.If;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing program smaller, step by step, as long as it fails: statements go, expressions become their parts. */
final class Shrinker {

    private static final int MAX_TRIALS = 600;

    private final Predicate<Program> fails;
    private int trials;

    private Shrinker(Predicate<Program> fails) {
        this.fails = fails;
    }

    static Program shrink(Program program, Predicate<Program> fails) {
        Shrinker shrinker = new Shrinker(fails);
        Program smallest = program;
        for (Program next = smallest; next != null; next = shrinker.smaller(smallest)) {
            smallest = next;
        }
        return smallest;
    }

    private Program smaller(Program program) {
        List<Program> candidates = new ArrayList<>();
        if (!(program.result() instanceof Expr.Const)) {
            candidates.add(program.returning(Expr.of(0)));
        }
        for (Block body : blocks(new Block(program.body()))) {
            candidates.add(program.with(body.statements()));
        }
        for (Program candidate : candidates) {
            Program pruned = Pruning.unusedParameters(candidate);
            if (trials++ < MAX_TRIALS && fails.test(pruned)) {
                return pruned;
            }
        }
        return null;
    }

    /** The block with one thing simpler. */
    private List<Block> blocks(Block block) {
        List<Block> all = new ArrayList<>();
        for (int i = 0; i < block.statements().size(); i++) {
            Stmt statement = block.statements().get(i);
            if (!Program.isMarked(statement)) {
                all.add(replaced(block, i, List.of()));
            }
            for (List<Stmt> simpler : simpler(statement)) {
                all.add(replaced(block, i, simpler));
            }
        }
        return all;
    }

    private static Block replaced(Block block, int at, List<Stmt> by) {
        List<Stmt> statements = new ArrayList<>(block.statements());
        statements.remove(at);
        statements.addAll(at, by);
        return new Block(statements);
    }

    private List<List<Stmt>> simpler(Stmt statement) {
        List<List<Stmt>> all = new ArrayList<>();
        if (statement instanceof If s) {
            all.add(s.then().statements());
            all.add(s.otherwise().statements());
            blocks(s.then()).forEach(b -> all.add(List.of(new If(s.condition(), b, s.otherwise()))));
            blocks(s.otherwise()).forEach(b -> all.add(List.of(new If(s.condition(), s.then(), b))));
            parts(s.condition()).forEach(c -> all.add(List.of(new If(c, s.then(), s.otherwise()))));
        } else if (statement instanceof For s) {
            if (!s.marked()) {
                List<Stmt> once = new ArrayList<>();
                if (s.declared()) {
                    once.add(new Declare(s.index(), s.kind(), s.start()));
                }
                once.addAll(s.body().statements());
                all.add(once);
            }
            blocks(s.body()).forEach(b -> all.add(List.of(s.with(b))));
            parts(s.bound()).forEach(b -> all.add(List.of(s.to(s.relation(), b))));
            parts(s.start()).forEach(b -> all.add(List.of(s.from(b))));
        } else if (statement instanceof Stmt.ForEach s) {
            blocks(s.body()).forEach(b -> all.add(List.of(new Stmt.ForEach(s.element(), s.array(), b, s.marked()))));
        } else if (statement instanceof Stmt.While s) {
            all.add(s.body().statements());
            blocks(s.body()).forEach(b -> all.add(List.of(new Stmt.While(s.condition(), b, s.testFirst()))));
            parts(s.condition()).forEach(c -> all.add(List.of(new Stmt.While(c, s.body(), s.testFirst()))));
        } else if (statement instanceof Stmt.Switch s) {
            s.cases().forEach(b -> all.add(b.statements()));
        } else if (statement instanceof Stmt.Labeled s) {
            all.add(s.body().statements());
            blocks(s.body()).forEach(b -> all.add(List.of(new Stmt.Labeled(s.label(), b))));
        } else if (statement instanceof Stmt.Try s) {
            all.add(s.body().statements());
            blocks(s.body()).forEach(b -> all.add(List.of(new Stmt.Try(b, s.caught(), s.handler(), s.finalizer()))));
            blocks(s.handler()).forEach(b -> all.add(List.of(new Stmt.Try(s.body(), s.caught(), b, s.finalizer()))));
            blocks(s.finalizer()).forEach(b -> all.add(List.of(new Stmt.Try(s.body(), s.caught(), s.handler(), b))));
        } else if (statement instanceof Stmt.Assign s) {
            parts(s.value()).forEach(v -> all.add(List.of(new Stmt.Assign(s.target(), s.operator(), v))));
            targets(s.target()).forEach(t -> all.add(List.of(new Stmt.Assign(t, s.operator(), s.value()))));
        } else if (statement instanceof Stmt.Merging s) {
            simpler(s.body()).forEach(b -> all.add(List.of(new Stmt.Merging(s.target(), s.operator(), new Block(b)))));
        } else if (statement instanceof Stmt.Synchronized s) {
            all.add(s.body().statements());
            blocks(s.body()).forEach(b -> all.add(List.of(new Stmt.Synchronized(s.lock(), b))));
        } else if (statement instanceof Declare s) {
            parts(s.value()).forEach(v -> all.add(List.of(new Declare(s.name(), s.kind(), v))));
        }
        return all;
    }

    private static List<Expr> targets(Expr target) {
        List<Expr> all = new ArrayList<>();
        if (target instanceof Expr.Element e) {
            parts(e.index()).forEach(index -> all.add(new Expr.Element(e.array(), index)));
        }
        return all;
    }

    /** Simpler expressions of the same kind. */
    private static List<Expr> parts(Expr e) {
        List<Expr> all = new ArrayList<>();
        if (e instanceof Expr.Const || e instanceof Expr.Var) {
            return all;
        }
        if (e.kind() == Kind.INT) {
            all.add(Expr.of(1));
        }
        if (e instanceof Expr.Binary b) {
            if (b.left().kind() == e.kind()) {
                all.add(b.left());
            }
            if (b.right().kind() == e.kind()) {
                all.add(b.right());
            }
            parts(b.left()).forEach(l -> all.add(new Expr.Binary(b.operator(), l, b.right())));
            parts(b.right()).forEach(r -> all.add(new Expr.Binary(b.operator(), b.left(), r)));
        } else if (e instanceof Expr.Choice c) {
            all.add(c.whenTrue());
            all.add(c.whenFalse());
        } else if (e instanceof Expr.Element x) {
            parts(x.index()).forEach(index -> all.add(new Expr.Element(x.array(), index)));
        } else if (e instanceof Expr.Call c) {
            c.arguments().stream().filter(a -> a.kind() == e.kind()).forEach(all::add);
        }
        return all;
    }
}
