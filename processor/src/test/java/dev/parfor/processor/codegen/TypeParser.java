package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the types that tests write: {@code double[]}, {@code List<? extends T>}, {@code Image.Row}. */
final class TypeParser {

    private static final Set<String> KEYWORDS =
            Set.of("void", "boolean", "byte", "short", "char", "int", "long", "float", "double");
    private static final Map<String, String> PACKAGES = Map.of(
            "List", "java.util",
            "ArrayList", "java.util",
            "IOException", "java.io",
            "Function", "java.util.function",
            "String", "java.lang",
            "Object", "java.lang",
            "Integer", "java.lang",
            "Double", "java.lang",
            "Comparable", "java.lang",
            "Exception", "java.lang");

    private final String text;
    private int at;

    private TypeParser(String text) {
        this.text = text.replace(" ", "").replace("...", "[]");
    }

    static TypeText parse(String text) {
        TypeParser parser = new TypeParser(text);
        TypeText type = parser.type();
        if (parser.at < parser.text.length()) {
            throw new IllegalArgumentException(text);
        }
        return type;
    }

    private TypeText type() {
        if (take("?extends")) {
            return new TypeText.Wildcard(Optional.of(type()), Optional.empty());
        } else if (take("?super")) {
            return new TypeText.Wildcard(Optional.empty(), Optional.of(type()));
        } else if (take("?")) {
            return new TypeText.Wildcard(Optional.empty(), Optional.empty());
        }
        int start = at;
        while (at < text.length() && (Character.isJavaIdentifierPart(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String name = text.substring(start, at);
        List<TypeText> arguments = new ArrayList<>();
        if (take("<")) {
            do {
                arguments.add(type());
            } while (take(","));
            take(">");
        }
        TypeText type;
        if (KEYWORDS.contains(name)) {
            type = new TypeText.Keyword(name);
        } else if (name.length() == 1) {
            type = new TypeText.TypeVariable(name);
        } else {
            type = new TypeText.Declared(PACKAGES.getOrDefault(name, "demo"), List.of(name.split("\\.")), arguments);
        }
        while (take("[]")) {
            type = new TypeText.ArrayOf(type);
        }
        return type;
    }

    private boolean take(String token) {
        boolean found = text.startsWith(token, at);
        at += found ? token.length() : 0;
        return found;
    }

    /** The erasure; type variables are of {@code Object}. */
    static Type erased(TypeText type) {
        if (type instanceof TypeText.Keyword keyword) {
            return keyword.name().equals("void")
                    ? Type.Special.VOID
                    : Type.Primitive.valueOf(keyword.name().toUpperCase(java.util.Locale.ROOT));
        } else if (type instanceof TypeText.ArrayOf array) {
            return new Type.Array(erased(array.element()));
        } else if (type instanceof TypeText.Declared declared) {
            String name = declared.packageName() + "." + String.join(".", declared.simpleNames());
            return new Type.Ref(
                    name, false, false, new java.util.HashSet<>(List.of(name, "java.lang.Object")), Trust.NONE);
        }
        return Type.OBJECT;
    }
}
