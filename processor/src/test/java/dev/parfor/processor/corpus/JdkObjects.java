package dev.parfor.processor.corpus;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Objects of the classes of the JDK that occur in signatures of the corpus. */
final class JdkObjects {

    private JdkObjects() {}

    static Object make(Class<?> type, Object[] elements, Random random) {
        if (type == String.class || type == CharSequence.class) {
            return "s" + random.nextInt(5);
        }
        if (type == List.class && random.nextInt(3) == 0) {
            return new LinkedList<>(Arrays.asList(elements));
        }
        if (type == LinkedList.class) {
            return new LinkedList<>(Arrays.asList(elements));
        }
        if (type == ArrayDeque.class) {
            return new ArrayDeque<>(
                    Arrays.stream(elements).filter(Objects::nonNull).toList());
        }
        if (type.isAssignableFrom(ArrayList.class)) {
            return new ArrayList<>(Arrays.asList(elements));
        }
        if (type == java.util.Set.class || type == HashSet.class) {
            return new HashSet<>(Arrays.asList(elements));
        }
        if (Map.class.isAssignableFrom(type)) {
            Map<Object, Object> map = type == ConcurrentHashMap.class ? new ConcurrentHashMap<>() : new HashMap<>();
            for (int i = 0; i < elements.length; i++) {
                if (elements[i] != null) {
                    map.put(i, elements[i]);
                }
            }
            return map;
        }
        Object plain = plain(type, random);
        return plain != null ? plain : function(type, random.nextInt(7) - 3);
    }

    private static Object plain(Class<?> type, Random random) {
        if (type == AtomicInteger.class) {
            return new AtomicInteger(random.nextInt(9));
        }
        if (type == AtomicBoolean.class) {
            return new AtomicBoolean();
        }
        if (type == LongAdder.class) {
            return new LongAdder();
        }
        if (type == AtomicLong.class) {
            return new AtomicLong(random.nextInt(9));
        }
        if (type == AtomicIntegerArray.class) {
            return new AtomicIntegerArray(64);
        }
        if (type == Lock.class || type == ReentrantLock.class) {
            return new ReentrantLock();
        }
        if (type == StringBuilder.class) {
            return new StringBuilder("b");
        }
        if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(1000), random.nextInt(3));
        }
        if (type == BitSet.class) {
            return new BitSet();
        }
        return type == Random.class ? new Random(random.nextInt()) : null;
    }

    private static Object function(Class<?> type, int salt) {
        if (type == IntUnaryOperator.class) {
            return (IntUnaryOperator) x -> x * 3 + salt;
        }
        if (type == IntBinaryOperator.class) {
            return (IntBinaryOperator) (x, y) -> x - y + salt;
        }
        if (type == IntPredicate.class) {
            return (IntPredicate) x -> (x & 1) == 0;
        }
        if (type == DoubleUnaryOperator.class) {
            return (DoubleUnaryOperator) x -> x + salt;
        }
        if (type == Function.class) {
            return (Function<Object, Object>) x -> x;
        }
        if (type == UnaryOperator.class) {
            return (UnaryOperator<Object>) x -> x;
        }
        if (type == BinaryOperator.class) {
            return (BinaryOperator<Object>) (x, y) -> x;
        }
        if (type == Supplier.class) {
            return (Supplier<Object>) () -> salt;
        }
        if (type == Runnable.class) {
            return (Runnable) () -> {};
        }
        throw new AssertionError("no value of " + type);
    }
}
