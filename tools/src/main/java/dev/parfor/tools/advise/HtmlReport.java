package dev.parfor.tools.advise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.samskivert.mustache.Mustache;
import dev.parfor.processor.advice.Advice.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The findings as one page that needs nothing else: a list to search and sort, and the code of each loop. */
final class HtmlReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of longer loops the page shows the beginning. */
    private static final int LONGEST = 200;

    private final Findings findings;
    private final SourceText sources;

    HtmlReport(Findings findings, SourceText sources) {
        this.findings = findings;
        this.sources = sources;
    }

    String page(String title) {
        Map<String, Object> values = new HashMap<>();
        Map<Verdict, Integer> counts = findings.counts();
        values.put("title", title);
        values.put(
                "parallel",
                counts.entrySet().stream()
                        .filter(e -> e.getKey().isParallel())
                        .mapToInt(Map.Entry::getValue)
                        .sum());
        values.put("all", findings.loops().size());
        values.put("files", findings.files() + (findings.files() == 1 ? " file" : " files"));
        values.put("problems", findings.problems());
        values.put(
                "recording",
                findings.hasRecording()
                        ? List.of(Map.of("samples", findings.samples(), "name", findings.recording()))
                        : List.of());
        List<Map<String, Object>> verdicts = new ArrayList<>();
        counts.forEach(
                (v, n) -> verdicts.add(Map.of("name", v.name(), "words", Loop.words(v), "sign", sign(v), "count", n)));
        values.put("verdicts", verdicts);
        values.put("style", resource("page.css"));
        values.put("script", resource("page.js"));
        values.put("data", data());
        return Mustache.compiler().compile(resource("page.html")).execute(values);
    }

    /** Signs tell verdicts apart where colours do not. */
    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case PROVED -> "\u25CF";
            case GUARDED -> "\u25D0";
            case TRUSTED -> "\u25CB";
            case REFUTED -> "\u2715";
            case NOT_PROVED -> "?";
            case NOT_READ -> "\u2013";
            case NO_PLACE -> "\u00B7";
        };
    }

    private String data() {
        ObjectNode data = JSON.createObjectNode().put("longest", LONGEST).put("recording", findings.hasRecording());
        ArrayNode verdicts = data.putArray("verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.addObject()
                    .put("name", verdict.name())
                    .put("words", Loop.words(verdict))
                    .put("sign", sign(verdict));
        }
        ArrayNode cores = data.putArray("cores");
        for (int n : TextReport.CORES) {
            cores.add(n);
        }
        ArrayNode loops = data.putArray("loops");
        for (Finding finding : findings.loops()) {
            ObjectNode loop = JsonReport.loop(findings, finding);
            loop.set("marks", marks(finding.loop()));
            loops.add(loop);
        }
        data.set("sources", code());
        try {
            // An element of the page ends where "</" is; in JSON the sign may be written as a number.
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ArrayNode marks(Loop loop) {
        ArrayNode marks = JSON.createArrayNode();
        for (Loop.Reason reason : loop.reasons()) {
            for (Loop.Access access : reason.accesses()) {
                mark(marks, loop, access.line(), access.column(), access.source(), access.access(), reason);
            }
            if (reason.accesses().isEmpty() && reason.line() > loop.line()) {
                mark(marks, loop, reason.line(), reason.column(), reason.source(), "place", reason);
            }
        }
        return marks;
    }

    private void mark(
            ArrayNode marks, Loop loop, int number, int column, String source, String kind, Loop.Reason reason) {
        String line = sources.line(loop.file(), number);
        int start = SourceText.index(line, column);
        if (start < line.length()) {
            marks.addObject()
                    .put("line", number)
                    .put("start", start)
                    .put("end", SourceText.end(line, start, source).orElse(line.length()))
                    .put("kind", kind)
                    .put("title", reason.firstLine());
        }
    }

    /** The lines of all loops, each once, however many loops stand in each other. */
    private ObjectNode code() {
        Map<String, TreeMap<Integer, Integer>> ranges = new TreeMap<>();
        for (Finding finding : findings.loops()) {
            Loop loop = finding.loop();
            int last = Math.min(loop.lastLine(), loop.line() + LONGEST - 1);
            ranges.computeIfAbsent(loop.file(), f -> new TreeMap<>()).merge(loop.line(), last, Math::max);
        }
        ObjectNode files = JSON.createObjectNode();
        ranges.forEach((file, lastOfFirst) -> {
            List<String> lines = sources.lines(file);
            ArrayNode pieces = files.putArray(file);
            int done = 0;
            for (Map.Entry<Integer, Integer> range : lastOfFirst.entrySet()) {
                int first = Math.max(range.getKey(), done + 1);
                int last = Math.min(range.getValue(), lines.size());
                if (first <= last) {
                    ArrayNode text = pieces.addObject().put("first", first).putArray("lines");
                    lines.subList(first - 1, last).forEach(text::add);
                    done = last;
                }
            }
        });
        return files;
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
