package dev.parfor.tools.advise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.parfor.tools.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The corpus of the processor: loops of every kind, refused for every reason. */
    private static final Path CORPUS = Path.of("../processor/src/test/resources/corpus");

    private static JsonSchema schema() throws IOException {
        try (InputStream in = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(in);
        }
    }

    @Test
    void passesTheOfficialSchema(@TempDir Path out) throws IOException {
        Path loops;
        try (Stream<Path> files = Files.list(CORPUS)) {
            loops = files.filter(f -> f.endsWith("Calls.java")).findFirst().orElseThrow();
        }
        Run run = Run.of(
                "advise",
                "--out",
                out.toString(),
                "--format",
                "sarif",
                "--pages",
                "https://example.com/p",
                loops.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode log = JSON.readTree(out.resolve("advice.sarif").toFile());
        assertThat(schema().validate(log)).isEmpty();
        assertThat(log.at("/runs/0/results").size()).isGreaterThan(10);
        assertThat(log.at("/runs/0/tool/driver/rules")).allSatisfy(rule -> {
            assertThat(rule.at("/help/markdown").asText())
                    .startsWith("# " + rule.get("id").asText() + ": ");
            assertThat(rule.at("/fullDescription/text").asText()).isNotEmpty();
            assertThat(rule.get("helpUri").asText())
                    .isEqualTo("https://example.com/p/" + rule.get("id").asText() + ".md");
        });
    }

    @Test
    void placesAreThoseOfTheExpressions(@TempDir Path out) throws IOException {
        Path source = out.resolve("V.java");
        Files.writeString(
                source, "class V {\n\tvoid f(int[] x) {\n\t\tfor (int i = 1; i < 9; i++) x[i] = x[i - 1];\n\t}\n}\n");
        Run.of("advise", "--out", out.toString(), "--format", "sarif", source.toString());
        JsonNode log = JSON.readTree(out.resolve("advice.sarif").toFile());
        assertThat(schema().validate(log)).isEmpty();
        JsonNode result = log.at("/runs/0/results/0");
        assertThat(result.get("ruleId").asText()).isEqualTo("PF201");
        int index = result.get("ruleIndex").asInt();
        assertThat(log.at("/runs/0/tool/driver/rules/" + index + "/id").asText())
                .isEqualTo("PF201");
        assertThat(result.at("/message/text").asText())
                .startsWith("loop `i` must stay sequential")
                .doesNotContain("page:");
        assertThat(result.at("/locations/0/physicalLocation/region"))
                .isEqualTo(JSON.readTree("{\"startLine\":3,\"startColumn\":31,\"endColumn\":35}"));
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(source.toUri().toString());
        assertThat(result.at("/relatedLocations/2/message/text").asText()).isEqualTo("read x[i - 1]");
        assertThat(result.at("/relatedLocations/2/physicalLocation/region/startColumn")
                        .asInt())
                .isEqualTo(38);
    }
}
