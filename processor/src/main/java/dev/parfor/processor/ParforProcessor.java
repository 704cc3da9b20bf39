package dev.parfor.processor;

import dev.parfor.processor.advice.Advice;
import dev.parfor.processor.advice.AdviceFile;
import dev.parfor.processor.advice.Advisor;
import dev.parfor.processor.codegen.Variant;
import dev.parfor.processor.dependence.ProblemSolver;
import dev.parfor.processor.diagnostics.Messages;
import dev.parfor.processor.diagnostics.Severity;
import dev.parfor.processor.frontend.CompanionNames;
import dev.parfor.processor.frontend.Crashes;
import dev.parfor.processor.frontend.Frontend;
import dev.parfor.processor.frontend.LoopFinder;
import dev.parfor.processor.frontend.MarkedClass;
import dev.parfor.processor.frontend.MarkedMethod;
import dev.parfor.processor.frontend.MarkedReader;
import dev.parfor.processor.frontend.ReadMethod;
import dev.parfor.processor.frontend.SideCompilation;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * The rounds. In the one in which a marked class is found, its companion is written from signatures; in the next its bodies are
 * read, its loops judged, and the kernels written, for by then every type that the bodies use exists. They are read in a {@link
 * SideCompilation}, so that the user's own is not disturbed. Where a type does not exist, one more round is waited; at the end the
 * kernels are stubs, so that javac's own errors are the only ones.
 */
@SupportedAnnotationTypes("*")
public final class ParforProcessor extends AbstractProcessor {

    private Optional<TypedTrees> trees = Optional.empty();
    private Options options = Options.parse(Map.of());
    private Reporter reporter = new Reporter(options, (severity, text, at) -> {});
    private final ProblemSolver solver = new ProblemSolver();
    private final CompanionNames companions = new CompanionNames();
    private Set<String> postponed = new LinkedHashSet<>();
    private List<Pending> pending = new ArrayList<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<String> written = new LinkedHashSet<>();
    private boolean optionsReported;
    private boolean mentioned;
    private Optional<HarnessRounds> harnesses = Optional.empty();

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
        return Crashes.guard(() -> look(trees.get(), round), failure -> crashed(failure, Span.NONE));
    }

    private boolean crashed(Throwable failure, Span at) {
        reporter.refused(Crashes.of(failure, at));
        return false;
    }

    /** A compilation in which nobody mentions this library pays for no more than this look. */
    private boolean look(TypedTrees users, RoundEnvironment round) {
        takeNames(users, round);
        boolean needed = mentioned || options.advise().isPresent();
        return needed && run(new Frontend(users), round);
    }

    private void takeNames(TypedTrees trees, RoundEnvironment round) {
        boolean first = sources.isEmpty();
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                sources.add(type.getQualifiedName().toString());
                if (first) {
                    written.add(type.getQualifiedName().toString());
                }
                mentioned = mentioned || LoopFinder.isMentioned(trees, type);
            }
        }
    }

    private boolean run(Frontend frontend, RoundEnvironment round) {
        List<Pending> before = pending;
        pending = new ArrayList<>();
        find(frontend, round);
        if (!before.isEmpty()) {
            readAll(before, round.processingOver());
        }
        if (harnesses.isEmpty()) {
            TypedTrees users = frontend.trees();
            harnesses =
                    Optional.of(new HarnessRounds(users, new CompanionFiles(users, processingEnv, reporter), reporter));
        }
        harnesses.get().run(round);
        if (options.advise().isPresent()) {
            reportOptions();
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
            new CompanionFiles(frontend.trees(), processingEnv, reporter).writeFacade(marked);
            pending.add(new Pending(marked, false));
        }
    }

    private void reportOptions() {
        if (!optionsReported) {
            optionsReported = true;
            options.misuses().forEach(reporter::refused);
        }
    }

    /** Reads classes in a compilation beside the user's; in the user's own only where that does not work. */
    private void readAll(List<Pending> classes, boolean last) {
        List<Pending> inPlace = new ArrayList<>(classes);
        List<String> names =
                classes.stream().map(p -> p.marked().qualifiedName()).toList();
        TypedTrees users = trees.orElseThrow();
        new SideCompilation(users, processingEnv, sources).run(names, beside -> {
            Frontend frontend = frontend(beside, classes);
            inPlace.removeIf(one -> {
                Map<MarkedMethod, ReadMethod> read = read(frontend, one);
                boolean complete = read.size() == one.marked().methods().size()
                        && read.values().stream().noneMatch(ReadMethod::isErroneous);
                if (complete) {
                    decide(frontend, one, read);
                }
                return complete;
            });
        });
        for (Pending one : inPlace) {
            Frontend frontend = frontend(users, classes);
            Map<MarkedMethod, ReadMethod> read = read(frontend, one);
            if (!last && !one.waited() && read.values().stream().anyMatch(ReadMethod::isErroneous)) {
                pending.add(new Pending(one.marked(), true));
            } else {
                decide(frontend, one, read);
            }
        }
    }

    private Frontend frontend(TypedTrees trees, List<Pending> classes) {
        Frontend frontend = new Frontend(trees, sources);
        frontend.symbols()
                .generatedIn(classes.stream().map(p -> p.marked().packageName()).collect(Collectors.toSet()));
        return frontend;
    }

    private Map<MarkedMethod, ReadMethod> read(Frontend frontend, Pending one) {
        MarkedReader reader = new MarkedReader(frontend, options.warnByDefault());
        Map<MarkedMethod, ReadMethod> read = new LinkedHashMap<>();
        reader.declarations(one.marked())
                .forEach((method, path) -> Crashes.guard(() -> read.put(method, reader.read(method, path)), failure -> {
                    crashed(failure, frontend.trees().span(path));
                    return null;
                }));
        return read;
    }

    private void decide(Frontend frontend, Pending one, Map<MarkedMethod, ReadMethod> read) {
        Pipeline pipeline = new Pipeline(frontend, options, reporter, solver);
        List<Variant> variants = new ArrayList<>();
        for (MarkedMethod method : one.marked().methods()) {
            Variant stub = new Variant.Stub(method.signature());
            Optional<ReadMethod> readable = Optional.ofNullable(read.get(method));
            variants.add(readable.map(
                            r -> Crashes.guard(() -> pipeline.variant(r), failure -> pipeline.afterCrash(r, failure)))
                    .orElse(stub));
        }
        Span at = read.values().stream().map(ReadMethod::span).findFirst().orElse(Span.NONE);
        new CompanionFiles(trees.orElseThrow(), processingEnv, reporter).writeKernels(one.marked(), variants, at);
    }

    private void finish() {
        options.advise().ifPresent(this::advise);
        if (options.stats()) {
            solver.statistics()
                    .counts()
                    .forEach((test, count) -> reporter.note(
                            "parfor: " + test + ": asked " + count.asked() + ", independent " + count.independent()
                                    + ", dependent " + count.dependent(),
                            Span.NONE));
        }
        reporter.summary();
    }

    /** Once every type exists, and beside the user's compilation; classes that were generated are nobody's loops. */
    private void advise(String file) {
        List<Advice> all = new ArrayList<>();
        boolean read = new SideCompilation(trees.orElseThrow(), processingEnv, sources)
                .run(written, beside -> Advisor.advise(beside, written, all::add));
        if (!read) {
            Advisor.advise(trees.orElseThrow(), written, all::add);
        }
        try (AdviceFile out = new AdviceFile(Files.newBufferedWriter(Path.of(file)))) {
            for (Advice advice : all) {
                out.write(advice);
            }
        } catch (IOException | InvalidPathException failure) {
            reporter.refused(
                    new Misuse(Misuse.Kind.OPTION_VALUE, Span.NONE, "-Aparfor.advise=" + file, "a file to write"));
            return;
        }
        long parallel = all.stream().filter(a -> a.verdict().isParallel()).count();
        reporter.note(Messages.advised(all.size(), (int) parallel, file), Span.NONE);
    }
}
