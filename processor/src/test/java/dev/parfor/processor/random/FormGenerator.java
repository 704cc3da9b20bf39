package dev.parfor.processor.random;

import dev.parfor.processor.random.Stmt.Block;
import java.util.ArrayList;
import java.util.List;

/** Draws the body of a loop around one of the forms that the judge knows beyond the plain ones, most often as it should be. */
final class FormGenerator {

    private final Scope scope;
    private final BodyGenerator bodies;
    private final Theme theme;
    private final ExprGenerator expr;
    private final ScalarForms scalars;
    private final ArrayForms arrays;
    private final ObjectForms objects;

    FormGenerator(Scope scope, BodyGenerator bodies, Theme theme) {
        ExprGenerator expr = new ExprGenerator(scope);
        this.scope = scope;
        this.bodies = bodies;
        this.theme = theme;
        this.expr = expr;
        this.scalars = new ScalarForms(scope, bodies, expr);
        this.arrays = new ArrayForms(scope, expr);
        this.objects = new ObjectForms(scope, expr);
    }

    Block body() {
        List<Stmt> all = new ArrayList<>();
        if (scope.chance(theme == Theme.EXITS ? 6 : 12)) {
            all.addAll(bodies.body(1).statements());
        }
        all.addAll(form());
        if (theme != Theme.ORDERED && scope.chance(theme == Theme.EXITS ? 6 : 12)) {
            all.addAll(bodies.body(1).statements());
        }
        return new Block(all);
    }

    private List<Stmt> form() {
        return switch (theme) {
            case EXITS -> scalars.exits();
            case WORK -> arrays.work();
            case MERGED -> arrays.merged();
            case INDICES -> arrays.indices();
            case COUNTING -> arrays.counting();
            case PRODUCTS -> arrays.products();
            case LISTS -> objects.lists();
            case OBJECTS -> objects.objects();
            case HEADERS -> scalars.headers();
            case LAST -> scalars.last();
            case EXTREMES -> scalars.extremes();
            case RECURSION -> arrays.recursion();
            case LOCKS -> objects.locks();
            case FILTERS -> scalars.filters();
            case ADDING -> objects.adding();
            case SCANS -> scalars.scans();
            case ORDERED -> new OrderedForms(scope, bodies, expr).ordered();
            case REGIONS -> new RegionForms(scope, expr).regions();
            case SUMS -> new SumForms(scope, expr).sums();
            case DISPATCH -> new DispatchForms(scope, expr).dispatch();
            default -> new WaveForms(scope, expr).waves();
        };
    }
}
