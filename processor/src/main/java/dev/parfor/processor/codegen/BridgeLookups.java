package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import javax.lang.model.element.Modifier;

/** The methods that look a private member up, one for each kind of member, with an error that names it. */
final class BridgeLookups {

    private BridgeLookups() {}

    /** Adds those that the initial values of the handles call. */
    static void addTo(TypeSpec.Builder type, Collection<FieldSpec> handles) {
        add(type, handles, "field", VarHandle.class, Class.class, "findVarHandle");
        add(type, handles, "staticField", VarHandle.class, Class.class, "findStaticVarHandle");
        add(type, handles, "method", MethodHandle.class, MethodType.class, "findVirtual");
        add(type, handles, "staticMethod", MethodHandle.class, MethodType.class, "findStatic");
        if (isCalled("constructor", handles)) {
            type.addMethod(lookup("constructor", MethodHandle.class)
                    .addParameter(MethodType.class, "type")
                    .addCode(attempt("findConstructor(owner, type)", "\"constructor \" + owner.getName() + type"))
                    .build());
        }
    }

    private static void add(
            TypeSpec.Builder type,
            Collection<FieldSpec> handles,
            String name,
            Class<?> handle,
            Class<?> memberType,
            String find) {
        if (isCalled(name, handles)) {
            TypeName parameter = memberType == Class.class
                    ? com.palantir.javapoet.ParameterizedTypeName.get(
                            com.palantir.javapoet.ClassName.get(Class.class),
                            com.palantir.javapoet.WildcardTypeName.subtypeOf(Object.class))
                    : TypeName.get(memberType);
            type.addMethod(lookup(name, handle)
                    .addParameter(String.class, "name")
                    .addParameter(parameter, "type")
                    .addCode(attempt(find + "(owner, name, type)", "owner.getName() + \".\" + name"))
                    .build());
        }
    }

    private static boolean isCalled(String name, Collection<FieldSpec> handles) {
        return handles.stream().anyMatch(h -> h.initializer().toString().startsWith(name + "("));
    }

    private static MethodSpec.Builder lookup(String name, Class<?> handle) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(handle)
                .addParameter(
                        com.palantir.javapoet.ParameterizedTypeName.get(
                                com.palantir.javapoet.ClassName.get(Class.class),
                                com.palantir.javapoet.WildcardTypeName.subtypeOf(Object.class)),
                        "owner");
    }

    private static CodeBlock attempt(String find, String member) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .addStatement("return $1T.privateLookupIn(owner, $1T.lookup()).$2L", MethodHandles.class, find)
                .nextControlFlow("catch ($T e)", ReflectiveOperationException.class)
                .addStatement(
                        "throw new $T($S + $L + $S + e)",
                        ExceptionInInitializerError.class,
                        "generated code and its class do not match: no access to ",
                        member,
                        "; compile both again. ")
                .endControlFlow()
                .build();
    }

    /** Rethrows a checked exception that the caller declares. */
    static MethodSpec sneaky() {
        TypeVariableName e = TypeVariableName.get("E", Throwable.class);
        return MethodSpec.methodBuilder("sneaky")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(e)
                .returns(RuntimeException.class)
                .addParameter(Throwable.class, "thrown")
                .addException(e)
                .addStatement("throw (E) thrown")
                .build();
    }
}
