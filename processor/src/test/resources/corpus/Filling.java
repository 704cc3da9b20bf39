package corpus;

import dev.parfor.ParallelFor;

/** Arrays that are filled from a running position on: filters, expansions, and what looks like them. */
final class Filling {

    static final class Buffer {
        int[] data = new int[400];
        String[] names = new String[40];
        private int[] hidden = new int[400];
        int size;
    }

    private int[] own = new int[300];

    // SAFE
    @ParallelFor
    static int positive(int[] x) {
        int[] kept = new int[x.length];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[n++] = x[i];
            }
        }
        return n;
    }

    // GUARDED
    @ParallelFor
    static int into(int[] x, int[] kept) {
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                kept[n] = x[i];
                n++;
            }
        }
        return n;
    }

    // SAFE
    @ParallelFor
    static int[] positions(double[] x) {
        int[] found = new int[x.length + 2];
        int k = 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) found[k++] = i;
        }
        found[0] = k;
        return found;
    }

    // GUARDED
    @ParallelFor
    static void from(long[] x, long[] kept, int k) {
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 1) == 0) {
                kept[k++] = 3 * x[i];
            }
        }
        kept[0] = k;
    }

    // GUARDED
    @ParallelFor
    static int columns(int[] x, int[] at, int[] value) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            int v = x[i] * 2;
            if (v > 0) {
                at[k] = i;
                value[k] = v;
                k += 1;
            } else if (v < -3) {
                value[k] = -v;
                at[k++] = -i;
            }
        }
        return k;
    }

    // SAFE
    @ParallelFor
    static int several(int[] x) {
        int[] out = new int[2 * x.length];
        int k = 0;
        for (int v : x) {
            if (v > 0) {
                out[k++] = v;
                out[k++] = -v;
            } else {
                out[k++] = 0;
            }
        }
        return k + java.util.Arrays.hashCode(out);
    }

    // SAFE
    @ParallelFor
    static int[] expanded(int[] x) {
        int[] out = new int[4 * x.length];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < (x[i] & 3); j++) {
                if (j != 1) {
                    out[k++] = x[i] + j;
                }
            }
        }
        return out;
    }

    // SAFE
    @ParallelFor
    static byte[] byCase(int[] x) {
        byte[] out = new byte[2 * x.length];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            switch (x[i] & 3) {
                case 0:
                    out[k++] = 1;
                case 1:
                    out[k++] = (byte) i;
                    break;
                case 2:
                    break;
                default:
                    out[k++] = 3;
            }
        }
        return out;
    }

    // SAFE
    @ParallelFor
    static int strings(String[] x, int n) {
        Object[] kept = new String[n];
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != null && x[i].length() > 1) {
                kept[k++] = x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int wrongClass(Integer[] x, Object[] kept) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != null) {
                kept[k++] = i % 7 == 6 ? "text" : x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static <T> int generic(T[] x, T[] kept, boolean[] wanted) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (wanted[i]) {
                kept[k++] = x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int intoField(Buffer buffer, int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                buffer.data[k++] = x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int intoPrivateField(Buffer buffer, int[] x) {
        int k = 2;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0) {
                buffer.hidden[k++] = 10 / x[i];
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    int intoOwn(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 1) {
                this.own[k++] = i;
            } else if (x[i] < -1) {
                own[k++] = -i;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int throwing(int[] x, int[] out, int d) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > d) {
                out[k++] = 100 / (x[i] - 3);
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int withSum(int[] x, int[] out) {
        int k = 0;
        int sum = 0;
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            sum += x[i];
            if (x[i] > 0) {
                out[k++] = x[i];
                last = i;
            }
        }
        return k + sum * 31 + last;
    }

    // GUARDED
    @ParallelFor
    static int withOtherWrites(int[] x, int[] out, int[] square) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            square[i] = x[i] * x[i];
            if (x[i] > 0) {
                out[k++] = i;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int two(int[] x, int[] even, int[] odd) {
        int e = 0;
        int o = 0;
        for (int i = 0; i < x.length; i++) {
            if ((x[i] & 1) == 0) {
                even[e++] = x[i];
            } else {
                odd[o++] = x[i];
            }
        }
        return e * 1000 + o;
    }

    // GUARDED
    @ParallelFor
    static int skipping(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                continue;
            }
            out[k++] = x[i];
        }
        return k;
    }

    // UNSAFE PF311: how many there are is looked at
    @ParallelFor
    static int limited(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0 && k < out.length) {
                out[k++] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF311: what was stored last is read
    @ParallelFor
    static int distinct(int[] x, int[] out) {
        int k = 1;
        for (int i = 0; i < x.length; i++) {
            if (x[i] != out[k - 1]) {
                out[k++] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF301: cells are left out
    @ParallelFor
    static int gaps(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k++] = x[i];
            } else if (x[i] < -2) {
                k++;
            }
        }
        return k;
    }

    // REFUSED PF301: the last cell is written even if it does not count
    @ParallelFor
    static int branchless(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            out[k] = x[i];
            if (x[i] > 0) {
                k++;
            }
        }
        return k;
    }

    // GUARDED
    @ParallelFor
    static int oneOfTwo(int[] x, int[] a, int[] b) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                a[k++] = x[i];
            } else {
                b[k++] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF301: a continue between the element and the move
    @ParallelFor
    static int between(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            out[k] = x[i];
            if (x[i] < 0) {
                continue;
            }
            k++;
        }
        return k;
    }

    // UNSAFE PF301: an exception between the move and the element
    @ParallelFor
    static int caught(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            try {
                out[k++] = 10 / x[i];
            } catch (ArithmeticException e) {
                continue;
            }
        }
        return k;
    }

    // UNSAFE PF301: what is filled is read
    @ParallelFor
    static int inPlaceAhead(int[] x) {
        int k = 1;
        for (int i = 0; i < x.length - 1; i++) {
            if (x[i] > 0) {
                x[k++] = x[i];
            }
        }
        return k;
    }

    // REFUSED PF311: the length is that of the block's own
    @ParallelFor
    static int lengthSeen(int[] x, int[] out) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > out.length) {
                out[k++] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF311: it may not fit, and the other array can't be taken back
    @ParallelFor
    static int expandedWithOther(int[] x, int[] out, int[] count) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            count[i] += x[i];
            for (int j = 0; j < (x[i] & 3); j++) {
                out[k++] = x[i] + j;
            }
        }
        return k;
    }

    // REFUSED PF202: the position is a field
    @ParallelFor
    static void positionInField(Buffer buffer, int[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                buffer.data[buffer.size++] = x[i];
            }
        }
    }

    // REFUSED PF301: what is kept stays where it is, or moves to the front
    @ParallelFor
    static int inPlace(int[] x) {
        int k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                x[k++] = x[i];
            }
        }
        return k;
    }

    // UNSAFE PF315: a box
    @ParallelFor
    static Integer boxed(int[] x, int[] out) {
        Integer k = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0) {
                out[k++] = x[i];
            }
        }
        return k;
    }
}
