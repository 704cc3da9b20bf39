package corpus;

import dev.parfor.ParallelFor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Loops over the lines of a reader, and what looks like them. */
final class Readers {

    /** A text whose end can't be read. */
    static final class Torn extends StringReader {
        private int left;

        Torn(String text, int length) {
            super(text);
            left = length;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("torn");
            }
            int n = super.read(buffer, from, Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }
    }

    private BufferedReader own = new BufferedReader(new StringReader("a\nb\nc"));

    /** More lines than are read at once, if there are many numbers. */
    static String text(int[] x) {
        StringBuilder text = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            for (int v : x) {
                text.append(v).append('\n');
            }
        }
        return text.toString();
    }

    static BufferedReader lines(int[] x) {
        return new BufferedReader(new StringReader(text(x)));
    }

    // SAFE
    @ParallelFor
    static long sum(int[] x) throws IOException {
        BufferedReader in = lines(x);
        long sum = 3;
        String line;
        while ((line = in.readLine()) != null) {
            sum += Long.parseLong(line.trim()) * 3;
        }
        return sum;
    }

    // SAFE: the library closes it
    @ParallelFor
    static long resource(int[] x) throws IOException {
        long sum = 3;
        try (BufferedReader in = new BufferedReader(new StringReader(text(x)), 1 + x.length);
                StringReader other = new StringReader("")) {
            String line;
            while ((line = in.readLine()) != null) {
                sum += Long.parseLong(line.trim()) * 3;
            }
        }
        return sum;
    }

    // UNSAFE PF110: a reader of any class
    @ParallelFor
    static void closed(BufferedReader in, int[] x) throws IOException {
        try {
            for (int i = 0; i < x.length; i++) {
                x[i] = 100 / x[i];
            }
        } finally {
            in.close();
        }
    }

    // UNSAFE PF110: closing looks at what the loop has left
    @ParallelFor
    static void looked(int[] x, int[] seen) throws Exception {
        try (AutoCloseable look = () -> seen[0] = x[x.length - 1]) {
            for (int i = 0; i < x.length; i++) {
                x[i] = 100 / x[i];
            }
        }
    }

    // UNSAFE PF110: likewise, inside a class of the library's
    @ParallelFor
    static void within(int[] x, int[] seen) throws IOException {
        try (BufferedReader in = new BufferedReader(new StringReader("") {
            @Override
            public void close() {
                seen[0] = x[x.length - 1];
            }
        })) {
            for (int i = 0; i < x.length; i++) {
                x[i] = 100 / x[i] + in.hashCode() % 1;
            }
        }
    }

    // UNSAFE PF110: a class of one's own that is called a reader
    @ParallelFor
    static void owned(int[] x) throws IOException {
        try (Reader in = new Torn("", 3)) {
            for (int i = 0; i < x.length; i++) {
                x[i] = 100 / x[i];
            }
        }
    }

    // SAFE
    @ParallelFor
    static void beside(int[] x) throws IOException {
        try (java.io.Writer out = new java.io.StringWriter(x.length)) {
            for (int i = 0; i < x.length; i++) {
                x[i] = x[i] * 3;
            }
        }
    }

    // SAFE
    @ParallelFor
    static String ordered(int[] x, StringBuilder out) throws IOException {
        BufferedReader in = lines(x);
        int n = 0;
        for (String line; (line = in.readLine()) != null; ) {
            String upper = line.strip() + line.length();
            ordered: {
                n++;
                out.append(n).append(':').append(upper).append(' ');
            }
        }
        return out.toString() + n;
    }

    // SAFE
    @ParallelFor
    static List<String> collected(int[] x) throws IOException {
        BufferedReader in = lines(x);
        List<String> all = new ArrayList<>();
        String line;
        while ((line = in.readLine()) != null) if (!line.startsWith("-")) all.add(line + "!");
        return all;
    }

    // SAFE
    @ParallelFor
    static int twoLoops(int[] x) throws IOException {
        BufferedReader in = lines(x);
        int longest = 0;
        String line;
        while (((line = (in.readLine()))) != null) {
            longest = Math.max(longest, line.length());
        }
        BufferedReader again = lines(x);
        for (String each; (each = again.readLine()) != null; ) {
            if (each.isEmpty()) {
                continue;
            }
            longest += each.charAt(0);
        }
        return longest;
    }

    // SAFE: what was read before it could not be read is done
    @ParallelFor
    static void torn(int[] x, StringBuilder out) throws IOException {
        BufferedReader in = new BufferedReader(new Torn(text(x), x.length > 50 ? x.length : 1 << 20));
        String line;
        while ((line = in.readLine()) != null) {
            int v = Integer.parseInt(line);
            ordered:
            out.append(v).append(' ');
        }
    }

    // SAFE: the lower one of two failures
    @ParallelFor
    static long tornAndFailing(int[] x, int[] y) throws IOException {
        BufferedReader in = new BufferedReader(new Torn(text(x), x.length > 50 ? 2 * x.length : 1 << 20));
        long sum = 0;
        String line;
        while ((line = in.readLine()) != null) {
            sum += y[Integer.parseInt(line)];
        }
        return sum;
    }

    // UNSAFE PF103: the last line decides
    @ParallelFor
    static String lastLine(int[] x) throws IOException {
        BufferedReader in = lines(x);
        String line;
        int n = 0;
        while ((line = in.readLine()) != null) {
            n++;
        }
        return line + n;
    }

    // UNSAFE PF103: reads every second line
    @ParallelFor
    static int twoAtOnce(int[] x) throws IOException {
        BufferedReader in = lines(x);
        int n = 0;
        String line;
        while ((line = in.readLine()) != null) {
            if (in.readLine() != null) {
                n++;
            }
        }
        return n;
    }

    // UNSAFE PF401: the same reader by another name
    @ParallelFor
    static int otherName(int[] x) throws IOException {
        BufferedReader in = lines(x);
        Reader same = in;
        int n = 0;
        String line;
        while ((line = in.readLine()) != null) {
            n += same.read();
        }
        return n;
    }

    // UNSAFE PF103: what is left is read after it
    @ParallelFor
    static String until(int[] x) throws IOException {
        BufferedReader in = lines(x);
        String line;
        while ((line = in.readLine()) != null) {
            if (line.equals("0")) {
                break;
            }
        }
        return in.readLine();
    }

    // UNSAFE PF103: likewise
    @ParallelFor
    static int found(int[] x) throws IOException {
        BufferedReader in = lines(x);
        for (String line; (line = in.readLine()) != null; ) {
            if (line.length() > 3) {
                return line.length();
            }
        }
        return -1;
    }

    // REFUSED PF103: a reader in a field
    @ParallelFor
    int field() throws IOException {
        int n = 0;
        String line;
        while ((line = own.readLine()) != null) {
            n += line.length();
        }
        return n;
    }

    // UNSAFE PF201: each line meets the one before
    @ParallelFor
    static void carried(int[] x, int[] out) throws IOException {
        BufferedReader in = lines(x);
        String line;
        while ((line = in.readLine()) != null) {
            out[1] = out[0] + line.length();
            out[0] = out[1];
        }
    }

    // UNSAFE PF103: the line is changed
    @ParallelFor
    static int changed(int[] x) throws IOException {
        BufferedReader in = lines(x);
        int n = 0;
        String line;
        while ((line = in.readLine()) != null) {
            line = line.trim();
            n += line.length();
        }
        return n;
    }
}
