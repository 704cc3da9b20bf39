package dev.parfor.processor.frontend;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.LoopNest;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.LoopNest.Source;
import dev.parfor.processor.ir.LoopNest.Surroundings;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Refusal;
import dev.parfor.processor.ir.Refusal.Shape;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads the meant loops of one attributed method. The whole body is read once; each loop is looked up in it. */
public final class NestReader {

    private final Frontend frontend;
    private final TreePath method;
    private final MethodRef ref;
    private final Optional<Type> thisType;
    private final BodyReader reader;
    private final Map<Integer, Stmt> loops = new HashMap<>();
    private final Map<Integer, DefiniteAssignment.Open> unassigned;
    private final Map<Var, Expr> functions = new HashMap<>();
    private final Map<Var, Expr.New> made = new HashMap<>();
    private final Map<Var, Expr> lengths;
    private final Map<Var, Expr> values;

    /** @param method path of a method with a body, whose class is attributed */
    public NestReader(Frontend frontend, TreePath method) {
        this.frontend = frontend;
        this.method = method;
        ExecutableElement element =
                (ExecutableElement) frontend.trees().element(method).orElseThrow();
        TypeElement owner = (TypeElement) element.getEnclosingElement();
        this.ref = frontend.symbols().method(element);
        this.thisType = element.getModifiers().contains(Modifier.STATIC)
                ? Optional.empty()
                : Optional.of(frontend.typeReader().ref(owner));
        this.reader = new BodyReader(frontend, owner);
        Stmt body = reader.statement(method, ((MethodTree) method.getLeaf()).getBody());
        LocalWrites writes = LocalWrites.in(body);
        new IrScanner() {
            @Override
            public Void declare(Stmt.Declare s) {
                s.initializer()
                        .filter(NestReader::isFunction)
                        .filter(f -> writes.of(s.var()).isEmpty())
                        .ifPresent(f -> functions.put(s.var(), f));
                s.initializer()
                        .filter(e -> e instanceof Expr.New n && !n.anonymous())
                        .filter(e -> writes.of(s.var()).isEmpty())
                        .ifPresent(e -> made.put(s.var(), (Expr.New) e));
                return super.declare(s);
            }

            @Override
            public Void loop(Stmt.Loop s) {
                loops.put(s.id(), s);
                return super.loop(s);
            }

            @Override
            public Void forEach(Stmt.ForEach s) {
                loops.put(s.id(), s);
                return super.forEach(s);
            }
        }.scan(body);
        this.lengths = Lengths.in(body);
        this.values = Values.in(body);
        this.unassigned = DefiniteAssignment.unassigned(body);
    }

    private static boolean isFunction(Expr e) {
        return e instanceof Expr.Lambda
                || e instanceof Expr.MethodReference r && r.receiver().isEmpty();
    }

    public MethodRef method() {
        return ref;
    }

    /** Whether javac has errors for the method: nothing that is said about its loops would mean anything. */
    public boolean isErroneous() {
        return reader.isErroneous();
    }

    public LoopReading read(MeantLoop meant) {
        Span span = frontend.trees().span(meant.path());
        int id = reader.id(meant.path().getLeaf());
        Stmt loop = loops.get(id);
        if (loop == null) {
            Refusal unread = new Shape(Shape.Kind.UNREAD, span, span.text(), Optional.empty());
            return unreadable(meant, "", span, List.of(unread));
        }
        HeaderReader header = header(meant, loop);
        List<Refusal> reasons = new ArrayList<>(header.refusals());
        if (meant.isNested()) {
            reasons.add(new Shape(Shape.Kind.NESTED, span, "a loop", Optional.empty()));
        }
        Stmt body = body(loop, header.extras());
        header.header().ifPresent(h -> reasons.addAll(headerRefusals(h, body)));
        reasons.addAll(BodyRefusals.in(body, id));
        if (!reasons.isEmpty()) {
            return unreadable(meant, header.name(), span, reasons);
        }
        Header counted = header.header().orElseThrow();
        Surroundings surroundings = surroundings(meant.path(), id, counted);
        if (counted instanceof Header.EachOfList each
                && each.source().filter(s -> s instanceof Source.Reader).isPresent()
                && surroundings.liveAfter().contains(each.element())) {
            reasons.add(new Shape(Shape.Kind.WHILE_LOOP, span, "while", Optional.empty()));
            return unreadable(meant, header.name(), span, reasons);
        }
        if (counted instanceof Header.EachOfList each
                && each.source().orElse(null) instanceof Source.Collection
                && each.list() instanceof Expr.Local list) {
            surroundings = surroundings.owning(list.var());
        }
        LoopNest nest =
                new LoopNest(meant.ordinal(), id, span, ref, thisType, counted, body, meant.options(), surroundings);
        return new LoopReading.Readable(nest, header.extras());
    }

    /** The body, with what the header updates beside the index at its end. */
    private static Stmt body(Stmt loop, HeaderExtras extras) {
        if (loop instanceof Stmt.ForEach each) {
            return each.body();
        }
        Stmt.Loop counted = (Stmt.Loop) loop;
        if (extras.search().isPresent()) {
            return extras.search().get().body();
        }
        if (extras.bodyStep() >= 0) {
            return BodyStep.without(counted.body(), extras.bodyStep());
        }
        if (extras.updates().isEmpty()) {
            return counted.body();
        }
        List<Stmt> statements = new ArrayList<>(List.of(counted.body()));
        for (int position : extras.updates()) {
            Expr update = counted.updates().get(position);
            statements.add(new Stmt.Eval(update.span(), update));
        }
        return new Stmt.Block(counted.body().span(), statements);
    }

    private LoopReading unreadable(MeantLoop meant, String name, Span span, List<Refusal> reasons) {
        return new LoopReading.Unreadable(meant.ordinal(), name, ref.display(), span, meant.options(), reasons);
    }

    private static HeaderReader header(MeantLoop meant, Stmt loop) {
        if (meant.path().getLeaf() instanceof WhileLoopTree) {
            return HeaderReader.ofWhile((Stmt.Loop) loop, "while");
        }
        return meant.path().getLeaf() instanceof DoWhileLoopTree
                ? HeaderReader.ofWhile((Stmt.Loop) loop, "do")
                : HeaderReader.of(loop, () -> Identifiers.around(meant.path()));
    }

    /** What the body does to what the header reads, and what of the header was not read. */
    private static List<Refusal> headerRefusals(Header header, Stmt body) {
        List<Refusal> reasons = new ArrayList<>();
        if (header instanceof Header.EachOfArray each) {
            return BodyRefusals.in(each.array());
        }
        if (header instanceof Header.EachOfList each) {
            return BodyRefusals.in(
                    each.source().orElse(null) instanceof Source.Collection c ? c.elements() : each.list());
        }
        Header.Counted counted = (Header.Counted) header;
        LocalWrites writes = LocalWrites.in(body);
        for (Expr part : List.of(counted.start(), counted.bound(), counted.step())) {
            reasons.addAll(BodyRefusals.in(part));
        }
        Set<Var> named = new LinkedHashSet<>();
        for (Expr part : counted.boundOnce() ? List.of(counted.step()) : List.of(counted.bound(), counted.step())) {
            for (Var var : LocalReads.in(part)) {
                if (named.add(var)) {
                    writes.firstOf(var)
                            .ifPresent(w -> reasons.add(
                                    new Shape(Shape.Kind.BOUND_CHANGES, part.span(), var.name(), Optional.of(w))));
                }
            }
        }
        for (Span write : writes.of(counted.index())) {
            reasons.add(
                    new Shape(Shape.Kind.INDEX_ASSIGNED, write, counted.index().name(), Optional.empty()));
        }
        return reasons;
    }

    private Surroundings surroundings(TreePath loop, int id, Header header) {
        SurroundingsReader around = new SurroundingsReader(frontend, loop);
        boolean startsFromItself = header instanceof Header.Counted c
                && c.start() instanceof Expr.Local local
                && local.var().equals(c.index());
        Optional<Var> assignedFirst = startsFromItself ? Optional.empty() : Optional.of(header.variable());
        return new Surroundings(
                around.liveAfter(method, assignedFirst),
                around.handlers(method),
                unassignedBefore(id, header.variable()),
                functions,
                new OwnArrays(frontend, loop).of(method),
                lengths,
                values,
                made);
    }

    /** Other variables that the header sets count as set before the loop. */
    private Set<Var> unassignedBefore(int id, Var index) {
        DefiniteAssignment.Open open = unassigned.getOrDefault(id, new DefiniteAssignment.Open(Set.of(), Set.of()));
        Set<Var> vars = new LinkedHashSet<>(open.inside());
        if (open.before().contains(index)) {
            vars.add(index);
        }
        return vars;
    }
}
