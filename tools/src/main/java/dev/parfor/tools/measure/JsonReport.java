package dev.parfor.tools.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The measurements as one JSON object; times in nanoseconds. */
final class JsonReport {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static String of(Measurements all) {
        ObjectNode report =
                JSON.createObjectNode().put("class", all.className()).put("about", Measurements.CAVEAT);
        report.putObject("machine")
                .put("system", all.machine().system())
                .put("processors", all.machine().processors())
                .put("java", all.machine().java());
        report.put("disturbed", all.isDisturbed());
        ArrayNode methods = report.putArray("methods");
        all.results().forEach(r -> methods.add(method(r)));
        ArrayNode problems = report.putArray("problems");
        all.problems().forEach(problems::add);
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode method(Result result) {
        double nanos = result.sequential().get(result.largestSize()).nanos();
        ObjectNode method = JSON.createObjectNode()
                .put("method", result.method())
                .put("limit", result.causes().limit(nanos).name())
                .put("sentence", TextReport.sentence(result));
        result.breakEven().ifPresent(size -> method.put("breakEvenSize", Math.round(size)));
        method.putObject("causes")
                .put("machine", result.causes().machine())
                .put("copies", result.causes().copies())
                .put("imbalance", result.causes().imbalance())
                .put("serial", result.causes().serial())
                .put("alone", result.causes().alone())
                .put("fallback", result.causes().fallback());
        ArrayNode sequential = method.putArray("sequential");
        result.sequential().forEach((size, t) -> sequential.add(timing(t).put("size", size)));
        ArrayNode runs = method.putArray("parallel");
        for (Result.Run run : result.runs()) {
            double speedup = result.speedup(run);
            ObjectNode one = timing(run.timing())
                    .put("size", run.size())
                    .put("threads", run.threads())
                    .put("speedup", speedup)
                    .put("efficiency", Speedup.efficiency(speedup, run.threads()));
            Speedup.serialFraction(speedup, run.threads()).ifPresent(f -> one.put("serialFraction", f));
            runs.add(one);
        }
        ArrayNode schedules = method.putArray("schedules");
        result.schedules().forEach(s -> schedules.add(timing(s.timing()).put("schedule", s.schedule())));
        return method;
    }

    private static ObjectNode timing(Timing timing) {
        return JSON.createObjectNode()
                .put("nanos", timing.nanos())
                .put("allocatedBytes", timing.bytes())
                .put("processors", timing.processors());
    }
}
