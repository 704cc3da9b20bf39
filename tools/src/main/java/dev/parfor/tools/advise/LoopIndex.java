package dev.parfor.tools.advise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the loops that a line of running code lies in. Code in a lambda or an anonymous class belongs to the loop that it is
 * written in, although it may run later.
 */
final class LoopIndex {

    private final Map<String, List<Loop>> ofType = new HashMap<>();
    private final Map<String, List<Loop>> known = new HashMap<>();

    LoopIndex(List<Loop> loops) {
        loops.forEach(
                l -> ofType.computeIfAbsent(l.type(), t -> new ArrayList<>()).add(l));
    }

    /**
     * The loops around a line, innermost first.
     *
     * @param binaryName of the class, as the Java machine calls it: {@code com.example.Outer$Inner}
     */
    List<Loop> at(String binaryName, int line) {
        return known.computeIfAbsent(
                binaryName + ":" + line,
                k -> of(binaryName).stream()
                        .filter(l -> l.line() <= line && line <= l.lastLine())
                        .sorted(Comparator.comparingInt((Loop l) -> l.lastLine() - l.line())
                                .thenComparingInt(l -> -l.depth()))
                        .toList());
    }

    /** A dollar separates a member's name from that of its class, but may also be part of either. */
    private List<Loop> of(String binaryName) {
        for (int end = binaryName.length(); end > 0; end = binaryName.lastIndexOf('$', end - 1)) {
            List<Loop> loops = ofType.get(binaryName.substring(0, end));
            if (loops != null) {
                return loops;
            }
        }
        return List.of();
    }
}
