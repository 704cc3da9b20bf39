package dev.parfor.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.MethodText.Modifier;
import dev.parfor.processor.ir.MethodText.Parameter;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What a variant has to declare, from the declaration of the annotated method alone: no body is looked at. */
final class Signatures {

    private final TypedTrees trees;
    private final TypeReader types;

    Signatures(TypedTrees trees, TypeReader types) {
        this.trees = trees;
        this.types = types;
    }

    /**
     * @param declaration where the method is declared
     * @param variantName empty for the method's own name
     */
    Signature read(ExecutableElement method, TreePath declaration, String variantName) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        TypeText.Declared name = types.className(owner).orElseThrow();
        String ownName = method.getSimpleName().toString();
        return new Signature(
                name.packageName(),
                name.simpleNames(),
                classTypeParameters(owner),
                receiverType(owner, name),
                ownName,
                variantName.isEmpty() ? ownName : variantName,
                typeParameters(method),
                method.getParameters().stream().map(this::parameter).toList(),
                text(method.getReturnType()),
                method.getThrownTypes().stream().map(this::text).toList(),
                modifiers(method, owner, declaration),
                trees.comment(declaration));
    }

    private Elements elements() {
        return trees.elements();
    }

    private TypeText text(TypeMirror type) {
        return types.text(type).orElseGet(() -> new TypeText.Declared("java.lang", List.of("Object"), List.of()));
    }

    private Parameter parameter(VariableElement parameter) {
        boolean isFinal = parameter.getModifiers().contains(javax.lang.model.element.Modifier.FINAL);
        return new Parameter(parameter.getSimpleName().toString(), text(parameter.asType()), isFinal);
    }

    private List<TypeParameter> typeParameters(Parameterizable element) {
        List<TypeParameter> parameters = new ArrayList<>();
        for (TypeParameterElement parameter : element.getTypeParameters()) {
            List<TypeText> bounds = parameter.getBounds().stream()
                    .filter(b -> !b.toString().equals("java.lang.Object"))
                    .map(this::text)
                    .toList();
            parameters.add(new TypeParameter(parameter.getSimpleName().toString(), bounds));
        }
        return parameters;
    }

    /** The type variables that instance members of a class can mention, those of outer classes first. */
    private List<TypeParameter> classTypeParameters(TypeElement owner) {
        List<TypeParameter> parameters = new ArrayList<>();
        if (isInner(owner) && owner.getEnclosingElement() instanceof TypeElement outer) {
            parameters.addAll(classTypeParameters(outer));
        }
        List<TypeParameter> own = typeParameters(owner);
        Set<String> hidden = own.stream().map(TypeParameter::name).collect(Collectors.toSet());
        parameters.removeIf(p -> hidden.contains(p.name()));
        parameters.addAll(own);
        return parameters;
    }

    private static boolean isInner(TypeElement type) {
        return !type.getModifiers().contains(javax.lang.model.element.Modifier.STATIC)
                && type.getEnclosingElement() instanceof TypeElement;
    }

    /** With its own type variables as arguments; raw for inner classes of generic ones, which have no such name. */
    private TypeText receiverType(TypeElement owner, TypeText.Declared name) {
        boolean isRaw = isInner(owner)
                && owner.getEnclosingElement() instanceof TypeElement outer
                && !classTypeParameters(outer).isEmpty();
        List<TypeText> arguments = owner.getTypeParameters().stream()
                .map(p -> (TypeText) new TypeText.TypeVariable(p.getSimpleName().toString()))
                .toList();
        return new TypeText.Declared(name.packageName(), name.simpleNames(), isRaw ? List.of() : arguments);
    }

    private Set<Modifier> modifiers(ExecutableElement method, TypeElement owner, TreePath declaration) {
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (javax.lang.model.element.Modifier modifier : method.getModifiers()) {
            switch (modifier) {
                case PUBLIC -> modifiers.add(Modifier.PUBLIC);
                case PROTECTED -> modifiers.add(Modifier.PROTECTED);
                case PRIVATE -> modifiers.add(Modifier.PRIVATE);
                case STATIC -> modifiers.add(Modifier.STATIC);
                case SYNCHRONIZED -> modifiers.add(Modifier.SYNCHRONIZED);
                case STRICTFP -> modifiers.add(Modifier.STRICTFP);
                default -> {
                    // the variant has its own
                }
            }
        }
        add(modifiers, Modifier.DEPRECATED, elements().isDeprecated(method));
        add(modifiers, Modifier.VARARGS, method.isVarArgs());
        add(modifiers, Modifier.SAFE_VARARGS, hasAnnotation(method, "java.lang.SafeVarargs"));
        add(modifiers, Modifier.OVERRIDABLE, isOverridable(method, owner));
        add(modifiers, Modifier.CLASS_PUBLIC, isPublic(owner));
        add(modifiers, Modifier.CLASS_INITIALIZES, initializes(owner, declaration));
        return modifiers;
    }

    private static void add(Set<Modifier> modifiers, Modifier modifier, boolean condition) {
        if (condition) {
            modifiers.add(modifier);
        }
    }

    private static boolean hasAnnotation(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(name));
    }

    private static boolean isOverridable(ExecutableElement method, TypeElement owner) {
        Set<javax.lang.model.element.Modifier> own = method.getModifiers();
        return !own.contains(javax.lang.model.element.Modifier.STATIC)
                && !own.contains(javax.lang.model.element.Modifier.PRIVATE)
                && !own.contains(javax.lang.model.element.Modifier.FINAL)
                && !owner.getModifiers().contains(javax.lang.model.element.Modifier.FINAL);
    }

    private static boolean isPublic(TypeElement type) {
        for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(javax.lang.model.element.Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether initializing a class may run code. Of a class that extends or implements something, or to which another processor may add
     * something, it is not asked further.
     */
    private static boolean initializes(TypeElement owner, TreePath method) {
        boolean isAlone = owner.getInterfaces().isEmpty()
                && owner.getSuperclass().toString().equals("java.lang.Object")
                && owner.getAnnotationMirrors().isEmpty();
        if (!isAlone || !(method.getParentPath().getLeaf() instanceof ClassTree declared)) {
            return true;
        }
        Set<String> constants = ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(f -> f.getConstantValue() != null)
                .map(f -> f.getSimpleName().toString())
                .collect(Collectors.toSet());
        return declared.getMembers().stream().anyMatch(m -> runsOnce(m, constants));
    }

    private static boolean runsOnce(Tree member, Set<String> constants) {
        if (member instanceof VariableTree field) {
            return field.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC)
                    && field.getInitializer() != null
                    && !constants.contains(field.getName().toString());
        }
        return member instanceof BlockTree block && block.isStatic();
    }

    /** Name and erased parameter types: what tells methods of a class apart, in this round and the next. */
    String key(ExecutableElement method) {
        return method.getSimpleName() + erasedParameters(method);
    }

    /** {@code (int,java.util.List)}. */
    String erasedParameters(ExecutableElement method) {
        return method.getParameters().stream()
                .map(p -> trees.types().erasure(p.asType()).toString())
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** Whether a type of the signature does not exist yet: another processor may be about to generate it. */
    boolean hasUnknownTypes(ExecutableElement method) {
        return isUnknown(method.getReturnType())
                || method.getParameters().stream().anyMatch(p -> isUnknown(p.asType()))
                || method.getThrownTypes().stream().anyMatch(Signatures::isUnknown)
                || unknownBounds(method)
                || (method.getEnclosingElement() instanceof TypeElement owner && unknownBounds(owner));
    }

    private static boolean unknownBounds(Parameterizable element) {
        return element.getTypeParameters().stream()
                .anyMatch(p -> p.getBounds().stream().anyMatch(Signatures::isUnknown));
    }

    private static boolean isUnknown(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> isUnknown(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(Signatures::isUnknown);
            default -> false;
        };
    }

    /** The private classes that a type names, or that the classes it names are in. */
    List<TypeElement> privateTypes(TypeMirror type) {
        List<TypeElement> found = new ArrayList<>();
        collectPrivate(type, found);
        return found;
    }

    private static void collectPrivate(TypeMirror type, List<TypeElement> found) {
        if (type.getKind() == TypeKind.ARRAY) {
            collectPrivate(((ArrayType) type).getComponentType(), found);
        } else if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            for (Element e = declared.asElement(); e instanceof TypeElement t; e = e.getEnclosingElement()) {
                if (t.getModifiers().contains(javax.lang.model.element.Modifier.PRIVATE)) {
                    found.add(t);
                }
            }
            declared.getTypeArguments().forEach(a -> collectPrivate(a, found));
        }
    }
}
