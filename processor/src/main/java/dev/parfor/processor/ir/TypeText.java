package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/** A Java type as source can name it, generics included: what generated signatures are made of. */
public sealed interface TypeText {

    /** A primitive type or {@code void}, by its keyword. */
    record Keyword(String name) implements TypeText {}

    /**
     * A class or interface.
     *
     * @param packageName empty for the unnamed package
     * @param simpleNames outermost class first
     * @param arguments type arguments of the innermost class
     */
    record Declared(String packageName, List<String> simpleNames, List<TypeText> arguments) implements TypeText {
        public Declared {
            simpleNames = List.copyOf(simpleNames);
            arguments = List.copyOf(arguments);
        }
    }

    record ArrayOf(TypeText element) implements TypeText {}

    /** A type variable by its name. */
    record TypeVariable(String name) implements TypeText {}

    /** {@code ?}, {@code ? extends upper} or {@code ? super lower}. */
    record Wildcard(Optional<TypeText> upper, Optional<TypeText> lower) implements TypeText {}
}
