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
        FacadeWriter writer = new FacadeWriter(generatedIsVisible(marked), inPackage(marked));
        write(
                marked,
                writer.write(
                        marked.packageName(),
                        marked.simpleNames(),
                        marked.methods().stream().map(MarkedMethod::signature).toList()));
    }

    /** @param at where it is said that writing them failed by a fault of ours */
    void writeKernels(MarkedClass marked, List<Variant> variants, Span at) {
        KernelsWriter writer = new KernelsWriter(generatedIsVisible(marked), inPackage(marked));
        GeneratedSource source =
                Crashes.guard(() -> writer.write(marked.packageName(), marked.simpleNames(), variants), failure -> {
                    reporter.refused(Crashes.of(failure, at));
                    List<Variant> stubs = new ArrayList<>();
                    variants.forEach(v -> stubs.add(new Variant.Stub(v.signature())));
                    return writer.write(marked.packageName(), marked.simpleNames(), stubs);
                });
        write(marked, source);
    }

    private boolean generatedIsVisible(MarkedClass marked) {
        return trees.classSeenBy(type(marked), "javax.annotation.processing.Generated")
                .isPresent();
    }

    /** Whether the package of the class has a class of a simple name. */
    private Predicate<String> inPackage(MarkedClass marked) {
        String prefix = marked.packageName().isEmpty() ? "" : marked.packageName() + ".";
        TypeElement type = type(marked);
        return name -> trees.classSeenBy(type, prefix + name).isPresent();
    }

    private TypeElement type(MarkedClass marked) {
        return trees.elements().getTypeElement(marked.qualifiedName());
    }

    private void write(MarkedClass marked, GeneratedSource source) {
        TypeElement origin = trees.elements().getTypeElement(marked.qualifiedName());
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
