package dev.parfor.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims Parfor's annotations and the one on what it generates, so that javac does not warn that nobody does. {@link ParforProcessor} can't: it has to look at
 * every file, because javac tells no processor of annotations on local variables, and who looks at everything must not claim it.
 */
@SupportedAnnotationTypes({"dev.parfor.*", "javax.annotation.processing.Generated"})
public final class ClaimProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
