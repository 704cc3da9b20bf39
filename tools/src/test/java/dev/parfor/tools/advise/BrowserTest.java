package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parfor.tools.Chromium;
import dev.parfor.tools.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the advice in Chromium, on machines that have it; {@link HtmlReportTest} does the same everywhere, in HtmlUnit. */
class BrowserTest {

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

    private Chromium browser;
    private Path page;

    @BeforeEach
    void open() throws IOException {
        Optional<Chromium> installed = Chromium.installed();
        assumeThat(installed).as("Chromium, on the path or in CHROME_BIN").isPresent();
        browser = installed.get();
        Path source = folder.resolve("V.java");
        Files.writeString(source, SOURCE);
        Run run = Run.of("advise", "--format", "html", "--out", folder.toString(), source.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        page = folder.resolve("advice.html");
    }

    @Test
    void searchesSortsAndOpens() throws IOException {
        String dom = browser.after(page, 1200, """
                const said = [];
                const rows = () => [...document.querySelectorAll('#loops tbody tr:not(.detail)')]
                    .map(row => row.querySelectorAll('td')[1].textContent).join(' ');
                said.push('first ' + rows());
                const search = document.getElementById('search');
                search.value = 'pf103';
                search.dispatchEvent(new Event('input'));
                said.push('searched ' + rows());
                search.value = '';
                search.dispatchEvent(new Event('input'));
                document.querySelectorAll('th button')[1].click();
                document.querySelectorAll('th button')[1].click();
                said.push('sorted ' + rows());
                document.querySelector('input[value=REFUTED]').click();
                said.push('filtered ' + rows());
                document.querySelector('input[value=REFUTED]').click();
                document.getElementById('open').click();
                said.push('open ' + document.querySelectorAll('.detail').length);
                said.push('written ' + document.querySelector('.detail mark.write').textContent);
                document.body.setAttribute('data-said', said.join('; '));
                """);
        assertThat(dom)
                .doesNotContain("SCRIPT ERROR")
                .contains("data-said=\"first V.java:3 V.java:8 V.java:11; searched V.java:11;"
                        + " sorted V.java:11 V.java:8 V.java:3; filtered V.java:11 V.java:3; open 3; written x[i]W\"");
    }

    @Test
    void fitsNarrowWindowsAndPaper() throws IOException {
        String dom = browser.after(page, 700, """
                document.getElementById('open').click();
                const all = document.documentElement;
                document.body.setAttribute('data-over', Math.max(0, all.scrollWidth - all.clientWidth));
                """);
        assertThat(dom).doesNotContain("SCRIPT ERROR").contains("data-over=\"0\"");
        assertThat(new String(browser.pdf(page), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
}
