package dev.parfor.processor.advice;

import dev.parfor.processor.ir.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Advice as lines of JSON, one object a loop, so that other tools can read it as it comes. */
public final class AdviceFile implements AutoCloseable {

    private final Writer out;

    public AdviceFile(Writer out) {
        this.out = out;
    }

    public void write(Advice advice) throws IOException {
        StringBuilder line = new StringBuilder("{");
        string(line, "file", advice.file());
        string(line, "type", advice.type());
        number(line, "line", advice.at().line());
        number(line, "column", advice.at().column());
        number(line, "lastLine", advice.lastLine());
        string(line, "where", advice.where());
        string(line, "loop", advice.at().text());
        number(line, "depth", advice.depth());
        string(line, "verdict", advice.verdict().name());
        string(line, "rests", advice.rests());
        string(line, "annotation", advice.annotation());
        number(line, "microseconds", advice.microseconds());
        name(line, "reasons").append('[');
        List<Advice.Reason> reasons = advice.reasons();
        for (int k = 0; k < reasons.size(); k++) {
            Advice.Reason reason = reasons.get(k);
            line.append(k == 0 ? "{" : ",{");
            string(line, "code", reason.code());
            string(line, "kind", reason.kind());
            place(line, reason.at());
            string(line, "text", reason.text());
            name(line, "accesses").append('[');
            for (int a = 0; a < reason.accesses().size(); a++) {
                Advice.Access access = reason.accesses().get(a);
                line.append(a == 0 ? "{" : ",{");
                string(line, "access", access.isWrite() ? "write" : "read");
                place(line, access.at());
                line.append('}');
            }
            line.append("]}");
        }
        out.append(line.append("]}\n"));
    }

    private static void place(StringBuilder line, Span at) {
        number(line, "line", at.line());
        number(line, "column", at.column());
        string(line, "source", at.text());
    }

    private static StringBuilder name(StringBuilder line, String name) {
        if (line.charAt(line.length() - 1) != '{') {
            line.append(',');
        }
        return line.append('"').append(name).append("\":");
    }

    private static void number(StringBuilder line, String name, long value) {
        name(line, name).append(value);
    }

    private static void string(StringBuilder line, String name, String value) {
        name(line, name).append('"');
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            switch (c) {
                case '"', '\\' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
