package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextCarrierTest {

    private static final ThreadLocal<String> USER = new ThreadLocal<>();

    private final AtomicInteger captures = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    private final ContextCarrier user = () -> {
        captures.incrementAndGet();
        String captured = USER.get();
        return () -> {
            USER.set(captured);
            open.incrementAndGet();
            return () -> {
                USER.remove();
                open.decrementAndGet();
            };
        };
    };

    /** Two iterations that wait for each other, so that a worker surely has one. */
    private static LoopBody together(Set<String> seen) {
        CyclicBarrier both = new CyclicBarrier(2);
        return Loops.body(i -> {
            both.await(30, TimeUnit.SECONDS);
            seen.add(String.valueOf(USER.get()));
        });
    }

    @Test
    void workersHaveWhatTheCallerHasAndNothingAfterwards() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (Team team = Team.of(2)) {
            USER.set("ada");
            Parfor.run(team.withContext(user), Loops.site(Schedule.DYNAMIC, 1), 2, together(seen));
            assertThat(seen).containsExactly("ada");
            assertThat(captures).hasValue(1);
            assertThat(open).as("all is back when the loop returns").hasValue(0);
            assertThat(USER.get()).isEqualTo("ada");
            seen.clear();
            Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, together(seen));
            assertThat(seen).containsExactlyInAnyOrder("ada", "null");
        } finally {
            USER.remove();
        }
    }

    @Test
    void itIsTakenBackWhenIterationsFail() {
        try (Team team = Team.of(4)) {
            Team with = team.withContext(user);
            for (Schedule schedule : Schedule.values()) {
                for (int round = 0; round < 200; round++) {
                    assertThatThrownBy(() -> Parfor.run(with, Loops.site(schedule, 1), 50, Loops.body(i -> {
                                throw new IllegalStateException("iteration " + i);
                            })))
                            .hasMessage("iteration 0");
                }
            }
        }
        // a worker that came too late for an iteration is not waited for by the loop, but by the end of the team
        assertThat(open).hasValue(0);
        assertThat(captures).as("at most once a loop").hasValueLessThanOrEqualTo(200 * Schedule.values().length);
    }

    @Test
    void noIterationRunsWithoutIt() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Team team = Team.of(4)) {
            ContextCarrier broken = () -> () -> {
                throw new IllegalStateException("no context here");
            };
            AtomicInteger runs = new AtomicInteger();
            for (int round = 0; round < 100; round++) {
                Parfor.run(team.withContext(broken), Loops.site(Schedule.DYNAMIC, 1), 100, Loops.body(i -> {
                    threads.add(Thread.currentThread());
                    runs.incrementAndGet();
                }));
            }
            assertThat(runs).hasValue(10_000);
            assertThat(threads).containsExactly(Thread.currentThread());
            Set<String> seen = ConcurrentHashMap.newKeySet();
            Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, together(seen));
            assertThat(seen).as("the workers are still there").hasSize(1);
        }
    }

    @Test
    void whatCaptureThrowsTheLoopThrows() {
        try (Team team = Team.of(2)) {
            ContextCarrier broken = () -> {
                throw new IllegalStateException("capture");
            };
            assertThatThrownBy(() ->
                            Parfor.run(team.withContext(broken), Loops.site(Schedule.DYNAMIC, 1), 10, Loops.body(i -> {
                                throw new AssertionError("an iteration");
                            })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("capture");
        }
    }

    @Test
    void ofTwoTheFirstIsInstalledFirstAndTakenAwayLast() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        try (Team team = Team.of(2)) {
            Team with = team.withContext(recording("a", order)).withContext(recording("b", order));
            Parfor.run(with, Loops.site(Schedule.DYNAMIC, 1), 2, together(ConcurrentHashMap.newKeySet()));
        }
        assertThat(order).containsExactly("capture a", "capture b", "install a", "install b", "close b", "close a");
    }

    private static ContextCarrier recording(String name, List<String> order) {
        return () -> {
            order.add("capture " + name);
            return () -> {
                order.add("install " + name);
                return () -> order.add("close " + name);
            };
        };
    }

    @Test
    void whatCloseThrowsIsNoFailureOfTheLoop() {
        try (Team team = Team.of(2)) {
            ContextCarrier broken = () -> () -> () -> {
                throw new IllegalStateException("close");
            };
            Set<String> seen = ConcurrentHashMap.newKeySet();
            Parfor.run(team.withContext(broken), Loops.site(Schedule.DYNAMIC, 1), 2, together(seen));
            assertThat(seen).containsExactly("null");
        }
    }
}
