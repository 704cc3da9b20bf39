package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One method by itself, called on anything with anything: what it does to what was there before the call. */
public final class ContractWalk {

    private ContractWalk() {}

    /**
     * What it does.
     *
     * @param accesses to memory that was there before the call
     * @param refusals what else others could notice, and what is not known
     */
    public record Result(List<Access> accesses, List<Refusal> refusals) {}

    public static Result walk(Bodies.MethodBody body, Bodies bodies, Prover prover) {
        Written written = new Written(false);
        while (true) {
            int before = written.size();
            Result result = round(body, bodies, prover, written);
            if (written.size() == before) {
                return result;
            }
        }
    }

    private static Result round(Bodies.MethodBody body, Bodies bodies, Prover prover, Written written) {
        Set<Var> outer = new LinkedHashSet<>(body.parameters());
        Walk walk = new Walk(body.method().owner(), bodies, prover, written, outer, Set.of());
        walk.functions = new KnownFunctions(walk);
        Expressions expressions = new Expressions(walk);
        new Statements(walk, expressions);
        walk.now = new State(Map.of(), Map.of(), List.of(), Set.of(), false);
        Optional<Value> self = body.thisType()
                .map(t -> Value.Ref.of(
                        body.method().isConstructor()
                                ? new Obj.Fresh(walk.freshId(), t, false, false)
                                : new Obj.Invariant(new Path.Receiver(t))));
        List<Value> arguments = new ArrayList<>();
        for (Var p : body.parameters()) {
            Type type = p.type();
            arguments.add(type.isReference() || type.isIntegral() ? Walk.at(new Path.OfVar(p)) : Value.OTHER);
        }
        expressions.calls().alone(body, self, arguments);
        return new Result(List.copyOf(walk.accesses), List.copyOf(walk.refusals));
    }
}
