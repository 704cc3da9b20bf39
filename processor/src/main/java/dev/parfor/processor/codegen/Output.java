package dev.parfor.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** What all generated files have in common. */
final class Output {

    private static final String PROCESSOR = "dev.parfor.processor.ParforProcessor";

    private Output() {}

    static void annotate(TypeSpec.Builder type, boolean generated, List<String> suppressed) {
        if (generated) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        type.addAnnotation(suppress(suppressed));
    }

    static AnnotationSpec suppress(List<String> warnings) {
        List<CodeBlock> names =
                warnings.stream().map(w -> CodeBlock.of("$S", w)).toList();
        return AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", names.size() == 1 ? "$L" : "{$L}", CodeBlock.join(names, ",$W"))
                .build();
    }

    static GeneratedSource of(String packageName, TypeSpec type) {
        String text = JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new GeneratedSource(packageName.isEmpty() ? type.name() : packageName + "." + type.name(), text);
    }
}
