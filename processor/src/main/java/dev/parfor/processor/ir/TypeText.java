package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/** A Java type as source can name it, generics included: what generated signatures are made of. */
public sealed interface TypeText {

    /** A primitive type or {@code void}, by its keyword. */
    record Keyword(String name) implements TypeText {
        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Keyword k && k.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

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

        @Override
        public boolean equals(Object o) {
            return this == o
                    || o instanceof Declared d
                            && d.packageName.equals(packageName)
                            && d.simpleNames.equals(simpleNames)
                            && d.arguments.equals(arguments);
        }

        @Override
        public int hashCode() {
            return 31 * simpleNames.hashCode() + arguments.hashCode();
        }
    }

    record ArrayOf(TypeText element) implements TypeText {
        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof ArrayOf a && a.element.equals(element);
        }

        @Override
        public int hashCode() {
            return element.hashCode();
        }
    }

    /** A type variable by its name. */
    record TypeVariable(String name) implements TypeText {}

    /** {@code ?}, {@code ? extends upper} or {@code ? super lower}. */
    record Wildcard(Optional<TypeText> upper, Optional<TypeText> lower) implements TypeText {}
}
