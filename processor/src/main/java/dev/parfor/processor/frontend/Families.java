package dev.parfor.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Types of which all classes are known, those that others may add included: final ones, sealed ones, and classes that nobody outside of
 * their source file can extend, being private or having private constructors alone, as far as what extends them there is likewise
 * closed. An interface counts only where it is sealed: a lambda may be of any other.
 */
final class Families {

    private final Frontend frontend;
    private final Map<TypeElement, Optional<List<TypeElement>>> known = new HashMap<>();

    Families(Frontend frontend) {
        this.frontend = frontend;
    }

    /** Every class that an object of the type can be of; empty where there may be others. */
    Optional<List<TypeElement>> allClassesOf(TypeElement type) {
        Optional<List<TypeElement>> all = known.get(type);
        if (all == null) {
            Set<TypeElement> found = new LinkedHashSet<>();
            all = close(type, found) ? Optional.of(List.copyOf(found)) : Optional.empty();
            known.put(type, all);
        }
        return all;
    }

    private boolean close(TypeElement type, Set<TypeElement> found) {
        if (type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS) {
            return false;
        }
        boolean isClass = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        if (isClass && !type.getModifiers().contains(Modifier.ABSTRACT)) {
            found.add(type);
        }
        if (type.getModifiers().contains(Modifier.FINAL)) {
            return isClass || type.getKind() == ElementKind.ENUM && found.add(type);
        }
        if (type.getModifiers().contains(Modifier.SEALED)) {
            return type.getPermittedSubclasses().stream()
                    .allMatch(t -> t instanceof DeclaredType d && close((TypeElement) d.asElement(), found));
        }
        if (!isClass || !isHidden(type)) {
            return false;
        }
        Optional<List<TypeElement>> subclasses = subclassesInFile(type);
        return subclasses.isPresent() && subclasses.get().stream().allMatch(t -> close(t, found));
    }

    /** Whether no other source file can extend the class. */
    private static boolean isHidden(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE)
                || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .allMatch(c -> c.getModifiers().contains(Modifier.PRIVATE));
    }

    /** The member classes of the source file that extend the class itself; empty if one in a method might, or there is no source. */
    private Optional<List<TypeElement>> subclassesInFile(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        Optional<TreePath> file = frontend.trees().path(outermost).map(TreePath::getParentPath);
        if (file.isEmpty() || !file.get().getLeaf().equals(file.get().getCompilationUnit())) {
            return Optional.empty();
        }
        List<TypeElement> found = new ArrayList<>();
        collect(outermost, type, found);
        Set<String> names = new HashSet<>(Set.of(type.getSimpleName().toString()));
        return hasLocal(file.get(), names) ? Optional.empty() : Optional.of(found);
    }

    private void collect(Element container, TypeElement type, List<TypeElement> found) {
        for (TypeElement member : ElementFilter.typesIn(container.getEnclosedElements())) {
            TypeMirror parent = member.getSuperclass();
            if (parent instanceof DeclaredType declared && declared.asElement().equals(type)) {
                found.add(member);
            }
            collect(member, type, found);
        }
    }

    /** Whether a class inside of a method, or without a name, extends something of one of these names. */
    private static boolean hasLocal(TreePath file, Set<String> names) {
        boolean[] found = {false};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitNewClass(NewClassTree tree, Void unused) {
                found[0] |= tree.getClassBody() != null && names.contains(simpleName(tree.getIdentifier()));
                return super.visitNewClass(tree, null);
            }

            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                boolean isMember = true;
                for (TreePath p = getCurrentPath(); p != null; p = p.getParentPath()) {
                    isMember &= p.getLeaf() instanceof ClassTree || p.getLeaf() instanceof CompilationUnitTree;
                }
                found[0] |= !isMember
                        && tree.getExtendsClause() != null
                        && names.contains(simpleName(tree.getExtendsClause()));
                return super.visitClass(tree, null);
            }
        }.scan(file, null);
        return found[0];
    }

    private static String simpleName(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            return simpleName(generic.getType());
        } else if (type instanceof AnnotatedTypeTree annotated) {
            return simpleName(annotated.getUnderlyingType());
        }
        return type instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : type instanceof IdentifierTree name ? name.getName().toString() : type.toString();
    }
}
