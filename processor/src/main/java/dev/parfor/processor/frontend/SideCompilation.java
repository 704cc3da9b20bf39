package dev.parfor.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Attributes files in a compilation of its own, beside the user's.
 *
 * <p>Attribution writes into trees, and javac's cleaning between rounds does not take all of it back: the types that it has
 * inferred for parameters of lambdas and for {@code var} stay behind as if they were written, and where such a type has no
 * name, that of {@code x} in {@code (List<?> list) -> list.forEach(x -> ...)}, correct code fails to compile in the next round.
 * Lint warnings of the attributed class would come twice, too. So the trees that types are asked of are those of a second
 * compilation of the same sources; it writes nothing, and its own messages are dropped.
 */
public final class SideCompilation {

    private final TypedTrees users;
    private final ProcessingEnvironment environment;
    private final Collection<String> sources;

    /**
     * @param users the trees of the user's compilation
     * @param sources qualified names of all classes in source that the rounds had so far
     */
    public SideCompilation(TypedTrees users, ProcessingEnvironment environment, Collection<String> sources) {
        this.users = users;
        this.environment = environment;
        this.sources = sources;
    }

    /**
     * Compiles the files of some classes and hands the trees over; they are of use until {@code read} returns.
     *
     * @return whether {@code read} was called: not every source can be had a second time
     */
    public boolean run(Collection<String> classes, Consumer<TypedTrees> read) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return false;
        }
        Reader reader = new Reader(read);
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(d -> {}, null, null);
                SideFiles files = new SideFiles(standard, users, environment.getFiler())) {
            List<JavaFileObject> units = units(files, classes);
            if (units.isEmpty()) {
                return false;
            }
            JavaCompiler.CompilationTask task =
                    compiler.getTask(java.io.Writer.nullWriter(), files, d -> {}, options(), null, units);
            task.setProcessors(List.of(reader));
            Crashes.guard(task::call, failure -> false);
        } catch (IOException unreadable) {
            return reader.called;
        }
        if (reader.failure != null) {
            throw reader.failure;
        }
        return reader.called;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of("-proc:only", "-nowarn", "-Xlint:none", "-Xprefer:source"));
        int release = environment.getSourceVersion().ordinal();
        options.addAll(List.of("-source", Integer.toString(release)));
        if (environment.isPreviewEnabled()) {
            options.add("--enable-preview");
        }
        return options;
    }

    /** Registers all sources, and gives those of the classes to compile. */
    private List<JavaFileObject> units(SideFiles files, Collection<String> classes) {
        List<JavaFileObject> units = new ArrayList<>();
        Set<CompilationUnitTree> seen = new HashSet<>();
        Set<CompilationUnitTree> compiled = new HashSet<>();
        for (String name : classes) {
            unit(name).ifPresent(compiled::add);
        }
        for (String name : sources) {
            Optional<CompilationUnitTree> unit = unit(name);
            if (unit.isPresent() && seen.add(unit.get())) {
                if (compiled.contains(unit.get())) {
                    files.addCompiled(unit.get()).ifPresent(units::add);
                } else {
                    files.add(unit.get());
                }
            }
        }
        return units;
    }

    private Optional<CompilationUnitTree> unit(String className) {
        TypeElement type = users.elements().getTypeElement(className);
        return Optional.ofNullable(type).flatMap(users::path).map(TreePath::getCompilationUnit);
    }

    /** The processor of the side compilation: where its trees can be had. */
    private final class Reader extends AbstractProcessor {

        private final Consumer<TypedTrees> read;
        private boolean called;
        private RuntimeException failure;

        Reader(Consumer<TypedTrees> read) {
            this.read = read;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!called) {
                called = true;
                try {
                    read.accept(users.beside(processingEnv));
                } catch (RuntimeException thrown) {
                    failure = thrown; // javac would wrap it
                }
            }
            return false;
        }
    }
}
