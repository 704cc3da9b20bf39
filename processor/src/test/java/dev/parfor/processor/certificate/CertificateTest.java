package dev.parfor.processor.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parfor.processor.corpus.CorpusCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proofs of all accepted loops of the corpus, verified by other means. */
class CertificateTest {

    @TempDir
    Path folder;

    @Test
    void corpusIsVerified() throws IOException {
        int accepted = CorpusCertificates.write(folder);
        List<String> complaints = new ArrayList<>();
        int files = 0;
        int searched = 0;
        int byRule = 0;
        int undecided = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                Checker checker = new Checker(JsonReader.read(Files.readString(file))).check();
                complaints.addAll(checker.complaints());
                files++;
                searched += checker.searched();
                byRule += checker.byRule();
                undecided += checker.undecided();
            }
        }
        assertThat(complaints).as(Checker.lines(complaints)).isEmpty();
        assertThat(files).as("one for each accepted loop").isEqualTo(accepted);
        assertThat(undecided)
                .as("of %d searched and %d by rule, not understood", searched, byRule)
                .isLessThan((searched + byRule) / 10);
    }

    private static final String ATOMS =
            "\"atoms\": {\"i#0\": {\"varies\": true, \"min\": -2147483648, \"max\": 2147483647, \"kind\": \"index\", \"parallel\": true}}";

    private static String access(int number, boolean write, int offset) {
        return "{\"number\": " + number + ", \"write\": " + write + ", \"text\": \"x[i + " + offset + "]\","
                + " \"cell\": {\"kind\": \"array\", \"object\": {\"type\": \"int[]\", \"path\": \"x#1\"},"
                + " \"index\": [[1, \"i#0\"], [" + offset + "]], \"element\": \"int\"},"
                + " \"where\": [], \"locks\": [], \"update\": \"\"}";
    }

    private static List<String> complaints(String accesses, String pairs, String guards) {
        String text = "{\"loop\": {}, \"accesses\": [" + accesses + "], \"pairs\": [" + pairs + "], \"guards\": ["
                + guards + "], \"assertions\": [], " + ATOMS + "}";
        return new Checker(JsonReader.read(text)).check().complaints();
    }

    private static final String SELF = "{\"first\": 1, \"second\": 1, \"by\": \"-\", \"meet\": false, \"guards\": []}";

    @Test
    void pairThatMeetsIsFound() {
        String both = access(1, true, 0) + "," + access(2, false, 1);
        String pair = "{\"first\": 1, \"second\": 2, \"by\": \"-\", \"meet\": false, \"guards\": []}";
        assertThat(complaints(both, SELF + "," + pair, "")).hasSize(1);
        assertThat(complaints(access(1, true, 0), SELF, "")).isEmpty();
    }

    @Test
    void pairThatIsNotListedIsFound() {
        assertThat(complaints(access(1, true, 0) + "," + access(2, false, 0), SELF, ""))
                .hasSize(1);
    }

    @Test
    void guardThatSpeaksOfOthersDoesNotHelp() {
        String both = access(1, true, 0) + "," + access(2, false, 1);
        String pair = "{\"first\": 1, \"second\": 2, \"by\": \"-\", \"meet\": false, \"guards\": [1]}";
        String guard = "{\"kind\": \"not same\", \"first\": \"x#1\", \"second\": \"y#2\"}";
        assertThat(complaints(both, SELF + "," + pair, guard)).hasSize(1);
    }
}
