package dev.parfor.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text form of the IR: what {@code -Aparfor.dump=ir} shows and tests compare.
 *
 * <p>It reads like Java with everything implied spelled out: {@code this}, types of locals, operands in parentheses. What
 * jumps can name bears a number, {@code for#2}, {@code break #2}. String concatenation is {@code ..}, a call without dispatch
 * {@code x.super::m(...)}, an expression or statement that was not read {@code <KIND>}.
 */
public final class IrPrinter {

    private IrPrinter() {}

    /** A loop with all that is known of it. */
    public static String print(LoopNest nest) {
        StatementText out = new StatementText();
        out.line("loop " + nest.ordinal() + " " + nest.name() + " in " + nest.where()
                + nest.method().descriptor());
        out.open(header(nest) + " {");
        out.inside(nest.body());
        out.close("}");
        Surroundings surroundings = new Surroundings(nest.surroundings());
        surroundings.lines().forEach(out::line);
        if (!nest.options().equals(LoopNest.Options.DEFAULT)) {
            out.line("options: " + options(nest.options()));
        }
        return out.toString();
    }

    public static String print(Stmt statement) {
        StatementText out = new StatementText();
        statement.accept(out);
        return out.toString();
    }

    public static String print(Expr expression) {
        return expression.accept(ExpressionText.INSTANCE);
    }

    /** {@code for#1 (int i = 0; i < n; i += 1)}. */
    private static String header(LoopNest nest) {
        LoopNest.Header header = nest.header();
        if (header instanceof LoopNest.Header.Counted c) {
            String type = c.declaredInHeader() ? c.index().type() + " " : "";
            return "for#%d (%s%s = %s; %s %s %s; %s += %s)"
                    .formatted(
                            nest.id(),
                            type,
                            c.index(),
                            print(c.start()),
                            c.index(),
                            c.relation().symbol(),
                            print(c.bound()),
                            c.index(),
                            print(c.step()));
        }
        Var element = header.variable();
        if (header instanceof LoopNest.Header.EachOfArray a) {
            return "for#%d (%s %s : array %s)".formatted(nest.id(), element.type(), element, print(a.array()));
        }
        LoopNest.Header.EachOfList l = (LoopNest.Header.EachOfList) header;
        return "for#%d (%s %s : list %s)".formatted(nest.id(), element.type(), element, print(l.list()));
    }

    private static String options(LoopNest.Options options) {
        List<String> said = new ArrayList<>(List.of(options.schedule()));
        if (options.chunk() != 0) {
            said.add("chunk " + options.chunk());
        }
        if (options.strictFloating()) {
            said.add("strict");
        }
        options.trust().ifPresent(reason -> said.add("trust \"" + reason + "\""));
        if (options.warnOnly()) {
            said.add("warn");
        }
        return String.join(", ", said);
    }

    /** What of the surroundings there is to say. */
    private record Surroundings(LoopNest.Surroundings of) {

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            names("live after: ", of.liveAfter()).ifPresent(lines::add);
            names("unassigned before: ", of.unassignedBefore()).ifPresent(lines::add);
            for (LoopNest.Handler handler : of.handlers()) {
                lines.add("inside: " + handler.span().text() + (handler.swallows() ? " that goes on" : ""));
            }
            return lines;
        }

        private static Optional<String> names(String label, Set<Var> vars) {
            return vars.isEmpty()
                    ? Optional.empty()
                    : Optional.of(vars.stream().map(Var::name).sorted().collect(Collectors.joining(", ", label, "")));
        }
    }
}
