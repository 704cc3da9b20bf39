package dev.parfor.processor.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values as JSON: maps, lists, strings, numbers and booleans. */
final class Json {

    private Json() {}

    /** An object of names and values in turn. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int k = 0; k < namesAndValues.length; k += 2) {
            object.put((String) namesAndValues[k], namesAndValues[k + 1]);
        }
        return object;
    }

    static <T> List<Object> list(Collection<T> values, Function<T, Object> value) {
        List<Object> list = new ArrayList<>();
        values.forEach(v -> list.add(value.apply(v)));
        return list;
    }

    /** Members of the outermost object and elements of its lists on lines of their own. */
    static String print(Object value) {
        StringBuilder text = new StringBuilder();
        print(value, text, 0);
        return text.append('\n').toString();
    }

    private static void print(Object value, StringBuilder text, int depth) {
        if (value instanceof Map<?, ?> map) {
            text.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                text.append(separator).append(depth == 0 ? "\n  " : "");
                string((String) entry.getKey(), text);
                text.append(": ");
                print(entry.getValue(), text, depth + 1);
                separator = depth == 0 ? "," : ", ";
            }
            text.append(depth == 0 ? "\n}" : "}");
        } else if (value instanceof List<?> list) {
            text.append('[');
            String separator = "";
            for (Object element : list) {
                text.append(separator).append(depth == 1 ? "\n    " : "");
                print(element, text, depth + 1);
                separator = depth == 1 ? "," : ", ";
            }
            text.append(']');
        } else if (value instanceof String s) {
            string(s, text);
        } else if (value instanceof Number || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("no value of JSON: " + value);
        }
    }

    private static void string(String value, StringBuilder text) {
        text.append('"');
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
