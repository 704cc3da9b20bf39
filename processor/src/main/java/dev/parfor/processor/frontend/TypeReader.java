package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** From the compiler's types to the IR's, erased, and to types as source text names them. */
public final class TypeReader {

    private final Elements elements;
    private final Types types;
    private final TrustReader trust;
    private final Map<TypeElement, Type.Ref> refs = new HashMap<>();

    TypeReader(Elements elements, Types types, TrustReader trust) {
        this.elements = elements;
        this.types = types;
        this.trust = trust;
    }

    /** The erasure of a type. */
    public Type type(TypeMirror mirror) {
        return switch (mirror.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE ->
                Type.Primitive.valueOf(mirror.getKind().name());
            case VOID -> Type.Special.VOID;
            case NULL -> Type.Special.NULL;
            case ARRAY -> new Type.Array(type(((ArrayType) mirror).getComponentType()));
            case DECLARED, ERROR -> ref((TypeElement) ((DeclaredType) mirror).asElement());
            case TYPEVAR, INTERSECTION, UNION -> erased(mirror);
            case WILDCARD -> {
                TypeMirror upper = ((WildcardType) mirror).getExtendsBound();
                yield upper == null ? Type.OBJECT : type(upper);
            }
            default -> Type.OBJECT;
        };
    }

    private Type erased(TypeMirror mirror) {
        TypeMirror erasure = types.erasure(mirror);
        if (erasure.getKind() == mirror.getKind()) {
            return mirror instanceof UnionType ? ref(elements.getTypeElement("java.lang.Throwable")) : Type.OBJECT;
        }
        return type(erasure);
    }

    /** The type of a class or interface. */
    public Type.Ref ref(TypeElement element) {
        Type.Ref known = refs.get(element);
        if (known == null) {
            // not computeIfAbsent: reading annotations may complete other classes
            known = new Type.Ref(
                    name(element),
                    element.getKind().isInterface(),
                    element.getModifiers().contains(Modifier.FINAL),
                    supertypes(element),
                    trust.read(element));
            refs.put(element, known);
        }
        return known;
    }

    /** Qualified name with dots; the binary name for local and anonymous classes and what is in them. */
    String name(TypeElement element) {
        return isLocal(element)
                ? elements.getBinaryName(element).toString()
                : element.getQualifiedName().toString();
    }

    private static boolean isLocal(TypeElement element) {
        NestingKind nesting = element.getNestingKind();
        return nesting == NestingKind.LOCAL
                || nesting == NestingKind.ANONYMOUS
                || (element.getEnclosingElement() instanceof TypeElement outer && isLocal(outer));
    }

    private Set<String> supertypes(TypeElement element) {
        Set<String> names = new LinkedHashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(List.of(element));
        while (!open.isEmpty()) {
            TypeElement next = open.pop();
            if (names.add(name(next))) {
                for (TypeMirror supertype : types.directSupertypes(next.asType())) {
                    if (supertype instanceof DeclaredType declared) {
                        open.push((TypeElement) declared.asElement());
                    }
                }
            }
        }
        names.add(Type.OBJECT.name());
        return names;
    }

    /**
     * A type as source outside of its method can name it; empty for what has no such name: the types of {@code null}, of
     * anonymous and local classes, captures, intersections and unions.
     */
    public Optional<TypeText> text(TypeMirror mirror) {
        return switch (mirror.getKind()) {
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, VOID ->
                Optional.of(new TypeText.Keyword(mirror.getKind().name().toLowerCase(Locale.ROOT)));
            case ARRAY -> text(((ArrayType) mirror).getComponentType()).map(TypeText.ArrayOf::new);
            case DECLARED, ERROR -> declared((DeclaredType) mirror);
            case TYPEVAR -> variable((TypeVariable) mirror);
            case WILDCARD -> wildcard((WildcardType) mirror);
            default -> Optional.empty();
        };
    }

    private Optional<TypeText> variable(TypeVariable variable) {
        String name = variable.asElement().getSimpleName().toString();
        boolean captured = variable.asElement().getEnclosingElement() == null
                || name.isEmpty()
                || !Character.isJavaIdentifierStart(name.charAt(0));
        return captured ? Optional.empty() : Optional.of(new TypeText.TypeVariable(name));
    }

    private Optional<TypeText> wildcard(WildcardType wildcard) {
        Optional<TypeText> upper =
                Optional.ofNullable(wildcard.getExtendsBound()).flatMap(this::text);
        Optional<TypeText> lower = Optional.ofNullable(wildcard.getSuperBound()).flatMap(this::text);
        boolean lost = (wildcard.getExtendsBound() != null && upper.isEmpty())
                || (wildcard.getSuperBound() != null && lower.isEmpty());
        return lost ? Optional.empty() : Optional.of(new TypeText.Wildcard(upper, lower));
    }

    private Optional<TypeText> declared(DeclaredType mirror) {
        TypeElement element = (TypeElement) mirror.asElement();
        List<TypeText> arguments = new ArrayList<>();
        for (TypeMirror argument : mirror.getTypeArguments()) {
            Optional<TypeText> text = text(argument);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(text.get());
        }
        return className(element).map(name -> new TypeText.Declared(name.packageName(), name.simpleNames(), arguments));
    }

    /** A class by its name alone; empty for local and anonymous ones. */
    public Optional<TypeText.Declared> className(TypeElement element) {
        if (isLocal(element)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        Element e = element;
        for (; e instanceof TypeElement type; e = type.getEnclosingElement()) {
            names.add(0, type.getSimpleName().toString());
        }
        String packageName = e != null && e.getKind() == ElementKind.PACKAGE
                ? ((PackageElement) e).getQualifiedName().toString()
                : "";
        return Optional.of(new TypeText.Declared(packageName, names, List.of()));
    }

    /** Whether an assertion stands on the type itself. */
    Trust trustOf(TypeElement element) {
        return ref(element).trust();
    }
}
