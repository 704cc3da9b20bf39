package dev.parfor.processor.frontend;

import static dev.parfor.processor.frontend.Reading.reads;
import static dev.parfor.processor.frontend.Reading.readsMembers;

import org.junit.jupiter.api.Test;

/** The printed form of what can stand in the body of a loop, as read from source. */
final class BodyReadingTest {

    @Test
    void constantsAreFolded() {
        readsMembers("""
                static final int W = 4; static final long BIG = 1L << 40; final int half = 3;
                enum E { X }
                @ParallelFor void run(long[] x) {
                  final int twice = 2 * W; int notConstant = 1;
                  for (int i = (W + 1) * 2; i < -(-W << 3); i++) {
                    x[i] = BIG / 3 + twice + (char) 66 + half + notConstant;
                    x[i + 1] = (byte) 200 + Integer.MAX_VALUE % 10 + (1.5f > 1 ? 7L : 8);
                    x[~0] = ("a" + 1 + 'c' + true).length() + 1 / 0;
                  }
                }
                """, """
                loop 1 i in A.run(long[])
                for#1 (int i = 10; i < 32; i += 1) {
                  x[i] = 366503876002L + notConstant;
                  x[i + 1] = -42L;
                  x[-1] = "a1ctrue".length() + (1 / 0);
                }
                """);
    }

    @Test
    void receiversAreSpelledOut() {
        readsMembers("""
                int n; static int count; double[] w;
                class Inner extends Base { int m;
                  @ParallelFor void run() {
                    for (int i = 0; i < n; i++) { w[i] = m + this.m + A.this.n + count + A.count + inherited + super.inherited; f(); g(); h(); super.h(); }
                  }
                  void h() {}
                }
                void f() {} static void g() {}
                static class Base { int inherited; void h() {} }
                """, """
                loop 1 i in Inner.run()
                for#1 (int i = 0; i < A.this.n; i += 1) {
                  A.this.w[i] = (((((this.m + this.m) + A.this.n) + A.count) + A.count) + this.inherited) + this.inherited;
                  A.this.f();
                  A.g();
                  this.h();
                  this.super::h();
                }
                """);
    }

    @Test
    void privateFieldOfAnOuterClassThatTheInnerOneExtends() {
        readsMembers("""
                private int hidden; int shown;
                class Inner extends A {
                  @ParallelFor void run(int[] x) { for (int i = 0; i < x.length; i++) x[i] = hidden + shown; }
                }
                """, """
                loop 1 i in Inner.run(int[])
                for#1 (int i = 0; i < x.length; i += 1) {
                  x[i] = A.this.hidden + this.shown;
                }
                """);
    }

    @Test
    void callsOfVariableArityMakeArrays() {
        readsMembers("""
                static int v(int a, Object... rest) { return 0; }
                static <T> int g(T... rest) { return 0; }
                @ParallelFor static void run(int[] x, String[] s, Object[] o) {
                  for (int i = 0; i < x.length; i++) {
                    v(1); v(1, 2); v(1, 2, 3); v(1, s); v(1, (Object) s); v(1, null, 2); v(1, x);
                    g(x); g(s); g(o); g(s, s); List.of(1, 2); Arrays.asList(s);
                  }
                }
                """, """
                loop 1 i in A.run(int[],java.lang.String[],java.lang.Object[])
                for#1 (int i = 0; i < x.length; i += 1) {
                  A.v(1, new java.lang.Object[] {});
                  A.v(1, new java.lang.Object[] {2});
                  A.v(1, new java.lang.Object[] {2, 3});
                  A.v(1, s);
                  A.v(1, new java.lang.Object[] {(java.lang.Object) s});
                  A.v(1, new java.lang.Object[] {null, 2});
                  A.v(1, new java.lang.Object[] {x});
                  A.g(new int[][] {x});
                  A.g(s);
                  A.g(o);
                  A.g(new java.lang.String[][] {s, s});
                  List.of(1, 2);
                  Arrays.asList(s);
                }
                """);
    }

    @Test
    void jumpsNameWhatTheyLeave() {
        reads("int[] x", """
                for (int i = 0; i < x.length; i++) {
                  if (x[i] == 0) continue;
                  outer:
                  for (int j = 0; ; j++) {
                    while (true) {
                      if (j > 3) break outer; else if (j > 2) continue outer;
                      switch (j) { case 1: break; case 2: continue; default: }
                      break;
                    }
                  }
                  block: { if (x[i] > 0) break block; x[i] = 2; }
                  do { x[i]--; if (x[i] == 5) continue; } while (x[i] > 0);
                }
                """, """
                loop 1 i in A.run(int[])
                for#1 (int i = 0; i < x.length; i += 1) {
                  if (x[i] == 0) {
                    continue #1;
                  }
                  for#2 (int j = 0; ; j++) {
                    for#3 (; true; ) {
                      if (j > 3) {
                        break #2;
                      }
                      else {
                        if (j > 2) {
                          continue #2;
                        }
                      }
                      switch#4 (j) {
                        case 1: {
                          break #4;
                        }
                        case 2: {
                          continue #3;
                        }
                        case default: {
                        }
                      }
                      break #3;
                    }
                  }
                  label#5 {
                    if (x[i] > 0) {
                      break #5;
                    }
                    x[i] = 2;
                  }
                  do#6 {
                    x[i]--;
                    if (x[i] == 5) {
                      continue #6;
                    }
                  } while (x[i] > 0);
                }
                """);
    }

    @Test
    void switchExpressionsAndRules() {
        readsMembers("""
                enum Color { RED, GREEN, BLUE }
                @ParallelFor static void run(int[] x, Color c, String s) {
                  for (int i = 0; i < x.length; i++) {
                    x[i] = switch (c) { case RED, BLUE -> 1; case GREEN -> { int u = 5; yield u; } };
                    switch (s) { case "a" -> x[i] = 1; case "b", "c" -> throw new IllegalStateException(s); default -> { } }
                    int k = switch (x[i]) { case 1: yield 2; default: x[i] = 3; yield 4; };
                  }
                }
                """, """
                loop 1 i in A.run(int[],A.Color,java.lang.String)
                for#1 (int i = 0; i < x.length; i += 1) {
                  x[i] = switch (c) { case Color.RED, Color.BLUE -> { yield 1; } case Color.GREEN -> { int u = 5; yield u; } };
                  switch#2 (s) {
                    case "a" -> {
                      x[i] = 1;
                    }
                    case "b", "c" -> {
                      throw new java.lang.IllegalStateException(s);
                    }
                    case default -> {
                    }
                  }
                  int k = switch (x[i]) { case 1: { yield 2; } case default: { x[i] = 3; yield 4; } };
                }
                """);
    }

    @Test
    void stringsPatternsAndConcatenation() {
        reads("Object[] o, String[] s, char c", """
                for (int i = 0; i < o.length; i++) {
                  if (o[i] instanceof String t && !t.isEmpty()) s[i] = t + i + c;
                  if (o[i] instanceof Integer) s[i] += o[i];
                  String block = \"""
                      two
                      lines\""" + "!";
                  var text = new StringBuilder().append(c);
                }
                """, """
                loop 1 i in A.run(java.lang.Object[],java.lang.String[],char)
                for#1 (int i = 0; i < o.length; i += 1) {
                  if ((o[i] instanceof java.lang.String t) && (!t.isEmpty())) {
                    s[i] = (t .. i) .. c;
                  }
                  if (o[i] instanceof java.lang.Integer) {
                    s[i] ..= o[i];
                  }
                  java.lang.String block = "two\\nlines!";
                  java.lang.StringBuilder text = new java.lang.StringBuilder().append(c);
                }
                """);
    }

    @Test
    void lambdasAndMethodReferences() {
        reads("int[] x, List<String> list", """
                for (int i = 0; i < x.length; i++) {
                  int k = i;
                  Runnable r = () -> list.add("a");
                  Supplier<Boolean> s = () -> list.add("a");
                  Comparator<String> c = (a, b) -> { return a.length() - b.length() + k; };
                  Function<String, Integer> f = String::length;
                  Supplier<List<String>> n = ArrayList::new;
                  Consumer<String> d = list::add;
                  list.forEach(e -> { if (e == null) return; });
                }
                """, """
                loop 1 i in A.run(int[],java.util.List)
                for#1 (int i = 0; i < x.length; i += 1) {
                  int k = i;
                  java.lang.Runnable r = () -> { list.add("a"); };
                  java.util.function.Supplier s = () -> list.add("a");
                  java.util.Comparator c = (a, b) -> { return (a.length() - b.length()) + k; };
                  java.util.function.Function f = String::length;
                  java.util.function.Supplier n = ArrayList::new;
                  java.util.function.Consumer d = list::add;
                  list.forEach((e) -> { if (e == null) { return; } });
                }
                """);
    }

    @Test
    void creationOfObjectsAndArrays() {
        reads("Object[] o, int n", """
                for (int i = 0; i < n; i++) {
                  int[][] a = new int[n][]; a[0] = new int[] {1, 2}; int[][] b = {{1}, {}};
                  o[i] = a[0].clone(); o[i] = new int[2][3][].length; o[i] = new Object() { int y = n; };
                  o[i] = new HashMap<String, int[]>(4); o[i] = int[].class; class Local {} o[i] = new Local();
                }
                """, """
                loop 1 i in A.run(java.lang.Object[],int)
                for#1 (int i = 0; i < n; i += 1) {
                  int[][] a = new int[n][];
                  a[0] = new int[] {1, 2};
                  int[][] b = new int[][] {new int[] {1}, new int[] {}};
                  o[i] = a[0].clone();
                  o[i] = new int[2][3][].length;
                  o[i] = new java.lang.Object() {...};
                  o[i] = new java.util.HashMap(4);
                  o[i] = Class.int[].class;
                  class Local;
                  o[i] = new A$1Local();
                }
                """);
    }

    @Test
    void triesAndLocks() {
        reads("int[] x, Object lock", """
                for (int i = 0; i < x.length; i++) {
                  try (AutoCloseable c = null; var d = c) { x[i] = 1; }
                  catch (IllegalStateException | ArithmeticException e) { throw e; }
                  catch (Exception e) { x[i] = 2; }
                  finally { x[i]++; }
                  synchronized (lock) { x[i] = 3; }
                  assert x[i] > 0 : "no";
                  assert true;
                }
                """, """
                loop 1 i in A.run(int[],java.lang.Object)
                for#1 (int i = 0; i < x.length; i += 1) {
                  try {
                    resource java.lang.AutoCloseable c = null;
                    resource java.lang.AutoCloseable d = c;
                    x[i] = 1;
                  }
                  catch (java.lang.RuntimeException e) {
                    throw e;
                  }
                  catch (java.lang.Exception e) {
                    x[i] = 2;
                  }
                  finally {
                    x[i]++;
                  }
                  synchronized (lock) {
                    x[i] = 3;
                  }
                  assert x[i] > 0 : "no";
                  assert true;
                }
                """);
    }

    @Test
    void typeVariablesAreErased() {
        readsMembers("""
                static class Box<T> { T value; }
                @ParallelFor static <T extends Comparable<T>, L extends ArrayList<T>> void run(T[] x, L list, Box<double[]> box) {
                  for (T t : list) { x[0] = t; box.value[1] = 2; double d = box.value.length; }
                }
                """, """
                loop 1 t in A.run(java.lang.Comparable[],java.util.ArrayList,A.Box)
                for#1 (java.lang.Comparable t : list list) {
                  x[0] = t;
                  box.value[1] = 2;
                  double d = box.value.length;
                }
                """);
    }
}
