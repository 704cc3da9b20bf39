package dev.parfor.examples;

import dev.parfor.ParallelFor;
import dev.parfor.Pure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses a novel, block by block, into one stream: a pipeline.
 *
 * <p>To compress a block takes time and needs nothing of the others; to write it is quick, but has to happen in order, and where
 * it begins depends on the length of all before it. So the loop does the one, and its last statement, labelled {@code
 * ordered:}, does the other: it runs in iteration order, one iteration at a time, while other threads compress the next blocks.
 * The running {@code size} belongs to it; nothing else in the loop mentions it. Only some blocks are in memory at a time,
 * however long the input is.
 *
 * <p>A file of several gzip members, one after the other, is a gzip file: {@code gunzip} unpacks the output.
 */
final class Ex14Compress {

    private Ex14Compress() {}

    static final int BLOCK = 16 * 1024;

    /**
     * Writes {@code text} to {@code out}, block by block.
     *
     * @param starts gets the place in the output where each block begins
     * @return how many bytes were written
     */
    @ParallelFor
    static long compress(byte[] text, long[] starts, OutputStream out) throws IOException {
        long size = 0;
        for (int block = 0; block < starts.length; block++) {
            int from = block * BLOCK;
            byte[] packed = gzip(text, from, Math.min(text.length, from + BLOCK));

            ordered:
            {
                starts[block] = size;
                size += packed.length;
                out.write(packed, 0, packed.length);
            }
        }
        return size;
    }

    @Pure("reads its part of the text; all that it changes it has made itself")
    static byte[] gzip(byte[] text, int from, int to) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(to - from);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text, from, to - from);
        } catch (IOException memoryHasNone) {
            throw new UncheckedIOException(memoryHasNone);
        }
        return packed.toByteArray();
    }

    static long[] starts(byte[] text) {
        return new long[(text.length + BLOCK - 1) / BLOCK];
    }

    static byte[] unpack(byte[] file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private interface Compressor {
        long run(byte[] text, long[] starts, OutputStream out) throws IOException;
    }

    private static byte[] run(Compressor compressor, byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            compressor.run(text, starts(text), out);
        } catch (IOException memoryHasNone) {
            throw new UncheckedIOException(memoryHasNone);
        }
        return out.toByteArray();
    }

    static List<Comparison.Row> show() throws IOException {
        byte[] text = Examples.text("persuasion.txt").getBytes(StandardCharsets.UTF_8);
        Comparison.Row row = Comparison.of(
                "Ex14 gzip, " + starts(text).length + " blocks in order",
                () -> run(Ex14Compress::compress, text),
                () -> run(Ex14CompressParallel::compress, text),
                Comparison.sameBits());
        byte[] file = run(Ex14CompressParallel::compress, text);
        System.out.println(
                text.length + " bytes in " + file.length + ", and " + unpack(file).length + " unpacked again");
        return List.of(row);
    }

    public static void main(String[] args) throws IOException {
        Comparison.print(show());
    }
}
