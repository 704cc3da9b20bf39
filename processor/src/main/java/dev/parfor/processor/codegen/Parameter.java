package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** A parameter of a chunk kernel and what is passed for it. */
record Parameter(TypeName type, String name, CodeBlock argument) {

    /** Passed from what has the same name. */
    static Parameter of(TypeName type, String name) {
        return new Parameter(type, name, CodeBlock.of("$N", name));
    }
}
