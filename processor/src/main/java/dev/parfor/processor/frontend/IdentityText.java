package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The expression of {@code @Associative(identity = ...)} for another class of the package: names that mean something inside of the class
 * of the method alone are written with the classes they are of. What a name means is asked as Java does: members of the class and of what it inherits from, then those of
 * the classes around it, then imports, then the package.
 */
final class IdentityText {

    /** What is left alone, or a name, with what comes before and after it that says of which kind it is. */
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
            + "|\\.?\\d[\\w.]*"
            + "|(?<before>\\bnew\\s+|(?:\\.|::)\\s*)?(?<name>[\\p{L}_$][\\p{L}\\p{Nd}_$]*)(?<call>\\s*\\()?");

    private final TypedTrees trees;
    private final TypeElement owner;
    private boolean isReachable = true;

    private IdentityText(TypedTrees trees, TypeElement owner) {
        this.trees = trees;
        this.owner = owner;
    }

    /** Empty where it names what is private. */
    static Optional<String> of(String text, TypedTrees trees, ExecutableElement method) {
        if (!(method.getEnclosingElement() instanceof TypeElement owner)) {
            return Optional.of(text);
        }
        IdentityText identity = new IdentityText(trees, owner);
        String qualified = identity.qualified(text.strip());
        return identity.isReachable ? Optional.of(qualified) : Optional.empty();
    }

    private String qualified(String text) {
        StringBuilder out = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (token.find()) {
            String name = token.group("name");
            String before = token.group("before");
            boolean isSelected = before != null && !before.startsWith("new");
            if (name != null && !isSelected) {
                boolean isMethod = before == null && token.group("call") != null;
                out.append(text, at, token.start("name"));
                out.append(
                        before == null && !isMethod
                                ? member(name, false).or(() -> type(name)).orElse(name)
                                : isMethod
                                        ? member(name, true).orElse(name)
                                        : type(name).orElse(name));
                at = token.end("name");
            }
        }
        return out.append(text.substring(at)).toString();
    }

    /** A static field or method of the class, or of one around it. */
    private Optional<String> member(String name, boolean isMethod) {
        for (Element at = owner; at instanceof TypeElement type; at = at.getEnclosingElement()) {
            for (Element member : trees.elements().getAllMembers(type)) {
                boolean isOfKind = isMethod
                        ? member instanceof ExecutableElement
                        : member.getKind().isField();
                if (isOfKind && member.getSimpleName().contentEquals(name)) {
                    reach(member);
                    return Optional.of(type.getQualifiedName() + "." + name);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> type(String name) {
        for (Element at = owner; at instanceof TypeElement type; at = at.getEnclosingElement()) {
            if (type.getSimpleName().contentEquals(name)) {
                return Optional.of(type.getQualifiedName().toString());
            }
            for (Element member : trees.elements().getAllMembers(type)) {
                if (member instanceof TypeElement found && found.getSimpleName().contentEquals(name)) {
                    reach(member);
                    return Optional.of(found.getQualifiedName().toString());
                }
            }
        }
        String around = trees.elements().getPackageOf(owner).getQualifiedName().toString();
        List<String> places = new ArrayList<>(List.of((around.isEmpty() ? "" : around + ".") + name));
        trees.path(owner).ifPresent(path -> imports(path.getCompilationUnit(), name, places));
        return places.stream()
                .map(place -> trees.elements().getTypeElement(place))
                .filter(found -> found != null)
                .findFirst()
                .map(found -> found.getQualifiedName().toString());
    }

    private static void imports(CompilationUnitTree unit, String name, List<String> places) {
        for (ImportTree line : unit.getImports()) {
            String imported = line.getQualifiedIdentifier().toString();
            if (imported.endsWith("." + name)) {
                places.add(0, imported);
            } else if (imported.endsWith(".*")) {
                places.add(imported.substring(0, imported.length() - 1) + name);
            }
        }
    }

    /** The generated class stands in the same package. */
    private void reach(Element member) {
        for (Element at = member; at != null && at != owner; at = at.getEnclosingElement()) {
            isReachable &= !at.getModifiers().contains(Modifier.PRIVATE);
        }
    }
}
