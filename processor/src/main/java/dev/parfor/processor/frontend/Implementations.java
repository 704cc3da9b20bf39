package dev.parfor.processor.frontend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** The classes beside an interface or abstract class, in its package, that implement it. A guess at what its objects are. */
final class Implementations {

    private final Frontend frontend;
    private final Map<TypeElement, List<TypeElement>> known = new HashMap<>();

    Implementations(Frontend frontend) {
        this.frontend = frontend;
    }

    /** The only one, if code in the package of the class {@code home} can name it. */
    Optional<String> onlyClassOf(TypeElement type, String home) {
        List<TypeElement> classes = known.get(type);
        if (classes == null) {
            classes = classesOf(type);
            known.put(type, classes);
        }
        return classes.size() == 1 && isNameable(classes.get(0), home)
                ? Optional.of(frontend.typeReader().name(classes.get(0)))
                : Optional.empty();
    }

    private List<TypeElement> classesOf(TypeElement type) {
        List<TypeElement> found = new ArrayList<>();
        // Only where the package is being compiled: to list another one would complete all of its classes.
        if (frontend.trees().isInSource(type)) {
            collect(frontend.trees().elements().getPackageOf(type), type, found);
        }
        return found;
    }

    private void collect(Element container, TypeElement type, List<TypeElement> found) {
        Types types = frontend.trees().types();
        TypeMirror erased = types.erasure(type.asType());
        for (TypeElement c : ElementFilter.typesIn(container.getEnclosedElements())) {
            boolean creates = c.getKind().isClass() && !c.getModifiers().contains(Modifier.ABSTRACT);
            if (creates && types.isSubtype(types.erasure(c.asType()), erased)) {
                found.add(c);
            }
            collect(c, type, found);
        }
    }

    private boolean isNameable(TypeElement type, String home) {
        PackageElement own = frontend.trees().elements().getPackageOf(type);
        TypeElement user = frontend.trees().elements().getTypeElement(home);
        boolean near =
                user != null && frontend.trees().elements().getPackageOf(user).equals(own);
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
