package dev.parfor.tools.advise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The pages of the messages, as they come with this jar. */
final class Pages {

    private Pages() {}

    /** The whole page in Markdown; links lead nowhere from here, so only their texts are left. */
    static String page(String code) {
        try (InputStream in = Pages.class.getResourceAsStream("pages/" + code + ".md")) {
            return in == null
                    ? ""
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replaceAll("\\[([^\\]\\n]+)\\]\\([^)\\n]*\\)", "$1");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What the message means, in a paragraph. */
    static String meaning(String code) {
        return Pattern.compile("(?s)## What it means\\s+(.*?)\\n(?:\\n|## )")
                .matcher(page(code))
                .results()
                .map(m -> m.group(1).replaceAll("\\s+", " ").strip())
                .findFirst()
                .orElse("");
    }
}
