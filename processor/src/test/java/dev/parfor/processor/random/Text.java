package dev.parfor.processor.random;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prints random loops as Java. */
final class Text {

    /** Stands for the name of the class in the text of a type. */
    static final String CLASS = "THING";

    private final StringBuilder out = new StringBuilder();
    private String indent = "        ";
    private boolean marksLoops;
    private int handlers;

    private Text() {}

    /** The class around some methods: its fields and helpers. */
    static String classHead(String className) {
        StringBuilder head = new StringBuilder();
        head.append("package random;\nimport dev.parfor.ParallelFor;\nimport java.util.*;\n")
                .append("import java.util.concurrent.atomic.AtomicInteger;\nclass ")
                .append(className);
        head.append(
                " {\n    int[] data;\n    private int[] hidden;\n    double[] weights;\n    int[][] grid;\n    Set<Integer> words;\n");
        head.append("    int count;\n    private int offset;\n    int total;\n");
        for (Helpers.Helper helper : Helpers.ALL) {
            head.append(helper(helper));
        }
        for (Helpers.Subclass subclass : Helpers.SUBCLASSES) {
            String parent = subclass.parent() == 0
                    ? CLASS
                    : Helpers.SUBCLASSES.get(subclass.parent() - 1).name();
            head.append("    static class " + subclass.name() + " extends " + parent + " {\n");
            subclass.methods().forEach(method -> head.append(helper(method)));
            head.append("    }\n");
        }
        return head.toString().replace(CLASS, className);
    }

    /** Whether it is valid Java. */
    static boolean compiles(Program program) {
        String text = classHead("Loops") + method(program, "Loops") + "}\n";
        return Compiled.plainly(List.of(JavaFileObjects.forSourceString("random.Loops", text)))
                .succeeded();
    }

    private static boolean isFinal(Helpers.Helper helper) {
        return !helper.isStatic()
                && Helpers.OPEN.stream().noneMatch(h -> h.name().equals(helper.name()));
    }

    private static String helper(Helpers.Helper helper) {
        Text text = new Text();
        String result = helper.result().map(r -> r.kind().java()).orElse("void");
        text.out.append("    ").append(isFinal(helper) ? helper.modifiers() + "final " : helper.modifiers());
        text.out.append(result).append(' ').append(helper.name()).append('(');
        text.out.append(parameters(
                helper.isStatic()
                        ? helper.parameters()
                        : helper.parameters().subList(1, helper.parameters().size())));
        text.out.append(") {\n");
        helper.body().forEach(text::statement);
        helper.result().ifPresent(r -> text.line("return " + expression(r) + ";"));
        return text.out.append("    }\n").toString();
    }

    /** One method. */
    static String method(Program program, String className) {
        Text text = new Text();
        boolean onMethod = program.markStandsOnMethod();
        text.marksLoops = !onMethod;
        text.out
                .append("    // seed ")
                .append(program.seed())
                .append(", ")
                .append(program.theme())
                .append('\n');
        text.out.append(onMethod ? "    @ParallelFor\n    " : "    ");
        text.out.append(program.isStatic() ? "static " : "final ");
        text.out.append(program.result().kind().java()).append(' ').append(program.name());
        text.out.append('(').append(parameters(program.parameters())).append(") {\n");
        program.body().forEach(text::statement);
        text.line("return " + expression(program.result()) + ";");
        String method = text.out.append("    }\n").toString().replace(CLASS, className);
        return method.contains("continue marked;") || method.contains("break marked;")
                ? method
                : method.replace("marked: ", "");
    }

    private static String parameters(List<Expr.Var> parameters) {
        return parameters.stream().map(p -> p.kind().java() + " " + p.name()).collect(Collectors.joining(", "));
    }

    private void line(String text) {
        out.append(indent).append(text).append('\n');
    }

    private void block(String head, Stmt.Block block) {
        line(head + " {");
        String before = indent;
        indent = indent + "    ";
        block.statements().forEach(this::statement);
        indent = before;
        line("}");
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Block b) {
            b.statements().forEach(this::statement);
        } else if (statement instanceof Stmt.Declare d) {
            line(d.kind().java() + " " + d.name() + " = " + expression(d.value()) + ";");
        } else if (statement instanceof Stmt.Assign a
                && a.target() instanceof Expr.Element e
                && e.array().kind().isList()) {
            line(expression(e.array()) + ".set(" + expression(e.index()) + ", " + expression(a.value()) + ");");
        } else if (statement instanceof Stmt.Assign a) {
            line(expression(a.target()) + " " + a.operator() + " " + expression(a.value()) + ";");
        } else if (statement instanceof Stmt.Step s) {
            line(expression(s.target()) + (s.up() ? "++;" : "--;"));
        } else if (statement instanceof Stmt.Eval e) {
            line(expression(e.call()) + ";");
        } else if (statement instanceof Stmt.If i) {
            block("if (" + expression(i.condition()) + ")", i.then());
            if (!i.otherwise().statements().isEmpty()) {
                block("else", i.otherwise());
            }
        } else if (statement instanceof Stmt.For f && f.spelling() == Stmt.Spelling.WHILE) {
            if (f.declared()) {
                line(f.kind().java() + " " + f.index() + " = " + expression(f.start()) + ";");
            } else {
                line(f.index() + " = " + expression(f.start()) + ";");
            }
            List<Stmt> stepped = new ArrayList<>(f.body().statements());
            stepped.add(new Stmt.Assign(new Expr.Var(f.index(), f.kind()), "+=", f.step()));
            block(label(f.marked()) + "while (" + condition(f) + ")", new Stmt.Block(stepped));
        } else if (statement instanceof Stmt.For f) {
            block(label(f.marked()) + header(f), f.body());
        } else {
            special(statement);
        }
    }

    private void special(Stmt statement) {
        if (statement instanceof Stmt.ForEach f) {
            String mark = f.marked() && marksLoops ? "@ParallelFor " : "";
            String element =
                    mark + f.element().kind().java() + " " + f.element().name();
            block(label(f.marked()) + "for (" + element + " : " + expression(f.array()) + ")", f.body());
        } else if (statement instanceof Stmt.While w && w.testFirst()) {
            block("while (" + expression(w.condition()) + ")", w.body());
        } else if (statement instanceof Stmt.While w) {
            block("do", w.body());
            line("while (" + expression(w.condition()) + ");");
        } else if (statement instanceof Stmt.Switch s) {
            line("switch (" + expression(s.selector()) + ") {");
            cases(s);
            line("}");
        } else if (statement instanceof Stmt.Try t) {
            block("try", t.body());
            t.caught().ifPresent(name -> block("catch (" + name + " caught" + handlers++ + ")", t.handler()));
            if (t.caught().isEmpty() || !t.finalizer().statements().isEmpty()) {
                block("finally", t.finalizer());
            }
        } else if (statement instanceof Stmt.Merging m) {
            statement(m.body());
        } else if (statement instanceof Stmt.Synchronized s) {
            block("synchronized (" + expression(s.lock()) + ")", s.body());
        } else if (statement instanceof Stmt.Library l) {
            String arguments = l.arguments().stream().map(Text::expression).collect(Collectors.joining(", "));
            String last = l.method().equals("merge") ? ", Integer::sum" : "";
            line(expression(l.receiver()) + "." + l.method() + "(" + arguments + last + ");");
        } else if (statement instanceof Stmt.Labeled l) {
            block(l.label() + ":", l.body());
        } else if (statement instanceof Stmt.Jump j) {
            line(j.text() + ";");
        } else if (statement instanceof Stmt.Return r) {
            line("return" + r.value().map(v -> " " + expression(v)).orElse("") + ";");
        } else {
            line("throw new IllegalStateException(\"thrown\");");
        }
    }

    /** The label is for {@code continue marked}. */
    private static String label(boolean marked) {
        return marked ? "marked: " : "";
    }

    private void cases(Stmt.Switch s) {
        for (int i = 0; i < s.cases().size(); i++) {
            Stmt.Block body = s.cases().get(i);
            boolean last = i == s.cases().size() - 1;
            line(last ? "default:" : "case " + i + ":");
            String before = indent;
            indent = indent + "    ";
            body.statements().forEach(this::statement);
            if (!(i == 0 && s.fallsThrough()) && !endsWithJump(body)) {
                line("break;");
            }
            indent = before;
        }
    }

    private static boolean endsWithJump(Stmt.Block body) {
        int last = body.statements().size() - 1;
        return last >= 0
                && (body.statements().get(last) instanceof Stmt.Jump
                        || body.statements().get(last) instanceof Stmt.Throw);
    }

    private String header(Stmt.For f) {
        String mark = f.marked() && marksLoops ? "@ParallelFor " : "";
        String index = (f.declared() ? mark + f.kind().java() + " " : "") + f.index() + " = ";
        if (f.spelling() != Stmt.Spelling.FOR) {
            int step = (int) ((Expr.Const) f.step()).value();
            return "for (" + index + stripped(Expr.plus(f.start(), -step)) + "; " + stepping(f, step) + "; )";
        }
        String start = index + expression(f.start());
        String update = f.step() instanceof Expr.Const c
                ? update(f.index(), (int) c.value())
                : f.index() + " += " + expression(f.step());
        return "for (" + start + "; " + condition(f) + "; " + update + ")";
    }

    private static String stepping(Stmt.For f, int step) {
        if (f.spelling() == Stmt.Spelling.COMPARES_FIRST) {
            return f.index() + "-- > 0";
        }
        return (step > 0 ? "++" : "--") + condition(f);
    }

    private static String condition(Stmt.For f) {
        return f.index() + " " + f.relation() + " " + expression(f.bound())
                + f.also().map(also -> " && " + expression(also)).orElse("");
    }

    private static String update(String index, int step) {
        if (step == 1 || step == -1) {
            return index + (step == 1 ? "++" : "--");
        }
        return index + (step > 0 ? " += " + step : " -= " + -step);
    }

    static String expression(Expr e) {
        if (e instanceof Expr.Const c) {
            boolean negative = c.value() instanceof Number n && n.doubleValue() < 0;
            boolean smallest = Integer.valueOf(Integer.MIN_VALUE).equals(c.value());
            String suffix = c.kind() == Kind.LONG ? "L" : c.kind() == Kind.FLOAT ? "f" : "";
            String text = negative ? "(" + c.value() + suffix + ")" : c.value() + suffix;
            return smallest ? "Integer.MIN_VALUE" : text;
        } else if (e instanceof Expr.Var v) {
            return v.name();
        } else if (e instanceof Expr.Field f) {
            return expression(f.object()) + "." + f.name();
        } else if (e instanceof Expr.Element x) {
            if (x.array().kind().isList()) {
                return expression(x.array()) + ".get(" + stripped(x.index()) + ")";
            }
            return expression(x.array()) + "[" + stripped(x.index()) + "]";
        } else if (e instanceof Expr.Length x) {
            return expression(x.array()) + (x.array().kind().isList() ? ".size()" : ".length");
        } else if (e instanceof Expr.Binary b) {
            return "(" + expression(b.left()) + " " + b.operator() + " " + expression(b.right()) + ")";
        } else if (e instanceof Expr.Negated n) {
            return "(-" + expression(n.operand()) + ")";
        } else if (e instanceof Expr.Choice c) {
            return "(" + expression(c.condition()) + " ? " + expression(c.whenTrue()) + " : "
                    + expression(c.whenFalse()) + ")";
        } else if (e instanceof Expr.Cast c) {
            return "((" + c.kind().java() + ") (" + expression(c.operand()) + "))";
        } else if (e instanceof Expr.Bump b) {
            String sign = b.up() ? "++" : "--";
            return b.prefix() ? sign + expression(b.target()) : expression(b.target()) + sign;
        } else if (e instanceof Expr.NewArray n) {
            String cell = n.kind().java().substring(0, n.kind().java().indexOf('['));
            return "new " + cell
                    + n.lengths().stream().map(l -> "[" + expression(l) + "]").collect(Collectors.joining());
        } else if (e instanceof Expr.NewThing) {
            return "new " + CLASS + "()";
        }
        return call((Expr.Call) e);
    }

    private static String stripped(Expr e) {
        String text = expression(e);
        return e instanceof Expr.Binary || e instanceof Expr.Cast ? text.substring(1, text.length() - 1) : text;
    }

    private static String call(Expr.Call call) {
        List<String> arguments = call.arguments().stream().map(Text::expression).toList();
        boolean isStatic = call.helper().isStatic();
        String receiver = isStatic ? "" : arguments.get(0) + ".";
        return receiver + call.helper().name() + "("
                + String.join(", ", isStatic ? arguments : arguments.subList(1, arguments.size())) + ")";
    }
}
