package dev.parfor.processor.frontend.text;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.frontend.HeaderExtras;
import dev.parfor.processor.frontend.TypedTrees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;

/** What a method declares and which names it mentions: all that has to be known before its text can be cut. */
final class DeclarationScanner extends TreePathScanner<Void, Void> {

    private final TypedTrees trees;
    private final Source source;

    private final Map<Element, Integer> declaredAt = new HashMap<>();
    private final Set<String> declaredNames = new HashSet<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Map<Integer, String> jumps = new HashMap<>();

    DeclarationScanner(TypedTrees trees, Source source) {
        this.trees = trees;
        this.source = source;
    }

    /** Where in the text a variable or class of the method is declared; empty for what is declared outside of it. */
    Optional<Integer> declaredAt(Element element) {
        return Optional.ofNullable(declaredAt.get(element));
    }

    /** Lets the variables that a loop's header declares beside its index count as declared before the loop. */
    void moveBefore(TreePath loop, HeaderExtras extras) {
        for (int position : extras.initializers()) {
            Tree initializer = ((ForLoopTree) loop.getLeaf()).getInitializer().get(position);
            trees.element(new TreePath(loop, initializer))
                    .ifPresent(e -> declaredAt.computeIfPresent(e, (v, at) -> source.start(loop.getLeaf()) - 1));
        }
    }

    /** Whether {@code element} is a class that the method declares, or a member of one, at any depth. */
    boolean isInside(Element element) {
        for (Element e = element; e != null; e = e.getEnclosingElement()) {
            if ((e.getKind().isClass() || e.getKind().isInterface()) && declaredAt.containsKey(e)) {
                return true;
            }
        }
        return false;
    }

    /** Names of variables, classes and type variables that the method declares: they hide outer ones. */
    Set<String> declaredNames() {
        return declaredNames;
    }

    /** Every identifier of the text. Replacements that add names add them here. */
    Set<String> identifiers() {
        return identifiers;
    }

    /** Whether a {@code break} or {@code continue} in {@code range} names {@code label}. */
    boolean jumpsTo(String label, Range range) {
        return jumps.entrySet().stream().anyMatch(j -> range.contains(j.getKey()) && label.equals(j.getValue()));
    }

    @Override
    public Void visitVariable(VariableTree node, Void nothing) {
        declare(node, node.getName());
        return super.visitVariable(node, nothing);
    }

    @Override
    public Void visitClass(ClassTree node, Void nothing) {
        declare(node, node.getSimpleName());
        return super.visitClass(node, nothing);
    }

    @Override
    public Void visitTypeParameter(TypeParameterTree node, Void nothing) {
        declaredNames.add(node.getName().toString());
        identifiers.add(node.getName().toString());
        return super.visitTypeParameter(node, nothing);
    }

    private void declare(Tree node, Name name) {
        trees.element(getCurrentPath()).ifPresent(e -> declaredAt.put(e, source.start(node)));
        if (!name.isEmpty()) {
            declaredNames.add(name.toString());
            identifiers.add(name.toString());
        }
    }

    @Override
    public Void visitMethod(MethodTree node, Void nothing) {
        identifiers.add(node.getName().toString());
        return super.visitMethod(node, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void nothing) {
        identifiers.add(node.getName().toString());
        return super.visitIdentifier(node, nothing);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
        identifiers.add(node.getIdentifier().toString());
        return super.visitMemberSelect(node, nothing);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
        identifiers.add(node.getName().toString());
        return super.visitMemberReference(node, nothing);
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree node, Void nothing) {
        identifiers.add(node.getLabel().toString());
        return super.visitLabeledStatement(node, nothing);
    }

    @Override
    public Void visitBreak(BreakTree node, Void nothing) {
        jump(node, node.getLabel());
        return super.visitBreak(node, nothing);
    }

    @Override
    public Void visitContinue(ContinueTree node, Void nothing) {
        jump(node, node.getLabel());
        return super.visitContinue(node, nothing);
    }

    private void jump(Tree node, Name label) {
        if (label != null) {
            jumps.put(source.start(node), label.toString());
        }
    }
}
