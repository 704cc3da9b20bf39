package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in a loop's body no meant loop may have: jumps out of it from where they can't be made, and what was not read. In source order. */
final class BodyRefusals extends IrScanner {

    private final List<Refusal> refusals = new ArrayList<>();
    private final Set<Integer> inside = new HashSet<>();
    private final int loop;
    private int functions;
    private int tries;
    private int switches;

    private BodyRefusals(int loop) {
        this.loop = loop;
    }

    static List<Refusal> in(Stmt body, int loop) {
        BodyRefusals scanner = new BodyRefusals(loop);
        scanner.scan(body);
        return scanner.refusals;
    }

    /** What was not read in a part of the header. */
    static List<Refusal> in(Expr part) {
        BodyRefusals scanner = new BodyRefusals(-1);
        scanner.scan(part);
        return scanner.refusals;
    }

    private void refuse(Shape.Kind kind, Span at, String subject) {
        refusals.add(new Shape(kind, at, subject, Optional.empty()));
    }

    @Override
    public Void loop(Stmt.Loop s) {
        inside.add(s.id());
        return super.loop(s);
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        inside.add(s.id());
        return super.forEach(s);
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        inside.add(s.id());
        return super.labeled(s);
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        inside.add(s.id());
        return super.switchOn(s);
    }

    /** An exit is an exception in the generated code, which nobody but the loop itself may catch. */
    @Override
    public Void attempt(Stmt.Try s) {
        tries++;
        super.attempt(s);
        tries--;
        return null;
    }

    @Override
    public Void lambda(Expr.Lambda e) {
        functions++;
        super.lambda(e);
        functions--;
        return null;
    }

    @Override
    public Void switchExpr(Expr.Switch e) {
        switches++;
        super.switchExpr(e);
        switches--;
        return null;
    }

    @Override
    public Void yieldValue(Stmt.Yield s) {
        if (switches == 0) {
            refuse(Shape.Kind.EARLY_EXIT, s.span(), "yield");
        }
        return super.yieldValue(s);
    }

    @Override
    public Void breakOut(Stmt.Break s) {
        if (tries > 0 && !inside.contains(s.target())) {
            refuse(Shape.Kind.EARLY_EXIT, s.span(), "break");
        }
        return null;
    }

    @Override
    public Void continueWith(Stmt.Continue s) {
        if (tries > 0 && s.target() != loop && !inside.contains(s.target())) {
            refuse(Shape.Kind.EARLY_EXIT, s.span(), "continue");
        }
        return null;
    }

    @Override
    public Void returnFrom(Stmt.Return s) {
        if (tries > 0 && functions == 0) {
            refuse(Shape.Kind.EARLY_EXIT, s.span(), "return");
        }
        return super.returnFrom(s);
    }

    @Override
    public Void unreadable(Expr.Unreadable e) {
        refuse(Shape.Kind.UNREAD, e.span(), e.span().text());
        return null;
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        refuse(Shape.Kind.UNREAD, s.span(), s.span().text());
        return null;
    }
}
