package dev.parfor.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the gallery says is refused is refused, with a message of ours and no other; what it repairs is accepted. */
class GalleryTest {

    static List<String> refused() {
        return Gallery.REFUSED;
    }

    static List<String> accepted() {
        return Gallery.ACCEPTED;
    }

    @ParameterizedTest
    @MethodSource
    void refused(String name) throws IOException {
        Gallery.Outcome outcome = Gallery.compile(name);
        assertThat(outcome.succeeded()).as(outcome.messages()).isFalse();
        assertThat(outcome.messages().lines().filter(line -> line.contains(": error:")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).matches(name + "\\.java:\\d+: error: \\[PF[1-4]\\d\\d\\] .*"));
    }

    @ParameterizedTest
    @MethodSource
    void accepted(String name) throws IOException {
        Gallery.Outcome outcome = Gallery.compile(name);
        assertThat(outcome.succeeded()).as(outcome.messages()).isTrue();
        assertThat(outcome.messages()).doesNotContain("error:");
        assertThat(outcome.generated()).containsKey(name + "Parallel.java");
    }
}
