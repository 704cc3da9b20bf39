package dev.parfor.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops that were accepted once and must never be again, one for each way in which a proof went wrong. */
class BreakerSoundnessTest {

    /** Each of the loops is refused: nothing says that one is parallel, with or without a guard. */
    private static void refusesAll(String source) {
        Snippet.Result result = Snippet.compile(source, "-Aparfor.refused=warn");
        assertThat(result.compiled()).as("%s", result.found()).isTrue();
        List<Snippet.Found> accepted = result.found().stream()
                .filter(f -> f.code().startsWith("PF0") || f.code().startsWith("PF9"))
                .toList();
        assertThat(accepted).isEmpty();
        long marks = source.lines().filter(l -> l.contains("@ParallelFor")).count();
        long refused = result.found().stream()
                .filter(f -> !f.code().isEmpty() && f.line() > 0)
                .map(Snippet.Found::line)
                .distinct()
                .count();
        assertThat(refused).isGreaterThanOrEqualTo(marks);
    }

    @Test
    void valuesThatCallsAndSwitchesGive() {
        refusesAll("""
                class Snippet {
                    // A byte in one place and an int in another are an int.
                    static int pick(int i, byte[] b) {
                        if (i > 5) return i * 300;
                        return b[0];
                    }
                    @ParallelFor static void returns(int[] a, byte[] b, int n) {
                        for (int i = 1; i < n; i++) a[i * 300 + 1000 - pick(i, b)] = i;
                    }
                    // The finally block runs after the yield.
                    @ParallelFor static void yields(int[] a, int[] c, int n) {
                        for (int i = 0; i < n; i++) {
                            int m = i;
                            int x = switch (c[i]) { default -> { try { yield 1; } finally { m = 0; } } };
                            a[m] = i + x;
                        }
                    }
                    // Loops are numbered within their method: the jump out of `skip` is none of the callee's.
                    static int loops(int z) {
                        int s = 0;
                        for (int q = 0; q < z; q++) for (int r = 0; r < 2; r++) s++;
                        while (s > 100) s--;
                        do s++; while (s < 3);
                        return s;
                    }
                    @ParallelFor static void jumps(int[] a, int[] b, int n) {
                        for (int i = 0; i < n; i++) {
                            int k = 0;
                            skip: {
                                if (b[i] > 0) break skip;
                                loops(i);
                                k = i;
                            }
                            a[k] = 1;
                        }
                    }
                }
                """);
    }

    @Test
    void testsThatEndAnInnerLoop() {
        refusesAll("""
                class Snippet {
                    // The last test writes the cell behind the last iteration's.
                    @ParallelFor static void behind(int[] a, int n) {
                        for (int i = 0; i < n; i++) {
                            int k = i * 4;
                            while (a[k]-- > 0 && k < i * 4 + 4) k++;
                        }
                    }
                    // The test runs where no iteration does.
                    static int one(int[] a) {
                        a[0]++;
                        return 1;
                    }
                    @ParallelFor static void limit(int[] a, int n) {
                        for (int i = 0; i < n; i++) for (int k = i; k < one(a); k++) { }
                    }
                }
                """);
    }

    @Test
    void libraryMethodsThatDoMore() {
        refusesAll("""
                import java.util.*;
                import dev.parfor.*;
                class Snippet {
                    @ParallelFor static void filled(byte[] buffer, byte[] out, int n) {
                        for (int i = 0; i < n; i++) {
                            new Random(i).nextBytes(buffer);
                            out[i] = buffer[0];
                        }
                    }
                    @ParallelFor static void chars(char[] buffer, char[] out, int n) {
                        for (int i = 0; i < n; i++) Character.toChars(i, buffer, 0);
                    }
                    @ParallelFor static void reads(char[] c, int[] out, int n) {
                        for (int i = 0; i < n; i++) {
                            c[i] = 'x';
                            out[i] = Character.codePointAt(c, 0);
                        }
                    }
                    @ParallelFor static void hashes(Object[] keys, int[] out, int n) {
                        for (int i = 0; i < n; i++) out[i] = Arrays.hashCode(keys);
                    }
                    @ParallelFor static void equal(Object[] p, Object[] q, boolean[] out, int n) {
                        for (int i = 0; i < n; i++) out[i] = Arrays.equals(p, q);
                    }
                    @ParallelFor static void searches(String[] p, Comparator<String> c, int[] out, int n) {
                        for (int i = 0; i < n; i++) out[i] = Arrays.binarySearch(p, "", c);
                    }
                    @ParallelFor static void parses(CharSequence text, int[] out, int n) {
                        for (int i = 0; i < n; i++) out[i] = Integer.parseInt(text, 0, 1, 10);
                    }
                }
                """);
    }

    @Test
    void codeOfTheUserThatLibraryMethodsCallBack() {
        refusesAll("""
                import java.util.*;
                import dev.parfor.*;
                class Snippet {
                    static final class Draws extends Random {
                        static int draws;
                        Draws(long seed) { super(seed); }
                        @Override protected int next(int bits) { return draws++; }
                    }
                    @ParallelFor static void draws(int[] out, int n) {
                        for (int i = 0; i < n; i++) out[i] = new Draws(i).nextInt();
                    }
                    static class Counted extends RuntimeException {
                        static int count;
                        @Override public synchronized Throwable fillInStackTrace() {
                            count++;
                            return this;
                        }
                    }
                    @ParallelFor static void thrown(int[] out, int n) {
                        for (int i = 0; i < n; i++) {
                            try { throw new Counted(); } catch (Counted e) { out[i] = 1; }
                        }
                    }
                    @ParallelFor static void detail(int[] out, Snippet s, int n) {
                        for (int i = 0; i < n; i++) {
                            try { throw new AssertionError(s); } catch (AssertionError e) { out[i] = 1; }
                        }
                    }
                }
                """);
    }

    @Test
    void payloadThatMayThrowWhereTheLoopWouldNotReadIt() {
        refusesAll("""
                class Snippet {
                    @ParallelFor static int payload(int[] x, int[] p, boolean q, int n) {
                        int v = 10;
                        int w = 0;
                        for (int i = 0; i < n; i++) {
                            if ((q || p[i] > 0) && x[i] > v) {
                                v = x[i];
                                w = p[i];
                            }
                        }
                        return v + w;
                    }
                    int[] row;
                    final void forget() { row = null; }
                    @ParallelFor static int gone(int[] x, int[] shared, int n) {
                        int v = 10;
                        int w = 0;
                        for (int i = 0; i < n; i++) {
                            Snippet s = new Snippet();
                            s.row = shared;
                            int y = s.row[i];
                            s.forget();
                            if (x[i] > v) {
                                v = x[i];
                                w = s.row[i];
                            }
                        }
                        return v + w;
                    }
                }
                """);
    }

    @Test
    void conditionsThatWrapArePartOfTheGuard() {
        Snippet.Result result = Snippet.compile("""
                class Snippet {
                    @ParallelFor static void gained(int[] a, int n) {
                        for (int i = 1; i < n; i++) {
                            long k = 0;
                            for (int j = i + Integer.MAX_VALUE; j < Integer.MIN_VALUE + 100; j++) {
                                k++;
                                if (k > 5) a[0] = i;
                            }
                        }
                    }
                    @ParallelFor static void narrowed(int[] a, int n) {
                        for (int i = 0; i < n; i++) {
                            if (i + Integer.MAX_VALUE < 5) {
                                byte b = (byte) i;
                                a[b + 128] = i;
                            }
                        }
                    }
                }
                """, "-Aparfor.refused=warn");
        assertThat(result.codes()).doesNotContain("PF001");
    }

    @Test
    void volatileBoundIsReadInEachIteration() {
        refusesAll("""
                class Snippet {
                    volatile int n;
                    static volatile int m;
                    @ParallelFor void field(int[] a) {
                        for (int i = 0; i < n; i++) a[i] = 1;
                    }
                    @ParallelFor static void ofClass(int[] a) {
                        for (int i = 0; i < m; i++) a[i] = 1;
                    }
                }
                """);
    }

    @Test
    void stepThatIsNoNumberRefutesNothing() {
        Snippet.check("""
                class Snippet {
                    @ParallelFor static void clear(int[] a, int n, int s) {
                        for (int i = 0; i < n; i += s) {
                            a[i] = 1; // PF234: was not proved parallel
                            a[i + 1] = 2;
                        }
                    }
                }
                """);
    }

    @Test
    void recordWithItsOwnConstructorStillCompiles() {
        Snippet.Result result = Snippet.compile("""
                class Snippet extends Base {
                    @ParallelFor static void clear(int[] a) {
                        for (int i = 0; i < a.length; i++) a[i] = 1;
                    }
                    @ParallelFor static void follows(int[] a) {
                        for (int i = 0; i < a.length; i++) a[i] = Other.twice(i);
                    }
                }
                class Other {
                    record Range(int from) { Range(int from) { this.from = from; } }
                    static int twice(int i) { return 2 * i; }
                }
                class Base {
                    static Object range() {
                        record Range(int from, int to) {
                            Range { if (from > to) throw new IllegalArgumentException(); }
                        }
                        return new Range(0, 1);
                    }
                }
                """, "-Aparfor.refused=warn");
        assertThat(result.compiled()).as("%s", result.found()).isTrue();
        assertThat(result.codes()).containsExactly("PF001");
    }

    @Test
    void lambdaThatIsHandedToItselfIsNotFollowedForEver() {
        refusesAll("""
                class Snippet {
                    interface F { int call(F f, int x); }
                    @ParallelFor static void itself(int[] a, int n) {
                        for (int i = 0; i < n; i++) {
                            F f = (g, x) -> g.call(g, x);
                            a[i] = f.call(f, i);
                        }
                    }
                }
                """);
    }

    /** What the library calls of what it is handed, a user may have written. */
    @Test
    void objectsHandedToTheLibrary() {
        refusesAll("""
                import java.math.BigDecimal;
                import java.math.BigInteger;
                import java.nio.charset.Charset;
                import java.util.*;
                class Snippet {
                    static int calls;
                    static class Evil extends BigInteger {
                        Evil() { super("1"); }
                        @Override public int signum() { return ++calls; }
                        @Override public int intValue() { return ++calls; }
                    }
                    static class Loud extends RuntimeException {
                        @Override public String getMessage() { return "" + ++calls; }
                    }
                    static class Pair {
                        @Override public int hashCode() { return ++calls; }
                        @Override public String toString() { return "" + ++calls; }
                    }
                    @ParallelFor static void argument(BigInteger[] x, BigInteger[] y) {
                        for (int i = 0; i < x.length; i++) y[i] = BigInteger.ONE.add(x[i]);
                    }
                    @ParallelFor static void createdArgument(BigInteger[] y) {
                        for (int i = 0; i < y.length; i++) y[i] = BigInteger.ONE.add(new Evil());
                    }
                    @ParallelFor static void createdReceiver(int[] y) {
                        for (int i = 0; i < y.length; i++) y[i] = new Evil().intValue();
                    }
                    @ParallelFor static void constructorArgument(BigDecimal[] y) {
                        for (int i = 0; i < y.length; i++) y[i] = new BigDecimal(new Evil());
                    }
                    @ParallelFor static void charset(byte[][] y, Charset[] c) {
                        for (int i = 0; i < y.length; i++) y[i] = "text".getBytes(c[i]);
                    }
                    @ParallelFor static void charsetOfString(String[] y, byte[] b, Charset c) {
                        for (int i = 0; i < y.length; i++) y[i] = new String(b, c);
                    }
                    @ParallelFor static void cause(RuntimeException[] y) {
                        for (int i = 0; i < y.length; i++) y[i] = new RuntimeException(new Loud());
                    }
                    @ParallelFor static void caught(int[] y) {
                        for (int i = 0; i < y.length; i++) {
                            try {
                                y[i] = 10 / y[i];
                            } catch (RuntimeException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                    }
                    @ParallelFor static void asserted(int[] y, Object[] o) {
                        for (int i = 0; i < y.length; i++) {
                            assert y[i] > 0 : o[i];
                            y[i]++;
                        }
                    }
                    @ParallelFor static void detail(int[] y, Object[] o) {
                        for (int i = 0; i < y.length; i++) if (y[i]++ < 0) throw new AssertionError(o[i]);
                    }
                    @ParallelFor static void keys(int[] y) {
                        for (int i = 0; i < y.length; i++) {
                            Map<Object, Integer> map = new HashMap<>();
                            map.put(new Pair(), i);
                            y[i] = map.size();
                        }
                    }
                    @ParallelFor static void members(int[] y, Pair pair) {
                        for (int i = 0; i < y.length; i++) {
                            List<Object> list = new ArrayList<>();
                            list.add(pair);
                            y[i] = list.indexOf(pair);
                        }
                    }
                    @ParallelFor static void formats(String[] y, Pair pair) {
                        for (int i = 0; i < y.length; i++) y[i] = String.format("%s %d", pair, i);
                    }
                    @ParallelFor static void hashes(int[] y, Pair pair) {
                        for (int i = 0; i < y.length; i++) y[i] = Objects.hash(i, pair);
                    }
                    @ParallelFor static void references(String[] y, Pair pair) {
                        for (int i = 0; i < y.length; i++) {
                            java.util.function.Function<Object, String> f = String::valueOf;
                            y[i] = f.apply(pair);
                        }
                    }
                    @ParallelFor static void builders(String[] y, Pair pair) {
                        for (int i = 0; i < y.length; i++) y[i] = new StringBuilder().append(pair).toString();
                    }
                    @ParallelFor static void sorted(Comparable[][] y) {
                        for (int i = 0; i < y.length; i++) Arrays.sort(y[i]);
                    }
                    @ParallelFor static void optional(int[] y, java.util.function.IntUnaryOperator f) {
                        for (int i = 0; i < y.length; i++) y[i] = java.util.stream.IntStream.range(0, i).map(f).sum();
                    }
                    static class Table {
                        static final BigInteger LIMIT = limit(new Evil());
                        static BigInteger limit(BigInteger n) { return n.add(n); }
                    }
                    @ParallelFor static void initializer(Object[] y) {
                        for (int i = 0; i < y.length; i++) y[i] = Table.LIMIT;
                    }
                }
                """);
    }

    @Test
    void blocksCopiesThatGetOut() {
        refusesAll("""
                import java.util.function.*;
                class Snippet {
                    record Kept(int[] a) {}
                    static int[] id(int[] a) { return a; }
                    @ParallelFor static void inRecord(int[] h, int[] x, Object[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = new Kept(h); }
                    }
                    @ParallelFor static void inArray(int[] h, int[] x, Object[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = new int[][] {h}; }
                    }
                    @ParallelFor static void inLambda(int[] h, int[] x, IntSupplier[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = () -> h[0]; }
                    }
                    @ParallelFor static void inReference(int[] h, int[] x, Supplier<?>[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = h::clone; }
                    }
                    @ParallelFor static void byCall(int[] h, int[] x, Object[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = id(h); }
                    }
                    @ParallelFor static void byChoice(int[] h, int[] x, Object[] out) {
                        for (int i = 0; i < x.length; i++) { h[x[i] & 3]++; out[i] = i > 3 ? h : null; }
                    }
                }
                """);
    }
}
