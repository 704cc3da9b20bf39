package dev.parfor.processor.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What the processor said about the lines of one method.
 *
 * @param codes of proofs and refusals alike
 * @param messages their first lines
 */
public record Verdict(Set<String> codes, List<String> messages) {

    private static final Pattern CODE = Pattern.compile("^\\[(PF\\d{3})] ([^\\n]*)");

    /** A message of the processor. */
    record Said(String file, long line, String code, String firstLine) {}

    /** The messages of the processor that stand in a file. */
    static List<Said> read(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Said> all = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            Matcher code = CODE.matcher(diagnostic.getMessage(Locale.ROOT));
            if (diagnostic.getSource() != null && code.find()) {
                String name = diagnostic.getSource().getName();
                String file = name.substring(name.lastIndexOf('/') + 1);
                all.add(new Said(file, diagnostic.getLineNumber(), code.group(1), code.group()));
            }
        }
        return all;
    }

    static Verdict of(List<Said> messages, String file, int firstLine, int lastLine) {
        List<Said> here = messages.stream()
                .filter(m -> m.file().equals(file) && m.line() >= firstLine && m.line() <= lastLine)
                .toList();
        Set<String> codes = new TreeSet<>();
        here.forEach(m -> codes.add(m.code()));
        return new Verdict(codes, here.stream().map(Said::firstLine).toList());
    }

    /** Whether every loop of the method was accepted, and there was one. */
    public boolean isAccepted() {
        return !codes.isEmpty() && codes.stream().allMatch(code -> code.startsWith("PF0"));
    }

    /** Whether an accepted loop has a guard. */
    public boolean isGuarded() {
        return isAccepted() && codes.contains("PF002");
    }

    @Override
    public String toString() {
        return codes + " " + messages;
    }
}
