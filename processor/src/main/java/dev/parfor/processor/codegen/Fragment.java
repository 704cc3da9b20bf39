package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of Java text in which the class names are still to be imported or qualified.
 *
 * <p>Lines are moved as a whole: every line but the first by the same number of columns. So a text block keeps its value,
 * which is relative to its least indented line.
 */
final class Fragment {

    private static final Pattern AFTER_BRACE = Pattern.compile("^\\{[ \t]*(\n[ \t]*)");

    static final Fragment EMPTY = new Fragment(List.of());

    /** {@code String}s and {@code TypeName}s. */
    private final List<Object> atoms;

    private Fragment(List<Object> atoms) {
        this.atoms = atoms;
    }

    /** Strings, type names and fragments, one after the other. */
    static Fragment of(Object... parts) {
        List<Object> atoms = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Fragment fragment) {
                for (Object atom : fragment.atoms) {
                    append(atoms, text, atom);
                }
            } else {
                append(atoms, text, part);
            }
        }
        flush(atoms, text);
        return new Fragment(List.copyOf(atoms));
    }

    private static void append(List<Object> atoms, StringBuilder text, Object atom) {
        if (atom instanceof String s) {
            text.append(s);
        } else if (atom instanceof TypeName) {
            flush(atoms, text);
            atoms.add(atom);
        } else {
            throw new IllegalArgumentException("not a part of a fragment: " + atom);
        }
    }

    private static void flush(List<Object> atoms, StringBuilder text) {
        if (text.length() > 0) {
            atoms.add(text.toString());
            text.setLength(0);
        }
    }

    static Fragment join(String separator, List<Fragment> fragments) {
        List<Object> parts = new ArrayList<>();
        for (Fragment fragment : fragments) {
            if (!parts.isEmpty()) {
                parts.add(separator);
            }
            parts.add(fragment);
        }
        return of(parts.toArray());
    }

    /** With other text in the place of that at the beginning. */
    Fragment withStart(String start, Fragment instead) {
        List<Object> rest = new ArrayList<>(atoms);
        if (rest.isEmpty() || !(rest.get(0) instanceof String first) || !first.startsWith(start)) {
            throw new IllegalArgumentException("does not start with " + start);
        }
        rest.set(0, first.substring(start.length()));
        return of(instead, new Fragment(rest));
    }

    boolean isEmpty() {
        return atoms.isEmpty();
    }

    boolean isBlock() {
        return !isEmpty() && atoms.get(0) instanceof String s && s.startsWith("{");
    }

    boolean endsWithBrace() {
        return !isEmpty() && atoms.get(atoms.size() - 1) instanceof String s && s.endsWith("}");
    }

    /** What stands between the braces of a block, its least indented line at the left margin. */
    Fragment insideOfBlock() {
        List<Object> inside = new ArrayList<>(atoms);
        inside.set(0, ((String) inside.get(0)).substring(1));
        int last = inside.size() - 1;
        String end = (String) inside.get(last);
        inside.set(last, end.substring(0, end.lastIndexOf('}')).stripTrailing());
        List<Object> moved = new ArrayList<>(of(inside.toArray()).dedented().atoms);
        if (!moved.isEmpty() && moved.get(0) instanceof String first) {
            moved.set(0, first.stripLeading());
        }
        return of(moved.toArray());
    }

    /** With {@code inserted} as the first statement of this block, on a line of its own if the block's own first one is. */
    Fragment withFirstStatement(String inserted) {
        List<Object> result = new ArrayList<>(atoms);
        String text = (String) atoms.get(0);
        Matcher lineBreak = AFTER_BRACE.matcher(text);
        result.set(
                0,
                lineBreak.find()
                        ? "{" + lineBreak.group(1) + inserted + text.substring(1)
                        : "{ " + inserted + text.substring(1));
        return of(result.toArray());
    }

    /** All lines but the first moved left, until one of them stands at the margin. */
    Fragment dedented() {
        int margin = Integer.MAX_VALUE;
        for (int at = 0; at < atoms.size(); at++) {
            if (atoms.get(at) instanceof String text) {
                String[] lines = text.split("\n", -1);
                for (int i = 1; i < lines.length; i++) {
                    boolean endsHere = i < lines.length - 1 || at == atoms.size() - 1;
                    if (!endsHere || !lines[i].isBlank()) {
                        margin = Math.min(margin, indentOf(lines[i]));
                    }
                }
            }
        }
        int columns = margin;
        return columns == 0 || columns == Integer.MAX_VALUE
                ? this
                : mapLines(line -> line.substring(Math.min(columns, indentOf(line))));
    }

    /** All lines but the first with this in front, where there is anything on them. */
    Fragment indented(String prefix) {
        if (prefix.isEmpty()) {
            return this;
        }
        List<Object> result = new ArrayList<>();
        for (int at = 0; at < atoms.size(); at++) {
            if (atoms.get(at) instanceof String text) {
                boolean open = at < atoms.size() - 1;
                String[] lines = text.split("\n", -1);
                for (int i = 1; i < lines.length; i++) {
                    lines[i] = lines[i].isEmpty() && !(open && i == lines.length - 1) ? "" : prefix + lines[i];
                }
                result.add(String.join("\n", lines));
            } else {
                result.add(atoms.get(at));
            }
        }
        return of(result.toArray());
    }

    /** The blanks at the beginning of the line on which this ends. */
    String indentOfLastLine() {
        StringBuilder line = new StringBuilder();
        for (int i = atoms.size() - 1; i >= 0; i--) {
            String text = atoms.get(i) instanceof String s ? s : "x";
            int newline = text.lastIndexOf('\n');
            line.insert(0, text.substring(newline + 1));
            if (newline >= 0) {
                break;
            }
        }
        return line.substring(0, indentOf(line.toString()));
    }

    CodeBlock code() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Object atom : atoms) {
            code.add(atom instanceof String ? "$L" : "$T", atom);
        }
        return code.build();
    }

    private Fragment mapLines(UnaryOperator<String> change) {
        List<Object> result = new ArrayList<>();
        for (Object atom : atoms) {
            if (atom instanceof String text) {
                String[] lines = text.split("\n", -1);
                for (int i = 1; i < lines.length; i++) {
                    lines[i] = change.apply(lines[i]);
                }
                result.add(String.join("\n", lines));
            } else {
                result.add(atom);
            }
        }
        return of(result.toArray());
    }

    private static int indentOf(String line) {
        int columns = 0;
        while (columns < line.length() && (line.charAt(columns) == ' ' || line.charAt(columns) == '\t')) {
            columns++;
        }
        return columns;
    }
}
