package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.IrScanner;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.ir.Var;
import dev.parfor.processor.symbolic.Access;
import dev.parfor.processor.symbolic.Cell;
import dev.parfor.processor.symbolic.Obj;
import dev.parfor.processor.symbolic.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arrays from outside the loop of which each chunk works on one of its own, and where the body does more with one than read and
 * write its elements: what is stored, compared or handed on is the array itself, and a copy is another one.
 */
final class Privates {

    private final Map<Integer, Var> arrays = new HashMap<>();
    private final Map<Var, Span> escaped = new LinkedHashMap<>();
    private final Set<Var> renamed = new LinkedHashSet<>();

    void add(Var array, Obj.Fresh copy) {
        arrays.put(copy.id(), array);
    }

    /** The array that the user wrote where the walk sees its copy. */
    Optional<Var> original(Obj object) {
        return object instanceof Obj.Fresh fresh ? Optional.ofNullable(arrays.get(fresh.id())) : Optional.empty();
    }

    /** Somebody is given the reference, and the walk does not see what becomes of it. */
    void escape(Value value, Span at) {
        if (value instanceof Value.Ref ref) {
            ref.objects().forEach(o -> original(o).ifPresent(v -> escaped.putIfAbsent(v, at)));
        } else if (value instanceof Value.Function f) {
            Set<Var> mentioned = mentioned(f.written());
            f.captured().forEach((var, v) -> {
                if (mentioned.contains(var)) {
                    escape(v, at);
                }
            });
            f.self().ifPresent(v -> escape(v, at));
        }
    }

    /** Of the locals around a lambda, those that it captures. */
    private static Set<Var> mentioned(Expr lambda) {
        Set<Var> mentioned = new HashSet<>();
        new IrScanner() {
            @Override
            protected void enter(Expr e) {
                if (e instanceof Expr.Local local) {
                    mentioned.add(local.var());
                }
            }
        }.scan(lambda);
        return mentioned;
    }

    /** The reference is kept under another name, or as one of several: what is later read by that name may be the array. */
    void rename(Value value) {
        if (value instanceof Value.Ref ref) {
            ref.objects().forEach(o -> original(o).ifPresent(renamed::add));
        }
    }

    /**
     * The arrays that may stand behind an access to an array of which the walk has lost sight: to a local that an inner loop or a
     * handler has left unknown, for example.
     */
    Set<Var> lost(List<Access> accesses) {
        Set<Var> lost = new LinkedHashSet<>(renamed);
        lost.removeIf(v -> accesses.stream().noneMatch(a -> isLost(v, a)));
        return lost;
    }

    private static boolean isLost(Var array, Access access) {
        return access.cell() instanceof Cell.ArrayCell cell
                && cell.array() instanceof Obj.Any
                && Type.mayShareInstance(array.type(), cell.array().type());
    }

    /** The first place where each array that escapes does so. */
    Map<Var, Span> escaped() {
        return Map.copyOf(escaped);
    }
}
