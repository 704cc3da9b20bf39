package dev.parfor.processor;

import dev.parfor.processor.codegen.FacadeWriter;
import dev.parfor.processor.codegen.GeneratedSource;
import dev.parfor.processor.codegen.KernelsWriter;
import dev.parfor.processor.codegen.Variant;
import dev.parfor.processor.frontend.Crashes;
import dev.parfor.processor.frontend.MarkedClass;
import dev.parfor.processor.frontend.MarkedMethod;
import dev.parfor.processor.frontend.TypedTrees;
import dev.parfor.processor.ir.Refusal.Misuse;
import dev.parfor.processor.ir.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Writes the generated classes into the compilation. */
final class CompanionFiles {

    private final TypedTrees trees;
    private final ProcessingEnvironment environment;
    private final Reporter reporter;

    CompanionFiles(TypedTrees trees, ProcessingEnvironment environment, Reporter reporter) {
        this.trees = trees;
        this.environment = environment;
        this.reporter = reporter;
    }

    void writeFacade(MarkedClass marked) {
        FacadeWriter writer = new FacadeWriter(generatedIsVisible(type(marked)), inPackage(type(marked)));
        write(
                type(marked),
                writer.write(
                        marked.packageName(),
                        marked.simpleNames(),
                        marked.methods().stream().map(MarkedMethod::signature).toList()));
    }

    /** @param at where it is said that writing them failed by a fault of ours */
    void writeKernels(MarkedClass marked, List<Variant> variants, Span at) {
        KernelsWriter writer = new KernelsWriter(generatedIsVisible(type(marked)), inPackage(type(marked)));
        GeneratedSource source =
                Crashes.guard(() -> writer.write(marked.packageName(), marked.simpleNames(), variants), failure -> {
                    reporter.refused(Crashes.of(failure, at));
                    List<Variant> stubs = new ArrayList<>();
                    variants.forEach(v -> stubs.add(new Variant.Stub(v.signature())));
                    return writer.write(marked.packageName(), marked.simpleNames(), stubs);
                });
        write(type(marked), source);
    }

    /** Whether a class sees the annotation that marks generated ones. */
    boolean generatedIsVisible(TypeElement type) {
        return trees.classSeenBy(type, "javax.annotation.processing.Generated").isPresent();
    }

    /** Whether the package of the class has a class of a simple name. */
    Predicate<String> inPackage(TypeElement type) {
        String packageName =
                trees.elements().getPackageOf(type).getQualifiedName().toString();
        String prefix = packageName.isEmpty() ? "" : packageName + ".";
        return name -> trees.classSeenBy(type, prefix + name).isPresent();
    }

    private TypeElement type(MarkedClass marked) {
        return trees.elements().getTypeElement(marked.qualifiedName());
    }

    /** @param origin the class that it is generated for */
    void write(TypeElement origin, GeneratedSource source) {
        try {
            JavaFileObject file = environment.getFiler().createSourceFile(source.qualifiedName(), origin);
            try (Writer out = file.openWriter()) {
                out.write(source.text());
            }
        } catch (FilerException taken) {
            Span at = Optional.ofNullable(origin)
                    .flatMap(trees::path)
                    .map(trees::span)
                    .orElse(Span.NONE);
            reporter.refused(new Misuse(Misuse.Kind.NAME_CLASH, at, source.qualifiedName(), taken.getMessage()));
        } catch (IOException failure) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, source.qualifiedName() + ": " + failure);
        }
    }
}
