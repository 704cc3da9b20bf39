/**
 * Values that stand for all iterations at once: integers as polynomials over loop indices and invariant symbols, objects as ways to
 * reach them, conditions as polynomial facts.
 *
 * <p>A polynomial describes a Java {@code int} or {@code long} <em>modulo</em> 2<sup>32</sup> or 2<sup>64</sup>: that is
 * exactly what survives wrap-around. Whoever needs the exact value has to show that nothing wraps, or guard it. Nothing
 * here decides about loops.
 *
 * <p>Records that are looked up in maps write their {@code equals} and {@code hashCode} out. Those that a record is given are put
 * together from method handles when they are first called, which costs a compiler that runs for two seconds more than all its
 * calls. Start with {@link dev.parfor.processor.symbolic.Poly}.
 */
package dev.parfor.processor.symbolic;
