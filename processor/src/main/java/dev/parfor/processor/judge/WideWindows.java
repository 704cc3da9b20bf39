package dev.parfor.processor.judge;

import dev.parfor.processor.judgement.Guard;
import dev.parfor.processor.judgement.Guard.RangeExpr;
import java.util.List;
import java.util.Set;

/**
 * Guards on windows that hardly ever hold: {@code 0 .. n - p * size} is asked to be narrower than {@code size} over all {@code p}, the last of
 * which alone goes so far.
 */
final class WideWindows {

    private WideWindows() {}

    static boolean isAmong(Set<Guard> guards) {
        return guards.stream().anyMatch(g -> g instanceof Guard.Narrower n && scalesIndex(n.values()));
    }

    private static boolean scalesIndex(RangeExpr e) {
        if (e instanceof RangeExpr.Product p) {
            boolean scaled = p.factors().stream().anyMatch(f -> f instanceof RangeExpr.OfPath);
            return scaled && p.factors().stream().anyMatch(f -> f instanceof RangeExpr.LoopIndex) || any(p.factors());
        } else if (e instanceof RangeExpr.Sum s) {
            return any(s.terms());
        }
        return e instanceof RangeExpr.Between b && any(List.of(b.lo(), b.hi()));
    }

    private static boolean any(List<RangeExpr> parts) {
        return parts.stream().anyMatch(WideWindows::scalesIndex);
    }
}
