package dev.parfor.processor.judge;

import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.judgement.Proof;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Fact;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text form of what the tests are asked and what they answer: what {@code -Aparfor.dump=dependences} shows.
 *
 * <p>First the accesses of one iteration, numbered, each with its line and the facts that hold where it stands; then the pairs:
 * {@code 1-4 apart} by a test, given guards, or {@code open}.
 */
final class DependencePrinter {

    private final StringBuilder out = new StringBuilder();

    /** A pair that no test has separated. */
    record Open(Access first, Access second) {}

    private DependencePrinter() {}

    static String print(LoopNest nest, List<Access> accesses, List<Proof.Pair> apart, List<Open> open) {
        DependencePrinter printer = new DependencePrinter();
        printer.line("accesses of loop " + nest.ordinal() + " " + nest.name() + " in " + nest.where()
                + nest.method().descriptor());
        accesses.forEach(printer::access);
        printer.line("pairs:");
        apart.forEach(p -> printer.line("  " + p.first() + ", " + p.second()
                + (p.inTiles() ? ": in order by " : ": apart by ") + p.by() + guards(p)));
        open.forEach(p -> printer.line("  " + p.first() + ", " + p.second() + ": open"));
        return printer.out.toString().stripTrailing();
    }

    private void access(Access a) {
        String facts = a.facts().stream().map(Fact::toString).distinct().collect(Collectors.joining(", "));
        line("  " + a + ", line " + a.span().line() + (facts.isEmpty() ? "" : ", where " + facts));
    }

    private static String guards(Proof.Pair pair) {
        return pair.guards().isEmpty()
                ? ""
                : pair.guards().stream().map(String::valueOf).collect(Collectors.joining(", ", ", given guard ", ""));
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
