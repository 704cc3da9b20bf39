package dev.parfor.processor.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** Constructs that are newer than the Java that this code is written in; they need a compiler that knows them. */
@EnabledForJreRange(minVersion = 22)
final class NewerJavaTest {

    private static final String SHAPES = """
            sealed interface Shape permits Circle, Square {} record Circle(double r) implements Shape {}
            record Square(double a, Object tag) implements Shape {}
            """;

    @Test
    void typePatternsInSwitches() {
        assertThat(Reading.members(SHAPES + """
                @ParallelFor static void run(Shape[] s, double[] out) {
                  for (int i = 0; i < s.length; i++) {
                    out[i] = switch (s[i]) {
                      case null -> 0;
                      case Circle c when c.r() > 1 -> c.r();
                      case Circle c -> -c.r();
                      case Square q -> { yield q.a(); }
                    };
                    switch (s[i]) { case Circle c: out[i]++; break; case null, default: out[i]--; }
                  }
                }
                """)).isEqualTo("""
                loop 1 i in A.run(A.Shape[],double[])
                for#1 (int i = 0; i < s.length; i += 1) {
                  out[i] = switch (s[i]) { case null -> { yield 0; } case pattern(A.Circle c) when c.r() > 1 -> { yield c.r(); } \
                case pattern(A.Circle c) -> { yield -c.r(); } case pattern(A.Square q) -> { yield q.a(); } };
                  switch#2 (s[i]) {
                    case pattern(A.Circle c): {
                      out[i]++;
                      break #2;
                    }
                    case null default: {
                      out[i]--;
                    }
                  }
                }
                """);
    }

    @Test
    void recordPatterns() {
        assertThat(Reading.members(SHAPES + """
                @ParallelFor static void run(Object[] s, double[] out) {
                  for (int i = 0; i < s.length; i++) {
                    if (s[i] instanceof Square(double a, Circle(var r)) && a > r) out[i] = r;
                    if (s[i] instanceof Circle(_)) out[i] = 1;
                  }
                }
                """)).isEqualTo("""
                loop 1 i in A.run(java.lang.Object[],double[])
                for#1 (int i = 0; i < s.length; i += 1) {
                  if ((s[i] instanceof A.Square(a, r)) && (a > r)) {
                    out[i] = r;
                  }
                  if (s[i] instanceof A.Circle()) {
                    out[i] = 1;
                  }
                }
                """);
    }

    /** A case has no place for the calls of accessors. */
    @Test
    void recordPatternsInSwitchesAreNotRead() {
        assertThat(Reading.members(SHAPES + """
                @ParallelFor static void run(Object[] s, double[] out) {
                  for (int i = 0; i < s.length; i++) out[i] = switch (s[i]) { case Circle(double r) -> r; default -> 0; };
                }
                """)).startsWith("loop 1 i in A.run refused:\n  UNREAD `switch (s[i]) {");
    }

    @Test
    void variablesWithoutNames() {
        assertThat(Reading.method("int[] x", """
                for (int i = 0; i < x.length; i++) {
                  int _ = x[i];
                  try { x[i] = 1; } catch (RuntimeException _) { }
                  for (int _ : x) { x[i]++; }
                  IntBinaryOperator f = (_, b) -> b;
                }
                """)).isEqualTo("""
                loop 1 i in A.run(int[])
                for#1 (int i = 0; i < x.length; i += 1) {
                  int _ = x[i];
                  try {
                    x[i] = 1;
                  }
                  catch (java.lang.RuntimeException _) {
                  }
                  for#2 (int _ : x) {
                    x[i]++;
                  }
                  java.util.function.IntBinaryOperator f = (_, b) -> b;
                }
                """);
    }
}
