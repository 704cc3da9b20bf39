package dev.parfor.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The way to private members: a nested class with a constant handle for each and small typed methods over it.
 *
 * <p>The methods are those of the erased members, receiver first, so that a use reads like the member's. Where source has a
 * more special type than the erased one, it is given as a type argument: {@code Members.<List<String>>getNames(self)}, a
 * form that is an expression and a statement. Every operand is evaluated once and in Java's order. The class is initialized
 * at the first use of a private member, not before.
 */
final class Bridges {

    private static final TypeVariableName R = TypeVariableName.get("R");

    private final String className;
    private final Names outer;
    private final Names names;
    private final Map<Object, FieldSpec> handles = new LinkedHashMap<>();
    private final Map<Object, MethodSpec> methods = new LinkedHashMap<>();
    private boolean raises;
    private int bindings;

    /** @param outer no word of any text among them */
    Bridges(Names outer) {
        this.outer = outer;
        className = outer.fresh("Members");
        names = new Names(List.of("sneaky", "field", "staticField", "method", "staticMethod", "constructor"));
    }

    /** The nested class; none where no private member is used. */
    Optional<TypeSpec> type() {
        if (handles.isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Private members, reached through handles that the JIT compiler folds.\n")
                .addFields(handles.values())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(methods.values());
        BridgeLookups.addTo(type, handles.values());
        if (raises) {
            type.addMethod(BridgeLookups.sneaky());
        }
        return Optional.of(type.build());
    }

    Fragment get(Piece.PrivateGet get, Fragment receiver, boolean receiverIsSelf) {
        if (get.field().constant().isPresent() && (receiverIsSelf || receiver.isEmpty())) {
            return Fragment.of(Literals.of(get.field().constant().get()));
        }
        boolean typed = isSpecial(get.type(), get.field().type());
        return Fragment.of(call(getter(get.field(), typed), typed ? get.type() : null), "(", receiver, ")");
    }

    /** A field of a path: erased. */
    Fragment get(FieldRef field, Fragment receiver) {
        return Fragment.of(call(getter(field, false), null), "(", receiver, ")");
    }

    /** A field of a path, from a variable of its type. */
    Fragment set(FieldRef field, Fragment receiver, Fragment value) {
        return Fragment.of(call(setter(field, false), null), "(", receiver, receiver.isEmpty() ? "" : ", ", value, ")");
    }

    Fragment set(Piece.PrivateSet set, Fragment receiver, Fragment value) {
        boolean typed = isSpecial(set.type(), set.field().type());
        return Fragment.of(
                call(setter(set.field(), typed), typed ? set.type() : null),
                "(",
                receiver,
                receiver.isEmpty() ? "" : ", ",
                narrowed(set.field().type(), value),
                ")");
    }

    /** Constants of type {@code int} are narrowed where they are assigned, but not where they are passed. */
    private static Fragment narrowed(Type type, Fragment value) {
        TypeName target = Types.of(type);
        boolean isNarrow =
                target.equals(TypeName.BYTE) || target.equals(TypeName.SHORT) || target.equals(TypeName.CHAR);
        return isNarrow ? Fragment.of("(", target, ") (", value, ")") : value;
    }

    Fragment update(Piece.PrivateUpdate update, Fragment receiver, boolean receiverIsSimple, Fragment value) {
        FieldRef field = update.field();
        if (value.isEmpty()) {
            return Fragment.of(call(stepper(field, update.operator()), null), "(", receiver, ")");
        }
        if (receiverIsSimple || receiver.isEmpty()) {
            return compound(update, receiver, value);
        }
        // The receiver is evaluated once, by a pattern that binds it; the set on null throws as the update would.
        String bound = outer.fresh("target" + ++bindings);
        TypeName owner = Types.named(field.owner());
        return Fragment.of(
                className + "." + same(field) + "(((",
                Types.OBJECT,
                ") (",
                receiver,
                ")) instanceof ",
                owner,
                " " + bound + " ? ",
                compound(update, Fragment.of(bound), value),
                " : ",
                call(setter(field, false), null),
                "(null, ",
                narrowed(field.type(), Fragment.of(Literals.defaultOf(Types.of(field.type())))),
                "))");
    }

    /** Reads before the value is evaluated, as Java does; the cast is the one that {@code op=} implies. */
    private Fragment compound(Piece.PrivateUpdate update, Fragment receiver, Fragment value) {
        FieldRef field = update.field();
        String operator = update.operator().substring(0, update.operator().length() - 1);
        return Fragment.of(
                call(setter(field, false), null),
                "(",
                receiver,
                receiver.isEmpty() ? "(" : ", (",
                Types.of(field.type()),
                ") (",
                call(getter(field, false), null),
                "(",
                receiver,
                ") " + operator + " (",
                value,
                ")))");
    }

    /** A use of a static member, which begins with the name of the class of bridges: with an expression in its place. */
    Fragment through(Fragment use, Function<String, Fragment> expression) {
        return use.withStart(className + ".", Fragment.of(expression.apply(className), "."));
    }

    Fragment call(Piece.PrivateCall call, Fragment receiver, List<Fragment> arguments) {
        MethodRef method = call.method();
        boolean typed = isSpecial(call.returns(), method.isConstructor() ? ownerOf(method) : method.returns());
        List<Fragment> all = new ArrayList<>();
        if (!receiver.isEmpty()) {
            all.add(receiver);
        }
        for (int i = 0; i < arguments.size(); i++) {
            boolean fixed = i < method.parameters().size()
                    && !(method.isVarargs() && i >= method.parameters().size() - 1);
            boolean cast = fixed
                    && i < call.parameters().size()
                    && isSpecial(call.parameters().get(i), method.parameters().get(i));
            all.add(
                    cast
                            ? Fragment.of("(", Types.of(call.parameters().get(i)), ") (", arguments.get(i), ")")
                            : arguments.get(i));
        }
        return Fragment.of(
                call(caller(method, call.thrown(), typed), typed ? call.returns() : null),
                "(",
                Fragment.join(", ", all),
                ")");
    }

    /** A user's private combining method, by its declaration. */
    Fragment call(MethodRef method, List<Fragment> receiverAndArguments) {
        return Fragment.of(
                call(caller(method, List.of(), false), null), "(", Fragment.join(", ", receiverAndArguments), ")");
    }

    private Fragment call(String method, TypeText witness) {
        return witness == null
                ? Fragment.of(className + "." + method)
                : Fragment.of(className + ".<", Types.of(witness), ">" + method);
    }

    /** Whether a use has a type that the erased member lacks. */
    static boolean isSpecial(TypeText use, Type erased) {
        return erased.isReference() && !Types.plainName(use).equals(erased.toString());
    }

    private static Type ownerOf(MethodRef method) {
        return new Type.Ref(method.owner(), false, false, java.util.Set.of(), dev.parfor.processor.ir.Trust.NONE);
    }

    private record Key(Object member, String kind) {
        @Override
        public boolean equals(Object o) {
            return this == o || o instanceof Key k && k.member.equals(member) && k.kind.equals(kind);
        }

        @Override
        public int hashCode() {
            return 31 * member.hashCode() + kind.hashCode();
        }
    }

    private String getter(FieldRef field, boolean typed) {
        return method(new Key(field, typed ? "typed get" : "get"), "get" + Names.capitalized(field.name()), name -> {
            String cast = typed ? "return (R) ($T) $N.get($L)" : "return ($T) $N.get($L)";
            return bridge(name, field, typed)
                    .addStatement(cast, Types.of(field.type()), handle(field), field.isStatic() ? "" : "o")
                    .build();
        });
    }

    private String setter(FieldRef field, boolean typed) {
        return method(new Key(field, typed ? "typed set" : "set"), "set" + Names.capitalized(field.name()), name -> {
            CodeBlock erased = typed ? CodeBlock.of("($T) value", Types.of(field.type())) : CodeBlock.of("value");
            return bridge(name, field, typed)
                    .addParameter(result(field, typed), "value")
                    .addStatement("$N.set($L$L)", handle(field), field.isStatic() ? "" : "o, ", erased)
                    .addStatement("return value")
                    .build();
        });
    }

    private String stepper(FieldRef field, String operator) {
        boolean prefix = !operator.startsWith("x");
        char sign = operator.contains("+") ? '+' : '-';
        String wish = (prefix ? "pre" : "post") + (sign == '+' ? "Increment" : "Decrement");
        return method(new Key(field, wish), wish + Names.capitalized(field.name()), name -> {
            TypeName type = Types.of(field.type());
            TypeName number = type.isPrimitive() ? type : type.unbox();
            String receiver = field.isStatic() ? "" : "o";
            return bridge(name, field, false)
                    .addStatement("$T before = $L($L)", type, getter(field, false), receiver)
                    .addStatement("$T after = ($T) (before $L 1)", number, number, String.valueOf(sign))
                    .addStatement("$L($L$L)", setter(field, false), receiver.isEmpty() ? "" : "o, ", "after")
                    .addStatement("return $L", prefix ? "after" : "before")
                    .build();
        });
    }

    /** {@code same(x)} is {@code x}: makes a statement of an expression. */
    private String same(FieldRef field) {
        TypeName type = Types.of(field.type());
        return method(
                new Key(type, "same"),
                "same" + methods.size(),
                name -> MethodSpec.methodBuilder(name)
                        .addModifiers(Modifier.STATIC)
                        .returns(type)
                        .addParameter(type, "value")
                        .addStatement("return value")
                        .build());
    }

    private String caller(MethodRef method, List<TypeText> thrown, boolean typed) {
        String wish = method.isConstructor()
                ? "new" + method.owner().substring(method.owner().lastIndexOf('.') + 1)
                : method.name();
        return method(new Key(method, typed ? "typed call" : "call"), wish, name -> {
            TypeName owner = Types.named(method.owner());
            TypeName returns = method.isConstructor() ? owner : Types.of(method.returns());
            MethodSpec.Builder builder =
                    MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(typed ? R : returns);
            if (typed) {
                builder.addTypeVariable(R);
            }
            List<String> arguments = new ArrayList<>();
            if (!method.isStatic() && !method.isConstructor()) {
                builder.addParameter(owner, "o");
                arguments.add("o");
            }
            for (int i = 0; i < method.parameters().size(); i++) {
                builder.addParameter(Types.of(method.parameters().get(i)), "argument" + (i + 1));
                arguments.add("argument" + (i + 1));
            }
            builder.varargs(method.isVarargs());
            thrown.stream()
                    .filter(t -> !(t instanceof TypeText.TypeVariable))
                    .forEach(t -> builder.addException(Types.of(t)));
            CodeBlock invocation = CodeBlock.of("$N.invokeExact($L)", handle(method), String.join(", ", arguments));
            builder.beginControlFlow("try");
            if (returns == TypeName.VOID) {
                builder.addStatement(invocation);
            } else {
                builder.addStatement(typed ? "return (R) ($T) $L" : "return ($T) $L", returns, invocation);
            }
            raises = true;
            return builder.nextControlFlow("catch ($T e)", Throwable.class)
                    .addStatement("throw $L.<$T>sneaky(e)", className, RuntimeException.class)
                    .endControlFlow()
                    .build();
        });
    }

    private MethodSpec.Builder bridge(String name, FieldRef field, boolean typed) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(result(field, typed));
        if (typed) {
            method.addTypeVariable(R);
        }
        if (!field.isStatic()) {
            method.addParameter(Types.named(field.owner()), "o");
        }
        return method;
    }

    private static TypeName result(FieldRef field, boolean typed) {
        return typed ? R : Types.of(field.type());
    }

    private String method(Key key, String wish, Function<String, MethodSpec> body) {
        MethodSpec existing = methods.get(key);
        if (existing == null) {
            String name = names.fresh(wish);
            methods.put(key, existing = body.apply(name));
        }
        return existing.name();
    }

    private FieldSpec handle(FieldRef field) {
        ClassName owner = Types.named(field.owner());
        return handles.computeIfAbsent(
                field,
                f -> constant(VarHandle.class, field.name())
                        .initializer(
                                "$L($T.class, $S, $T.class)",
                                field.isStatic() ? "staticField" : "field",
                                owner,
                                field.name(),
                                Types.of(field.type()))
                        .build());
    }

    private FieldSpec handle(MethodRef method) {
        ClassName owner = Types.named(method.owner());
        return handles.computeIfAbsent(method, m -> {
            CodeBlock.Builder type = CodeBlock.builder()
                    .add(
                            "$T.methodType($T.class",
                            MethodType.class,
                            method.isConstructor() ? TypeName.VOID : Types.of(method.returns()));
            method.parameters().forEach(p -> type.add(", $T.class", Types.of(p)));
            type.add(")");
            return method.isConstructor()
                    ? constant(MethodHandle.class, "new")
                            .initializer("constructor($T.class, $L)", owner, type.build())
                            .build()
                    : constant(MethodHandle.class, method.name())
                            .initializer(
                                    "$L($T.class, $S, $L)",
                                    method.isStatic() ? "staticMethod" : "method",
                                    owner,
                                    method.name(),
                                    type.build())
                            .build();
        });
    }

    private FieldSpec.Builder constant(Class<?> type, String member) {
        String name =
                names.fresh(member.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT));
        return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }
}
