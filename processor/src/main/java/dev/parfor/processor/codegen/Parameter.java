package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/**
 * A parameter of a chunk kernel and what is passed for it.
 *
 * @param ofWhole what is passed where the chunk is the whole loop
 */
record Parameter(TypeName type, String name, CodeBlock argument, CodeBlock ofWhole) {

    Parameter(TypeName type, String name, CodeBlock argument) {
        this(type, name, argument, argument);
    }

    /** Passed from what has the same name. */
    static Parameter of(TypeName type, String name) {
        return new Parameter(type, name, CodeBlock.of("$N", name));
    }
}
