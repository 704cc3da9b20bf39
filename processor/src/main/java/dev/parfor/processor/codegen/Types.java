package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** From the types of the IR to those of JavaPoet. */
final class Types {

    static final ClassName OBJECT = ClassName.get(Object.class);
    static final ClassName MATH = ClassName.get(Math.class);

    private Types() {}

    static TypeName of(TypeText type) {
        if (type instanceof TypeText.Keyword keyword) {
            return keyword(keyword.name());
        } else if (type instanceof TypeText.Declared declared) {
            ClassName raw = rawOf(declared);
            return declared.arguments().isEmpty()
                    ? raw
                    : ParameterizedTypeName.get(
                            raw, declared.arguments().stream().map(Types::of).toArray(TypeName[]::new));
        } else if (type instanceof TypeText.ArrayOf array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof TypeText.TypeVariable variable) {
            return TypeVariableName.get(variable.name());
        } else if (type instanceof TypeText.Wildcard wildcard) {
            return wildcard.lower().isPresent()
                    ? WildcardTypeName.supertypeOf(of(wildcard.lower().get()))
                    : WildcardTypeName.subtypeOf(wildcard.upper().map(Types::of).orElse(OBJECT));
        }
        throw new AssertionError(type);
    }

    static ClassName rawOf(TypeText.Declared type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }

    /** The type a local variable was declared with; its erasure where source can't name that. */
    static TypeName of(Var var) {
        return var.declared().map(Types::of).orElseGet(() -> of(var.type()));
    }

    static TypeName of(Type type) {
        if (type instanceof Type.Primitive || type == Type.Special.VOID) {
            return keyword(type.toString());
        } else if (type instanceof Type.Array array) {
            return ArrayTypeName.of(of(array.element()));
        } else if (type instanceof Type.Ref ref) {
            return named(ref.name());
        }
        return OBJECT;
    }

    /**
     * A class by its qualified name, nested classes with dots. Where its package ends is a matter of spelling alone; a class
     * that is not spelled as usual is written out in full.
     */
    static ClassName named(String qualifiedName) {
        String[] parts = qualifiedName.split("\\.");
        int first = 0;
        while (first < parts.length && !Character.isUpperCase(parts[first].charAt(0))) {
            first++;
        }
        boolean usual = first < parts.length;
        for (int i = first; i < parts.length; i++) {
            usual &= Character.isUpperCase(parts[i].charAt(0));
        }
        if (!usual) {
            return ClassName.get("", qualifiedName);
        }
        List<String> names = List.of(parts).subList(first, parts.length);
        return ClassName.get(
                String.join(".", List.of(parts).subList(0, first)),
                names.get(0),
                names.subList(1, names.size()).toArray(new String[0]));
    }

    static TypeVariableName variable(TypeParameter parameter) {
        return TypeVariableName.get(
                parameter.name(), parameter.bounds().stream().map(Types::of).toArray(TypeName[]::new));
    }

    /** The qualified name of a type that has no type arguments or variables; empty for the others. */
    static String plainName(TypeText type) {
        if (type instanceof TypeText.Keyword keyword) {
            return keyword.name();
        } else if (type instanceof TypeText.Declared declared
                && declared.arguments().isEmpty()) {
            String names = String.join(".", declared.simpleNames());
            return declared.packageName().isEmpty() ? names : declared.packageName() + "." + names;
        } else if (type instanceof TypeText.ArrayOf array) {
            String element = plainName(array.element());
            return element.isEmpty() ? "" : element + "[]";
        }
        return "";
    }

    /** Adds the names of the type variables in a type. */
    static void variablesOf(TypeText type, Set<String> names) {
        List<TypeText> inner = new ArrayList<>();
        if (type instanceof TypeText.TypeVariable variable) {
            names.add(variable.name());
        } else if (type instanceof TypeText.Declared declared) {
            inner.addAll(declared.arguments());
        } else if (type instanceof TypeText.ArrayOf array) {
            inner.add(array.element());
        } else if (type instanceof TypeText.Wildcard wildcard) {
            wildcard.upper().ifPresent(inner::add);
            wildcard.lower().ifPresent(inner::add);
        }
        inner.forEach(t -> variablesOf(t, names));
    }

    private static TypeName keyword(String name) {
        return switch (name) {
            case "void" -> TypeName.VOID;
            case "boolean" -> TypeName.BOOLEAN;
            case "byte" -> TypeName.BYTE;
            case "short" -> TypeName.SHORT;
            case "char" -> TypeName.CHAR;
            case "int" -> TypeName.INT;
            case "long" -> TypeName.LONG;
            case "float" -> TypeName.FLOAT;
            case "double" -> TypeName.DOUBLE;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
