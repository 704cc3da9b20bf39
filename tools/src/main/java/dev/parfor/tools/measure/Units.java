package dev.parfor.tools.measure;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as one reads them. */
final class Units {

    private Units() {}

    static String time(double nanos) {
        if (nanos < 1e3) {
            return number(nanos) + " ns";
        }
        if (nanos < 1e6) {
            return number(nanos / 1e3) + " µs";
        }
        return nanos < 1e9 ? number(nanos / 1e6) + " ms" : number(nanos / 1e9) + " s";
    }

    static String bytes(double bytes) {
        if (bytes < 1024) {
            return String.format(Locale.ROOT, "%.0f B", bytes);
        }
        return bytes < 1024 * 1024 ? number(bytes / 1024) + " KiB" : number(bytes / 1024 / 1024) + " MiB";
    }

    /** Three digits. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String fraction(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "–";
    }

    static String size(double size) {
        return String.format(Locale.ROOT, "%,.0f", size);
    }
}
