package p;
import static java.lang.Math.max;
import static q.Kind.*;
import dev.parfor.ParallelFor;
import java.util.*;
import java.util.Map.Entry;
import java.util.function.*;
import q.Base;
import q.Kind;
public class Foo<T extends Comparable<T>> extends Base {
  private static final byte LIMIT = 3;
  private static final String NAME = "f\"oo\n";
  private static final int[] TABLE = {5, 4, 3, 2, 1};
  private static int created;
  static final int OPEN = 11;
  final int fixed = 4;
  private int count;
  private double sum;
  private char mark = 'a';
  private byte small;
  private List<String> names = new ArrayList<>(List.of("x", "yy", "zzz"));
  private T best;
  Foo<T> next;
  static class Node { private int value; Node left; private Node(int v) { value = v; created++; } int get() { return value; } }
  static class Box<E> { private E held; private Box(E e) { held = e; } }
  private static int twice(int x) { return 2 * x; }
  private int plus(int a, int b) { return a + b + count; }
  private int own() { return count; }
  private <U> U same(U u) { return u; }
  private void check(int i) throws java.io.IOException { if (i > 1000) throw new java.io.IOException("far"); }
  int plain(int x) { return x + 1; }
  <U> U open(U u) { return u; }
  static int shared(int x) { return x - 1; }

  public static String original() throws Exception {
    Foo<String> foo = fresh();
    return foo.run(List.of("b", "d", "c"), 6) + foo.state();
  }
  public static String copied() throws Exception {
    Foo<String> foo = fresh();
    return Copy.run(foo, List.of("b", "d", "c"), 6) + foo.state();
  }
  static Foo<String> fresh() { created = 0; Foo<String> f = new Foo<>(); f.next = new Foo<>(); f.next.count = 40; return f; }
  String state() { return count + " " + sum + " " + mark + small + names + best + next.count + " " + next.sum + created; }

  String run(List<? extends T> given, int n) throws java.io.IOException {
    StringBuilder out = new StringBuilder(NAME); // a comment with $T and $L
    @SuppressWarnings("unused") var widths = new int[] {1, 2, 3};
    Map<String, List<Integer>> groups = new TreeMap<String, List<Integer>>();
    int total = 0;
    record Pair(int a, String b) { Pair { if (a > 99) throw new IllegalArgumentException(); } static int made; int both() { return a + b.length(); } }
    enum Local { ONE, TWO(2) { int w() { return OPEN; } }; final int k; Local() { this(1); } Local(int k) { this.k = k; } int w() { return k; } }
    Pair first = new Pair(1, "o");
    out.append(first.both()).append(Local.TWO.w()).append(Local.valueOf("ONE").w());
    outer:
    for (@ParallelFor(chunk = 4) int i = 0; i < n + LIMIT; i++) {
      /* block comment */
      int j = 0, k[] = {i, TABLE[i % TABLE.length]};
      class Helper<E extends Comparable<E>> extends Base implements Supplier<E> {
        E e; int level = 5; private int count = 70;
        Helper(E e) { super(); this.e = e; }
        public E get() { hidden(); return e; }
        int both() { return level + super.level + this.count++ + count + Foo.this.count + hidden() + plain(SHIFT) + twice(fixed); }
      }
      Helper<String> helper = new Helper<>("h" + i);
      inner:
      while (true) {
        switch (j++) {
          case 0: continue inner;
          case LIMIT: break inner;
          default: if (j > 10) break inner;
        }
      }
      Kind kind = i % 2 == 0 ? RED : Kind.GREEN;
      switch (kind) { case RED: total += 1; break; case GREEN: total += shared(i); }
      total += switch (kind) { case RED -> OPEN; case GREEN -> { int y = max(i, 2); yield y * this.fixed; } };
      byte narrow = LIMIT;
      total += narrow + helper.both() + helper.get().length();
      count++; --this.count; (count) += 2; this.next.count -= k[0] * 1; next.next = null;
      sum = total / 3.0; next.sum = sum * 2; mark += 1; small = 5; small++;
      total += plus(i, twice(k[1])) + this.plus(1, same(i)) + this.<Integer>open(3) + next.own() + Foo.twice(i);
      check(i);
      Node node = new Node(i); node.left = new Node(count);
      total += node.value + node.left.value++ + new Node(2).get();
      Box<String> box = new Box<>("in" + i); box.held += "!"; out.append(box.held.length());
      IntBinaryOperator op = this::plus; IntUnaryOperator un = Foo::twice; ToIntFunction<Foo<T>> u2 = Foo::own;
      IntUnaryOperator open = this::plain; Function<Integer, int[]> arrays = int[]::new; IntFunction<Node> nodes = Node::new;
      total += op.applyAsInt(i, 1) + un.applyAsInt(i) + u2.applyAsInt(next) + open.applyAsInt(1) + arrays.apply(i).length + nodes.apply(9).get();
      Runnable r = () -> { this.count += 3; Foo.this.sum += 1; };
      r.run();
      Comparator<T> order = new Comparator<>() {
        private int calls = 1;
        public int compare(T a, T b) { calls++; return a.compareTo(b) * (calls > 0 ? 1 : count); }
        @Override public String toString() { return "order" + calls + hashCode() * 0; }
      };
      for (T t : given) { if (best == null || order.compare(t, best) > 0) best = t; else if (order == null) throw new java.lang.IllegalStateException(); }
      for (java.util.Map.Entry<String, List<Integer>> e : groups.entrySet()) for (Integer v : e.getValue()) total += v;
      for (Entry<String, List<Integer>> e : groups.entrySet()) { total ^= e.getKey().hashCode(); }
      groups.computeIfAbsent(names.get(i % names.size()), x -> new ArrayList<>()).add(i);
      Object o = i % 3 == 0 ? (Object) "text" : i % 3 == 1 ? Integer.valueOf(i) : new double[] {1, 2};
      if (o instanceof String s && s.length() == 4) total += s.length();
      else if (!(o instanceof Integer boxed)) total += ((double[]) o).length;
      else total += boxed;
      String block = """
          text block $T \t "quoted" \""" {
            indented %d
      end\
      """.formatted(i);
      out.append(block).append(Base.tag(block.length())).append(tag(level)).append('\u0041').append(\u006eames.get(0));
      int[][] grid = new int[2][LIMIT]; grid[1][0] = i; long big = (long) grid[1].length << SHIFT;
      total += (int) big + widths[i % widths.length] + List.<String>of("a").size() + grid.clone().length;
      try (AutoCloseable c = () -> count++) { if (i == 4) throw new java.io.IOException("io"); }
      catch (java.io.IOException | RuntimeException e) { out.append(e.getMessage()); }
      catch (final Exception e) { throw new AssertionError(e); }
      synchronized (this) { total++; }
      assert total != Integer.MIN_VALUE : "never " + NAME;
      if (total < -1_000_000) break outer;
      if (i == 5) continue outer;
      do { total--; } while (total > 0 && total % 7 != 0);
    }
    if (n > 2) for (@ParallelFor final var name : names) out.append(name).append(own());
    int p = 1;
    for (@ParallelFor int q = p; q < n; q += 2) total += p * q + getClass().getSimpleName().length() * 0 + hashCode() * 0;
    out.append(groups).append(" total=").append(total);
    return out.toString();
  }
}
