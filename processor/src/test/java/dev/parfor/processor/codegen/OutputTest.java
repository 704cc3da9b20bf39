package dev.parfor.processor.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutputTest {

    /** The same text as that of a second writing without the imports of {@code java.lang}. */
    @Test
    void leavesOutImportsOfJavaLang() {
        List<List<Class<?>>> used = List.of(
                List.of(),
                List.of(String.class),
                List.of(List.class),
                List.of(Math.class, List.class, Thread.State.class, ArrayList.class));
        for (String packageName : List.of("", "p.q")) {
            for (List<Class<?>> types : used) {
                TypeSpec.Builder type = TypeSpec.classBuilder("Writer").addJavadoc("import java.lang.Math;\n");
                for (int k = 0; k < types.size(); k++) {
                    type.addField(types.get(k), "field" + k);
                }
                String expected = JavaFile.builder(packageName, type.build())
                        .indent("    ")
                        .skipJavaLangImports(true)
                        .build()
                        .toString();
                assertThat(Output.of(packageName, type.build(), name -> false, Set.of())
                                .text())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void writesHiddenClassesOfJavaLangInFull() {
        TypeSpec type = TypeSpec.classBuilder("Writer")
                .addField(Math.class, "one")
                .addField(String.class, "other")
                .build();
        assertThat(Output.of("p", type, "Math"::equals, Set.of()).text())
                .contains("java.lang.Math one;", " String other;")
                .doesNotContain("import");
    }

    /** A variable hides a class where both could be meant, a type variable everywhere. */
    @Test
    void writesClassesInFullThatVariablesHide() {
        TypeSpec type = TypeSpec.classBuilder("Writer")
                .addField(List.class, "one")
                .addField(ArrayList.class, "other")
                .build();
        assertThat(Output.of("p", type, name -> false, Set.of("List", "x")).text())
                .contains("java.util.List one;", " ArrayList other;")
                .doesNotContain("import java.util.List;");
    }
}
