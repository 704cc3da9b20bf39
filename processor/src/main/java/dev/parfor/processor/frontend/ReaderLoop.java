package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopExits;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.LoopNest.Source;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code while ((line = in.readLine()) != null)}, and the same as a {@code for}: is read like a loop over a list that has the next
 * lines. Generated code reads some, runs the loop over them, and reads on.
 *
 * <p>So the reader is asked before the iterations of earlier lines have run. That is the same if no iteration comes to what the reader
 * reads from. The body must not mention the reader; what is behind it is taken on trust, as with the streams of an ordered block. An
 * iteration must not end the loop, for the plain loop would not have read on.
 */
public final class ReaderLoop {

    private static final Set<String> READERS = Set.of("java.io.BufferedReader", "java.io.LineNumberReader");

    private ReaderLoop() {}

    static Optional<Header> of(Stmt.Loop loop) {
        boolean plain = loop.updates().isEmpty()
                && (loop.initializers().isEmpty()
                        || loop.initializers().size() == 1
                                && loop.initializers().get(0) instanceof Stmt.Declare d
                                && d.initializer().isEmpty());
        if (!plain
                || loop.condition().isEmpty()
                || !(loop.condition().get() instanceof Expr.Binary test)
                || test.operator() != Operator.NOT_EQUAL
                || !(test.right() instanceof Expr.Literal none)
                || none.value().isPresent()
                || !(test.left() instanceof Expr.Assign read)
                || !(read.target() instanceof Expr.Local element)
                || !(read.value() instanceof Expr.Call call)) {
            return Optional.empty();
        }
        boolean isSource = call.method().name().equals("readLine")
                && call.arguments().isEmpty()
                && READERS.contains(call.method().owner())
                && element.var().type().toString().equals("java.lang.String");
        if (!isSource
                || !(call.receiver().orElse(null) instanceof Expr.Local reader)
                || LocalReads.in(loop.body()).contains(reader.var())
                || !LocalWrites.in(loop.body()).of(element.var()).isEmpty()
                || !LocalWrites.in(loop.body()).of(reader.var()).isEmpty()
                || !LoopExits.of(loop.body(), loop.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Header.EachOfList(
                loop.span(),
                element.var(),
                new Expr.Local(loop.span(), list(element.var())),
                Optional.of(new Source.Reader(call))));
    }

    /** The list of the next lines, which generated code declares; no variable that somebody has written has its number. */
    public static Var list(Var element) {
        TypeText string = element.declared().orElseThrow();
        TypeText type = new TypeText.Declared("java.util", List.of("List"), List.of(string));
        Set<String> supertypes =
                Set.of("java.util.List", "java.util.Collection", "java.lang.Iterable", "java.lang.Object");
        return new Var(
                -element.id() - 1,
                "next" + element.name().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                        + element.name().substring(1) + "s",
                new Type.Ref("java.util.List", true, false, supertypes, Trust.NONE),
                Optional.of(type),
                Trust.NONE);
    }
}
