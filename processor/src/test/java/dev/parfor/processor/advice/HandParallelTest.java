package dev.parfor.processor.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loops that were made parallel by hand: they are found in whatever way it was done, and many of those of EJML are accepted. */
class HandParallelTest {

    @Test
    void loopsBelowComments() {
        HandParallel found = HandParallel.in(String.join(
                "\n",
                "class A { void f(int n) {",
                "  //CONCURRENT_BELOW EjmlConcurrency.loopFor(0, n, i -> {",
                "  for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) {} }",
                "  //CONCURRENT_ABOVE });",
                "  for (int i = 0; i < n; i++) {}",
                "  //CONCURRENT_BELOW int total = 0;",
                "} }"));
        assertThat(found.lines()).containsExactly(Map.entry(3, HandParallel.Mark.COMMENT));
    }

    @Test
    void lambdasBecomeLoops() {
        HandParallel found = HandParallel.in(String.join(
                "\n",
                "class A { void f(int n, int[] x) {",
                "  IntStream.range(0, x.length).parallel().forEach(i -> x[i] = i);",
                "  IntStream.range(0, n).parallel().forEach(i -> {",
                "    if (x[i] < 0) return;",
                "    x[i] = f(i, \"});\");",
                "  });",
                "  BoofConcurrency.loopFor(1, n, 2, i -> { x[i]++; });",
                "  int s = IntStream.range(0, n).parallel().map(i -> x[i]).sum();",
                "} }"));
        assertThat(found.lines().keySet()).containsExactly(2, 3, 7);
        assertThat(found.notRewritten()).isEqualTo(1);
        List<String> lines = found.text().lines().toList();
        assertThat(lines.get(1)).isEqualTo("  for (int i = 0; i < x.length; i++) { x[i] = i; }");
        assertThat(lines.get(2)).isEqualTo("  for (int i = 0; i < n; i++) {");
        assertThat(lines.get(3)).isEqualTo("    if (x[i] < 0) continue;");
        assertThat(lines.get(5)).isEqualTo("  }");
        assertThat(lines.get(6)).isEqualTo("  for (int i = 1; i < n; i += 2) { x[i]++; }");
    }

    @Test
    void elseOfSubmittedParts() {
        HandParallel found = HandParallel.in(String.join(
                "\n",
                "class A { void f(int n) {",
                "  if (n > 1) {",
                "    for (int t = 0; t < 2; t++) { futures[t] = ConcurrencyUtils.submit(task); }",
                "  } else {",
                "    for (int i = 0; i < n; i++) { for (int j = 0; j < n; j++) {} }",
                "    for (int i = 0; i < n; i++) g(i);",
                "  }",
                "} }"));
        assertThat(found.lines().keySet()).containsExactly(5, 6);
    }

    @Test
    void classesBecomeLoops() {
        HandParallel found = HandParallel.in(String.join(
                "\n",
                "class A { void f(int n, int[] x) {",
                "  Parallel.loop(n, new Parallel.LoopInt() {",
                "    public void compute(int i) {",
                "      for (int j = 0; j < n; j++) { if (x[j] < 0) return; }",
                "      x[i] = i;",
                "  } });",
                "  new PFor(2, 0, n - 1) { @Override public final void step(int i) { x[i] = i; } };",
                "  for (int t = 0; t < n; t++) {",
                "    final int k = t;",
                "    pool.submit(new Runnable() { public void run() { x[k]++; latch.countDown(); } });",
                "  }",
                "  for (int t = 0; t < n; t++) { sums.add(pool.submit(new Callable<Integer>() {})); }",
                "} }"));
        assertThat(found.lines())
                .containsExactly(
                        Map.entry(2, HandParallel.Mark.LAMBDA),
                        Map.entry(7, HandParallel.Mark.LAMBDA),
                        Map.entry(8, HandParallel.Mark.TASK));
        assertThat(found.notRewritten()).isEqualTo(1);
        List<String> lines = found.text().lines().toList();
        assertThat(lines.get(1)).matches("  (hand\\d+): for \\(int i = 0; i < n; i\\+\\+\\) ");
        assertThat(lines.get(3)).contains("continue hand");
        assertThat(lines.get(6)).isEqualTo("  for (int i = 0; i <= n - 1; i++) { x[i] = i; }");
        assertThat(lines.get(9).strip()).isEqualTo("{ x[k]++;  }");
    }

    @Test
    void loopsOfEjml() throws IOException {
        Path libraries = Path.of("target/libraries");
        String classPath;
        try (Stream<Path> jars = Files.list(libraries)) {
            classPath = jars.filter(j -> !j.toString().contains("sources"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        List<Advice> advice =
                new HandParallelLoops(libraries.resolve("ejml-ddense-0.43.1-sources.jar")).advise(classPath);
        assertThat(advice).hasSizeGreaterThan(50);
        assertThat(advice.stream().filter(a -> a.verdict().isParallel())).hasSizeGreaterThanOrEqualTo(45);
    }
}
