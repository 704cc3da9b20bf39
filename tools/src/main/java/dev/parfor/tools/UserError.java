package dev.parfor.tools;

/** Something that the user can put right; the message says what, and the command ends with 2. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message);
    }
}
