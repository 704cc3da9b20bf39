package dev.parfor.tools.advise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parfor.processor.advice.AdviceFile;
import dev.parfor.tools.Bar;
import dev.parfor.tools.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of {@code parfor advise}, in their order. */
public final class Advise {

    /** What can be written. */
    public enum Format {
        TEXT,
        JSON,
        SARIF,
        HTML
    }

    /**
     * What becomes of the findings.
     *
     * @param folder where files go; made where it is needed
     * @param limit how many loops the text lists at most
     * @param pages where the pages of the messages are on the web
     * @param baseline verdicts to hold
     * @param newBaseline where those of now go
     */
    public record Output(
            Set<Format> formats,
            Path folder,
            int limit,
            Optional<String> pages,
            Optional<Path> baseline,
            Optional<Path> newBaseline) {}

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String classPath;
    private final List<String> includes;
    private final List<String> javac;
    private final Optional<Path> recording;
    private final PrintWriter out;

    private final List<Loop> loops = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Path> places = new HashMap<>();

    /**
     * @param includes globs over file names; none for all
     * @param javac options of the compiler beside the class path
     */
    public Advise(
            String classPath, List<String> includes, List<String> javac, Optional<Path> recording, PrintWriter out) {
        this.classPath = classPath;
        this.includes = includes;
        this.javac = javac;
        this.recording = recording;
        this.out = out;
    }

    /** @return whether all verdicts of the base line hold */
    public boolean run(List<Path> given, Output output) throws IOException {
        // Both are read before the long work, for they may not be what they should.
        Optional<Recording> samples = recording.map(Recording::read);
        Optional<Baseline> before = Optional.empty();
        if (output.baseline().isPresent()) {
            before = Optional.of(Baseline.read(output.baseline().get()));
        }
        List<Path> written = given.stream().filter(Advise::isAdvice).toList();
        for (Path file : written) {
            if (!Files.isRegularFile(file)) {
                throw new UserError("there is no file " + file);
            }
            loops.addAll(AdviceReader.read(file));
        }
        List<Path> uncompiled = given.stream().filter(g -> !isAdvice(g)).toList();
        try (Sources sources = new Sources(uncompiled, includes)) {
            boolean read = compile(sources);
            Findings findings = Findings.of(loops, samples, problems);
            if (findings.loops().isEmpty() && !read) {
                throw new UserError(problems.isEmpty() ? "there is no source file" : String.join("\n", problems));
            }
            write(findings, output);
            if (output.newBaseline().isPresent()) {
                Baseline.write(findings, output.newBaseline().get());
                out.println("wrote " + output.newBaseline().get());
            }
            boolean holds = before.map(b -> holds(b, findings)).orElse(true);
            out.flush();
            return holds;
        }
    }

    private static boolean isAdvice(Path file) {
        return file.toString().endsWith(".json") || file.toString().endsWith(".jsonl");
    }

    private boolean compile(Sources sources) throws IOException {
        try (Bar bar = Bar.onTerminal("advise")) {
            return compile(sources, new AdviceCompiler(classPath, javac, bar));
        }
    }

    private boolean compile(Sources sources, AdviceCompiler compiler) throws IOException {
        boolean read = false;
        for (Sources.Group group : sources.groups()) {
            Path advice = Files.createTempFile("parfor-advice", ".json");
            try {
                try (AdviceFile file = new AdviceFile(Files.newBufferedWriter(advice))) {
                    read |= compiler.run(group, file);
                }
                for (Loop loop : AdviceReader.read(advice)) {
                    Path path = Path.of(loop.file());
                    String name = sources.name(path);
                    places.put(name, path);
                    loops.add(loop.inFile(name));
                }
            } finally {
                Files.delete(advice);
            }
        }
        problems.addAll(compiler.problems());
        return read;
    }

    private void write(Findings findings, Output output) throws IOException {
        Set<Format> formats = output.formats();
        SourceText text = new SourceText(places);
        if (formats.contains(Format.TEXT)) {
            out.print(TextReport.of(findings, output.limit()));
        } else {
            out.println(TextReport.summary(findings));
            findings.problems().forEach(out::println);
        }
        if (formats.contains(Format.JSON)) {
            json(JsonReport.of(findings), output.folder().resolve("advice.json"));
        }
        if (formats.contains(Format.SARIF)) {
            json(
                    new SarifReport(findings, text, output.pages()).log(),
                    output.folder().resolve("advice.sarif"));
        }
        if (formats.contains(Format.HTML)) {
            Path file = output.folder().resolve("advice.html");
            Files.createDirectories(output.folder());
            Files.writeString(file, new HtmlReport(findings, text).page("Loops that could run in parallel"));
            out.println("wrote " + file);
        }
    }

    private void json(ObjectNode report, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file.toFile(), report);
        out.println("wrote " + file);
    }

    private boolean holds(Baseline baseline, Findings findings) {
        Baseline.Comparison comparison = baseline.compare(findings);
        for (Baseline.Loss loss : comparison.losses()) {
            Loop now = loss.now().loop();
            out.println("LOST " + now.file() + ":" + now.line() + " " + now.where() + ": was " + Loop.words(loss.was())
                    + ", is " + Loop.words(now.verdict()));
            out.println("    " + now.loop());
            now.reasons().stream()
                    .limit(1)
                    .forEach(r -> out.println("    " + r.text().replace("\n", "\n    ")));
        }
        comparison.gone().forEach(key -> out.println("gone: " + key + ", which was parallel"));
        out.println("base line: " + comparison.losses().size() + " lost, "
                + comparison.gone().size() + " gone, " + comparison.gained() + " gained");
        return comparison.losses().isEmpty();
    }
}
