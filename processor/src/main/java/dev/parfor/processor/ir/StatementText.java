package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of statements, two blanks a level, for {@link IrPrinter}. */
final class StatementText implements Stmt.Visitor<Void> {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    @Override
    public String toString() {
        return out.toString();
    }

    String inOneLine() {
        return out.toString().strip().replaceAll("\\s*\n\\s*", " ");
    }

    Void line(String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
        return null;
    }

    void open(String text) {
        line(text);
        depth++;
    }

    Void close(String text) {
        depth--;
        return line(text);
    }

    /** A statement, without the braces of a block. */
    void inside(Stmt s) {
        if (s instanceof Stmt.Block block) {
            block.statements().forEach(inner -> inner.accept(this));
        } else {
            s.accept(this);
        }
    }

    private Void braces(String head, Stmt body) {
        open(head + " {");
        inside(body);
        return close("}");
    }

    private static String text(Expr e) {
        return IrPrinter.print(e);
    }

    private static String list(List<Expr> expressions) {
        return expressions.stream().map(IrPrinter::print).collect(Collectors.joining(", "));
    }

    private static String optional(String before, Optional<Expr> e) {
        return e.map(x -> before + text(x)).orElse("");
    }

    @Override
    public Void block(Stmt.Block s) {
        return braces("", s);
    }

    @Override
    public Void declare(Stmt.Declare s) {
        return line(s.var().type() + " " + s.var() + optional(" = ", s.initializer()) + ";");
    }

    @Override
    public Void eval(Stmt.Eval s) {
        return line(text(s.expression()) + ";");
    }

    @Override
    public Void when(Stmt.If s) {
        braces("if (" + text(s.condition()) + ")", s.then());
        return s.otherwise().map(e -> braces("else", e)).orElse(null);
    }

    @Override
    public Void loop(Stmt.Loop s) {
        String condition = s.condition().map(IrPrinter::print).orElse("");
        if (!s.testFirst()) {
            open("do#" + s.id() + " {");
            inside(s.body());
            return close("} while (" + condition + ");");
        }
        String head = "for#%d (%s; %s; %s)"
                .formatted(
                        s.id(),
                        s.initializers().stream()
                                .map(i -> IrPrinter.print(i).strip().replaceAll(";$", ""))
                                .collect(Collectors.joining(", ")),
                        condition,
                        list(s.updates()));
        return braces(head, s.body());
    }

    @Override
    public Void forEach(Stmt.ForEach s) {
        return braces(
                "for#%d (%s %s : %s)".formatted(s.id(), s.element().type(), s.element(), text(s.elements())), s.body());
    }

    @Override
    public Void labeled(Stmt.Labeled s) {
        return braces(s.inOrder() ? "ordered#" + s.id() : "label#" + s.id(), s.body());
    }

    @Override
    public Void breakOut(Stmt.Break s) {
        return line("break #" + s.target() + ";");
    }

    @Override
    public Void continueWith(Stmt.Continue s) {
        return line("continue #" + s.target() + ";");
    }

    @Override
    public Void returnFrom(Stmt.Return s) {
        return line("return" + optional(" ", s.value()) + ";");
    }

    @Override
    public Void raise(Stmt.Throw s) {
        return line("throw " + text(s.exception()) + ";");
    }

    @Override
    public Void yieldValue(Stmt.Yield s) {
        return line("yield " + text(s.value()) + ";");
    }

    @Override
    public Void assertThat(Stmt.Assert s) {
        return line("assert " + text(s.condition()) + optional(" : ", s.detail()) + ";");
    }

    @Override
    public Void attempt(Stmt.Try s) {
        open("try {");
        s.resources().forEach(r -> {
            out.append("  ".repeat(depth)).append("resource ");
            out.append(IrPrinter.print(r).strip()).append('\n');
        });
        inside(s.body());
        close("}");
        s.catches().forEach(c -> braces("catch (" + c.exception().type() + " " + c.exception() + ")", c.body()));
        return s.finalizer().map(f -> braces("finally", f)).orElse(null);
    }

    @Override
    public Void locked(Stmt.Synchronized s) {
        return braces("synchronized (" + text(s.lock()) + ")", s.body());
    }

    @Override
    public Void switchOn(Stmt.Switch s) {
        open("switch#" + s.id() + " (" + text(s.selector()) + ") {");
        s.cases().forEach(this::oneCase);
        return close("}");
    }

    void oneCase(Stmt.Case c) {
        StringBuilder head = new StringBuilder("case");
        if (!c.labels().isEmpty()) {
            head.append(' ').append(list(c.labels()));
        }
        if (c.hasPattern()) {
            head.append(c.bindings().stream()
                    .map(v -> v.type() + " " + v)
                    .collect(Collectors.joining(", ", " pattern(", ")")));
        }
        if (c.isDefault()) {
            head.append(" default");
        }
        head.append(optional(" when ", c.guard())).append(c.fallsThrough() ? ":" : " ->");
        braces(head.toString(), c.body());
    }

    @Override
    public Void localClass(Stmt.LocalClass s) {
        return line("class " + s.name() + ";");
    }

    @Override
    public Void constructorCall(Stmt.ConstructorCall s) {
        return line(s.constructor().owner() + ".<init>(" + list(s.arguments()) + ");");
    }

    @Override
    public Void unreadable(Stmt.Unreadable s) {
        return line("<" + s.kind() + ">;");
    }
}
