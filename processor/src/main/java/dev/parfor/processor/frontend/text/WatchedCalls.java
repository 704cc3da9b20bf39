package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.SourceText.Piece.Watch;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;

/** Calls of the JDK's that access elements of arrays and lists, and those that take locks. */
final class WatchedCalls {

    private static final Set<String> READERS = Set.of("hashCode", "toString", "stream", "copyOfRange");
    private static final Set<String> WRITERS = Set.of("fill", "sort", "setAll", "parallelPrefix", "parallelSort");
    private static final Set<String> TAKES_LOCK = Set.of("lock", "lockInterruptibly");

    private final MethodContext in;

    WatchedCalls(MethodContext in) {
        this.in = in;
    }

    void read(TreePath call) {
        MethodInvocationTree node = (MethodInvocationTree) call.getLeaf();
        TreePath select = new TreePath(call, node.getMethodSelect());
        if (!(in.element(select) instanceof ExecutableElement method)) {
            return;
        }
        String name = method.getSimpleName().toString();
        String owner = owner(method);
        if (owner.equals("java.util.Arrays")) {
            ofArrays(node, method, name);
        } else if (owner.equals("java.lang.System") && name.equals("arraycopy")) {
            watch(node, Watch.ARRAY, Watch.FROM, Watch.ARRAY, Watch.FROM, Watch.COPY);
        } else if (node.getMethodSelect() instanceof MemberSelectTree member) {
            TreePath receiver = new TreePath(select, member.getExpression());
            if (in.isType(receiver)) {
                return;
            }
            onObject(node, receiver, owner, method);
        }
    }

    private void onObject(MethodInvocationTree node, TreePath receiver, String owner, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        ExpressionTree object = (ExpressionTree) receiver.getLeaf();
        boolean isLock = owner.equals("java.util.concurrent.locks.Lock")
                || owner.equals("java.util.concurrent.locks.ReentrantLock");
        boolean isList = owner.equals("java.util.List") || owner.equals("java.util.ArrayList");
        int parameters = method.getParameters().size();
        if (isLock && TAKES_LOCK.contains(name)) {
            WatchScanner.watch(in, Watch.LOCK, object, node);
        } else if (isLock && name.equals("unlock")) {
            WatchScanner.watch(in, Watch.UNLOCK, object, node);
        } else if (name.equals("clone") && in.type(receiver) instanceof ArrayType) {
            WatchScanner.watch(in, Watch.READ_ALL, object, node);
        } else if (isList && name.equals("get") && parameters == 1) {
            WatchScanner.watch(in, Watch.ARRAY, object, node);
            watch(node, Watch.READ);
        } else if (isList && name.equals("set") && parameters == 2) {
            WatchScanner.watch(in, Watch.ARRAY, object, node);
            watch(node, Watch.WRITE);
        }
    }

    private void ofArrays(MethodInvocationTree node, ExecutableElement method, String name) {
        boolean isRange = method.getParameters().size() >= 3 && isInt(method, 1) && isInt(method, 2);
        boolean takesArray = !method.getParameters().isEmpty()
                && method.getParameters().get(0).asType() instanceof ArrayType;
        if (!takesArray || method.isVarArgs()) {
            return;
        }
        if (name.equals("copyOf")) {
            watch(node, Watch.ARRAY, Watch.READ_FIRST);
        } else if (WRITERS.contains(name) && isRange) {
            watch(node, Watch.ARRAY, Watch.FROM, Watch.WRITE_TO);
        } else if (WRITERS.contains(name)) {
            watch(node, Watch.WRITE_ALL);
        } else if (READERS.contains(name) && isRange) {
            watch(node, Watch.ARRAY, Watch.FROM, Watch.READ_TO);
        } else if (READERS.contains(name)) {
            watch(node, Watch.READ_ALL);
        }
    }

    private static boolean isInt(ExecutableElement method, int parameter) {
        return method.getParameters().get(parameter).asType().getKind() == TypeKind.INT;
    }

    private void watch(MethodInvocationTree call, Watch... arguments) {
        List<? extends ExpressionTree> given = call.getArguments();
        for (int i = 0; i < arguments.length && i < given.size(); i++) {
            WatchScanner.watch(in, arguments[i], given.get(i), call);
        }
    }

    private static String owner(Element method) {
        return method.getEnclosingElement() instanceof TypeElement type
                ? type.getQualifiedName().toString()
                : "";
    }
}
