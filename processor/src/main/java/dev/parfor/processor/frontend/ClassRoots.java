package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * The folders and archives that classes of the user's compilation come from: nobody tells a processor the class path, but the
 * {@link Filer} hands out single class files of it.
 *
 * <p>A class is asked for by the names that the sources mention, which javac will look for as well. To ask for all classes of a
 * package makes javac complete them all, and parse the sources that it finds where a source path is not set: that is done only
 * for packages that no source mentions a class of, and not where sources have been found that way.
 */
final class ClassRoots {

    /** What has been found of the user's compilation. */
    interface Found {

        /** Simple names of the classes of a package in the roots so far. */
        Set<String> classesOf(String packageName) throws IOException;

        /** A folder or archive. */
        void root(Path root) throws IOException;

        /** A unit that javac has parsed. */
        void unit(CompilationUnitTree unit);
    }

    private final TypedTrees users;
    private final Filer filer;
    private final Found found;
    private final Set<String> names = new LinkedHashSet<>();
    private boolean unnamed;
    private boolean foundSources;

    ClassRoots(TypedTrees users, Filer filer, Found found) {
        this.users = users;
        this.filer = filer;
        this.found = found;
    }

    /** Adds what a source mentions. */
    void mentions(CompilationUnitTree unit) {
        unnamed |= unit.getPackageName() == null;
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                name(tree.getName());
                return null;
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
                name(tree.getIdentifier());
                return super.visitMemberSelect(tree, null);
            }

            /** A class that has its name in lower case is found beside others, or not at all. */
            private void name(Name name) {
                if (name.length() > 0 && Character.isUpperCase(name.charAt(0))) {
                    names.add(name.toString());
                }
            }
        }.scan(unit, null);
    }

    /** Finds the classes of a package, as far as they are asked for. */
    void find(PackageElement in) throws IOException {
        if (in.isUnnamed() && !unnamed) {
            return; // nothing in a package can name a class that is in none
        }
        List<TypeElement> types = new ArrayList<>();
        for (String name : names) {
            TypeElement type = type(in, name);
            if (type != null) {
                types.add(type);
            }
        }
        if (types.isEmpty() && !foundSources && !in.isUnnamed()) {
            types.addAll(ElementFilter.typesIn(in.getEnclosedElements()));
        }
        String packageName = in.getQualifiedName().toString();
        Set<String> known = found.classesOf(packageName);
        for (TypeElement type : types) {
            if (users.isInSource(type)) {
                users.path(type).ifPresent(path -> found.unit(path.getCompilationUnit()));
            } else if (!known.contains(type.getSimpleName().toString())) {
                Optional<Path> root = root(type, in);
                if (root.isPresent()) {
                    found.root(root.get());
                    known = found.classesOf(packageName);
                }
            }
        }
    }

    private TypeElement type(PackageElement in, String name) {
        String prefix = in.isUnnamed() ? "" : in.getQualifiedName() + ".";
        ModuleElement module = users.elements().getModuleOf(in);
        return module == null
                ? users.elements().getTypeElement(prefix + name)
                : users.elements().getTypeElement(module, prefix + name);
    }

    private Optional<Path> root(TypeElement type, PackageElement in) {
        ModuleElement module = users.elements().getModuleOf(in);
        String moduleName = module == null ? "" : module.getQualifiedName().toString();
        String packageName = in.getQualifiedName().toString();
        String file = type.getSimpleName() + ".class";
        return rootAt(StandardLocation.CLASS_PATH, packageName, packageName, file)
                .or(() -> rootAt(StandardLocation.CLASS_OUTPUT, packageName, packageName, file))
                .or(() -> moduleName.isEmpty()
                        ? Optional.empty()
                        : rootAt(StandardLocation.MODULE_PATH, moduleName + "/" + packageName, packageName, file));
    }

    /** Told that javac has found sources by itself. */
    void foundSources() {
        foundSources = true;
    }

    private Optional<Path> rootAt(
            JavaFileManager.Location location, String moduleAndPackage, String packageName, String file) {
        try {
            FileObject at = filer.getResource(location, moduleAndPackage, file);
            return root(at.toUri(), packageName);
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
