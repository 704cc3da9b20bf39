package dev.parfor.processor.codegen;

/** A source file to be written: the qualified name of its class and its text. */
public record GeneratedSource(String qualifiedName, String text) {}
