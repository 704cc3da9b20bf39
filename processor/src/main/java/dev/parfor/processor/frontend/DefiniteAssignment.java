package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which local variables have a value for sure where each loop of a method begins: the rules of definite assignment of the Java
 * Language Specification, chapter 16, over the IR. Only variables that are declared without a value are of interest.
 */
final class DefiniteAssignment {

    /** The variables that have a value; {@code null} where the place is never reached and all have. */
    private record State(Set<Var> assigned) {
        static final State UNREACHED = new State(null);

        boolean isUnreached() {
            return assigned == null;
        }

        State with(Var var) {
            if (isUnreached() || assigned.contains(var)) {
                return this;
            }
            Set<Var> more = new HashSet<>(assigned);
            more.add(var);
            return new State(more);
        }

        State without(Var var) {
            if (isUnreached() || !assigned.contains(var)) {
                return this;
            }
            Set<Var> fewer = new HashSet<>(assigned);
            fewer.remove(var);
            return new State(fewer);
        }

        State meet(State other) {
            if (isUnreached()) {
                return other;
            }
            if (other.isUnreached() || assigned.equals(other.assigned)) {
                return this;
            }
            Set<Var> both = new HashSet<>(assigned);
            both.retainAll(other.assigned);
            return new State(both);
        }

        State join(State other) {
            if (isUnreached() || other.isUnreached()) {
                return UNREACHED;
            }
            Set<Var> either = new HashSet<>(assigned);
            either.addAll(other.assigned);
            return new State(either);
        }
    }

    /** After a condition that held, and after one that did not. */
    private record Outcome(State whenTrue, State whenFalse) {
        State either() {
            return whenTrue.meet(whenFalse);
        }
    }

    private final Set<Var> declared = new LinkedHashSet<>();
    private final Map<Integer, Open> unassigned = new HashMap<>();
    private final Map<Integer, State> breaks = new HashMap<>();
    private final Map<Integer, State> continues = new HashMap<>();
    private final Statements statements = new Statements();
    private final Expressions expressions = new Expressions();
    private State state = new State(Set.of());
    private State yielded = State.UNREACHED;

    private DefiniteAssignment() {}

    /**
     * The variables declared before a loop that may have no value there.
     *
     * @param before where its statement begins
     * @param inside where its header has set what it sets
     */
    record Open(Set<Var> before, Set<Var> inside) {}

    /** For each loop of a method's body, by its id. */
    static Map<Integer, Open> unassigned(Stmt body) {
        DefiniteAssignment analysis = new DefiniteAssignment();
        body.accept(analysis.statements);
        return analysis.unassigned;
    }

    /** Whether what stands behind a loop's body can be reached from it. */
    static boolean completes(Stmt body) {
        DefiniteAssignment analysis = new DefiniteAssignment();
        body.accept(analysis.statements);
        return !analysis.state.isUnreached();
    }

    private Set<Var> open() {
        Set<Var> open = new LinkedHashSet<>(declared);
        if (state.isUnreached()) {
            open.clear();
        } else {
            open.removeAll(state.assigned());
        }
        return open;
    }

    private void run(Stmt s) {
        s.accept(statements);
    }

    private void evaluate(Expr e) {
        e.accept(expressions);
    }

    private void evaluate(Optional<Expr> e) {
        e.ifPresent(this::evaluate);
    }

    private Outcome test(Expr e) {
        if (e instanceof Expr.Literal literal && literal.value().orElse(null) instanceof Boolean value) {
            return value ? new Outcome(state, State.UNREACHED) : new Outcome(State.UNREACHED, state);
        }
        if (e instanceof Expr.Unary not && not.sign() == Expr.Unary.Sign.NOT) {
            Outcome inner = test(not.operand());
            return new Outcome(inner.whenFalse(), inner.whenTrue());
        }
        if (e instanceof Expr.Binary b && b.operator() == Operator.CONDITIONAL_AND) {
            Outcome left = test(b.left());
            state = left.whenTrue();
            Outcome right = test(b.right());
            return new Outcome(right.whenTrue(), left.whenFalse().meet(right.whenFalse()));
        }
        if (e instanceof Expr.Binary b && b.operator() == Operator.CONDITIONAL_OR) {
            Outcome left = test(b.left());
            state = left.whenFalse();
            Outcome right = test(b.right());
            return new Outcome(left.whenTrue().meet(right.whenTrue()), right.whenFalse());
        }
        if (e instanceof Expr.Conditional c) {
            Outcome condition = test(c.condition());
            state = condition.whenTrue();
            Outcome then = test(c.whenTrue());
            state = condition.whenFalse();
            Outcome otherwise = test(c.whenFalse());
            return new Outcome(
                    then.whenTrue().meet(otherwise.whenTrue()), then.whenFalse().meet(otherwise.whenFalse()));
        }
        evaluate(e);
        return new Outcome(state, state);
    }

    /** Expressions in order of evaluation; those that evaluate a part conditionally go through {@link #test}. */
    private final class Expressions extends IrScanner {

        @Override
        public Void assign(Expr.Assign e) {
            if (e.target() instanceof Expr.Local local) {
                evaluate(e.value());
                state = state.with(local.var());
                return null;
            }
            return super.assign(e);
        }

        @Override
        public Void binary(Expr.Binary e) {
            boolean conditional = e.operator() == Operator.CONDITIONAL_AND || e.operator() == Operator.CONDITIONAL_OR;
            if (conditional) {
                state = test(e).either();
                return null;
            }
            return super.binary(e);
        }

        @Override
        public Void conditional(Expr.Conditional e) {
            state = test(e).either();
            return null;
        }

        @Override
        public Void lambda(Expr.Lambda e) {
            State before = state;
            run(e.body());
            state = before;
            return null;
        }

        @Override
        public Void switchExpr(Expr.Switch e) {
            evaluate(e.selector());
            State selected = state;
            State outer = yielded;
            yielded = State.UNREACHED;
            for (Stmt.Case c : e.cases()) {
                state = selected;
                evaluate(c.guard());
                run(c.body());
            }
            state = yielded;
            yielded = outer;
            return null;
        }
    }

    private final class Statements implements Stmt.Visitor<Void> {

        @Override
        public Void block(Stmt.Block s) {
            s.statements().forEach(DefiniteAssignment.this::run);
            return null;
        }

        @Override
        public Void declare(Stmt.Declare s) {
            evaluate(s.initializer());
            if (s.initializer().isPresent()) {
                return null;
            }
            declared.add(s.var());
            state = state.without(s.var());
            return null;
        }

        @Override
        public Void eval(Stmt.Eval s) {
            evaluate(s.expression());
            return null;
        }

        @Override
        public Void when(Stmt.If s) {
            Outcome outcome = test(s.condition());
            state = outcome.whenTrue();
            run(s.then());
            State then = state;
            state = outcome.whenFalse();
            s.otherwise().ifPresent(DefiniteAssignment.this::run);
            state = then.meet(state);
            return null;
        }

        @Override
        public Void loop(Stmt.Loop s) {
            Set<Var> before = open();
            s.initializers().forEach(DefiniteAssignment.this::run);
            unassigned.put(s.id(), new Open(before, open()));
            Outcome outcome = new Outcome(state, State.UNREACHED);
            if (s.testFirst()) {
                outcome = s.condition().map(DefiniteAssignment.this::test).orElse(outcome);
                state = outcome.whenTrue();
            }
            run(s.body());
            state = state.meet(take(continues, s.id()));
            if (!s.testFirst()) {
                outcome = s.condition().map(DefiniteAssignment.this::test).orElse(outcome);
            }
            s.updates().forEach(DefiniteAssignment.this::evaluate);
            state = outcome.whenFalse().meet(take(breaks, s.id()));
            return null;
        }

        @Override
        public Void forEach(Stmt.ForEach s) {
            Set<Var> open = open();
            evaluate(s.elements());
            unassigned.put(s.id(), new Open(open, open()));
            State before = state;
            run(s.body());
            take(continues, s.id());
            state = before.meet(take(breaks, s.id()));
            return null;
        }

        @Override
        public Void labeled(Stmt.Labeled s) {
            run(s.body());
            state = state.meet(take(breaks, s.id()));
            return null;
        }

        private State take(Map<Integer, State> jumps, int id) {
            State jumped = jumps.remove(id);
            return jumped == null ? State.UNREACHED : jumped;
        }

        private Void jump(Map<Integer, State> jumps, int target) {
            jumps.merge(target, state, State::meet);
            return stop();
        }

        private Void stop() {
            state = State.UNREACHED;
            return null;
        }

        @Override
        public Void breakOut(Stmt.Break s) {
            return jump(breaks, s.target());
        }

        @Override
        public Void continueWith(Stmt.Continue s) {
            return jump(continues, s.target());
        }

        @Override
        public Void returnFrom(Stmt.Return s) {
            evaluate(s.value());
            return stop();
        }

        @Override
        public Void raise(Stmt.Throw s) {
            evaluate(s.exception());
            return stop();
        }

        @Override
        public Void yieldValue(Stmt.Yield s) {
            evaluate(s.value());
            yielded = yielded.meet(state);
            return stop();
        }

        @Override
        public Void assertThat(Stmt.Assert s) {
            State before = state;
            state = test(s.condition()).whenFalse();
            evaluate(s.detail());
            state = before;
            return null;
        }

        @Override
        public Void attempt(Stmt.Try s) {
            State before = state;
            s.resources().forEach(DefiniteAssignment.this::run);
            run(s.body());
            State after = state;
            for (Stmt.Catch handler : s.catches()) {
                state = before;
                run(handler.body());
                after = after.meet(state);
            }
            state = after;
            s.finalizer().ifPresent(f -> {
                State tried = state;
                state = before;
                run(f);
                state = tried.join(state);
            });
            return null;
        }

        @Override
        public Void locked(Stmt.Synchronized s) {
            evaluate(s.lock());
            run(s.body());
            return null;
        }

        @Override
        public Void switchOn(Stmt.Switch s) {
            evaluate(s.selector());
            State selected = state;
            State after = isExhaustive(s.cases()) ? State.UNREACHED : selected;
            State fallen = State.UNREACHED;
            for (Stmt.Case c : s.cases()) {
                state = selected.meet(fallen);
                evaluate(c.guard());
                run(c.body());
                if (c.fallsThrough()) {
                    fallen = state;
                } else {
                    after = after.meet(state);
                    fallen = State.UNREACHED;
                }
            }
            state = after.meet(fallen).meet(take(breaks, s.id()));
            return null;
        }

        private boolean isExhaustive(List<Stmt.Case> cases) {
            return cases.stream().anyMatch(c -> c.isDefault() || c.hasPattern());
        }

        @Override
        public Void localClass(Stmt.LocalClass s) {
            return null;
        }

        @Override
        public Void constructorCall(Stmt.ConstructorCall s) {
            s.arguments().forEach(DefiniteAssignment.this::evaluate);
            return null;
        }

        @Override
        public Void unreadable(Stmt.Unreadable s) {
            return null;
        }
    }
}
