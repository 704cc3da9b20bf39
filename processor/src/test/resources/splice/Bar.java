package p;

import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Inner classes of a class without type parameters, interfaces, and a method in a nested class. */
public class Bar {
  private int count = 5;
  private static int made;
  int open = 2;
  static final String PREFIX = "<";

  public static String original() { made = 0; return new Nested().run(new Bar(), 4); }
  public static String copied() { made = 0; return Copy.run(new Nested(), new Bar(), 4); }

  class Inner {
    int seen = count + 1;
    Inner() { made++; }
    int more(int k) { return seen * k + count; }
    class Deep { int depth = seen; }
  }
  private static int outerStatic(int x) { return x + made; }
  static int outerOpen(int x) { return x - made; }
  interface Shape { default int area() { return 3; } static int unit() { return 1; } int sides(); }

  static class Nested extends Bar {
    private final long[] cells = new long[8];
    private IntSupplier supplier = () -> 1;
    Nested() { made += 10; }
    private static void fill(long[] into, int... values) { for (int v : values) into[v] += values.length; }

    String run(Bar bar, int n) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < n; i++) {
        Inner in = new Inner();
        Bar.Inner other = bar.new Inner();
        Inner.Deep deep = in.new Deep() { @Override public String toString() { return "deep" + depth + open; } };
        Inner anonymous = new Inner() { @Override int more(int q) { return super.more(q) + seen + open + this.seen; } };
        out.append(in.more(2)).append(other.more(3)).append(deep).append(anonymous.more(i));
        out.append(PREFIX).append(outerStatic(i)).append(outerOpen(i)).append(bar.count).append(made++);
        Shape shape = new Shape() {
          public int sides() { return 4 + i0(); }
          int i0() { return Shape.super.area() + area() + Shape.unit() + (int) cells[1]; }
        };
        out.append(shape.sides());
        cells[i] += i; this.cells[0]++; fill(cells, 1, 2);
        supplier = () -> (int) cells[2]; bar.count <<= 1;
        Supplier<Supplier<String>> nested = () -> new Supplier<>() {
          int open = 100;
          public String get() { return "" + open + Nested.this.open + Nested.this.cells[1]; }
        };
        out.append(nested.get().get()).append(supplier.getAsInt());
      }
      for (long cell : cells) out.append(cell).append(',');
      return out.append(" total=" + bar.count).toString();
    }
  }
}
