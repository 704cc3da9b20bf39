package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ElementsTest {

    private static final List<Integer> VALUES = List.of(5, 3, 9, 12, -4, 77, 1024);

    private static <M extends Map<Integer, String>> M filled(M map) {
        VALUES.forEach(v -> map.put(v, "v" + v));
        return map;
    }

    static Stream<Collection<?>> owners() {
        return Stream.of(
                new ArrayList<>(VALUES),
                new LinkedList<>(VALUES),
                new HashSet<>(VALUES),
                new LinkedHashSet<>(VALUES),
                new ArrayDeque<>(VALUES),
                new PriorityQueue<>(VALUES),
                new ConcurrentLinkedQueue<>(VALUES),
                new CopyOnWriteArraySet<>(VALUES),
                EnumSet.of(Schedule.STATIC, Schedule.AUTO),
                Set.of(1),
                Set.of(1, 2, 3),
                List.of(1),
                VALUES);
    }

    static Stream<Collection<?>> views() {
        return Stream.of(
                        filled(new HashMap<>()),
                        filled(new LinkedHashMap<>()),
                        filled(new TreeMap<>()),
                        filled(new ConcurrentHashMap<>()))
                .flatMap(m -> Stream.of(m.keySet(), m.values(), m.entrySet()));
    }

    @ParameterizedTest
    @MethodSource({"owners", "views"})
    void hasWhatTheIteratorGives(Collection<?> from) {
        Elements<Object> elements = Elements.of(from);
        assertThat(elements.isKnown()).isTrue();
        List<Object> counted = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            counted.add(elements.get(i));
        }
        assertThat(counted).isNotEmpty().isEqualTo(new ArrayList<>(from));
        assertThat(elements.toArray()).isEqualTo(counted.toArray());
        assertThat(elements.iterator()).toIterable().isEqualTo(counted);
    }

    @ParameterizedTest
    @MethodSource("views")
    void showsWhatMapsHave(Collection<?> from) {
        assertThat(Elements.of(from).isView()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("owners")
    void ownsWhatNoMapHas(Collection<?> from) {
        assertThat(Elements.of(from).isView()).isFalse();
    }

    @Test
    void aMapOfTheLibraryShowsItself() {
        Map<Integer, String> map = filled(new TreeMap<>());
        assertThat(Elements.of(map.values()).isViewOnly(map)).isTrue();
        assertThat(Elements.of(map.values()).isViewOnly(Collections.unmodifiableMap(map)))
                .isFalse();
        assertThat(Elements.of(map.values()).isViewOnly(null)).isFalse();
        assertThat(Elements.of(List.of(1)).isViewOnly(null)).isTrue();
        Map<Integer, String> other = filled(new TreeMap<>());
        assertThat(Elements.of(other.values()).isViewOnly(map)).isFalse();
    }

    @Test
    void nothingIsAskedOfTheMapBehindAView() {
        class Own extends TreeMap<Integer, String> {
            private static final long serialVersionUID = 1;

            @Override
            public int size() {
                throw new IllegalStateException("asked");
            }
        }
        class Counted extends ConcurrentHashMap<Integer, String> {
            private static final long serialVersionUID = 1;

            @Override
            public long mappingCount() {
                throw new IllegalStateException("asked");
            }

            @Override
            public int size() {
                throw new IllegalStateException("asked");
            }
        }
        for (Map<Integer, String> map : List.of(filled(new Own()), filled(new Counted()))) {
            assertThat(Elements.of(map.entrySet()).size()).isEqualTo(VALUES.size());
            assertThat(Elements.of(map.keySet()).size()).isEqualTo(VALUES.size());
            assertThat(Elements.of(map.values()).size()).isEqualTo(VALUES.size());
        }
    }

    @Test
    void entriesAreKnownIfAMapHasMadeThem() {
        Map<Integer, String> map = filled(new TreeMap<>());
        assertThat(Elements.ofEntries(map.entrySet()).isKnown()).isTrue();
        assertThat(Elements.ofEntries(new HashSet<>(map.entrySet())).isKnown()).isFalse();
        assertThat(Elements.ofEntries(new HashSet<>(map.entrySet())).iterator())
                .toIterable()
                .hasSize(VALUES.size());
        assertThat(Elements.ofEntries(map.keySet()).isKnown()).isFalse();
    }

    @Test
    void partOfASetIsAView() {
        TreeSet<Integer> set = new TreeSet<>(VALUES);
        assertThat(Elements.of(set.headSet(9)).isView()).isTrue();
    }

    @Test
    void nothingIsAskedOfWhatIsNotKnown() {
        int[] asked = {0};
        Set<Integer> own = new AbstractSet<>() {
            @Override
            public Iterator<Integer> iterator() {
                asked[0]++;
                return VALUES.iterator();
            }

            @Override
            public int size() {
                asked[0]++;
                return VALUES.size();
            }
        };
        Elements<Integer> elements = Elements.of(own);
        assertThat(elements.isKnown()).isFalse();
        assertThat(asked[0]).isZero();
        assertThat(elements.iterator()).toIterable().isEqualTo(VALUES);
    }

    @Test
    void wrappersAreNotKnown() {
        assertThat(Stream.of(
                                Collections.unmodifiableSet(new HashSet<>(VALUES)),
                                Collections.synchronizedList(new ArrayList<>(VALUES)),
                                Arrays.asList(1, 2),
                                new ArrayList<>(VALUES).subList(0, 2),
                                new TreeMap<>(filled(new HashMap<>())).headMap(5),
                                new HashSet<>(VALUES) {
                                    private static final long serialVersionUID = 1;
                                })
                        .filter(c -> c instanceof Collection)
                        .map(c -> Elements.of((Collection<?>) c).isKnown()))
                .containsOnly(false);
    }

    @Test
    void theIteratorIsThatOfTheCollection() {
        List<Integer> list = new ArrayList<>(VALUES);
        Elements<Integer> elements = Elements.of(list);
        list.add(1);
        assertThat(elements).hasSize(VALUES.size());
        assertThat(elements.iterator()).toIterable().hasSize(VALUES.size() + 1);
    }

    @Test
    void noCollectionIsAnError() {
        assertThatThrownBy(() -> Elements.of(null)).isInstanceOf(NullPointerException.class);
    }
}
