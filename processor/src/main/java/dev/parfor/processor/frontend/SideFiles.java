package dev.parfor.processor.frontend;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
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
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files of a {@link SideCompilation}: the sources that the user's compilation has, and its class path, found out package by
 * package: nobody tells a processor the class path, but the {@link Filer} hands out single class files of it.
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
    private final Filer filer;
    private final Map<String, List<JavaFileObject>> sources = new HashMap<>();
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Set<String> located = new HashSet<>();

    SideFiles(StandardJavaFileManager standard, TypedTrees users, Filer filer) throws IOException {
        super(standard);
        this.users = users;
        this.filer = filer;
        standard.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of());
    }

    /** Adds a class of the user's sources. */
    Source addSource(String packageName, String className, JavaFileObject file) {
        Source source = new Source(file, className);
        sources.computeIfAbsent(packageName, p -> new ArrayList<>()).add(source);
        return source;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SOURCE_PATH || super.hasLocation(location);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.SOURCE_PATH) {
            return kinds.contains(JavaFileObject.Kind.SOURCE)
                    ? sources.getOrDefault(packageName, List.of())
                    : List.of();
        }
        if (location == StandardLocation.CLASS_PATH && located.add(packageName)) {
            locate(packageName);
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
            if (!moduleName.isEmpty()
                    && ModuleFinder.ofSystem().find(moduleName).isPresent()) {
                continue;
            }
            Set<String> missing = new LinkedHashSet<>();
            for (Element e : found.getEnclosedElements()) {
                if (e instanceof TypeElement type && !users.isInSource(type)) {
                    missing.add(type.getSimpleName().toString());
                }
            }
            removeKnown(packageName, missing);
            while (!missing.isEmpty()) {
                String name = missing.iterator().next();
                missing.remove(name);
                Optional<Path> root = rootOf(moduleName, packageName, name);
                if (root.isPresent() && roots.add(root.get())) {
                    fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, roots);
                    removeKnown(packageName, missing);
                }
            }
        }
    }

    private void removeKnown(String packageName, Set<String> names) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        for (JavaFileObject file :
                fileManager.list(StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false)) {
            String binary = fileManager.inferBinaryName(StandardLocation.CLASS_PATH, file);
            names.remove(binary.substring(binary.lastIndexOf('.') + 1));
        }
    }

    private Optional<Path> rootOf(String moduleName, String packageName, String className) {
        Optional<Path> root = rootAt(StandardLocation.CLASS_PATH, packageName, packageName, className)
                .or(() -> rootAt(StandardLocation.CLASS_OUTPUT, packageName, packageName, className));
        return moduleName.isEmpty() || root.isPresent()
                ? root
                : rootAt(StandardLocation.MODULE_PATH, moduleName + "/" + packageName, packageName, className);
    }

    private Optional<Path> rootAt(
            JavaFileManager.Location location, String moduleAndPackage, String packageName, String className) {
        try {
            FileObject file = filer.getResource(location, moduleAndPackage, className + ".class");
            return root(file.toUri(), packageName);
        } catch (IOException | RuntimeException notThere) {
            // where a location is not set at all, javac answers with all kinds of exceptions
            return Optional.empty();
        }
    }

    /** {@code jar:file:/a/b.jar!/p/C.class} comes from {@code /a/b.jar}, {@code file:/a/p/C.class} from {@code /a}. */
    static Optional<Path> root(URI file, String packageName) {
        String text = file.toString();
        if (text.startsWith("jar:file:") && text.contains("!/")) {
            return Optional.of(Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/")))));
        }
        if (!"file".equals(file.getScheme())) {
            return Optional.empty();
        }
        Path folder = Path.of(file).getParent();
        for (int i = packageName.isEmpty() ? 0 : packageName.split("\\.").length; i > 0 && folder != null; i--) {
            folder = folder.getParent();
        }
        return Optional.ofNullable(folder);
    }
}
