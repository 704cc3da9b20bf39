package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.parfor.processor.ir.Path;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.GuardPaths;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Guards about what an object has only if it is of one of the classes that it may be of. If it is of another one, the method that
 * the guard is for does not run, and the guard has nothing to say.
 */
record GuardedCasts(GuardWriter writer, List<Guard> all) {

    /** The condition under which a guard fails, given the one under which it fails for objects of the right classes. */
    CodeBlock condition(Guard guard, CodeBlock failure) {
        Set<Path> paths = new LinkedHashSet<>();
        GuardPaths.collect(guard, paths);
        CodeBlock.Builder code = CodeBlock.builder();
        Set<String> conditions = new LinkedHashSet<>();
        paths.forEach(path -> add(path, code, conditions));
        return conditions.isEmpty() ? failure : code.add(failure).build();
    }

    private void add(Path path, CodeBlock.Builder code, Set<String> conditions) {
        if (path instanceof Path.OfField of) {
            add(of.base(), code, conditions);
            if (PathWriter.narrows(of)) {
                addClasses(of, code, conditions);
            }
        } else if (path instanceof Path.Length length) {
            add(length.array(), code, conditions);
        } else if (path instanceof Path.Element element) {
            add(element.array(), code, conditions);
            add(element.index(), code, conditions);
        } else if (path instanceof Path.Elements elements) {
            add(elements.list(), code, conditions);
        } else if (path instanceof Path.Sum sum) {
            sum.terms().forEach(t -> t.factors().forEach(f -> add(f, code, conditions)));
        } else if (path instanceof Path.Trips trips) {
            add(trips.from(), code, conditions);
            add(trips.to(), code, conditions);
        }
    }

    private void addClasses(Path.OfField of, CodeBlock.Builder code, Set<String> conditions) {
        for (Guard guard : all) {
            boolean about = guard instanceof Guard.OneOf g
                    && g.objects().isOne()
                    && g.objects().start().equals(of.base());
            if (about) {
                List<Type.Ref> having = ((Guard.OneOf) guard)
                        .classes().stream()
                                .filter(c -> c.supertypes().contains(of.field().owner()))
                                .toList();
                CodeBlock object = writer.path(of.base());
                CodeBlock condition = CodeBlock.of("$L != null && $L && ", object, isOneOf(object, having));
                if (!having.isEmpty() && conditions.add(condition.toString())) {
                    code.add(condition);
                }
            }
        }
    }

    static CodeBlock isOneOf(CodeBlock object, List<Type.Ref> classes) {
        CodeBlock.Builder names = CodeBlock.builder();
        classes.forEach(c -> names.add(", $T.class", Types.named(c.name())));
        return CodeBlock.of("$T.oneOf($L$L)", Runtime.GUARDS, object, names.build());
    }
}
