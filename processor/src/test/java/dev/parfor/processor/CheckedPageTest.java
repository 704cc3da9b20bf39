package dev.parfor.processor;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/checked.md} shows is what its program prints. */
class CheckedPageTest {

    @Test
    void outputIsReal(@TempDir Path folder) throws IOException {
        Path page = Path.of("..", "docs", "checked.md");
        ReadmeTest.check(new Document(page, folder), page);
    }
}
