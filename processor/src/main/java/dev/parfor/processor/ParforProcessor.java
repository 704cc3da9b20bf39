package dev.parfor.processor;

import dev.parfor.processor.codegen.FacadeWriter;
import dev.parfor.processor.codegen.GeneratedSource;
import dev.parfor.processor.codegen.KernelsWriter;
import dev.parfor.processor.codegen.Variant;
import dev.parfor.processor.dependence.TestStatistics;
import dev.parfor.processor.diagnostics.Severity;
import dev.parfor.processor.frontend.CompanionNames;
import dev.parfor.processor.frontend.Crashes;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.LoopFinder;
import dev.parfor.processor.frontend.MarkedClass;
import dev.parfor.processor.frontend.MarkedMethod;
import dev.parfor.processor.frontend.MarkedReader;
import dev.parfor.processor.frontend.ReadMethod;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The rounds. In the one in which a marked class is found, its companion is written from signatures; in the next its bodies are
 * read, its loops judged, and the kernels written, for by then every type that the bodies use exists. Where one does not, one
 * more round is waited; at the end the kernels are stubs, so that javac's own errors are the only ones.
 */
@SupportedAnnotationTypes("*")
public final class ParforProcessor extends AbstractProcessor {

    private Optional<TypedTrees> trees = Optional.empty();
    private Options options = Options.parse(Map.of());
    private Reporter reporter = new Reporter(options, (severity, text, at) -> {});
    private final TestStatistics statistics = new TestStatistics();
    private final CompanionNames companions = new CompanionNames();
    private Set<String> postponed = new LinkedHashSet<>();
    private List<Pending> pending = new ArrayList<>();
    private boolean optionsReported;

    /** A class whose kernels are to be written, and in how many rounds its bodies had errors. */
    private record Pending(MarkedClass marked, boolean waited) {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Options.names();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        trees = TypedTrees.of(environment);
        options = Options.parse(environment.getOptions());
        reporter = new Reporter(options, this::print);
    }

    private void print(Severity severity, String text, Span at) {
        Diagnostic.Kind kind = switch (severity) {
            case NOTE -> Diagnostic.Kind.NOTE;
            case WARNING -> Diagnostic.Kind.WARNING;
            case ERROR -> Diagnostic.Kind.ERROR;
        };
        trees.ifPresentOrElse(
                t -> t.print(kind, text, at), () -> processingEnv.getMessager().printMessage(kind, text));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (trees.isEmpty()) {
            refuseForeignCompiler(annotations);
            return false;
        }
        return Crashes.guard(() -> run(new Frontend(trees.get()), round), failure -> crashed(failure, Span.NONE));
    }

    private boolean crashed(Throwable failure, Span at) {
        reporter.refused(Crashes.of(failure, at));
        return false;
    }

    private boolean run(Frontend frontend, RoundEnvironment round) {
        List<Pending> before = pending;
        pending = new ArrayList<>();
        find(frontend, round);
        for (Pending one : before) {
            read(frontend, one, round.processingOver());
        }
        if (round.processingOver()) {
            finish();
        }
        return false;
    }

    private void refuseForeignCompiler(Set<? extends TypeElement> annotations) {
        boolean used = annotations.stream()
                .anyMatch(a -> a.getQualifiedName().toString().startsWith("dev.parfor."));
        if (used && !optionsReported) {
            optionsReported = true;
            reporter.refused(new Misuse(Misuse.Kind.FOREIGN_COMPILER, Span.NONE, "javac", ""));
        }
    }

    private void find(Frontend frontend, RoundEnvironment round) {
        List<Element> roots = new ArrayList<>(round.getRootElements());
        for (String name : postponed) {
            Optional.ofNullable(frontend.trees().elements().getTypeElement(name))
                    .ifPresent(roots::add);
        }
        LoopFinder.Found found = new LoopFinder(frontend, companions).find(roots, round.processingOver());
        postponed = found.postponed();
        if (!found.classes().isEmpty() || !found.refusals().isEmpty()) {
            reportOptions();
        }
        found.refusals().forEach(reporter::refused);
        for (MarkedClass marked : found.classes()) {
            FacadeWriter writer = new FacadeWriter(generatedIsVisible(frontend, marked), inPackage(frontend, marked));
            write(
                    frontend,
                    marked,
                    writer.write(
                            marked.packageName(),
                            marked.simpleNames(),
                            marked.methods().stream()
                                    .map(MarkedMethod::signature)
                                    .toList()));
            pending.add(new Pending(marked, false));
        }
    }

    private void reportOptions() {
        if (!optionsReported) {
            optionsReported = true;
            options.misuses().forEach(reporter::refused);
        }
    }

    private void read(Frontend frontend, Pending one, boolean last) {
        MarkedReader reader = new MarkedReader(frontend, options.warnByDefault());
        Map<MarkedMethod, ReadMethod> read = new LinkedHashMap<>();
        reader.declarations(one.marked())
                .forEach((method, path) -> Crashes.guard(() -> read.put(method, reader.read(method, path)), failure -> {
                    crashed(failure, frontend.trees().span(path));
                    return null;
                }));
        if (!last && !one.waited() && read.values().stream().anyMatch(ReadMethod::isErroneous)) {
            pending.add(new Pending(one.marked(), true));
            return;
        }
        Pipeline pipeline = new Pipeline(frontend, options, reporter, statistics);
        List<Variant> variants = new ArrayList<>();
        for (MarkedMethod method : one.marked().methods()) {
            Variant stub = new Variant.Stub(method.signature());
            Optional<ReadMethod> readable = Optional.ofNullable(read.get(method));
            variants.add(readable.map(r -> Crashes.guard(() -> pipeline.variant(r), failure -> {
                        crashed(failure, r.span());
                        return stub;
                    }))
                    .orElse(stub));
        }
        Span at = read.values().stream().map(ReadMethod::span).findFirst().orElse(Span.NONE);
        write(frontend, one.marked(), kernels(frontend, one.marked(), variants, at));
    }

    private GeneratedSource kernels(Frontend frontend, MarkedClass marked, List<Variant> variants, Span at) {
        KernelsWriter writer = new KernelsWriter(generatedIsVisible(frontend, marked), inPackage(frontend, marked));
        return Crashes.guard(() -> writer.write(marked.packageName(), marked.simpleNames(), variants), failure -> {
            crashed(failure, at);
            List<Variant> stubs = new ArrayList<>();
            variants.forEach(v -> stubs.add(new Variant.Stub(v.signature())));
            return writer.write(marked.packageName(), marked.simpleNames(), stubs);
        });
    }

    private static boolean generatedIsVisible(Frontend frontend, MarkedClass marked) {
        var elements = frontend.trees().elements();
        TypeElement type = elements.getTypeElement(marked.qualifiedName());
        ModuleElement module = type == null ? null : elements.getModuleOf(type);
        String name = "javax.annotation.processing.Generated";
        return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name)) != null;
    }

    /** Whether the package of the class has a class of a simple name. */
    private static Predicate<String> inPackage(Frontend frontend, MarkedClass marked) {
        String prefix = marked.packageName().isEmpty() ? "" : marked.packageName() + ".";
        return name -> frontend.trees().elements().getTypeElement(prefix + name) != null;
    }

    private void write(Frontend frontend, MarkedClass marked, GeneratedSource source) {
        TypeElement origin = frontend.trees().elements().getTypeElement(marked.qualifiedName());
        try {
            JavaFileObject file = processingEnv.getFiler().createSourceFile(source.qualifiedName(), origin);
            try (Writer out = file.openWriter()) {
                out.write(source.text());
            }
        } catch (FilerException taken) {
            Span at = Optional.ofNullable(origin)
                    .flatMap(frontend.trees()::path)
                    .map(frontend.trees()::span)
                    .orElse(Span.NONE);
            reporter.refused(new Misuse(Misuse.Kind.NAME_CLASH, at, source.qualifiedName(), taken.getMessage()));
        } catch (IOException failure) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, source.qualifiedName() + ": " + failure);
        }
    }

    private void finish() {
        if (options.stats()) {
            statistics
                    .counts()
                    .forEach((test, count) -> reporter.note(
                            "parfor: " + test + ": asked " + count.asked() + ", independent " + count.independent()
                                    + ", dependent " + count.dependent(),
                            Span.NONE));
        }
        reporter.summary();
    }
}
