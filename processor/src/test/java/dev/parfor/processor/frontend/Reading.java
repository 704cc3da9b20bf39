package dev.parfor.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.parfor.processor.AnyProcessor;
import dev.parfor.processor.ir.IrPrinter;
import dev.parfor.processor.ir.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles a piece of Java and reads its loops: every loop of every method that has the meant ones picked by annotation. */
final class Reading {

    private static final String IMPORTS = "import dev.parfor.*; import java.util.*; import java.util.function.*; ";

    private Reading() {}

    /** The statements of a static method with some parameters are read as these loops. */
    static void reads(String parameters, String body, String expected) {
        assertThat(method(parameters, body)).isEqualTo(expected);
    }

    /** Members of {@code class A}, one of which is marked, are read as these loops. */
    static void readsMembers(String members, String expected) {
        assertThat(members(members)).isEqualTo(expected);
    }

    /** Members of a class: the printed form of each meant loop, or the reasons why it is unreadable. */
    static String members(String members) {
        return unit(IMPORTS + "class A {\n" + members + "\n}");
    }

    /** The statements of a static method {@code run} with some parameters, marked as a whole. */
    static String method(String parameters, String body) {
        return members("@ParallelFor static void run(" + parameters + ") {\n" + body + "\n}");
    }

    static String unit(String source) {
        StringBuilder out = new StringBuilder();
        compile(JavaFileObjects.forSourceString("A", source), (frontend, path) -> {
            boolean marked = frontend.trees().element(path).flatMap(Marks::of).isPresent();
            MeantLoops meant = MeantLoops.in(frontend, path, false);
            if (!marked && meant.loops().stream().noneMatch(l -> isMarked(frontend, l))) {
                return;
            }
            NestReader reader = new NestReader(frontend, path);
            if (reader.isErroneous()) {
                out.append("erroneous\n");
                return;
            }
            meant.misuses().forEach(m -> out.append(m.kind()).append('\n'));
            meant.loops().forEach(loop -> out.append(print(reader.read(loop))));
        });
        return out.toString();
    }

    private static boolean isMarked(Frontend frontend, MeantLoop loop) {
        return frontend.trees().source(loop.path().getCompilationUnit()).contains("(@ParallelFor");
    }

    static String print(LoopReading reading) {
        if (reading instanceof LoopReading.Readable readable) {
            return IrPrinter.print(readable.nest());
        }
        LoopReading.Unreadable no = (LoopReading.Unreadable) reading;
        return "loop " + no.ordinal() + " " + no.name() + " in " + no.where() + " refused:\n"
                + no.reasons().stream().map(Reading::print).collect(Collectors.joining());
    }

    private static String print(Refusal refusal) {
        Refusal.Shape shape = (Refusal.Shape) refusal;
        String other = shape.other().map(o -> ", see " + o.text()).orElse("");
        return "  " + shape.kind() + " `" + shape.subject() + "` at `"
                + shape.at().text() + "`" + other + "\n";
    }

    /** Calls {@code each} for every method with a body, once its class is attributed. */
    static Compilation compile(JavaFileObject source, BiConsumer<Frontend, TreePath> each) {
        return compile(List.of(source), List.of(), each);
    }

    static Compilation compile(
            List<JavaFileObject> sources, List<String> options, BiConsumer<Frontend, TreePath> each) {
        List<Throwable> failures = new ArrayList<>();
        Compilation compilation = Compiler.javac()
                .withOptions(options)
                .withProcessors(new EachMethod(each, failures))
                .compile(sources);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.get(0));
        }
        return compilation;
    }

    private static final class EachMethod extends AnyProcessor {

        private final BiConsumer<Frontend, TreePath> each;
        private final List<Throwable> failures;

        EachMethod(BiConsumer<Frontend, TreePath> each, List<Throwable> failures) {
            this.each = each;
            this.failures = failures;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            TypedTrees trees = TypedTrees.of(processingEnv).orElseThrow().beside(processingEnv);
            Frontend frontend = new Frontend(trees);
            for (Element root : round.getRootElements()) {
                if (root instanceof TypeElement type) {
                    trees.path(type).ifPresent(path -> new Methods(frontend).scan(path, null));
                }
            }
            return false;
        }

        private final class Methods extends TreePathScanner<Void, Void> {

            private final Frontend frontend;

            Methods(Frontend frontend) {
                this.frontend = frontend;
            }

            @Override
            public Void visitMethod(MethodTree tree, Void unused) {
                boolean isMember = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
                if (tree.getBody() != null && isMember) {
                    frontend.trees().attribute(getCurrentPath());
                    try {
                        each.accept(frontend, getCurrentPath());
                    } catch (RuntimeException | Error failure) {
                        failures.add(failure);
                        processingEnv.getMessager().printMessage(Diagnostic.Kind.NOTE, "failed in " + tree.getName());
                    }
                }
                return null;
            }
        }
    }
}
