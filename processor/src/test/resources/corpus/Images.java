package corpus;

import dev.parfor.ParallelFor;
import java.util.Arrays;

/** Rows of images that lie in one array, written in several places, from both ends, in blocks, and up to where two indices meet. */
final class Images {

    static final class Image {
        int[] data;
        int start;
        int stride;
        int width;
        int height;

        Image(int[] data, int start, int stride, int width, int height) {
            this.data = data;
            this.start = start;
            this.stride = stride;
            this.width = width;
            this.height = height;
        }
    }

    // GUARDED
    @ParallelFor
    static void bothEndsOfARow(int[] x, int start, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int left = start + y * stride;
            int right = left + w;
            x[left] += y;
            x[right] -= y;
        }
    }

    // GUARDED
    @ParallelFor
    static void borders(int[] x, int stride, int border, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < border; c++) {
                x[y * stride + c] = 1;
            }
            for (int c = w - border; c < w; c++) {
                x[y * stride + c] += 2;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void filledAndAdded(int[] x, int[] from, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int begin = y * stride;
            Arrays.fill(x, begin, begin + w, 0);
            for (int k = 0; k < 3; k++) {
                int source = (y + k) * stride;
                int target = begin;
                for (int c = 0; c < w; c++) {
                    x[target++] += from[source++] * k;
                }
            }
        }
    }

    // UNSAFE PF232: each row is written by two iterations
    @ParallelFor
    static void intoTheNextRow(int[] x, int w, int h) {
        for (int y = 0; y < h; y++) {
            for (int c = 0; c < w; c++) {
                x[y * w + c] = c;
                x[y * w + w + c] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void mirroredInARow(int[] x, int stride, int w, int half, int h) {
        for (int y = 0; y < h; y++) {
            int left = y * stride;
            int right = left + w - 1;
            int end = left + half;
            while (left < end) {
                int kept = x[left];
                x[left++] = x[right];
                x[right--] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void rowsFromBothEnds(int[] x, int stride, int w, int h) {
        int half = h / 2;
        for (int y = 0; y < half; y++) {
            int above = y * stride;
            int below = (h - y - 1) * stride;
            int end = above + w;
            while (above < end) {
                int kept = x[above];
                x[above++] = x[below];
                x[below++] = kept;
            }
        }
    }

    // UNSAFE PF232: beyond the middle each row meets one that was exchanged before
    @ParallelFor
    static void rowsFromBothEndsAndOn(int[] x, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int above = y * stride;
            int below = (h - y - 1) * stride;
            for (int c = 0; c < w; c++) {
                int kept = x[above + c];
                x[above + c] = x[below + c];
                x[below + c] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void quarters(int[] x, int stride, int n) {
        int most = n / 2 + n % 2;
        int half = n / 2;
        for (int y = 0; y < half; y++) {
            for (int c = 0; c < most; c++) {
                int a = y * stride + c;
                int b = c * stride + (n - 1 - y);
                int d = (n - 1 - y) * stride + (n - 1 - c);
                int e = (n - 1 - c) * stride + y;
                int kept = x[e];
                x[e] = x[d];
                x[d] = x[b];
                x[b] = x[a];
                x[a] = kept;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void everyBand(int[] x, int start, int stride, int w, int bands, int band, int h) {
        if (bands < 1) {
            return;
        }
        for (int y = 0; y < h; y++) {
            int k = start + y * stride + band;
            int end = k + w * bands - band;
            for (; k < end; k += bands) {
                x[k] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void everyBandDown(int[] x, int stride, int w, int bands, int h) {
        if (bands < 1) {
            return;
        }
        for (int y = 0; y < h; y++) {
            int begin = y * stride;
            for (int k = begin + w; k > begin; k -= bands) {
                x[k] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void untilTheyMeet(int[] x, int[] from, int start, int stride, int bands, int w, int h) {
        for (int y = 0; y < h; y++) {
            int source = y * stride;
            int target = start + y * stride;
            int end = target + w;
            while (target != end) {
                x[target++] = from[source];
                source += bands;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void untilTheyMeetDown(int[] x, int stride, int w, int h) {
        for (int y = 0; y < h; y++) {
            int k = y * stride + w;
            int end = k - w;
            while (k != end) {
                x[k--] += y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void untilTheyMeetInColumns(int[] x, int[] from, int stride, int bands, int w, int h) {
        for (int y = 0; y < h; y++) {
            int source = y * stride;
            for (int c = 0; c < w; c++) {
                int target = c * stride + (h - 1 - y) * bands;
                int end = source + bands;
                while (source != end) {
                    x[target++] = from[source++];
                }
            }
        }
    }

    // UNSAFE PF232: where a row ends depends on the data
    @ParallelFor
    static void untilTheyMeetAnywhere(int[] x, int[] ends, int stride, int h) {
        for (int y = 0; y < h; y++) {
            int k = y * stride;
            while (k != ends[y]) {
                x[k++] = y;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void fromWhereTheLastOneEnded(int[] x, int[] from, int stride, int wide, int n, int h) {
        if (wide < 1) {
            return;
        }
        for (int y = 0; y < h; y++) {
            int source = 0;
            while (source != n) {
                int target = y * stride;
                int end = source + wide;
                while (source < end) {
                    x[target++] += from[source++];
                }
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void blocks(int[] x, int[] from, int size, int w) {
        if (size < 1) {
            return;
        }
        for (int y = 0; y < from.length; y += size) {
            int row = y / size;
            int target = row * w;
            for (int c = 0; c < w; c += size) {
                int total = 0;
                for (int inside = y; inside < y + size; inside++) {
                    total += from[inside % from.length] * c;
                }
                x[target++] = total;
            }
        }
    }

    // UNSAFE PF231: several iterations fall into one block
    @ParallelFor
    static void inBlocks(int[] x, int size, int h) {
        for (int y = 0; y < h; y++) {
            x[y / size] = y;
        }
    }

    // GUARDED
    @ParallelFor
    static void widestFirst(Image from, Image into, int bands, int band) {
        for (int y = 0; y < into.height; y++) {
            int source = from.start + y * from.stride;
            int target = into.start + y * into.stride + band;
            int end = source + from.width;
            while (source < end) {
                into.data[target] = from.data[source++];
                target += bands;
            }
        }
    }

    // GUARDED
    @ParallelFor
    static void lastOneApart(Image into) {
        for (int y = 0; y < into.height; y++) {
            int k = into.start + y * into.stride;
            for (int c = 0; c < into.width - 1; c++, k++) {
                into.data[k] = c;
            }
            into.data[k] = y;
        }
    }

    // GUARDED
    @ParallelFor
    static void sumOfBands(Image[] bands, int[] out) {
        for (int y = 0; y < out.length - 1; y++) {
            int sum = 0;
            for (int b = 0; b < bands.length; b++) {
                sum += bands[b].data[y + 1];
            }
            out[y] = sum;
        }
    }

    // GUARDED
    @ParallelFor
    static void ofEach(Image[] images, Image into) {
        for (int i = 0; i < images.length; i++) {
            into.data[i] = images[i].data[0];
        }
    }

    // UNSAFE PF221: the first of them is among them
    @ParallelFor
    static void intoTheFirst(Image[] images) {
        for (int i = 0; i < images.length; i++) {
            images[0].data[i] = images[i].data[0];
        }
    }

    // GUARDED: two of them may have one array
    @ParallelFor
    static void ofEachIntoItsOwn(Image[] images) {
        for (int i = 0; i < images.length; i++) {
            images[i].data[0] = i;
        }
    }
}
