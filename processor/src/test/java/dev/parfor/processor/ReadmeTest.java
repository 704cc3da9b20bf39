package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the compiler is what the compiler says. */
class ReadmeTest {

    static final Path PAGE = Path.of("..", "README.md");

    @Test
    void outputIsReal(@TempDir Path folder) throws IOException {
        Document page = new Document(PAGE, folder);
        assertThat(page.outputs()).isEqualTo(2);
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
            assertThat(page.text())
                    .as("%s; written anew by -Dparfor.documents=update", file)
                    .isEqualTo(regenerated);
        }
    }
}
