package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.SourceText;
import dev.parfor.processor.ir.SourceText.Piece;
import dev.parfor.processor.ir.Type;
import java.util.Optional;

/**
 * What both forms of counted loops have in common: start, bound and step, and the exact trip count.
 *
 * <p>A constant start or step stays a constant. A symbolic step is evaluated if the loop runs at all, in {@code long}
 * arithmetic, so that its negation is exact.
 */
abstract class CountedHeader implements Counting {

    final Header.Counted header;
    final HeaderText.Counted text;
    final TextWriter writer;
    final Type.Primitive indexType;
    final Optional<Long> constantStart;
    final Optional<Long> constantStep;
    final String start;
    final String step;
    final Optional<String> label;
    private final String bound;
    private final String thrown;

    CountedHeader(
            Header.Counted header, HeaderText.Counted text, Optional<String> label, TextWriter writer, Names names) {
        this.header = header;
        this.text = text;
        this.label = label;
        this.writer = writer;
        this.indexType = (Type.Primitive) header.index().type();
        this.constantStart = constant(header.start());
        this.constantStep = constant(header.step());
        this.start = constantStart.map(PathWriter::number).orElseGet(() -> names.fresh("start"));
        this.step = constantStep
                .map(by -> indexType == Type.Primitive.LONG ? by + "L" : PathWriter.number(by))
                .orElseGet(() -> names.fresh("step"));
        this.bound = constantStep.isPresent() ? "" : names.fresh("bound");
        this.thrown = constantStep.isPresent() ? "" : names.fresh("e");
    }

    private static Optional<Long> constant(Expr e) {
        if (!(e instanceof Expr.Literal literal) || literal.value().isEmpty()) {
            return Optional.empty();
        }
        Object value = literal.value().get();
        if (value instanceof Character c) {
            return Optional.of((long) c);
        }
        boolean isIntegral =
                value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
        return isIntegral ? Optional.of(((Number) value).longValue()) : Optional.empty();
    }

    TypeName index() {
        return Types.of(indexType);
    }

    /** {@code start + step * number} as a {@code long}, which the number is as well, or {@code start} is. */
    CodeBlock moved(String start, CodeBlock number) {
        if (constantStep.isEmpty()) {
            return CodeBlock.of("$L + $L * $L", start, step, number);
        }
        long by = constantStep.get();
        if (by == 1 && start.equals("0")) {
            return number;
        }
        return Math.abs(by) == 1
                ? CodeBlock.of("$L $L $L", start, by > 0 ? "+" : "-", number)
                : CodeBlock.of("$L + $LL * $L", start, by, number);
    }

    /** The same as a value of the index's type, which it fits. */
    CodeBlock indexAt(String start, CodeBlock number) {
        CodeBlock moved = moved(start, number);
        boolean isStart = number.equals(CodeBlock.of("0"));
        if (isStart || indexType == Type.Primitive.LONG) {
            return isStart ? CodeBlock.of("$L", start) : moved;
        }
        return CodeBlock.of(moved == number ? "($T) $L" : "($T) ($L)", index(), moved);
    }

    @Override
    public CodeBlock count(String tripCount, CodeBlock before, CodeBlock orElse) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (constantStart.isEmpty()) {
            code.addStatement("$N = $L", start, writer.write(text.start()).code());
        }
        code.add(before);
        CodeBlock boundText = writer.write(text.bound()).dedented().code();
        if (constantStep.isPresent()) {
            code.addStatement("long $N = $L", tripCount, tripCount(boundText));
        } else {
            code.addStatement("$T $N = $L", Types.of(primitiveOf(header.bound().type())), bound, boundText);
            code.addStatement("long $N = 0", tripCount);
            Optional<CodeBlock> wraps = startWraps();
            if (wraps.isPresent()) {
                // The condition, which wraps around there, may hold although the index is beyond the bound.
                code.beginControlFlow("if ($L)", wraps.get())
                        .addStatement("$N = $T.NONE", tripCount, Runtime.TRIP_COUNT)
                        .nextControlFlow(
                                "else if ($L $L $N)", start, header.relation().symbol(), bound);
            } else {
                code.beginControlFlow("if ($L $L $N)", start, header.relation().symbol(), bound);
            }
            CodeBlock value = CodeBlock.of(
                    text.subtracted() ? "-(long) ($L)" : "$L",
                    writer.write(text.step()).code());
            if (isVariable()) {
                code.addStatement("$N = $L", step, value);
            } else {
                code.beginControlFlow("try")
                        .addStatement("$N = $L", step, value)
                        .nextControlFlow("catch ($T $N)", RuntimeException.class, thrown)
                        .add("// the loop itself evaluates its step after the first iteration\n")
                        .add(orElse)
                        .endControlFlow();
            }
            code.addStatement("$N = $L", tripCount, tripCount(CodeBlock.of("$N", bound)))
                    .endControlFlow();
        }
        if (mayHaveNoTripCount()) {
            code.beginControlFlow("if ($N == $T.NONE)", tripCount, Runtime.TRIP_COUNT)
                    .add(orElse)
                    .endControlFlow();
        }
        return code.build();
    }

    /** A step that can't throw. */
    private boolean isVariable() {
        return text.step().pieces().size() == 1
                && text.step().pieces().get(0) instanceof Piece.LocalUse use
                && use.var().type().isPrimitive();
    }

    private static Type.Primitive primitiveOf(Type type) {
        if (type instanceof Type.Primitive primitive) {
            return primitive;
        }
        String name = type.toString();
        return switch (name) {
            case "java.lang.Byte" -> Type.Primitive.BYTE;
            case "java.lang.Short" -> Type.Primitive.SHORT;
            case "java.lang.Character" -> Type.Primitive.CHAR;
            case "java.lang.Integer" -> Type.Primitive.INT;
            default -> Type.Primitive.LONG;
        };
    }

    private CodeBlock tripCount(CodeBlock bound) {
        String method = switch (header.relation()) {
            case LESS -> "lessThan";
            case LESS_EQUAL -> "atMost";
            case GREATER -> "greaterThan";
            case GREATER_EQUAL -> "atLeast";
            case NOT_EQUAL -> "notEqual";
            default -> throw new IllegalArgumentException("a loop that counts to " + header.relation());
        };
        boolean plain = indexType == Type.Primitive.LONG
                || indexType == Type.Primitive.INT
                        && primitiveOf(header.bound().type()) != Type.Primitive.LONG
                        && constantStep.isPresent()
                        && constantStep.get() == constantStep.get().intValue();
        if (text.shift() != 0 || text.shiftBy().isPresent()) {
            return shiftedCount(method, bound);
        }
        return plain
                ? CodeBlock.of("$T.$L($L, $L, $L)", Runtime.TRIP_COUNT, method, start, bound, step)
                : CodeBlock.of("$T.$L($L, $L, $L, $L)", Runtime.TRIP_COUNT, method, start, bound, step, limits());
    }

    /** The condition adds to the index: no index may come that is too large for that. */
    private CodeBlock shiftedCount(String method, CodeBlock bound) {
        CodeBlock limits = text.shiftBy().isPresent() ? limitsBy(text.shiftBy().get()) : constantLimits();
        CodeBlock count = CodeBlock.of("$T.$L($L, $L, $L, $L)", Runtime.TRIP_COUNT, method, start, bound, step, limits);
        // Where the step is computed, that has been asked before.
        return startWraps()
                .filter(w -> constantStep.isPresent())
                .map(wraps -> CodeBlock.of("$L ? $T.NONE : $L", wraps, Runtime.TRIP_COUNT, count))
                .orElse(count);
    }

    /** Neither the index nor the sum may wrap around. */
    private CodeBlock limitsBy(SourceText shift) {
        CodeBlock by = writer.write(shift).dedented().code();
        return CodeBlock.of(
                "$1T.MIN_VALUE - $2T.min(0, $3L), $1T.MAX_VALUE - $2T.max(0, $3L)", Integer.class, Types.MATH, by);
    }

    private CodeBlock constantLimits() {
        long limit = limit();
        return text.shift() > 0
                ? CodeBlock.of("$T.MIN_VALUE, $L", Integer.class, limit)
                : CodeBlock.of("$L, $T.MAX_VALUE", limit, Integer.class);
    }

    /** The last index to which the condition may add. */
    private long limit() {
        return text.shift() > 0 ? (long) Integer.MAX_VALUE - text.shift() : (long) Integer.MIN_VALUE - text.shift();
    }

    /** That the condition wraps around for the first index; empty where it surely does not. */
    private Optional<CodeBlock> startWraps() {
        if (text.shiftBy().isPresent()) {
            return Optional.of(CodeBlock.of(
                    "$T.wraps($L, $L)",
                    Runtime.TRIP_COUNT,
                    start,
                    writer.write(text.shiftBy().get()).dedented().code()));
        }
        boolean up = text.shift() > 0;
        boolean fits =
                constantStart.filter(s -> up ? s <= limit() : s >= limit()).isPresent();
        return text.shift() == 0 || fits
                ? Optional.empty()
                : Optional.of(CodeBlock.of("$L $L $L", start, up ? ">" : "<", limit()));
    }

    private CodeBlock limits() {
        return CodeBlock.of("$1T.MIN_VALUE, $1T.MAX_VALUE", index().box());
    }

    /** Not where the index goes by ones to a bound that it can reach exactly. */
    private boolean mayHaveNoTripCount() {
        Type.Primitive bound = primitiveOf(header.bound().type());
        boolean reaches = header.relation() == Operator.LESS && constantStep.equals(Optional.of(1L))
                || header.relation() == Operator.GREATER && constantStep.equals(Optional.of(-1L));
        boolean fits = bound.min() >= indexType.min() && bound.max() <= indexType.max();
        boolean countable = indexType != Type.Primitive.LONG
                || header.relation() == Operator.LESS && constantStart.isPresent() && constantStart.get() >= 0;
        return !(reaches && fits && countable);
    }

    @Override
    public CodeBlock indexRange(String tripCount) {
        CodeBlock last = CodeBlock.of("$N - 1", tripCount);
        if (constantStep.isEmpty()) {
            CodeBlock end = CodeBlock.of("$L + $L * ($L)", start, step, last);
            return CodeBlock.of("$1T.of($2T.min($3L, $4L), $2T.max($3L, $4L))", Runtime.RANGE, Types.MATH, start, end);
        }
        CodeBlock end = moved(start, constantStep.get() == 1 && start.equals("0") ? last : CodeBlock.of("($L)", last));
        return constantStep.get() > 0
                ? CodeBlock.of("$T.of($L, $L)", Runtime.RANGE, start, end)
                : CodeBlock.of("$T.of($L, $L)", Runtime.RANGE, end, start);
    }

    @Override
    public boolean mayRunAsWritten() {
        return mayHaveNoTripCount() || constantStep.isEmpty() && !isVariable();
    }

    @Override
    public CodeBlock asWritten(Fragment body) {
        CodeBlock update = constantStep.isPresent() && Math.abs(constantStep.get()) == 1
                ? CodeBlock.of(constantStep.get() > 0 ? "$N++" : "$N--", text.index())
                : CodeBlock.of(
                        "$N $L $L",
                        text.index(),
                        text.subtracted() ? "-=" : "+=",
                        writer.write(text.step()).code());
        CodeBlock declaration =
                header.declaredInHeader() ? CodeBlock.of("$T $N = $L", index(), text.index(), start) : CodeBlock.of("");
        CodeBlock.Builder code = CodeBlock.builder();
        if (!header.declaredInHeader()) {
            code.addStatement("$N = $L", text.index(), start);
        }
        label.ifPresent(name -> code.add("$N:\n", name));
        CodeBlock condition = text.condition()
                .map(c -> writer.write(c).dedented().code())
                .orElseGet(() -> CodeBlock.of(
                        "$N $L $L",
                        text.index(),
                        header.relation().symbol(),
                        writer.write(text.bound()).dedented().code()));
        return code.beginControlFlow("for ($L; $L; $L)", declaration, condition, update)
                .add(Counting.statements(body))
                .endControlFlow()
                .build();
    }

    @Override
    public Optional<CodeBlock> indexAfter(String tripCount) {
        return header.declaredInHeader()
                ? Optional.empty()
                : Optional.of(CodeBlock.of(
                        "$N = $L;\n", header.index().name(), indexAt(start, CodeBlock.of("$N", tripCount))));
    }
}
