package dev.parfor.processor.frontend;

import dev.parfor.processor.classfile.ClassFiles;
import dev.parfor.processor.classfile.Members;
import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.Fingerprint;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Bodies of methods on the class path, from their class files. Those of the JDK are never read: they differ from release to release.
 *
 * <p>Guards name what bodies touch, so a body is of use only where generated code can name the classes in it: public ones.
 */
final class ClassFileBodies implements Members {

    private final Frontend frontend;
    private final ClassFiles files;

    ClassFileBodies(Frontend frontend) {
        this.frontend = frontend;
        this.files = new ClassFiles(name -> element(name).flatMap(frontend.trees()::classFile), this);
    }

    private Elements elements() {
        return frontend.trees().elements();
    }

    private String binaryName(TypeElement type) {
        return elements().getBinaryName(type).toString();
    }

    private boolean isReadable(TypeElement type) {
        return !Bodies.isJdk(binaryName(type)) && !frontend.trees().isInSource(type);
    }

    /** The body of a method of a class without source. */
    Optional<Bodies.MethodBody> of(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        MethodRef ref = frontend.symbols().method(method);
        if (!isReadable(owner) || !ref.isExact() && !isNameable(method)) {
            return Optional.empty();
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        Optional<Type> self =
                isStatic ? Optional.empty() : Optional.of(frontend.typeReader().ref(owner));
        return files.method(binaryName(owner), ref.name(), descriptor(method), self, ref.parameters())
                .map(code -> new Bodies.MethodBody(ref, self, code.parameters(), code.body()));
    }

    /** The file of a class without source. */
    Optional<Bodies.ClassFile> file(TypeElement type) {
        return isReadable(type)
                ? frontend.trees()
                        .classFile(type)
                        .map(bytes -> new Bodies.ClassFile(
                                binaryName(type).replace('.', '/') + ".class", Fingerprint.of(bytes)))
                : Optional.empty();
    }

    /** Whether a guard can ask for the method. */
    private boolean isNameable(ExecutableElement method) {
        return isPublic((TypeElement) method.getEnclosingElement())
                && method.getParameters().stream()
                        .allMatch(p -> isPublic(frontend.trees().types().erasure(p.asType())));
    }

    /** What a class without source does itself when it is initialized. */
    Optional<Stmt> initializer(TypeElement type) {
        return isReadable(type) ? files.initializer(binaryName(type)) : Optional.empty();
    }

    // ---- what names mean ----------------------------------------------------------------------------------------

    private Optional<TypeElement> element(String internalName) {
        String name = internalName.replace('/', '.');
        for (String spelled : List.of(name, name.replace('$', '.'))) {
            TypeElement found = elements().getTypeElement(spelled);
            if (found != null && binaryName(found).equals(name)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Type> type(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case '[' -> type(descriptor.substring(1)).map(Type.Array::new);
            case 'L' ->
                element(descriptor.substring(1, descriptor.length() - 1)).map(frontend.typeReader()::ref);
            case 'Z' -> Optional.of(Type.Primitive.BOOLEAN);
            case 'B' -> Optional.of(Type.Primitive.BYTE);
            case 'S' -> Optional.of(Type.Primitive.SHORT);
            case 'C' -> Optional.of(Type.Primitive.CHAR);
            case 'I' -> Optional.of(Type.Primitive.INT);
            case 'J' -> Optional.of(Type.Primitive.LONG);
            case 'F' -> Optional.of(Type.Primitive.FLOAT);
            case 'D' -> Optional.of(Type.Primitive.DOUBLE);
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<FieldRef> field(String owner, String name, String descriptor) {
        return lookUp(
                        owner,
                        t -> ElementFilter.fieldsIn(t.getEnclosedElements()).stream()
                                .filter(f -> f.getSimpleName().contentEquals(name)
                                        && descriptor(f.asType()).equals(descriptor))
                                .findFirst())
                .filter(this::isReachable)
                .map(f -> frontend.symbols().field(f, frontend.trees().types().erasure(f.asType())));
    }

    /** Whether generated code can read the field. */
    private boolean isReachable(VariableElement field) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (field.getConstantValue() != null || Bodies.isJdk(binaryName(owner))) {
            return true;
        }
        boolean byHandle = frontend.trees().usersModule(owner).isEmpty();
        return isPublic(owner)
                && isPublic(frontend.trees().types().erasure(field.asType()))
                && (byHandle || field.getModifiers().contains(Modifier.PUBLIC));
    }

    @Override
    public Optional<MethodRef> method(String owner, String name, String descriptor) {
        return lookUp(
                        owner,
                        t -> callables(t, name)
                                .filter(m -> descriptor(m).equals(descriptor))
                                .findFirst())
                .filter(m -> m.getKind() != ElementKind.CONSTRUCTOR
                        || binaryName((TypeElement) m.getEnclosingElement()).equals(owner.replace('/', '.')))
                .map(frontend.symbols()::method);
    }

    private static Stream<ExecutableElement> callables(TypeElement type, String name) {
        return name.equals("<init>")
                ? ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                : ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .filter(m -> m.getSimpleName().contentEquals(name));
    }

    @Override
    public MethodRef arrayClone(Type array) {
        return frontend.symbols().arrayClone(array);
    }

    /** In the class, then its superclasses, then all their interfaces, and those of {@code Object} for interfaces. */
    private <T extends Element> Optional<T> lookUp(String owner, Function<TypeElement, Optional<T>> find) {
        Deque<TypeElement> interfaces = new ArrayDeque<>();
        Optional<TypeElement> start = element(owner);
        for (TypeElement c = start.orElse(null); c != null; c = declared(c.getSuperclass())) {
            Optional<T> found = find.apply(c);
            if (found.isPresent()) {
                return found;
            }
            c.getInterfaces().forEach(i -> interfaces.add(declared(i)));
        }
        while (!interfaces.isEmpty()) {
            TypeElement next = interfaces.remove();
            Optional<T> found = find.apply(next);
            if (found.isPresent()) {
                return found;
            }
            next.getInterfaces().forEach(i -> interfaces.add(declared(i)));
        }
        return start.filter(t -> t.getKind().isInterface())
                .flatMap(t -> find.apply(elements().getTypeElement("java.lang.Object")));
    }

    private static TypeElement declared(TypeMirror type) {
        return type instanceof DeclaredType t ? (TypeElement) t.asElement() : null;
    }

    private static boolean isPublic(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isPublic(array.getComponentType());
        }
        return type instanceof DeclaredType t
                ? isPublic((TypeElement) t.asElement())
                : type.getKind().isPrimitive();
    }

    private static boolean isPublic(TypeElement type) {
        return type.getModifiers().contains(Modifier.PUBLIC)
                && (!(type.getEnclosingElement() instanceof TypeElement outer) || isPublic(outer));
    }

    /** The method's descriptor, as class files have it. */
    private String descriptor(ExecutableElement method) {
        StringBuilder text = new StringBuilder("(");
        method.getParameters().forEach(p -> text.append(descriptor(p.asType())));
        return text.append(')').append(descriptor(method.getReturnType())).toString();
    }

    private String descriptor(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case SHORT -> "S";
            case CHAR -> "C";
            case INT -> "I";
            case LONG -> "J";
            case FLOAT -> "F";
            case DOUBLE -> "D";
            case VOID -> "V";
            case ARRAY -> "[" + descriptor(((ArrayType) type).getComponentType());
            case DECLARED -> "L" + binaryName(declared(type)).replace('.', '/') + ";";
            case TYPEVAR, INTERSECTION -> descriptor(frontend.trees().types().erasure(type));
            default -> "?";
        };
    }
}
