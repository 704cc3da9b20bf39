package dev.parfor.processor.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two iterations, all numbers small: is there a way that everything known holds and the two meet? */
@SuppressWarnings("unchecked")
final class Search {

    private static final int MOST_STEPS = 40_000;

    private final Map<String, Object> atoms;
    private final Set<String> distinct;
    private final List<Map<String, Object>> guards;
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<String, Long> values = new HashMap<>();

    /** What arrays hold, as far as it was asked for. */
    private final Map<String, Map<Long, Long>> arrays = new HashMap<>();

    private List<Object> step;
    private List<Object> front;
    private boolean rising;
    private boolean any;
    private int steps;
    private boolean coarse;

    private record Constraint(List<Object> terms, List<Object> minus, boolean primed, String relation) {}

    Search(Map<String, Object> atoms, Set<String> distinct, List<Map<String, Object>> guards) {
        this.atoms = atoms;
        this.distinct = distinct;
        this.guards = guards;
    }

    void fact(Map<String, Object> fact, boolean second) {
        constraints.add(
                new Constraint((List<Object>) fact.get("poly"), List.of(), second, (String) fact.get("relation")));
    }

    /** The indices of two iterations are at least as far apart. */
    void stepping(List<Object> by) {
        step = by;
        fact(Map.of("poly", by, "relation", ">= 0"), false);
    }

    /** The first in the first iteration equals the second in the second. */
    void equal(List<Object> first, List<Object> second) {
        constraints.add(new Constraint(first, second, false, "="));
    }

    /** The two may be of one iteration. */
    void anyIterations() {
        any = true;
    }

    /** Asks for two iterations alone of which the one in the upper row has the greater front. */
    void ahead(List<Object> of, boolean rows) {
        front = of;
        rising = rows;
    }

    private boolean isAhead(String index) {
        if (front == null) {
            return true;
        }
        boolean firstIsUpper = values.get(index) < values.get(index + "'") == rising;
        return evaluate(front, !firstIsUpper) > evaluate(front, firstIsUpper);
    }

    /** Whether a way that was found may be none: a guard speaks of all iterations, or of what arrays hold. */
    boolean isCoarse() {
        return coarse;
    }

    /** Values under which the two meet; {@code null} if there are none, as far as was searched. */
    Map<String, Long> run() {
        Set<String> names = new LinkedHashSet<>();
        String index = atoms.entrySet().stream()
                .filter(e -> Boolean.TRUE.equals(((Map<String, Object>) e.getValue()).get("parallel")))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("the index");
        names.add(index);
        names.add(index + "'");
        for (Constraint c : constraints) {
            collect(c.terms(), c.primed(), names);
            collect(c.minus(), true, names);
        }
        if (front != null) {
            collect(front, false, names);
            collect(front, true, names);
        }
        return next(new ArrayList<>(names), 0, index) ? Map.copyOf(values) : null;
    }

    private void collect(List<Object> terms, boolean primed, Set<String> names) {
        for (Object term : terms) {
            List<Object> factors = (List<Object>) term;
            for (Object factor : factors.subList(1, factors.size())) {
                Map<String, Object> atom = (Map<String, Object>) atoms.get(factor);
                if (atom.get("kind").equals("element")) {
                    collect((List<Object>) atom.get("index"), primed, names);
                }
                if (atom.containsKey("dividend")) {
                    collect((List<Object>) atom.get("dividend"), primed, names);
                    collect((List<Object>) atom.get("divisor"), primed, names);
                }
                names.add(name((String) factor, primed));
            }
        }
    }

    private String name(String atom, boolean primed) {
        return primed && (Boolean) ((Map<String, Object>) atoms.get(atom)).get("varies") ? atom + "'" : atom;
    }

    private boolean next(List<String> names, int k, String index) {
        if (++steps > MOST_STEPS) {
            return false;
        }
        if (k == names.size()) {
            return isApart(index) && isAhead(index) && guardsHold(index);
        }
        String name = names.get(k);
        boolean primed = name.endsWith("'");
        String key = primed ? name.substring(0, name.length() - 1) : name;
        Map<String, Object> atom = (Map<String, Object>) atoms.getOrDefault(key, Map.of("kind", "index"));
        for (long value : candidates(atom, primed)) {
            if (!any && name.equals(index + "'") && value == values.get(index)) {
                continue;
            }
            Map<Long, Long> array = null;
            Long at = null;
            if (atom.get("kind").equals("element")) {
                array = arrays.computeIfAbsent((String) atom.get("array"), a -> new HashMap<>());
                at = evaluate((List<Object>) atom.get("index"), primed);
                if (array.containsKey(at) ? array.get(at) != value : !mayHold((String) atom.get("array"), at, value)) {
                    continue;
                }
                if (array.containsKey(at)) {
                    at = null;
                } else {
                    array.put(at, value);
                }
            }
            values.put(name, value);
            if (holds() && next(names, k + 1, index)) {
                return true;
            }
            values.remove(name);
            if (at != null) {
                array.remove(at);
            }
        }
        return false;
    }

    private boolean isApart(String index) {
        if (step == null) {
            return true;
        }
        long by = evaluate(step, false);
        return by > 0 && Math.abs(values.get(index + "'") - values.get(index)) >= by;
    }

    private List<Long> candidates(Map<String, Object> atom, boolean primed) {
        List<Long> all = new ArrayList<>();
        if (atom.containsKey("dividend")) {
            Long dividend = evaluate((List<Object>) atom.get("dividend"), primed);
            Long divisor = evaluate((List<Object>) atom.get("divisor"), primed);
            if (divisor != 0) {
                all.add((Boolean) atom.get("down") ? Math.floorDiv(dividend, divisor) : dividend / divisor);
            }
            return all;
        }
        boolean symbol = atom.get("kind").equals("symbol");
        for (long v : symbol ? new long[] {3, 4, 0, 1, 2, 6, -1} : new long[] {0, 1, 2, 3, 4, 5, -1, -2}) {
            if (v >= (Long) atom.getOrDefault("min", Long.MIN_VALUE) && v <= (Long) atom.getOrDefault("max", 9L)) {
                all.add(v);
            }
        }
        return all;
    }

    private boolean mayHold(String array, long at, long value) {
        boolean once = distinct.contains(array);
        boolean rises = false;
        for (Map<String, Object> g : guards) {
            boolean about = array.equals(g.get("array"));
            once |= about && g.get("kind").equals("distinct");
            rises |= about && g.get("kind").equals("nondecreasing");
        }
        for (Map.Entry<Long, Long> e : arrays.get(array).entrySet()) {
            boolean falls = at < e.getKey() ? value > e.getValue() : value < e.getValue();
            if (once && e.getValue() == value || rises && falls) {
                return false;
            }
        }
        return true;
    }

    /** Whether no constraint is broken that all values are there for. */
    private boolean holds() {
        for (Constraint c : constraints) {
            Long left = evaluate(c.terms(), c.primed());
            Long right = c.relation().equals("=") ? evaluate(c.minus(), true) : Long.valueOf(0);
            if (left == null || right == null) {
                continue;
            }
            boolean holds = switch (c.relation()) {
                case ">= 0" -> left >= 0;
                case "!= 0" -> left != 0;
                default -> left.equals(right);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private Long evaluate(List<Object> terms, boolean primed) {
        long sum = 0;
        for (Object term : terms) {
            List<Object> factors = (List<Object>) term;
            long product = (Long) factors.get(0);
            for (Object factor : factors.subList(1, factors.size())) {
                Long value = values.get(name((String) factor, primed));
                if (value == null) {
                    return null;
                }
                product *= value;
            }
            sum += product;
        }
        return sum;
    }

    // ---- guards over ranges -------------------------------------------------------------------------------------

    private boolean guardsHold(String index) {
        for (Map<String, Object> g : guards) {
            String kind = (String) g.get("kind");
            if (kind.equals("narrower")) {
                long[] window = range(g.get("values"), index);
                long[] stride = range(g.get("stride"), index);
                if (window != null && stride != null && (stride[0] <= 0 || window[1] - window[0] >= stride[0])) {
                    return false;
                }
            } else if (kind.equals("at least")) {
                long[] all = range(g.get("values"), index);
                if (all != null && all[0] < (Long) g.get("least")) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Null where it is not known; wider ones are then none to complain of. */
    private long[] range(Object json, String index) {
        Map<String, Object> r = (Map<String, Object>) json;
        if (r.containsKey("constant")) {
            return new long[] {(Long) r.get("constant"), (Long) r.get("constant")};
        } else if (r.containsKey("path")) {
            Long value = values.get(r.get("path"));
            coarse |= value == null;
            return value == null ? null : new long[] {value, value};
        } else if (r.containsKey("from")) {
            long[] from = range(r.get("from"), index);
            long[] to = range(r.get("to"), index);
            return from == null || to == null ? null : new long[] {from[0], Math.max(from[0], to[1])};
        } else if (r.containsKey("sum")) {
            return folded((List<Object>) r.get("sum"), index, true);
        } else if (r.containsKey("product")) {
            return folded((List<Object>) r.get("product"), index, false);
        }
        // all iterations are more than the two, and what arrays hold elsewhere is not known
        coarse = true;
        return null;
    }

    private long[] folded(List<Object> parts, String index, boolean sum) {
        long[] all = sum ? new long[] {0, 0} : new long[] {1, 1};
        for (Object part : parts) {
            long[] r = range(part, index);
            if (r == null) {
                return null;
            }
            if (sum) {
                all = new long[] {all[0] + r[0], all[1] + r[1]};
            } else {
                long[] p = {all[0] * r[0], all[0] * r[1], all[1] * r[0], all[1] * r[1]};
                all = new long[] {
                    Math.min(Math.min(p[0], p[1]), Math.min(p[2], p[3])),
                    Math.max(Math.max(p[0], p[1]), Math.max(p[2], p[3]))
                };
            }
        }
        return all;
    }
}
