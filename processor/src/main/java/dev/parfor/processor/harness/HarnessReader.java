package dev.parfor.processor.harness;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.frontend.CompanionNames;
import dev.parfor.processor.harness.Harness.Settings;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads which methods a class has variants of: off its companion, which says so for classes on the class path, too, whose marks on the variables of loops are in no class
 * file.
 */
public final class HarnessReader {

    private static final String TEAM = "dev.parfor.runtime.Team";

    private final Elements elements;
    private final Types types;
    private final TypeElement harness;
    private final Span at;
    private final Factories factories;
    private final List<Misuse> misuses = new ArrayList<>();

    /** @param at the harness class */
    public HarnessReader(Elements elements, Types types, TypeElement harness, Span at) {
        this.elements = elements;
        this.types = types;
        this.harness = harness;
        this.at = at;
        this.factories = new Factories(harness, types);
    }

    /** Qualified name of the companion of a class. */
    public static String companionOf(TypeElement type, Elements elements) {
        return CompanionNames.of(elements.getPackageOf(type).getQualifiedName().toString(), simpleNames(type));
    }

    private static List<String> simpleNames(TypeElement type) {
        return ClassName.get(type).simpleNames();
    }

    /** What was found to be wrong so far. */
    public List<Misuse> misuses() {
        return List.copyOf(misuses);
    }

    /** Methods that make something for none of the classes read. */
    public void refuseUnusedFactories() {
        for (ExecutableElement unused : factories.unused()) {
            misuse(
                    Misuse.Kind.HARNESS_FACTORY,
                    unused.getSimpleName().toString(),
                    "`Object[]` and the name of an annotated method, or the type of an argument that Parfor cannot make");
        }
    }

    public Harness read(TypeElement type, TypeElement companion, Settings settings) {
        List<Subject> subjects = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (ExecutableElement variant : ElementFilter.methodsIn(companion.getEnclosedElements())) {
            List<? extends VariableElement> parameters = variant.getParameters();
            if (parameters.isEmpty() || !parameters.get(0).asType().toString().equals(TEAM)) {
                continue;
            }
            List<? extends VariableElement> own = parameters.subList(1, parameters.size());
            String name = variant.getSimpleName().toString();
            Optional<ExecutableElement> original = original(type, name, own);
            if (original.isEmpty()) {
                misuse(
                        Misuse.Kind.HARNESS_ACCESS,
                        companion.getSimpleName() + "." + name,
                        "no method of this name and these parameters has it as its variant");
            } else if (isReached(type, original.get())) {
                String id = name;
                for (int nth = 2; !ids.add(id); nth++) {
                    id = name + nth;
                }
                subject(type, companion, original.get(), name, id, own).ifPresent(subjects::add);
            }
        }
        return new Harness(
                elements.getPackageOf(harness).getQualifiedName().toString(),
                ClassName.get(type),
                simpleNames(type),
                settings,
                subjects);
    }

    /** The method that a variant is of: by the name, or by the name that its annotation gives. */
    private Optional<ExecutableElement> original(
            TypeElement type, String variant, List<? extends VariableElement> parameters) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(m -> matches(type, m, parameters) && Names.ofVariant(m).equals(variant))
                .findFirst();
    }

    private boolean matches(TypeElement type, ExecutableElement method, List<? extends VariableElement> parameters) {
        List<TypeMirror> expected = new ArrayList<>();
        if (!method.getModifiers().contains(Modifier.STATIC)) {
            expected.add(type.asType());
        }
        method.getParameters().forEach(p -> expected.add(p.asType()));
        if (expected.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < expected.size(); i++) {
            if (!types.isSameType(
                    types.erasure(expected.get(i)),
                    types.erasure(parameters.get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    private boolean isReached(TypeElement type, ExecutableElement method) {
        boolean samePackage = elements.getPackageOf(type).equals(elements.getPackageOf(harness));
        for (Element e = method; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
            boolean isPrivate = e.getModifiers().contains(Modifier.PRIVATE);
            boolean isPublic = e.getModifiers().contains(Modifier.PUBLIC);
            if (isPrivate || (!samePackage && !isPublic)) {
                misuse(
                        Misuse.Kind.HARNESS_ACCESS,
                        type.getSimpleName() + "." + method.getSimpleName(),
                        "`" + e.getSimpleName() + "` is "
                                + (isPrivate ? "private" : "not public, and of another package"));
                return false;
            }
        }
        return true;
    }

    private Optional<Subject> subject(
            TypeElement type,
            TypeElement companion,
            ExecutableElement method,
            String variant,
            String id,
            List<? extends VariableElement> parameters) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        String name = method.getSimpleName().toString();
        String signature = name
                + method.getParameters().stream()
                        .map(p -> Names.simple(types.erasure(p.asType()).toString()))
                        .collect(Collectors.joining(", ", "(", ")"));
        Optional<CodeBlock> all = factories.ofAll(name);
        List<Subject.Argument> arguments = new ArrayList<>();
        boolean complete = true;
        boolean nested = false;
        for (int i = 0; i < parameters.size(); i++) {
            boolean receiver = !isStatic && i == 0;
            TypeMirror declared = receiver
                    ? type.asType()
                    : method.getParameters().get(i - (isStatic ? 0 : 1)).asType();
            Optional<CodeBlock> input = all.isPresent() ? all : input(declared, receiver ? type : null);
            if (input.isEmpty()) {
                misuse(
                        Misuse.Kind.HARNESS_INPUT,
                        Names.simple(types.erasure(declared).toString()),
                        "`" + type.getSimpleName() + "." + signature + "`");
                complete = false;
                continue;
            }
            nested |= InputTypes.isNested(declared);
            arguments.add(new Subject.Argument(
                    parameters.get(i).getSimpleName().toString(), TypeName.get(types.erasure(declared)), input.get()));
        }
        return complete
                ? Optional.of(new Subject(
                        id,
                        name,
                        signature,
                        ClassName.get(type),
                        ClassName.get(companion),
                        variant,
                        isStatic,
                        TypeName.get(types.erasure(method.getReturnType())),
                        arguments,
                        all,
                        nested))
                : Optional.empty();
    }

    /** @param receiver the class of an instance method, where its object is meant: it may be made by a constructor without parameters */
    private Optional<CodeBlock> input(TypeMirror type, TypeElement receiver) {
        return factories
                .of(type)
                .or(() -> new InputTypes(types).input(type))
                .or(() -> Optional.ofNullable(receiver)
                        .filter(Names::isMadeWithoutArguments)
                        .map(r -> CodeBlock.of("new $T()", TypeName.get(types.erasure(type)))));
    }

    private void misuse(Misuse.Kind kind, String subject, String detail) {
        misuses.add(new Misuse(kind, at, subject, detail));
    }
}
