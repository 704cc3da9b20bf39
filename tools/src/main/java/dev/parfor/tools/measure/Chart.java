package dev.parfor.tools.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart as SVG: sharp in print, and without scripts. Series differ in colour (those of Okabe and Ito, which the colour-blind tell apart), in dashes, and in
 * the shape of their points, and each has its name at its end.
 */
final class Chart {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int RIGHT = 130;
    private static final int TOP = 14;
    private static final int BOTTOM = 46;
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9"};
    private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "5 2", "1 2"};

    private final StringBuilder svg = new StringBuilder();
    private final Axis x;
    private final Axis y;
    private int series;
    private final List<Double> namesY = new ArrayList<>();

    /** A point of a series. */
    record Point(double x, double y) {}

    /**
     * One direction.
     *
     * @param ticks where numbers stand
     * @param logarithmic whether equal steps are equal factors
     */
    record Axis(String name, double from, double to, List<Double> ticks, boolean logarithmic) {

        Axis {
            ticks = List.copyOf(ticks);
        }

        double part(double value) {
            return logarithmic
                    ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from))
                    : (value - from) / (to - from);
        }

        /** From 0 to a round number above the largest value. */
        static Axis linear(String name, double largest) {
            double step = Math.pow(10, Math.floor(Math.log10(largest)));
            if (largest / step > 5) {
                step *= 2;
            } else if (largest / step < 2) {
                step /= 2;
            }
            double end = Math.ceil(largest / step) * step;
            List<Double> ticks = new ArrayList<>();
            for (int i = 0; i * step <= end * 1.0001; i++) {
                ticks.add(i * step);
            }
            return new Axis(name, 0, end, ticks, false);
        }
    }

    /** @param description for those who do not see it */
    Chart(Axis x, Axis y, String description) {
        this.x = x;
        this.y = y;
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, escape(description));
        for (double tick : y.ticks()) {
            add(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - RIGHT, y(tick), y(tick));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y(tick) + 4, number(tick));
        }
        for (double tick : x.ticks()) {
            add(
                    "<line class=\"tick\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                    x(tick), x(tick), HEIGHT - BOTTOM, HEIGHT - BOTTOM + 4);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(tick), HEIGHT - BOTTOM + 18, number(tick));
        }
        add(
                "<line class=\"axis\" x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>",
                LEFT, WIDTH - RIGHT, HEIGHT - BOTTOM, HEIGHT - BOTTOM);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, escape(x.name()));
        add(
                "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %d)\">%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2, (TOP + HEIGHT - BOTTOM) / 2, escape(y.name()));
    }

    /** A line through points, with its name at the last of them. */
    Chart line(String name, List<Point> points) {
        String colour = COLOURS[series % COLOURS.length];
        add(
                "<path class=\"series\" d=\"%s\" stroke=\"%s\" stroke-dasharray=\"%s\"/>",
                path(points), colour, DASHES[series % DASHES.length]);
        for (Point point : points) {
            marker(x(point.x()), y(point.y()), colour, name + ": " + Units.number(point.y()));
        }
        Point last = points.get(points.size() - 1);
        add(
                "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
                x(last.x()) + 9, nameY(y(last.y())), colour, escape(name));
        series++;
        return this;
    }

    /** Names of lines that end at one height stand below each other, or above where there is no room. */
    private double nameY(double wanted) {
        double at = wanted + 4;
        // Where there are more names than room, they lie upon each other.
        for (int away = 1; away < 2 * HEIGHT && (isTaken(at) || at < TOP || at > HEIGHT - BOTTOM + 4); away++) {
            at = wanted + 4 + (away % 2 == 1 ? 1 : -1) * (away + 1) / 2 * 3.0;
        }
        namesY.add(at);
        return at;
    }

    private boolean isTaken(double at) {
        return namesY.stream().anyMatch(y -> Math.abs(y - at) < 13);
    }

    /** A thin line to compare with. */
    Chart reference(String name, List<Point> points) {
        add("<path class=\"reference\" d=\"%s\"/>", path(points));
        Point last = points.get(points.size() - 1);
        add("<text x=\"%.1f\" y=\"%.1f\" class=\"quiet\">%s</text>", x(last.x()) + 9, nameY(y(last.y())), escape(name));
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private void marker(double cx, double cy, String colour, String title) {
        String shape = switch (series % 4) {
            case 0 -> String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"", cx, cy);
            case 1 ->
                String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\"", cx - 4, cy - 4);
            case 2 -> String.format(Locale.ROOT, "<path d=\"M%.1f %.1fl5 9h-10z\"", cx, cy - 5);
            default -> String.format(Locale.ROOT, "<path d=\"M%.1f %.1fl5 5l-5 5l-5 -5z\"", cx, cy - 5);
        };
        String tag = shape.substring(1, shape.indexOf(' '));
        add("%s fill=\"%s\"><title>%s</title></%s>", shape, colour, escape(title), tag);
    }

    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.length() == 0 ? 'M' : 'L')
                    .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.x()), y(point.y())));
        }
        return path.toString();
    }

    private double x(double value) {
        return LEFT + x.part(value) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.part(value) * (HEIGHT - BOTTOM - TOP);
    }

    /** Bars below each other, the first one as a measure: a line goes down from its end. */
    static String bars(List<String> names, List<Double> values, List<String> labels, String description) {
        double largest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        int height = 26 * names.size() + 10;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                height,
                escape(description)));
        double scale = (WIDTH - RIGHT - 110) / largest;
        // Texts come last: nothing is drawn across them.
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int top = 26 * i + 6;
            double width = values.get(i) * scale;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"110\" y=\"%d\" width=\"%.1f\" height=\"18\"/>%n",
                    i == 0 ? "first" : "bar",
                    top,
                    width));
            texts.append(String.format(
                    Locale.ROOT,
                    "<text x=\"104\" y=\"%d\" text-anchor=\"end\">%s</text><text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    top + 13,
                    escape(names.get(i)),
                    116 + width,
                    top + 13,
                    escape(labels.get(i))));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"reference\" x1=\"%.1f\" x2=\"%.1f\" y1=\"4\" y2=\"%d\"/>%n",
                110 + values.get(0) * scale,
                110 + values.get(0) * scale,
                height - 4));
        svg.append(texts);
        return svg.append("</svg>\n").toString();
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String number(double value) {
        if (value >= 1e6) {
            return number(value / 1e6) + "M";
        }
        if (value >= 1e3) {
            return number(value / 1e3) + "k";
        }
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
