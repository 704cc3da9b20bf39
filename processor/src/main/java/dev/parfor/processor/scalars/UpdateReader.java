package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads statements as updates of reduction variables. */
final class UpdateReader {

    private final Set<Var> candidates;
    private List<Expr> evaluated = List.of();

    UpdateReader(Set<Var> candidates) {
        this.candidates = candidates;
    }

    /** @param before expressions that have been evaluated in this iteration whenever the statement is reached */
    Optional<Update> read(Stmt s, List<Expr> before) {
        this.evaluated = before;
        return read(s);
    }

    private Optional<Update> read(Stmt s) {
        if (s instanceof Stmt.Eval eval) {
            return read(eval.expression());
        }
        return s instanceof Stmt.If test ? comparison(test).or(() -> indexed(test)) : Optional.empty();
    }

    private Optional<Update> read(Expr e) {
        if (e instanceof Expr.Step step) {
            return variable(step.target())
                    .map(v -> update(
                            v,
                            step.span(),
                            new Update.Operation(Operator.ADD),
                            List.of(step.target()),
                            Optional.empty()));
        }
        if (e instanceof Expr.Compound compound) {
            return compound(compound);
        }
        return e instanceof Expr.Assign assign ? assign(assign) : Optional.empty();
    }

    private Optional<Var> variable(Expr e) {
        return e instanceof Expr.Local local && candidates.contains(local.var())
                ? Optional.of(local.var())
                : Optional.empty();
    }

    private static Update update(Var v, Span at, Update.Family family, List<Expr> covers, Optional<Type> conversion) {
        return new Update(
                v, at, family, covers.stream().map(e -> (Expr.Local) e).toList(), conversion);
    }

    // ---- v op= e ------------------------------------------------------------------------------------------------

    private Optional<Update> compound(Expr.Compound e) {
        Optional<Var> target = variable(e.target());
        if (target.isEmpty() || Spelling.mentions(e.value(), target.get()) > 0) {
            return Optional.empty();
        }
        Var v = target.get();
        if (v.type().isClass("java.lang.String")) {
            return Optional.of(update(v, e.span(), new Update.Ordered(), List.of(e.target()), Optional.empty()));
        }
        return family(e.operator())
                .map(operator -> update(
                        v,
                        e.span(),
                        new Update.Operation(operator),
                        List.of(e.target()),
                        conversion(v.type(), operationType(v.type(), e.value().type()))));
    }

    private static Optional<Operator> family(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> Optional.of(Operator.ADD);
            case MULTIPLY, AND, OR, XOR -> Optional.of(operator);
            default -> Optional.empty();
        };
    }

    private static Type operationType(Type a, Type b) {
        for (Type.Primitive p : new Type.Primitive[] {Type.Primitive.DOUBLE, Type.Primitive.FLOAT}) {
            if (unboxed(a) == p || unboxed(b) == p) {
                return p;
            }
        }
        return a;
    }

    private static Type unboxed(Type t) {
        return t.isClass("java.lang.Double")
                ? Type.Primitive.DOUBLE
                : t.isClass("java.lang.Float") ? Type.Primitive.FLOAT : t;
    }

    /** The type of the operation, where it rounds otherwise than the variable does; modular integers regroup freely. */
    private static Optional<Type> conversion(Type variable, Type operation) {
        return operation.isFloating() && variable != operation ? Optional.of(operation) : Optional.empty();
    }

    // ---- v = ... ------------------------------------------------------------------------------------------------

    private Optional<Update> assign(Expr.Assign e) {
        Optional<Var> target = variable(e.target());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        Var v = target.get();
        Expr value = e.value();
        if (value instanceof Expr.Literal literal && literal.value().orElse(null) instanceof Boolean flag) {
            return Optional.of(update(v, e.span(), new Update.Flag(flag), List.of(e.target()), Optional.empty()));
        }
        if (Spelling.mentions(value, v) == 0) {
            return Optional.empty();
        }
        return spine(v, e).or(() -> call(v, e)).or(() -> choice(v, e)).or(() -> shortCircuit(v, e));
    }

    /** {@code v = v + a - b}, {@code v = a * v}: the variable once, under operators of one family only. */
    private Optional<Update> spine(Var v, Expr.Assign e) {
        Expr here = e.value();
        Optional<Operator> family = Optional.empty();
        Optional<Type> conversion = Optional.empty();
        while (!(here instanceof Expr.Local)) {
            if (here instanceof Expr.Cast cast
                    && cast.type().isIntegral()
                    && v.type().isIntegral()) {
                if (narrowerThan(cast.type(), v.type())) {
                    return Optional.empty();
                }
                here = cast.operand();
                continue;
            }
            if (!(here instanceof Expr.Binary b)) {
                return Optional.empty();
            }
            if (b.operator() == Operator.CONCATENATE) {
                return Spelling.mentions(b, v) == 1
                        ? Optional.of(update(
                                v, e.span(), new Update.Ordered(), List.of(e.target(), local(b, v)), Optional.empty()))
                        : Optional.empty();
            }
            Optional<Operator> one = family(b.operator());
            boolean left = Spelling.mentions(b.left(), v) == 1 && Spelling.mentions(b.right(), v) == 0;
            boolean right = Spelling.mentions(b.right(), v) == 1 && Spelling.mentions(b.left(), v) == 0;
            boolean subtrahend = right && b.operator() == Operator.SUBTRACT;
            if (one.isEmpty() || family.isPresent() && !family.equals(one) || !(left || right) || subtrahend) {
                return Optional.empty();
            }
            family = one;
            conversion = conversion.or(() -> conversion(v.type(), b.type()));
            here = left ? b.left() : b.right();
        }
        if (family.isEmpty() || !((Expr.Local) here).var().equals(v)) {
            return Optional.empty();
        }
        return Optional.of(
                update(v, e.span(), new Update.Operation(family.get()), List.of(e.target(), here), conversion));
    }

    /** A cast to fewer bits than the variable has loses some of them in each step. */
    private static boolean narrowerThan(Type cast, Type variable) {
        return ((Type.Primitive) cast).bits() < ((Type.Primitive) variable).bits();
    }

    private static Expr local(Expr e, Var v) {
        Expr[] found = new Expr[1];
        new IrScanner() {
            @Override
            protected void enter(Expr inner) {
                if (inner instanceof Expr.Local l && l.var().equals(v)) {
                    found[0] = inner;
                }
            }
        }.scan(e);
        return found[0];
    }

    /** {@code v = Math.max(v, e)} and the user's own associative methods. */
    private Optional<Update> call(Var v, Expr.Assign e) {
        if (!(e.value() instanceof Expr.Call call)
                || !call.method().isStatic()
                || call.arguments().size() != 2) {
            return Optional.empty();
        }
        Expr a = call.arguments().get(0);
        Expr b = call.arguments().get(1);
        boolean first = variable(a).filter(v::equals).isPresent() && Spelling.mentions(b, v) == 0;
        boolean second = variable(b).filter(v::equals).isPresent() && Spelling.mentions(a, v) == 0;
        if (!first && !second) {
            return Optional.empty();
        }
        MethodRef m = call.method();
        List<Expr> covers = List.of(e.target(), first ? a : b);
        if (m.trust().associative().isPresent()) {
            return first
                    ? Optional.of(update(v, e.span(), new Update.User(m), covers, Optional.empty()))
                    : Optional.empty();
        }
        boolean sameType = m.returns().equals(v.type());
        boolean library = Set.of(
                        "java.lang.Math",
                        "java.lang.StrictMath",
                        "java.lang.Integer",
                        "java.lang.Long",
                        "java.lang.Double",
                        "java.lang.Float")
                .contains(m.owner());
        if (!library || !sameType) {
            return Optional.empty();
        }
        return switch (m.name()) {
            case "max" -> Optional.of(update(v, e.span(), new Update.Library(true), covers, Optional.empty()));
            case "min" -> Optional.of(update(v, e.span(), new Update.Library(false), covers, Optional.empty()));
            case "sum" ->
                Optional.of(update(v, e.span(), new Update.Operation(Operator.ADD), covers, Optional.empty()));
            default -> Optional.empty();
        };
    }

    /** Whether the comparison of the two is one of what the variable holds after it was set: a widened value has its order. */
    private static boolean isHeldBy(Var v, Expr candidate) {
        return candidate.type().equals(v.type())
                || candidate.type() instanceof Type.Primitive from
                        && v.type() instanceof Type.Primitive to
                        && from.widensTo(to);
    }

    /** {@code v = e > v ? e : v}, with the comparison either way round. */
    private Optional<Update> choice(Var v, Expr.Assign e) {
        if (!(e.value() instanceof Expr.Conditional c)
                || !(c.condition() instanceof Expr.Binary test)
                || !test.operator().isOrder()) {
            return Optional.empty();
        }
        Optional<Sides> sides = sides(v, test);
        if (sides.isEmpty() || !isHeldBy(v, sides.get().candidate())) {
            return Optional.empty();
        }
        Expr candidate = sides.get().candidate();
        Operator relation = sides.get().relation();
        boolean takes = Spelling.same(c.whenTrue(), candidate) && isVariable(c.whenFalse(), v);
        boolean keeps = Spelling.same(c.whenFalse(), candidate) && isVariable(c.whenTrue(), v);
        if (keeps && v.type().isIntegral()) {
            relation = negated(relation);
        } else if (!takes) {
            // With NaN, "keep unless smaller" is no associative operation: it forgets what came before.
            return Optional.empty();
        }
        List<Expr> covers = List.of(e.target(), sides.get().variable(), takes ? c.whenFalse() : c.whenTrue());
        boolean equalsMatter = relation == Operator.GREATER_EQUAL || relation == Operator.LESS_EQUAL;
        if (equalsMatter && v.type().isFloating()) {
            return Optional.empty();
        }
        return Optional.of(update(
                v, e.span(), new Update.Compare(relation, List.of(), 0, Optional.empty()), covers, Optional.empty()));
    }

    private boolean isVariable(Expr e, Var v) {
        return variable(e).filter(v::equals).isPresent();
    }

    private record Sides(Expr variable, Expr candidate, Operator relation) {}

    /** The comparison with the candidate on the left. */
    private Optional<Sides> sides(Var v, Expr.Binary test) {
        if (isVariable(test.right(), v) && Spelling.mentions(test.left(), v) == 0) {
            return Optional.of(new Sides(test.right(), test.left(), test.operator()));
        }
        if (isVariable(test.left(), v) && Spelling.mentions(test.right(), v) == 0) {
            return Optional.of(
                    new Sides(test.left(), test.right(), test.operator().mirrored()));
        }
        return Optional.empty();
    }

    private static Operator negated(Operator relation) {
        return switch (relation) {
            case LESS -> Operator.GREATER_EQUAL;
            case LESS_EQUAL -> Operator.GREATER;
            case GREATER -> Operator.LESS_EQUAL;
            case GREATER_EQUAL -> Operator.LESS;
            default -> relation;
        };
    }

    /** {@code ok = ok && e}: the same as {@code ok &= e} if evaluating {@code e} once more can't be noticed. */
    private Optional<Update> shortCircuit(Var v, Expr.Assign e) {
        if (!(e.value() instanceof Expr.Binary b) || !isVariable(b.left(), v) || Spelling.mentions(b.right(), v) > 0) {
            return Optional.empty();
        }
        boolean and = b.operator() == Operator.CONDITIONAL_AND;
        if (!and && b.operator() != Operator.CONDITIONAL_OR) {
            return Optional.empty();
        }
        Update.Family family = Spelling.isTotal(b.right(), evaluated)
                ? new Update.Operation(and ? Operator.AND : Operator.OR)
                : new Update.ShortCircuit();
        return Optional.of(update(v, e.span(), family, List.of(e.target(), b.left()), Optional.empty()));
    }

    // ---- if (e > v) { v = e; ... } ------------------------------------------------------------------------------

    private Optional<Update> comparison(Stmt.If s) {
        Optional<Update> other = s.otherwise().flatMap(this::otherExtreme);
        if (s.otherwise().isPresent() && other.isEmpty()) {
            return Optional.empty();
        }
        List<Expr> conjuncts = conjuncts(s.condition());
        if (!(conjuncts.get(conjuncts.size() - 1) instanceof Expr.Binary test)
                || !test.operator().isOrder()) {
            return Optional.empty();
        }
        for (Expr side : List.of(test.left(), test.right())) {
            Optional<Var> v = variable(side);
            Optional<Sides> sides = v.flatMap(x -> sides(x, test));
            if (sides.isPresent() && ReductionMatcher.isNumber(v.get().type())) {
                Optional<Update> update = comparison(s, v.get(), sides.get(), conjuncts)
                        .flatMap(u -> other.isEmpty() ? Optional.of(u) : both(u, s, other.get()));
                if (update.isPresent()) {
                    return update;
                }
            }
        }
        return Optional.empty();
    }

    private static Stmt only(Stmt s) {
        return s instanceof Stmt.Block block && block.statements().size() == 1
                ? only(block.statements().get(0))
                : s;
    }

    /** {@code else if (e > v) v = e;} */
    private Optional<Update> otherExtreme(Stmt s) {
        return only(s) instanceof Stmt.If test && test.otherwise().isEmpty() && test.condition() instanceof Expr.Binary
                ? comparison(test)
                : Optional.empty();
    }

    /**
     * {@code if (e < low) low = e; else if (e > high) high = e;}: as long as {@code high} is not below {@code low} no value is beyond both,
     * and the {@code else} could as well not be there.
     */
    private Optional<Update> both(Update one, Stmt.If s, Update other) {
        Update.Compare a = (Update.Compare) one.family();
        Update.Compare b = (Update.Compare) other.family();
        boolean opposite = a.relation() == Operator.LESS && b.relation() == Operator.GREATER
                || a.relation() == Operator.GREATER && b.relation() == Operator.LESS;
        Stmt.If second = (Stmt.If) only(s.otherwise().orElseThrow());
        boolean sameValue = s.condition() instanceof Expr.Binary x
                && x.operator().isOrder()
                && second.condition() instanceof Expr.Binary y
                && y.operator().isOrder()
                && Spelling.same(
                        sides(one.var(), x).orElseThrow().candidate(),
                        sides(other.var(), y).orElseThrow().candidate());
        boolean apart = !one.var().equals(other.var())
                && one.var().type().equals(other.var().type())
                && Stream.concat(a.payload().stream(), b.payload().stream())
                        .noneMatch(p -> p.equals(one.var())
                                || p.equals(other.var())
                                || a.payload().contains(p) && b.payload().contains(p));
        return opposite && sameValue && apart
                ? Optional.of(update(
                        one.var(),
                        one.at(),
                        new Update.Compare(
                                a.relation(), a.payload(), a.payloadMentions(), a.then(), Optional.of(other.var())),
                        List.copyOf(one.covers()),
                        one.conversion()))
                : Optional.empty();
    }

    private Optional<Update> comparison(Stmt.If s, Var v, Sides sides, List<Expr> conjuncts) {
        List<Stmt> body = s.then() instanceof Stmt.Block block ? block.statements() : List.of(s.then());
        boolean isHeld = isHeldBy(v, sides.candidate());
        List<Expr> known = new ArrayList<>(evaluated);
        known.addAll(conjuncts);
        Optional<Expr> target = Optional.empty();
        List<Var> payload = new ArrayList<>();
        for (Stmt statement : body) {
            if (!(statement instanceof Stmt.Eval eval)
                    || !(eval.expression() instanceof Expr.Assign assign)
                    || variable(assign.target()).isEmpty()) {
                return Optional.empty();
            }
            Var written = variable(assign.target()).get();
            if (written.equals(v)) {
                if (target.isPresent() || !Spelling.same(assign.value(), sides.candidate()) || !isHeld) {
                    return Optional.empty();
                }
                target = Optional.of(assign.target());
            } else if (payload.contains(written)
                    || mentionsAny(assign.value(), v, payload)
                    || !Spelling.isTotal(assign.value(), known)) {
                // A block starts lower than the loop stands, so it takes the branch more often: nothing in it may
                // throw.
                return Optional.empty();
            } else {
                payload.add(written);
            }
        }
        boolean elsewhere =
                conjuncts.subList(0, conjuncts.size() - 1).stream().anyMatch(c -> mentionsAny(c, v, payload));
        if (target.isEmpty()
                || elsewhere
                || payload.stream().anyMatch(p -> Spelling.mentions(sides.candidate(), p) > 0)) {
            return Optional.empty();
        }
        return Optional.of(update(
                v,
                s.span(),
                new Update.Compare(
                        sides.relation(), payload, 1, Optional.of(s.then().span())),
                List.of(target.get(), sides.variable()),
                Optional.empty()));
    }

    /** {@code if (a[i] > a[best]) best = i;}, also with conditions before it. */
    private Optional<Update> indexed(Stmt.If s) {
        List<Expr> conjuncts = conjuncts(s.condition());
        List<Stmt> body = s.then() instanceof Stmt.Block block ? block.statements() : List.of(s.then());
        if (s.otherwise().isPresent()
                || body.size() != 1
                || !(body.get(0) instanceof Stmt.Eval eval)
                || !(eval.expression() instanceof Expr.Assign assign)
                || !(conjuncts.get(conjuncts.size() - 1) instanceof Expr.Binary test)
                || !test.operator().isOrder()) {
            return Optional.empty();
        }
        Optional<Var> target = variable(assign.target());
        if (target.isEmpty()
                || !(test.left() instanceof Expr.ArrayGet left)
                || !(test.right() instanceof Expr.ArrayGet right)) {
            return Optional.empty();
        }
        Var v = target.get();
        boolean onRight = isVariable(right.index(), v);
        Expr.ArrayGet best = onRight ? right : left;
        Expr.ArrayGet candidate = onRight ? left : right;
        boolean fits = v.type() == Type.Primitive.INT
                && isVariable(best.index(), v)
                && best.array() instanceof Expr.Local array
                && candidate.array() instanceof Expr.Local other
                && array.var().equals(other.var())
                && best.type().isPrimitive()
                && Spelling.same(candidate.index(), assign.value())
                && assign.value().type() == Type.Primitive.INT
                && Spelling.mentions(assign.value(), v) == 0
                && conjuncts.subList(0, conjuncts.size() - 1).stream().allMatch(c -> Spelling.mentions(c, v) == 0);
        return fits
                ? Optional.of(update(
                        v,
                        s.span(),
                        new Update.Indexed(
                                ((Expr.Local) best.array()).var(),
                                onRight ? test.operator() : test.operator().mirrored(),
                                s.then().span()),
                        List.of(assign.target(), best.index()),
                        Optional.empty()))
                : Optional.empty();
    }

    private static boolean mentionsAny(Expr e, Var v, List<Var> others) {
        return Spelling.mentions(e, v) > 0 || others.stream().anyMatch(p -> Spelling.mentions(e, p) > 0);
    }

    private static List<Expr> conjuncts(Expr e) {
        if (e instanceof Expr.Binary b && b.operator() == Operator.CONDITIONAL_AND) {
            List<Expr> all = new ArrayList<>(conjuncts(b.left()));
            all.addAll(conjuncts(b.right()));
            return all;
        }
        return List.of(e);
    }
}
