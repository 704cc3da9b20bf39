package dev.parfor.tools.advise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The findings as one JSON object. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    static ObjectNode of(Findings findings) {
        ObjectNode report = JSON.createObjectNode();
        ObjectNode counts = report.putObject("verdicts");
        findings.counts().forEach((v, n) -> counts.put(v.name(), n));
        if (findings.hasRecording()) {
            report.putObject("recording").put("file", findings.recording()).put("samples", findings.samples());
        }
        ArrayNode problems = report.putArray("problems");
        findings.problems().forEach(problems::add);
        ArrayNode loops = report.putArray("loops");
        findings.loops().forEach(f -> loops.add(loop(findings, f)));
        return report;
    }

    /** One loop, as the HTML page has it, too. */
    static ObjectNode loop(Findings findings, Finding finding) {
        Loop loop = finding.loop();
        ObjectNode one = JSON.createObjectNode()
                .put("file", loop.file())
                .put("line", loop.line())
                .put("column", loop.column())
                .put("lastLine", loop.lastLine())
                .put("in", finding.place())
                .put("where", loop.where())
                .put("loop", loop.loop())
                .put("nth", finding.nth())
                .put("depth", loop.depth())
                .put("insideParallel", finding.isInsideParallel())
                .put("verdict", loop.verdict().name())
                .put("rests", loop.rests())
                .put("write", loop.marked());
        if (findings.hasRecording()) {
            double share = findings.share(finding.samples());
            one.put("share", rounded(share)).put("ownShare", rounded(findings.share(finding.own())));
            ObjectNode gains = one.putObject("gains");
            for (int cores : TextReport.CORES) {
                gains.put(Integer.toString(cores), rounded(Amdahl.gain(share, cores)));
            }
        }
        one.set("reasons", JSON.valueToTree(loop.reasons()));
        return one;
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4f", value));
    }
}
