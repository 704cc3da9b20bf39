package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.MethodText;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.MethodText.LoopText;
import dev.parfor.processor.ir.MethodText.Modifier;
import dev.parfor.processor.ir.MethodText.Signature;
import dev.parfor.processor.ir.MethodText.TypeParameter;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Judgement;
import dev.parfor.processor.judgement.Plan;
import dev.parfor.processor.judgement.Plan.Role;
import dev.parfor.processor.judgement.Proof;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method with loops, built by hand as the frontend and the judge would hand it over.
 *
 * <p>Text is written as Java with its special places in double braces: {@code {{a}}} uses the local {@code a}, {@code
 * {{this}}} is the receiver, {@code {{#1}}} the first loop, <code>{{:List}}</code> a class, <code>{{?name}}</code> something
 * defined by {@link #piece}.
 */
final class Scenario {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(.+?)}}");

    private final String className;
    private final Map<String, Var> vars = new LinkedHashMap<>();
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final List<MethodText.Parameter> parameters = new ArrayList<>();
    private final List<LoopText> loops = new ArrayList<>();
    private final List<Optional<Judgement.Parallel>> decisions = new ArrayList<>();
    private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    private List<TypeParameter> classTypeParameters = List.of();
    private List<TypeParameter> typeParameters = List.of();
    private List<TypeText> thrown = List.of();
    private TypeText receiver;
    private String name = "";
    private String returns = "void";
    private String declaration = "";
    private Optional<String> documentation = Optional.empty();
    private SourceText body = SourceText.EMPTY;
    private final Set<String> hidden = new LinkedHashSet<>();

    Scenario(String className) {
        this.className = className;
        this.receiver = TypeParser.parse(className);
    }

    Scenario method(String returns, String name, String... parameters) {
        this.returns = returns;
        this.name = name;
        this.declaration = returns + " " + name + "(" + String.join(", ", parameters) + ")";
        for (String parameter : parameters) {
            String type = parameter.substring(0, parameter.lastIndexOf(' ')).replace("final ", "");
            Var var = local(parameter);
            this.parameters.add(
                    new MethodText.Parameter(var.name(), TypeParser.parse(type), parameter.startsWith("final ")));
        }
        return this;
    }

    Scenario modifiers(Modifier... more) {
        modifiers.addAll(List.of(more));
        return this;
    }

    Scenario classTypeParameters(TypeText receiver, TypeParameter... parameters) {
        this.receiver = receiver;
        classTypeParameters = List.of(parameters);
        return this;
    }

    Scenario typeParameters(TypeParameter... parameters) {
        typeParameters = List.of(parameters);
        return this;
    }

    /** Classes that the package has. */
    Scenario siblings(String... names) {
        hidden.addAll(List.of(names));
        return this;
    }

    Scenario thrown(String... types) {
        thrown = List.of(types).stream().map(TypeParser::parse).toList();
        return this;
    }

    Scenario documentation(String text) {
        documentation = Optional.of(text);
        return this;
    }

    /** {@code double sum}. */
    Var local(String declaration) {
        String[] parts = declaration.replace("final ", "").split(" (?=[^ ]+$)");
        TypeText declared = TypeParser.parse(parts[0]);
        Var var = new Var(vars.size() + 1, parts[1], TypeParser.erased(declared), Optional.of(declared), Trust.NONE);
        vars.put(var.name(), var);
        return var;
    }

    Var var(String name) {
        return vars.get(name);
    }

    Scenario piece(String name, Piece piece) {
        pieces.put(name, piece);
        return this;
    }

    Scenario body(String text) {
        body = text(text);
        return this;
    }

    SourceText text(String text) {
        List<Piece> result = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int at = 0;
        while (place.find()) {
            if (place.start() > at) {
                result.add(new Piece.Verbatim(text.substring(at, place.start())));
            }
            String what = place.group(1);
            if (what.equals("this")) {
                result.add(new Piece.Self());
            } else if (what.startsWith("#")) {
                result.add(new Piece.Hole(Integer.parseInt(what.substring(1))));
            } else if (what.startsWith(":")) {
                result.add(new Piece.TypeName((TypeText.Declared) TypeParser.parse(what.substring(1))));
            } else if (what.startsWith("?")) {
                result.add(java.util.Objects.requireNonNull(pieces.get(what.substring(1)), what));
            } else {
                result.add(new Piece.LocalUse(java.util.Objects.requireNonNull(vars.get(what), what)));
            }
            at = place.end();
        }
        if (at < text.length()) {
            result.add(new Piece.Verbatim(text.substring(at)));
        }
        return new SourceText(result);
    }

    /** A loop under construction. */
    final class Loop {
        private Header header;
        private HeaderText headerText;
        private Optional<String> label = Optional.empty();
        private String loopBody = "";
        private String whole = "";
        private List<Role> roles = List.of();
        private List<Guard> guards = List.of();
        private List<Proof.Trusted> trusted = List.of();
        private int minimumBlock = 1024;
        private LoopNest.Options options = LoopNest.Options.DEFAULT;
        private LoopNest.Surroundings surroundings = LoopNest.Surroundings.NONE;
        private List<TypeText> thrownHere = thrown;
        private List<Var> extra = List.of();

        /** @param step a number, or an expression with {@code -} in front where it is subtracted */
        Loop counted(String index, String start, Operator relation, String bound, String boundType, String step) {
            boolean inHeader = index.contains(" ");
            Var var = inHeader
                    ? new Var(
                            900 + loops.size(),
                            index.split(" ")[1],
                            TypeParser.erased(TypeParser.parse(index.split(" ")[0])),
                            Optional.of(TypeParser.parse(index.split(" ")[0])),
                            Trust.NONE)
                    : vars.get(index);
            boolean subtracted = step.startsWith("-");
            String amount = subtracted ? step.substring(1) : step;
            header = new Header.Counted(
                    Span.NONE,
                    var,
                    inHeader,
                    expr(start, Type.Primitive.INT),
                    relation,
                    expr(bound, TypeParser.erased(TypeParser.parse(boundType))),
                    amount.matches("\\d+") ? expr(step, Type.Primitive.INT) : expr(amount, Type.Primitive.LONG));
            headerText = new HeaderText.Counted(
                    TypeParser.parse(var.type().toString()),
                    var.name(),
                    text(start),
                    text(bound),
                    text(amount),
                    subtracted);
            whole = "for (" + (inHeader ? index : "{{" + index + "}}") + " = " + start + "; " + name(var, inHeader)
                    + " "
                    + relation.symbol() + " " + bound + "; " + name(var, inHeader) + (subtracted ? " -= " : " += ")
                    + amount + ") ";
            return this;
        }

        private String name(Var var, boolean inHeader) {
            return inHeader ? var.name() : "{{" + var.name() + "}}";
        }

        Loop each(String element, String elements, String elementsType, boolean list) {
            String type = element.substring(0, element.lastIndexOf(' '));
            TypeText elementType = TypeParser.parse(type.replace("final ", ""));
            String elementName = element.substring(element.lastIndexOf(' ') + 1);
            Var var = new Var(
                    900 + loops.size(),
                    elementName,
                    TypeParser.erased(elementType),
                    Optional.of(elementType),
                    Trust.NONE);
            Expr over = expr(elements, TypeParser.erased(TypeParser.parse(elementsType)));
            header = list ? new Header.EachOfList(Span.NONE, var, over) : new Header.EachOfArray(Span.NONE, var, over);
            headerText = new HeaderText.Each(
                    text(type), elementType, elementName, text(elements), TypeParser.parse(elementsType));
            whole = "for (" + element + " : " + elements + ") ";
            return this;
        }

        Loop label(String name) {
            label = Optional.of(name);
            return this;
        }

        Loop body(String text) {
            loopBody = text;
            return this;
        }

        Loop roles(Role... of) {
            roles = List.of(of);
            return this;
        }

        Loop guards(Guard... of) {
            guards = List.of(of);
            return this;
        }

        Loop trusted(Proof.Trusted... of) {
            trusted = List.of(of);
            return this;
        }

        Loop minimumBlock(int iterations) {
            minimumBlock = iterations;
            return this;
        }

        Loop schedule(String schedule, int chunk) {
            options = new LoopNest.Options(schedule, chunk, false, Optional.empty(), false);
            return this;
        }

        Loop unassigned(String... names) {
            Set<Var> none = new LinkedHashSet<>();
            for (String unassigned : names) {
                none.add(vars.get(unassigned));
            }
            surroundings = new LoopNest.Surroundings(Set.of(), List.of(), none, Map.of());
            return this;
        }

        Loop thrown(String... types) {
            thrownHere = List.of(types).stream().map(TypeParser::parse).toList();
            return this;
        }

        /** Adds it as a parallel loop. */
        Scenario parallel() {
            add(true);
            return Scenario.this;
        }

        /** Adds it as a loop that runs as it is written. */
        Scenario sequential() {
            add(false);
            return Scenario.this;
        }

        private void add(boolean parallel) {
            int ordinal = loops.size() + 1;
            String all = (label.map(l -> l + ":\n").orElse("")) + whole + loopBody;
            Set<Var> captured = new LinkedHashSet<>(extra);
            Matcher place = PLACE.matcher(all);
            while (place.find()) {
                if (vars.containsKey(place.group(1))) {
                    captured.add(vars.get(place.group(1)));
                }
            }
            Span span = new Span(className + ".java", 10 + ordinal, 5, all, -1);
            loops.add(new LoopText(
                    ordinal,
                    span,
                    label,
                    headerText,
                    text(loopBody),
                    text(all),
                    List.copyOf(captured),
                    all.contains("{{this}}"),
                    thrownHere));
            LoopNest nest = new LoopNest(
                    ordinal,
                    ordinal,
                    span,
                    new MethodRef(
                            "demo." + className,
                            name,
                            "()",
                            List.of(),
                            Type.Special.VOID,
                            modifiers.contains(Modifier.STATIC),
                            false,
                            true,
                            false,
                            false,
                            false,
                            false,
                            Trust.NONE),
                    Optional.empty(),
                    header,
                    new Stmt.Block(Span.NONE, List.of()),
                    options,
                    surroundings);
            decisions.add(
                    parallel
                            ? Optional.of(new Judgement.Parallel(
                                    nest, new Plan(roles, guards, minimumBlock), new Proof(0, List.of(), trusted)))
                            : Optional.empty());
        }
    }

    Loop loop() {
        return new Loop();
    }

    private Expr expr(String text, Type type) {
        return text.matches("-?\\d+")
                ? new Expr.Literal(Span.of(text), type, Optional.of(Integer.parseInt(text)))
                : new Expr.Unreadable(Span.of(text), type, "a symbol");
    }

    Signature signature() {
        return new Signature(
                "demo",
                List.of(className.split("\\.")),
                classTypeParameters,
                receiver,
                name,
                name,
                typeParameters,
                parameters,
                TypeParser.parse(returns),
                thrown,
                modifiers,
                documentation);
    }

    MethodText text() {
        Set<String> identifiers = new LinkedHashSet<>(vars.keySet());
        identifiers.addAll(Mentions.of(body).words());
        loops.forEach(l -> identifiers.addAll(Mentions.of(l.whole()).words()));
        return new MethodText(signature(), body, loops, identifiers, vars.keySet());
    }

    Variant variant() {
        return new Variant.Spliced(text(), decisions);
    }

    String facade() {
        return new FacadeWriter(true, hidden::contains)
                .write("demo", List.of(className.split("\\.")), List.of(signature()))
                .text();
    }

    String kernels() {
        return new KernelsWriter(true, hidden::contains)
                .write("demo", List.of(className.split("\\.")), List.of(variant()))
                .text();
    }

    /** The class with the method as it stands there: the loops as they were. JDK 20 and later have a lint on their sums. */
    String original(String otherMembers) {
        StringBuilder text = new StringBuilder(
                "package demo; @SuppressWarnings(\"lossy-conversions\")\nclass " + className + " {\n" + otherMembers);
        text.append(modifiers.contains(Modifier.STATIC) ? "static " : "");
        text.append(modifiers.contains(Modifier.SYNCHRONIZED) ? "synchronized " : "");
        if (!typeParameters.isEmpty()) {
            text.append('<')
                    .append(String.join(
                            ", ",
                            typeParameters.stream().map(TypeParameter::name).toList()))
                    .append("> ");
        }
        text.append(declaration);
        if (!thrown.isEmpty()) {
            text.append(" throws ")
                    .append(String.join(
                            ", ",
                            thrown.stream().map(t -> Types.of(t).toString()).toList()));
        }
        text.append(" {\n");
        append(text, body);
        return text.append("\n}\n}\n").toString();
    }

    /** The three classes, compiled. */
    Compiled compile(String otherMembers) {
        return Compiled.of(original(otherMembers), facade(), kernels());
    }

    private void append(StringBuilder text, SourceText source) {
        for (Piece piece : source.pieces()) {
            if (piece instanceof Piece.Verbatim v) {
                text.append(v.text());
            } else if (piece instanceof Piece.LocalUse use) {
                text.append(use.var().name());
            } else if (piece instanceof Piece.Self) {
                text.append("this");
            } else if (piece instanceof Piece.TypeName type) {
                text.append(Types.rawOf(type.type()).canonicalName());
            } else if (piece instanceof Piece.Hole hole) {
                append(text, loops.get(hole.ordinal() - 1).whole());
            } else if (piece instanceof Piece.Then then) {
                append(text, then.statement());
            } else {
                throw new IllegalArgumentException("write this original by hand: " + piece);
            }
        }
    }

    /** A private or other field of the class. */
    FieldRef field(String declaration, boolean isStatic, boolean isPrivate) {
        String[] parts = declaration.split(" (?=[^ ]+$)");
        return new FieldRef(
                "demo." + className,
                parts[1],
                TypeParser.erased(TypeParser.parse(parts[0])),
                isStatic,
                false,
                false,
                isPrivate,
                true,
                Optional.empty(),
                Trust.NONE);
    }
}
