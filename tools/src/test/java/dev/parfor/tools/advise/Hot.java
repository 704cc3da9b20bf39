package dev.parfor.tools.advise;

/** A program whose time goes into one loop: RecordCommandTest records it, and looks for the loop in this very file. */
public final class Hot {

    private Hot() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        double[] x = new double[4000];
        cold(x);
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            hot(x);
            sum += x[round % x.length];
        }
        System.out.println(sum);
    }

    static void cold(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
    }

    static void hot(double[] x) {
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            for (int k = 0; k < 40; k++) {
                v = Math.sqrt(v * v + k);
            }
            x[i] = v;
        }
    }
}
