package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** From the compiler's elements to the IR's names of variables, fields and methods. One element, one value. */
public final class Symbols {

    private Set<String> packages = Set.of();
    private final TypedTrees trees;
    private final TypeReader typeReader;
    private final TrustReader trust;
    private final Map<Element, Var> vars = new IdentityHashMap<>();
    private final Map<MethodRef, ExecutableElement> methods = new HashMap<>();
    private final Map<TypeElement, Boolean> inSource = new HashMap<>();

    Symbols(TypedTrees trees, TypeReader typeReader, TrustReader trust) {
        this.trees = trees;
        this.typeReader = typeReader;
        this.trust = trust;
    }

    /** Whether an element is a local variable or parameter of any kind. */
    public static boolean isLocal(Element element) {
        return switch (element.getKind()) {
            case LOCAL_VARIABLE, PARAMETER, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE -> true;
            default -> false;
        };
    }

    /** Whether an element is a field; enum constants are. */
    public static boolean isField(Element element) {
        return element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT;
    }

    /** A local variable or parameter; the same value whenever the same variable is asked for. */
    public Var var(VariableElement element) {
        Var known = vars.get(element);
        if (known == null) {
            String name = element.getSimpleName().toString();
            known = new Var(
                    vars.size() + 1,
                    name.isEmpty() ? "_" : name,
                    typeReader.type(element.asType()),
                    typeReader.text(element.asType()),
                    trust.read(element));
            vars.put(element, known);
        }
        return known;
    }

    /** A field, with the type that it has at this use: what a type variable stands for there. */
    public FieldRef field(VariableElement element, TypeMirror typeHere) {
        Set<Modifier> modifiers = element.getModifiers();
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        return new FieldRef(
                typeReader.name(owner),
                element.getSimpleName().toString(),
                typeReader.type(typeHere),
                modifiers.contains(Modifier.STATIC),
                modifiers.contains(Modifier.FINAL),
                modifiers.contains(Modifier.VOLATILE),
                modifiers.contains(Modifier.PRIVATE)
                        || !modifiers.contains(Modifier.PUBLIC)
                                && !Bodies.isJdk(typeReader.name(owner))
                                && (!isInSource(owner) || isElsewhere(owner)),
                isInSource(owner),
                Optional.ofNullable(element.getConstantValue()),
                trust.read(element));
    }

    public FieldRef field(VariableElement element) {
        return field(element, element.asType());
    }

    /** Says which packages will have generated classes: what is not public elsewhere, those can't name. */
    public void generatedIn(Set<String> packages) {
        this.packages = Set.copyOf(packages);
    }

    private boolean isElsewhere(TypeElement type) {
        String name = trees.elements().getPackageOf(type).getQualifiedName().toString();
        return packages.stream().anyMatch(p -> !p.equals(name));
    }

    private boolean isInSource(TypeElement type) {
        Boolean known = inSource.get(type);
        if (known == null) {
            known = trees.isInSource(type);
            inSource.put(type, known);
        }
        return known;
    }

    /** A method or constructor. */
    public MethodRef method(ExecutableElement element) {
        Set<Modifier> modifiers = element.getModifiers();
        Types types = trees.types();
        List<Type> parameters = element.getParameters().stream()
                .map(p -> typeReader.type(types.erasure(p.asType())))
                .toList();
        boolean constructor = element.getKind() == ElementKind.CONSTRUCTOR;
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        boolean finalOwner = owner.getModifiers().contains(Modifier.FINAL);
        MethodRef method = new MethodRef(
                typeReader.name(owner),
                constructor ? "<init>" : element.getSimpleName().toString(),
                parameters.stream().map(Type::toString).collect(Collectors.joining(",", "(", ")")),
                parameters,
                constructor ? Type.Special.VOID : typeReader.type(types.erasure(element.getReturnType())),
                modifiers.contains(Modifier.STATIC),
                modifiers.contains(Modifier.PRIVATE),
                constructor
                        || finalOwner
                        || modifiers.contains(Modifier.STATIC)
                        || modifiers.contains(Modifier.PRIVATE)
                        || modifiers.contains(Modifier.FINAL),
                modifiers.contains(Modifier.ABSTRACT),
                modifiers.contains(Modifier.NATIVE),
                modifiers.contains(Modifier.SYNCHRONIZED),
                element.isVarArgs(),
                trust.readMember(element));
        methods.putIfAbsent(method, element);
        return method;
    }

    /** {@code clone()} of an array, which javac files under a class of its own making. */
    MethodRef arrayClone(Type array) {
        return new MethodRef(
                Type.OBJECT.name(),
                "clone",
                "()",
                List.of(),
                array,
                false,
                false,
                true,
                false,
                true,
                false,
                false,
                Trust.NONE);
    }

    /** The element of a method that was asked for before. */
    public Optional<ExecutableElement> element(MethodRef method) {
        return Optional.ofNullable(methods.get(method));
    }
}
