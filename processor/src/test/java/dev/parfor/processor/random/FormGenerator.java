package dev.parfor.processor.random;

import dev.parfor.processor.random.Stmt.Block;
import java.util.ArrayList;
import java.util.List;

/** Draws the body of a loop around one of the forms that the judge knows beyond the plain ones, most often as it should be. */
final class FormGenerator {

    private static final List<Theme> MIXED = List.of(
            Theme.HANDED,
            Theme.HANDED,
            Theme.EXITS,
            Theme.WORK,
            Theme.MERGED,
            Theme.INDICES,
            Theme.LISTS,
            Theme.LAST,
            Theme.EXTREMES,
            Theme.FILTERS,
            Theme.ADDING,
            Theme.SCANS,
            Theme.SUMS,
            Theme.ROUND,
            Theme.TILES,
            Theme.LENT,
            Theme.HASHES,
            Theme.PACKED,
            Theme.BITS,
            Theme.LABELS,
            Theme.ELEMENTS,
            Theme.COLLECTIONS,
            Theme.CALLING,
            Theme.FRACTIONS,
            Theme.FAILING);

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
        if (theme == Theme.MIXED) {
            all.addAll(mixed());
        } else {
            all.addAll(form(theme));
        }
        if (theme != Theme.ORDERED && scope.chance(theme == Theme.EXITS ? 6 : 12)) {
            all.addAll(bodies.body(1).statements());
        }
        return new Block(all);
    }

    private List<Stmt> mixed() {
        List<Stmt> all = new ArrayList<>();
        int count = scope.chance(80) ? 2 : 3;
        for (int i = 0; i < count; i++) {
            all.addAll(form(scope.pick(MIXED)));
        }
        return all;
    }

    private List<Stmt> form(Theme form) {
        return switch (form) {
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
            case HANDED -> new HandedForms(scope, bodies, expr).handed();
            case ROUND -> new RoundForms(scope, expr).round();
            case HASHES -> new HashForms(scope, expr).hashes();
            case PACKED -> new PackedForms(scope, expr).packed();
            case BITS -> new BitForms(scope, expr).bits();
            case LABELS -> new LabelForms(scope, expr).labels();
            case ELEMENTS -> new ElementForms(scope, expr).elements();
            case STEPS -> new StepForms(scope, expr).steps();
            case COLLECTIONS -> new CollectionForms(scope, expr).collections();
            case CALLING -> new CallForms(scope, expr).calling();
            case PHASES -> new PhaseForms(scope, expr).phases();
            case FRACTIONS -> new FractionForms(scope, expr).fractions();
            case FAILING -> new FailForms(scope, bodies, expr).failing();
            case LENT -> new LentForms(scope, expr).lent();
            case TILES -> new RoundForms(scope, expr).tiles();
            default -> new WaveForms(scope, expr).waves();
        };
    }
}
