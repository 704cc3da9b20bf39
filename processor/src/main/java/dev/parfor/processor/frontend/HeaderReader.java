package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Type.Primitive;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From a loop as read to what its header says, in all the spellings of counting:
 *
 * <p>{@code i < n} or {@code n > i}, with {@code < <= > >= !=}; {@code i++}, {@code ++i}, {@code i += s}, {@code i = i + s},
 * {@code i = s + i} and their downward twins; the index declared in the header or before it, set there or not at all.
 *
 * <p>Other variables may be set and updated in the header as well, where it makes no difference that they are set before the
 * index is, and updated at the end of the body.
 *
 * @param header absent where it is of another form
 * @param name by which messages call the loop; empty where nothing gives it one
 * @param refusals why there is no header, or what else speaks against it
 */
record HeaderReader(Optional<Header> header, String name, HeaderExtras extras, List<Refusal> refusals) {

    HeaderReader {
        refusals = List.copyOf(refusals);
    }

    static HeaderReader of(Stmt loop) {
        if (loop instanceof Stmt.ForEach each) {
            return ofEach(each);
        }
        Stmt.Loop counted = (Stmt.Loop) loop;
        return new Counting(counted).read();
    }

    /** A loop that has no header: {@code while}, {@code do}. */
    static HeaderReader ofWhile(Stmt loop, String keyword) {
        return new HeaderReader(
                Optional.empty(),
                "",
                HeaderExtras.NONE,
                List.of(new Shape(Shape.Kind.WHILE_LOOP, loop.span(), keyword, Optional.empty())));
    }

    private static HeaderReader ofEach(Stmt.ForEach loop) {
        Type type = loop.elements().type();
        Header header = null;
        if (type instanceof Type.Array) {
            header = new Header.EachOfArray(loop.span(), loop.element(), loop.elements());
        } else if (type instanceof Type.Ref ref && ref.supertypes().contains("java.util.List")) {
            header = new Header.EachOfList(loop.span(), loop.element(), loop.elements());
        }
        List<Refusal> refusals = header != null
                ? List.of()
                : List.of(new Shape(Shape.Kind.ITERABLE, loop.elements().span(), type.toString(), Optional.empty()));
        return new HeaderReader(Optional.ofNullable(header), loop.element().name(), HeaderExtras.NONE, refusals);
    }

    /** One {@code for} header. */
    private static final class Counting {

        private final Stmt.Loop loop;
        private final List<Refusal> refusals = new ArrayList<>();
        private String name = "";
        private HeaderExtras extras = HeaderExtras.NONE;

        Counting(Stmt.Loop loop) {
            this.loop = loop;
        }

        HeaderReader read() {
            Optional<Header> header = header();
            return new HeaderReader(header, name, extras, refusals);
        }

        private Optional<Header> refuse(Shape.Kind kind, Span at, String subject) {
            refusals.add(new Shape(kind, at, subject, Optional.empty()));
            return Optional.empty();
        }

        private Optional<Header> doesNotCount(Span at) {
            return refuse(Shape.Kind.HEADER, at, at.text());
        }

        private Optional<Header> header() {
            Optional<Update> stepped = loop.updates().stream()
                    .map(Update::of)
                    .flatMap(Optional::stream)
                    .filter(u -> comparison(u.index()).isPresent())
                    .findFirst();
            name = stepped.map(u -> u.index().name()).orElseGet(this::guessedName);
            if (stepped.isEmpty()) {
                return doesNotCount(loop.span());
            }
            Update update = stepped.get();
            Var index = update.index();
            if (!index.type().isIntegral()) {
                return refuse(Shape.Kind.INDEX_TYPE, loop.span(), index.type().toString());
            }
            Expr.Binary comparison = comparison(index).orElseThrow();
            boolean indexLeft = isLocal(comparison.left(), index);
            Operator relation = indexLeft ? comparison.operator() : mirrored(comparison.operator());
            Expr bound = indexLeft ? comparison.right() : comparison.left();
            Start start = start(index);
            if (!checked(index, bound, update, start)) {
                return Optional.empty();
            }
            extras = extras(start, update);
            refusals.addAll(ExtrasChecks.check(loop, extras, index, start.value()));
            if (!refusals.isEmpty()) {
                return Optional.empty();
            }
            Expr step = update.step();
            Optional<Long> constant = Folding.constant(step).map(HeaderReader::longValue);
            if (constant.isPresent() && !leadsTo(relation, constant.get())) {
                return refuse(Shape.Kind.ENDLESS, update.written().span(), String.valueOf(constant.get()));
            }
            return Optional.of(
                    new Header.Counted(loop.span(), index, start.declared(), start.value(), relation, bound, step));
        }

        /** The first variable of the header, for loops that don't count. */
        private String guessedName() {
            return loop.initializers().stream()
                    .filter(Stmt.Declare.class::isInstance)
                    .map(s -> ((Stmt.Declare) s).var().name())
                    .findFirst()
                    .orElse("");
        }

        /** The condition, where it compares {@code index} with something else. */
        private Optional<Expr.Binary> comparison(Var index) {
            return loop.condition()
                    .filter(Expr.Binary.class::isInstance)
                    .map(Expr.Binary.class::cast)
                    .filter(b -> b.operator().isOrder() || b.operator() == Operator.NOT_EQUAL)
                    .filter(b -> isLocal(b.left(), index) != isLocal(b.right(), index));
        }

        private boolean checked(Var index, Expr bound, Update update, Start start) {
            int before = refusals.size();
            if (!isIntegral(bound.type())) {
                doesNotCount(bound.span());
            }
            Type step = unboxed(update.step().type());
            if (!isIntegral(step) || (step == Primitive.LONG && index.type() != Primitive.LONG)) {
                doesNotCount(update.written().span());
            }
            for (Expr part : List.of(start.value(), bound, update.step())) {
                LocalWrites writes = LocalWrites.in(part);
                if (!writes.isEmpty()) {
                    doesNotCount(part.span());
                }
            }
            for (Expr part : List.of(bound, update.step())) {
                if (LocalReads.in(part).contains(index)) {
                    refusals.add(new Shape(
                            Shape.Kind.BOUND_CHANGES,
                            part.span(),
                            index.name(),
                            Optional.of(update.written().span())));
                }
            }
            return refusals.size() == before;
        }

        private Start start(Var index) {
            for (int i = 0; i < loop.initializers().size(); i++) {
                Stmt initializer = loop.initializers().get(i);
                if (initializer instanceof Stmt.Declare d
                        && d.var().equals(index)
                        && d.initializer().isPresent()) {
                    return new Start(d.initializer().get(), true, i);
                }
                if (initializer instanceof Stmt.Eval eval
                        && eval.expression() instanceof Expr.Assign assign
                        && isLocal(assign.target(), index)) {
                    return new Start(assign.value(), false, i);
                }
            }
            return new Start(new Expr.Local(loop.span(), index), false, -1);
        }

        private HeaderExtras extras(Start start, Update update) {
            List<Integer> initializers = IntStream.range(0, loop.initializers().size())
                    .filter(i -> i != start.position())
                    .boxed()
                    .toList();
            int step = loop.updates().indexOf(update.written());
            List<Integer> updates = IntStream.range(0, loop.updates().size())
                    .filter(i -> i != step)
                    .boxed()
                    .toList();
            return new HeaderExtras(start.position(), step, initializers, updates);
        }
    }

    /** @param position among the initializers; -1 where the index is not set in the header */
    private record Start(Expr value, boolean declared, int position) {}

    /**
     * An update that adds to a local variable.
     *
     * @param step what is added; what is subtracted, negated
     */
    private record Update(Expr written, Var index, Expr step) {

        static Optional<Update> of(Expr e) {
            if (e instanceof Expr.Step s && s.target() instanceof Expr.Local local) {
                Expr one = new Expr.Literal(s.span(), Primitive.INT, Optional.of(s.delta()));
                return Optional.of(new Update(e, local.var(), one));
            }
            if (e instanceof Expr.Compound c && c.target() instanceof Expr.Local local) {
                return switch (c.operator()) {
                    case ADD -> Optional.of(new Update(e, local.var(), c.value()));
                    case SUBTRACT -> Optional.of(new Update(e, local.var(), negated(c.value(), local.var())));
                    default -> Optional.empty();
                };
            }
            if (e instanceof Expr.Assign a
                    && a.target() instanceof Expr.Local local
                    && a.value() instanceof Expr.Binary b) {
                Var index = local.var();
                if (b.operator() == Operator.ADD && isLocal(b.left(), index)) {
                    return Optional.of(new Update(e, index, b.right()));
                }
                if (b.operator() == Operator.ADD && isLocal(b.right(), index)) {
                    return Optional.of(new Update(e, index, b.left()));
                }
                if (b.operator() == Operator.SUBTRACT && isLocal(b.left(), index)) {
                    return Optional.of(new Update(e, index, negated(b.right(), index)));
                }
            }
            return Optional.empty();
        }

        /** {@code -e}, computed in the width in which the index is: {@code i - e} and {@code i + -e} then agree. */
        private static Expr negated(Expr e, Var index) {
            Type type = index.type() == Primitive.LONG || unboxed(e.type()) == Primitive.LONG
                    ? Primitive.LONG
                    : Primitive.INT;
            Optional<Object> value = Folding.constant(e)
                    .flatMap(v -> Folding.convert(v, type))
                    .flatMap(v -> Folding.unary(Expr.Unary.Sign.MINUS, v));
            if (value.isPresent() && isIntegral(e.type())) {
                return new Expr.Literal(e.span(), type, value);
            }
            Expr widened = e.type().equals(type) ? e : new Expr.Cast(e.span(), type, e);
            return isIntegral(e.type()) ? new Expr.Unary(e.span(), Expr.Unary.Sign.MINUS, widened, type) : e;
        }
    }

    private static boolean isLocal(Expr e, Var var) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }

    private static Operator mirrored(Operator relation) {
        return switch (relation) {
            case LESS -> Operator.GREATER;
            case LESS_EQUAL -> Operator.GREATER_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_EQUAL -> Operator.LESS_EQUAL;
            default -> relation;
        };
    }

    private static boolean leadsTo(Operator relation, long step) {
        return switch (relation) {
            case LESS, LESS_EQUAL -> step > 0;
            case GREATER, GREATER_EQUAL -> step < 0;
            default -> step != 0;
        };
    }

    private static long longValue(Object constant) {
        return constant instanceof Character c ? c : ((Number) constant).longValue();
    }

    private static boolean isIntegral(Type type) {
        return unboxed(type).isIntegral();
    }

    private static Type unboxed(Type type) {
        if (!(type instanceof Type.Ref ref)) {
            return type;
        }
        return switch (ref.name()) {
            case "java.lang.Byte" -> Primitive.BYTE;
            case "java.lang.Short" -> Primitive.SHORT;
            case "java.lang.Character" -> Primitive.CHAR;
            case "java.lang.Integer" -> Primitive.INT;
            case "java.lang.Long" -> Primitive.LONG;
            default -> type;
        };
    }
}
