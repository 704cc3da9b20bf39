package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The locals that an iteration may have assigned when it is over and the loop goes on. What is assigned only on the way to an
 * exit of the loop is not among them: it keeps its value from before the loop until the iteration that ends the loop.
 *
 * <p>A forward analysis that only adds: a set of variables for each point, joined by union, loops passed twice. It errs towards
 * variables that are in truth not assigned: conditions are not looked at, and a {@code try} assigns all that stands in it.
 */
public final class AssignedAtEnd implements Stmt.Visitor<Void> {

    /** {@code null} where control can't come. */
    private Set<Var> now = new LinkedHashSet<>();

    private final Map<Integer, Set<Var>> jumps = new HashMap<>();

    private AssignedAtEnd() {}

    /** Of a loop's body. */
    public static Set<Var> of(LoopNest nest) {
        AssignedAtEnd analysis = new AssignedAtEnd();
        analysis.run(nest.body());
        analysis.arrive(InnerLoops.continueKey(nest.id()));
        return analysis.now == null ? Set.of() : analysis.now;
    }

    private void run(Stmt s) {
        if (now != null) {
            s.accept(this);
        }
    }

    private void assign(Expr e) {
        now.addAll(AssignedVars.targetsIn(new Stmt.Eval(e.span(), e)));
    }

    private void assign(Optional<Expr> e) {
        e.ifPresent(this::assign);
    }

    private static Set<Var> join(Set<Var> a, Set<Var> b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        Set<Var> both = new LinkedHashSet<>(a);
        both.addAll(b);
        return both;
    }

    private static Set<Var> copy(Set<Var> state) {
        return state == null ? null : new LinkedHashSet<>(state);
    }

    private Void jump(int target) {
        jumps.put(target, join(jumps.get(target), now));
        now = null;
        return null;
    }

    private void arrive(int target) {
        now = join(now, jumps.remove(target));
    }

    @Override
    public Void block(Stmt.Block s) {
        s.statements().forEach(this::run);
        return null;
    }

    @Override
    public Void declare(Stmt.Declare s) {
        assign(s.initializer());
        return null;
    }

    @Override
    public Void eval(Stmt.Eval s) {
        assign(s.expression());
        return null;
    }

    @Override
    public Void when(Stmt.If s) {
        assign(s.condition());
        Set<Var> otherwise = copy(now);
        run(s.then());
        Set<Var> afterThen = now;
        now = otherwise;
        s.otherwise().ifPresent(this::run);
        now = join(afterThen, now);
        return null;
    }

    @Override
    public Void loop(Stmt.Loop s) {
        s.initializers().forEach(this::run);
        Set<Var> exit = null;
        for (int pass = 0; pass < 2; pass++) {
            if (s.testFirst()) {
                assign(s.condition());
                exit = s.condition().isPresent() ? join(exit, copy(now)) : exit;
            }
            Set<Var> head = copy(now);
            run(s.body());
            arrive(InnerLoops.continueKey(s.id()));
            if (now != null) {
                s.updates().forEach(this::assign);
                if (!s.testFirst()) {
                    assign(s.condition());
                    exit = join(exit, copy(now));
                }
            }
            now = join(head, now);
        }
        now = copy(exit);
        arrive(s.id());
        return null;
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        assign(s.elements());
        for (int pass = 0; pass < 2; pass++) {
            Set<Var> head = copy(now);
            run(s.body());
            arrive(InnerLoops.continueKey(s.id()));
            now = join(head, now);
        }
        arrive(s.id());
        return null;
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        run(s.body());
        arrive(s.id());
        return null;
    }

    @Override
    public Void breakOut(Stmt.Break s) {
        return jump(s.target());
    }

    @Override
    public Void continueWith(Stmt.Continue s) {
        return jump(InnerLoops.continueKey(s.target()));
    }

    @Override
    public Void returnFrom(Stmt.Return s) {
        now = null;
        return null;
    }

    @Override
    public Void raise(Stmt.Throw s) {
        now = null;
        return null;
    }

    @Override
    public Void yieldValue(Stmt.Yield s) {
        now = null;
        return null;
    }

    @Override
    public Void assertThat(Stmt.Assert s) {
        assign(s.condition());
        assign(s.detail());
        return null;
    }

    @Override
    public Void attempt(Stmt.Try s) {
        now.addAll(AssignedVars.of(s));
        Set<Var> anywhere = copy(now);
        List<Integer> targets = new ArrayList<>();
        new IrScanner() {
            @Override
            protected void enter(Stmt inner) {
                if (inner instanceof Stmt.Break b) {
                    targets.add(b.target());
                } else if (inner instanceof Stmt.Continue c) {
                    targets.add(InnerLoops.continueKey(c.target()));
                }
            }
        }.scan(s);
        targets.forEach(t -> jumps.put(t, join(jumps.get(t), anywhere)));
        return null;
    }

    @Override
    public Void locked(Stmt.Synchronized s) {
        assign(s.lock());
        run(s.body());
        return null;
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        assign(s.selector());
        s.cases().forEach(c -> assign(c.guard()));
        Set<Var> selected = now;
        Set<Var> end = selected;
        Set<Var> falling = null;
        for (Stmt.Case c : s.cases()) {
            now = join(copy(selected), falling);
            run(c.body());
            end = c.fallsThrough() ? end : join(end, now);
            falling = c.fallsThrough() ? now : null;
        }
        now = copy(join(end, falling));
        arrive(s.id());
        return null;
    }

    @Override
    public Void localClass(Stmt.LocalClass s) {
        return null;
    }

    @Override
    public Void constructorCall(Stmt.ConstructorCall s) {
        s.arguments().forEach(this::assign);
        return null;
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        return null;
    }
}
