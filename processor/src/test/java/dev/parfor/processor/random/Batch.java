package dev.parfor.processor.random;

import com.google.testing.compile.JavaFileObjects;
import dev.parfor.processor.corpus.Compiled;
import dev.parfor.processor.corpus.ReorderedRuntime;
import dev.parfor.processor.corpus.Verdict;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.tools.JavaFileObject;

/** Random programs compiled together with the processor, many methods to a class and many classes to a compilation. */
final class Batch {

    private static final int METHODS = 25;

    private final Compiled compiled;
    private final ReorderedRuntime runtime;
    private final ClassLoader loader;
    private final Map<Program, Place> places = new LinkedHashMap<>();

    private record Place(String className, int firstLine, int lastLine) {}

    Batch(List<Program> programs) {
        List<JavaFileObject> files = new ArrayList<>();
        for (int from = 0; from < programs.size(); from += METHODS) {
            String name = "Loops" + from / METHODS;
            StringBuilder text = new StringBuilder(Text.classHead(name));
            for (Program program : programs.subList(from, Math.min(programs.size(), from + METHODS))) {
                int first = lines(text) + 1;
                text.append(Text.method(program, name));
                places.put(program, new Place(name, first, lines(text)));
            }
            files.add(JavaFileObjects.forSourceString(
                    "random." + name, text.append("}\n").toString()));
        }
        compiled = Compiled.with(files);
        runtime = compiled.succeeded() ? new ReorderedRuntime(compiled) : null;
        loader = compiled.succeeded() ? compiled.loader() : null;
    }

    private static int lines(CharSequence text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    boolean compiles() {
        return compiled.succeeded();
    }

    String errors() {
        return compiled.errors();
    }

    Verdict verdict(Program program) {
        Place place = places.get(program);
        return compiled.verdict(place.className() + ".java", place.firstLine(), place.lastLine());
    }

    /** What is seen of a program when it runs in other orders. */
    Checker.Seen check(Program program) {
        Method method = Methods.named("random." + places.get(program).className(), program.name(), runtime.loader());
        boolean accepted = verdict(program).isAccepted();
        Optional<Method> variant = accepted ? Compiled.variantOf(method) : Optional.empty();
        if (accepted && variant.isEmpty()) {
            throw new AssertionError("accepted without a variant: " + Text.method(program, "Loops"));
        }
        return new Checker(program, method, variant, runtime).check();
    }

    /** The method and its variant, on the true runtime. */
    void onTrueRuntime(Program program, BiConsumer<Method, Method> action) {
        Method method = Methods.named("random." + places.get(program).className(), program.name(), loader);
        action.accept(method, Compiled.variantOf(method).orElseThrow());
    }
}
