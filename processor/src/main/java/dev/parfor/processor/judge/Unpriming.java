package dev.parfor.processor.judge;

import dev.parfor.processor.symbolic.Atom;

/** The first iteration's counterpart of an atom of the second one. */
final class Unpriming {

    private Unpriming() {}

    static Atom of(Atom atom) {
        if (atom instanceof Atom.Index i && i.name().endsWith("'")) {
            return new Atom.Index(i.loop(), plain(i.name()), i.type(), i.lower(), i.upper());
        }
        if (atom instanceof Atom.Unknown u && u.name().endsWith("'")) {
            return new Atom.Unknown(
                    u.id(), plain(u.name()), u.min(), u.max(), u.isDefined(), u.quotient(), u.bounds(), u.of());
        }
        if (atom instanceof Atom.Loaded l) {
            return new Atom.Loaded(
                    l.array(), l.index().map(a -> dev.parfor.processor.symbolic.Poly.of(of(a))), l.type());
        }
        return atom;
    }

    private static String plain(String name) {
        return name.substring(0, name.length() - 1);
    }
}
