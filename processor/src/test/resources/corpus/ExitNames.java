package corpus;

import dev.parfor.ParallelFor;

/** Variables that a loop leaves when it ends early, under all kinds of names. */
final class ExitNames {

    // SAFE
    @ParallelFor
    static int namesOfObject(int[] x, int k) {
        int wait = -1;
        int notify = 2;
        int hashCode = 3;
        int toString = 4;
        int getClass = 5;
        int clone = 6;
        for (int i = 0; i < x.length; i++) {
            hashCode += x[i];
            if (x[i] == k) {
                wait = i;
                notify = -i;
                toString = x[i];
                getClass = 7;
                clone = 8;
                break;
            }
        }
        return wait + 2 * notify + 3 * hashCode + 4 * toString + 5 * getClass + 6 * clone;
    }

    // SAFE
    @ParallelFor
    static int namesOfTheVariant(int[] x, int k) {
        int way = 1;
        int result = 2;
        int values = 3;
        int block = 4;
        int exit = 5;
        int sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            if (x[i] == k) {
                way = i;
                result = 2 * i;
                values = 3 * i;
                block = 4 * i;
                exit = 5 * i;
                break;
            }
            if (x[i] < -3) {
                return -1;
            }
        }
        return sum + way + result + values + block + exit;
    }

    // SAFE
    @ParallelFor
    static int jumpsWithComments(int[][] rows, int k) {
        int count = 0;
        all:
        for (int[] row : rows) {
            for (@ParallelFor int i = 0; i < row.length; i++) {
                if (row[i] == k) {
                    count++;
                    continue /* with the next row */ all;
                }
                if (row[i] == k + 1) {
                    continue all;
                }
                if (row[i] == k + 2) {
                    break // for good
                    all;
                }
            }
            count += 2;
        }
        return count;
    }

    // UNSAFE PF311: the iteration that ends the loop needs the sum up to itself
    @ParallelFor
    static int sumOnTheWay(int[] x, int k) {
        int wait = 0;
        for (int i = 0; i < x.length; i++) {
            wait += x[i];
            if (x[i] == k) {
                return wait;
            }
        }
        return -wait;
    }
}
