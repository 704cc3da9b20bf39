package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final List<String> lines = new ArrayList<>();

    @Test
    void readsToTheEnd() throws IOException {
        BufferedReader in = new BufferedReader(new StringReader("a\nb\n\nc"));
        while (Lines.read(in, lines)) {
            assertThat(lines).isNotEmpty();
        }
        assertThat(lines).containsExactly("a", "b", "", "c");
        assertThat(Lines.read(in, lines)).isFalse();
    }

    @Test
    void readsNoMoreThanIsGoodForMemory() throws IOException {
        BufferedReader in = new BufferedReader(new StringReader("x\n".repeat(Lines.AT_ONCE + 10)));
        assertThat(Lines.read(in, lines)).isTrue();
        assertThat(lines).hasSize(Lines.AT_ONCE);
        lines.clear();
        while (Lines.read(in, lines)) {
            assertThat(lines).isNotEmpty();
        }
        assertThat(lines).hasSize(10);
    }

    /** Who has sent a line and waits for the answer sends no other one. */
    @Test
    void doesNotWaitForLinesWhileThereIsOneToAnswer() throws IOException {
        try (PipedWriter out = new PipedWriter();
                BufferedReader in = new BufferedReader(new PipedReader(out))) {
            for (String question : List.of("first", "second")) {
                out.write(question + "\n");
                out.flush();
                lines.clear();
                assertThat(Lines.read(in, lines)).isTrue();
                assertThat(lines).containsExactly(question);
            }
        }
    }

    @Test
    void readersThatDoNotKnowWhetherTheyAreReadyAreReadAllTheSame() throws IOException {
        BufferedReader in = new BufferedReader(new StringReader("a\nb\n")) {
            @Override
            public boolean ready() throws IOException {
                throw new IOException("who knows");
            }
        };
        while (Lines.read(in, lines)) {
            assertThat(lines).isNotEmpty();
        }
        assertThat(lines).containsExactly("a", "b");
    }

    @Test
    void whatWasReadBeforeAFailureIsThere() {
        BufferedReader in = new BufferedReader(new StringReader("a\nb\n")) {
            @Override
            public String readLine() throws IOException {
                if (lines.size() == 1) {
                    throw new IOException("torn");
                }
                return super.readLine();
            }
        };
        assertThatThrownBy(() -> Lines.read(in, lines)).hasMessage("torn");
        assertThat(lines).containsExactly("a");
    }
}
