package dev.parfor.processor.diagnostics;

/** How much a message weighs. */
public enum Severity {
    /** Tells what was done. */
    NOTE,
    /** A refusal that the user asked not to stop the build. */
    WARNING,
    /** Stops the build. */
    ERROR
}
