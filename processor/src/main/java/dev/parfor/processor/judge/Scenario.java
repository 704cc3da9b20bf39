package dev.parfor.processor.judge;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.judgement.Reach;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way in which the objects of two accesses may relate.
 *
 * @param guards what has to hold at run time for it to be the only way
 * @param apart the two are different objects then
 * @param equal otherwise they are one object only if each of these pairs is equal; the second of each is of the other
 *     iteration
 */
record Scenario(List<Guard> guards, List<Proof.Trusted> trusted, boolean apart, List<Pair> equal) {

    record Pair(Poly first, Poly second) {}

    /** Nothing known: they may be one object, in any two iterations. */
    static final Scenario ANY = new Scenario(List.of(), List.of(), false, List.of());

    /** The two are different objects, by what is known without looking. */
    private static final Scenario APART = new Scenario(List.of(), List.of(), true, List.of());

    /**
     * All ways to look at the two, the one without guards first. Empty: they can't be one object.
     *
     * @param own locals whose arrays have no other name
     */
    static List<Scenario> of(Obj first, Obj second, Set<Var> own) {
        if (first instanceof Obj.Fresh || second instanceof Obj.Fresh) {
            return List.of();
        }
        if (!Type.mayShareInstance(first.type(), second.type())) {
            return List.of();
        }
        List<Scenario> all = new ArrayList<>();
        all.add(ANY);
        if (!Soundness.UNKNOWN_OBJECTS.holds() && (first instanceof Obj.Any || second instanceof Obj.Any)) {
            return List.of();
        }
        if (first instanceof Obj.Invariant a && second instanceof Obj.Invariant b) {
            if (!a.path().equals(b.path())) {
                if (isOwn(a.path(), own) || isOwn(b.path(), own)) {
                    return List.of(APART);
                }
                if (!Soundness.ARRAY_ALIASES.holds()) {
                    return List.of();
                }
                all.add(new Scenario(apart(a.path(), b.path()), List.of(), true, List.of()));
            }
            return all;
        }
        notReached(first, second).or(() -> notReached(second, first)).ifPresent(all::add);
        behindFields(first, second).ifPresent(all::add);
        List<Chain> as = Chain.of(first);
        List<Chain> bs = Chain.of(second);
        // Elements of one array, at one depth: only their indices can keep them apart, whatever else they may be
        // called.
        boolean siblings = as.stream().anyMatch(a -> bs.stream().anyMatch(a::isSibling));
        for (Chain a : as) {
            for (Chain b : bs) {
                if (!siblings || a.isSibling(b)) {
                    all.add(related(a, b));
                }
            }
        }
        if (!Soundness.ROW_ALIASES.holds() && all.size() > 1) {
            Scenario s = all.get(all.size() - 1);
            return List.of(new Scenario(List.of(), List.of(), s.apart(), s.equal()));
        }
        return all;
    }

    /** An object that stays the same and one that is read from a field of objects which don't: {@code out}, {@code bands[i].data}. */
    private static Optional<Scenario> notReached(Obj one, Obj other) {
        boolean behindFields = false;
        for (Obj o = other; !(o instanceof Obj.Invariant); ) {
            if (o instanceof Obj.FieldOf f) {
                behindFields = true;
                o = f.base();
            } else if (o instanceof Obj.Element e) {
                o = e.array();
            } else {
                return Optional.empty();
            }
        }
        Optional<Reach> reach = Reached.by(other);
        if (!behindFields
                || reach.isEmpty()
                || !(one instanceof Obj.Invariant same)
                || !Soundness.ROW_ALIASES.holds()) {
            return Optional.empty();
        }
        return Reached.includes(reach.get(), same.path())
                ? Optional.empty()
                : Optional.of(new Scenario(
                        guarded(
                                new Guard.NotReached(same.path(), reach.get()),
                                reach.get().start()),
                        List.of(),
                        true,
                        List.of()));
    }

    /** Two objects that are read from fields of objects which don't stay the same: {@code bodies[i].position}. */
    private static Optional<Scenario> behindFields(Obj first, Obj second) {
        Optional<Reach> a = Reached.by(first);
        Optional<Reach> b = Reached.by(second);
        if (a.isEmpty() || b.isEmpty() || !Soundness.ROW_ALIASES.holds()) {
            return Optional.empty();
        }
        boolean fields =
                Stream.of(a.get(), b.get()).anyMatch(r -> r.steps().stream().anyMatch(s -> s instanceof Reach.OfField));
        if (!fields || a.get().isOne() || b.get().isOne()) {
            return Optional.empty();
        }
        if (!a.get().equals(b.get())) {
            boolean inOrder = a.get().toString().compareTo(b.get().toString()) <= 0;
            Reach one = inOrder ? a.get() : b.get();
            Reach other = inOrder ? b.get() : a.get();
            return Optional.of(new Scenario(
                    guarded(new Guard.ReachedApart(one, other), one.start(), other.start()),
                    List.of(),
                    true,
                    List.of()));
        }
        List<Poly> as = Reached.indices(first);
        List<Poly> bs = Reached.indices(second);
        List<Pair> equal = new ArrayList<>();
        for (int k = 0; k < as.size(); k++) {
            equal.add(new Pair(as.get(k), bs.get(k)));
        }
        return Optional.of(
                new Scenario(guarded(new Guard.ReachedOnce(a.get()), a.get().start()), List.of(), false, equal));
    }

    private static boolean isOwn(Path path, Set<Var> own) {
        return path instanceof Path.OfVar v && own.contains(v.var())
                || path instanceof Path.Elements e && ElementsList.isIn(e);
    }

    private static Scenario related(Chain a, Chain b) {
        if (a.isSibling(b)) {
            List<Pair> equal = new ArrayList<>();
            for (int k = 0; k < a.indices().size(); k++) {
                equal.add(new Pair(a.indices().get(k), b.indices().get(k)));
            }
            Optional<Proof.Trusted> distinct = a.indices().size() == 1 ? distinct(a.root()) : Optional.empty();
            return distinct.isPresent()
                    ? new Scenario(List.of(), List.of(distinct.get()), false, equal)
                    : new Scenario(
                            guarded(new Guard.DistinctRows(a.root(), a.indices().size()), a.root()),
                            List.of(),
                            false,
                            equal);
        }
        Guard guard = inOrder(a.root(), b.root())
                ? new Guard.DisjointRows(
                        a.root(), a.indices().size(), b.root(), b.indices().size())
                : new Guard.DisjointRows(
                        b.root(), b.indices().size(), a.root(), a.indices().size());
        return new Scenario(guarded(guard, a.root(), b.root()), List.of(), true, List.of());
    }

    /** A guard that looks at what lists hold, behind the one that they are lists of which this may be asked. */
    private static List<Guard> guarded(Guard guard, Path... roots) {
        List<Guard> all = new ArrayList<>();
        for (Path root : roots) {
            if (root instanceof Path.Elements e && !ElementsList.isIn(e)) {
                all.add(new Guard.ExactClass(e.list(), "java.util.ArrayList"));
            }
        }
        all.add(guard);
        return all;
    }

    /** Two lists hold different arrays exactly if they are two lists. */
    private static List<Guard> apart(Path a, Path b) {
        if (a instanceof Path.Elements x && b instanceof Path.Elements y) {
            return guarded(notSame(x.list(), y.list()), a, b);
        }
        return List.of(notSame(a, b));
    }

    /** One guard for a pair of names, whichever access comes first. */
    private static Guard notSame(Path a, Path b) {
        return Guard.NotSame.of(a, b);
    }

    private static boolean inOrder(Path a, Path b) {
        return a.toString().compareTo(b.toString()) <= 0;
    }

    /** What the user has said of the array behind a path. */
    static Optional<Proof.Trusted> distinct(Path path) {
        if (path instanceof Path.OfVar v) {
            Var var = v.var();
            return var.trust()
                    .distinct()
                    .map(reason -> new Proof.Trusted("@Distinct", var.name(), reason, Optional.of(path)));
        }
        FieldRef field =
                path instanceof Path.OfField f ? f.field() : path instanceof Path.OfStatic s ? s.field() : null;
        return field == null
                ? Optional.empty()
                : field.trust()
                        .distinct()
                        .map(reason -> new Proof.Trusted("@Distinct", field.name(), reason, Optional.of(path)));
    }

    /** An object as an element, of an element, ... of an invariant array. */
    private record Chain(Path root, List<Poly> indices) {

        boolean isSibling(Chain other) {
            return root.equals(other.root) && indices.size() == other.indices.size();
        }

        /** Every way to read it so: {@code a[0]} is an object of its own and element 0 of {@code a}. */
        static List<Chain> of(Obj object) {
            List<Poly> indices = new ArrayList<>();
            Obj here = object;
            while (here instanceof Obj.Element e) {
                indices.add(0, e.index());
                here = e.array();
            }
            if (!(here instanceof Obj.Invariant base)) {
                return List.of();
            }
            List<Chain> all = new ArrayList<>();
            Path path = base.path();
            all.add(new Chain(path, List.copyOf(indices)));
            while (path instanceof Path.Element e) {
                indices.add(
                        0,
                        e.index() instanceof Path.Constant c
                                ? Poly.constant(c.value())
                                : Poly.of(new Atom.Symbol(e.index())));
                path = e.array();
                all.add(new Chain(path, List.copyOf(indices)));
            }
            return all;
        }
    }
}
