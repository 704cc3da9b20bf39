package dev.parfor.benchmarks.compile;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What the processor adds to a compilation: javac alone and javac with the processor, each in a Java machine of its own, in
 * turn, so that both meet the same load of the computer; the median of several rounds.
 *
 * <p>CPU time hardly depends on what else the computer does. That of the process counts the start of the machine, its compiler
 * threads and its garbage collector; that of the compiling thread is close to what one waits for on an idle computer. Elapsed time
 * is that of the compilation alone.
 */
public final class CompileCost {

    private CompileCost() {}

    private record Cost(long process, long thread, long elapsed) {}

    /** @param arguments rounds, 7 unless given; loops, 100 unless given; a folder to leave the sources in */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        int loops = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        Path folder = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("cost");
        LoopSource source = LoopSource.read();
        Path annotated = write(folder.resolve("annotated"), source.annotated(loops));
        Path plain = write(folder.resolve("plain"), source.plain(loops));
        Map<String, List<String>> variants = new LinkedHashMap<>();
        variants.put("annotated, javac alone", javac(annotated, "-proc:none"));
        variants.put("annotated, with Parfor", javac(annotated, withProcessor()));
        variants.put("not annotated, javac alone", javac(plain, "-proc:none"));
        variants.put("not annotated, with Parfor", javac(plain, withProcessor()));

        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> variant : variants.entrySet()) {
                costs.computeIfAbsent(variant.getKey(), v -> new ArrayList<>()).add(run(variant.getValue()));
            }
        }
        print(loops, rounds, costs);
        if (arguments.length <= 2) {
            delete(folder);
        }
    }

    private static Path write(Path folder, String text) throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        return Files.writeString(folder.resolve("Loops.java"), text);
    }

    private static String[] withProcessor() {
        return new String[] {"-Aparfor.report=summary", "-processorpath", place("dev.parfor.processor.ParforProcessor")
        };
    }

    private static List<String> javac(Path source, String... options) {
        List<String> all = new ArrayList<>(List.of("-nowarn", "-d"));
        all.add(source.resolveSibling("classes").toString());
        all.add("-cp");
        all.add(place("dev.parfor.ParallelFor") + File.pathSeparator + place("dev.parfor.runtime.Parfor"));
        all.addAll(Arrays.asList(options));
        all.add(source.toString());
        return all;
    }

    /** The jar or folder that a class comes from. */
    private static String place(String className) {
        try {
            Class<?> type = Class.forName(className, false, CompileCost.class.getClassLoader());
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Cost run(List<String> javac) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", place(OneCompilation.class.getName()), OneCompilation.class.getName()));
        command.addAll(javac);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> output = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join("\n", output));
        }
        String[] figures = output.get(output.size() - 1).split(" ");
        return new Cost(Long.parseLong(figures[1]), Long.parseLong(figures[2]), Long.parseLong(figures[3]));
    }

    private static void print(int loops, int rounds, Map<String, List<Cost>> costs) {
        System.out.printf(
                Locale.ROOT,
                "%d loops, %d rounds, Java %s, %d processors; milliseconds, median (least)%n%n",
                loops,
                rounds,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        System.out.println("| compilation | CPU, process | CPU, compiling thread | elapsed |");
        System.out.println("|---|---:|---:|---:|");
        costs.forEach((variant, all) -> System.out.printf(
                "| %s | %s | %s | %s |%n",
                variant, figure(all, Cost::process), figure(all, Cost::thread), figure(all, Cost::elapsed)));
    }

    private static String figure(List<Cost> costs, ToLongFunction<Cost> which) {
        long[] sorted = costs.stream().mapToLong(which).sorted().toArray();
        return sorted[sorted.length / 2] + " (" + sorted[0] + ")";
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = new ArrayList<>(files.toList());
        }
        java.util.Collections.reverse(all);
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
