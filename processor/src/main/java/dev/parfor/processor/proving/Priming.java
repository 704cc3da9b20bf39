package dev.parfor.processor.proving;

import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Fact;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.util.List;

/**
 * The second iteration's copy of everything that may differ between two iterations: {@code i} becomes {@code i'}. Invariant
 * symbols stay as they are, which is what relates the two.
 */
public final class Priming {

    private Priming() {}

    public static Poly prime(Poly poly) {
        return poly.rename(Priming::prime);
    }

    public static Atom prime(Atom atom) {
        if (atom instanceof Atom.Index i) {
            return new Atom.Index(i.loop(), i.name() + "'", i.type(), i.lower(), i.upper());
        }
        if (atom instanceof Atom.Unknown u) {
            return new Atom.Unknown(
                    u.id(), u.name() + "'", u.min(), u.max(), u.isDefined(), u.quotient(), u.bounds(), u.of());
        }
        if (atom instanceof Atom.Loaded l) {
            return new Atom.Loaded(l.array(), prime(l.index()), l.type());
        }
        return atom;
    }

    public static List<Fact> prime(List<Fact> facts) {
        return facts.stream()
                .map(f -> new Fact(
                        f.kind(),
                        prime(f.poly()),
                        f.exact().stream()
                                .map(e -> new Fact.Exact(prime(e.poly()), e.bits()))
                                .toList()))
                .toList();
    }

    public static Obj prime(Obj object) {
        if (object instanceof Obj.Element e) {
            return new Obj.Element(prime(e.array()), prime(e.index()), e.type());
        }
        if (object instanceof Obj.FieldOf f) {
            return new Obj.FieldOf(prime(f.base()), f.field());
        }
        return object;
    }
}
