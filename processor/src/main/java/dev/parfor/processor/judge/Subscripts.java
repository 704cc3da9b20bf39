package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Path;
import dev.parfor.processor.symbolic.Atom;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.walk.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A cell as a way from something that no iteration changes, and the subscripts on this way: {@code c[i][j]} is {@code c[0][0]} with
 * {@code i} and {@code j}. Two cells of one way and equal subscripts are one cell.
 *
 * @param way the cell with all subscripts 0
 * @param all in the order in which they are written
 */
record Subscripts(Cell way, List<Poly> all) {

    Subscripts {
        all = List.copyOf(all);
    }

    /** Empty where the way begins at an object of which nobody knows which one it is, and for what is inside of the library's objects. */
    static Optional<Subscripts> of(Cell cell) {
        Optional<Obj> object = PairTester.object(cell);
        if (cell instanceof Cell.StateCell || object.isPresent() && !isReached(object.get())) {
            return Optional.empty();
        }
        Cell spelled = on(cell, Subscripts::spelled);
        List<Poly> all = new ArrayList<>();
        PairTester.object(spelled).ifPresent(o -> all.addAll(Reached.indices(o)));
        if (cell instanceof Cell.ArrayCell a) {
            all.add(a.index());
        }
        return Optional.of(new Subscripts(with(spelled, p -> Poly.ZERO), all));
    }

    /** The cell with these subscripts in the place of its own. */
    Cell at(List<Poly> subscripts) {
        List<Poly> rest = new ArrayList<>(subscripts);
        // From the cell inwards, so from the last subscript to the first.
        return with(way, p -> rest.remove(rest.size() - 1));
    }

    private static boolean isReached(Obj object) {
        if (object instanceof Obj.Element e) {
            return isReached(e.array());
        }
        return object instanceof Obj.FieldOf f ? isReached(f.base()) : object instanceof Obj.Invariant;
    }

    private static Cell on(Cell cell, UnaryOperator<Obj> object) {
        if (cell instanceof Cell.ArrayCell a) {
            return new Cell.ArrayCell(object.apply(a.array()), a.index(), a.element());
        }
        return cell instanceof Cell.FieldCell f ? new Cell.FieldCell(object.apply(f.object()), f.field()) : cell;
    }

    /** {@code c[0]} and {@code c[k]} with their subscripts apart, too. */
    private static Obj spelled(Obj object) {
        if (object instanceof Obj.Element e) {
            return new Obj.Element(spelled(e.array()), e.index(), e.type());
        }
        if (object instanceof Obj.FieldOf f) {
            return new Obj.FieldOf(spelled(f.base()), f.field());
        }
        return object instanceof Obj.Invariant fixed ? spelled(fixed.path()) : object;
    }

    private static Obj spelled(Path path) {
        if (path instanceof Path.Element e) {
            Poly index = e.index() instanceof Path.Constant c
                    ? Poly.constant(c.value())
                    : Poly.of(new Atom.Symbol(e.index()));
            return new Obj.Element(spelled(e.array()), index, e.type());
        }
        if (path instanceof Path.OfField f && !(spelled(f.base()) instanceof Obj.Invariant)) {
            return new Obj.FieldOf(spelled(f.base()), f.field());
        }
        return new Obj.Invariant(path);
    }

    private static Cell with(Cell cell, UnaryOperator<Poly> subscript) {
        if (cell instanceof Cell.ArrayCell a) {
            Poly index = subscript.apply(a.index());
            return new Cell.ArrayCell(with(a.array(), subscript), index, a.element());
        }
        return cell instanceof Cell.FieldCell f ? new Cell.FieldCell(with(f.object(), subscript), f.field()) : cell;
    }

    private static Obj with(Obj object, UnaryOperator<Poly> subscript) {
        if (object instanceof Obj.Element e) {
            Poly index = subscript.apply(e.index());
            return new Obj.Element(with(e.array(), subscript), index, e.type());
        }
        return object instanceof Obj.FieldOf f ? new Obj.FieldOf(with(f.base(), subscript), f.field()) : object;
    }
}
