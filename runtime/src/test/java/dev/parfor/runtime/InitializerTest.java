package dev.parfor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop under a class initializer whose body needs that class would wait for itself on any other thread. */
@Timeout(60)
class InitializerTest {

    private static final class Table {
        static final int SIZE = 1000 + (int) Loops.work(0) * 0;
        static final long[] VALUES = new long[SIZE];
        static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();

        static {
            Parfor.run(Team.shared(), Loops.site(Schedule.DYNAMIC, 1), SIZE, Loops.body(i -> set((int) i)));
        }

        static void set(int i) {
            VALUES[i] = i;
            THREADS.add(Thread.currentThread());
        }
    }

    @Test
    void runsOnTheInitializingThread() {
        assertThat(Table.VALUES[999]).isEqualTo(999);
        assertThat(Table.THREADS).containsExactly(Thread.currentThread());
    }

    @Test
    void isRememberedOnlyWhenSeenOutside() {
        LoopSite site = Loops.site(Schedule.AUTO, 0);
        assertThat(Inside.ask(site)).isFalse();
        assertThat(site.isOutsideInitializers()).isTrue();
        assertThat(Inside.answer).isFalse();
    }

    private static final class Inside {
        static LoopSite asked;

        private static final class Initialized {
            static final boolean OUTSIDE = asked.isOutsideInitializers();
        }

        static boolean answer;

        static boolean ask(LoopSite site) {
            asked = site;
            answer = Initialized.OUTSIDE;
            return answer;
        }
    }
}
