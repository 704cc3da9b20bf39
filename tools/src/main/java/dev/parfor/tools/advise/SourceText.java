package dev.parfor.tools.advise;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The lines of source files, a few files at a time in memory. */
final class SourceText {

    private static final int KEPT = 8;

    private final Map<String, List<String>> files = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<String, Path> places;

    /** @param places where the files are that are not where their name says */
    SourceText(Map<String, Path> places) {
        this.places = places;
    }

    /** No lines where the file cannot be read. */
    List<String> lines(String file) {
        return files.computeIfAbsent(file, this::read);
    }

    /** A line, or nothing where there is none. */
    String line(String file, int number) {
        List<String> lines = lines(file);
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    private List<String> read(String file) {
        try {
            Path path = places.containsKey(file) ? places.get(file) : Path.of(file);
            if (!Files.isRegularFile(path)) {
                return List.of();
            }
            byte[] bytes = Files.readAllBytes(path);
            Charset latin = StandardCharsets.ISO_8859_1;
            String text = new String(bytes, StandardCharsets.UTF_8);
            return (text.indexOf('\uFFFD') < 0 ? text : new String(bytes, latin))
                    .lines()
                    .toList();
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }

    /** Javac's columns count a tab up to the next multiple of 8; this is the index of the character, from 0. */
    static int index(String line, int column) {
        int at = 0;
        int width = 0;
        while (at < line.length() && width < column - 1) {
            width = line.charAt(at) == '\t' ? (width / 8 + 1) * 8 : width + 1;
            at++;
        }
        return at;
    }

    /** Where a piece of source ends on its line; nothing where it goes on over the line's end or is written otherwise. */
    static OptionalInt end(String line, int start, String source) {
        return !source.isEmpty() && line.startsWith(source, start)
                ? OptionalInt.of(start + source.length())
                : OptionalInt.empty();
    }
}
