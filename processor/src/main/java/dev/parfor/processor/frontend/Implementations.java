package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Bodies;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The classes in sight that implement an interface or abstract class: among the sources of the compilation, and beside it in its archive,
 * or else in the packages of archives that the file of the loop imports from. A guess at what its objects are.
 */
final class Implementations {

    private final Frontend frontend;
    private final Map<Question, List<TypeElement>> known = new HashMap<>();
    private final Map<TypeElement, Set<PackageElement>> imported = new HashMap<>();

    /** Who extends whom, among the sources; made when it is first asked for. */
    private Optional<Map<TypeElement, List<TypeElement>>> subtypes = Optional.empty();

    /** @param mentioned the packages that the file of the user imports from */
    private record Question(TypeElement type, PackageElement user, Set<PackageElement> mentioned) {}

    Implementations(Frontend frontend) {
        this.frontend = frontend;
    }

    /** Those that code in the package of the class {@code home} can name, by name. */
    List<TypeElement> classesOf(TypeElement type, String home) {
        TypeElement user = frontend.trees().elements().getTypeElement(home);
        PackageElement own = packageOf(type);
        Question question =
                new Question(type, user == null ? own : packageOf(user), user == null ? Set.of() : imported(user));
        List<TypeElement> classes = known.get(question);
        if (classes == null) {
            classes = find(question);
            known.put(question, classes);
        }
        return classes;
    }

    /** A type and all its subtypes among the sources that have a name outside of methods. */
    Set<TypeElement> subtypesOf(TypeElement type) {
        Set<TypeElement> found = new LinkedHashSet<>();
        inSources(type, found);
        return found;
    }

    private PackageElement packageOf(TypeElement type) {
        return frontend.trees().elements().getPackageOf(type);
    }

    private List<TypeElement> find(Question question) {
        TypeElement type = question.type();
        Set<TypeElement> found = new LinkedHashSet<>();
        inSources(type, found);
        // To list a package completes all of its classes, and parses sources that lie beside them.
        if (!frontend.trees().isInSource(type) && frontend.trees().isInArchive(type)) {
            beside(packageOf(type), type, found);
            if (found.stream().noneMatch(Implementations::creates)) {
                question.mentioned().forEach(p -> beside(p, type, found));
            }
        }
        List<TypeElement> all = new ArrayList<>(found);
        all.removeIf(c -> !creates(c) || !isNameable(c, question.user()));
        all.sort(Comparator.comparing(c -> c.getQualifiedName().toString()));
        return all;
    }

    /** The packages of the archives that a source file imports classes from. */
    private Set<PackageElement> imported(TypeElement user) {
        return imported.computeIfAbsent(user, this::findImported);
    }

    private Set<PackageElement> findImported(TypeElement user) {
        Set<PackageElement> packages = new LinkedHashSet<>();
        frontend.trees()
                .path(user)
                .ifPresent(path -> path.getCompilationUnit().getImports().forEach(i -> {
                    TypeElement type = frontend.trees()
                            .elements()
                            .getTypeElement(i.getQualifiedIdentifier().toString());
                    boolean seen = type != null
                            && !Bodies.isJdk(type.getQualifiedName().toString())
                            && !frontend.trees().isInSource(type)
                            && frontend.trees().isInArchive(type);
                    if (seen) {
                        packages.add(packageOf(type));
                    }
                }));
        return packages;
    }

    private static boolean creates(TypeElement type) {
        return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private void inSources(TypeElement type, Set<TypeElement> found) {
        if (subtypes.isEmpty()) {
            subtypes = Optional.of(new HashMap<>());
            for (String name : frontend.sources()) {
                TypeElement source = frontend.trees().elements().getTypeElement(name);
                if (source != null) {
                    index(source, subtypes.get());
                }
            }
        }
        if (found.add(type)) {
            subtypes.get().getOrDefault(type, List.of()).forEach(t -> inSources(t, found));
        }
    }

    private static void index(TypeElement type, Map<TypeElement, List<TypeElement>> subtypes) {
        Collection<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
        parents.add(type.getSuperclass());
        for (TypeMirror parent : parents) {
            if (parent instanceof DeclaredType declared) {
                subtypes.computeIfAbsent((TypeElement) declared.asElement(), t -> new ArrayList<>())
                        .add(type);
            }
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> index(t, subtypes));
    }

    private void beside(Element container, TypeElement type, Set<TypeElement> found) {
        Types types = frontend.trees().types();
        TypeMirror erased = types.erasure(type.asType());
        for (TypeElement c : ElementFilter.typesIn(container.getEnclosedElements())) {
            if (types.isSubtype(types.erasure(c.asType()), erased)) {
                inSources(c, found);
            }
            beside(c, type, found);
        }
    }

    private boolean isNameable(TypeElement type, PackageElement user) {
        boolean near = packageOf(type).equals(user);
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            boolean hidden = e.getModifiers().contains(Modifier.PRIVATE)
                    || !near && !e.getModifiers().contains(Modifier.PUBLIC);
            if (hidden) {
                return false;
            }
        }
        return true;
    }
}
