package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Reach;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ways to objects, as guards go them before the loop. */
public final class Reached {

    private Reached() {}

    /** The way to an object, whichever elements it leads through; empty where it begins at no path. */
    public static Optional<Reach> by(Obj object) {
        if (object instanceof Obj.Invariant base) {
            return Optional.of(Reach.of(base.path()));
        } else if (object instanceof Obj.Element e) {
            return e.array() instanceof Obj.FieldOf held && held.field().equals(ListElements.HELD)
                    ? by(held.base()).map(r -> r.then(new Reach.EachListed()))
                    : by(e.array()).map(r -> r.then(new Reach.EachElement()));
        } else if (object instanceof Obj.FieldOf of && !of.field().equals(ListElements.HELD)) {
            return by(of.base()).map(r -> r.then(new Reach.OfField(of.field())));
        }
        return Optional.empty();
    }

    /** Which elements the way to this object leads through. */
    public static List<Poly> indices(Obj object) {
        List<Poly> indices = new ArrayList<>();
        for (Obj o = object; !(o instanceof Obj.Invariant); ) {
            if (o instanceof Obj.Element e) {
                indices.add(0, e.index());
                o = e.array();
            } else {
                o = ((Obj.FieldOf) o).base();
            }
        }
        return indices;
    }

    /** The way to an object where it is of a type that it need not be of. */
    static Optional<Reach> by(Obj object, Type as) {
        boolean narrower = as instanceof Type.Ref narrow
                && !narrow.name().equals("java.lang.Object")
                && !(object.type() instanceof Type.Ref own && own.supertypes().contains(narrow.name()));
        return by(object).map(r -> narrower ? r.then(new Reach.OfType((Type.Ref) as)) : r);
    }

    /** Whether what the path leads to is surely among these objects, so that no guard would keep it apart from them. */
    public static boolean includes(Reach reach, Path path) {
        List<Reach.Step> steps = reach.steps();
        Path here = path;
        for (int k = steps.size() - 1; k >= 0; k--) {
            if (steps.get(k) instanceof Reach.OfType) {
                return false;
            }
            if (steps.get(k) instanceof Reach.OfField of && here instanceof Path.OfField f) {
                if (!f.field().equals(of.field())) {
                    return false;
                }
                here = f.base();
            } else if (steps.get(k) instanceof Reach.EachElement && here instanceof Path.Element e) {
                here = e.array();
            } else {
                return false;
            }
        }
        return here.equals(reach.start());
    }
}
