package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.runtime.Team;
import java.util.List;
import java.util.Locale;

/**
 * Prices an Asian option (its payoff depends on the mean price over a year, so there is no closed formula) by
 * simulating price paths.
 *
 * <p>The trap of parallel simulation is the random generator. One {@code Random} for all iterations is shared state:
 * the numbers that a path gets would depend on who came first, and the compiler refuses it (see the gallery). Here
 * each path computes its own numbers from its number, in local variables: path 17 is the same path on every machine,
 * on any number of threads, today and tomorrow.
 *
 * <p>Two sums are carried, of the payoffs and of their squares, which gives the standard error. A second payoff, of
 * the plain European option, is known from Black and Scholes and shows that the simulation is right.
 *
 * <p>Source of the generator: SplitMix64, from G. Steele, D. Lea and C. Flood, "Fast Splittable Pseudorandom Number
 * Generators", OOPSLA 2014. Of the normal variables: G. Box and M. Muller, "A Note on the Generation of Random Normal
 * Deviates", Annals of Mathematical Statistics 29(2), 1958.
 */
final class Ex09MonteCarlo {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Ex09MonteCarlo() {}

    /** What is simulated: prices now and at exercise, interest, volatility, and days of one year. */
    record Market(double spot, double strike, double rate, double volatility, int days) {}

    /** Sums over all paths: payoff of the Asian option, its square, payoff of the European option, its square. */
    @ParallelFor
    static double[] simulate(Market market, int paths) {
        double drift = (market.rate() - 0.5 * market.volatility() * market.volatility()) / market.days();
        double spread = market.volatility() / Math.sqrt(market.days());
        double spot = market.spot();
        double strike = market.strike();
        int days = market.days();
        double asian = 0;
        double asianSquares = 0;
        double european = 0;
        double europeanSquares = 0;
        for (int path = 0; path < paths; path++) {
            long state = mix(path * GOLDEN_GAMMA);
            double price = spot;
            double total = 0;
            for (int day = 0; day < days; day++) {
                state += GOLDEN_GAMMA;
                double radius = Math.sqrt(-2 * Math.log(uniform(mix(state))));
                state += GOLDEN_GAMMA;
                double angle = 2 * Math.PI * uniform(mix(state));
                price *= Math.exp(drift + spread * radius * Math.cos(angle));
                total += price;
            }
            double atMean = Math.max(0, total / days - strike);
            double atEnd = Math.max(0, price - strike);
            asian += atMean;
            asianSquares += atMean * atMean;
            european += atEnd;
            europeanSquares += atEnd * atEnd;
        }
        return new double[] {asian, asianSquares, european, europeanSquares};
    }

    /** The finalizer of SplitMix64: distinct inputs give distinct, unrelated-looking outputs. */
    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** A number above 0 and below 1 from the upper 52 bits. */
    static double uniform(long bits) {
        return ((bits >>> 12) + 0.5) * 0x1.0p-52;
    }

    /** Price by the formula, to compare the European option with. */
    static double blackScholes(Market market) {
        double[] call = new double[1];
        double[] put = new double[1];
        double[] spot = {market.spot()};
        double[] strike = {market.strike()};
        double[] years = {1};
        Ex08BlackScholes.price(spot, strike, years, market.rate(), market.volatility(), call, put);
        return call[0];
    }

    static List<Comparison.Row> show() {
        Market market = new Market(100, 105, 0.03, 0.2, 64);
        int paths = 100_000;
        Comparison.Row row = Comparison.of(
                "Ex09 Monte Carlo, 100000 paths of 64 days",
                () -> simulate(market, paths),
                () -> Ex09MonteCarloParallel.simulate(market, paths),
                Comparison.within(1e-11));

        double[] sums;
        try (Team one = Team.of(1);
                Team two = Team.of(2)) {
            sums = Ex09MonteCarloParallel.simulate(two, market, paths);
            Comparison.<double[]>sameBits().check(Ex09MonteCarloParallel.simulate(one, market, paths), sums);
        }
        double discount = Math.exp(-market.rate());
        double european = discount * sums[2] / paths;
        double europeanError = discount * standardError(sums[2], sums[3], paths);
        System.out.printf(
                Locale.ROOT,
                "Asian option    %.3f ± %.3f%nEuropean option %.3f ± %.3f, by the formula %.3f%n",
                discount * sums[0] / paths,
                discount * standardError(sums[0], sums[1], paths),
                european,
                europeanError,
                blackScholes(market));
        if (Math.abs(european - blackScholes(market)) > 4 * europeanError) {
            throw new IllegalStateException("the simulation is more than four standard errors off");
        }
        return List.of(row);
    }

    static double standardError(double sum, double squares, int count) {
        double mean = sum / count;
        return Math.sqrt((squares / count - mean * mean) / count);
    }

    public static void main(String[] args) {
        Comparison.print(show());
    }
}
