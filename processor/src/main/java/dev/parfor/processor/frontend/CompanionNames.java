package dev.parfor.processor.frontend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** The names of generated classes, and for which class each is taken. */
public final class CompanionNames {

    private final Map<String, String> takenBy = new HashMap<>();

    /** {@code Outer_InnerParallel}, with its package. */
    public static String of(String packageName, List<String> simpleNames) {
        String simple = String.join("_", simpleNames) + "Parallel";
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    /**
     * Takes the names of a companion and its kernels for a class.
     *
     * @return who has one of them already
     */
    Optional<String> take(TypedTrees trees, String facade, String className) {
        TypeElement owning = trees.elements().getTypeElement(className);
        for (String name : List.of(facade, facade + "Kernels")) {
            // a class file of this name is what an earlier compilation has generated
            boolean exists =
                    trees.classSeenBy(owning, name).filter(trees::isInSource).isPresent();
            if (exists && !takenBy.containsKey(name)) {
                return Optional.of(name);
            }
        }
        String owner = takenBy.putIfAbsent(facade, className);
        takenBy.putIfAbsent(facade + "Kernels", className);
        return Optional.ofNullable(owner).filter(o -> !o.equals(className));
    }
}
