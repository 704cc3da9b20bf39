package dev.parfor.examples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the programs find their input and leave their pictures. */
final class Examples {

    private Examples() {}

    /** A file that is shipped with the programs; who made it and under which licence is in NOTICE. */
    static InputStream open(String name) {
        InputStream in = Examples.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("no such resource: " + name);
        }
        return in;
    }

    /** A shipped text file, line ends as they are. */
    static String text(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The shipped photograph: a cup of coffee on a wooden table, 600 by 400 pixels. */
    static Image photograph() throws IOException {
        try (InputStream in = open("coffee.png")) {
            return Image.read(in);
        }
    }

    /**
     * A file to write: in the folder that the system property {@code parfor.examples.out} names, else in {@code
     * examples/out} or, when the program is started inside {@code examples}, in {@code out}. The folder is made.
     */
    static Path output(String name) throws IOException {
        String otherwise = Files.isDirectory(Path.of("examples")) ? "examples/out" : "out";
        Path folder = Path.of(System.getProperty("parfor.examples.out", otherwise));
        Files.createDirectories(folder);
        return folder.resolve(name);
    }
}
