package dev.parfor.tools;

import dev.parfor.tools.measure.Measure;
import dev.parfor.tools.measure.Measurements;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parfor measure}. */
@Command(
        name = "measure",
        description =
                "Runs the annotated methods of a class and their variants, and says what each gains and what limits it.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        footer = {"", "Measures in one Java machine, after a warm-up; for numbers to publish, JMH: docs/harness.md."})
final class MeasureCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CLASSPATH", description = "Where the compiled class and its variants are.")
    private String classPath;

    @Parameters(
            index = "1",
            paramLabel = "CLASS",
            description = "com.example.Vectors; that it is nested is written Outer$$Inner.")
    private String className;

    @Option(
            names = "--method",
            paramLabel = "TEXT",
            description = "Only methods with this text in 'Vectors.dot(double[], double[])'.")
    private String method;

    @Option(
            names = {"-i", "--inputs"},
            paramLabel = "CLASS",
            description =
                    "A class that makes arguments: static methods (int size, Random random), as in a harness class.")
    private String inputs;

    @Option(names = "--sizes", split = ",", paramLabel = "N", description = "Sizes of the problem.")
    private List<Integer> sizes = new ArrayList<>();

    @Option(
            names = "--teams",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads. Default: 1, 2, 4, ... up to the processors.")
    private List<Integer> teams = new ArrayList<>();

    @Option(
            names = "--millis",
            paramLabel = "N",
            defaultValue = "300",
            description = "For each warm-up and each measurement. Default: ${DEFAULT-VALUE}.")
    private long millis;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.html",
            defaultValue = "parfor-measure.html",
            description = "The page. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "The numbers as JSON.")
    private Path json;

    @Override
    public Integer call() throws IOException {
        PrintWriter text = spec.commandLine().getOut();
        if (sizes.stream().anyMatch(s -> s < 1) || teams.stream().anyMatch(t -> t < 1) || millis < 1) {
            throw new UserError("sizes, teams and milliseconds are positive numbers");
        }
        Measure.Plan plan = new Measure.Plan(
                classPath,
                className,
                Optional.ofNullable(inputs),
                Optional.ofNullable(method),
                sizes,
                teams.isEmpty() ? teamsOf(Runtime.getRuntime().availableProcessors()) : teams,
                millis);
        Measurements measured = new Measure(plan, spec.commandLine().getErr()).run();
        text.print(measured.text());
        Files.writeString(out, measured.page());
        text.println("wrote " + out);
        if (json != null) {
            Files.writeString(json, measured.json());
            text.println("wrote " + json);
        }
        return 0;
    }

    /** Powers of two, and all of the processors. */
    static List<Integer> teamsOf(int processors) {
        List<Integer> all = new ArrayList<>();
        for (int threads = 1; threads < processors; threads *= 2) {
            all.add(threads);
        }
        all.add(processors);
        return all;
    }
}
