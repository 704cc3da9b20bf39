package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** The trees that the numbers of spans stand for, of every compilation that trees are read from. */
final class Places {

    /** How a message comes to stand at a tree. */
    interface Printer {
        void print(Diagnostic.Kind kind, String message, CompilationUnitTree unit, Tree tree);
    }

    private record Place(CompilationUnitTree unit, Tree tree, Printer printer) {}

    private final List<Place> places = new ArrayList<>();

    int add(CompilationUnitTree unit, Tree tree, Printer printer) {
        places.add(new Place(unit, tree, printer));
        return places.size() - 1;
    }

    boolean has(int number) {
        return number >= 0 && number < places.size();
    }

    void print(Diagnostic.Kind kind, String message, int number) {
        Place place = places.get(number);
        place.printer().print(kind, message, place.unit(), place.tree());
    }
}
