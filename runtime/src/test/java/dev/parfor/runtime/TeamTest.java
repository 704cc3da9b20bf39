package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TeamTest {

    /** The threads that ran one iteration each, all at the same time. */
    private static Set<Thread> threadsOf(Team team) {
        int n = team.threads();
        CyclicBarrier all = new CyclicBarrier(n);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), n, Loops.body(i -> {
            threads.add(Thread.currentThread());
            all.await(30, TimeUnit.SECONDS);
        }));
        return threads;
    }

    @Test
    void allThreadsComeAndTheCallerIsOneOfThem() {
        for (int n : new int[] {1, 2, 5}) {
            try (Team team = Team.of(n)) {
                assertThat(threadsOf(team)).hasSize(n).contains(Thread.currentThread());
            }
        }
    }

    @Test
    void workersAreDaemonsWithTellingNames() {
        try (Team team = Team.of(3)) {
            Set<Thread> workers = threadsOf(team);
            workers.remove(Thread.currentThread());
            assertThat(workers)
                    .allMatch(Thread::isDaemon)
                    .allMatch(t -> t.getName().matches("parfor-\\d+-worker-[12]"))
                    .extracting(Thread::getName)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void workersStartLazily() {
        try (Team team = Team.of(4)) {
            Parfor.run(team, Loops.site(Schedule.AUTO, 0), 1, Loops.body(i -> {}));
            assertThat(workersOf(team)).isEmpty();
        }
    }

    @Test
    void closeEndsTheWorkers() {
        for (int round = 0; round < 50; round++) {
            Team team = Team.of(4);
            Set<Thread> workers = threadsOf(team);
            workers.remove(Thread.currentThread());
            team.close();
            team.close();
            assertThat(workers).noneMatch(Thread::isAlive);
            assertThat(workersOf(team)).isEmpty();
        }
    }

    @Test
    void closeOnAWorkerDoesNotWaitForItself() {
        Team team = Team.of(3);
        Thread caller = Thread.currentThread();
        CyclicBarrier all = new CyclicBarrier(3);
        Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 3, Loops.body(i -> {
            all.await(30, TimeUnit.SECONDS);
            if (Thread.currentThread() != caller) {
                team.close();
            }
        }));
        assertThat(team).asString().endsWith("of 3, closed");
    }

    @Test
    void closeInALoopEndsIt() {
        Team team = Team.of(3);
        assertThatThrownBy(() -> Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 1000, Loops.body(i -> team.close())))
                .isInstanceOf(LoopCancelledException.class);
    }

    @Test
    void theSharedTeamIsNeverClosed() {
        Team team = Team.shared();
        team.close();
        team.withSchedule(Schedule.STATIC).close();
        boolean[] run = new boolean[1];
        Parfor.run(team, Loops.site(Schedule.AUTO, 0), 1, Loops.body(i -> run[0] = true));
        assertThat(run[0]).isTrue();
        assertThat(team.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void propertiesThatMakeNoSenseAreNamed() {
        for (String bad : new String[] {"", "0", "-3", "many", "99999999999", "1.5"}) {
            assertThatThrownBy(() -> SharedTeam.make(bad, null))
                    .hasMessage("property parfor.threads is \"" + bad + "\": not a number from 1 to 32767");
        }
        for (String bad : new String[] {"", "fast", "dynamic,", "dynamic,-1", "dynamic,3,4"}) {
            assertThatThrownBy(() -> SharedTeam.make(null, bad))
                    .hasMessageStartingWith("property parfor.schedule is \"" + bad + "\"");
        }
        assertThat(SharedTeam.make(" 3 ", null).threads()).isEqualTo(3);
        Team team = SharedTeam.make("2", "dynamic, 64");
        assertThat(team.schedule()).isEqualTo(Schedule.DYNAMIC);
        assertThat(team.chunk()).isEqualTo(64);
    }

    @Test
    void teamsOfNobodyAreRejected() {
        assertThatThrownBy(() -> Team.of(0)).isInstanceOf(IllegalArgumentException.class);
        try (Team team = Team.of(1)) {
            assertThatThrownBy(() -> team.withSchedule(Schedule.AUTO, -1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(
                            () -> Parfor.run(team, Loops.site(Schedule.AUTO, 0), TripCount.NONE, Loops.body(i -> {})))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void viewsShareTheWorkers() {
        try (Team team = Team.of(2)) {
            Set<Thread> threads = threadsOf(team);
            assertThat(threadsOf(team.withSchedule(Schedule.STATIC, 1))).isEqualTo(threads);
            assertThat(threadsOf(team.withToken(new CancellationToken()))).isEqualTo(threads);
        }
    }

    /** The caller's class loader is there during its loop and gone after it; inheritable thread-locals never come. */
    @Test
    void workersKeepNothingOfTheirCallers() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        Thread caller = Thread.currentThread();
        ClassLoader before = caller.getContextClassLoader();
        try (Team team = Team.of(2);
                URLClassLoader loader = new URLClassLoader(new URL[0])) {
            local.set("caller's");
            caller.setContextClassLoader(loader);
            CyclicBarrier both = new CyclicBarrier(2);
            AtomicReference<Thread> worker = new AtomicReference<>();
            Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, Loops.body(i -> {
                both.await(30, TimeUnit.SECONDS);
                assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(loader);
                if (Thread.currentThread() != caller) {
                    assertThat(local.get()).isNull();
                    worker.set(Thread.currentThread());
                }
            }));
            while (worker.get().getContextClassLoader() == loader) {
                Thread.onSpinWait();
            }
        } finally {
            caller.setContextClassLoader(before);
        }
    }

    @Test
    void anInterruptOfOneLoopDoesNotReachTheNext() {
        try (Team team = Team.of(2)) {
            Thread caller = Thread.currentThread();
            CyclicBarrier both = new CyclicBarrier(2);
            for (int round = 0; round < 500; round++) {
                Parfor.run(team, Loops.site(Schedule.DYNAMIC, 1), 2, Loops.body(i -> {
                    both.await(30, TimeUnit.SECONDS); // throws where the flag is set
                    if (Thread.currentThread() != caller) {
                        Thread.currentThread().interrupt();
                    }
                }));
            }
        }
    }

    /** Writes before, in and after loops, without any other synchronization. */
    @Test
    void eachSideSeesTheOthersWrites() {
        try (Team team = Team.of(3)) {
            int n = 64;
            for (Schedule schedule : Schedule.values()) {
                LoopSite site = Loops.site(schedule, 1);
                long[] a = new long[n];
                long[] b = new long[n];
                for (int round = 1; round < 3000; round++) {
                    for (int i = 0; i < n; i++) {
                        a[i] = round;
                    }
                    Parfor.run(team, site, n, Loops.body(i -> b[(int) i] = a[n - 1 - (int) i] + 1));
                    for (int i = 0; i < n; i++) {
                        assert b[i] == round + 1 : schedule + " round " + round + ": " + b[i];
                    }
                }
            }
        }
    }

    private static Set<String> workersOf(Team team) {
        String prefix = team.workers() + "-";
        Set<String> names = ConcurrentHashMap.newKeySet();
        for (Thread t : Thread.getAllStackTraces().keySet()) {
            if (t.getName().startsWith(prefix)) {
                names.add(t.getName());
            }
        }
        return names;
    }
}
