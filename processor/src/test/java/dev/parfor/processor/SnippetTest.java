package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** The harness, with a processor that refuses each deprecated method and notes each safe one. */
class SnippetTest {

    private static final class Refuser extends AnyProcessor {
        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (Element e : round.getElementsAnnotatedWith(Deprecated.class)) {
                print(Diagnostic.Kind.ERROR, "[PF201] method `" + e.getSimpleName() + "`\nno way   out", e);
            }
            if (round.processingOver() && processingEnv.getOptions().containsKey("lost")) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.WARNING, "[PF802] lost");
            }
            for (Element e : round.getElementsAnnotatedWith(SafeVarargs.class)) {
                print(Diagnostic.Kind.NOTE, "[PF001] method `" + e.getSimpleName() + "`", e);
            }
            return true;
        }

        private void print(Diagnostic.Kind kind, String text, Element at) {
            processingEnv.getMessager().printMessage(kind, text, at);
        }
    }

    private static Snippet.Result check(String source) {
        List<Processor> refuser = List.of(new Refuser());
        return Snippet.check(refuser, source);
    }

    @Test
    void messageMeetsItsComment() {
        assertThat(check("""
                class Snippet {
                    // PF201: method `run`
                    @Deprecated void run() {}
                }
                """).refusals()).containsExactly("PF201");
    }

    @Test
    void commentAtTheEndOfItsLine() {
        check("""
                class Snippet {
                    @Deprecated void run() {} // PF201: method `run`
                }
                """);
    }

    @Test
    void commentsStackUp() {
        check("""
                class Snippet {
                    // PF201: method `run`
                    // PF201: method `go`
                    @Deprecated void run() {} @Deprecated void go() {}
                }
                """);
    }

    @Test
    void wordsMayStandAnywhereInTheMessage() {
        check("class Snippet { @Deprecated void run() {} // PF201: no way out\n}");
    }

    @Test
    void messageWithoutAPlace() {
        Snippet.check(
                List.of(new Refuser()),
                "class Snippet { @Deprecated void run() {} } // PF201: run\n" + "// PF802 nowhere: lost",
                "-Alost");
        assertThatThrownBy(() -> Snippet.check(List.of(new Refuser()), "class Snippet {} // PF802: lost", "-Alost"))
                .hasMessageContaining("unforeseen:\n  line -1: warning: [PF802] lost");
    }

    @Test
    void otherWordsAreMissed() {
        assertThatThrownBy(() -> check("class Snippet { @Deprecated void run() {} // PF201: method `go`\n}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("foretold but missing:\n  line 1: PF201: method `go`")
                .hasMessageContaining("unforeseen:\n  line 1: error: [PF201] method `run`");
    }

    @Test
    void commentWithoutMessage() {
        assertThatThrownBy(() -> check("class Snippet {} // PF201: nothing"))
                .hasMessageContaining("foretold but missing:\n  line 1: PF201: nothing\nunforeseen:\n  none");
    }

    @Test
    void messageWithoutComment() {
        assertThatThrownBy(() -> check("class Snippet { @Deprecated void run() {} }"))
                .hasMessageContaining("foretold but missing:\n  none\nunforeseen:\n  line 1");
    }

    @Test
    void twoMessagesNeedTwoComments() {
        assertThatThrownBy(() -> check("""
                class Snippet {
                    // PF201: method
                    @Deprecated void run() {} @Deprecated void go() {}
                }
                """)).hasMessageContaining("unforeseen:\n  line 3: error: [PF201] method `go`");
    }

    @Test
    void notesMayGoUnforetold() {
        check("class Snippet { @SafeVarargs static <T> void run(T... t) {} }");
        check("class Snippet { @SafeVarargs static <T> void run(T... t) {} // PF001: method `run`\n}");
    }

    @Test
    void errorsOfTheCompilerCount() {
        assertThatThrownBy(() -> check("class Snippet { int run() {} }"))
                .hasMessageContaining("unforeseen:\n  line 1: error: missing return statement");
    }
}
