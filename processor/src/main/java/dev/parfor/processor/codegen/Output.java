package dev.parfor.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all generated files have in common. */
final class Output {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+)\\.(\\w+);$");
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

    /**
     * The file of a class.
     *
     * @param hides whether the package has a class of this simple name: one of {@code java.lang} is then written in full,
     *     and in the unnamed package, whose classes have no other name, any class
     */
    static GeneratedSource of(String packageName, TypeSpec type, Predicate<String> hides) {
        Matcher imported = IMPORT.matcher(file(packageName, type, false));
        TypeSpec.Builder qualified = type.toBuilder();
        while (imported.find()) {
            boolean mayClash = packageName.isEmpty() || imported.group(1).equals("java.lang");
            if (mayClash && hides.test(imported.group(2))) {
                qualified.alwaysQualify(imported.group(2));
            }
        }
        String text = file(packageName, qualified.build(), true);
        return new GeneratedSource(packageName.isEmpty() ? type.name() : packageName + "." + type.name(), text);
    }

    private static String file(String packageName, TypeSpec type, boolean skipJavaLang) {
        return JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(skipJavaLang)
                .build()
                .toString();
    }
}
