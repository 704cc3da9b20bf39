package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.WebClient;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: what a reader can do with it. */
class HtmlReportTest {

    private static final String SOURCE = """
            class V {
                static void f(double[] x) {
                    for (int i = 1; i < x.length; i++) {
                        for (int k = 0; k < 3; k++) x[i] *= 2;
                    }
                }
                static void g(double[] x) {
                    for (int i = 1; i < x.length; i++) x[i] += x[i - 1]; // </script><b>
                }
                static void h(double[] x) {
                    while (x[0] < 1) x[0] += 1;
                }
            }
            """;

    @TempDir
    Path folder;

    private WebClient browser;
    private HtmlPage page;
    private String text;

    @BeforeEach
    void open() throws IOException {
        Path source = folder.resolve("V.java");
        Files.writeString(source, SOURCE);
        Run run = Run.of("advise", "--format", "html", "--out", folder.toString(), source.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        Path file = folder.resolve("advice.html");
        text = Files.readString(file);
        browser = new WebClient();
        browser.getOptions().setThrowExceptionOnScriptError(true);
        page = browser.getPage(file.toUri().toURL());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private List<String> rows() {
        return page.querySelectorAll("#loops tbody tr:not(.detail)").stream()
                .map(row -> row.querySelectorAll("td").get(1).getTextContent())
                .toList();
    }

    private void click(String selector) throws IOException {
        ((DomElement) page.querySelector(selector)).click();
    }

    @Test
    void nothingIsLoaded() {
        assertThat(text).doesNotContain("http:", "https:", " src=", "@import", "url(");
        assertThat(text.split("</script>", -1)).as("the source's own is no end").hasSize(3);
    }

    @Test
    void loopsAreListedSearchedAndFiltered() throws IOException {
        assertThat(rows()).containsExactly("V.java:3", "V.java:8", "V.java:11");
        click("#inside");
        assertThat(rows()).containsExactly("V.java:3", "V.java:8", "V.java:11", "V.java:4");
        click("input[value=REFUTED]");
        assertThat(rows()).containsExactly("V.java:3", "V.java:11", "V.java:4");
        click("input[value=REFUTED]");
        ((HtmlInput) page.getElementById("search")).type("pf103");
        assertThat(rows()).containsExactly("V.java:11");
        assertThat(page.getElementById("shown").getTextContent()).isEqualTo("1 of 4 loops");
    }

    @Test
    void columnsSort() throws IOException {
        List<DomNode> heads = List.copyOf(page.querySelectorAll("th button"));
        assertThat(heads.stream().map(DomNode::getTextContent))
                .containsExactly("verdict", "place", "method", "what to write, or why not");
        ((DomElement) heads.get(1)).click();
        ((DomElement) heads.get(1)).click();
        assertThat(rows()).containsExactly("V.java:11", "V.java:8", "V.java:3");
        assertThat(page.querySelectorAll("th[aria-sort=descending]")).hasSize(1);
    }

    @Test
    void codeShowsTheAccessesThatMeet() throws IOException {
        assertThat(page.querySelectorAll(".detail")).isEmpty();
        click("#open");
        assertThat(page.querySelectorAll(".detail")).hasSize(3);
        assertThat(page.querySelector(".detail mark.write").getTextContent()).isEqualTo("x[i]W");
        assertThat(page.querySelector(".detail mark.read").getTextContent()).isEqualTo("x[i - 1]R");
        assertThat(page.querySelectorAll(".detail pre.code").stream().map(DomNode::getTextContent))
                .anyMatch(code -> code.contains("// </script><b>"));
        click("#close");
        assertThat(page.querySelectorAll(".detail")).isEmpty();
    }
}
