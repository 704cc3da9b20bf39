package dev.parfor.processor.codegen;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.MethodText.Modifier;
import dev.parfor.processor.ir.MethodText.Parameter;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A method's signature as its variants have it: static, the receiver of an instance method first, with the type parameters
 * of its class in front of its own.
 */
final class MethodShape {

    private final Signature signature;
    private final List<TypeParameter> typeParameters;

    MethodShape(Signature signature) {
        this.signature = signature;
        this.typeParameters = new ArrayList<>();
        if (!signature.isStatic()) {
            Set<String> own =
                    signature.typeParameters().stream().map(TypeParameter::name).collect(Collectors.toSet());
            signature.classTypeParameters().stream()
                    .filter(p -> !own.contains(p.name()))
                    .forEach(typeParameters::add);
        }
        typeParameters.addAll(signature.typeParameters());
    }

    List<TypeParameter> typeParameters() {
        return typeParameters;
    }

    ClassName owner() {
        List<String> names = signature.classNames();
        return ClassName.get(
                signature.packageName(),
                names.get(0),
                names.subList(1, names.size()).toArray(new String[0]));
    }

    /** {@code Vectors.dot}. */
    String display() {
        return signature.classNames().get(signature.classNames().size() - 1) + "." + signature.name();
    }

    TypeName receiver() {
        return Types.of(withoutHidden(signature.receiverType()));
    }

    /** A type variable of the class that one of the method hides becomes a wildcard. */
    private TypeText withoutHidden(TypeText type) {
        if (!(type instanceof TypeText.Declared declared)) {
            return type;
        }
        Set<String> known = typeParameters.stream().map(TypeParameter::name).collect(Collectors.toSet());
        Set<String> hidden =
                signature.typeParameters().stream().map(TypeParameter::name).collect(Collectors.toSet());
        List<TypeText> arguments = new ArrayList<>();
        for (TypeText argument : declared.arguments()) {
            boolean unknown = argument instanceof TypeText.TypeVariable v
                    && (hidden.contains(v.name()) || !known.contains(v.name()));
            arguments.add(unknown ? new TypeText.Wildcard(Optional.empty(), Optional.empty()) : argument);
        }
        return new TypeText.Declared(declared.packageName(), declared.simpleNames(), arguments);
    }

    /** Begins a variant: modifiers, type parameters, result, exceptions; parameters are added by {@link #addParameters}. */
    MethodSpec.Builder begin(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(javax.lang.model.element.Modifier.STATIC)
                .returns(Types.of(signature.returns()));
        typeVariables().forEach(method::addTypeVariable);
        signature.thrown().forEach(t -> method.addException(Types.of(t)));
        return method;
    }

    List<TypeVariableName> typeVariables() {
        return typeParameters.stream().map(Types::variable).toList();
    }

    /**
     * Adds the parameters, the team first where it has a name.
     *
     * @param asWritten with {@code final} and {@code ...} as the method has them
     */
    void addParameters(MethodSpec.Builder method, Optional<String> team, String self, boolean asWritten) {
        team.ifPresent(name -> method.addParameter(Runtime.TEAM, name));
        if (!signature.isStatic()) {
            method.addParameter(receiver(), self);
        }
        for (Parameter parameter : signature.parameters()) {
            ParameterSpec.Builder spec = ParameterSpec.builder(Types.of(parameter.type()), parameter.name());
            if (asWritten && parameter.isFinal()) {
                spec.addModifiers(javax.lang.model.element.Modifier.FINAL);
            }
            method.addParameter(spec.build());
        }
    }

    /** {@code double[].class}, of the erased type. */
    CodeBlock classLiteral(TypeText type) {
        return CodeBlock.of("$T.class", erased(type));
    }

    private TypeName erased(TypeText type) {
        if (type instanceof TypeText.Declared declared) {
            return Types.rawOf(declared);
        } else if (type instanceof TypeText.ArrayOf array) {
            return ArrayTypeName.of(erased(array.element()));
        } else if (type instanceof TypeText.TypeVariable variable) {
            return typeParameters.stream()
                    .filter(p -> p.name().equals(variable.name()) && !p.bounds().isEmpty())
                    .reduce((classes, own) -> own)
                    .map(p -> erased(p.bounds().get(0)))
                    .orElse(Types.OBJECT);
        }
        return Types.of(type);
    }

    /** Whether the method's {@code throws} clause has this type. */
    boolean declares(TypeText thrown) {
        return signature.thrown().contains(thrown);
    }

    TypeText returnType() {
        return signature.returns();
    }

    boolean isStatic() {
        return signature.isStatic();
    }

    boolean isVoid() {
        return signature.returns() instanceof TypeText.Keyword keyword
                && keyword.name().equals("void");
    }

    /** A call of the method itself, which is private. */
    Piece.PrivateCall privateCall() {
        List<TypeText> types =
                signature.parameters().stream().map(Parameter::type).toList();
        MethodRef ref = new MethodRef(
                owner().canonicalName(),
                signature.name(),
                types.stream().map(t -> erasedType(t).toString()).collect(Collectors.joining(",", "(", ")")),
                types.stream().map(this::erasedType).toList(),
                erasedType(signature.returns()),
                signature.isStatic(),
                true,
                true,
                false,
                false,
                signature.modifiers().contains(Modifier.SYNCHRONIZED),
                isVarargs(),
                Trust.NONE);
        return new Piece.PrivateCall(ref, signature.returns(), types, signature.thrown(), SourceText.EMPTY, List.of());
    }

    private Type erasedType(TypeText type) {
        if (type instanceof TypeText.ArrayOf array) {
            return new Type.Array(erasedType(array.element()));
        } else if (type instanceof TypeText.Keyword keyword) {
            return keyword.name().equals("void")
                    ? Type.Special.VOID
                    : Type.Primitive.valueOf(keyword.name().toUpperCase(Locale.ROOT));
        }
        ClassName erased = (ClassName) erased(type);
        return new Type.Ref(erased.canonicalName(), false, false, Set.of(), Trust.NONE);
    }

    boolean isVarargs() {
        return signature.modifiers().contains(Modifier.VARARGS);
    }

    /** Whether the array of a variable number of arguments has an element type that the running program can't check. */
    boolean isHeapPolluting() {
        return isVarargs()
                && Types.plainName(signature
                                .parameters()
                                .get(signature.parameters().size() - 1)
                                .type())
                        .isEmpty();
    }

    List<String> parameterNames() {
        return signature.parameters().stream().map(Parameter::name).toList();
    }

    /** Parameters and type parameters: names that hide classes. */
    Set<String> declared() {
        Set<String> names = new java.util.HashSet<>(parameterNames());
        typeParameters.forEach(p -> names.add(p.name()));
        return names;
    }

    /** Names that a generated parameter or local of this method must not take. */
    Names names(Set<String> alsoTaken) {
        Set<String> taken = new java.util.HashSet<>(alsoTaken);
        taken.addAll(declared());
        return new Names(taken);
    }
}
