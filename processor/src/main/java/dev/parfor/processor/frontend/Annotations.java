package dev.parfor.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Parfor's annotations in a file as they are spelled there. Annotations of local variables have no elements before their class
 * is attributed, so that the first round goes by names and imports.
 */
final class Annotations {

    private final Set<String> imported = new HashSet<>();
    private final boolean all;

    Annotations(CompilationUnitTree unit) {
        boolean star = unit.getPackageName() != null
                && unit.getPackageName().toString().equals("dev.parfor");
        for (ImportTree tree : unit.getImports()) {
            String name = tree.getQualifiedIdentifier().toString();
            if (!tree.isStatic() && name.startsWith(TrustReader.PACKAGE)) {
                String simple = name.substring(TrustReader.PACKAGE.length());
                star |= simple.equals("*");
                imported.add(simple);
            }
        }
        this.all = star;
    }

    /** The simple name of an annotation of ours. */
    Optional<String> ours(AnnotationTree annotation) {
        Tree type = annotation.getAnnotationType();
        String name = type.toString();
        if (type instanceof IdentifierTree) {
            return all || imported.contains(name) ? Optional.of(name) : Optional.empty();
        }
        return name.startsWith(TrustReader.PACKAGE)
                ? Optional.of(name.substring(TrustReader.PACKAGE.length()))
                : Optional.empty();
    }

    Optional<AnnotationTree> mark(ModifiersTree modifiers) {
        for (AnnotationTree annotation : modifiers.getAnnotations()) {
            if (ours(annotation).filter("ParallelFor"::equals).isPresent()) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    /** The value of an attribute that is written as a string literal, or as a sum of such. */
    static Optional<String> text(AnnotationTree annotation, String attribute) {
        for (ExpressionTree argument : annotation.getArguments()) {
            if (argument instanceof AssignmentTree assignment) {
                if (assignment.getVariable().toString().equals(attribute)) {
                    return literal(assignment.getExpression());
                }
            } else if (attribute.equals("value")) {
                return literal(argument);
            }
        }
        return Optional.empty();
    }

    /** Whether an attribute is written at all. */
    static boolean has(AnnotationTree annotation, String attribute) {
        return annotation.getArguments().stream()
                .anyMatch(a -> a instanceof AssignmentTree assignment
                        && assignment.getVariable().toString().equals(attribute));
    }

    private static Optional<String> literal(ExpressionTree tree) {
        if (tree instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return Optional.of(text);
        }
        if (tree instanceof ParenthesizedTree inner) {
            return literal(inner.getExpression());
        }
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            return literal(sum.getLeftOperand())
                    .flatMap(l -> literal(sum.getRightOperand()).map(r -> l + r));
        }
        return Optional.empty();
    }
}
