package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Subscripts that go through an index array of which the user says that it holds no value twice: {@code y[c + next[e]]} and {@code
 * y[c + next[f]]} are one cell only where {@code e} and {@code f} are one.
 *
 * <p>The factor of the element must be 1 or -1, so that nothing wraps {@code int} arithmetic onto an equal value, and what is added to it
 * the same number in both iterations.
 *
 * @param pairs the pairs, with such subscripts replaced by those of the index array
 * @param trusted what was taken on trust for it; empty where nothing was replaced
 */
record DistinctIndices(List<Scenario.Pair> pairs, List<Proof.Trusted> trusted) {

    static DistinctIndices in(List<Scenario.Pair> pairs) {
        List<Scenario.Pair> replaced = new ArrayList<>();
        List<Proof.Trusted> trusted = new ArrayList<>();
        for (Scenario.Pair pair : pairs) {
            Optional<Element> first = Element.of(pair.first());
            Optional<Element> second = Element.of(pair.second());
            Optional<Proof.Trusted> said =
                    first.flatMap(e -> Scenario.distinct(e.loaded().array()));
            if (said.isPresent() && second.isPresent() && first.get().isBeside(second.get())) {
                replaced.add(new Scenario.Pair(
                        first.get().loaded().index(), second.get().loaded().index()));
                trusted.add(said.get());
            } else {
                replaced.add(pair);
            }
        }
        return new DistinctIndices(replaced, trusted);
    }

    /** {@code rest + sign * loaded}, the rest the same in all iterations. */
    private record Element(Atom.Loaded loaded, long sign, Poly rest) {

        static Optional<Element> of(Poly subscript) {
            List<Atom> varying =
                    subscript.atoms().stream().filter(Atom::isVarying).toList();
            if (varying.size() != 1
                    || !(varying.get(0) instanceof Atom.Loaded loaded)
                    || loaded.type() == Type.Primitive.LONG) {
                return Optional.empty();
            }
            long sign = subscript.coefficient(loaded);
            Poly rest = subscript.minus(Poly.of(loaded).times(sign));
            return Math.abs(sign) == 1 && rest.isInvariant()
                    ? Optional.of(new Element(loaded, sign, rest))
                    : Optional.empty();
        }

        boolean isBeside(Element other) {
            return loaded.array().equals(other.loaded.array()) && sign == other.sign && rest.equals(other.rest);
        }
    }
}
