package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the compiler is what the compiler says. */
class ReadmeTest {

    static final Path PAGE = Path.of("..", "README.md");

    @Test
    void outputIsReal(@TempDir Path folder) throws IOException {
        Document page = new Document(PAGE, folder);
        assertThat(page.outputs()).isEqualTo(4);
        check(page, PAGE);
    }

    /**
     * Compares a page with what it should be. {@code -Dparfor.documents=update} writes it instead, for a change of
     * wording; read what has changed before you commit it.
     */
    static void check(Document page, Path file) throws IOException {
        String regenerated = page.regenerated();
        if ("update".equals(System.getProperty("parfor.documents"))) {
            Files.writeString(file, regenerated);
        } else {
            assertThat(firstDifference(page.text(), regenerated))
                    .as("%s; written anew by -Dparfor.documents=update", file)
                    .isEmpty();
        }
    }

    /** Some lines of each, from the first one that differs; empty where none does. */
    private static String firstDifference(String written, String regenerated) {
        List<String> are = written.lines().toList();
        List<String> shouldBe = regenerated.lines().toList();
        int at = 0;
        while (at < are.size() && at < shouldBe.size() && are.get(at).equals(shouldBe.get(at))) {
            at++;
        }
        return written.equals(regenerated)
                ? ""
                : "line " + (at + 1) + " is\n" + some(are, at) + "\nand should be\n" + some(shouldBe, at);
    }

    private static String some(List<String> lines, int from) {
        return String.join("\n", lines.subList(from, Math.min(lines.size(), from + 5)));
    }
}
