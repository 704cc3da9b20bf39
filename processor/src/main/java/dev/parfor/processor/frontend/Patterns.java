package dev.parfor.processor.frontend;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * What matters of a pattern. Record patterns are newer than Java 17, so that kinds are known by their names here.
 *
 * @param bindings the variables it binds, unnamed ones left out
 * @param deconstructs whether it calls record accessors
 * @param isRead whether all of it is known
 */
record Patterns(List<Var> bindings, boolean deconstructs, boolean isRead) {

    static Patterns of(BodyReader body, TreePath parent, Tree pattern) {
        List<Var> bindings = new ArrayList<>();
        boolean deconstructs = false;
        boolean isRead = true;
        TreePath path = new TreePath(parent, pattern);
        switch (pattern.getKind().name()) {
            case "BINDING_PATTERN" -> {
                VariableTree variable = ((BindingPatternTree) pattern).getVariable();
                if (!variable.getName().isEmpty()) {
                    bindings.add(body.declared(path, variable));
                }
            }
            case "ANY_PATTERN" -> {
                // binds nothing
            }
            case "PARENTHESIZED_PATTERN", "DECONSTRUCTION_PATTERN" -> {
                deconstructs = pattern.getKind().name().equals("DECONSTRUCTION_PATTERN");
                // the first part of a record pattern is its type
                List<Tree> parts = Children.of(pattern);
                for (Tree part : deconstructs ? parts.subList(1, parts.size()) : parts) {
                    Patterns inner = of(body, path, part);
                    bindings.addAll(inner.bindings());
                    deconstructs |= inner.deconstructs();
                    isRead &= inner.isRead();
                }
            }
            default -> isRead = false;
        }
        return new Patterns(bindings, deconstructs, isRead);
    }
}
