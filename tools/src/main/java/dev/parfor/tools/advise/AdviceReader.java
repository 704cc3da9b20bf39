package dev.parfor.tools.advise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parfor.tools.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code -Aparfor.advise} has written. */
final class AdviceReader {

    /** The worst come first; beyond some they say nothing new, and a code base of ours has a hundred thousand. */
    private static final int REASONS = 5;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AdviceReader() {}

    /** Of each loop at most {@value #REASONS} reasons. */
    static List<Loop> read(Path file) throws IOException {
        List<Loop> loops = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                loops.add(loop(file, line, loops.size() + 1));
            }
        }
        return loops;
    }

    private static Loop loop(Path file, String line, int number) {
        try {
            Loop all = JSON.readValue(line, Loop.class);
            List<Loop.Reason> some =
                    all.reasons().subList(0, Math.min(REASONS, all.reasons().size()));
            return new Loop(
                    all.file(),
                    all.type(),
                    all.line(),
                    all.column(),
                    all.lastLine(),
                    all.where(),
                    all.loop(),
                    all.depth(),
                    all.verdict(),
                    all.rests(),
                    all.annotation(),
                    some);
        } catch (JsonProcessingException | NullPointerException wrong) {
            throw new UserError(file + ", line " + number + ", is not advice of -Aparfor.advise");
        }
    }
}
