package corpus;

import dev.parfor.ParallelFor;

/** Where a constant that is assigned is narrowed, and one that is passed is not: generated code passes much that the text assigns. */
final class NarrowTypes {

    static final class Letter {
        private char sign = 'a';
        private short weight = 3;
        private byte flags = 2;
        private boolean isRead;
        private Integer count = 3;
        private Long size = 4L;
        private float price = 2;
        private String text = "";

        Letter same() {
            return this;
        }
    }

    // GUARDED: private fields of elements, whose receivers may be null
    @ParallelFor
    static void updated(Letter[] letters, int[] x) {
        for (int i = 0; i < x.length && i < letters.length; i++) {
            letters[i].sign += 1;
            letters[i].weight -= x[i];
            letters[i].flags ^= 3;
            letters[i].isRead |= x[i] > 1;
            letters[i].count += 2;
            letters[i].size += 3;
            letters[i].price *= 2;
            letters[i].text += "a";
        }
    }

    // GUARDED
    @ParallelFor
    static int updatedForItsValue(Letter[] letters, int[] x) {
        int sum = 0;
        for (int i = 0; i < x.length && i < letters.length; i++) {
            sum += letters[i].sign += 1;
            sum += letters[i].same().weight -= x[i];
            sum += letters[i].flags = 3;
            sum += letters[i].sign++ + --letters[i].flags;
        }
        return sum;
    }

    // SAFE: left with a value and without
    @ParallelFor
    static char returnedOrBroken(int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 3) {
                return 'a';
            }
            if (x[i] == 4) {
                break;
            }
        }
        return 'b';
    }

    // SAFE
    @ParallelFor
    static byte returnedOrFound(int[] x, byte k) {
        byte found = 2;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 3) {
                return 1;
            }
            if (x[i] == 4) {
                found = 7;
                break;
            }
            if (x[i] == 5) {
                return k;
            }
        }
        return found;
    }

    // UNSAFE PF212: one letter for all
    @ParallelFor
    static void ofOne(Letter letter, int[] x) {
        for (int i = 0; i < x.length; i++) {
            letter.sign += 1;
            x[i] = letter.sign;
        }
    }
}
