package p;

import java.util.List;

/** Record patterns, patterns in switches, qualified enum labels. */
public class Baz {
  sealed interface Shape permits Circle, Square, Pair, Hue {}
  record Circle(double radius) implements Shape {}
  record Square(int side) implements Shape {}
  record Pair(Shape left, Shape right) implements Shape {}
  enum Hue implements Shape { WARM, COLD }
  private static final int BIG = 3;
  private int count;
  int scale = 2;

  public static String original() { return new Baz().run(shapes()); }
  public static String copied() { return Copy.run(new Baz(), shapes()); }
  static List<Shape> shapes() {
    return List.of(new Circle(1.5), new Square(2), new Square(4), new Pair(new Square(1), new Circle(2)), new Pair(Hue.COLD, Hue.WARM), Hue.WARM, Hue.COLD);
  }

  String run(List<Shape> shapes) {
    StringBuilder out = new StringBuilder();
    for (Shape shape : shapes) {
      double area = switch (shape) {
        case Circle(var radius) when radius > scale -> -1;
        case Circle c -> c.radius() * scale;
        case Square(int side) when side > BIG -> count++;
        case Square s -> s.side();
        case Pair(Circle(double left), Circle right) -> left + right.radius();
        case Pair(Shape left, var right) -> left instanceof Square(int side) ? side : right.hashCode() * 0 + BIG;
        case Hue.WARM -> 100;
        case Hue.COLD -> 200 + count;
      };
      Object o = shape;
      if (o instanceof Pair(Square(var a), Circle(var b)) && b > 1) out.append(a).append(b);
      switch (o) {
        case Hue h when h == Hue.WARM: out.append(h); break;
        case null, default: out.append(Hue.valueOf("COLD").ordinal());
      }
      out.append(area).append(',');
    }
    return out.append("total=" + count).toString();
  }
}
