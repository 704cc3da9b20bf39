package dev.parfor.tools;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a command prints and ends with. */
public record Run(int exit, String out, String err) {

    public static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Run(line.execute(arguments), out.toString(), err.toString());
    }
}
