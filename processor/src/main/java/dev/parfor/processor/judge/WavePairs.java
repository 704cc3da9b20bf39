package dev.parfor.processor.judge;

import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Wave;
import dev.parfor.processor.proving.Prover;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Poly;
import dev.parfor.processor.symbolic.Section;
import dev.parfor.processor.walk.BodyWalker;
import dev.parfor.processor.walk.InnerRun;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked of pairs of accesses in a loop whose rows build on each other and run in tiles.
 *
 * <p>Elements of arrays of numbers may meet from row to row, if always in the order in which tiles come: then every iteration reads
 * what it reads in the sequential loop, and the last one that writes a cell is the same. The walk knows nothing of the value of such
 * an element, whatever the array is called, where any is written. But no cell is written in two rows: after an exception, rows
 * below the one that failed may have run, and what the rows above it have written must be there. Everything else must be
 * apart, as in any parallel loop; and what is evaluated once for all rows, or again for each tile, apart from every write of
 * the loop.
 *
 * @param front the column, and {@code skew} times the row, as they are counted: what the order of tiles rests on
 * @param rising whether rows with a greater index come later
 * @param outside the accesses of the headers, and of what stands before the inner loop; all others are of columns alone
 */
record WavePairs(
        Wave wave,
        Poly front,
        boolean rising,
        Set<AccessKind> outside,
        PairTester ordered,
        PairTester apart,
        PairTester steady) {

    /** Empty if the walk has found something that tiles are not made for. */
    static Optional<WavePairs> of(WaveShape shape, int skew, BodyWalker.Result walk, Prover prover, Set<Var> own) {
        InnerRun run = walk.innerRuns().get(shape.loop().id());
        boolean plain = !walk.exits().any()
                && walk.trusted().isEmpty()
                && walk.accesses().stream().allMatch(a -> a.section().equals(Section.NONE));
        if (run == null
                || !plain
                || !Prover.isTriviallyExact(run.index(), 32)
                || run.index().isInvariant()
                || !run.start().isInvariant()
                || !run.limit().isInvariant()) {
            return Optional.empty();
        }
        Set<AccessKind> outside = new HashSet<>();
        IntStream.range(0, walk.accesses().size())
                .filter(k -> k < run.first() || k >= run.end())
                .forEach(k -> outside.add(AccessKind.of(walk.accesses().get(k))));
        int rowStep = shape.rowStep();
        Poly front = run.index()
                .times(shape.wave().step())
                .plus(Poly.of(walk.index()).times((long) skew * rowStep));
        // A front that is the same everywhere puts all iterations in order.
        IterationPair.Order order =
                new IterationPair.Order(Soundness.WAVE_ORDER.holds() ? front : Poly.ZERO, rowStep > 0);
        IterationPair rows = IterationPair.of(prover, walk.index());
        return Optional.of(new WavePairs(
                shape.wave().leaning(skew),
                front,
                rowStep > 0,
                outside,
                new PairTester(rows.except(order), own),
                new PairTester(rows, own),
                new PairTester(rows.orOne(), own)));
    }

    /** Who is asked about a pair. */
    PairTester tester(Access a, Access b) {
        if (!isInside(a) || !isInside(b)) {
            return Soundness.WAVE_STEADY.holds() ? steady : apart;
        }
        return mayMeet(a, b) ? ordered : apart;
    }

    /** Whether it is asked that the two meet in the order of tiles only. */
    boolean mayMeet(Access a, Access b) {
        return isInside(a) && isInside(b) && isNumber(a) && isNumber(b) && !(a.isWrite() && b.isWrite());
    }

    /** For the certificate. */
    Certificate.Tiles tiles(List<Access> accesses) {
        Set<Integer> columns = IntStream.range(0, accesses.size())
                .filter(k -> isInside(accesses.get(k)))
                .boxed()
                .collect(Collectors.toSet());
        return new Certificate.Tiles(front, rising, columns);
    }

    private boolean isInside(Access a) {
        return !outside.contains(AccessKind.of(a));
    }

    private static boolean isNumber(Access a) {
        return a.cell() instanceof Cell.ArrayCell c && c.element().isPrimitive();
    }
}
