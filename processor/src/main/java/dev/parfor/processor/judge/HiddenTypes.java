package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.GuardPaths;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Reach;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Types that a plan's guards and merges lead through, and that generated code cannot name. The loop's own text was asked already; but what
 * a method does that is called may lead through a private class of another one.
 */
final class HiddenTypes {

    private final Set<String> named = new LinkedHashSet<>();

    private HiddenTypes() {}

    static List<Refusal> of(LoopNest nest, Plan plan, Bodies bodies) {
        HiddenTypes all = new HiddenTypes();
        Set<Path> paths = new LinkedHashSet<>();
        plan.guards().forEach(g -> {
            GuardPaths.collect(g, paths);
            all.guard(g);
        });
        plan.merges().forEach(m -> paths.add(m.target()));
        plan.kept().forEach(k -> k.addPaths(paths));
        paths.forEach(all::path);
        List<Refusal> refusals = new ArrayList<>();
        for (String name : all.named) {
            bodies.hides(name, nest.method().owner())
                    .ifPresent(why -> refusals.add(new Misuse(
                            why.equals("private") ? Misuse.Kind.PRIVATE_TYPE : Misuse.Kind.UNREACHABLE_MEMBER,
                            nest.span(),
                            name,
                            why)));
        }
        return refusals;
    }

    private void guard(Guard guard) {
        if (guard instanceof Guard.NotOverridden g) {
            method(g.method());
        } else if (guard instanceof Guard.Uses g) {
            method(g.method());
            steps(g.objects());
        } else if (guard instanceof Guard.OneOf g) {
            g.classes().forEach(this::type);
            steps(g.objects());
        } else if (guard instanceof Guard.ExactClass g) {
            named.add(g.className());
        }
    }

    private void method(MethodRef method) {
        named.add(method.owner());
        method.parameters().forEach(this::type);
    }

    private void steps(Reach reach) {
        for (Reach.Step step : reach.steps()) {
            if (step instanceof Reach.OfField of) {
                field(of.field());
            } else if (step instanceof Reach.OfType of) {
                type(of.type());
            }
        }
    }

    /** Where a handle is needed, it is one of the field's type. */
    private void field(FieldRef field) {
        named.add(field.owner());
        if (field.isPrivate()) {
            type(field.type());
        }
    }

    private void type(Type type) {
        if (type instanceof Type.Array array) {
            type(array.element());
        } else if (type instanceof Type.Ref ref) {
            named.add(ref.name());
        }
    }

    private void path(Path path) {
        if (path instanceof Path.OfField of) {
            field(of.field());
            path(of.base());
        } else if (path instanceof Path.OfStatic of) {
            field(of.field());
        } else if (path instanceof Path.Length length) {
            path(length.array());
        } else if (path instanceof Path.Element element) {
            path(element.array());
            path(element.index());
        } else if (path instanceof Path.Elements elements) {
            path(elements.list());
        } else if (path instanceof Path.Sum sum) {
            sum.terms().forEach(t -> t.factors().forEach(this::path));
        } else if (path instanceof Path.Trips trips) {
            path(trips.from());
            path(trips.to());
        }
    }
}
