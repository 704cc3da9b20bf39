package dev.parfor.processor.advice;

import java.util.ArrayList;
import java.util.List;

/** Brackets in the text of a class; those in comments, strings and characters are none. */
final class Brackets {

    private Brackets() {}

    /** The place of the bracket that closes the one at {@code open}; the text's end if there is none. */
    static int close(String text, int open) {
        int depth = 0;
        for (int at = open; at < text.length(); at = after(text, at)) {
            char c = text.charAt(at);
            if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
        }
        return text.length();
    }

    /** What stands between commas. */
    static List<String> arguments(String text, int open, int close) {
        List<String> arguments = new ArrayList<>();
        int start = open + 1;
        for (int at = start; at < close; at = after(text, at)) {
            if ("([{".indexOf(text.charAt(at)) >= 0) {
                at = close(text, at);
            } else if (text.charAt(at) == ',') {
                arguments.add(text.substring(start, at));
                start = at + 1;
            }
        }
        arguments.add(text.substring(start, Math.max(start, close)));
        return arguments;
    }

    /** The first place from there that is no space. */
    static int next(String text, int at) {
        int place = at;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    /** The place behind the character there, or behind the comment, string or character that begins there. */
    private static int after(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (c != '"' && c != '\'') {
            return at + 1;
        }
        for (int end = at + 1; end < text.length(); end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == c) {
                return end + 1;
            }
        }
        return text.length();
    }
}
