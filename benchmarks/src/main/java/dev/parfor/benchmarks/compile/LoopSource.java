package dev.parfor.benchmarks.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A class of as many loops as wanted, of the kinds that numerical programs have: linearised and nested rows, reductions,
 * fields, calls of own methods. The kinds stand in {@code loops.txt} and are repeated in turn under other names.
 */
record LoopSource(String members, List<String> kinds) {

    private static final String IMPORT = "import dev.parfor.ParallelFor;\n\n";
    private static final String MARK = "@ParallelFor\n";

    static LoopSource read() throws IOException {
        try (InputStream in = LoopSource.class.getResourceAsStream("loops.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            List<String> parts = new ArrayList<>(List.of(text.split("(?m)^//\n")));
            return new LoopSource(parts.remove(0), List.copyOf(parts));
        }
    }

    /** The text of a class {@code Loops} with so many annotated methods of one loop each. */
    String annotated(int loops) {
        StringBuilder text = new StringBuilder(IMPORT).append("final class Loops {\n\n");
        indent(members, text);
        for (int n = 0; n < loops; n++) {
            indent(kinds.get(n % kinds.size()).replace("$N", Integer.toString(n)), text);
        }
        return text.append("}\n").toString();
    }

    /** The same class without a single annotation. */
    String plain(int loops) {
        return annotated(loops).replace(IMPORT, "").replaceAll("(?m)^ *" + MARK, "");
    }

    private static void indent(String part, StringBuilder into) {
        part.lines()
                .forEach(line ->
                        into.append(line.isEmpty() ? "" : "    ").append(line).append('\n'));
    }
}
