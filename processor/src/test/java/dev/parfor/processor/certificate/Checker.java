package dev.parfor.processor.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Verifies a certificate by other means than it was found by: every pair of accesses that could be one cell must be listed, and for
 * none may a search over small numbers find two iterations that meet under its guards. Shares no code with the processor.
 */
@SuppressWarnings("unchecked")
final class Checker {

    private final Map<String, Object> certificate;
    private final Map<String, Object> atoms;
    private final List<Map<String, Object>> guards;
    private final Set<String> assertedDistinct = new TreeSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int searched;
    private int byRule;
    private int undecided;

    Checker(Map<String, Object> certificate) {
        this.certificate = certificate;
        this.atoms = (Map<String, Object>) certificate.get("atoms");
        this.guards = (List<Map<String, Object>>) certificate.get("guards");
        for (Map<String, Object> a : (List<Map<String, Object>>) certificate.get("assertions")) {
            if (a.containsKey("distinct")) {
                assertedDistinct.add((String) a.get("distinct"));
            }
        }
    }

    List<String> complaints() {
        return complaints;
    }

    /** Pairs of which small numbers were searched. */
    int searched() {
        return searched;
    }

    /** Pairs kept apart by what their objects are, or allowed to meet. */
    int byRule() {
        return byRule;
    }

    /** Pairs that rest on a guard which this checker does not understand. */
    int undecided() {
        return undecided;
    }

    Checker check() {
        List<Map<String, Object>> accesses = (List<Map<String, Object>>) certificate.get("accesses");
        List<Map<String, Object>> pairs = (List<Map<String, Object>>) certificate.get("pairs");
        Set<String> listed = new TreeSet<>();
        for (Map<String, Object> pair : pairs) {
            listed.add(pair.get("first") + "," + pair.get("second"));
            listed.add(pair.get("second") + "," + pair.get("first"));
            check(pair, accesses.get(number(pair, "first")), accesses.get(number(pair, "second")));
        }
        copies(accesses);
        for (Map<String, Object> a : accesses) {
            for (Map<String, Object> b : accesses) {
                boolean matters = (Boolean) a.get("write") && sameKind(cell(a), cell(b));
                if (matters && !listed.contains(a.get("number") + "," + b.get("number"))) {
                    complaints.add("not listed: " + a.get("text") + ", " + b.get("text"));
                }
            }
        }
        return this;
    }

    /** An array of which chunks have their own, and which others see, must be none that an access reaches by another name, nor another copy. */
    private void copies(List<Map<String, Object>> accesses) {
        List<Map<String, Object>> others = new ArrayList<>();
        accesses.stream()
                .map(Checker::cell)
                .filter(c -> c.get("kind").equals("array"))
                .forEach(others::add);
        for (Map<String, Object> copy : (List<Map<String, Object>>) certificate.getOrDefault("copies", List.of())) {
            if (copy.containsKey("kept")) {
                others.forEach(o -> apart(copy, o));
                others.add(copy);
                if (((List<Object>) copy.get("kept")).isEmpty()) {
                    complaints.add(certificate.get("loop") + ": nothing is kept of " + Place.of(copy));
                }
            }
        }
    }

    private void apart(Map<String, Object> copy, Map<String, Object> cell) {
        Place one = Place.of(copy);
        Place other = Place.of(cell);
        if (!one.type().equals(other.type())
                || one.isMadeApart(other)
                || guards.stream().anyMatch(g -> one.isApart(other, g) || other.isApart(one, g))) {
            byRule++;
        } else {
            complaints.add(certificate.get("loop") + ": the copied " + one + " may be " + other);
        }
    }

    private static int number(Map<String, Object> pair, String name) {
        return (int) (long) (Long) pair.get(name) - 1;
    }

    private static Map<String, Object> cell(Map<String, Object> access) {
        return (Map<String, Object>) access.get("cell");
    }

    private static boolean sameKind(Map<String, Object> a, Map<String, Object> b) {
        return a.get("kind").equals(b.get("kind"))
                && Objects.equals(a.get("element"), b.get("element"))
                && Objects.equals(a.get("field"), b.get("field"));
    }

    private void check(Map<String, Object> pair, Map<String, Object> a, Map<String, Object> b) {
        if ((Boolean) pair.get("meet")) {
            List<Object> common = new ArrayList<>((List<Object>) a.get("locks"));
            common.retainAll((List<Object>) b.get("locks"));
            boolean commute = !a.get("update").equals("") && a.get("update").equals(b.get("update"));
            byRule++;
            if (common.contains("ordered:") && pair.get("by").equals("ordered block")) {
                return;
            }
            if (common.isEmpty() || !commute) {
                complain(pair, a, b, "nothing excludes them, or they don't commute");
            }
            return;
        }
        if (pair.get("by").equals("classes: no object is of both")) {
            byRule++;
            if (!areOfDifferentClasses(a, b)) {
                complain(pair, a, b, "an object may be of both");
            }
            return;
        }
        List<Map<String, Object>> rests = new ArrayList<>();
        ((List<Long>) pair.get("guards")).forEach(g -> rests.add(guards.get((int) (long) g - 1)));
        Place first = Place.of(cell(a));
        Place second = Place.of(cell(b));
        if (pair.get("by").equals("types: no object can be both")) {
            byRule++;
            if (first.type().equals(second.type())) {
                complain(pair, a, b, "one type");
            }
            return;
        }
        if (first.isMadeApart(second)
                || rests.stream().anyMatch(g -> first.isApart(second, g))
                || rests.stream()
                        .anyMatch(g -> isOutOfReach(cell(a), cell(b), g) || isOutOfReach(cell(b), cell(a), g))) {
            byRule++;
            return;
        }
        Search search = new Search(atoms, assertedDistinct, rests);
        List<Object> step = (List<Object>) ((Map<String, Object>) certificate.get("loop")).get("step");
        if (step != null) {
            search.stepping(step);
        }
        if (!tiles(pair, a, b, search)) {
            complain(pair, a, b, "no numbers, or of one row alone");
            return;
        }
        ((List<Map<String, Object>>) a.get("where")).forEach(f -> search.fact(f, false));
        ((List<Map<String, Object>>) b.get("where")).forEach(f -> search.fact(f, true));
        if (first.isSibling(second)) {
            boolean distinct = assertedDistinct.contains(first.root())
                    || rests.stream()
                            .anyMatch(g -> g.get("kind").equals("distinct rows")
                                    && g.get("array").equals(first.root())
                                    && (Long) g.get("depth") == first.indices().size());
            for (int k = 0; distinct && k < first.indices().size(); k++) {
                search.equal(first.indices().get(k), second.indices().get(k));
            }
        } else if (rests.stream().anyMatch(g -> leadsOnce(g, cell(a)) && leadsOnce(g, cell(b)))) {
            List<List<Object>> one = elements((Map<String, Object>) cell(a).get("object"));
            List<List<Object>> other = elements((Map<String, Object>) cell(b).get("object"));
            for (int k = 0; k < one.size(); k++) {
                search.equal(one.get(k), other.get(k));
            }
        } else if (rests.stream().anyMatch(g -> g.get("kind").equals("distinct rows"))) {
            // a row by its number and by a name of its own
            undecided++;
            return;
        }
        if (cell(a).containsKey("index")) {
            search.equal((List<Object>) cell(a).get("index"), (List<Object>) cell(b).get("index"));
        }
        Map<String, Long> found = search.run();
        if (found == null) {
            searched++;
        } else if (search.isCoarse()) {
            undecided++;
        } else {
            complain(pair, a, b, "they meet: " + found);
        }
    }

    /** Whether one object would have to be of two classes for both to happen. */
    private static boolean areOfDifferentClasses(Map<String, Object> a, Map<String, Object> b) {
        Map<String, List<Object>> one = (Map<String, List<Object>>) a.getOrDefault("classes", Map.of());
        Map<String, List<Object>> other = (Map<String, List<Object>>) b.getOrDefault("classes", Map.of());
        return one.entrySet().stream()
                .anyMatch(e ->
                        other.containsKey(e.getKey()) && Collections.disjoint(e.getValue(), other.get(e.getKey())));
    }

    /** One object that a guard keeps apart from all to which a way leads. */
    private static boolean isOutOfReach(Map<String, Object> one, Map<String, Object> other, Map<String, Object> guard) {
        Map<String, Object> object = (Map<String, Object>) one.get("object");
        Map<String, Object> reached = (Map<String, Object>) other.get("object");
        if (guard.get("kind").equals("reached apart")) {
            return object != null
                    && reached != null
                    && guard.get("first").equals(way(object))
                    && guard.get("second").equals(way(reached));
        }
        return guard.get("kind").equals("not reached")
                && object != null
                && reached != null
                && guard.get("object").equals(object.get("path"))
                && guard.get("objects").equals(way(reached));
    }

    private static boolean leadsOnce(Map<String, Object> guard, Map<String, Object> cell) {
        return guard.get("kind").equals("reached once")
                && cell.containsKey("object")
                && guard.get("objects").equals(way((Map<String, Object>) cell.get("object")));
    }

    /** Which elements the way to an object leads through, the last one first. */
    private static List<List<Object>> elements(Map<String, Object> object) {
        List<List<Object>> elements = new ArrayList<>();
        Map<String, Object> o = object;
        while (o.containsKey("elementOf") || o.containsKey("fieldOf")) {
            if (o.containsKey("elementOf")) {
                elements.add((List<Object>) o.get("index"));
            }
            o = (Map<String, Object>) o.getOrDefault("elementOf", o.get("fieldOf"));
        }
        return elements;
    }

    private static String way(Map<String, Object> object) {
        if (object.containsKey("elementOf")) {
            return way((Map<String, Object>) object.get("elementOf")) + "[...]";
        } else if (object.containsKey("fieldOf")) {
            String field = (String) object.get("field");
            return way((Map<String, Object>) object.get("fieldOf")) + field.substring(field.lastIndexOf('.'));
        }
        return String.valueOf(object.get("path"));
    }

    /** What tiles ask of the pair; {@code false} if it may not meet at all, and is said to. */
    private boolean tiles(Map<String, Object> pair, Map<String, Object> a, Map<String, Object> b, Search search) {
        Map<String, Object> tiles = (Map<String, Object>) ((Map<String, Object>) certificate.get("loop")).get("tiles");
        if (tiles == null) {
            return !pair.containsKey("inTiles");
        }
        boolean inside = (Boolean) a.get("column") && (Boolean) b.get("column");
        if (!inside) {
            search.anyIterations();
        }
        if (!pair.containsKey("inTiles")) {
            return true;
        }
        search.ahead((List<Object>) tiles.get("front"), (Boolean) tiles.get("rising"));
        boolean numbers = cell(a).get("kind").equals("array")
                && cell(b).get("kind").equals("array")
                && !cell(a).get("element").equals("reference")
                && !cell(b).get("element").equals("reference");
        return inside && numbers && !((Boolean) a.get("write") && (Boolean) b.get("write"));
    }

    private void complain(Map<String, Object> pair, Map<String, Object> a, Map<String, Object> b, String why) {
        complaints.add(certificate.get("loop") + ": " + a.get("text") + ", " + b.get("text") + " by " + pair.get("by")
                + ": " + why);
    }

    /** An object as rows of an array, as far as it is that. */
    private record Place(String root, List<List<Object>> indices, boolean known, String type, boolean made) {

        static Place of(Map<String, Object> cell) {
            List<List<Object>> indices = new ArrayList<>();
            Map<String, Object> object = (Map<String, Object>) cell.get("object");
            if (object == null) {
                return new Place((String) cell.get("field"), indices, true, "", false);
            }
            String type = (String) object.get("type");
            while (object.containsKey("elementOf")) {
                indices.add(0, (List<Object>) object.get("index"));
                object = (Map<String, Object>) object.get("elementOf");
            }
            return object.containsKey("path")
                    ? new Place((String) object.get("path"), indices, true, type, object.containsKey("made"))
                    : new Place("?", indices, false, type, false);
        }

        boolean isSibling(Place other) {
            return known && other.known && root.equals(other.root) && indices.size() == other.indices.size();
        }

        /** Two names, one of an array that has no other. */
        boolean isMadeApart(Place other) {
            boolean whole = indices.isEmpty() && other.indices.isEmpty();
            return known && other.known && whole && (made || other.made) && !root.equals(other.root);
        }

        boolean isApart(Place other, Map<String, Object> guard) {
            if (!known || !other.known) {
                return false;
            }
            if (guard.get("kind").equals("not same")) {
                Object one = guard.get("first");
                Object two = guard.get("second");
                boolean names = one.equals(list(root)) && two.equals(list(other.root))
                        || two.equals(list(root)) && one.equals(list(other.root));
                return indices.isEmpty() && other.indices.isEmpty() && names;
            }
            return guard.get("kind").equals("disjoint rows")
                    && (names(guard, "first", "second", other) || other.names(guard, "first", "second", this));
        }

        private boolean names(Map<String, Object> guard, String one, String two, Place other) {
            return root.startsWith((String) guard.get(one)) && other.root.startsWith((String) guard.get(two));
        }

        private static String list(String path) {
            return path.endsWith(".elements") ? path.substring(0, path.length() - ".elements".length()) : path;
        }
    }

    /** All of a collection, for messages. */
    static String lines(Collection<String> all) {
        return String.join("\n", all);
    }
}
