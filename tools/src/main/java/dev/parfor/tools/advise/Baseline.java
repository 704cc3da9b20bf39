package dev.parfor.tools.advise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parfor.processor.advice.Advice.Verdict;
import dev.parfor.tools.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The verdicts of an earlier run, one loop a line, sorted, so that a version control system shows well what has changed. A loop is
 * known by its method, its header, and which one of these it is; where the header was changed, by being the only other candidate of
 * its method.
 */
final class Baseline {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TITLE = "verdicts of parfor advise, version 1";

    /** A loop that is worse off than it was. */
    record Loss(String key, Verdict was, Finding now) {}

    /**
     * A comparison.
     *
     * @param gone parallel loops of before that are nowhere to be found
     */
    record Comparison(List<Loss> losses, List<String> gone, int gained) {}

    private record Entry(String place, String loop, int nth, Verdict verdict) {
        static Entry of(Finding finding) {
            return new Entry(
                    finding.place(),
                    finding.loop().loop(),
                    finding.nth(),
                    finding.loop().verdict());
        }

        String key() {
            return place + " " + loop + (nth == 1 ? "" : " (" + nth + ")");
        }
    }

    private final List<Entry> entries;

    private Baseline(List<Entry> entries) {
        this.entries = entries;
    }

    static void write(Findings findings, Path file) throws IOException {
        List<Entry> entries = findings.loops().stream()
                .map(Entry::of)
                .sorted(Comparator.comparing(Entry::place)
                        .thenComparing(Entry::loop)
                        .thenComparingInt(Entry::nth))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            ObjectNode line = JSON.createObjectNode()
                    .put("in", entry.place())
                    .put("loop", entry.loop())
                    .put("nth", entry.nth())
                    .put("verdict", entry.verdict().name());
            lines.add(JSON.writeValueAsString(line));
        }
        Files.writeString(
                file, "{\"" + TITLE + "\": [\n" + String.join(",\n", lines) + (lines.isEmpty() ? "" : "\n") + "]}\n");
    }

    static Baseline read(Path file) throws IOException {
        try {
            JsonNode list = JSON.readTree(Files.readString(file)).path(TITLE);
            if (!list.isArray()) {
                throw new UserError(file + " is not a base line that --write-baseline has written");
            }
            List<Entry> entries = new ArrayList<>();
            for (JsonNode line : list) {
                entries.add(new Entry(
                        line.path("in").asText(),
                        line.path("loop").asText(),
                        line.path("nth").asInt(),
                        Verdict.valueOf(line.path("verdict").asText())));
            }
            return new Baseline(entries);
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new UserError(file + " is not a base line that --write-baseline has written");
        }
    }

    Comparison compare(Findings findings) {
        Map<String, Finding> now = findings.loops().stream()
                .collect(
                        Collectors.toMap(f -> Entry.of(f).key(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<Loss> losses = new ArrayList<>();
        List<Entry> missing = new ArrayList<>();
        int gained = 0;
        for (Entry was : entries) {
            Finding same = now.remove(was.key());
            if (same == null) {
                missing.add(was);
            } else if (isWorse(same.loop().verdict(), was.verdict())) {
                losses.add(new Loss(was.key(), was.verdict(), same));
            } else if (same.loop().verdict().isParallel() && !was.verdict().isParallel()) {
                gained++;
            }
        }
        List<String> gone = new ArrayList<>();
        for (Entry was : missing) {
            Optional<Finding> changed = now.values().stream()
                    .filter(f -> f.place().equals(was.place()))
                    .findFirst();
            changed.ifPresent(f -> now.remove(f.key()));
            if (changed.isEmpty() && was.verdict().isParallel()) {
                gone.add(was.key());
            }
            changed.filter(f -> isWorse(f.loop().verdict(), was.verdict()))
                    .ifPresent(f -> losses.add(new Loss(was.key(), was.verdict(), f)));
        }
        return new Comparison(losses, gone, gained);
    }

    /** Proved is better than guarded, guarded than trusted, trusted than not parallel; the rest are equally bad. */
    private static boolean isWorse(Verdict now, Verdict was) {
        return was.isParallel() && (!now.isParallel() || now.ordinal() > was.ordinal());
    }
}
