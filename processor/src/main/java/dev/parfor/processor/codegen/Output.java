package dev.parfor.processor.codegen;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all generated files have in common. */
public final class Output {

    private static final Pattern IMPORT = Pattern.compile("(?m)^import ([\\w.]+)\\.(\\w+);$");
    private static final Pattern JAVA_LANG = Pattern.compile("(?m)^import java\\.lang\\.\\w+;\n");
    private static final String PROCESSOR = "dev.parfor.processor.ParforProcessor";

    private Output() {}

    /** @param generated whether the annotation that says so is visible there */
    public static void annotate(TypeSpec.Builder type, boolean generated, List<String> suppressed) {
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
     * @param declared the names of variables and of type variables and local classes in it: a class of such a name is written in full,
     *     because there its simple name would mean them (JLS 6.4)
     */
    public static GeneratedSource of(String packageName, TypeSpec type, Predicate<String> hides, Set<String> declared) {
        String text = file(packageName, type, false);
        int head = headLength(text);
        Matcher imported = IMPORT.matcher(text).region(0, head);
        TypeSpec.Builder qualified = type.toBuilder();
        boolean clashes = false;
        for (String name : new TreeSet<>(declared)) {
            // Classes of the package itself are not imported.
            if (hides.test(name)) {
                qualified.alwaysQualify(name);
                clashes = true;
            }
        }
        while (imported.find()) {
            boolean mayClash = packageName.isEmpty() || imported.group(1).equals("java.lang");
            if (mayClash && hides.test(imported.group(2)) || declared.contains(imported.group(2))) {
                qualified.alwaysQualify(imported.group(2));
                clashes = true;
            }
        }
        String result = clashes
                ? file(packageName, qualified.build(), true)
                : withoutJavaLang(text.substring(0, head)) + text.substring(head);
        return new GeneratedSource(packageName.isEmpty() ? type.name() : packageName + "." + type.name(), result);
    }

    /** Where the first line begins that is neither the package's nor an import nor empty. */
    private static int headLength(String text) {
        int at = 0;
        while (text.startsWith("package ", at) || text.startsWith("import ", at) || text.startsWith("\n", at)) {
            at = text.indexOf('\n', at) + 1;
        }
        return at;
    }

    /** What JavaPoet writes when it is to leave these imports out, without writing all of a long file again. */
    private static String withoutJavaLang(String head) {
        String rest = JAVA_LANG.matcher(head).replaceAll("");
        // The empty line after the imports goes with the last of them.
        boolean noneLeft = !rest.equals(head) && !IMPORT.matcher(rest).find();
        return noneLeft ? rest.substring(0, rest.length() - 1) : rest;
    }

    private static String file(String packageName, TypeSpec type, boolean skipJavaLang) {
        return JavaFile.builder(packageName, type)
                .indent("    ")
                .skipJavaLangImports(skipJavaLang)
                .build()
                .toString();
    }
}
