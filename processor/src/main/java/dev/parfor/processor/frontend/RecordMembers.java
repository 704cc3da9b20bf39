package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Bodies.MethodBody;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** What records do without saying so: accessors, and the assignments that a canonical constructor ends with. */
final class RecordMembers {

    private final Frontend frontend;

    RecordMembers(Frontend frontend) {
        this.frontend = frontend;
    }

    /** {@code return this.x;}, for a method of a record in source that has no body there. */
    Optional<MethodBody> impliedAccessor(ExecutableElement method, TypeElement owner, Span at) {
        if (owner.getKind() != ElementKind.RECORD || !method.getParameters().isEmpty()) {
            return Optional.empty();
        }
        return fields(owner).stream()
                .filter(f -> f.getSimpleName().equals(method.getSimpleName()))
                .findFirst()
                .map(f -> {
                    Stmt value = new Stmt.Return(at, Optional.of(field(f, owner, at)));
                    Type self = frontend.typeReader().ref(owner);
                    return new MethodBody(
                            frontend.symbols().method(method),
                            Optional.of(self),
                            List.of(),
                            new Stmt.Block(at, List.of(value)));
                });
    }

    /**
     * A constructor's body with the implied assignments of a compact or implied canonical one. Another canonical constructor
     * has to assign each field itself, and a compact one may not assign any: so that tells them apart.
     */
    Stmt withFields(Stmt.Block body, ExecutableElement constructor, TypeElement owner, List<Var> parameters) {
        List<VariableElement> fields = fields(owner);
        if (!isCanonical(constructor, owner, fields) || assignsFieldOf(owner, body)) {
            return body;
        }
        List<Stmt> statements = new ArrayList<>(body.statements());
        for (int i = 0; i < fields.size(); i++) {
            Span at = body.span();
            Expr value = new Expr.Local(at, parameters.get(i));
            Expr assign = new Expr.Assign(at, field(fields.get(i), owner, at), value);
            statements.add(new Stmt.Eval(at, assign));
        }
        return new Stmt.Block(body.span(), statements);
    }

    private static List<VariableElement> fields(TypeElement owner) {
        return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .filter(f -> !f.getModifiers().contains(Modifier.STATIC))
                .toList();
    }

    private Expr field(VariableElement field, TypeElement owner, Span at) {
        FieldRef ref = frontend.symbols().field(field);
        Expr self = new Expr.This(at, frontend.typeReader().ref(owner), false);
        return new Expr.FieldGet(at, Optional.of(self), ref);
    }

    private boolean isCanonical(ExecutableElement constructor, TypeElement owner, List<VariableElement> fields) {
        if (owner.getKind() != ElementKind.RECORD || constructor.getParameters().size() != fields.size()) {
            return false;
        }
        Types types = frontend.trees().types();
        for (int i = 0; i < fields.size(); i++) {
            var parameter = types.erasure(constructor.getParameters().get(i).asType());
            if (!types.isSameType(parameter, types.erasure(fields.get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    private boolean assignsFieldOf(TypeElement owner, Stmt body) {
        String name = frontend.typeReader().ref(owner).name();
        boolean[] found = {false};
        new IrScanner() {
            @Override
            public Void assign(Expr.Assign e) {
                found[0] |= e.target() instanceof Expr.FieldGet get
                        && get.receiver().filter(Expr.This.class::isInstance).isPresent()
                        && get.field().owner().equals(name);
                return super.assign(e);
            }
        }.scan(body);
        return found[0];
    }
}
