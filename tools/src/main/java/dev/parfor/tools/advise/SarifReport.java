package dev.parfor.tools.advise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parfor.processor.diagnostics.Code;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reasons of refused loops as results of a static analysis. They are notes: a loop that runs sequentially is no fault.
 *
 * <p><b>Source.</b> Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 2020. Columns are those of UTF-16
 * code units, section 3.14.17.
 */
final class SarifReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final Findings findings;
    private final SourceText sources;
    private final Optional<String> pages;
    private final List<String> codes;

    /** @param pages where the pages of the messages are on the web; without it the help is text alone */
    SarifReport(Findings findings, SourceText sources, Optional<String> pages) {
        this.findings = findings;
        this.sources = sources;
        this.pages = pages;
        this.codes = Stream.of(Code.values()).map(Code::name).toList();
    }

    ObjectNode log() {
        ObjectNode log = JSON.createObjectNode().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Parfor");
        ArrayNode rules = driver.putArray("rules");
        Stream.of(Code.values()).forEach(code -> rules.add(rule(code)));
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.loops().forEach(f -> f.loop().reasons().forEach(r -> results.add(result(f, r))));
        return log;
    }

    private ObjectNode rule(Code code) {
        String page = Pages.page(code.name());
        ObjectNode rule = JSON.createObjectNode().put("id", code.name());
        rule.putObject("shortDescription").put("text", code.title() + ".");
        rule.putObject("fullDescription").put("text", Pages.meaning(code.name()));
        pages.ifPresent(base -> rule.put("helpUri", base + (base.endsWith("/") ? "" : "/") + code.name() + ".md"));
        rule.putObject("help").put("text", page).put("markdown", page);
        rule.putObject("defaultConfiguration").put("level", "note");
        return rule;
    }

    private ObjectNode result(Finding finding, Loop.Reason reason) {
        Loop loop = finding.loop();
        ObjectNode result = JSON.createObjectNode()
                .put("ruleId", reason.code())
                .put("ruleIndex", codes.indexOf(reason.code()))
                .put("level", "note");
        result.putObject("message").put("text", text(reason));
        boolean hasPlace = reason.line() > 0;
        ObjectNode at = location(
                loop.file(),
                hasPlace ? reason.line() : loop.line(),
                hasPlace ? reason.column() : loop.column(),
                hasPlace ? reason.source() : "");
        at.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", finding.place())
                .put("kind", "function");
        result.putArray("locations").add(at);
        ArrayNode related = result.putArray("relatedLocations");
        related.add(message(location(loop.file(), loop.line(), loop.column(), ""), "the loop"));
        reason.accesses().stream()
                .filter(a -> a.line() > 0)
                .forEach(a -> related.add(message(
                        location(loop.file(), a.line(), a.column(), a.source()), a.access() + " " + a.source())));
        result.putObject("partialFingerprints").put("parforLoop/v1", finding.key() + " " + reason.code());
        ObjectNode properties =
                result.putObject("properties").put("verdict", loop.verdict().name());
        if (findings.hasRecording()) {
            properties.put("share", findings.share(finding.samples()));
        }
        return result;
    }

    /** Without the number in front and the page at the end: both are the rule's. */
    private static String text(Loop.Reason reason) {
        return reason.text().replaceFirst("^\\[PF\\d+\\] ", "").replaceFirst("\\s*\\n\\s*page: \\S+\\s*$", "");
    }

    private static ObjectNode message(ObjectNode location, String text) {
        location.putObject("message").put("text", text);
        return location;
    }

    private ObjectNode location(String file, int line, int column, String source) {
        ObjectNode location = JSON.createObjectNode();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.set("artifactLocation", artifact(file));
        String text = sources.line(file, line);
        int start = text.isEmpty() ? Math.max(0, column - 1) : SourceText.index(text, column);
        ObjectNode region = physical.putObject("region").put("startLine", line).put("startColumn", start + 1);
        SourceText.end(text, start, source).ifPresent(end -> region.put("endColumn", end + 1));
        return location;
    }

    private static ObjectNode artifact(String file) {
        Path path = Path.of(file);
        if (path.isAbsolute()) {
            return JSON.createObjectNode().put("uri", path.toUri().toString());
        }
        try {
            String uri = new URI(null, null, file, null).toString();
            return JSON.createObjectNode().put("uri", uri).put("uriBaseId", "%SRCROOT%");
        } catch (URISyntaxException strange) {
            return JSON.createObjectNode().put("uri", path.toUri().toString());
        }
    }
}
