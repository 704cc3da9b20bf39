/*
 * The kernels of the benchmarks in C with OpenMP, for the last column of the table.
 *
 *   kernels NAME SIZE TURNS TURN_MICROSECONDS
 *
 * prints the median time of a call over so many turns, in microseconds, and the sum of the absolute values of the result, which is compared with Java's.
 * Inputs are those of dev.parfor.benchmarks.Numbers: the generator of java.util.Random.
 *
 * gcc -O3 -march=native -fopenmp; floating-point sums keep the order that the reduction clause gives them (no -ffast-math).
 */
#include <math.h>
#include <omp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

static void seed(int64_t s) { state = ((uint64_t)s ^ 0x5DEECE66DULL) & ((1ULL << 48) - 1); }

static int32_t next(int bits) {
    state = (state * 0x5DEECE66DULL + 0xB) & ((1ULL << 48) - 1);
    return (int32_t)(state >> (48 - bits));
}

static double *space(long n) {
    double *x = aligned_alloc(64, (n * sizeof(double) + 127) / 64 * 64);
    memset(x, 0, n * sizeof(double));
    return x;
}

static double *doubles(long n, int64_t s) {
    double *x = space(n);
    seed(s);
    for (long i = 0; i < n; i++) {
        int64_t high = (int64_t)next(26) << 27;
        x[i] = 2 * ((high + next(27)) * 0x1.0p-53) - 1;
    }
    return x;
}

static int *ints(long n, int bound, int64_t s) {
    int *x = (int *)space(n / 2 + 1);
    seed(s);
    for (long i = 0; i < n; i++) {
        int r = next(31);
        int m = bound - 1;
        if ((bound & m) == 0) {
            r = (int)((bound * (int64_t)r) >> 31);
        } else {
            for (int u = r; (int32_t)((uint32_t)u - (uint32_t)(r = u % bound) + (uint32_t)m) < 0; u = next(31)) {
            }
        }
        x[i] = r;
    }
    return x;
}

static int size, n;
static double *x, *y, *u, *v, *out, *out2;
static double **a, **b, **c;
static int *k1, *k2, *iout;
static double scalar;
static long results; /* how many numbers out or iout has; 0: the result is the scalar */

static double **rows(int count, int64_t first, int filled) {
    double **r = malloc(count * sizeof(double *));
    for (int i = 0; i < count; i++) {
        r[i] = filled ? doubles(count, first + i) : space(count);
    }
    return r;
}

/* ---- memory ---- */

static void saxpy_setup(void) { x = doubles(size, 1); out = doubles(size, 2); results = size; }
static void saxpy(void) {
    double f = 1e-9;
#pragma omp parallel for
    for (int i = 0; i < n; i++) out[i] += f * x[i];
}

static void transpose_setup(void) { x = doubles((long)size * size, 1); out = space((long)size * size); results = (long)size * size; }
static void transpose(void) {
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) out[(long)j * n + i] = x[(long)i * n + j];
}

/* ---- reductions ---- */

static void dot_setup(void) { x = doubles(size, 1); y = doubles(size, 2); }
static void dot(void) {
    double sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < n; i++) sum += x[i] * y[i];
    scalar = sum;
}

static void intsum_setup(void) { k1 = ints(size, 1000, 1); }
static void intsum(void) {
    unsigned sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < n; i++) sum += k1[i];
    scalar = (int)sum;
}

static void max_setup(void) { x = doubles(size, 1); }
static void max(void) {
    double most = -INFINITY;
#pragma omp parallel for reduction(max : most)
    for (int i = 0; i < n; i++) most = x[i] > most ? x[i] : most;
    scalar = most;
}

static void argmax(void) {
    int best = -1;
    double most = -INFINITY;
#pragma omp parallel
    {
        int own = -1;
        double ownMost = -INFINITY;
#pragma omp for schedule(static) nowait
        for (int i = 0; i < n; i++)
            if (x[i] > ownMost) { ownMost = x[i]; own = i; }
#pragma omp critical
        if (own >= 0 && (ownMost > most || (ownMost == most && own < best))) { most = ownMost; best = own; }
    }
    scalar = best;
}

static void montecarlo_setup(void) {}
static double walk(int path, int steps) {
    uint64_t s = path * 0x9E3779B97F4A7C15ULL + 1;
    double price = 100;
    for (int i = 0; i < steps; i++) {
        s = s * 6364136223846793005ULL + 1442695040888963407ULL;
        price *= 1 + 0.02 * ((double)(int64_t)(s >> 11) * 0x1.0p-53 - 0.5);
    }
    return price > 100 ? price - 100 : 0;
}
static void montecarlo(void) {
    double sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int p = 0; p < n; p++) sum += walk(p, 16);
    scalar = sum;
}

static void histogram_setup(void) { k1 = ints(size, 256, 1); iout = (int *)space(128); results = 256; }
static void histogram(void) {
    int counts[256] = {0};
#pragma omp parallel for reduction(+ : counts[:256])
    for (int i = 0; i < n; i++) counts[k1[i]]++;
    memcpy(iout, counts, sizeof counts);
}

/* ---- orders ---- */

static void scan_setup(void) { x = doubles(size, 1); out = space(size); results = size; }
static void scan(void) {
    int threads = omp_get_max_threads();
    double *part = calloc(threads + 1, sizeof(double));
#pragma omp parallel
    {
        int t = omp_get_thread_num(), of = omp_get_num_threads();
        int lo = (int)((long)n * t / of), hi = (int)((long)n * (t + 1) / of);
        double sum = 0;
        for (int i = lo; i < hi; i++) { sum += x[i]; out[i] = sum; }
        part[t + 1] = sum;
#pragma omp barrier
        double before = 0;
        for (int p = 0; p <= t; p++) before += part[p];
        if (t > 0)
            for (int i = lo; i < hi; i++) out[i] += before;
    }
    free(part);
}

static void filter_setup(void) { x = doubles(size, 1); u = space(size); out = space(4); results = 4; }
static void filter(void) {
    int threads = omp_get_max_threads();
    int *part = calloc(threads + 1, sizeof(int));
    int total = 0;
#pragma omp parallel
    {
        int t = omp_get_thread_num(), of = omp_get_num_threads();
        int lo = (int)((long)n * t / of), hi = (int)((long)n * (t + 1) / of);
        int k = 0;
        for (int i = lo; i < hi; i++) k += x[i] > 0;
        part[t + 1] = k;
#pragma omp barrier
        int to = 0;
        for (int p = 0; p <= t; p++) to += part[p];
        for (int i = lo; i < hi; i++)
            if (x[i] > 0) u[to++] = x[i];
        if (t == of - 1) total = to;
    }
    free(part);
    out[0] = total;
    out[1] = u[0];
    out[2] = u[total / 2];
    out[3] = u[total > 0 ? total - 1 : 0];
}

/* ---- nests and stencils ---- */

static void matrixproduct_setup(void) { a = rows(size, 0, 1); b = rows(size, size, 1); c = rows(size, 0, 0); results = -size; }
static void matrixproduct(void) {
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double *restrict row = c[i];
        for (int j = 0; j < n; j++) row[j] = 0;
        for (int k = 0; k < n; k++) {
            double f = a[i][k];
            double *restrict other = b[k];
            for (int j = 0; j < n; j++) row[j] += f * other[j];
        }
    }
}

static void jacobi_setup(void) { a = rows(size, 0, 1); c = rows(size, 0, 0); results = -size; }
static void jacobi(void) {
#pragma omp parallel for
    for (int i = 1; i < n - 1; i++) {
        double *restrict above = a[i - 1], *restrict here = a[i], *restrict below = a[i + 1], *restrict to = c[i];
        for (int j = 1; j < n - 1; j++) to[j] = 0.25 * (above[j] + below[j] + here[j - 1] + here[j + 1]);
    }
}

static void blur_setup(void) { k1 = ints((long)size * size, 256, 1); iout = (int *)space((long)size * size / 2 + 1); results = (long)size * size; }
static inline int clamp(int p, int s) { return p < 0 ? 0 : p > s - 1 ? s - 1 : p; }
/* Not a constant: the loop in Java has it as a parameter. */
int blur_radius = 3;
static void blur(void) {
    int radius = blur_radius;
#pragma omp parallel for
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
            int sum = 0;
            for (int k = -radius; k <= radius; k++) sum += k1[i * n + clamp(j + k, n)];
            iout[i * n + j] = sum / (2 * radius + 1);
        }
}

/* ---- imbalance ---- */

static void mandelbrot_setup(void) { iout = (int *)space((long)size * size / 2 + 1); results = (long)size * size; }
static int escape(double re, double im, int limit) {
    double p = 0, q = 0;
    int steps = 0;
    while (steps < limit && p * p + q * q <= 4) {
        double t = p * p - q * q + re;
        q = 2 * p * q + im;
        p = t;
        steps++;
    }
    return steps;
}
static void mandelbrot(void) {
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) iout[i * n + j] = escape(3.0 * j / n - 2, 3.0 * i / n - 1.5, 500);
}

static void triangular_setup(void) { x = doubles(size, 1); out = space(size); results = size; }
static void triangular(void) {
#pragma omp parallel for schedule(dynamic, 8)
    for (int i = 0; i < n; i++) {
        double least = INFINITY;
        for (int j = 0; j < i; j++) {
            double d = fabs(x[i] - x[j]);
            least = d < least ? d : least;
        }
        out[i] = least;
    }
}

/* ---- arithmetic ---- */

static void blackscholes_setup(void) {
    u = space(size); v = space(size); out = space(size); results = size;
    for (int i = 0; i < size; i++) { u[i] = 60 + i % 81; v[i] = (1 + i / 81 % 36) / 12.0; }
}
static double normal(double d) {
    double t = 1 / (1 + 0.2316419 * fabs(d));
    double p = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double tail = exp(-0.5 * d * d) / sqrt(2 * M_PI) * p;
    return d >= 0 ? 1 - tail : tail;
}
static void blackscholes(void) {
    double rate = 0.03, volatility = 0.2;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double spread = volatility * sqrt(v[i]);
        double d1 = (log(100 / u[i]) + (rate + 0.5 * volatility * volatility) * v[i]) / spread;
        out[i] = 100 * normal(d1) - u[i] * exp(-rate * v[i]) * normal(d1 - spread);
    }
}

static void nbody_setup(void) { x = doubles(size, 1); y = doubles(size, 2); out = space(size); out2 = space(size); results = size; }
static void nbody(void) {
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double sx = 0, sy = 0;
        for (int j = 0; j < n; j++) {
            double dx = x[j] - x[i], dy = y[j] - y[i];
            double square = dx * dx + dy * dy + 1e-4;
            double pull = 1 / (square * sqrt(square));
            sx += pull * dx;
            sy += pull * dy;
        }
        out[i] = sx;
        out2[i] = sy;
    }
}

static void kmeans_setup(void) {
    x = doubles(size, 1); y = doubles(size, 2); u = doubles(16, 3); v = doubles(16, 4);
    iout = (int *)space(size / 2 + 1); results = size;
}
static void kmeans(void) {
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        int nearest = 0;
        double least = INFINITY;
        for (int k = 0; k < 16; k++) {
            double dx = x[i] - u[k], dy = y[i] - v[k], d = dx * dx + dy * dy;
            if (d < least) { least = d; nearest = k; }
        }
        iout[i] = nearest;
    }
}

/* ---- indirection and objects ---- */

static void sparseproduct_setup(void) {
    int *length = ints(size, 20, 1);
    k1 = (int *)space(size / 2 + 1);
    for (int i = 0; i < size; i++) k1[i + 1] = k1[i] + length[i];
    k2 = ints(k1[size], size, 2);
    u = doubles(k1[size], 3);
    x = doubles(size, 4);
    out = space(size);
    results = size;
}
static void sparseproduct(void) {
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int k = k1[i]; k < k1[i + 1]; k++) sum += u[k] * x[k2[k]];
        out[i] = sum;
    }
}

typedef struct { double x, y, vx, vy; } Particle;
static Particle **particles;
static void objects_setup(void) {
    double *px = doubles(size, 1), *py = doubles(size, 2);
    particles = malloc(size * sizeof(Particle *));
    for (int i = 0; i < size; i++) {
        particles[i] = malloc(sizeof(Particle));
        *particles[i] = (Particle){px[i], py[i], 0, 0};
    }
    out = space(size);
    results = size;
}
static void objects(void) {
    double dt = 1e-6;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        Particle *p = particles[i];
        double r = sqrt(p->x * p->x + p->y * p->y + 0.01);
        p->vx -= dt * p->x / r;
        p->vy -= dt * p->y / r;
        p->x += dt * p->vx;
        p->y += dt * p->vy;
        out[i] = p->x;
    }
}

static const struct { const char *name; void (*setup)(void); void (*run)(void); } KERNELS[] = {
    {"Saxpy", saxpy_setup, saxpy}, {"Transpose", transpose_setup, transpose}, {"Dot", dot_setup, dot},
    {"IntSum", intsum_setup, intsum}, {"Max", max_setup, max}, {"ArgMax", max_setup, argmax},
    {"MonteCarlo", montecarlo_setup, montecarlo}, {"Histogram", histogram_setup, histogram}, {"Scan", scan_setup, scan},
    {"Filter", filter_setup, filter}, {"MatrixProduct", matrixproduct_setup, matrixproduct}, {"Jacobi", jacobi_setup, jacobi},
    {"Blur", blur_setup, blur}, {"Mandelbrot", mandelbrot_setup, mandelbrot}, {"Triangular", triangular_setup, triangular},
    {"BlackScholes", blackscholes_setup, blackscholes}, {"NBody", nbody_setup, nbody}, {"KMeans", kmeans_setup, kmeans},
    {"SparseProduct", sparseproduct_setup, sparseproduct}, {"Objects", objects_setup, objects},
};

static double total(void) {
    double sum = 0;
    if (results == 0) return fabs(scalar);
    if (results < 0) {
        for (long i = 0; i < -results; i++)
            for (long j = 0; j < -results; j++) sum += fabs(c[i][j]);
        return sum;
    }
    for (long i = 0; i < results; i++) {
        double value = out ? out[i] : iout[i];
        sum += isfinite(value) ? fabs(value) : 0;
    }
    return sum;
}

static int ascending(const void *p, const void *q) {
    double d = *(const double *)p - *(const double *)q;
    return d < 0 ? -1 : d > 0;
}

int main(int count, char **args) {
    if (count < 5) return 2;
    n = size = atoi(args[2]);
    int turns = atoi(args[3]);
    double seconds = atof(args[4]) / 1e6;
    for (size_t k = 0; k < sizeof KERNELS / sizeof *KERNELS; k++) {
        if (strcmp(KERNELS[k].name, args[1]) != 0) continue;
        KERNELS[k].setup();
        KERNELS[k].run();
        double sum = total();
        double *times = malloc(turns * sizeof(double));
        for (int t = -2; t < turns; t++) {
            double start = omp_get_wtime(), elapsed;
            long calls = 0;
            do {
                KERNELS[k].run();
                calls++;
                elapsed = omp_get_wtime() - start;
            } while (elapsed < seconds);
            if (t >= 0) times[t] = elapsed / calls * 1e6;
        }
        qsort(times, turns, sizeof(double), ascending);
        printf("%.6g %.17g\n", times[turns / 2], sum);
        return 0;
    }
    return 3;
}
