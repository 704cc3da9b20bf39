package dev.parfor.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * One line of JMH's result file.
 *
 * @param variant the method's name, with the schedule where there is one
 * @param score time of one call, in {@code unit}
 */
record Result(String kernel, int size, String variant, double score, String unit, String machine) {

    @SuppressWarnings("unchecked")
    static List<Result> read(String json) {
        return ((List<Object>) Json.parse(json))
                .stream().map(o -> of((Map<String, Object>) o)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Result of(Map<String, Object> entry) {
        String[] names = ((String) entry.get("benchmark")).split("\\.");
        Map<String, Object> parameters = (Map<String, Object>) entry.getOrDefault("params", Map.of());
        Map<String, Object> metric = (Map<String, Object>) entry.get("primaryMetric");
        String schedule = (String) parameters.getOrDefault("schedule", "");
        String method = names[names.length - 1];
        return new Result(
                names[names.length - 2],
                Integer.parseInt((String) parameters.getOrDefault("size", "0")),
                schedule.isEmpty() ? method : method + " " + schedule,
                (Double) metric.get("score"),
                ((String) metric.get("scoreUnit")).replace("/op", ""),
                entry.get("vmName") + " " + entry.get("vmVersion"));
    }
}
