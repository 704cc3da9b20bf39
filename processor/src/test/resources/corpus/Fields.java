package corpus;

import dev.parfor.ParallelFor;

/** Fields of the receiver and of other objects, private ones, arrays behind them. */
final class Fields {

    /** A picture as libraries have it. */
    static final class Picture {
        double[] data;
        int w;
        int h;
        private double[] hidden;
        private double scale;
        private final double[] weights;

        Picture(double[] data, int w, int h, double scale) {
            this.data = data;
            this.w = w;
            this.h = h;
            this.scale = scale;
            this.hidden = new double[data.length];
            this.weights = new double[data.length];
            for (int i = 0; i < data.length; i++) {
                weights[i] = 1.0 / (i + 2);
            }
        }

        // GUARDED
        @ParallelFor
        void weigh(Picture other) {
            for (int i = 0; i < data.length; i++) {
                double selfWeights = other.weights[i];
                data[i] = weights[i] * selfWeights + this.weights[(i + 1) % data.length];
            }
        }

        // SAFE
        @ParallelFor
        void scaleAll() {
            for (int i = 0; i < data.length; i++) {
                data[i] *= scale;
            }
        }

        // GUARDED
        @ParallelFor
        void scaleHidden() {
            for (int i = 1; i < this.hidden.length; i++) {
                this.hidden[i] = this.data[i - 1] * this.scale;
            }
        }

        // GUARDED
        @ParallelFor
        void rowsByFields() {
            for (int y = 0; y < h; y++) {
                int k = y * w;
                for (int c = 0; c < w; c++) {
                    data[k++] += y * scale;
                }
            }
        }

        // GUARDED
        @ParallelFor
        void addTo(Picture other) {
            for (int i = 1; i < data.length; i++) {
                other.data[i] = data[i - 1] + other.hidden[i];
            }
        }

        // SAFE
        @ParallelFor
        void addInStep(Picture other) {
            for (int i = 0; i < data.length; i++) {
                data[i] += other.data[i];
            }
        }

        private double at(int y, int c) {
            return data[y * w + c];
        }

        private void put(int y, int c, double value) {
            data[y * w + c] = value;
        }

        // GUARDED
        @ParallelFor
        void throughAccessors() {
            for (int y = 0; y < h; y++) {
                for (int c = 0; c < w; c++) {
                    put(y, c, at(y, c) + 1);
                }
            }
        }

        // GUARDED
        @ParallelFor
        void accessorsOfTwo(Picture other) {
            for (int y = 1; y < h; y++) {
                for (int c = 0; c < w; c++) {
                    other.put(y, c, at(y - 1, c) + 1);
                }
            }
        }

        // GUARDED
        @ParallelFor
        void accessorsCarried() {
            for (int y = 1; y < h; y++) {
                for (int c = 0; c < w; c++) {
                    put(y, c, at(y - 1, c) + 1);
                }
            }
        }

        // SAFE approximate
        @ParallelFor
        double sumOfField() {
            double sum = 0;
            for (int i = 0; i < data.length; i++) {
                sum += data[i] * scale;
            }
            return sum;
        }
    }

    int total;
    int[] values;
    private int[] secret;
    int n;
    volatile boolean stop;
    final int[] fixed = {1, 2, 3, 4, 5, 6, 7, 8};

    // SAFE: an accumulation into a field of the receiver
    @ParallelFor
    void totalInField() {
        for (int i = 0; i < values.length; i++) {
            total = total * 31 + values[i];
        }
    }

    // SAFE
    @ParallelFor
    void sumInField() {
        for (int i = 0; i < values.length; i++) {
            total += values[i];
        }
    }

    // UNSAFE PF211: a temporary in a field, read after it was written by somebody
    @ParallelFor
    void temporaryInField() {
        for (int i = 0; i < values.length; i++) {
            total = values[i] * 2;
            values[i] = total + 1;
        }
    }

    // UNSAFE PF106: the bound is a field that the body changes
    @ParallelFor
    void boundFieldChanges() {
        for (int i = 0; i < n; i++) {
            values[i] = i;
            n -= 1;
        }
    }

    // SAFE
    @ParallelFor
    void boundField() {
        for (int i = 0; i < n; i++) {
            values[i] = n - i;
        }
    }

    // UNSAFE PF211: the array itself is replaced
    @ParallelFor
    void replacesArray() {
        for (int i = 0; i < 8; i++) {
            values = new int[8];
            values[i] = i;
        }
    }

    // GUARDED
    @ParallelFor
    void privateArray() {
        for (int i = 1; i < secret.length; i++) {
            secret[i] = values[i - 1];
        }
    }

    // SAFE
    @ParallelFor
    void privateArrayCompound() {
        for (int i = 0; i < secret.length; i++) {
            secret[i] += i;
            secret[i]++;
            --secret[i];
            secret[i] <<= 1;
        }
    }

    // SAFE
    @ParallelFor
    void readsVolatile() {
        for (int i = 0; i < values.length; i++) {
            if (!stop) {
                values[i] = i;
            }
        }
    }

    // GUARDED
    @ParallelFor
    void finalTable(int[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = fixed[i & 7];
        }
    }

    /** An element with state of its own. */
    static final class Body {
        double position;
        double speed;
        private int steps;
        Body next;

        void move(double time) {
            position += speed * time;
            steps++;
        }

        void setSpeed(double speed) {
            this.speed = speed;
        }
    }

    // GUARDED
    @ParallelFor
    static void ownElements(Body[] bodies, double t) {
        for (int i = 0; i < bodies.length; i++) {
            bodies[i].position += bodies[i].speed * t;
        }
    }

    // GUARDED
    @ParallelFor
    static void ownElementsByMethod(Body[] bodies, double t) {
        for (int i = 0; i < bodies.length; i++) {
            bodies[i].move(t);
        }
    }

    // GUARDED
    @ParallelFor
    static void ownElementsForEach(Body[] bodies, double t) {
        for (Body body : bodies) {
            body.setSpeed(body.speed + t);
        }
    }

    // UNSAFE PF212: the element before
    @ParallelFor
    static void elementBefore(Body[] bodies) {
        for (int i = 1; i < bodies.length; i++) {
            bodies[i].position = bodies[i - 1].position + 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void speedFromNeighbours(Body[] bodies) {
        for (int i = 1; i < bodies.length; i++) {
            bodies[i].speed = bodies[i - 1].position - bodies[i].position;
        }
    }

    // GUARDED: the element that an element leads to may be anybody's
    @ParallelFor
    static void followsReference(Body[] bodies) {
        for (int i = 0; i < bodies.length; i++) {
            if (bodies[i].next != null) {
                bodies[i].next.position += 1;
            }
        }
    }

    // UNSAFE PF212: chains of bodies may end in one body
    @ParallelFor
    static void followsChain(Body[] bodies) {
        for (int i = 0; i < bodies.length; i++) {
            Body body = bodies[i];
            while (body.next != null) {
                body = body.next;
            }
            body.position += 1;
        }
    }

    // UNSAFE PF211: one object for all
    @ParallelFor
    static void oneObject(Body body, double[] x) {
        for (int i = 0; i < x.length; i++) {
            body.position = x[i];
            x[i] = body.position + body.speed;
        }
    }

    // SAFE
    @ParallelFor
    static void readsOneObject(Body body, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] += body.position * body.speed;
        }
    }

    // SAFE
    @ParallelFor
    static void freshObjects(double[] x) {
        for (int i = 0; i < x.length; i++) {
            Body body = new Body();
            body.speed = x[i];
            body.move(2);
            x[i] = body.position + body.steps;
        }
    }

    // SAFE
    @ParallelFor
    static Body[] storesFreshObjects(double[] x) {
        Body[] made = new Body[x.length];
        for (int i = 0; i < x.length; i++) {
            Body body = new Body();
            body.speed = x[i];
            body.next = i == 0 ? null : body;
            made[i] = body;
        }
        return made;
    }

    // GUARDED
    @ParallelFor
    static void arrayOfPictures(Picture[] pictures, double t) {
        for (int i = 0; i < pictures.length; i++) {
            pictures[i].scale = t * i;
        }
    }

    // GUARDED: two pictures may have one array
    @ParallelFor
    static void arraysBehindElements(Picture[] pictures) {
        for (int i = 0; i < pictures.length; i++) {
            pictures[i].data[0] += 1;
        }
    }

    // GUARDED
    @ParallelFor
    static void throughParameterPath(Picture from, Picture into) {
        for (int y = 1; y < from.h; y++) {
            for (int c = 0; c < from.w; c++) {
                into.data[y * from.w + c] = from.data[(y - 1) * from.w + c];
            }
        }
    }

    // SAFE
    @ParallelFor
    void hoistedIntoLocals() {
        int[] v = values;
        int count = n;
        for (int i = 0; i < count; i++) {
            v[i] = v[i] * 3 + count;
        }
    }

    /** An instance method that a subclass replaces. */
    static class Base {
        int[] cells;

        int weight() {
            return 2;
        }

        // GUARDED
        @ParallelFor
        void run() {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += weight();
            }
        }

        // SAFE
        @ParallelFor
        void plain() {
            for (int i = 0; i < cells.length; i++) {
                cells[i] += 5;
            }
        }
    }

    /** Its method has an effect. */
    static class Derived extends Base {
        int asked;

        @Override
        int weight() {
            return ++asked;
        }

        @Override
        void plain() {
            super.plain();
            cells[0] = -1;
        }
    }
}
