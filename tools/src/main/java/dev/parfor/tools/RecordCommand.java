package dev.parfor.tools;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parfor record}: a run of a program with the Flight Recorder settings that finding loops takes. */
@Command(
        name = "record",
        description = "Runs a Java program and records where it spends its time, for parfor advise --recording.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        footer = {
            "",
            "Ends with what the program ends with. Without a command it prints the options to give to java yourself."
        })
final class RecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.jfr",
            defaultValue = "parfor.jfr",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "After --: java, with its options and arguments.")
    private List<String> command = new ArrayList<>();

    /**
     * What java is given. Without debug information beside safepoints, samples lie at the ends of loops and calls instead of where the
     * time goes; deep stacks are cut off at 64 frames otherwise, and the outer loops with them.
     */
    static List<String> options(Path file) {
        return List.of(
                "-XX:StartFlightRecording:filename=" + file.toAbsolutePath() + ",settings=profile,dumponexit=true",
                "-XX:FlightRecorderOptions:stackdepth=512",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints");
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (command.isEmpty()) {
            spec.commandLine().getOut().println(String.join(" ", options(out)));
            return 0;
        }
        String program = new File(command.get(0)).getName();
        if (!program.equals("java") && !program.equals("java.exe")) {
            throw new UserError("only java itself can be started; give these options to the Java machine that "
                    + program + " starts:\n" + String.join(" ", options(out)));
        }
        List<String> all = new ArrayList<>(List.of(command.get(0)));
        all.addAll(options(out));
        all.addAll(command.subList(1, command.size()));
        int exit = start(all);
        if (Files.isRegularFile(out)) {
            spec.commandLine()
                    .getOut()
                    .println("wrote " + out + "; next: parfor advise --recording " + out + " SOURCE...");
        }
        return exit;
    }

    private static int start(List<String> all) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(all).inheritIO().start().waitFor();
        } catch (IOException noSuchProgram) {
            throw new UserError(noSuchProgram.getMessage());
        }
    }
}
