import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.*;
import java.util.stream.*;

/** Lambdas and method references of all kinds; what they give is collected. */
class Lambdas implements Callable<List<String>> {

    private final List<String> seen = new ArrayList<>();
    private final String name = "me";

    interface Own {
        int own(int x);
    }

    interface WithPrivate {
        default Supplier<String> held() {
            return () -> secret() + also();
        }

        private String secret() {
            return "secret";
        }

        private static String also() {
            return "also";
        }
    }

    static class Base {
        String greet() {
            return "base";
        }
    }

    static class Derived extends Base {
        @Override
        String greet() {
            return "derived";
        }

        Supplier<String> ofSuper() {
            return super::greet;
        }

        Supplier<String> ofThis() {
            return this::greet;
        }
    }

    private static final class Inner {
        private final int value;

        private Inner(int value) {
            this.value = value;
        }

        private int twice() {
            return 2 * value;
        }

        private IntSupplier more(int by) {
            return () -> value + by;
        }
    }

    enum Kind implements Supplier<String> {
        FIRST {
            @Override
            public String get() {
                Function<String, String> f = x -> x + name();
                return f.apply("kind ");
            }
        }
    }

    private void add(Object value) {
        seen.add(String.valueOf(value));
    }

    private static <T extends Comparable<T>> T greater(T a, T b) {
        BinaryOperator<T> max = (x, y) -> x.compareTo(y) >= 0 ? x : y;
        return max.apply(a, b);
    }

    private static int sum(int... all) {
        return IntStream.of(all).sum();
    }

    @Override
    public List<String> call() throws Exception {
        boolean z = true;
        byte b = 1;
        short s = 2;
        char c = 'c';
        int i = 4;
        long l = 1L << 40;
        float f = 0.5f;
        double d = 0.25;
        int[] array = {1, 2};
        Supplier<String> all = () -> name + z + b + s + c + i + l + f + d + array.length;
        add(all.get());
        Runnable run = () -> add("ran");
        run.run();
        Consumer<Object> consumer = this::add;
        consumer.accept("accepted");
        Predicate<String> empty = String::isEmpty;
        add(empty.test("") + " " + empty.negate().test("") + " " + empty.and(x -> false).test(""));
        Predicate<String> dropped = seen::remove;
        add(dropped.test("nothing"));
        // The result is not wanted.
        Consumer<String> adds = seen::add;
        adds.accept("added");
        LongSupplier wide = seen::size;
        add(wide.getAsLong());
        Consumer<Integer> ignored = x -> l(x);
        ignored.accept(1);
        Function<Integer, Inner> make = Inner::new;
        ToIntFunction<Inner> twice = Inner::twice;
        add(twice.applyAsInt(make.apply(21)));
        add(new Inner(1).more(2).getAsInt());
        IntFunction<int[]> arrays = int[]::new;
        add(arrays.apply(3).length);
        ToLongFunction<Integer> unboxed = Integer::intValue;
        add(unboxed.applyAsLong(7));
        ToDoubleFunction<Long> toDouble = x -> x;
        add(toDouble.applyAsDouble(8L));
        IntToLongFunction widened = Math::abs;
        add(widened.applyAsLong(-9));
        Function<Integer, Long> viaInt = Integer::longValue;
        add(viaInt.apply(10));
        Supplier<Object> boxed = () -> 11;
        add(boxed.get());
        IntSupplier fromBox = Integer.valueOf(12)::intValue;
        add(fromBox.getAsInt());
        BiFunction<Double, Double, Double> pow = Math::pow;
        add(pow.andThen(x -> x + 1).apply(2.0, 3.0));
        UnaryOperator<String> upper = String::toUpperCase;
        add(upper.compose((Object o) -> "x" + o).apply(13));
        LongBinaryOperator plus = Long::sum;
        add(plus.applyAsLong(l, 1));
        DoubleUnaryOperator half = x -> x / 2;
        add(half.andThen(x -> x + d).applyAsDouble(3));
        ObjIntConsumer<StringBuilder> twoKinds = StringBuilder::append;
        StringBuilder text = new StringBuilder();
        twoKinds.accept(text, 14);
        add(text);
        BooleanSupplier truth = () -> z;
        add(truth.getAsBoolean());
        add(greater("a", "b"));
        IntBinaryOperator varargs = Lambdas::sum;
        add(varargs.applyAsInt(15, 16));
        add(new Derived().ofSuper().get() + new Derived().ofThis().get());
        add(new WithPrivate() {}.held().get());
        add(Kind.FIRST.get());
        Supplier<Supplier<String>> nested = () -> () -> name + i;
        add(nested.get().get());
        Own own = x -> x + i;
        add(own.own(1));
        Supplier<String> marked = (Supplier<String> & Serializable) () -> "marked";
        add(marked.get());
        add(Stream.of(3, 1, 2).map(x -> x * i).filter(x -> x > 4).collect(Collectors.toList()));
        add(IntStream.range(0, 3).mapToObj(x -> new Inner(x)).mapToInt(Inner::twice).sum());
        add(failure(() -> Integer.parseInt("no")));
        add(failure(() -> ((Object) null).hashCode()));
        return seen;
    }

    private static long l(int x) {
        return x;
    }

    private static String failure(Runnable run) {
        try {
            run.run();
            return "none";
        } catch (RuntimeException expected) {
            return expected.getClass().getName();
        }
    }
}
