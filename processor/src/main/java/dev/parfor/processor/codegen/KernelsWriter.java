package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.Modifier;
import dev.parfor.processor.ir.MethodText.Parameter;
import dev.parfor.processor.ir.MethodText.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes {@code FooParallelKernels}: the text of each annotated method, in which every parallel loop is a call of a small
 * nested class. What the text says is not changed, so warnings about it are the business of the file it comes from.
 */
public final class KernelsWriter {

    private static final List<String> SUPPRESSED = List.of(
            "unchecked",
            "rawtypes",
            "deprecation",
            "removal",
            "cast",
            "divzero",
            "empty",
            "fallthrough",
            "finally",
            "lossy-conversions",
            "overloads",
            "serial",
            "static",
            "synchronization",
            "this-escape",
            "try",
            "varargs");

    private final boolean generated;
    private final Predicate<String> hides;

    /**
     * @param generated whether {@code javax.annotation.processing.Generated} is visible to the module of the class
     * @param hides whether the package has a class of a simple name
     */
    public KernelsWriter(boolean generated, Predicate<String> hides) {
        this.generated = generated;
        this.hides = hides;
    }

    /** The simple name of the kernels class of a class. */
    public static String nameOf(List<String> classNames) {
        return FacadeWriter.nameOf(classNames) + "Kernels";
    }

    public GeneratedSource write(String packageName, List<String> classNames, List<Variant> variants) {
        String name = nameOf(classNames);
        Names nested = new Names(wordsOf(variants));
        Bridges bridges = new Bridges(nested);
        Names prefixes = new Names(Set.of());
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(javax.lang.model.element.Modifier.FINAL)
                .addJavadoc(
                        "The annotated methods of {@link $L}, their loops made parallel. Called by {@link $L}.\n",
                        String.join(".", classNames),
                        FacadeWriter.nameOf(classNames))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(javax.lang.model.element.Modifier.PRIVATE)
                        .build());
        Output.annotate(type, generated, SUPPRESSED);
        for (Variant variant : variants) {
            if (variant instanceof Variant.Spliced spliced) {
                String prefix =
                        prefixes.fresh(Names.capitalized(spliced.signature().variantName()));
                addSpliced(type, spliced, prefix, nested, bridges);
            } else if (variant instanceof Variant.Original) {
                type.addMethod(original(variant.signature(), bridges));
            } else {
                type.addMethod(stub(variant.signature()));
            }
        }
        bridges.type().ifPresent(type::addType);
        return Output.of(packageName, type.build(), hides, declaredIn(variants));
    }

    /** Every word of every text and signature: a nested class has none of these names. */
    private static Set<String> wordsOf(List<Variant> variants) {
        Set<String> words = new HashSet<>();
        for (Variant variant : variants) {
            Signature signature = variant.signature();
            signature.parameters().forEach(p -> words.add(p.name()));
            signature.typeParameters().forEach(p -> words.add(p.name()));
            signature.classTypeParameters().forEach(p -> words.add(p.name()));
            if (variant instanceof Variant.Spliced spliced) {
                words.addAll(spliced.text().identifiers());
                words.addAll(Mentions.of(spliced.text().body()).words());
            }
        }
        return words;
    }

    /** The names of variables, type variables and local classes. */
    private static Set<String> declaredIn(List<Variant> variants) {
        Set<String> names = new HashSet<>();
        for (Variant variant : variants) {
            names.addAll(new MethodShape(variant.signature()).declared());
            if (variant instanceof Variant.Spliced spliced) {
                names.addAll(spliced.text().declared());
                spliced.loops().stream()
                        .flatMap(Optional::stream)
                        .flatMap(d -> d.plan().merges().stream())
                        .forEach(m -> names.add(m.var().name()));
            }
        }
        return names;
    }

    private static void addSpliced(
            TypeSpec.Builder type, Variant.Spliced variant, String prefix, Names nested, Bridges bridges) {
        MethodText text = variant.text();
        Signature signature = text.signature();
        MethodShape shape = new MethodShape(signature);
        Names names = shape.names(text.identifiers());
        String team = names.fresh("team");
        String self = signature.isStatic() ? "" : names.fresh("self");
        List<LoopWriter> loops = new ArrayList<>();
        for (int i = 0; i < text.loops().size(); i++) {
            Optional<dev.parfor.processor.judgement.Judgement.Parallel> decision =
                    variant.loops().get(i);
            MethodText.LoopText loop = text.loops().get(i);
            String className = nested.fresh(prefix + "Loop" + loop.ordinal());
            loops.add(decision.map(d -> new LoopWriter(shape, text, loop, d, className, bridges))
                    .orElse(null));
        }
        String loopName = names.fresh("loop");
        TextWriter plain = TextWriter.of(self, bridges, Map.of());
        TextWriter writer = new TextWriter(
                self,
                bridges,
                ordinal -> {
                    for (int i = 0; i < text.loops().size(); i++) {
                        if (text.loops().get(i).ordinal() == ordinal) {
                            LoopWriter loop = loops.get(i);
                            return loop == null
                                    ? plain.write(text.loops().get(i).whole()).dedented()
                                    : loop.call(team, self, loopName);
                        }
                    }
                    throw new IllegalArgumentException("no loop " + ordinal);
                },
                Map.of(),
                Map.of());

        MethodSpec.Builder method = shape.begin(signature.variantName());
        shape.addParameters(method, Optional.of(team), self, false);
        boolean initializes = signature.isStatic() && signature.modifiers().contains(Modifier.CLASS_INITIALIZES);
        boolean locksClass = signature.isStatic() && signature.modifiers().contains(Modifier.SYNCHRONIZED);
        CodeBlock owner = initializes || locksClass ? classOf(shape, type, nested) : CodeBlock.of("");
        CodeBlock.Builder code = CodeBlock.builder();
        if (initializes) {
            code.addStatement("$T.initialize($L)", Runtime.PARFOR, owner);
        } else if (signature.modifiers().contains(Modifier.OVERRIDABLE)) {
            code.add(unlessOverridden(signature, shape, self));
        }
        CodeBlock body = CodeBlock.builder()
                .add(writer.write(text.body()).dedented().code())
                .add("\n")
                .build();
        if (signature.modifiers().contains(Modifier.SYNCHRONIZED)) {
            code.beginControlFlow("synchronized ($L)", signature.isStatic() ? owner : CodeBlock.of(self))
                    .add(body)
                    .endControlFlow();
        } else {
            code.add(body);
        }
        type.addMethod(method.addCode(code.build()).build());
        loops.stream().filter(Objects::nonNull).forEach(loop -> type.addType(loop.type()));
    }

    /** The annotated class; where a type variable of the method hides its name, and no package tells them apart, from outside of the method. */
    private static CodeBlock classOf(MethodShape shape, TypeSpec.Builder type, Names nested) {
        ClassName owner = shape.owner();
        String simple = owner.topLevelClassName().simpleName();
        boolean hidden = owner.packageName().isEmpty()
                && shape.typeParameters().stream().anyMatch(p -> p.name().equals(simple));
        CodeBlock literal = CodeBlock.of("$T.class", owner);
        if (!hidden) {
            return literal;
        }
        String field = nested.fresh("annotated");
        TypeName anyClass =
                ParameterizedTypeName.get(ClassName.get(Class.class), WildcardTypeName.subtypeOf(Object.class));
        type.addField(FieldSpec.builder(
                        anyClass,
                        field,
                        javax.lang.model.element.Modifier.PRIVATE,
                        javax.lang.model.element.Modifier.STATIC,
                        javax.lang.model.element.Modifier.FINAL)
                .initializer(literal)
                .build());
        return CodeBlock.of("$N", field);
    }

    /** An overridden method has another text: the receiver's own one runs. */
    private static CodeBlock unlessOverridden(Signature signature, MethodShape shape, String self) {
        CodeBlock.Builder classes = CodeBlock.builder();
        for (Parameter parameter : signature.parameters()) {
            classes.add(", $L", shape.classLiteral(parameter.type()));
        }
        CodeBlock call = CodeBlock.of("$N.$N($L)", self, signature.name(), String.join(", ", shape.parameterNames()));

        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow(
                        "if ($1N == null || !$2T.usesMethod($1N, $3T.class, $4S$5L))",
                        self,
                        Runtime.GUARDS,
                        shape.owner(),
                        signature.name(),
                        classes.build());
        if (shape.isVoid()) {
            code.addStatement(call).addStatement("return");
        } else {
            code.addStatement("return $L", call);
        }
        return code.endControlFlow().build();
    }

    /** The method itself does the work. */
    private static MethodSpec original(Signature signature, Bridges bridges) {
        MethodShape shape = new MethodShape(signature);
        Names names = shape.names(Set.of());
        MethodSpec.Builder method = shape.begin(signature.variantName());
        String team = names.fresh("team");
        String self = signature.isStatic() ? "" : names.fresh("self");
        shape.addParameters(method, Optional.of(team), self, false);
        List<Fragment> arguments =
                shape.parameterNames().stream().map(Fragment::of).toList();
        Fragment call;
        if (signature.modifiers().contains(Modifier.PRIVATE)) {
            call = bridges.call(shape.privateCall(), Fragment.of(self), arguments);
        } else {
            Object on = signature.isStatic() ? shape.owner() : self;
            call = Fragment.of(on, "." + signature.name() + "(", Fragment.join(", ", arguments), ")");
        }
        return method.addStatement(shape.isVoid() ? "$L" : "return $L", call.code())
                .build();
    }

    private static MethodSpec stub(Signature signature) {
        MethodShape shape = new MethodShape(signature);
        Names names = shape.names(Set.of());
        MethodSpec.Builder method = shape.begin(signature.variantName());
        shape.addParameters(
                method, Optional.of(names.fresh("team")), signature.isStatic() ? "" : names.fresh("self"), false);
        return method.addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        shape.display() + " could not be compiled: there are errors in its source")
                .build();
    }
}
