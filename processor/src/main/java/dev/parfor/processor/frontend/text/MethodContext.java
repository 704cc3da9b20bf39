package dev.parfor.processor.frontend.text;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.TypeText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * What the readers of one method's text share.
 *
 * @param home the class of the annotated method
 * @param loops where the meant loops stand, the outermost ones
 */
record MethodContext(
        Frontend frontend,
        Source source,
        Edits edits,
        DeclarationScanner declarations,
        Refusals refusals,
        Reach reach,
        UseTypes useTypes,
        TypeElement home,
        List<Range> loops) {

    Elements elements() {
        return frontend.trees().elements();
    }

    Span span(Tree tree) {
        return frontend.trees().span(source.unit(), tree);
    }

    /** {@code null} where the source has errors. */
    Element element(TreePath path) {
        return frontend.trees().element(path).orElse(null);
    }

    TypeMirror type(TreePath path) {
        return frontend.trees().type(path).orElse(null);
    }

    /** Whether the expression names a class, not an object. */
    boolean isType(TreePath path) {
        return element(path) instanceof TypeElement;
    }

    /** The outermost meant loop that has a position. */
    Optional<Range> loopAt(int position) {
        return loops.stream().filter(l -> l.contains(position)).findFirst();
    }

    boolean isInLoop(int position) {
        return loops.stream().anyMatch(l -> l.contains(position));
    }

    /** Whether a meant loop at {@code position} has {@code declared}, a position too, outside of it. */
    boolean isLoopWithout(int position, int declared) {
        return loops.stream().anyMatch(l -> l.contains(position) && !l.contains(declared));
    }

    /** A class by name where the text says {@code written}; refuses classes that can't be named there. */
    Optional<Piece> typeName(TypeElement type, Tree at, String written) {
        if (!reach.type(type, at)) {
            return Optional.empty();
        }
        List<String> names = Reach.simpleNames(type);
        String packageName = elements().getPackageOf(type).getQualifiedName().toString();
        String root = packageName.replaceFirst("\\..*", "");
        Set<String> hiding = declarations.declaredNames();
        boolean isHidden = !written.equals(names.get(0)) && hiding.contains(names.get(0));
        if (isHidden && (root.isEmpty() || hiding.contains(root))) {
            refusals.notMovable(at, names.get(0));
            return Optional.empty();
        }
        declarations.identifiers().add(names.get(0));
        declarations.identifiers().add(root);
        return Optional.of(new Piece.TypeName(new TypeText.Declared(packageName, names, List.of())));
    }
}
