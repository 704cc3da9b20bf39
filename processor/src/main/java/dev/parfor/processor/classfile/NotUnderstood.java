package dev.parfor.processor.classfile;

/** Ends the reading of a method: it has something in it that this package does not translate. Never leaves the package. */
final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotUnderstood(String what) {
        super(what, null, false, false);
    }
}
