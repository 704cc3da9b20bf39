package corpus;

import dev.parfor.ParallelFor;
import dev.parfor.ThreadSafe;

/** Objects of the iteration's own that are given to methods which nobody looks into. */
final class OwnAndUnseen {

    static final class Box {
        int k;

        Box(int k) {
            this.k = k;
        }
    }

    @ThreadSafe(value = "all methods are synchronized", orderMatters = false)
    static final class Eraser {

        synchronized void erase(Box box) {
            box.k = 0;
        }

        synchronized int read(Box box) {
            return box.k;
        }
    }

    // SAFE
    @ParallelFor
    static void storedBefore(int[] y, Eraser eraser) {
        for (int i = 0; i < y.length; i++) {
            Box box = new Box(i);
            y[box.k] = i;
            eraser.erase(box);
            y[i] += box.k;
        }
    }

    // SAFE
    @ParallelFor
    static void storedInARow(int[] y, Eraser eraser) {
        for (int i = 0; i < y.length; i++) {
            Box box = new Box(i);
            for (int j = 0; j < 3; j++) {
                box.k = i;
                y[box.k] += j;
                eraser.erase(box);
            }
        }
    }

    // UNSAFE PF231: it may hold another number by now
    @ParallelFor
    static void storedAfter(int[] y, Eraser eraser) {
        for (int i = 0; i < y.length; i++) {
            Box box = new Box(i);
            eraser.erase(box);
            y[box.k] = i;
        }
    }

    // UNSAFE PF231: in the second round it holds another number
    @ParallelFor
    static void storedInTheNextRound(int[] y, Eraser eraser) {
        for (int i = 0; i < y.length; i++) {
            Box box = new Box(i);
            for (int j = 0; j < 2; j++) {
                y[box.k] = i;
                eraser.erase(box);
            }
        }
    }

    // UNSAFE PF231: likewise
    @ParallelFor
    static void storedForTheNext(int[] y, int[] rounds, Eraser eraser) {
        for (int i = 0; i < y.length; i++) {
            Box box = new Box(i);
            for (int round : rounds) {
                y[box.k] = i + round;
                eraser.erase(box);
            }
        }
    }
}
