package dev.parfor.tools.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parfor.tools.Chromium;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of measurements in Chromium, on machines that have it. */
class BrowserTest {

    /** The first colour of the charts, which are drawn in those of Okabe and Ito. */
    private static final int BLUE = 0x0072b2;

    @TempDir
    Path folder;

    private Chromium browser;
    private Path page;

    @BeforeEach
    void open() throws IOException {
        Optional<Chromium> installed = Chromium.installed();
        assumeThat(installed).as("Chromium, on the path or in CHROME_BIN").isPresent();
        browser = installed.get();
        page = folder.resolve("measure.html");
        Files.writeString(page, MeasurePageTest.measurements().page());
    }

    /** HtmlUnit lays nothing out: only a real browser can tell where words come to stand. */
    @Test
    void wordsOfChartsStayInsideAndApart() throws IOException {
        String dom = browser.after(page, 1200, """
                const said = [];
                const meets = (a, b) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
                document.querySelectorAll('svg').forEach(svg => {
                    const frame = svg.getBoundingClientRect();
                    const texts = [...svg.querySelectorAll('text')];
                    texts.forEach((text, k) => {
                        const box = text.getBoundingClientRect();
                        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
                                || box.bottom > frame.bottom + 1) {
                            said.push('outside: ' + text.textContent);
                        }
                        texts.slice(k + 1).filter(o => meets(box, o.getBoundingClientRect()))
                            .forEach(o => said.push('meet: ' + text.textContent + ' and ' + o.textContent));
                    });
                });
                const all = document.documentElement;
                if (all.scrollWidth > all.clientWidth) said.push('too wide');
                document.body.setAttribute('data-said', document.querySelectorAll('svg text').length > 20 ? said.join('; ') : 'no words');
                """);
        assertThat(dom).doesNotContain("SCRIPT ERROR").contains("data-said=\"\"");
    }

    @Test
    void chartsAreDrawn() throws IOException {
        BufferedImage seen = browser.screenshot(page, 1200, 1400);
        long blue = 0;
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                if ((seen.getRGB(x, y) & 0xffffff) == BLUE) {
                    blue++;
                }
            }
        }
        assertThat(blue).as("pixels of the lines, points and bars").isGreaterThan(500);
        assertThat(new String(browser.pdf(page), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }
}
