package dev.parfor.processor.frontend.text;

import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The types of members where they are used, in a form that source can name. */
final class UseTypes {

    private static final int DEEPEST = 6;

    private final Types types;
    private final Elements elements;
    private final Function<? super TypeMirror, Optional<TypeText>> text;

    UseTypes(Types types, Elements elements, Function<? super TypeMirror, Optional<TypeText>> text) {
        this.types = types;
        this.elements = elements;
        this.text = text;
    }

    /** The type itself, or the nearest supertype that can be written. */
    Optional<TypeText> text(TypeMirror type) {
        return text.apply(upwards(type, 0)).or(() -> text.apply(types.erasure(type)));
    }

    /** The nearest supertype without captured type variables and intersections (JLS 4.10.5, nearly). */
    TypeMirror upwards(TypeMirror type) {
        return upwards(type, 0);
    }

    private TypeMirror upwards(TypeMirror type, int depth) {
        if (depth > DEEPEST) {
            return types.erasure(type);
        }
        switch (type.getKind()) {
            case TYPEVAR:
                return isCaptured(type) ? upwards(((TypeVariable) type).getUpperBound(), depth + 1) : type;
            case INTERSECTION:
                return upwards(((IntersectionType) type).getBounds().get(0), depth + 1);
            case ARRAY:
                return types.getArrayType(upwards(((ArrayType) type).getComponentType(), depth + 1));
            case DECLARED:
                return declaredUpwards((DeclaredType) type, depth);
            default:
                return type;
        }
    }

    private TypeMirror declaredUpwards(DeclaredType type, int depth) {
        if (type.getTypeArguments().isEmpty()) {
            return type;
        }
        TypeMirror[] arguments = type.getTypeArguments().stream()
                .map(a -> argumentUpwards(a, depth))
                .toArray(TypeMirror[]::new);
        TypeElement element = (TypeElement) type.asElement();
        return type.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty()
                ? types.getDeclaredType(outer, element, arguments)
                : types.getDeclaredType(element, arguments);
    }

    private TypeMirror argumentUpwards(TypeMirror argument, int depth) {
        if (isCaptured(argument)) {
            TypeVariable captured = (TypeVariable) argument;
            if (captured.getLowerBound().getKind() != TypeKind.NULL) {
                return types.getWildcardType(null, upwards(captured.getLowerBound(), depth + 1));
            }
            return extending(captured.getUpperBound(), depth);
        }
        if (argument.getKind() == TypeKind.INTERSECTION) {
            return extending(argument, depth);
        }
        if (argument instanceof WildcardType) {
            return argument;
        }
        TypeMirror up = upwards(argument, depth + 1);
        return types.isSameType(up, argument) ? argument : types.getWildcardType(up, null);
    }

    private TypeMirror extending(TypeMirror bound, int depth) {
        TypeMirror up = upwards(bound, depth + 1);
        boolean isObject = types.isSameType(up, objectType());
        return types.getWildcardType(isObject ? null : up, null);
    }

    private static boolean isCaptured(TypeMirror type) {
        return type.getKind() == TypeKind.TYPEVAR
                && !SourceVersion.isIdentifier(((TypeVariable) type).asElement().getSimpleName());
    }

    private TypeMirror objectType() {
        return elements.getTypeElement("java.lang.Object").asType();
    }

    /** The type of a member of an object of type {@code receiver}. */
    TypeMirror asMember(Element member, TypeMirror receiver) {
        boolean isStatic = member.getModifiers().contains(Modifier.STATIC);
        return !isStatic && receiver instanceof DeclaredType declared
                ? types.asMemberOf(declared, member)
                : member.asType();
    }

    /** Whether an exception has to be declared. */
    boolean isChecked(TypeMirror exception) {
        TypeMirror runtime =
                elements.getTypeElement("java.lang.RuntimeException").asType();
        TypeMirror error = elements.getTypeElement("java.lang.Error").asType();
        return !types.isSubtype(exception, runtime) && !types.isSubtype(exception, error);
    }

    /** The one method of a functional interface, with its types for {@code function} (JLS 9.8, 9.9). */
    Optional<ExecutableType> functionType(TypeMirror function) {
        if (!(function instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        List<ExecutableElement> methods = new ArrayList<>();
        for (Element member : elements.getAllMembers(element)) {
            if (member instanceof ExecutableElement m
                    && m.getModifiers().contains(Modifier.ABSTRACT)
                    && !isOfObject(m)) {
                methods.add(m);
            }
        }
        if (methods.size() != 1) {
            return Optional.empty();
        }
        TypeMirror[] arguments = declared.getTypeArguments().stream()
                .map(UseTypes::withoutWildcard)
                .toArray(TypeMirror[]::new);
        if (Arrays.asList(arguments).contains(null)) {
            return Optional.empty();
        }
        DeclaredType plain = types.getDeclaredType(element, arguments);
        return Optional.of((ExecutableType) types.asMemberOf(plain, methods.get(0)));
    }

    private static TypeMirror withoutWildcard(TypeMirror argument) {
        if (argument instanceof WildcardType wildcard) {
            return wildcard.getSuperBound() != null ? wildcard.getSuperBound() : wildcard.getExtendsBound();
        }
        return argument;
    }

    private boolean isOfObject(ExecutableElement method) {
        return elements.getTypeElement("java.lang.Object").getEnclosedElements().stream()
                .anyMatch(e -> e instanceof ExecutableElement m
                        && m.getModifiers().contains(Modifier.PUBLIC)
                        && m.getSimpleName().equals(method.getSimpleName())
                        && m.getParameters().size() == method.getParameters().size());
    }

    /** A type as pieces of source text. */
    static List<Piece> pieces(TypeText type) {
        List<Piece> pieces = new ArrayList<>();
        write(type, pieces);
        return pieces;
    }

    private static void write(TypeText type, List<Piece> out) {
        if (type instanceof TypeText.Keyword keyword) {
            out.add(new Piece.Verbatim(keyword.name()));
        } else if (type instanceof TypeText.TypeVariable variable) {
            out.add(new Piece.Verbatim(variable.name()));
        } else if (type instanceof TypeText.ArrayOf array) {
            write(array.element(), out);
            out.add(new Piece.Verbatim("[]"));
        } else if (type instanceof TypeText.Wildcard wildcard) {
            out.add(new Piece.Verbatim("?"));
            wildcard.upper().ifPresent(b -> writeBound(" extends ", b, out));
            wildcard.lower().ifPresent(b -> writeBound(" super ", b, out));
        } else if (type instanceof TypeText.Declared declared) {
            out.add(new Piece.TypeName(
                    new TypeText.Declared(declared.packageName(), declared.simpleNames(), List.of())));
            String separator = "<";
            for (TypeText argument : declared.arguments()) {
                out.add(new Piece.Verbatim(separator));
                write(argument, out);
                separator = ", ";
            }
            if (!declared.arguments().isEmpty()) {
                out.add(new Piece.Verbatim(">"));
            }
        }
    }

    private static void writeBound(String keyword, TypeText bound, List<Piece> out) {
        out.add(new Piece.Verbatim(keyword));
        write(bound, out);
    }
}
