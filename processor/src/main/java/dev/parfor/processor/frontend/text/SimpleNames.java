package dev.parfor.processor.frontend.text;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Names without a qualifier: {@code this}, classes, locals and members. */
final class SimpleNames {

    private final MethodContext in;

    SimpleNames(MethodContext in) {
        this.in = in;
    }

    void self(TreePath path, Range range) {
        if (!in.reach().isInInnerBody(path)) {
            in.edits().replace(range, List.of(new Piece.Self()));
        }
    }

    /** {@code super}: only in classes that the method declares. */
    void parent(TreePath path) {
        if (!in.reach().isInInnerBody(path)) {
            Tree use = path.getParentPath().getLeaf();
            String subject = "super";
            if (use instanceof MemberSelectTree select) {
                subject = "super." + select.getIdentifier();
            } else if (use instanceof MemberReferenceTree reference) {
                subject = "super::" + reference.getName();
            }
            in.refusals().notMovable(use, subject);
        }
    }

    /** {@code Outer.this}. */
    void qualifiedThis(Element type, TreePath path, Range range) {
        if (in.reach().isHome(type)) {
            in.edits().replace(range, List.of(new Piece.Self()));
        } else if (!in.reach().isInside(type)) {
            in.refusals().notMovable(path.getLeaf(), type.getSimpleName() + ".this");
        }
    }

    /** {@code Interface.super} or {@code Outer.super}; whether it can stay. */
    boolean qualifiedParent(Element type, TreePath path) {
        boolean stays = in.reach().isInInnerBody(path) && !in.reach().isHome(type);
        if (!stays) {
            in.refusals().notMovable(path.getLeaf(), type.getSimpleName() + ".super");
        }
        return stays;
    }

    void type(TypeElement type, TreePath path, Range range) {
        Tree at = path.getLeaf();
        if (in.reach().isInside(type)) {
            Optional<Integer> declared = in.declarations().declaredAt(type);
            if (declared.isPresent() && in.isLoopWithout(range.start(), declared.get())) {
                in.refusals().notMovable(at, type.getSimpleName().toString());
            }
        } else if (Reach.isInnerOfGeneric(type)) {
            in.refusals().notMovable(at, Reach.display(type));
        } else {
            in.typeName(type, at, in.source().text(range))
                    .ifPresent(name -> in.edits().replace(range, List.of(name)));
        }
    }

    void local(VariableElement variable, TreePath path, Range range) {
        Tree at = path.getLeaf();
        String name = variable.getSimpleName().toString();
        Optional<Integer> declared = in.declarations().declaredAt(variable);
        if (declared.isEmpty()) {
            in.refusals().notMovable(at, name);
        } else if (in.isLoopWithout(range.start(), declared.get())) {
            Var var = in.frontend().symbols().var(variable);
            if (var.declared().isEmpty()) {
                in.refusals().notMovable(at, name);
            } else if (in.reach().type(variable.asType(), at, name)) {
                in.edits()
                        .replace(
                                range,
                                List.of(new Piece.LocalUse(var, Optional.ofNullable(variable.getConstantValue()))));
            }
        }
    }

    /**
     * Writes the value of a constant where its name would not do: a private one's can't be said, and an instance field's is
     * none with a receiver. It has to stay a constant expression for {@code case} labels, narrowing and reachability.
     */
    boolean constant(VariableElement field, Range range) {
        Object value = field.getConstantValue();
        boolean needed = field.getModifiers().contains(Modifier.PRIVATE)
                || !field.getModifiers().contains(Modifier.STATIC);
        if (value == null || !needed) {
            return false;
        }
        String text = in.elements().getConstantExpression(value);
        boolean primary = text.matches("[\\w.]+|'.*'|\".*\"");
        String literal = (primary ? text : "(" + text + ")") + " /* " + field.getSimpleName() + " */";
        in.edits().replace(range, List.of(new Piece.Verbatim(literal)));
        return true;
    }

    /** A member that is not private: gets its object or class in front. */
    void member(Element member, TreePath path, Range range) {
        Optional<TypeElement> holder = in.reach().holder(member, path);
        if (holder.isPresent() && in.reach().isInside(holder.get())) {
            return;
        }
        Tree at = path.getLeaf();
        Piece name = new Piece.Verbatim("." + in.source().text(range));
        if (member.getModifiers().contains(Modifier.STATIC)) {
            TypeElement owner = holder.orElseGet(() -> importedFrom(member));
            if (in.reach().member(member, Optional.empty(), path)) {
                in.typeName(owner, at, "").ifPresent(type -> in.edits().replace(range, List.of(type, name)));
            }
        } else if (holder.isPresent() && in.reach().isHome(holder.get())) {
            if (in.reach().member(member, Optional.empty(), path)) {
                in.edits().replace(range, List.of(new Piece.Self(), name));
            }
        } else {
            in.refusals().notMovable(at, PrivateMembers.outerMember(member));
        }
    }

    /** The class that a static import names: the member's own may be hidden in another package. */
    private TypeElement importedFrom(Element member) {
        TypeElement owner = (TypeElement) member.getEnclosingElement();
        TreePath unit = new TreePath(in.source().unit());
        for (ImportTree tree : in.source().unit().getImports()) {
            if (tree.isStatic() && tree.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                TreePath path = new TreePath(new TreePath(new TreePath(unit, tree), select), select.getExpression());
                Name imported = select.getIdentifier();
                boolean named = imported.contentEquals("*") || imported.equals(member.getSimpleName());
                if (named
                        && in.element(path) instanceof TypeElement type
                        && in.reach().isSubclass(type, owner)) {
                    return type;
                }
            }
        }
        return owner;
    }
}
