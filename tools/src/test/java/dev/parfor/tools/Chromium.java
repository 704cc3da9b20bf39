package dev.parfor.tools;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A browser that people use, without its window: Chromium or Chrome, from the path or from the variable {@code CHROME_BIN}. */
public record Chromium(String program) {

    /** Slow machines do other work at the same time. */
    private static final long MOST_SECONDS = 300;

    /** None where none is installed. */
    public static Optional<Chromium> installed() {
        String named = System.getenv("CHROME_BIN");
        if (named != null) {
            return Optional.of(new Chromium(named));
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(file -> new Chromium(file.toString()))
                .findFirst();
    }

    /**
     * The page as text, after a script has run in it at its end. What a script throws, this one or the page's own, is in the text
     * behind {@code SCRIPT ERROR}.
     */
    public String after(Path page, int width, String script) throws IOException {
        String text = Files.readString(page);
        String watched = text.replaceFirst("<head>", """
                        <head><script>onerror = message => { document.title = 'SCRIPT' + ' ERROR ' + message; };</script>""");
        Path copy = page.resolveSibling("watched-" + page.getFileName());
        Files.writeString(copy, watched + "<script>" + script + "</script>");
        return new String(run(copy, width, 900, "--dump-dom"), StandardCharsets.UTF_8);
    }

    /** What a person sees of it, up to a height. */
    public BufferedImage screenshot(Path page, int width, int height) throws IOException {
        Path picture = page.resolveSibling("screenshot.png");
        run(page, width, height, "--hide-scrollbars", "--screenshot=" + picture);
        return ImageIO.read(picture.toFile());
    }

    /** What comes out of the printer. */
    public byte[] pdf(Path page) throws IOException {
        Path paper = page.resolveSibling("paper.pdf");
        run(page, 1200, 900, "--no-pdf-header-footer", "--print-to-pdf=" + paper);
        return Files.readAllBytes(paper);
    }

    private byte[] run(Path page, int width, int height, String... options) throws IOException {
        Path out = page.resolveSibling("browser.out");
        List<String> command = new ArrayList<>(List.of(
                program,
                "--headless",
                // Users such as root, in containers, have no sandbox; the pages are our own.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--user-data-dir=" + page.resolveSibling("profile"),
                "--window-size=" + width + "," + height));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the browser did not end: " + command);
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException(stop);
        }
        return Files.readAllBytes(out);
    }
}
