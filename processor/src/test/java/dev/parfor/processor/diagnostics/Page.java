package dev.parfor.processor.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of the catalogue: {@code # title}, {@code ## headings}, and Java blocks, which may carry compiler options behind
 * the word {@code java}.
 */
record Page(String title, List<String> headings, List<Block> blocks, String text) {

    static final String GETS_IT = "A loop that gets it";

    static final List<String> HEADINGS =
            List.of("What it means", GETS_IT, "Why", "What you can do", "When we are wrong", "Related");

    /** A Java block under a heading. */
    record Block(String heading, List<String> options, String source) {
        boolean isMarked() {
            return source.matches("(?s).*//\\s*PF\\d{3}( nowhere)?:.*");
        }

        String[] optionArray() {
            return options.toArray(String[]::new);
        }
    }

    static Path folder() {
        return Path.of("..", "docs", "diagnostics");
    }

    static Page of(Code code) {
        try {
            return parse(Files.readString(Path.of("..").resolve(code.page())));
        } catch (IOException e) {
            throw new UncheckedIOException(code + " has no page", e);
        }
    }

    static Page parse(String text) {
        String title = "";
        List<String> headings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        List<String> options = List.of();
        StringBuilder block = null;
        for (String line : text.split("\n", -1)) {
            if (block != null && line.equals("```")) {
                blocks.add(new Block(headings.get(headings.size() - 1), options, block.toString()));
                block = null;
            } else if (block != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("```java")) {
                List<String> words = List.of(line.split(" "));
                options = words.subList(1, words.size());
                block = new StringBuilder();
            } else if (line.startsWith("# ")) {
                title = line.substring(2);
            } else if (line.startsWith("## ")) {
                headings.add(line.substring(3));
            }
        }
        return new Page(title, List.copyOf(headings), List.copyOf(blocks), text);
    }
}
