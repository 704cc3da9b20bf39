package dev.parfor.processor.dependence;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** {@code sum(coefficients[k] * x[k]) + constant}: one row of a system of equations or inequalities. Immutable. */
final class Row {
    private final BigInteger[] coefficients;
    private final BigInteger constant;

    private Row(BigInteger[] coefficients, BigInteger constant) {
        this.coefficients = coefficients;
        this.constant = constant;
    }

    static Row zero(int size) {
        BigInteger[] zeros = new BigInteger[size];
        Arrays.fill(zeros, BigInteger.ZERO);
        return new Row(zeros, BigInteger.ZERO);
    }

    int size() {
        return coefficients.length;
    }

    BigInteger coefficient(int k) {
        return coefficients[k];
    }

    BigInteger constant() {
        return constant;
    }

    Row withCoefficient(int k, BigInteger value) {
        BigInteger[] copy = coefficients.clone();
        copy[k] = value;
        return new Row(copy, constant);
    }

    Row plus(BigInteger summand) {
        return new Row(coefficients, constant.add(summand));
    }

    Row negate() {
        return combine(BigInteger.ONE.negate(), this, BigInteger.ZERO, this);
    }

    /** {@code f*a + g*b}. */
    static Row combine(BigInteger f, Row a, BigInteger g, Row b) {
        BigInteger[] sum = new BigInteger[a.size()];
        for (int k = 0; k < sum.length; k++) {
            sum[k] = sumOfProducts(f, a.coefficients[k], g, b.coefficients[k]);
        }
        return new Row(sum, sumOfProducts(f, a.constant, g, b.constant));
    }

    private static BigInteger sumOfProducts(BigInteger f, BigInteger a, BigInteger g, BigInteger b) {
        // Most coefficients are zero.
        BigInteger left = a.signum() == 0 || f.signum() == 0 ? BigInteger.ZERO : f.multiply(a);
        return b.signum() == 0 || g.signum() == 0 ? left : left.add(g.multiply(b));
    }

    /** This row with {@code replacement}, which may mention {@code x[k]} again, in place of {@code x[k]}. */
    Row substitute(int k, Row replacement) {
        if (coefficients[k].signum() == 0) {
            return this;
        }
        return combine(BigInteger.ONE, withCoefficient(k, BigInteger.ZERO), coefficients[k], replacement);
    }

    BigInteger at(BigInteger[] point) {
        BigInteger sum = constant;
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients[k].signum() != 0) {
                sum = sum.add(coefficients[k].multiply(point[k]));
            }
        }
        return sum;
    }

    /** Greatest common divisor of the coefficients; zero if all of them are. */
    BigInteger content() {
        BigInteger gcd = BigInteger.ZERO;
        for (BigInteger coefficient : coefficients) {
            if (coefficient.signum() != 0) {
                gcd = gcd.gcd(coefficient);
                if (gcd.equals(BigInteger.ONE)) {
                    return gcd;
                }
            }
        }
        return gcd;
    }

    /** All coefficients divided by a divisor of them, and the constant rounded down: the same integers are at least zero. */
    Row divide(BigInteger divisor) {
        if (divisor.equals(BigInteger.ONE)) {
            return this;
        }
        BigInteger[] quotients = new BigInteger[size()];
        for (int k = 0; k < quotients.length; k++) {
            quotients[k] = coefficients[k].divide(divisor);
        }
        return new Row(quotients, Integers.floorDiv(constant, divisor));
    }

    /** The coefficients as a value that can be compared. */
    List<BigInteger> direction() {
        return Arrays.asList(coefficients);
    }

    int terms() {
        int terms = 0;
        for (BigInteger coefficient : coefficients) {
            terms += coefficient.signum() == 0 ? 0 : 1;
        }
        return terms;
    }

    /** The only variable of a row with one term. */
    int onlyVariable() {
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients[k].signum() != 0) {
                return k;
            }
        }
        throw new IllegalStateException("a constant has no variable");
    }
}
