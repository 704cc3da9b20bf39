package dev.parfor.processor.certificate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into maps, lists, strings, {@code Long}s and {@code Boolean}s. */
final class JsonReader {

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> read(String text) {
        return (Map<String, Object>) new JsonReader(text).value();
    }

    private char next() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private boolean skip(char c) {
        boolean there = next() == c;
        at += there ? 1 : 0;
        return there;
    }

    private Object value() {
        switch (next()) {
            case '{':
                at++;
                Map<String, Object> map = new LinkedHashMap<>();
                while (!skip('}')) {
                    skip(',');
                    String name = (String) value();
                    if (!skip(':')) {
                        throw new IllegalArgumentException("no value at " + at);
                    }
                    map.put(name, value());
                }
                return map;
            case '[':
                at++;
                List<Object> list = new ArrayList<>();
                while (!skip(']')) {
                    skip(',');
                    list.add(value());
                }
                return list;
            case '"':
                return string();
            default:
                int start = at;
                while (",]} \n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
                String word = text.substring(start, at);
                return word.equals("true") || word.equals("false") ? (Object) word.equals("true") : Long.valueOf(word);
        }
    }

    private String string() {
        StringBuilder s = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                c = text.charAt(++at);
                if (c == 'u') {
                    c = (char) Integer.parseInt(text.substring(at + 1, at + 5), 16);
                    at += 4;
                }
            }
            s.append(c);
        }
        at++;
        return s.toString();
    }
}
