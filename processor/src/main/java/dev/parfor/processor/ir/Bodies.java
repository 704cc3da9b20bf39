package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;

/** The bodies of other methods and classes, as far as this compilation has their source, or the class path has their code. */
public interface Bodies {

    /** The body of a method or constructor; empty where there is neither source nor code that can be read. */
    Optional<MethodBody> of(MethodRef method);

    /**
     * What runs when a class is initialized: the static initializers and initial values of static fields that are not
     * constants, in source order, as one block. Where a superclass or interface is initialized first, and that may do
     * anything, the block begins with an {@link Stmt.Unreadable}. Empty where that is not known.
     */
    Optional<Stmt> initializer(String className);

    /** The method that runs when {@code method} is called on an object whose class is exactly {@code className}. */
    Optional<MethodRef> resolve(MethodRef method, String className);

    /** Every class that objects of a type can be of, now and with whatever is added later; empty where that is not known. */
    default Optional<List<Type.Ref>> allClassesOf(String typeName) {
        return Optional.empty();
    }

    /**
     * Classes that objects of an interface or abstract class are likely to be of: those in sight that can be created and that generated
     * code for the class {@code home} can name. No proof that there are no others.
     */
    default List<Type.Ref> likelyClassesOf(String typeName, String home) {
        return List.of();
    }

    /** What keeps generated code for the class {@code home} from naming a class: {@code private}, for example; empty where nothing does. */
    default Optional<String> hides(String className, String home) {
        return Optional.empty();
    }

    /** The methods with source that run when {@code method} is called on an object of a type, as far as they are in sight. */
    default List<MethodRef> implementationsOf(MethodRef method, String typeName) {
        return List.of();
    }

    /** The class file that a class of the class path is read from; empty for classes with source, and for the JDK's. */
    default Optional<ClassFile> classFile(String className) {
        return Optional.empty();
    }

    /**
     * A class file, by what it says.
     *
     * @param path as it is found in class paths: {@code java/util/Map$Entry.class}
     * @param sha256 in hexadecimal digits
     */
    record ClassFile(String path, String sha256) {}

    /** Whether a class is one whose effects are told by the reviewed table alone. */
    static boolean isJdk(String className) {
        return className.startsWith("java.") || className.startsWith("javax.");
    }

    /** None at all. */
    Bodies NONE = new Bodies() {
        @Override
        public Optional<MethodBody> of(MethodRef method) {
            return Optional.empty();
        }

        @Override
        public Optional<Stmt> initializer(String className) {
            return Optional.empty();
        }

        @Override
        public Optional<MethodRef> resolve(MethodRef method, String className) {
            return Optional.empty();
        }
    };

    /**
     * A body to walk into. A constructor's begins with its {@link Stmt.ConstructorCall}, written or implied, followed by
     * the field initializers and instance initializers of its class unless it calls {@code this(...)}.
     *
     * @param thisType absent for static methods
     */
    record MethodBody(MethodRef method, Optional<Type> thisType, List<Var> parameters, Stmt body) {
        public MethodBody {
            parameters = List.copyOf(parameters);
        }
    }
}
