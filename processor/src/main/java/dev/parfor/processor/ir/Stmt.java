package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A Java statement. Jumps name their target by the {@code id} of a statement that encloses them, so labels are gone; ids are
 * unique within one method.
 */
public sealed interface Stmt {

    Span span();

    <R> R accept(Visitor<R> visitor);

    record Block(Span span, List<Stmt> statements) implements Stmt {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.block(this);
        }
    }

    record Declare(Span span, Var var, Optional<Expr> initializer) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.declare(this);
        }
    }

    record Eval(Span span, Expr expression) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.eval(this);
        }
    }

    record If(Span span, Expr condition, Stmt then, Optional<Stmt> otherwise) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.when(this);
        }
    }

    /**
     * Any {@code for}, {@code while} or {@code do} loop.
     *
     * @param condition absent for {@code for (;;)}
     * @param testFirst false for {@code do}
     */
    record Loop(
            Span span,
            int id,
            List<Stmt> initializers,
            Optional<Expr> condition,
            List<Expr> updates,
            Stmt body,
            boolean testFirst)
            implements Stmt {
        public Loop {
            initializers = List.copyOf(initializers);
            updates = List.copyOf(updates);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.loop(this);
        }
    }

    /** {@code for (T element : elements)} over an array or an {@code Iterable}. */
    record ForEach(Span span, int id, Var element, Expr elements, Stmt body) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.forEach(this);
        }
    }

    /**
     * A labelled statement that is not a loop, target of a {@code break}; or one that is labelled {@code ordered}, a loop perhaps, and
     * no jump's target.
     *
     * @param inOrder whether it is the latter
     */
    record Labeled(Span span, int id, Stmt body, boolean inOrder) implements Stmt {
        public Labeled(Span span, int id, Stmt body) {
            this(span, id, body, false);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.labeled(this);
        }
    }

    /** Leaves the enclosing loop, switch or labelled statement {@code target}. */
    record Break(Span span, int target) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.breakOut(this);
        }
    }

    /** Goes on with the next iteration of the enclosing loop {@code target}. */
    record Continue(Span span, int target) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.continueWith(this);
        }
    }

    record Return(Span span, Optional<Expr> value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.returnFrom(this);
        }
    }

    record Throw(Span span, Expr exception) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.raise(this);
        }
    }

    /** The value of the switch expression around it. */
    record Yield(Span span, Expr value) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.yieldValue(this);
        }
    }

    /** {@code assert condition : detail}. */
    record Assert(Span span, Expr condition, Optional<Expr> detail) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.assertThat(this);
        }
    }

    /** {@code try}; resources are declarations or expressions, closed by an implicit call. */
    record Try(Span span, List<Stmt> resources, Stmt body, List<Catch> catches, Optional<Stmt> finalizer)
            implements Stmt {
        public Try {
            resources = List.copyOf(resources);
            catches = List.copyOf(catches);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.attempt(this);
        }
    }

    /** A {@code catch} clause. */
    record Catch(Var exception, Stmt body) {}

    record Synchronized(Span span, Expr lock, Stmt body) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.locked(this);
        }
    }

    /** A switch statement, target {@code id} of {@code break}s. */
    record Switch(Span span, int id, Expr selector, List<Case> cases) implements Stmt {
        public Switch {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.switchOn(this);
        }
    }

    /**
     * A case of a switch.
     *
     * @param labels constants; empty for {@code default} and for patterns
     * @param bindings variables that a pattern binds
     * @param guard {@code when}
     * @param isDefault whether {@code default} is among the labels
     * @param hasPattern whether a type or record pattern is among the labels
     * @param body of {@code ->}: a {@link Yield} in a switch expression where it is an expression
     * @param fallsThrough the old {@code case X:} form: goes on into the next case unless it jumps
     */
    record Case(
            List<Expr> labels,
            List<Var> bindings,
            Optional<Expr> guard,
            boolean isDefault,
            boolean hasPattern,
            Stmt body,
            boolean fallsThrough) {
        public Case {
            labels = List.copyOf(labels);
            bindings = List.copyOf(bindings);
        }
    }

    /** A class declared in a body: declaring it does nothing; creating one is a {@link Expr.New}. */
    record LocalClass(Span span, String name) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.localClass(this);
        }
    }

    /** {@code this(...)} or {@code super(...)} in a constructor. */
    record ConstructorCall(Span span, MethodRef constructor, List<Expr> arguments) implements Stmt {
        public ConstructorCall {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> v) {
            return v.constructorCall(this);
        }
    }

    /** A statement this version does not read, by the compiler's name of its kind. Refused wherever it is met. */
    record Unreadable(Span span, String kind) implements Stmt {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.unreadable(this);
        }
    }

    /** One method per kind of statement. */
    interface Visitor<R> {
        R block(Block s);

        R declare(Declare s);

        R eval(Eval s);

        R when(If s);

        R loop(Loop s);

        R forEach(ForEach s);

        R labeled(Labeled s);

        R breakOut(Break s);

        R continueWith(Continue s);

        R returnFrom(Return s);

        R raise(Throw s);

        R yieldValue(Yield s);

        R assertThat(Assert s);

        R attempt(Try s);

        R locked(Synchronized s);

        R switchOn(Switch s);

        R localClass(LocalClass s);

        R constructorCall(ConstructorCall s);

        R unreadable(Unreadable s);
    }
}
