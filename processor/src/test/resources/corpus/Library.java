package corpus;

import dev.parfor.ParallelFor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects of the JDK that a body makes for itself, and values that it computes with. */
final class Library {

    // SAFE
    @ParallelFor
    static void bigNumbers(long[] x) {
        for (int i = 0; i < x.length; i++) {
            BigInteger n = BigInteger.valueOf(x[i]).multiply(new BigInteger("12345678901")).add(BigInteger.ONE);
            x[i] = n.mod(BigInteger.valueOf(97)).pow(3).longValue();
        }
    }

    // SAFE
    @ParallelFor
    static void decimals(String[] x, double[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            BigDecimal price = new BigDecimal(i).movePointLeft(2).multiply(BigDecimal.TEN);
            x[i] = "total " + price.setScale(1, java.math.RoundingMode.HALF_UP);
        }
    }

    // SAFE
    @ParallelFor
    static void dates(int[] x) {
        for (int i = 0; i < x.length; i++) {
            LocalDate day = LocalDate.of(2020, 1, 1).plusDays(x[i] & 1023);
            x[i] = day.getDayOfWeek() == DayOfWeek.MONDAY ? day.getDayOfYear() : day.getMonthValue();
        }
    }

    // SAFE
    @ParallelFor
    static void formatted(String[] x, int[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            x[i] = String.format(Locale.ROOT, "%05d %s %.2f", y[i], x[i], i / 3.0);
        }
    }

    private static final Pattern DIGITS = Pattern.compile("([0-9]+)");

    // SAFE
    @ParallelFor
    static void matches(String[] x, int[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            Matcher matcher = DIGITS.matcher(x[i]);
            y[i] = matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
        }
    }

    // SAFE
    @ParallelFor
    static void words(String[] x, int[] y) {
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            Map<String, Integer> counts = new HashMap<>();
            for (String word : (x[i] + " a b a").split(" ")) {
                counts.merge(word, 1, Integer::sum);
            }
            y[i] = counts.get("a") + counts.size();
        }
    }

    // SAFE
    @ParallelFor
    static void joined(String[] x) {
        for (int i = 0; i < x.length; i++) {
            StringJoiner joiner = new StringJoiner(", ", "[", "]");
            joiner.add("i" + i).add(String.valueOf(i * 3));
            StringBuilder text = new StringBuilder();
            text.append(joiner.toString()).append(Optional.of(i).map(v -> v + 1).orElse(0));
            x[i] = text.reverse().toString().replace("i", "j").toUpperCase(Locale.ROOT);
        }
    }

    // SAFE
    @ParallelFor
    static void digests(String[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = UUID.nameUUIDFromBytes(("n" + i).getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    // REFUSED PF402: a character set of the caller's may be of any class
    @ParallelFor
    static void charsets(int[] x, String text) {
        java.nio.charset.Charset charset = StandardCharsets.UTF_8;
        for (int i = 0; i < x.length; i++) {
            x[i] = text.getBytes(charset).length;
        }
    }

    // UNSAFE PF414: one builder for all
    @ParallelFor
    static void sharedBuilder(int[] x, StringBuilder text) {
        for (int i = 0; i < x.length; i++) {
            text.append(x[i]);
            x[i] = text.length();
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    // SAFE
    @ParallelFor
    static void enums(String[] x) {
        for (int i = 0; i < x.length; i++) {
            Colour colour = i % 2 == 0 ? Colour.RED : Colour.GREEN;
            x[i] = colour.name() + colour.ordinal() + colour;
        }
    }

    record Point(int x, int y) {
        @Override
        public String toString() {
            return x + "/" + y;
        }
    }

    // SAFE
    @ParallelFor
    static void concatenatesRecord(String[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = "at " + new Point(i, -i);
        }
    }

    static final class Ticket {
        static int issued;

        @Override
        public String toString() {
            return "ticket " + ++issued;
        }
    }

    static void reset() {
        Ticket.issued = 0;
    }

    // UNSAFE PF211: toString counts
    @ParallelFor
    static void concatenatesTicket(String[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = "my " + new Ticket();
        }
    }

    // UNSAFE PF402: what the object's toString does is not known
    @ParallelFor
    static void valueOfObject(String[] x, Object[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = String.valueOf(y[i]);
        }
    }
}
