package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds the methods with marks, in the files of a round that mention {@code dev.parfor} at all, and what is wrong with the
 * marks. Looks at declarations only: nothing is attributed here.
 */
public final class LoopFinder {

    private final Frontend frontend;
    private final CompanionNames companions;

    /** @param companions names taken by the companions of earlier rounds */
    public LoopFinder(Frontend frontend, CompanionNames companions) {
        this.frontend = frontend;
        this.companions = companions;
    }

    /**
     * What a round has.
     *
     * @param classes those whose companions can be written now
     * @param postponed qualified names of top-level classes to look at again in the next round: a type of a signature is missing
     * @param refusals what is wrong with the use of the annotations, in source order
     */
    public record Found(List<MarkedClass> classes, Set<String> postponed, List<Refusal> refusals) {
        public Found {
            classes = List.copyOf(classes);
            refusals = List.copyOf(refusals);
        }
    }

    /** @param last whether no other round comes, so that nothing is postponed */
    public Found find(Collection<? extends Element> roots, boolean last) {
        List<MarkedClass> classes = new ArrayList<>();
        Set<String> postponed = new LinkedHashSet<>();
        List<Refusal> refusals = new ArrayList<>();
        Set<CompilationUnitTree> seen = new HashSet<>();
        for (Element root : roots) {
            Optional<TreePath> path =
                    root instanceof TypeElement type ? frontend.trees().path(type) : Optional.empty();
            if (path.isEmpty() || !seen.add(path.get().getCompilationUnit())) {
                continue;
            }
            CompilationUnitTree unit = path.get().getCompilationUnit();
            if (!isMentioned(frontend.trees(), unit)) {
                continue;
            }
            MarkScanner scanner = new MarkScanner(frontend, companions, unit);
            scanner.scan(new TreePath(unit), null);
            if (scanner.hasUnknownTypes() && !last) {
                postponed.add(((TypeElement) root).getQualifiedName().toString());
                continue;
            }
            refusals.addAll(scanner.refusals());
            classes.addAll(scanner.classes());
        }
        return new Found(classes, postponed, refusals);
    }

    /** Whether the file of a top-level class mentions this library at all; others have no marks. */
    public static boolean isMentioned(TypedTrees trees, TypeElement type) {
        Optional<TreePath> path = trees.path(type);
        return path.isPresent() && isMentioned(trees, path.get().getCompilationUnit());
    }

    private static boolean isMentioned(TypedTrees trees, CompilationUnitTree unit) {
        return trees.source(unit).contains("dev.parfor");
    }
}
