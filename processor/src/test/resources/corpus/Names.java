package corpus;

import dev.parfor.ParallelFor;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Variables, type variables and classes that have the names of classes which generated code mentions, and of its own variables. */
final class Names {

    private int Guards;
    int Schedule;

    private static int next(int i) {
        return i + 1;
    }

    // GUARDED
    @ParallelFor
    static void array(int[] Parfor, int[] b) {
        for (int i = 1; i < b.length; i++) {
            Parfor[i] = next(i) + b[i - 1];
        }
    }

    // SAFE approximate
    @ParallelFor
    static double sum(double[] b) {
        double Blocks = 0;
        for (int i = 1; i < b.length; i++) {
            Blocks += b[i];
        }
        return Blocks;
    }

    // SAFE
    @ParallelFor
    static int index(int[] b) {
        int s = 0;
        for (int Team = 0; Team < b.length; Team++) {
            b[Team] = next(Team);
            s += Team;
        }
        return s;
    }

    // GUARDED
    @ParallelFor
    static int qualified(int[] b, int[] c) {
        int s = 0;
        for (int i = 0; i < b.length; i++) {
            int Math = c[i];
            b[i] = Math + java.lang.Math.abs(c[0]);
            s += Math;
        }
        return s;
    }

    // GUARDED
    @ParallelFor
    static void running(int[] b, int w, int h) {
        int Range = 0;
        for (int i = 0; i < h; i++) {
            for (int j = 0; j < w; j++) {
                b[Range] = j;
                Range++;
            }
        }
    }

    // SAFE
    @ParallelFor
    static void strides(int[] b, int LoopSite, int TripCount, int e) {
        if (TripCount <= 0) {
            return;
        }
        for (int i = LoopSite; i < b.length; i += TripCount) {
            b[i] = e;
        }
    }

    // SAFE
    @ParallelFor
    static int found(int[] b, int LoopBody, int LoopExit) {
        for (int i = 0; i < b.length; i++) {
            if (b[i] == LoopBody) {
                return i + LoopExit;
            }
        }
        return -1;
    }

    // SAFE
    @ParallelFor
    void fields(int[] b, int n) {
        for (int i = 0; i < b.length; i++) {
            b[i] = n + i;
            Guards += i;
            Schedule++;
        }
    }

    // SAFE
    @ParallelFor
    static <Team extends Comparable<Team>> void typeVariable(List<Team> a, boolean[] b) {
        for (int i = 0; i < b.length; i++) {
            Team v = null;
            b[i] = v == a;
        }
    }

    // REFUSED PF415: the initializer of a local class is not looked for
    @ParallelFor
    static void local(int[] b) {
        for (int i = 0; i < b.length; i++) {
            class Parfor {
                int v = 3;
            }
            b[i] = new Parfor().v + next(i);
        }
    }

    static final class Member {
        private int value;
        private short few;
    }

    /** Generated code binds the object to a name, so that it evaluates the receiver once. */
    // GUARDED
    @ParallelFor
    static void bound(Member[] target1, int[] target2, int target4) {
        for (int i = 0; i < target2.length; i++) {
            target1[i].value += target2[i] * target4;
            int target3 = target4 + 1;
            target1[i].few *= target3;
        }
    }

    // UNSAFE PF202: the element before is read
    @ParallelFor
    static void boundBefore(Member[] target1, int[] target2) {
        for (int i = 1; i < target2.length; i++) {
            target1[i].value += target1[i - 1].value * target2[i];
        }
    }

    /** What generated code would call the list of a collection's elements. */
    // SAFE
    @ParallelFor
    static int listOfElements(int[] keys__, int keys__2) {
        Collection<Integer> keys = collected(keys__);
        int sum = 0;
        for (int key : keys) {
            sum += key * keys__[Math.floorMod(key, keys__.length)] + keys__2;
        }
        return sum;
    }

    // SAFE
    @ParallelFor
    static int listWithoutAName(int[] x) {
        int vs__ = x.length;
        int sum = 0;
        for (int v : collected(x)) {
            sum += v * vs__;
        }
        return sum;
    }

    // UNSAFE PF301: the one before counts
    @ParallelFor
    static int listInOrder(int[] keys__) {
        Collection<Integer> keys = collected(keys__);
        int last = 0;
        for (int key : keys) {
            last = (last ^ key) * key + keys__[0];
        }
        return last;
    }

    private static Collection<Integer> collected(int[] x) {
        Set<Integer> all = new LinkedHashSet<>();
        for (int v : x) {
            all.add(v);
        }
        return all;
    }

    // UNSAFE PF201: the previous cell is read
    @ParallelFor
    static void carried(int[] Parfor) {
        for (int i = 1; i < Parfor.length; i++) {
            Parfor[i] = Parfor[i - 1] + next(i);
        }
    }

    // UNSAFE PF211: the last iteration wins
    @ParallelFor
    void lastOne(int[] b) {
        for (int i = 1; i < b.length; i++) {
            Guards = b[i];
        }
    }
}

/** A class whose name begins like a variable of generated code. */
final class team {

    static int start;

    static int next(int i) {
        return i + start;
    }

    // SAFE
    @ParallelFor
    static void elements(int[] b) {
        for (int i = 0; i < b.length; i++) {
            b[i] = next(i);
        }
    }

    // UNSAFE PF211: each iteration reads what the one before wrote
    @ParallelFor
    static void moves(int[] b) {
        for (int i = 0; i < b.length; i++) {
            start = next(i);
        }
    }
}
