package dev.parfor.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * A resource of a {@code try} whose {@code close} is the JDK's own, and looks at nothing of this method: {@code new BufferedReader(new
 * FileReader(file))}, {@code Files.newBufferedReader(path)}. Whatever is in it is made in the initializer itself, by classes that read and
 * write, out of what names a file: a stream that somebody hands in may be of any class.
 */
final class LibraryResource {

    private static final List<String> PACKAGES = List.of("java.io", "java.nio", "java.nio.file", "java.util.zip");

    private static final Set<String> OPENED =
            Set.of("newBufferedReader", "newBufferedWriter", "newInputStream", "newOutputStream");

    private static final Set<String> NAMES_OF_FILES = Set.of(
            "java.io.File",
            "java.lang.String",
            "java.nio.charset.Charset",
            "java.nio.file.Path",
            "java.nio.file.StandardOpenOption");

    private final TypedTrees trees;

    private LibraryResource(TypedTrees trees) {
        this.trees = trees;
    }

    static boolean is(TypedTrees trees, TreePath resource) {
        return resource.getLeaf() instanceof VariableTree variable
                && new LibraryResource(trees).isOpened(new TreePath(resource, variable.getInitializer()));
    }

    private boolean isOpened(TreePath path) {
        Element method = trees.element(path).orElse(null);
        if (method == null || !(method.getEnclosingElement() instanceof TypeElement owner)) {
            return false;
        }
        if (path.getLeaf() instanceof NewClassTree made) {
            return made.getClassBody() == null
                    && made.getEnclosingExpression() == null
                    && (PACKAGES.contains(packageOf(owner)) || isNamed(owner, "java.util.Scanner"))
                    && areHarmless(made.getArguments(), path);
        }
        return path.getLeaf() instanceof MethodInvocationTree call
                && isNamed(owner, "java.nio.file.Files")
                && OPENED.contains(method.getSimpleName().toString())
                && areHarmless(call.getArguments(), path);
    }

    private boolean areHarmless(List<? extends ExpressionTree> arguments, TreePath parent) {
        return arguments.stream().allMatch(a -> isHarmless(a, parent));
    }

    private boolean isHarmless(Tree argument, TreePath parent) {
        TreePath path = new TreePath(parent, argument);
        if (argument instanceof ParenthesizedTree inner) {
            return isHarmless(inner.getExpression(), path);
        }
        return argument instanceof LiteralTree || isOpened(path) || isNameOfFile(argument, path);
    }

    /** A number, or a text or path out of whatever: what it came from has no part in the stream. */
    private boolean isNameOfFile(Tree argument, TreePath path) {
        boolean value = argument instanceof IdentifierTree
                || argument instanceof MemberSelectTree
                || argument instanceof MethodInvocationTree
                || argument instanceof BinaryTree;
        return value && trees.type(path).filter(this::namesFile).isPresent();
    }

    private boolean namesFile(TypeMirror type) {
        return type.getKind().isPrimitive()
                || type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && NAMES_OF_FILES.contains(element.getQualifiedName().toString());
    }

    private static boolean isNamed(TypeElement type, String name) {
        return type.getQualifiedName().contentEquals(name);
    }

    private static String packageOf(TypeElement type) {
        Element outer = type.getEnclosingElement();
        return outer.getKind() == ElementKind.PACKAGE ? outer.toString() : "";
    }
}
