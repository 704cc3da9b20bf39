package dev.parfor.processor.frontend;

import java.util.List;

/**
 * A class with marked methods.
 *
 * @param qualifiedName by which it is found again in the next round
 * @param simpleNames outermost class first
 * @param methods in source order; at least one
 */
public record MarkedClass(
        String qualifiedName, String packageName, List<String> simpleNames, List<MarkedMethod> methods) {
    public MarkedClass {
        simpleNames = List.copyOf(simpleNames);
        methods = List.copyOf(methods);
    }
}
