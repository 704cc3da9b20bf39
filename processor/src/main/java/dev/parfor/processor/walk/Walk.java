package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Assumed;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shared state of one walk over a loop body: where control is, what has been recorded, and the few operations on values
 * that statements, expressions and calls have in common.
 */
final class Walk implements State.Joiner {

    /** Where a {@code return} of the annotated method itself goes to: what no statement is called. */
    static final int RETURN = Integer.MIN_VALUE;

    /** The class of the annotated method: it is initialized before any loop of it runs. */
    final String home;

    final Bodies bodies;
    final Prover prover;
    final Written written;

    /** Where control is; {@code null} where it can't come. */
    State now;

    /** What {@code this} is in the method being walked; absent in static ones. */
    Optional<Value> self = Optional.empty();

    /** Functions from outside the loop. */
    KnownFunctions functions;

    /** What the objects are that variables always hold. */
    Map<Var, Expr.New> made = Map.of();

    /** Variables from outside the loop; any other one without a value is not known. */
    final Set<Var> outer;

    /** Outer variables that the loop assigns: never invariant. */
    final Set<Var> assignedOuter;

    /** Those of them that an iteration begins with as the one before has left them, made anew. */
    Set<Var> handed = Set.of();

    final Map<Integer, List<State>> jumps = new HashMap<>();
    final Deque<Span> callers = new ArrayDeque<>();
    final Sections sections = new Sections(this);

    final List<Access> accesses = new ArrayList<>();
    final List<CarriedUse> carriedUses = new ArrayList<>();
    final Set<Refusal> refusals = new LinkedHashSet<>();
    final Set<Guard> guards = new LinkedHashSet<>();
    final Set<Proof.Trusted> trusted = new LinkedHashSet<>();
    final Privates privates = new Privates();

    /** Of what classes objects are in the method that is being walked. */
    Assumed assumed = Assumed.NOTHING;

    final Coverage coverage = new Coverage(this);

    final Stores stores = new Stores(this);
    final Memory memory = new Memory(this);

    /** Loops of the annotated method inside the annotated one, by their ids, as they were recorded. */
    final Map<Integer, InnerRun> innerRuns = new HashMap<>();

    /** Whether an iteration can end the loop: others must not run for ever then. */
    boolean exits;

    /** Loops, as places in the annotated one, that are not known to end. */
    final Set<Span> endless = new LinkedHashSet<>();

    /** Volatile fields read so far: another thread may write them at any time, so nobody may read them once for all. */
    int volatileReads;

    /** While positive nothing is recorded: the walk only looks at how values change. */
    int muted;

    /** While positive, guards are recorded all the same: a value found silently is used. */
    int guardsCount;

    /** Statements and expressions walked: a bound on the work. */
    private int steps;

    /** How much of that was given back. */
    private int givenBack;

    private int nextId;

    Walk(String home, Bodies bodies, Prover prover, Written written, Set<Var> outer, Set<Var> assignedOuter) {
        this.home = home;
        this.bodies = bodies;
        this.prover = prover;
        this.written = written;
        this.outer = Set.copyOf(outer);
        this.assignedOuter = Set.copyOf(assignedOuter);
    }

    int freshId() {
        return ++nextId;
    }

    /** The id that the next thing will get: whatever is older was there before. */
    int mark() {
        return nextId + 1;
    }

    int steps() {
        return steps;
    }

    /** So many steps were of methods that the next walk leaves out: they do not count, as long as that is not too much as well. */
    void giveBack(int wasted) {
        int some = Math.min(wasted, 60_000 - givenBack);
        givenBack += some;
        steps -= some;
    }

    /** @return false when the work has become too much; the loop is refused then */
    boolean step(Span at) {
        if (++steps > (refusals.isEmpty() ? 60_000 : 8_000)) {
            // Recorded on a silent walk as well: the loop is not known to its end.
            refusals.add(new Refusal.Effect(Refusal.Effect.Kind.DEPTH, root(at), "", callChain(), "work"));
            now = null;
            return false;
        }
        return true;
    }

    // ---- values -------------------------------------------------------------------------------------------------

    Poly unknown(String name, Type.Primitive type) {
        return Poly.of(new Atom.Unknown(freshId(), name, type.min(), type.max()));
    }

    Poly unknown(String name, long min, long max) {
        return Poly.of(new Atom.Unknown(freshId(), name, min, max));
    }

    /** The length of an array: one unknown for one array, where it is one for sure. */
    Poly lengthOf(Obj array) {
        boolean one = array instanceof Obj.Element || array instanceof Obj.FieldOf;
        return one
                ? lengths.computeIfAbsent(array, a -> unknown("length", 0, Integer.MAX_VALUE))
                : unknown("length", 0, Integer.MAX_VALUE);
    }

    private final Map<Obj, Poly> lengths = new HashMap<>();

    /** The quotient of a value by a number: one unknown for one pair, so that {@code n / 2} is the same each time. */
    Atom.Unknown quotient(Poly dividend, long divisor, boolean down) {
        return quotients.computeIfAbsent(
                new Atom.Unknown.Quotient(dividend, Poly.constant(divisor), Integer.SIZE, down),
                q -> new Atom.Unknown(freshId(), "quotient", Long.MIN_VALUE, Long.MAX_VALUE, true, Optional.of(q)));
    }

    /** What an operator makes of two values, of which nothing is known but that: one unknown for one pair. */
    Poly computed(Operator operator, Value.Num x, Value.Num y, Type.Primitive type) {
        return Poly.of(computed.computeIfAbsent(
                new Computed(operator, x, y, type),
                c -> new Atom.Unknown(freshId(), "computed", type.min(), type.max()).computedFrom(x.poly(), y.poly())));
    }

    private final Map<Computed, Atom.Unknown> computed = new HashMap<>();

    /** How often a step fits into a distance: any number where the step is not positive. */
    Atom.Unknown steps(Poly distance, Poly step) {
        return new Atom.Unknown(
                freshId(),
                "steps",
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                true,
                Optional.of(new Atom.Unknown.Quotient(distance, step, Long.SIZE, true)));
    }

    /** Likewise a quotient of which nothing is known here but what it is a quotient of. */
    Atom.Unknown quotient(Poly dividend, Poly divisor, Type.Primitive type) {
        long least = divisor.isConstant() ? Math.max(1, divisor.constantTerm()) : 1;
        return quotients.computeIfAbsent(
                new Atom.Unknown.Quotient(dividend, divisor, type.bits(), false),
                q -> new Atom.Unknown(
                        freshId(), "quotient", type.min() / least, type.max() / least, false, Optional.of(q)));
    }

    /**
     * The lesser or the greater of two {@code int} values, if that is asked for: one unknown for one pair, not more than either, or not
     * less.
     */
    Optional<Value> extreme(String name, Value a, Value b, Type type) {
        boolean max = name.equals("max");
        if (type != Type.Primitive.INT || !max && !name.equals("min")) {
            return Optional.empty();
        }
        Value x = convert(a, type);
        Value y = convert(b, type);
        if (!(x instanceof Value.Num p) || !(y instanceof Value.Num q)) {
            return Optional.empty();
        }
        Optional<Least> least = max ? Optional.empty() : Least.of(this, p.poly(), q.poly());
        Poly most = q.poly().isInvariant() ? q.poly() : p.poly();
        Poly value = Poly.of(extremes.computeIfAbsent(
                new ExtremeKey(max, p.poly(), q.poly(), least.map(Least::value)),
                k -> new Atom.Unknown(
                        freshId(),
                        name,
                        Integer.MIN_VALUE,
                        Integer.MAX_VALUE,
                        false,
                        Optional.empty(),
                        k.least().map(l -> new Atom.Unknown.Bounds(l, most)))));
        List<Fact> known = new ArrayList<>();
        least.ifPresent(l -> known.add(new Fact(Fact.Kind.AT_LEAST_ZERO, value.minus(l.value()), l.exact())));
        for (Poly one : List.of(p.poly(), q.poly())) {
            known.add(Fact.atLeastZero(max ? value.minus(one) : one.minus(value), new Fact.Exact(one, 32)));
        }
        known.forEach(this::assume);
        ofExtremes.put(value, List.copyOf(known));
        return Optional.of(new Value.Num(value, Type.Primitive.INT));
    }

    /** What is known of a value, wherever it was computed, because it is the lesser or the greater of two others. */
    List<Fact> known(Poly value) {
        return ofExtremes.getOrDefault(value, List.of());
    }

    private final Map<Poly, List<Fact>> ofExtremes = new HashMap<>();

    private record ExtremeKey(boolean max, Poly first, Poly second, Optional<Poly> least) {
        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof ExtremeKey e
                            && e.max == max
                            && e.first.equals(first)
                            && e.second.equals(second)
                            && e.least.equals(least);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * Boolean.hashCode(max) + first.hashCode()) + second.hashCode();
        }
    }

    private final Map<ExtremeKey, Atom.Unknown> extremes = new HashMap<>();

    private final Map<Atom.Unknown.Quotient, Atom.Unknown> quotients = new HashMap<>();

    /** Any value of the type. */
    Value top(Type type, String name) {
        if (type instanceof Type.Primitive p && p.isIntegral()) {
            return new Value.Num(unknown(name, p), p);
        }
        return type.isReference() ? Value.Ref.of(new Obj.Any(type)) : Value.OTHER;
    }

    /** The value of an invariant path. */
    static Value at(Path path) {
        if (path.type() instanceof Type.Primitive p && p.isIntegral()) {
            return new Value.Num(Poly.of(new Atom.Symbol(path)), p);
        }
        return path.type().isReference() ? Value.Ref.of(new Obj.Invariant(path)) : Value.OTHER;
    }

    @Override
    public Value unchanged(Var v) {
        Optional<Value> function = functions.of(v);
        if (function.isPresent()) {
            return function.get();
        }
        return outer.contains(v) && !assignedOuter.contains(v) ? at(new Path.OfVar(v)) : top(v.type(), v.name());
    }

    @Override
    public Value join(Value a, Value b, Type type) {
        if (a.equals(b)) {
            return a;
        }
        if (a instanceof Value.Ref x && b instanceof Value.Ref y) {
            Set<Obj> both = new LinkedHashSet<>(x.objects());
            both.addAll(y.objects());
            if (both.size() <= 6) {
                return new Value.Ref(both);
            }
            privates.rename(new Value.Ref(both));
            return top(type, "joined");
        }
        forget(a);
        forget(b);
        return top(type, "joined");
    }

    /** A value of which no more is known from here on. A function that is not followed may be kept, with what it has captured. */
    private void forget(Value value) {
        privates.rename(value);
        if (value instanceof Value.Function f) {
            escape(f, f.written().span());
        }
    }

    /** The value after Java's conversion to a type: assignment, promotion, cast. */
    Value convert(Value value, Type type) {
        if (!(type instanceof Type.Primitive target)) {
            if (value instanceof Value.Ref) {
                return value;
            }
            forget(value);
            // Boxing gives some box; its identity is nobody's business, and its value can't change.
            return top(type, "boxed");
        }
        if (!target.isIntegral()) {
            return Value.OTHER;
        }
        if (!(value instanceof Value.Num num)) {
            return top(target, "converted");
        }
        if (num.type() == target) {
            return num;
        }
        if (target == Type.Primitive.LONG) {
            return fits(num.poly(), 32) ? new Value.Num(num.poly(), target) : top(num.type(), "widened", target);
        }
        if (target == Type.Primitive.INT) {
            // Narrowing a long keeps the value modulo 2^32, which is all that an int is known by.
            return new Value.Num(num.poly(), target);
        }
        boolean inRange = fits(num.poly(), num.bits())
                && prover.implies(soundFacts(), num.poly().plus(-target.min()))
                && prover.implies(soundFacts(), num.poly().negated().plus(target.max()));
        return inRange ? new Value.Num(num.poly(), target) : top(target, "narrowed");
    }

    private Value top(Type.Primitive range, String name, Type.Primitive type) {
        return new Value.Num(unknown(name, range), type);
    }

    /** Whether nothing wraps in this polynomial, as far as the unconditional facts here show. */
    boolean fits(Poly poly, int bits) {
        return prover.fits(soundFacts(), poly, bits);
    }

    /** The facts here that hold without conditions. */
    List<Fact> soundFacts() {
        if (!now.facts.equals(soundOf)) {
            List<Fact> sound = new ArrayList<>();
            for (Fact fact : now.facts) {
                if (fact.exact().stream().allMatch(e -> prover.fits(sound, e.poly(), e.bits()))) {
                    sound.add(fact);
                }
            }
            soundOf = List.copyOf(now.facts);
            soundFacts = List.copyOf(sound);
        }
        return soundFacts;
    }

    /** The facts that {@link #soundFacts} was last asked about, and the answer: between two asks they seldom change. */
    private List<Fact> soundOf = List.of();

    private List<Fact> soundFacts = List.of();

    static Set<Obj> objects(Value value, Type type) {
        return value instanceof Value.Ref ref ? ref.objects() : Set.of(new Obj.Any(type));
    }

    // ---- memory -------------------------------------------------------------------------------------------------

    void touch(Cell cell, boolean write, Span at, boolean certain) {
        if (now == null || muted > 0) {
            return;
        }
        accesses.add(new Access(
                cell,
                write,
                root(at),
                callers.isEmpty() ? List.of() : chain(at),
                now.facts,
                certain && now.certain,
                sections.here(),
                assumed));
    }

    // ---- control ------------------------------------------------------------------------------------------------

    State join(State a, State b) {
        return State.join(a, b, this);
    }

    void jumpTo(int target) {
        if (now != null) {
            jumps.computeIfAbsent(target, t -> new ArrayList<>()).add(now.uncertain());
            now = null;
        }
    }

    /** All states that have jumped to the target since, joined; {@code null} if none has. */
    State arrivals(int target) {
        State state = null;
        for (State s : Optional.ofNullable(jumps.remove(target)).orElse(List.of())) {
            state = join(state, s);
        }
        return state;
    }

    /** After a statement or expression that control can't leave half-way: every iteration that came to it goes on here. */
    void restore(boolean certain) {
        if (now != null) {
            now.certain = certain;
        }
    }

    void assume(Fact fact) {
        if (now != null && !now.facts.contains(fact)) {
            now.facts.add(fact);
        }
    }

    /** The reference goes where the walk does not follow it. */
    void escape(Value value, Span at) {
        if (muted == 0) {
            privates.escape(value, root(at));
        }
    }

    /** A copy is not the same object as another array that the original is; but it is null exactly where the original is. */
    void escapeCompared(Expr.Binary e, Value left, Value right) {
        if (e.left().type() != Type.Special.NULL && e.right().type() != Type.Special.NULL) {
            escape(left, e.span());
            escape(right, e.span());
        }
    }

    // ---- reports ------------------------------------------------------------------------------------------------

    void refuse(Refusal refusal) {
        if (muted == 0) {
            refusals.add(refusal);
        }
    }

    /** A loop here is not known to end. */
    void mayRunOn(Span at) {
        if (muted == 0) {
            endless.add(root(at));
        }
    }

    void guard(Guard guard) {
        if (muted == 0 || guardsCount > 0) {
            guards.add(guard);
        }
    }

    void trust(Proof.Trusted assertion) {
        if (muted == 0) {
            trusted.add(assertion);
        }
    }

    void refuse(Refusal.Effect.Kind kind, Span at, String subject, String detail) {
        refuse(new Refusal.Effect(kind, root(at), subject, callChain(), detail));
    }

    /** Where a message about {@code at} stands: in the loop itself, at the outermost call that leads there. */
    Span root(Span at) {
        return callers.isEmpty() ? at : callers.peekLast();
    }

    List<Span> callChain() {
        List<Span> chain = new ArrayList<>(callers);
        java.util.Collections.reverse(chain);
        return chain;
    }

    private List<Span> chain(Span at) {
        List<Span> chain = callChain();
        chain.add(at);
        return chain;
    }
}
