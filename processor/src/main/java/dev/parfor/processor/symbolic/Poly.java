package dev.parfor.processor.symbolic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A polynomial with integer coefficients over {@link Atom}s, in canonical form. Immutable.
 *
 * <p>Every operation is exact over the integers; one whose coefficients leave {@code long} throws {@link
 * ArithmeticException}, and its caller must fall back to an unknown.
 */
public final class Poly {

    public static final Poly ZERO = new Poly(new TreeMap<>());
    public static final Poly ONE = constant(1);

    /** No polynomial is let grow beyond this many terms: a larger one is treated as unknown. */
    private static final int MOST_TERMS = 40;

    private final TreeMap<Monomial, Long> terms;
    private final int hash;

    private Poly(TreeMap<Monomial, Long> terms) {
        this.terms = terms;
        this.hash = terms.hashCode();
    }

    /** A product of atoms, sorted; empty for the constant term. */
    public static final class Monomial implements Comparable<Monomial> {
        public static final Monomial UNIT = new Monomial(List.of());

        private final List<Atom> atoms;
        private final int hash;

        /** The keys of the atoms: made once, for they are compared at every look into a map. */
        private String[] keys;

        public Monomial(List<Atom> atoms) {
            this.atoms = List.copyOf(atoms);
            this.hash = this.atoms.hashCode();
        }

        public List<Atom> atoms() {
            return atoms;
        }

        private String key(int k) {
            if (keys == null) {
                keys = atoms.stream().map(Atom::key).toArray(String[]::new);
            }
            return keys[k];
        }

        Monomial times(Monomial other) {
            List<Atom> all = new ArrayList<>(atoms);
            all.addAll(other.atoms);
            Collections.sort(all);
            return new Monomial(all);
        }

        public boolean isVarying() {
            return atoms.stream().anyMatch(Atom::isVarying);
        }

        /** This without one factor for each atom of the divisor, if they are all there. */
        public Optional<Monomial> dividedBy(Monomial divisor) {
            List<Atom> rest = new ArrayList<>(atoms);
            for (Atom atom : divisor.atoms) {
                if (!rest.remove(atom)) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Monomial(rest));
        }

        @Override
        public int compareTo(Monomial other) {
            if (this == other) {
                return 0;
            }
            if (atoms.size() != other.atoms.size()) {
                return Integer.compare(other.atoms.size(), atoms.size());
            }
            for (int k = 0; k < atoms.size(); k++) {
                int c = key(k).compareTo(other.key(k));
                if (c != 0) {
                    return c;
                }
            }
            return 0;
        }

        @Override
        public boolean equals(Object o) {
            return this == o || (o instanceof Monomial m && m.hash == hash && m.atoms.equals(atoms));
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return text(Atom::display);
        }

        private String text(Function<Atom, String> name) {
            List<String> names = new ArrayList<>();
            atoms.forEach(a -> names.add(name.apply(a)));
            return String.join("*", names);
        }
    }

    public static Poly constant(long value) {
        TreeMap<Monomial, Long> t = new TreeMap<>();
        if (value != 0) {
            t.put(Monomial.UNIT, value);
        }
        return new Poly(t);
    }

    public static Poly of(Atom atom) {
        return of(new Monomial(List.of(atom)));
    }

    public static Poly of(Monomial monomial) {
        TreeMap<Monomial, Long> t = new TreeMap<>();
        t.put(monomial, 1L);
        return new Poly(t);
    }

    public Poly plus(Poly other) {
        TreeMap<Monomial, Long> t = new TreeMap<>(terms);
        other.terms.forEach((m, c) -> add(t, m, c));
        return checked(t);
    }

    public Poly plus(long value) {
        return plus(constant(value));
    }

    public Poly minus(Poly other) {
        return plus(other.times(-1));
    }

    public Poly negated() {
        return times(-1);
    }

    public Poly times(long factor) {
        TreeMap<Monomial, Long> t = new TreeMap<>();
        terms.forEach((m, c) -> add(t, m, Math.multiplyExact(c, factor)));
        return checked(t);
    }

    public Poly times(Poly other) {
        TreeMap<Monomial, Long> t = new TreeMap<>();
        terms.forEach((m, c) -> other.terms.forEach((n, d) -> add(t, m.times(n), Math.multiplyExact(c, d))));
        return checked(t);
    }

    private static void add(TreeMap<Monomial, Long> t, Monomial m, long c) {
        long sum = Math.addExact(t.getOrDefault(m, 0L), c);
        if (sum == 0) {
            t.remove(m);
        } else {
            t.put(m, sum);
        }
    }

    private static Poly checked(TreeMap<Monomial, Long> t) {
        if (t.size() > MOST_TERMS) {
            throw new ArithmeticException("a polynomial of more than " + MOST_TERMS + " terms");
        }
        return new Poly(t);
    }

    /** Terms in canonical order, the constant last; coefficients are never zero. */
    public Map<Monomial, Long> terms() {
        return Collections.unmodifiableMap(terms);
    }

    public long constantTerm() {
        return terms.getOrDefault(Monomial.UNIT, 0L);
    }

    public boolean isConstant() {
        return terms.isEmpty() || (terms.size() == 1 && terms.containsKey(Monomial.UNIT));
    }

    /** Whether no atom in it varies from iteration to iteration. */
    public boolean isInvariant() {
        return terms.keySet().stream().noneMatch(Monomial::isVarying);
    }

    public long coefficient(Monomial monomial) {
        return terms.getOrDefault(monomial, 0L);
    }

    public long coefficient(Atom atom) {
        return coefficient(new Monomial(List.of(atom)));
    }

    /** All atoms, those inside of {@link Atom.Loaded} indices not included. */
    public Set<Atom> atoms() {
        Set<Atom> all = new TreeSet<>();
        terms.keySet().forEach(m -> all.addAll(m.atoms()));
        return all;
    }

    public boolean mentions(Atom atom) {
        return terms.keySet().stream().anyMatch(m -> m.atoms().contains(atom));
    }

    /** The same polynomial over other unknowns. */
    public Poly map(Function<Atom, Poly> substitution) {
        Poly result = ZERO;
        for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
            Poly product = constant(term.getValue());
            for (Atom atom : term.getKey().atoms()) {
                product = product.times(substitution.apply(atom));
            }
            result = result.plus(product);
        }
        return result;
    }

    /** The same polynomial with other names for its atoms; no two get the same. */
    public Poly rename(UnaryOperator<Atom> name) {
        TreeMap<Monomial, Long> renamed = new TreeMap<>();
        boolean changed = false;
        for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
            List<Atom> atoms = new ArrayList<>();
            boolean same = true;
            for (Atom atom : term.getKey().atoms()) {
                Atom other = name.apply(atom);
                same &= other == atom;
                atoms.add(other);
            }
            Collections.sort(atoms);
            changed |= !same;
            add(renamed, same ? term.getKey() : new Monomial(atoms), term.getValue());
        }
        return changed ? new Poly(renamed) : this;
    }

    /**
     * This as {@code coefficient * stride * quotient + rest}, where no term of the rest is a multiple of {@code coefficient *
     * stride}.
     */
    public Division dividedBy(Monomial stride, long coefficient) {
        TreeMap<Monomial, Long> quotient = new TreeMap<>();
        TreeMap<Monomial, Long> rest = new TreeMap<>();
        terms.forEach((m, c) -> {
            Optional<Monomial> q = c % coefficient == 0 ? m.dividedBy(stride) : Optional.empty();
            if (q.isPresent()) {
                add(quotient, q.get(), c / coefficient);
            } else {
                rest.put(m, c);
            }
        });
        return new Division(new Poly(quotient), new Poly(rest));
    }

    /** Result of {@link #dividedBy}. */
    public record Division(Poly quotient, Poly rest) {}

    @Override
    public boolean equals(Object o) {
        return this == o || (o instanceof Poly p && p.hash == hash && sameTerms(p));
    }

    /** By equality of the monomials, which is finer than their order: that one looks at names alone. */
    private boolean sameTerms(Poly other) {
        if (terms.size() != other.terms.size()) {
            return false;
        }
        Iterator<Map.Entry<Monomial, Long>> others = other.terms.entrySet().iterator();
        for (Map.Entry<Monomial, Long> term : terms.entrySet()) {
            Map.Entry<Monomial, Long> matching = others.next();
            if (!term.getKey().equals(matching.getKey()) || !term.getValue().equals(matching.getValue())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text(Atom::display);
    }

    /** A text that no other polynomial has. */
    public String identity() {
        return text(Atom::key);
    }

    private String text(Function<Atom, String> name) {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        terms.forEach((m, c) -> {
            if (text.length() > 0) {
                text.append(c < 0 ? " - " : " + ");
            } else if (c < 0) {
                text.append('-');
            }
            long magnitude = Math.abs(c);
            if (m.atoms().isEmpty()) {
                text.append(magnitude);
            } else {
                text.append(magnitude == 1 ? "" : magnitude + "*").append(m.text(name));
            }
        });
        return text.toString();
    }
}
