package dev.parfor.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The text of an expression, for {@link IrPrinter}. */
final class ExpressionText implements Expr.Visitor<String> {

    static final ExpressionText INSTANCE = new ExpressionText();

    private ExpressionText() {}

    private String text(Expr e) {
        return e.accept(this);
    }

    /** In parentheses where it is an operation. */
    private String operand(Expr e) {
        boolean compound = e instanceof Expr.Binary
                || e instanceof Expr.Conditional
                || e instanceof Expr.Assign
                || e instanceof Expr.Compound
                || e instanceof Expr.Cast
                || e instanceof Expr.Unary
                || e instanceof Expr.InstanceOf
                || e instanceof Expr.Lambda;
        return compound ? "(" + text(e) + ")" : text(e);
    }

    private String list(List<Expr> expressions) {
        return expressions.stream().map(this::text).collect(Collectors.joining(", "));
    }

    private static String simple(String owner) {
        return owner.substring(owner.lastIndexOf('.') + 1);
    }

    static String symbol(Operator operator) {
        return operator == Operator.CONCATENATE ? ".." : operator.symbol();
    }

    @Override
    public String literal(Expr.Literal e) {
        return e.value().map(ExpressionText::constant).orElse("null");
    }

    static String constant(Object value) {
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"") + '"';
        }
        if (value instanceof Character c) {
            return c >= ' ' && c < 127 ? "'" + c + "'" : "'\\u%04x'".formatted((int) c);
        }
        if (value instanceof Long) {
            return value + "L";
        }
        return value instanceof Float ? value + "f" : String.valueOf(value);
    }

    @Override
    public String local(Expr.Local e) {
        return e.var().name();
    }

    @Override
    public String self(Expr.This e) {
        return e.outer() ? simple(e.type().toString()) + ".this" : "this";
    }

    @Override
    public String fieldGet(Expr.FieldGet e) {
        return e.receiver().map(this::operand).orElseGet(() -> simple(e.field().owner())) + "."
                + e.field().name();
    }

    @Override
    public String arrayGet(Expr.ArrayGet e) {
        return operand(e.array()) + "[" + text(e.index()) + "]";
    }

    @Override
    public String arrayLength(Expr.ArrayLength e) {
        return operand(e.array()) + ".length";
    }

    @Override
    public String assign(Expr.Assign e) {
        return text(e.target()) + " = " + text(e.value());
    }

    @Override
    public String compound(Expr.Compound e) {
        return text(e.target()) + " " + symbol(e.operator()) + "= " + text(e.value());
    }

    @Override
    public String step(Expr.Step e) {
        String sign = e.delta() > 0 ? "++" : "--";
        return e.prefix() ? sign + text(e.target()) : text(e.target()) + sign;
    }

    @Override
    public String unary(Expr.Unary e) {
        return e.sign().symbol() + operand(e.operand());
    }

    @Override
    public String binary(Expr.Binary e) {
        return operand(e.left()) + " " + symbol(e.operator()) + " " + operand(e.right());
    }

    @Override
    public String conditional(Expr.Conditional e) {
        return operand(e.condition()) + " ? " + operand(e.whenTrue()) + " : " + operand(e.whenFalse());
    }

    @Override
    public String cast(Expr.Cast e) {
        return "(" + e.type() + ") " + operand(e.operand());
    }

    @Override
    public String instanceOf(Expr.InstanceOf e) {
        String bindings = e.bindings().stream().map(Var::name).collect(Collectors.joining(", "));
        String deconstructed = e.deconstructs() ? "(" + bindings + ")" : bindings.isEmpty() ? "" : " " + bindings;
        return operand(e.operand()) + " instanceof " + e.tested() + deconstructed;
    }

    @Override
    public String call(Expr.Call e) {
        String receiver = e.receiver()
                .map(this::operand)
                .orElseGet(() -> simple(e.method().owner()));
        String dot = e.exact() ? ".super::" : ".";
        return receiver + dot + e.method().name() + "(" + list(e.arguments()) + ")";
    }

    @Override
    public String create(Expr.New e) {
        return "new " + e.type() + "(" + list(e.arguments()) + ")" + (e.anonymous() ? " {...}" : "");
    }

    @Override
    public String newArray(Expr.NewArray e) {
        if (e.elements().isPresent()) {
            return "new " + e.type() + " {" + list(e.elements().get()) + "}";
        }
        Type element = e.type();
        for (int i = 0; i < e.dimensions().size() && element instanceof Type.Array array; i++) {
            element = array.element();
        }
        // the brackets of dimensions without a length stand behind those with one
        String spelled = element.toString();
        int brackets = spelled.indexOf("[]");
        String base = brackets < 0 ? spelled : spelled.substring(0, brackets);
        String rest = brackets < 0 ? "" : spelled.substring(brackets);
        return "new " + base
                + e.dimensions().stream().map(d -> "[" + text(d) + "]").collect(Collectors.joining())
                + rest;
    }

    @Override
    public String lambda(Expr.Lambda e) {
        String parameters = e.parameters().stream().map(Var::name).collect(Collectors.joining(", "));
        if (e.body() instanceof Stmt.Return r && r.value().isPresent()) {
            return "(" + parameters + ") -> " + text(r.value().get());
        }
        StatementText body = new StatementText();
        body.inside(e.body());
        return "(" + parameters + ") -> { " + body.inOneLine() + " }";
    }

    @Override
    public String methodReference(Expr.MethodReference e) {
        Optional<String> receiver = e.receiver().map(this::operand);
        return receiver.orElseGet(() -> simple(e.method().owner())) + "::"
                + (e.method().isConstructor() ? "new" : e.method().name());
    }

    @Override
    public String switchExpr(Expr.Switch e) {
        StatementText cases = new StatementText();
        e.cases().forEach(cases::oneCase);
        return "switch (" + text(e.selector()) + ") { " + cases.inOneLine() + " }";
    }

    @Override
    public String unreadable(Expr.Unreadable e) {
        return "<" + e.kind() + ">";
    }
}
