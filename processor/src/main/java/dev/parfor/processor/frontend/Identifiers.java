package dev.parfor.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.HashSet;
import java.util.Set;

/** The names that stand in a method: what names that are made up for its variants keep away from. */
public final class Identifiers {

    private Identifiers() {}

    /** Those of the outermost method around a place, or of the whole file where there is none. */
    public static Set<String> around(TreePath place) {
        TreePath all = place;
        TreePath outermost = place;
        for (; all != null; all = all.getParentPath()) {
            boolean isMethod = all.getLeaf() instanceof MethodTree;
            outermost = isMethod || all.getParentPath() == null && !(outermost.getLeaf() instanceof MethodTree)
                    ? all
                    : outermost;
        }
        Set<String> names = new HashSet<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree node, Void nothing) {
                names.add(node.getName().toString());
                return super.visitVariable(node, nothing);
            }

            @Override
            public Void visitIdentifier(IdentifierTree node, Void nothing) {
                names.add(node.getName().toString());
                return super.visitIdentifier(node, nothing);
            }

            @Override
            public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
                names.add(node.getIdentifier().toString());
                return super.visitMemberSelect(node, nothing);
            }
        }.scan(outermost.getLeaf(), null);
        return names;
    }
}
