package dev.parfor.processor.frontend;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Misuse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Whether an assertion gives a reason and stands where it can mean something. Goes by what is written: types of locals are not
 * known yet, so what only a type's declaration could tell is let pass here, and means nothing later.
 */
final class AssertionChecks {

    private static final Set<String> ASSERTIONS = Set.of("Distinct", "Pure", "ThreadSafe", "Associative", "Scratch");

    private final Frontend frontend;
    private final Annotations annotations;

    AssertionChecks(Frontend frontend, Annotations annotations) {
        this.frontend = frontend;
        this.annotations = annotations;
    }

    List<Refusal> check(AnnotationTree tree, TreePath path) {
        String name = annotations.ours(tree).orElse("");
        List<Refusal> refusals = new ArrayList<>();
        if (!ASSERTIONS.contains(name)) {
            return refusals;
        }
        if (Annotations.text(tree, "value").filter(String::isBlank).isPresent()) {
            refusals.add(misuse(Misuse.Kind.EMPTY_REASON, path, name, ""));
        }
        // an annotation stands in the modifiers of what it is about
        TreePath declaration = path.getParentPath().getParentPath();
        if (declaration == null) {
            return refusals;
        }
        switch (name) {
            case "Distinct" -> {
                if (typeOf(declaration.getLeaf()) instanceof PrimitiveTypeTree) {
                    refusals.add(misuse(Misuse.Kind.ASSERTION_PLACE, path, name, "an array or a list"));
                }
            }
            case "Scratch" -> {
                if (isNoArrayOfPrimitives(typeOf(declaration.getLeaf()))) {
                    refusals.add(
                            misuse(Misuse.Kind.ASSERTION_PLACE, path, name, "a one-dimensional array of primitives"));
                }
            }
            case "Associative" -> {
                if (declaration.getLeaf() instanceof MethodTree && !combines(declaration)) {
                    refusals.add(misuse(
                            Misuse.Kind.ASSERTION_PLACE,
                            path,
                            name,
                            "a static method of two parameters and a result of one type"));
                }
                if (namesPrivate(tree, declaration)) {
                    refusals.add(misuse(Misuse.Kind.ASSERTION_PLACE, path, name, "an identity of nothing private"));
                }
            }
            default -> {
                // anywhere
            }
        }
        return refusals;
    }

    /** The generated class starts from the identity. */
    private boolean namesPrivate(AnnotationTree tree, TreePath declaration) {
        return isMember(declaration)
                && frontend.trees().element(declaration).orElse(null) instanceof ExecutableElement method
                && Annotations.text(tree, "identity")
                        .filter(text ->
                                IdentityText.of(text, frontend.trees(), method).isEmpty())
                        .isPresent();
    }

    private Refusal misuse(Misuse.Kind kind, TreePath path, String name, String detail) {
        return new Misuse(kind, frontend.trees().span(path), "@" + name, detail);
    }

    private static Tree typeOf(Tree declaration) {
        return declaration instanceof VariableTree variable ? variable.getType() : null;
    }

    private static boolean isNoArrayOfPrimitives(Tree type) {
        if (type instanceof ArrayTypeTree array) {
            return !(array.getType() instanceof PrimitiveTypeTree);
        }
        boolean inferred = type == null
                || (type instanceof IdentifierTree identifier
                        && identifier.getName().contentEquals("var"));
        return !inferred;
    }

    private boolean combines(TreePath declaration) {
        // members have their elements from the beginning; methods of local classes are left to the judge
        Optional<ExecutableElement> element = isMember(declaration)
                ? frontend.trees().element(declaration).map(ExecutableElement.class::cast)
                : Optional.empty();
        if (element.isEmpty()) {
            return true;
        }
        ExecutableElement method = element.get();
        List<? extends VariableElement> parameters = method.getParameters();
        var types = frontend.trees().types();
        return method.getModifiers().contains(Modifier.STATIC)
                && parameters.size() == 2
                && types.isSameType(
                        parameters.get(0).asType(), parameters.get(1).asType())
                && types.isSameType(parameters.get(0).asType(), method.getReturnType());
    }

    private static boolean isMember(TreePath declaration) {
        for (TreePath p = declaration.getParentPath(); p != null; p = p.getParentPath()) {
            Tree tree = p.getLeaf();
            boolean isClass = tree instanceof com.sun.source.tree.ClassTree
                    || tree instanceof com.sun.source.tree.CompilationUnitTree;
            if (!isClass) {
                return false;
            }
        }
        return true;
    }
}
