package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Bodies;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether it makes no difference which iteration initializes a class, and when: its initializer computes values from constants
 * and from what it has made itself, and stores them in its own static fields.
 */
final class HarmlessInitializer {

    /** Constructors that do nothing, or draw a seed that is another one each time anyway. */
    private static final Set<String> EMPTY = Set.of(
            "java.lang.Object()",
            "java.lang.Enum()",
            "java.lang.Enum(java.lang.String,int)",
            "java.lang.Record()",
            "java.lang.ThreadLocal()",
            "java.util.Random()",
            "java.util.SplittableRandom()");

    private final Bodies bodies;
    private final String home;
    private final Set<Object> asked = new HashSet<>();
    private final Set<String> running = new HashSet<>();

    /** What a method may read depends on whose initializer calls it. */
    private record CalledBy(MethodRef method, String className) {}

    /** @param home the class of the loop, which is initialized when that runs */
    HarmlessInitializer(Bodies bodies, String home) {
        this.bodies = bodies;
        this.home = home;
    }

    /**
     * A class without source is not known. Two that initialize each other are not harmless: two threads that begin with one each wait for
     * each other.
     */
    boolean test(String className) {
        if (!asked.add(className)) {
            return !running.contains(className);
        }
        running.add(className);
        Optional<Stmt> initializer = bodies.initializer(className);
        boolean harmless = initializer.isPresent() && isHarmless(initializer.get(), className);
        running.remove(className);
        return harmless;
    }

    private boolean isHarmless(Stmt code, String className) {
        boolean[] harmless = {true};
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                harmless[0] = harmless[0] && allowed(e, className);
            }

            @Override
            protected void enter(Stmt s) {
                boolean call = s instanceof Stmt.ConstructorCall c
                        && !(CallBacks.none(c.constructor().owner()) && isKnown(c.constructor(), className));
                // Iterators and the ends of resources are calls.
                boolean implied = s instanceof Stmt.ForEach f && !(f.elements().type() instanceof Type.Array)
                        || s instanceof Stmt.Try t && !t.resources().isEmpty();
                harmless[0] = harmless[0]
                        && !call
                        && !implied
                        && !(s instanceof Stmt.Unreadable)
                        && !(s instanceof Stmt.Synchronized);
            }
        }.scan(code);
        return harmless[0];
    }

    private boolean allowed(Expr e, String className) {
        if (e instanceof Expr.Call c) {
            return Calls.isJdk(c.method().owner())
                    ? JdkEffects.isPure(c.method())
                            && c.receiver().stream().allMatch(this::isPlain)
                            && arePlain(c.arguments())
                    : c.method().isExact()
                            && isKnown(c.method(), className)
                            && (!c.method().isStatic()
                                    || mayInitialize(c.method().owner(), className));
        }
        if (e instanceof Expr.Binary b && b.operator() == Operator.CONCATENATE) {
            return isPlain(b.left()) && isPlain(b.right());
        }
        if (e instanceof Expr.Compound c && c.operator() == Operator.CONCATENATE) {
            return isPlain(c.value());
        }
        if (e instanceof Expr.InstanceOf i && i.deconstructs()) {
            return false;
        }
        if (e instanceof Expr.New n && Calls.isJdk(n.constructor().owner())) {
            return !n.anonymous() && isKnown(n.constructor(), className) && arePlain(n.arguments());
        }
        if (e instanceof Expr.New n) {
            return isKnown(n.constructor(), className)
                    && mayInitialize(n.constructor().owner(), className);
        }
        if (e instanceof Expr.FieldGet f) {
            return mayRead(f.field(), className);
        }
        boolean bound = e instanceof Expr.MethodReference r && r.receiver().isPresent();
        return !bound && !(e instanceof Expr.Unreadable);
    }

    /** Whether the initializer of another class that this one uses is harmless as well. */
    private boolean mayInitialize(String other, String className) {
        return other.equals(className) || other.equals(home) || test(other);
    }

    private boolean arePlain(List<Expr> arguments) {
        return arguments.stream().allMatch(this::isPlain);
    }

    /** Whether the value's methods, which the library may call, are surely the library's own. */
    private boolean isPlain(Expr e) {
        Type type = e.type();
        if (type.isPrimitive() || type == Type.Special.NULL || Handed.isClosed(type)) {
            return true;
        }
        if (type instanceof Type.Array a) {
            return a.element().isPrimitive() || Handed.isClosed(a.element());
        }
        if (e instanceof Expr.Call c) {
            return JdkEffects.isOwn(c.method().returns())
                    && Calls.isJdk(c.method().owner());
        }
        return e instanceof Expr.New n
                        && !n.anonymous()
                        && Calls.isJdk(n.constructor().owner())
                || e instanceof Expr.FieldGet f
                        && f.field().isStatic()
                        && Calls.isJdk(f.field().owner());
    }

    /** Statics of other classes may change, or be changed by way of an array in them. */
    private static boolean mayRead(FieldRef field, String className) {
        return !field.isStatic()
                || field.constant().isPresent()
                || field.owner().equals(className)
                || Calls.isJdk(field.owner()) && field.isFinal();
    }

    private boolean isKnown(MethodRef method, String className) {
        if (Calls.isJdk(method.owner())) {
            return JdkEffects.isPure(method)
                    || method.isConstructor() && EMPTY.contains(method.owner() + method.descriptor());
        }
        if (!asked.add(new CalledBy(method, className))) {
            return true;
        }
        return bodies.of(method).filter(b -> isHarmless(b.body(), className)).isPresent();
    }
}
