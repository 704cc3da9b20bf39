package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopEventsTest {

    @Test
    void eachLoopIsRecorded(@TempDir Path dir) throws Exception {
        Path file = dir.resolve("loops.jfr");
        try (Team team = Team.of(2);
                Recording recording = new Recording()) {
            recording.enable("dev.parfor.Loop").withoutThreshold();
            recording.start();
            CyclicBarrier both = new CyclicBarrier(2);
            Parfor.run(team, LoopSite.of("A.f", "A.java", 7, Schedule.DYNAMIC, 5), 10, new LoopBody() {
                @Override
                protected void run(long lo, long hi) throws Exception {
                    if (lo == 0 || lo == 5) {
                        both.await(30, TimeUnit.SECONDS);
                    }
                }
            });
            Parfor.sequential(
                    team, LoopSite.of("A.g", "A.java", 9, Schedule.AUTO, 0), 3, Loops.body(i -> {}), "guard 1");
            catchThrowable(
                    () -> Parfor.run(team, LoopSite.of("A.h", "A.java", 11, Schedule.STATIC, 0), 4, Loops.body(i -> {
                        throw new Error();
                    })));
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .extracting(
                        e -> e.getString("loop"),
                        e -> e.getInt("line"),
                        e -> e.getLong("tripCount"),
                        e -> e.getString("schedule"),
                        e -> e.getString("fallback"))
                .containsExactlyInAnyOrder(
                        tuple("A.f", 7, 10L, "DYNAMIC", null),
                        tuple("A.g", 9, 3L, null, "guard 1"),
                        tuple("A.h", 11, 4L, "STATIC", null));
        RecordedEvent parallel =
                events.stream().filter(e -> e.getInt("line") == 7).findFirst().orElseThrow();
        assertThat(parallel.getInt("threads")).isEqualTo(2);
        assertThat(parallel.getLong("chunks")).isGreaterThanOrEqualTo(2);
        assertThat(parallel.getDuration("busyTime")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void chunksAreRecordedOnDemand(boolean wanted, @TempDir Path dir) throws Exception {
        Path file = dir.resolve("chunks.jfr");
        try (Team team = Team.of(2);
                Recording recording = new Recording()) {
            recording.enable("dev.parfor.Loop").withoutThreshold();
            if (wanted) {
                recording.enable("dev.parfor.Chunk").withoutThreshold();
            }
            recording.start();
            Parfor.run(team, LoopSite.of("A.f", "A.java", 7, Schedule.DYNAMIC, 5), 18, Loops.body(i -> Loops.work(10)));
            Parfor.run(
                    team.withStatistics(loop -> {}),
                    LoopSite.of("A.g", "A.java", 8, Schedule.STATIC, 0),
                    Blocks.of(3000, 1000),
                    Loops.body(i -> Loops.work(10)));
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> chunks = RecordingFile.readAllEvents(file).stream()
                .filter(e -> e.getEventType().getName().equals("dev.parfor.Chunk"))
                .toList();
        if (wanted) {
            assertThat(chunks)
                    .filteredOn(e -> e.getInt("line") == 7)
                    .extracting(e -> e.getString("loop"), e -> e.getLong("first"), e -> e.getLong("iterations"))
                    .containsExactlyInAnyOrder(
                            tuple("A.f", 0L, 5L), tuple("A.f", 5L, 5L), tuple("A.f", 10L, 5L), tuple("A.f", 15L, 3L));
            assertThat(chunks.stream()
                            .filter(e -> e.getInt("line") == 8)
                            .mapToLong(e -> e.getLong("iterations"))
                            .sum())
                    .isEqualTo(3000);
            assertThat(chunks).allSatisfy(e -> assertThat(e.getThread()).isNotNull());
        } else {
            assertThat(chunks).isEmpty();
        }
    }

    /** What a JVM without Flight Recorder runs in {@link #worksWithoutFlightRecorder}. */
    public static final class Small {
        private Small() {}

        public static void main(String[] args) {
            long[] cells = new long[1000];
            try (Team team = Team.of(2)) {
                for (Schedule schedule : Schedule.values()) {
                    Parfor.run(team, Loops.site(schedule, 1), 1000, Loops.body(i -> cells[(int) i]++));
                }
                Parfor.sequential(team, Loops.site(Schedule.AUTO, 0), 1000, Loops.body(i -> cells[(int) i]++), "guard");
            }
            long sum = 0;
            for (long cell : cells) {
                sum += cell;
            }
            boolean recorder = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
            System.out.print(sum + " " + (recorder ? "with" : "without"));
        }
    }

    @Test
    void worksWithoutFlightRecorder() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '/' ? "java" : "java.exe");
        String classes = location(Parfor.class) + File.pathSeparator + location(LoopEventsTest.class);
        assertThat(run(java.toString(), "--limit-modules", "java.base", "-cp", classes, Small.class.getName()))
                .isEqualTo("6000 without");
    }

    /** The event classes bring a hundred others along, which takes longer than most first loops. */
    @Test
    void noEventClassIsLoadedBeforeSomebodyRecords() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '/' ? "java" : "java.exe");
        String classes = location(Parfor.class) + File.pathSeparator + location(LoopEventsTest.class);
        String quiet = run(java.toString(), "-Xlog:class+load", "-cp", classes, Small.class.getName());
        assertThat(quiet).contains(Parfor.class.getName() + " ").doesNotContain(LoopEvent.class.getName() + " ");
        String recorded = run(
                java.toString(), "-Xlog:class+load", "-XX:StartFlightRecording", "-cp", classes, Small.class.getName());
        assertThat(recorded).contains(LoopEvent.class.getName() + " ");
    }

    /** As a named module, which reads jdk.jfr only if it is there. */
    @Test
    void worksAsAModule() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '/' ? "java" : "java.exe");
        for (String modules : new String[] {"java.base", "java.base,jdk.jfr"}) {
            assertThat(run(
                            java.toString(),
                            "--limit-modules",
                            modules,
                            "-p",
                            location(Parfor.class),
                            "--patch-module",
                            "dev.parfor.runtime=" + location(LoopEventsTest.class),
                            "--add-modules",
                            "dev.parfor.runtime" + (modules.endsWith("jfr") ? ",jdk.jfr" : ""),
                            "-m",
                            "dev.parfor.runtime/" + Small.class.getName()))
                    .isEqualTo("6000 " + (modules.endsWith("jfr") ? "with" : "without"));
        }
    }

    private static String location(Class<?> c) throws Exception {
        String name = c.getName().replace('.', '/') + ".class";
        String url = Path.of(
                        c.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
        if (Files.exists(Path.of(url, name))) {
            return url;
        }
        // tests that are patched into the module have its location
        return Path.of(url).resolveSibling("test-classes").toString();
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            return text;
        }
    }
}
