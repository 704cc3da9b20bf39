package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.LoopNest.Source;
import dev.parfor.processor.ir.Stmt;
import dev.parfor.processor.ir.Var;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code for (T element : collection)} over what is no list: is read like a loop over a list that has all the elements. Generated code makes
 * it before the first iteration; if the class of the collection is not known then, the loop runs as it is written.
 */
final class CollectionLoop {

    private CollectionLoop() {}

    /** @param taken the identifiers of the method */
    static Header of(Stmt.ForEach loop, Supplier<Set<String>> taken) {
        Optional<String> name = loop.elements() instanceof Expr.Local local
                ? Optional.of(local.var().name())
                : Optional.empty();
        String free = ElementsList.nameOf(name, loop.element().name(), taken.get());
        Var list = ElementsList.of(loop.element(), free, loop.elements().span().text(), Optional.empty());
        return new Header.EachOfList(
                loop.span(),
                loop.element(),
                new Expr.Local(loop.elements().span(), list),
                Optional.of(new Source.Collection(loop.elements())));
    }
}
