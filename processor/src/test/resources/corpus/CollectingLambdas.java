package corpus;

import dev.parfor.ParallelFor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Collections that iterations add to, and functions that are made in the body and may be called when the loop has ended. */
final class CollectingLambdas {

    // UNSAFE PF414: kept functions add to the list, too
    @ParallelFor
    static int kept(int[] x, Runnable[] jobs) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < jobs.length; i++) {
            int at = i;
            list.add(at);
            jobs[i] = () -> {
                list.add(at);
            };
        }
        return list.size();
    }

    // UNSAFE PF414: likewise, a map
    @ParallelFor
    static int keptForMap(int[] x, Runnable[] jobs) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < jobs.length; i++) {
            int at = i;
            counts.merge(at, 1, Integer::sum);
            jobs[i] = () -> {
                counts.merge(at, 1, Integer::sum);
            };
        }
        return counts.size();
    }

    // UNSAFE PF414: likewise, as an expression
    @ParallelFor
    static int keptExpression(IntPredicate[] tests) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < tests.length; i++) {
            list.add(i);
            tests[i] = x -> list.add(x);
        }
        return list.size();
    }

    // UNSAFE PF414: the elements know their list
    @ParallelFor
    static int ofItself(int n) {
        List<Runnable> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(() -> {
                list.add(null);
            });
        }
        if (n > 0) {
            list.get(0).run();
        }
        return list.size();
    }

    // UNSAFE PF414: called at once
    @ParallelFor
    static List<Integer> calledAtOnce(int[] x) {
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int at = x[i];
            Runnable job = () -> {
                list.add(at);
            };
            list.add(-1);
            job.run();
        }
        return list;
    }

    // GUARDED
    @ParallelFor
    static int functionsOfTheirOwn(int[] x) {
        List<Runnable> list = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            int[] own = {x[i]};
            list.add(() -> {
                own[0]++;
            });
        }
        return list.size();
    }
}
