package dev.parfor.tools;

import dev.parfor.tools.advise.Advise;
import dev.parfor.tools.advise.Advise.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parfor advise}. */
@Command(
        name = "advise",
        description = "Says of every loop whether it could run in parallel, why not, and what to write.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        footer = {
            "",
            "Ends with 1 if a loop has lost a verdict of the base line, and with 2 if something is wrong with what was asked."
        })
final class AdviseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            arity = "1..*",
            description =
                    "Folders, source files, jars of sources, or files that -Aparfor.advise has written (.json, .jsonl).")
    private List<Path> sources;

    @Option(
            names = {"-c", "--class-path"},
            paramLabel = "PATH",
            defaultValue = "",
            description = "What the sources compile against.")
    private String classPath;

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            description = "Only files whose names match, from the SOURCE on: 'java.base/java/util/**'.")
    private List<String> includes = new ArrayList<>();

    @Option(names = "--javac", paramLabel = "OPTION", description = "An option for javac, such as --release=17.")
    private List<String> javac = new ArrayList<>();

    @Option(
            names = {"-r", "--recording"},
            paramLabel = "FILE.jfr",
            description = "A Flight Recorder file of a run: parfor record makes one.")
    private Path recording;

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Text is printed, the others are written; all of them if none is named and --out is.")
    private List<Format> formats = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FOLDER",
            description = "Where advice.json, advice.sarif and advice.html go. Default: parfor-advice.")
    private Path out;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail if a loop has a worse verdict than in this file.")
    private Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write the verdicts of now.")
    private Path writeBaseline;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many loops the text lists. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(
            names = "--pages",
            paramLabel = "URI",
            description = "Where docs/diagnostics is on the web, for the links in SARIF.")
    private String pages;

    @Override
    public Integer call() throws IOException {
        Set<Format> wanted = EnumSet.of(Format.TEXT);
        if (!formats.isEmpty()) {
            wanted = EnumSet.copyOf(formats);
        } else if (out != null) {
            wanted = EnumSet.allOf(Format.class);
        }
        Advise advise = new Advise(
                classPath,
                includes,
                javac,
                Optional.ofNullable(recording),
                spec.commandLine().getOut());
        boolean holds = advise.run(
                sources,
                new Advise.Output(
                        wanted,
                        out == null ? Path.of("parfor-advice") : out,
                        limit,
                        Optional.ofNullable(pages),
                        Optional.ofNullable(baseline),
                        Optional.ofNullable(writeBaseline)));
        return holds ? 0 : 1;
    }
}
