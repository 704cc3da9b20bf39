package dev.parfor.processor;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * A page whose boxes are real output. A comment on the line above a fenced block says what the block is:
 *
 * <pre>
 * {@code <!-- file: Smooth.java -->}                                 a source file, named so by what follows
 * {@code <!-- javac Smooth.java -->}                                 what the compiler prints
 * {@code <!-- javac -Aparfor.dump=ir Smooth.java | loop 1 -->}       the messages whose first line has these words
 * {@code <!-- says Smooth.java -->}                                  the first line of each message
 * {@code <!-- java Smooth -->}                                       what the class, compiled before, prints when it is run
 * {@code <!-- generated SmoothParallelKernels.java: execute run -->} members of a generated class
 * </pre>
 *
 * <p>{@link #regenerated} gives the page with each block as it should be.
 */
final class Document {

    private static final Pattern BOX =
            Pattern.compile("(?m)^<!-- (file: |javac |says |java |generated )(.*?) -->\\n```(\\w+)\\n((?s:.*?))^```$");
    private static final Pattern MESSAGE =
            Pattern.compile("^(\\w+\\.java:\\d+: |Note: |warning: |error: |\\d+ (error|warning)s?$).*");

    private final String text;
    private final Path folder;
    private final Map<String, String> files = new LinkedHashMap<>();

    /** @param folder an empty one to compile in */
    Document(Path page, Path folder) throws IOException {
        this.text = Files.readString(page);
        this.folder = folder;
    }

    String text() {
        return text;
    }

    /** The number of blocks that are output. */
    long outputs() {
        return BOX.matcher(text)
                .results()
                .filter(box -> !box.group(1).equals("file: "))
                .count();
    }

    String regenerated() {
        Matcher box = BOX.matcher(text);
        StringBuilder page = new StringBuilder();
        while (box.find()) {
            String content = content(box.group(1).strip(), box.group(2), box.group(4));
            String block = "<!-- " + box.group(1) + box.group(2) + " -->\n```" + box.group(3) + "\n" + content + "```";
            box.appendReplacement(page, Matcher.quoteReplacement(block));
        }
        return box.appendTail(page).toString();
    }

    private String content(String kind, String what, String written) {
        switch (kind) {
            case "file:":
                files.put(what, written);
                return written;
            case "javac":
                String[] parts = what.split(" \\| ");
                String messages = compile(List.of(parts[0].split(" ")));
                return parts.length == 1 ? messages : having(parts[1], messages);
            case "says":
                return firstLines(compile(List.of(what.split(" "))));
            case "java":
                return run(what);
            default:
                String[] names = what.split(":? ");
                return members(read(names[0]), List.of(names).subList(1, names.length));
        }
    }

    /** What the compiler prints, files called by their bare names. */
    private String compile(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("-d", folder.toString(), "--release", "17"));
        String path = System.getProperty("java.class.path");
        command.addAll(List.of("-classpath", path, "-processorpath", path));
        for (String argument : arguments) {
            command.add(argument.endsWith(".java") ? write(argument).toString() : argument);
        }
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        ToolProvider.findFirst("javac").orElseThrow().run(out, out, command.toArray(String[]::new));
        return printed.toString()
                .replace(System.lineSeparator(), "\n")
                .replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    private String run(String main) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = folder + File.pathSeparator + System.getProperty("java.class.path");
        try {
            Process process = new ProcessBuilder(java, "-ea", "-classpath", path, main)
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? printed.replace(System.lineSeparator(), "\n") : "failed: " + printed;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String name) {
        try {
            return Files.writeString(folder.resolve(name), files.get(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(name + " was not generated", e);
        }
    }

    private static String firstLines(String messages) {
        return lines(messages.lines()
                .filter(line -> MESSAGE.matcher(line).matches())
                .filter(line -> !line.matches("\\d+ errors?"))
                .toList());
    }

    private static String having(String words, String messages) {
        List<String> found = new ArrayList<>();
        boolean keep = false;
        for (String line : messages.split("\n")) {
            keep = MESSAGE.matcher(line).matches() ? line.contains(words) : keep;
            if (keep) {
                found.add(line);
            }
        }
        return lines(found);
    }

    private static String members(String source, List<String> names) {
        return names.stream().map(name -> member(source, name)).collect(Collectors.joining("\n"));
    }

    /** From the line that declares a method or class to its closing brace, without the common indent. */
    private static String member(String source, String name) {
        Pattern declared = Pattern.compile("^( +)(?!return )[\\w\\[\\]<>., ]+ \\Q" + name + "\\E[ (].*\\{$");
        List<String> found = new ArrayList<>();
        String indent = "";
        for (String line : source.split("\n")) {
            Matcher m = declared.matcher(line);
            if (found.isEmpty() && m.matches()) {
                indent = m.group(1);
            }
            if (!indent.isEmpty()) {
                found.add(line.startsWith(indent) ? line.substring(indent.length()) : line);
                if (line.equals(indent + "}")) {
                    return lines(found);
                }
            }
        }
        throw new NoSuchElementException(name + " in\n" + source);
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
