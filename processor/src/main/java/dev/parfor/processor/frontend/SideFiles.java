package dev.parfor.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files of a {@link SideCompilation}: the sources that the user's compilation has, and its class path, found out package by
 * package by {@link ClassRoots}.
 */
final class SideFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    /** A source file of the user's compilation under the name of one of its classes. */
    static final class Source extends ForwardingJavaFileObject<JavaFileObject> {
        private final String className;

        Source(JavaFileObject file, String className) {
            super(file);
            this.className = className;
        }

        JavaFileObject original() {
            return fileObject;
        }

        /** The file may have another name: of an auxiliary class, or of the one that a tool has given it. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }
    }

    private final TypedTrees users;
    private final ClassRoots classRoots;
    private final Map<String, List<JavaFileObject>> sources = new HashMap<>();
    private final Map<CompilationUnitTree, JavaFileObject> units = new HashMap<>();
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Set<String> located = new HashSet<>();

    SideFiles(StandardJavaFileManager standard, TypedTrees users, Filer filer) throws IOException {
        super(standard);
        this.users = users;
        this.classRoots = new ClassRoots(users, filer, new Found());
        standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
    }

    /** Adds a unit of the user's sources; empty where it declares no class. */
    Optional<JavaFileObject> add(CompilationUnitTree unit) {
        JavaFileObject known = units.get(unit);
        if (known == null) {
            String packageName =
                    unit.getPackageName() == null ? "" : unit.getPackageName().toString();
            for (Tree declared : unit.getTypeDecls()) {
                if (declared instanceof ClassTree c) {
                    String prefix = packageName.isEmpty() ? "" : packageName + ".";
                    Source source = new Source(unit.getSourceFile(), prefix + c.getSimpleName());
                    sources.computeIfAbsent(packageName, p -> new ArrayList<>()).add(source);
                    known = known == null ? source : known;
                }
            }
            units.put(unit, known);
        }
        return Optional.ofNullable(known);
    }

    /** Likewise, for one whose classes are compiled. */
    Optional<JavaFileObject> addCompiled(CompilationUnitTree unit) {
        classRoots.mentions(unit);
        return add(unit);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        boolean usersPackage = location == StandardLocation.SOURCE_PATH || location == StandardLocation.CLASS_PATH;
        if (usersPackage && located.add(packageName)) {
            locate(packageName);
        }
        if (location == StandardLocation.SOURCE_PATH) {
            return kinds.contains(JavaFileObject.Kind.SOURCE)
                    ? sources.getOrDefault(packageName, List.of())
                    : List.of();
        }
        return super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Source source ? source.className : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a instanceof Source || b instanceof Source ? a == b : super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof Source ? location == StandardLocation.SOURCE_PATH : super.contains(location, file);
    }

    /** Finds the folders and archives that the classes of a package come from. */
    private void locate(String packageName) throws IOException {
        for (PackageElement found : users.elements().getAllPackageElements(packageName)) {
            ModuleElement module = users.elements().getModuleOf(found);
            String moduleName = module == null ? "" : module.getQualifiedName().toString();
            boolean ofSystem = !moduleName.isEmpty()
                    && ModuleFinder.ofSystem().find(moduleName).isPresent();
            if (!ofSystem) {
                classRoots.find(found);
            }
        }
    }

    private final class Found implements ClassRoots.Found {

        @Override
        public Set<String> classesOf(String packageName) throws IOException {
            Set<String> names = new HashSet<>();
            for (JavaFileObject file : fileManager.list(
                    StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false)) {
                String binary = fileManager.inferBinaryName(StandardLocation.CLASS_PATH, file);
                names.add(binary.substring(binary.lastIndexOf('.') + 1));
            }
            return names;
        }

        @Override
        public void root(Path root) throws IOException {
            if (roots.add(root)) {
                fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, roots);
            }
        }

        @Override
        public void unit(CompilationUnitTree unit) {
            if (!units.containsKey(unit)) {
                classRoots.foundSources();
                add(unit);
            }
        }
    }
}
