package dev.parfor.examples;

import dev.parfor.ParallelFor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prices European options by the formula of Black and Scholes: a bank's nightly loop over its book.
 *
 * <p>Long, equal iterations, two arrays written at {@code i}, the arithmetic in helper methods: {@code @ParallelFor}
 * is all there is to add. The helpers are looked into; they touch nothing but their arguments. The functions of
 * {@code Math} are known to the checker.
 *
 * <p>Source: F. Black and M. Scholes, "The Pricing of Options and Corporate Liabilities", Journal of Political
 * Economy 81(3), 1973; the normal distribution by formula 26.2.17 of M. Abramowitz and I. Stegun, "Handbook of
 * Mathematical Functions", 1964, which is off by at most 7.5e-8.
 */
final class Ex08BlackScholes {

    private Ex08BlackScholes() {}

    /** Prices of the right to buy ({@code call}) and to sell ({@code put}) at {@code strike} in {@code years}. */
    @ParallelFor
    static void price(
            double[] spot,
            double[] strike,
            double[] years,
            double rate,
            double volatility,
            double[] call,
            double[] put) {
        for (int i = 0; i < spot.length; i++) {
            double spread = volatility * Math.sqrt(years[i]);
            double d1 = (Math.log(spot[i] / strike[i]) + (rate + 0.5 * volatility * volatility) * years[i]) / spread;
            double d2 = d1 - spread;
            double discounted = strike[i] * Math.exp(-rate * years[i]);
            double n1 = normal(d1);
            double n2 = normal(d2);
            call[i] = spot[i] * n1 - discounted * n2;
            put[i] = discounted * (1 - n2) - spot[i] * (1 - n1);
        }
    }

    /** The probability that a standard normal variable is at most {@code x}. */
    static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * polynomial;
        return x >= 0 ? 1 - tail : tail;
    }

    /** A book of options: strikes around the spot price, from one month to three years to run. */
    static final class Book {

        final double[] spot;
        final double[] strike;
        final double[] years;

        Book(int size) {
            spot = new double[size];
            strike = new double[size];
            years = new double[size];
            for (int i = 0; i < size; i++) {
                spot[i] = 100;
                strike[i] = 60 + i % 81;
                years[i] = (1 + i / 81 % 36) / 12.0;
            }
        }

        int size() {
            return spot.length;
        }
    }

    static List<Comparison.Row> show() {
        double rate = 0.03;
        double volatility = 0.2;
        Book book = new Book(4_000_000);
        double[][] expected = new double[2][book.size()];
        double[][] prices = new double[2][book.size()];
        Comparison.Row row = Comparison.of(
                "Ex08 Black-Scholes, 4 million options",
                () -> {
                    price(book.spot, book.strike, book.years, rate, volatility, expected[0], expected[1]);
                    return expected;
                },
                () -> {
                    Ex08BlackScholesParallel.price(
                            book.spot, book.strike, book.years, rate, volatility, prices[0], prices[1]);
                    return prices;
                },
                Comparison.sameBits());

        System.out.println("price of a call, spot 100:   1 month    1 year   3 years");
        for (int strike = 80; strike <= 120; strike += 10) {
            System.out.printf(
                    Locale.ROOT,
                    "             strike %5d  %9.2f %9.2f %9.2f%n",
                    strike,
                    prices[0][strike - 60],
                    prices[0][strike - 60 + 11 * 81],
                    prices[0][strike - 60 + 35 * 81]);
        }
        System.out.printf(Locale.ROOT, "put-call parity holds to %.1e%n", parity(book, prices[0], prices[1], rate));
        return List.of(row);
    }

    /** The largest violation of {@code call - put = spot - discounted strike}, which holds for every model. */
    static double parity(Book book, double[] call, double[] put, double rate) {
        double[] off = new double[book.spot.length];
        for (int i = 0; i < off.length; i++) {
            double forward = book.spot[i] - book.strike[i] * Math.exp(-rate * book.years[i]);
            off[i] = Math.abs(call[i] - put[i] - forward);
        }
        return Arrays.stream(off).max().orElse(0);
    }

    public static void main(String[] args) {
        Comparison.print(show());
    }
}
