package dev.parfor.processor.scalars;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Trust;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.judgement.Merge.Collecting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What statements about one key of a map are made of. */
abstract class MapPatterns {

    final MapUpdates.LoopBody body;

    MapPatterns(MapUpdates.LoopBody body) {
        this.body = body;
    }

    /** A question whether a map has a key, and whether the answer is yes where the condition holds. */
    record Asking(Expr.Call call, boolean positive) {}

    /** {@code map.containsKey(k)}, {@code map.get(k) == null} and the opposites. */
    Optional<Asking> asking(Expr condition) {
        if (condition instanceof Expr.Unary not && not.sign() == Expr.Unary.Sign.NOT) {
            return asking(not.operand()).map(a -> new Asking(a.call(), !a.positive()));
        }
        if (isMapCall(condition, "containsKey", 1)) {
            return Optional.of(new Asking((Expr.Call) condition, true));
        }
        if (condition instanceof Expr.Binary b
                && (b.operator() == Operator.EQUAL || b.operator() == Operator.NOT_EQUAL)
                && isNullLiteral(b.right())
                && isMapCall(b.left(), "get", 1)) {
            return Optional.of(new Asking((Expr.Call) b.left(), b.operator() == Operator.NOT_EQUAL));
        }
        return Optional.empty();
    }

    boolean puts(Expr.Call keyed, Expr.Call put) {
        return isCall(put, "put", 2) && isOn(put, map(keyed)) && same(keyed, put);
    }

    boolean same(Expr keyed, Expr.Call other) {
        return body.isSame(
                ((Expr.Call) keyed).arguments().get(0), other.arguments().get(0));
    }

    static Expr.Local map(Expr.Call call) {
        return (Expr.Local) call.receiver().orElseThrow();
    }

    String classOf(Expr.Local map) {
        return body.mapClass(map).orElseThrow();
    }

    boolean isMapCall(Expr e, String name, int arguments) {
        return isCall(e, name, arguments)
                && ((Expr.Call) e)
                        .receiver()
                        .filter(r -> r instanceof Expr.Local && body.mapClass(r).isPresent())
                        .isPresent()
                && Spelling.mentions(
                                ((Expr.Call) e).arguments().get(0),
                                map((Expr.Call) e).var())
                        == 0;
    }

    static boolean isCall(Expr e, String name, int arguments) {
        return e instanceof Expr.Call call
                && call.method().name().equals(name)
                && call.arguments().size() == arguments;
    }

    static boolean isOn(Expr call, Expr.Local map) {
        return ((Expr.Call) call).receiver().filter(r -> isLocal(r, map.var())).isPresent();
    }

    static boolean isLocal(Expr e, Var var) {
        return e instanceof Expr.Local local && local.var().equals(var);
    }

    static boolean isNull(Expr condition, Var var) {
        return compares(condition, Operator.EQUAL, var);
    }

    static boolean isNotNull(Expr condition, Var var) {
        return compares(condition, Operator.NOT_EQUAL, var);
    }

    static boolean compares(Expr condition, Operator operator, Var var) {
        return condition instanceof Expr.Binary b
                && b.operator() == operator
                && (isLocal(b.left(), var) && isNullLiteral(b.right())
                        || isLocal(b.right(), var) && isNullLiteral(b.left()));
    }

    static boolean isNullLiteral(Expr e) {
        return e instanceof Expr.Literal l && l.value().isEmpty();
    }

    /** The call that a statement is, perhaps in a block. */
    static Optional<Expr.Call> onlyCall(Stmt s) {
        if (s instanceof Stmt.Block block) {
            return block.statements().size() == 1 ? onlyCall(block.statements().get(0)) : Optional.empty();
        }
        return s instanceof Stmt.Eval eval && eval.expression() instanceof Expr.Call call
                ? Optional.of(call)
                : Optional.empty();
    }

    static List<Stmt> with(Stmt first, List<Stmt> others) {
        List<Stmt> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    static Stmt block(Stmt... statements) {
        return new Stmt.Block(statements[0].span(), List.of(statements));
    }

    /** {@code map.put(k, null)}: what any of the calls does to the map, as far as others could see. */
    static Stmt put(Expr.Local map, Expr.Call keyed) {
        MethodRef put = new MethodRef(
                "java.util.Map",
                "put",
                "(java.lang.Object,java.lang.Object)",
                List.of(Type.OBJECT, Type.OBJECT),
                Type.OBJECT,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                Trust.NONE);
        Expr none = new Expr.Literal(keyed.span(), Type.Special.NULL, Optional.empty());
        Expr call = new Expr.Call(
                keyed.span(), put, Optional.of(map), List.of(keyed.arguments().get(0), none), false, Type.OBJECT);
        return new Stmt.Eval(keyed.span(), call);
    }

    static Stmt replaced(Stmt.Eval s, Expr old, Expr by) {
        return new dev.parfor.processor.ir.Replacement() {
            @Override
            protected Optional<Expr> instead(Expr e) {
                return e == old ? Optional.of(by) : Optional.empty();
            }
        }.in(s);
    }

    static Set<Stmt> identities(List<Stmt> statements) {
        Set<Stmt> all = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Stmt s : statements) {
            new IrScanner() {
                @Override
                protected void enter(Stmt inner) {
                    all.add(inner);
                }
            }.scan(s);
        }
        return all;
    }

    /**
     * Statements that are about a map.
     *
     * @param mentioned how often they mention it; empty is returned where they do more often, in what they add for instance
     */
    static Optional<MapUpdates.Found> found(
            Expr.Local map, List<Stmt> statements, int mentioned, Collecting how, Map<Stmt, Stmt> instead) {
        List<Expr> mentions = new ArrayList<>();
        List<Span> calls = new ArrayList<>();
        for (Stmt s : statements) {
            new IrScanner() {
                @Override
                protected void enter(Expr e) {
                    if (isLocal(e, map.var())) {
                        mentions.add(e);
                    }
                    if (e instanceof Expr.Call) {
                        calls.add(e.span());
                    }
                }
            }.scan(s);
        }
        Map<Stmt, Stmt> byIdentity = new IdentityHashMap<>(instead);
        return mentions.size() == mentioned
                ? Optional.of(new MapUpdates.Found(map, mentions, identities(statements), calls, how, byIdentity))
                : Optional.empty();
    }
}
