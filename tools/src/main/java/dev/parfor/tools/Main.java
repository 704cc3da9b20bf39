package dev.parfor.tools;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "parfor",
        description =
                "Finds the loops that could run in parallel, those of them that are worth it, and what was gained.",
        subcommands = {AdviseCommand.class, RecordCommand.class, MeasureCommand.class, CommandLine.HelpCommand.class},
        mixinStandardHelpOptions = true,
        version = "parfor 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof UserError) {
                        line.getErr().println("parfor: " + failure.getMessage());
                        return 2;
                    }
                    throw failure;
                });
    }
}
