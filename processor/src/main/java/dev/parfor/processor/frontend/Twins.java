package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Finds a tree of the user's compilation again that another compilation of the same file has a twin of: by kind and place. */
final class Twins {

    private final TypedTrees users;
    private final Map<JavaFileObject, CompilationUnitTree> units = new HashMap<>();

    Twins(TypedTrees users) {
        this.users = users;
    }

    /** The tree of the user's compilation for one of another compilation. */
    Optional<TreePath> of(CompilationUnitTree unit, Tree tree) {
        JavaFileObject file =
                unit.getSourceFile() instanceof SideFiles.Source source ? source.original() : unit.getSourceFile();
        return unit(file, unit).flatMap(original -> find(original, unit, tree));
    }

    private Optional<CompilationUnitTree> unit(JavaFileObject file, CompilationUnitTree other) {
        return Optional.ofNullable(units.computeIfAbsent(file, f -> lookUp(other)));
    }

    /** The user's unit by a class that it declares; {@code null} where it has none. */
    private CompilationUnitTree lookUp(CompilationUnitTree other) {
        String prefix = other.getPackageName() == null ? "" : other.getPackageName() + ".";
        for (Tree declared : other.getTypeDecls()) {
            if (declared instanceof ClassTree c) {
                TypeElement type = users.elements().getTypeElement(prefix + c.getSimpleName());
                Optional<TreePath> path = Optional.ofNullable(type).flatMap(users::path);
                if (path.isPresent()) {
                    return path.get().getCompilationUnit();
                }
            }
        }
        return null;
    }

    private Optional<TreePath> find(CompilationUnitTree original, CompilationUnitTree unit, Tree tree) {
        long start = users.start(unit, tree);
        long end = users.end(unit, tree);
        TreePath[] found = new TreePath[1];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree candidate, Void unused) {
                if (candidate == null || found[0] != null) {
                    return null;
                }
                if (candidate.getKind() == tree.getKind()
                        && users.start(original, candidate) == start
                        && users.end(original, candidate) == end) {
                    found[0] = getCurrentPath() == null
                            ? new TreePath(original)
                            : new TreePath(getCurrentPath(), candidate);
                    return null;
                }
                return super.scan(candidate, null);
            }
        }.scan(new TreePath(original), null);
        return Optional.ofNullable(found[0]);
    }
}
