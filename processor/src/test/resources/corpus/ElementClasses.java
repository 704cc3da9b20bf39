package corpus;

import dev.parfor.ParallelFor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Of which classes the objects are that elements lead to: lists in objects, lists in lists, some subclasses among others. */
final class ElementClasses {

    // ---- what objects hold --------------------------------------------------------------------------------------

    static class Order {
        List<Integer> parts;
        Set<String> tags;
        BigDecimal price;
        int total;
        private List<Integer> hidden;
    }

    // GUARDED
    @ParallelFor
    static void sumParts(List<Order> orders) {
        for (Order order : orders) {
            int sum = 0;
            for (int part : order.parts) {
                sum += part;
            }
            order.total = sum;
        }
    }

    // GUARDED
    @ParallelFor
    static int hiddenParts(Order[] orders) {
        int sum = 0;
        for (Order order : orders) {
            for (int k = 0; k < order.hidden.size(); k++) {
                sum += order.hidden.get(k);
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static void tagged(Order[] orders) {
        for (Order order : orders) {
            order.total = order.tags.contains("3") ? order.parts.size() : -1;
        }
    }

    // GUARDED
    @ParallelFor
    static void prices(List<Order> orders, BigDecimal tax, BigDecimal[] out) {
        for (int i = 0; i < orders.size() && i < out.length; i++) {
            out[i] = tax.multiply(orders.get(i).price);
        }
    }

    // GUARDED
    @ParallelFor
    static void rowSums(List<List<Integer>> rows, int[] out) {
        for (int i = 0; i < out.length && i < rows.size(); i++) {
            int sum = 0;
            for (int x : rows.get(i)) {
                sum += x;
            }
            out[i] = sum;
        }
    }

    // GUARDED: the list that is added to is none of those that are read
    @ParallelFor
    static void firsts(List<List<Integer>> rows, List<Integer> out) {
        for (List<Integer> row : rows) {
            out.add(row.get(0));
        }
    }

    // UNSAFE PF414: two orders may have one list
    @ParallelFor
    static void addTo(List<Order> orders) {
        for (Order order : orders) {
            order.parts.add(order.total);
        }
    }

    // UNSAFE PF402: two rows may be one list
    @ParallelFor
    static void setIn(List<List<Integer>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).set(0, i);
        }
    }

    // UNSAFE PF402: the lists that are asked are no longer those that were looked at
    @ParallelFor
    static int replaced(Order[] orders) {
        int sum = 0;
        for (int i = 1; i < orders.length; i++) {
            orders[i].parts = orders[i - 1].parts;
            sum += orders[i].parts.size();
        }
        return sum;
    }

    static class AskedList extends ArrayList<Integer> {
        int asked;

        @Override
        public int size() {
            asked++;
            return super.size();
        }
    }

    // GUARDED: never in parallel, the lists count how often they are asked
    @ParallelFor
    static int askedParts(Order[] orders) {
        AskedList asked = new AskedList();
        for (int k = 0; k < orders.length; k++) {
            orders[k].parts = asked;
        }
        int sum = 0;
        for (Order order : orders) {
            sum += order.parts.size() + asked.asked;
        }
        return sum;
    }

    // ---- objects in lists in objects ---------------------------------------------------------------------------------

    static class Line {
        int quantity;
        int price;

        int amount() {
            return quantity * price;
        }
    }

    static class Discount extends Line {
        @Override
        int amount() {
            return -price;
        }
    }

    static class Cart {
        private List<Line> lines;
        int total;

        List<Line> lines() {
            return lines;
        }
    }

    // GUARDED
    @ParallelFor
    static void totals(List<Cart> carts) {
        for (Cart cart : carts) {
            int total = 0;
            for (Line line : cart.lines()) {
                total += line.amount();
            }
            cart.total = total;
        }
    }

    // GUARDED
    @ParallelFor
    static int amounts(List<List<Line>> rows) {
        int sum = 0;
        for (List<Line> row : rows) {
            for (int k = 0; k < row.size(); k++) {
                sum += row.get(k).amount();
            }
        }
        return sum;
    }

    // GUARDED: no cart has the list that is added to
    @ParallelFor
    static void dear(Cart[] carts, List<Line> out, int n) {
        for (Cart cart : carts) {
            for (Line line : cart.lines) {
                if (line.price > n) {
                    out.add(line);
                }
            }
        }
    }

    // GUARDED: two carts may have one line
    @ParallelFor
    static void doubled(List<Cart> carts) {
        for (Cart cart : carts) {
            for (Line line : cart.lines) {
                line.quantity *= 2;
            }
        }
    }

    // UNSAFE PF212: each iteration writes all
    @ParallelFor
    static void last(List<Line> lines, int n) {
        for (int i = 0; i < n; i++) {
            for (Line line : lines) {
                line.quantity = i;
            }
        }
    }

    // UNSAFE PF212: the total that is read may be another cart's
    @ParallelFor
    static void ofOthers(Cart[] carts, List<List<Cart>> others) {
        for (int i = 0; i < carts.length; i++) {
            int sum = 0;
            for (Cart other : others.get(i)) {
                sum += other.total;
            }
            carts[i].total = sum;
        }
    }

    interface Check {
        boolean holds(Line line);
    }

    static class Cheap implements Check {
        int most;

        @Override
        public boolean holds(Line line) {
            return line.price < most;
        }
    }

    static class Counting implements Check {
        int calls;

        @Override
        public boolean holds(Line line) {
            calls++;
            return true;
        }
    }

    // GUARDED: not with checks that count
    @ParallelFor
    static int checked(Line[] lines, List<Check> checks) {
        int good = 0;
        for (Line line : lines) {
            boolean all = true;
            for (Check check : checks) {
                if (!check.holds(line)) {
                    all = false;
                    break;
                }
            }
            good += all ? 1 : 0;
        }
        return good;
    }

    // REFUSED PF401: of objects of no more than that nothing is known, whatever they are equal to
    @ParallelFor
    static int alike(Object[] all, Object one) {
        int count = 0;
        for (Object each : all) {
            count += each.equals(one) ? 1 : 0;
        }
        return count;
    }

    // ---- some of the elements -----------------------------------------------------------------------------------

    interface Node {}

    static class Leaf implements Node {
        int value;
    }

    static class Pair extends Leaf {
        int more;
    }

    static class Branch implements Node {
        int a;

        int total() {
            return a;
        }
    }

    static class Fork extends Branch {
        int b;

        @Override
        int total() {
            return a + b;
        }
    }

    // GUARDED
    @ParallelFor
    static int branches(Node[] nodes) {
        int sum = 0;
        for (Node node : nodes) {
            if (node instanceof Branch branch) {
                sum += branch.total();
            } else if (node instanceof Leaf leaf) {
                sum -= leaf.value;
            }
        }
        return sum;
    }

    // GUARDED
    @ParallelFor
    static int sizes(Object[] all) {
        int sum = 0;
        for (Object one : all) {
            sum += one instanceof List<?> list ? list.size() : 1;
        }
        return sum;
    }

    sealed interface Term permits Number, Name {
        int value();
    }

    record Number(int value) implements Term {}

    static non-sealed class Name implements Term {
        int bound;

        @Override
        public int value() {
            return bound;
        }
    }

    static class LongName extends Name {
        int rest;

        @Override
        public int value() {
            return bound * 31 + rest;
        }
    }

    // GUARDED
    @ParallelFor
    static int terms(Term[] terms) {
        int sum = 0;
        for (Term term : terms) {
            sum += term.value();
        }
        return sum;
    }

    static class Slots implements Node {
        int[] cells;

        int get(int i) {
            return cells[i];
        }

        void set(int i, int v) {
            cells[i] = v;
        }
    }

    static class Moved extends Slots {
        int[] others;

        @Override
        int get(int i) {
            return others[i];
        }
    }

    // GUARDED
    @ParallelFor
    static void slots(Node node, int n) {
        for (int i = 0; i < n; i++) {
            if (node instanceof Slots slots) {
                slots.set(i, slots.get(i) + 1);
            }
        }
    }

    // UNSAFE PF201: of one of the classes, the next iteration writes what is read
    @ParallelFor
    static void shifted(Node node, int n) {
        for (int i = 1; i < n; i++) {
            if (node instanceof Slots slots) {
                slots.set(i, slots.get(i - 1) + 1);
            }
        }
    }

    // ---- methods that stand until they are overridden -----------------------------------------------------------

    interface Shape {
        int area();

        default int weight() {
            return 2 * area();
        }
    }

    record Square(int a) implements Shape {
        @Override
        public int area() {
            return a * a;
        }
    }

    record Plate(int a, int b) implements Shape {
        @Override
        public int area() {
            return a * b;
        }

        @Override
        public int weight() {
            return 3 * a * b;
        }
    }

    // GUARDED
    @ParallelFor
    static void weights(Shape[] shapes, int[] out) {
        for (int i = 0; i < shapes.length && i < out.length; i++) {
            out[i] = shapes[i].weight();
        }
    }

    static class Counter {
        int value;

        int next() {
            return value + 1;
        }
    }

    static class Twice extends Counter {
        @Override
        int next() {
            return value + 2;
        }
    }

    static class Noisy extends Counter {
        static int calls;

        @Override
        int next() {
            calls++;
            return value;
        }
    }

    // GUARDED: not with one that counts its calls
    @ParallelFor
    static int counters(List<Counter> counters) {
        int sum = 0;
        for (Counter counter : counters) {
            sum += counter.next();
        }
        return sum;
    }

    // GUARDED: never in parallel, the calls are counted
    @ParallelFor
    static int noisy(int[] a) {
        Noisy.calls = 0;
        Counter counter = new Noisy();
        if (a.length > 1000000) {
            counter = new Counter();
        }
        int last = 0;
        for (int i = 0; i < a.length; i++) {
            a[i] = counter.next();
        }
        return Noisy.calls + last;
    }
}
