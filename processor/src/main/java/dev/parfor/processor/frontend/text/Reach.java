package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.frontend.TypedTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What a class beside the annotated method's class can reach, and to which of the classes around a place a simple name
 * belongs (JLS 6.3, 6.6, 8.2).
 */
final class Reach {

    private final TypedTrees trees;
    private final Types types;
    private final Elements elements;
    private final DeclarationScanner declarations;
    private final Refusals refusals;
    private final TypeElement home;

    Reach(TypedTrees trees, DeclarationScanner declarations, Refusals refusals, TypeElement home) {
        this.trees = trees;
        this.types = trees.types();
        this.elements = trees.elements();
        this.declarations = declarations;
        this.refusals = refusals;
        this.home = home;
    }

    /** Whether the method itself declares this class, or the class that this is a member of. */
    boolean isInside(Element element) {
        return declarations.isInside(element);
    }

    boolean isHome(Element element) {
        return home.equals(element);
    }

    /** The class whose member a simple name at {@code place} means; empty for what is imported statically. */
    Optional<TypeElement> holder(Element member, TreePath place) {
        return enclosing(place).stream().filter(c -> hasMember(c, member)).findFirst();
    }

    /** The class whose body {@code place} is in. */
    TypeElement innermost(TreePath place) {
        return enclosing(place).get(0);
    }

    /** Whether {@code place} is in the body of a class that the method declares. */
    boolean isInInnerBody(TreePath place) {
        return isInside(innermost(place));
    }

    private List<TypeElement> enclosing(TreePath place) {
        List<TypeElement> classes = new ArrayList<>();
        Tree child = place.getLeaf();
        for (TreePath p = place.getParentPath(); p != null; p = p.getParentPath()) {
            if (p.getLeaf() instanceof ClassTree tree && isAmong(tree.getMembers(), child)) {
                trees.element(p).ifPresent(c -> classes.add((TypeElement) c));
            }
            child = p.getLeaf();
        }
        return classes;
    }

    private static boolean isAmong(List<? extends Tree> members, Tree child) {
        return members.stream().anyMatch(m -> m == child);
    }

    private boolean hasMember(TypeElement c, Element member) {
        Element owner = member.getEnclosingElement();
        if (c.equals(owner)) {
            return true;
        }
        boolean inherited = !member.getModifiers().contains(Modifier.PRIVATE)
                && !(owner.getKind().isInterface()
                        && member.getKind() == ElementKind.METHOD
                        && member.getModifiers().contains(Modifier.STATIC));
        return inherited && types.isSubtype(types.erasure(c.asType()), types.erasure(owner.asType()));
    }

    boolean isSubclass(TypeElement c, TypeElement of) {
        return types.isSubtype(types.erasure(c.asType()), types.erasure(of.asType()));
    }

    /**
     * Whether a non-private member can be used in the generated class; refuses it otherwise. What is protected in a class of
     * another package is out of reach, except for classes in the method's text that extend it (JLS 6.6.2).
     *
     * @param qualifier type of the expression before the dot; empty for {@code super}, simple names and static members
     */
    boolean member(Element member, Optional<TypeMirror> qualifier, TreePath place) {
        if (!member.getModifiers().contains(Modifier.PROTECTED) || isInPackage(member)) {
            return true;
        }
        TypeElement owner = (TypeElement) member.getEnclosingElement();
        for (TypeElement c : enclosing(place)) {
            boolean through =
                    qualifier.isEmpty() || types.isSubtype(types.erasure(qualifier.get()), types.erasure(c.asType()));
            if (isInside(c) && isSubclass(c, owner) && through) {
                return true;
            }
        }
        refusals.notMovable(place.getLeaf(), "protected " + owner.getSimpleName() + "." + member.getSimpleName());
        return false;
    }

    private boolean isInPackage(Element element) {
        return packageOf(home).equals(packageOf(element));
    }

    private PackageElement packageOf(Element element) {
        return elements.getPackageOf(element);
    }

    /** Whether a class declared outside of the method can be named in the generated class; refuses it otherwise. */
    boolean type(TypeElement type, Tree at) {
        if (isInside(type)) {
            return true;
        }
        for (Element e = type; e instanceof TypeElement t; e = e.getEnclosingElement()) {
            if (t.getModifiers().contains(Modifier.PRIVATE)) {
                refusals.privateType(at, display(t), "private");
                return false;
            }
            if (t.getModifiers().contains(Modifier.PROTECTED) && !isInPackage(t)) {
                refusals.notMovable(at, "protected " + display(t));
                return false;
            }
            if (t.getNestingKind() == NestingKind.LOCAL || t.getNestingKind() == NestingKind.ANONYMOUS) {
                refusals.notMovable(at, t.getSimpleName().toString());
                return false;
            }
        }
        return true;
    }

    /** Whether {@code type} can be named with all its arguments; refuses it under the name {@code subject} otherwise. */
    boolean type(TypeMirror type, Tree at, String subject) {
        return type(type, at, subject, 0);
    }

    private boolean type(TypeMirror type, Tree at, String subject, int depth) {
        if (type == null || depth > 10) {
            return true;
        }
        switch (type.getKind()) {
            case ARRAY:
                return type(((ArrayType) type).getComponentType(), at, subject, depth + 1);
            case WILDCARD:
                WildcardType wildcard = (WildcardType) type;
                return type(wildcard.getExtendsBound(), at, subject, depth + 1)
                        && type(wildcard.getSuperBound(), at, subject, depth + 1);
            case TYPEVAR:
                return named(((TypeVariable) type).asElement(), at, subject);
            case INTERSECTION:
                refusals.notMovable(at, subject);
                return false;
            case DECLARED:
                TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
                if (isInside(element) || isInnerOfGeneric(element)) {
                    refusals.notMovable(at, subject);
                    return false;
                }
                return type(element, at)
                        && ((DeclaredType) type)
                                .getTypeArguments().stream().allMatch(a -> type(a, at, subject, depth + 1));
            default:
                return true;
        }
    }

    private boolean named(Element typeVariable, Tree at, String subject) {
        if (SourceVersion.isIdentifier(typeVariable.getSimpleName())) {
            return true;
        }
        refusals.notMovable(at, subject);
        return false;
    }

    /**
     * Whether the class of a receiver can be named, as access to its members demands; refuses a private one otherwise.
     */
    boolean receiver(TypeMirror type, Tree at) {
        if (type == null) {
            return true;
        }
        TypeMirror erased = types.erasure(type);
        while (erased.getKind() == TypeKind.ARRAY) {
            erased = ((ArrayType) erased).getComponentType();
        }
        return erased.getKind() != TypeKind.DECLARED || type((TypeElement) ((DeclaredType) erased).asElement(), at);
    }

    /** A class that needs an object of the class around it. */
    static boolean isInner(Element type) {
        return type.getKind() == ElementKind.CLASS
                && type.getEnclosingElement() instanceof TypeElement
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether {@code type} is an inner class of a generic one: its name alone would then be a raw type elsewhere. */
    static boolean isInnerOfGeneric(TypeElement type) {
        for (Element e = type; isInner(e); e = e.getEnclosingElement()) {
            if (!((TypeElement) e.getEnclosingElement()).getTypeParameters().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Simple names from the top-level class in. */
    static List<String> simpleNames(TypeElement type) {
        List<String> names = new ArrayList<>();
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            names.add(0, e.getSimpleName().toString());
        }
        return names;
    }

    static String display(TypeElement type) {
        return String.join(".", simpleNames(type));
    }
}
