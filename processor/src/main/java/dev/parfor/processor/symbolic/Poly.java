package dev.parfor.processor.symbolic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    public static final Poly ZERO = new Poly();
    public static final Poly ONE = constant(1);

    /** No polynomial is let grow beyond this many terms: a larger one is treated as unknown. */
    private static final int MOST_TERMS = 40;

    private static final Comparator<Term> BY_MONOMIAL = (a, b) -> a.monomial.compareTo(b.monomial);

    /** In the order of their monomials; the constant comes last. */
    private final Term[] terms;
    /** Zero until it is asked for: most polynomials are steps on the way to others. */
    private int hash;

    private Poly(Term... terms) {
        this.terms = terms;
    }

    /** A monomial and its coefficient, which is not zero. */
    public record Term(Monomial monomial, long coefficient) {}

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
                String[] all = new String[atoms.size()];
                for (int n = 0; n < all.length; n++) {
                    all[n] = atoms.get(n).key();
                }
                keys = all;
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
            for (Atom atom : atoms) {
                if (atom.isVarying()) {
                    return true;
                }
            }
            return false;
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
        return value == 0 ? new Poly() : new Poly(new Term(Monomial.UNIT, value));
    }

    public static Poly of(Atom atom) {
        return of(new Monomial(List.of(atom)));
    }

    public static Poly of(Monomial monomial) {
        return new Poly(new Term(monomial, 1));
    }

    public Poly plus(Poly other) {
        if (other.terms.length == 0) {
            return this;
        }
        Term[] sum = new Term[terms.length + other.terms.length];
        int size = 0;
        int k = 0;
        int n = 0;
        while (k < terms.length && n < other.terms.length) {
            int order = terms[k].monomial.compareTo(other.terms[n].monomial);
            if (order != 0) {
                sum[size++] = order < 0 ? terms[k++] : other.terms[n++];
                continue;
            }
            long coefficient = Math.addExact(terms[k].coefficient, other.terms[n].coefficient);
            if (coefficient != 0) {
                sum[size++] = new Term(terms[k].monomial, coefficient);
            }
            k++;
            n++;
        }
        while (k < terms.length) {
            sum[size++] = terms[k++];
        }
        while (n < other.terms.length) {
            sum[size++] = other.terms[n++];
        }
        return checked(sum, size);
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
        if (factor == 0) {
            return ZERO;
        }
        Term[] product = new Term[terms.length];
        for (int k = 0; k < product.length; k++) {
            product[k] = new Term(terms[k].monomial, Math.multiplyExact(terms[k].coefficient, factor));
        }
        return new Poly(product);
    }

    public Poly times(Poly other) {
        List<Term> products = new ArrayList<>(terms.length * other.terms.length);
        for (Term a : terms) {
            for (Term b : other.terms) {
                products.add(new Term(a.monomial.times(b.monomial), Math.multiplyExact(a.coefficient, b.coefficient)));
            }
        }
        return sum(products);
    }

    /** The sum of terms in any order, some perhaps of one monomial. */
    private static Poly sum(List<Term> summands) {
        Term[] sum = summands.toArray(Term[]::new);
        Arrays.sort(sum, BY_MONOMIAL);
        int size = 0;
        for (int k = 0; k < sum.length; ) {
            Monomial monomial = sum[k].monomial;
            long coefficient = 0;
            for (; k < sum.length && sum[k].monomial.compareTo(monomial) == 0; k++) {
                coefficient = Math.addExact(coefficient, sum[k].coefficient);
            }
            if (coefficient != 0) {
                sum[size++] = new Term(monomial, coefficient);
            }
        }
        return checked(sum, size);
    }

    private static Poly checked(Term[] terms, int size) {
        if (size > MOST_TERMS) {
            throw new ArithmeticException("a polynomial of more than " + MOST_TERMS + " terms");
        }
        return new Poly(size == terms.length ? terms : Arrays.copyOf(terms, size));
    }

    /** In canonical order, the constant last. */
    public List<Term> terms() {
        return Collections.unmodifiableList(Arrays.asList(terms));
    }

    /** The monomials of all terms, in their order. */
    public List<Monomial> monomials() {
        Monomial[] all = new Monomial[terms.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = terms[k].monomial;
        }
        return Arrays.asList(all);
    }

    public long constantTerm() {
        return terms.length > 0 && terms[terms.length - 1].monomial.atoms.isEmpty()
                ? terms[terms.length - 1].coefficient
                : 0;
    }

    public boolean isConstant() {
        return terms.length == 0 || terms[0].monomial.atoms.isEmpty();
    }

    /** Whether no atom in it varies from iteration to iteration. */
    public boolean isInvariant() {
        for (Term term : terms) {
            if (term.monomial.isVarying()) {
                return false;
            }
        }
        return true;
    }

    /** Zero where there is no such term. */
    public long coefficient(Monomial monomial) {
        for (Term term : terms) {
            if (term.monomial.compareTo(monomial) == 0) {
                return term.coefficient;
            }
        }
        return 0;
    }

    public long coefficient(Atom atom) {
        return coefficient(new Monomial(List.of(atom)));
    }

    /** All atoms, those inside of {@link Atom.Loaded} indices not included. */
    public Set<Atom> atoms() {
        Set<Atom> all = new TreeSet<>();
        for (Term term : terms) {
            all.addAll(term.monomial.atoms);
        }
        return all;
    }

    public boolean mentions(Atom atom) {
        for (Term term : terms) {
            if (term.monomial.atoms.contains(atom)) {
                return true;
            }
        }
        return false;
    }

    /** The same polynomial over other unknowns. */
    public Poly map(Function<Atom, Poly> substitution) {
        Poly result = ZERO;
        for (Term term : terms) {
            Poly product = constant(term.coefficient);
            for (Atom atom : term.monomial.atoms) {
                product = product.times(substitution.apply(atom));
            }
            result = result.plus(product);
        }
        return result;
    }

    /** The same polynomial with other names for its atoms; no two get the same. */
    public Poly rename(UnaryOperator<Atom> name) {
        List<Term> renamed = new ArrayList<>(terms.length);
        boolean changed = false;
        for (Term term : terms) {
            List<Atom> atoms = new ArrayList<>();
            boolean same = true;
            for (Atom atom : term.monomial.atoms) {
                Atom other = name.apply(atom);
                same &= other == atom;
                atoms.add(other);
            }
            Collections.sort(atoms);
            changed |= !same;
            renamed.add(same ? term : new Term(new Monomial(atoms), term.coefficient));
        }
        return changed ? sum(renamed) : this;
    }

    /**
     * This as {@code coefficient * stride * quotient + rest}, where no term of the rest is a multiple of {@code coefficient *
     * stride}.
     */
    public Division dividedBy(Monomial stride, long coefficient) {
        List<Term> quotient = new ArrayList<>();
        List<Term> rest = new ArrayList<>();
        for (Term term : terms) {
            Optional<Monomial> q =
                    term.coefficient % coefficient == 0 ? term.monomial.dividedBy(stride) : Optional.empty();
            if (q.isPresent()) {
                quotient.add(new Term(q.get(), term.coefficient / coefficient));
            } else {
                rest.add(term);
            }
        }
        return new Division(sum(quotient), sum(rest));
    }

    /** Result of {@link #dividedBy}. */
    public record Division(Poly quotient, Poly rest) {}

    @Override
    public boolean equals(Object o) {
        return this == o || (o instanceof Poly p && p.hashCode() == hashCode() && sameTerms(p));
    }

    /** By equality of the monomials, which is finer than their order: that one looks at names alone. */
    private boolean sameTerms(Poly other) {
        if (terms.length != other.terms.length) {
            return false;
        }
        for (int k = 0; k < terms.length; k++) {
            Term term = terms[k];
            Term matching = other.terms[k];
            if (term.coefficient != matching.coefficient || !term.monomial.equals(matching.monomial)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            int sum = 1;
            for (Term term : terms) {
                sum = 31 * sum + (term.monomial.hash ^ Long.hashCode(term.coefficient));
            }
            hash = sum;
        }
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
        if (terms.length == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            Monomial m = term.monomial;
            long c = term.coefficient;
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
        }
        return text.toString();
    }
}
