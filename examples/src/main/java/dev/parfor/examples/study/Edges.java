package dev.parfor.examples.study;

/**
 * Finds edges. Source: J. Canny, "A Computational Approach to Edge Detection", IEEE PAMI 8(6), 1986; the threshold by N. Otsu,
 * "A Threshold Selection Method from Gray-Level Histograms", IEEE SMC 9(1), 1979.
 */
final class Edges {

    private final int width;
    private final int height;
    private final double[] dx;
    private final double[] dy;
    private final double[] strength;

    Edges(Plane in) {
        width = in.width();
        height = in.height();
        dx = new double[width * height];
        dy = new double[width * height];
        strength = new double[width * height];
        gradients(in);
    }

    private void gradients(Plane in) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double right = in.at(x + 1, y - 1) + 2 * in.at(x + 1, y) + in.at(x + 1, y + 1);
                double left = in.at(x - 1, y - 1) + 2 * in.at(x - 1, y) + in.at(x - 1, y + 1);
                double below = in.at(x - 1, y + 1) + 2 * in.at(x, y + 1) + in.at(x + 1, y + 1);
                double above = in.at(x - 1, y - 1) + 2 * in.at(x, y - 1) + in.at(x + 1, y - 1);
                int at = y * width + x;
                dx[at] = right - left;
                dy[at] = below - above;
                strength[at] = Math.hypot(dx[at], dy[at]);
            }
        }
    }

    /** Blurs with a Gaussian, along rows and then along columns. */
    static Plane smooth(Plane in, double deviation) {
        int radius = (int) Math.ceil(3 * deviation);
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = Math.exp(-k * k / (2 * deviation * deviation));
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        Plane between = new Plane(in.width(), in.height());
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                double value = 0;
                for (int k = -radius; k <= radius; k++) {
                    value += kernel[k + radius] * in.at(x + k, y);
                }
                between.values()[y * in.width() + x] = value;
            }
        }
        Plane out = new Plane(in.width(), in.height());
        for (int y = 0; y < in.height(); y++) {
            for (int x = 0; x < in.width(); x++) {
                double value = 0;
                for (int k = -radius; k <= radius; k++) {
                    value += kernel[k + radius] * between.at(x, y + k);
                }
                out.values()[y * in.width() + x] = value;
            }
        }
        return out;
    }

    /** The strengths that are no less than those on both sides across the edge; 0 for the others. */
    Plane thin() {
        Plane thin = new Plane(width, height);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                boolean steep = Math.abs(dy[at]) > Math.abs(dx[at]);
                int side = steep ? width : 1;
                if (strength[at] >= strength[at - side] && strength[at] > strength[at + side]) {
                    thin.values()[at] = Math.min(255, strength[at]);
                }
            }
        }
        return thin;
    }

    /** The value that parts the others best in two groups. */
    static int threshold(int[] histogram) {
        long count = 0;
        long total = 0;
        for (int v = 0; v < histogram.length; v++) {
            count += histogram[v];
            total += (long) v * histogram[v];
        }
        long below = 0;
        long sum = 0;
        double best = -1;
        int threshold = 0;
        for (int v = 0; v < histogram.length; v++) {
            below += histogram[v];
            sum += (long) v * histogram[v];
            if (below == 0 || below == count) {
                continue;
            }
            double difference = (double) sum / below - (double) (total - sum) / (count - below);
            double between = (double) below * (count - below) * difference * difference;
            if (between > best) {
                best = between;
                threshold = v;
            }
        }
        return threshold;
    }

    /** All strong pixels, and the weak ones that hang together with them. */
    static boolean[] follow(Plane thin, double strong, double weak) {
        int width = thin.width();
        boolean[] edge = new boolean[thin.values().length];
        int[] stack = new int[edge.length];
        int depth = 0;
        for (int at = 0; at < edge.length; at++) {
            if (thin.values()[at] >= strong) {
                edge[at] = true;
                stack[depth++] = at;
            }
        }
        while (depth > 0) {
            int at = stack[--depth];
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * width + dx;
                    if (next >= 0 && next < edge.length && !edge[next] && thin.values()[next] >= weak) {
                        edge[next] = true;
                        stack[depth++] = next;
                    }
                }
            }
        }
        return edge;
    }
}
