package dev.parfor.processor.frontend.text;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Names elements without the rest of the frontend: erased types are all {@code Object}, places are lines. */
final class TestVocabulary {

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final Map<Element, Var> variables = new HashMap<>();

    private TestVocabulary(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    static Vocabulary of(Trees trees, CompilationUnitTree unit) {
        TestVocabulary names = new TestVocabulary(trees, unit);
        return new Vocabulary(names::variable, names::field, names::method, TestVocabulary::text, names::span);
    }

    private Var variable(VariableElement e) {
        return variables.computeIfAbsent(
                e,
                v -> new Var(
                        variables.size(), v.getSimpleName().toString(), Type.OBJECT, text(v.asType()), Trust.NONE));
    }

    private FieldRef field(VariableElement e) {
        boolean isStatic = e.getModifiers().contains(Modifier.STATIC);
        return new FieldRef(
                owner(e),
                e.getSimpleName().toString(),
                Type.OBJECT,
                isStatic,
                false,
                false,
                true,
                true,
                Optional.empty(),
                Trust.NONE);
    }

    private MethodRef method(ExecutableElement e) {
        boolean isStatic = e.getModifiers().contains(Modifier.STATIC);
        return new MethodRef(
                owner(e),
                e.getSimpleName().toString(),
                e.getParameters().toString(),
                List.of(),
                Type.OBJECT,
                isStatic,
                true,
                true,
                false,
                false,
                false,
                e.isVarArgs(),
                Trust.NONE);
    }

    private static String owner(Element member) {
        return ((TypeElement) member.getEnclosingElement()).getQualifiedName().toString();
    }

    private Span span(Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        return new Span("Sample.java", (int) unit.getLineMap().getLineNumber(start), 0, tree.toString(), 0);
    }

    static Optional<TypeText> text(TypeMirror type) {
        switch (type.getKind()) {
            case ARRAY:
                return text(((ArrayType) type).getComponentType()).map(TypeText.ArrayOf::new);
            case TYPEVAR:
                String name = ((TypeVariable) type).asElement().getSimpleName().toString();
                return name.startsWith("<") ? Optional.empty() : Optional.of(new TypeText.TypeVariable(name));
            case WILDCARD:
                WildcardType wildcard = (WildcardType) type;
                return Optional.of(new TypeText.Wildcard(
                        Optional.ofNullable(wildcard.getExtendsBound()).flatMap(TestVocabulary::text),
                        Optional.ofNullable(wildcard.getSuperBound()).flatMap(TestVocabulary::text)));
            case DECLARED:
                return declared((DeclaredType) type);
            default:
                return type.getKind().isPrimitive() || type.getKind() == javax.lang.model.type.TypeKind.VOID
                        ? Optional.of(new TypeText.Keyword(type.toString()))
                        : Optional.empty();
        }
    }

    private static Optional<TypeText> declared(DeclaredType type) {
        List<TypeText> arguments = new ArrayList<>();
        type.getTypeArguments().forEach(a -> text(a).ifPresent(arguments::add));
        TypeElement element = (TypeElement) type.asElement();
        if (arguments.size() < type.getTypeArguments().size() || element.getNestingKind() == NestingKind.ANONYMOUS) {
            return Optional.empty();
        }
        Element e = element;
        while (e != null && !(e instanceof PackageElement)) {
            e = e.getEnclosingElement();
        }
        String packageName = ((PackageElement) e).getQualifiedName().toString();
        return Optional.of(new TypeText.Declared(packageName, Reach.simpleNames(element), arguments));
    }
}
