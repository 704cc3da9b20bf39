package dev.parfor.processor.diagnostics;

import static dev.parfor.processor.diagnostics.Text.quote;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.processor.judgement.Plan.Role.Term;
import java.util.List;
import java.util.stream.Collectors;

/** What the variables from outside are to a parallel loop, in the user's words. */
final class RoleText implements Role.Visitor<String> {

    private static final RoleText WORDS = new RoleText();

    private RoleText() {}

    static List<String> of(List<Role> roles) {
        return roles.stream().map(role -> role.accept(WORDS)).toList();
    }

    @Override
    public String privateVar(Role.Private r) {
        return name(r.var()) + ": written before it is read in each iteration, so each worker has its own";
    }

    @Override
    public String lastValue(Role.LastValue r) {
        return name(r.var()) + ": each worker has its own; after the loop it has the value of the last iteration";
    }

    @Override
    public String conditionalLast(Role.ConditionalLast r) {
        return name(r.var())
                + ": each block has its own; after the loop it has the value of the last iteration that wrote it";
    }

    @Override
    public String exitValue(Role.ExitValue r) {
        return name(r.var()) + ": set where the loop ends early; the lowest iteration that does so decides";
    }

    @Override
    public String ordered(Role.Ordered r) {
        return name(r.var()) + ": goes from iteration to iteration in the ordered block";
    }

    @Override
    public String induction(Role.Induction r) {
        return name(r.var()) + ": grows by " + quote(step(r.step())) + " in each iteration, so it is computed from the "
                + "iteration's number";
    }

    @Override
    public String reduction(Role.Reduction r) {
        boolean rounds =
                r.var().type().isFloating() && (r.operator() == Operator.ADD || r.operator() == Operator.MULTIPLY);
        return name(r.var()) + ": reduction by " + quote(r.operator().symbol())
                + (rounds
                        ? ", in an order fixed by the number of iterations: the same bits on any number of threads, "
                                + "but perhaps not those of the sequential loop"
                        : "");
    }

    @Override
    public String position(Role.Position r) {
        return name(r.var()) + ": counts what is filled; each block counts its own from 0";
    }

    @Override
    public String scan(Role.Scan r) {
        boolean rounds = r.step() instanceof Role.Reduction && r.var().type().isFloating();
        return name(r.var()) + ": runs through the loop; a first pass finds where each block of iterations starts"
                + (rounds
                        ? ", in an order fixed by the number of iterations: the same bits on any number of threads, "
                                + "but perhaps not those of the sequential loop"
                        : "");
    }

    @Override
    public String handedOn(Role.HandedOn r) {
        return name(r.var()) + ": what the iteration before has left; each chunk makes its first one anew"
                + (r.readAfter() ? ", and the last one is handed out" : "");
    }

    @Override
    public String userReduction(Role.UserReduction r) {
        return name(r.var()) + ": reduction by " + quote(r.method().display()) + " from " + quote(r.identity())
                + ", combined in iteration order";
    }

    @Override
    public String horner(Role.Horner r) {
        return name(r.var()) + ": each iteration multiplies it by " + r.factor()
                + " and adds something; blocks of iterations start from 0, and are put together by powers of that";
    }

    @Override
    public String mathExtreme(Role.MathExtreme r) {
        return name(r.var()) + ": reduction by " + quote(r.max() ? "Math.max" : "Math.min");
    }

    @Override
    public String indexedExtreme(Role.IndexedExtreme r) {
        boolean max = r.relation() == Operator.GREATER || r.relation() == Operator.GREATER_EQUAL;
        return name(r.var()) + ": index of the " + (max ? "greatest" : "least") + " value in " + name(r.array())
                + " by " + quote(r.relation().symbol()) + ", the same one of equal values as in the sequential loop";
    }

    @Override
    public String compareExtreme(Role.CompareExtreme r) {
        String payload = r.payload().stream().map(RoleText::name).collect(Collectors.joining(", "));
        boolean max = r.relation() == Operator.GREATER || r.relation() == Operator.GREATER_EQUAL;
        return name(r.var()) + ": " + (max ? "greatest" : "least") + " value by "
                + quote(r.relation().symbol())
                + (payload.isEmpty() ? "" : ", and with it " + payload)
                + ", the same one of equal values as in the sequential loop"
                + r.other()
                        .map(o -> "; iterations run in order until " + name(o) + " is not " + (max ? "above" : "below")
                                + " it")
                        .orElse("");
    }

    private static String name(Var var) {
        return quote(var.name());
    }

    private static String step(List<Term> terms) {
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            text.append(text.isEmpty() ? "" : " + ").append(product(term));
        }
        return text.toString().replace("+ -", "- ");
    }

    private static String product(Term term) {
        String factors = term.factors().stream().map(Object::toString).collect(Collectors.joining(" * "));
        if (factors.isEmpty()) {
            return Long.toString(term.coefficient());
        }
        return term.coefficient() == 1
                ? factors
                : term.coefficient() == -1 ? "-" + factors : term.coefficient() + " * " + factors;
    }
}
