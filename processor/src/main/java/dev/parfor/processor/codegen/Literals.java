package dev.parfor.processor.codegen;

import com.palantir.javapoet.TypeName;

/** Constants as Java source. */
final class Literals {

    private Literals() {}

    /** An expression with this constant value that is a constant expression itself, in parentheses where it needs any. */
    static String of(Object value) {
        if (value instanceof String text) {
            StringBuilder literal = new StringBuilder("\"");
            text.chars().forEach(c -> literal.append(escaped((char) c, '"')));
            return literal.append('"').toString();
        } else if (value instanceof Character c) {
            return "'" + escaped(c, '\'') + "'";
        } else if (value instanceof Long l) {
            return signed(l + "L");
        } else if (value instanceof Double d) {
            return floating(d, d.toString(), "");
        } else if (value instanceof Float f) {
            return floating(f, f.toString(), "f");
        } else if (value instanceof Byte || value instanceof Short) {
            return (value instanceof Byte ? "((byte) " : "((short) ") + signed(value.toString()) + ")";
        }
        return signed(String.valueOf(value));
    }

    /** Octal escapes for control characters: unicode ones would end the line they stand on. */
    private static String escaped(char c, char quote) {
        if (c == quote || c == '\\') {
            return "\\" + c;
        } else if (c < ' ') {
            return String.format("\\%03o", (int) c);
        }
        return c < 127 ? String.valueOf(c) : String.format("\\u%04x", (int) c);
    }

    private static String floating(double value, String digits, String suffix) {
        if (Double.isNaN(value)) {
            return "(0.0" + suffix + " / 0.0" + suffix + ")";
        } else if (Double.isInfinite(value)) {
            return "(" + (value < 0 ? "-" : "") + "1.0" + suffix + " / 0.0" + suffix + ")";
        }
        return signed(digits + suffix);
    }

    private static String signed(String digits) {
        return digits.startsWith("-") ? "(" + digits + ")" : digits;
    }

    /** The same to be passed: constants of type {@code int} are narrowed where they are assigned only. */
    static String defaultArgument(TypeName type) {
        boolean isNarrow = type.equals(TypeName.BYTE) || type.equals(TypeName.SHORT) || type.equals(TypeName.CHAR);
        return isNarrow ? "(" + type + ") 0" : defaultOf(type);
    }

    /** The value that fields of this type begin with. */
    static String defaultOf(TypeName type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type.equals(TypeName.BOOLEAN) ? "false" : "0";
    }
}
