package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parfor.processor.diagnostics.GuardText;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import dev.parfor.processor.judgement.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/**
 * Guards as a method that names the first that fails. It never throws and changes nothing, so the sequential loop can follow.
 *
 * @param tripCount name of the parameter with the trip count; without it no guard may be about values of the index
 * @param index name of the local for all values of the loop's index
 * @param met name for the objects that a guard has come by
 * @param words what is said where a guard has failed
 */
record GuardWriter(
        PathWriter paths, Counting counting, Optional<String> tripCount, String index, String met, GuardText words) {

    /**
     * The method that the runtime asks before it calls other threads; what it throws counts as a guard that does not hold.
     *
     * @param all in the order of their numbers
     * @param guards those of them to check
     * @param more statements to run where all of them hold
     */
    MethodSpec failedGuard(List<Guard> all, Set<Guard> guards, CodeBlock more) {
        return MethodSpec.methodBuilder("failedGuard")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(String.class)
                .addParameter(TypeName.LONG, tripCount.orElseThrow())
                .addCode(checks(all, guards))
                .addCode(more)
                .addStatement("return null")
                .build();
    }

    /**
     * A method of its own that looks at guards and prepares what follows.
     *
     * @param documentation of the method
     * @param all in the order of their numbers
     * @param guards those of them to check
     * @param more statements to run where all of them hold
     */
    MethodSpec prepare(String name, String documentation, List<Guard> all, Set<Guard> guards, CodeBlock more) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addJavadoc("$L", documentation)
                .addModifiers(Modifier.PRIVATE)
                .returns(String.class);
        tripCount.ifPresent(count -> method.addParameter(TypeName.LONG, count));
        return method.beginControlFlow("try")
                .addCode(checks(all, guards))
                .addCode(more)
                .addStatement("return null")
                .nextControlFlow("catch ($T e)", RuntimeException.class)
                .addStatement("return $S + e", "a guard could not be evaluated: ")
                .endControlFlow()
                .build();
    }

    private CodeBlock checks(List<Guard> all, Set<Guard> guards) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (guards.stream().anyMatch(UsesIndex::of)) {
            code.addStatement("$T $N = $L", Runtime.RANGE, index, counting.indexRange(tripCount.orElseThrow()));
        }
        int number = 0;
        for (Guard guard : all) {
            number++;
            if (guards.contains(guard)) {
                CodeBlock failure = new GuardedCasts(this, all).condition(guard, guard.accept(new Failure()));
                code.beginControlFlow("if ($L)", failure)
                        .addStatement("return $S", "guard " + number + " failed: " + words.plain(guard))
                        .endControlFlow();
            }
        }
        return code.build();
    }

    CodeBlock path(Path path) {
        return paths.write(path).code();
    }

    /** The condition under which a guard fails. */
    private final class Failure implements Guard.Visitor<CodeBlock> {

        @Override
        public CodeBlock notSame(Guard.NotSame g) {
            CodeBlock first = path(g.first());
            boolean comparable =
                    g.first().type().equals(g.second().type()) && isPlain(g.first()) && isPlain(g.second());
            CodeBlock second = path(g.second());
            CodeBlock same = comparable
                    ? CodeBlock.of("$L == $L", first, second)
                    : CodeBlock.of("($1T) $2L == ($1T) $3L", Types.OBJECT, first, second);
            return CodeBlock.of("$L && $L != null", same, first);
        }

        /** Whether its type has no arguments: two types that differ in these can't be compared. */
        private static boolean isPlain(Path path) {
            Type type = path.type();
            while (type instanceof Type.Array array) {
                type = array.element();
            }
            boolean named = path instanceof Path.OfVar of
                    && of.var().declared().filter(t -> !hasArguments(t)).isPresent();
            return named || type.isPrimitive() || !type.toString().startsWith("java.util.");
        }

        private static boolean hasArguments(TypeText type) {
            return type instanceof TypeText.ArrayOf array
                    ? hasArguments(array.element())
                    : !(type instanceof TypeText.Keyword)
                            && !(type instanceof TypeText.Declared d
                                    && d.arguments().isEmpty());
        }

        @Override
        public CodeBlock distinctRows(Guard.DistinctRows g) {
            return CodeBlock.of("!$T.distinctRows($L, $L)", Runtime.GUARDS, rows(g.array(), 0), g.depth());
        }

        @Override
        public CodeBlock disjointRows(Guard.DisjointRows g) {
            int depth = Math.max(1, Math.max(g.firstDepth(), g.secondDepth()));
            return CodeBlock.of(
                    "!$T.disjointRows($L, $L, $L)",
                    Runtime.GUARDS,
                    rows(g.first(), depth - g.firstDepth()),
                    rows(g.second(), depth - g.secondDepth()),
                    depth);
        }

        /** As an array of objects, {@code levels} above it; what is cast to one in the loop is cast here. */
        private CodeBlock rows(Path path, int levels) {
            boolean isCast = levels == 0 && !(path.type() instanceof Type.Array);
            return wrapped(isCast ? CodeBlock.of("($T[]) $L", Types.OBJECT, path(path)) : path(path), levels);
        }

        private CodeBlock wrapped(CodeBlock object, int levels) {
            return levels == 0 ? object : CodeBlock.of("new $T[] {$L}", Types.OBJECT, wrapped(object, levels - 1));
        }

        @Override
        public CodeBlock fits(Guard.Fits g) {
            CodeBlock values = range(g.values());
            if (g.bits() == Integer.SIZE) {
                return CodeBlock.of("!$L.fitsInt()", values);
            } else if (g.bits() == Long.SIZE) {
                return CodeBlock.of("!$L.fitsLong()", values);
            }
            long least = -(1L << (g.bits() - 1));
            return CodeBlock.of("!$L.within($L, $L)", values, least, -(least + 1));
        }

        @Override
        public CodeBlock narrower(Guard.Narrower g) {
            return CodeBlock.of("!$L.narrowerThan($L)", range(g.values()), range(g.stride()));
        }

        @Override
        public CodeBlock atLeast(Guard.AtLeast g) {
            return CodeBlock.of(
                    "!$L.within($L, $T.MAX_VALUE)", range(g.values()), PathWriter.number(g.least()), Long.class);
        }

        @Override
        public CodeBlock distinct(Guard.Distinct g) {
            return CodeBlock.of("!$T.distinct($L, $L)", Runtime.GUARDS, path(g.array()), range(g.indices()));
        }

        @Override
        public CodeBlock nondecreasing(Guard.Nondecreasing g) {
            return CodeBlock.of("!$T.nondecreasing($L, $L)", Runtime.GUARDS, path(g.array()), range(g.indices()));
        }

        @Override
        public CodeBlock exactClass(Guard.ExactClass g) {
            CodeBlock object = path(g.object());
            return CodeBlock.of(
                    "$1L != null && !$2T.exactClass($1L, $3T.class)",
                    object,
                    Runtime.GUARDS,
                    Types.named(g.className()));
        }

        @Override
        public CodeBlock notOverridden(Guard.NotOverridden g) {
            return CodeBlock.of("!$L", usesMethod(path(g.object()), g.method()));
        }

        private CodeBlock usesMethod(CodeBlock object, MethodRef method) {
            CodeBlock.Builder parameters = CodeBlock.builder();
            for (Type parameter : method.parameters()) {
                parameters.add(", $T.class", Types.of(parameter));
            }
            return CodeBlock.of(
                    "$T.usesMethod($L, $T.class, $S$L)",
                    Runtime.GUARDS,
                    object,
                    Types.named(method.owner()),
                    method.name(),
                    parameters.build());
        }

        @Override
        public CodeBlock oneOf(Guard.OneOf g) {
            return reached(g.objects(), object -> GuardedCasts.isOneOf(object, g.classes()));
        }

        @Override
        public CodeBlock uses(Guard.Uses g) {
            return reached(g.objects(), object -> usesMethod(object, g.method()));
        }

        @Override
        public CodeBlock notReached(Guard.NotReached g) {
            return reached(g.objects(), object -> CodeBlock.of("$L != $L", object, path(g.object())));
        }

        private CodeBlock reached(Reach objects, UnaryOperator<CodeBlock> check) {
            return CodeBlock.of("!$L", new ReachWriter(paths).all(objects, check));
        }

        @Override
        public CodeBlock reachedOnce(Guard.ReachedOnce g) {
            return CodeBlock.of("!$T.nothing($N -> $L)", Runtime.MET, met, meets(g.objects(), "first"));
        }

        @Override
        public CodeBlock reachedApart(Guard.ReachedApart g) {
            return CodeBlock.of(
                    "!$T.nothing($N -> $L && $L)",
                    Runtime.MET,
                    met,
                    meets(g.first(), "any"),
                    meets(g.second(), "never"));
        }

        private CodeBlock meets(Reach objects, String how) {
            return new ReachWriter(paths).all(objects, object -> CodeBlock.of("$N.$L($L)", met, how, object));
        }

        @Override
        public CodeBlock noView(Guard.NoView g) {
            return g.map()
                    .map(m -> CodeBlock.of("!$L.isViewOnly($L)", path(g.list()), path(m)))
                    .orElseGet(() -> CodeBlock.of("$L.isView()", path(g.list())));
        }

        @Override
        public CodeBlock notHeld(Guard.NotHeld g) {
            return CodeBlock.of(
                    "!$T.$L($L)", Runtime.GUARDS, g.monitor() ? "monitorNotHeld" : "lockNotHeld", path(g.lock()));
        }
    }

    private CodeBlock range(RangeExpr e) {
        return e.accept(new Ranges());
    }

    /** Interval arithmetic. */
    private final class Ranges implements RangeExpr.Visitor<CodeBlock> {

        @Override
        public CodeBlock constant(RangeExpr.Constant r) {
            return CodeBlock.of("$T.of($L)", Runtime.RANGE, PathWriter.number(r.value()));
        }

        @Override
        public CodeBlock ofPath(RangeExpr.OfPath r) {
            return CodeBlock.of("$T.of($L)", Runtime.RANGE, path(r.path()));
        }

        @Override
        public CodeBlock loopIndex(RangeExpr.LoopIndex r) {
            return CodeBlock.of("$N", index);
        }

        @Override
        public CodeBlock between(RangeExpr.Between r) {
            return CodeBlock.of("$L.upTo($L)", range(r.lo()), range(r.hi()));
        }

        @Override
        public CodeBlock sum(RangeExpr.Sum r) {
            return chained(r.terms(), "plus");
        }

        @Override
        public CodeBlock product(RangeExpr.Product r) {
            return chained(r.factors(), "times");
        }

        @Override
        public CodeBlock quotient(RangeExpr.Quotient r) {
            CodeBlock divisor = r.divisor() instanceof RangeExpr.Constant c
                    ? CodeBlock.of(PathWriter.number(c.value()))
                    : range(r.divisor());
            return CodeBlock.of("$L.dividedBy($L)", range(r.dividend()), divisor);
        }

        @Override
        public CodeBlock elements(RangeExpr.Elements r) {
            return CodeBlock.of("$T.values($L, $L)", Runtime.GUARDS, path(r.array()), range(r.indices()));
        }

        private CodeBlock chained(List<RangeExpr> operands, String method) {
            List<RangeExpr> ordered = new ArrayList<>(operands);
            ordered.sort((a, b) -> Boolean.compare(isConstant(a), isConstant(b)));
            CodeBlock.Builder code = CodeBlock.builder().add(range(ordered.get(0)));
            for (RangeExpr operand : ordered.subList(1, ordered.size())) {
                CodeBlock value = operand instanceof RangeExpr.Constant c
                        ? CodeBlock.of(PathWriter.number(c.value()))
                        : operand instanceof RangeExpr.OfPath of ? path(of.path()) : range(operand);
                code.add(".$L($L)", method, value);
            }
            return code.build();
        }

        private static boolean isConstant(RangeExpr e) {
            return e instanceof RangeExpr.Constant;
        }
    }

    /** Whether a guard speaks of the loop's index. */
    private static final class UsesIndex implements RangeExpr.Visitor<Boolean> {

        static boolean of(Guard guard) {
            UsesIndex uses = new UsesIndex();
            if (guard instanceof Guard.Fits g) {
                return g.values().accept(uses);
            } else if (guard instanceof Guard.Narrower g) {
                return g.values().accept(uses) || g.stride().accept(uses);
            }
            if (guard instanceof Guard.Distinct g) {
                return g.indices().accept(uses);
            } else if (guard instanceof Guard.Nondecreasing g) {
                return g.indices().accept(uses);
            }
            return guard instanceof Guard.AtLeast g && g.values().accept(uses);
        }

        @Override
        public Boolean constant(RangeExpr.Constant r) {
            return false;
        }

        @Override
        public Boolean ofPath(RangeExpr.OfPath r) {
            return false;
        }

        @Override
        public Boolean loopIndex(RangeExpr.LoopIndex r) {
            return true;
        }

        @Override
        public Boolean between(RangeExpr.Between r) {
            return r.lo().accept(this) || r.hi().accept(this);
        }

        @Override
        public Boolean sum(RangeExpr.Sum r) {
            return r.terms().stream().anyMatch(t -> t.accept(this));
        }

        @Override
        public Boolean product(RangeExpr.Product r) {
            return r.factors().stream().anyMatch(f -> f.accept(this));
        }

        @Override
        public Boolean elements(RangeExpr.Elements r) {
            return r.indices().accept(this);
        }

        @Override
        public Boolean quotient(RangeExpr.Quotient r) {
            return r.dividend().accept(this) || r.divisor().accept(this);
        }
    }
}
