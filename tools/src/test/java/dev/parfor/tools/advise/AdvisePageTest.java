package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/advise.md shows is what the command prints; {@code -Dparfor.documents=update} writes it anew. */
class AdvisePageTest {

    private static final Path PAGE = Path.of("../docs/advise.md");
    private static final Pattern FILE = Pattern.compile("(?s)<!-- file: (\\S+) -->\n```java\n(.*?)```");
    private static final Pattern OUTPUT = Pattern.compile("(?s)(<!-- parfor advise (\\S+) -->\n```text\n)(.*?)(```)");

    @Test
    void outputIsReal(@TempDir Path folder) throws IOException {
        String page = Files.readString(PAGE);
        Matcher file = FILE.matcher(page);
        assertThat(file.find()).isTrue();
        Path source = folder.resolve(file.group(1));
        Files.writeString(source, file.group(2));
        Matcher output = OUTPUT.matcher(page);
        assertThat(output.find()).isTrue();
        assertThat(output.group(2)).isEqualTo(file.group(1));
        String printed = Run.of("advise", source.toString()).out();
        if ("update".equals(System.getProperty("parfor.documents"))) {
            Files.writeString(PAGE, page.substring(0, output.start(3)) + printed + page.substring(output.end(3)));
        } else {
            assertThat(output.group(3)).isEqualTo(printed);
        }
    }
}
