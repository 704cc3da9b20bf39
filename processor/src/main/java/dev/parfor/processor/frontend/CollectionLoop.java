package dev.parfor.processor.frontend;

import dev.parfor.processor.ir.ElementsList;
import dev.parfor.processor.ir.Expr;
import dev.parfor.processor.ir.LoopNest.Header;
import dev.parfor.processor.ir.LoopNest.Source;
import dev.parfor.processor.ir.Stmt;
import java.util.Optional;

/**
 * {@code for (T element : collection)} over what is no list: is read like a loop over a list that has all the elements. Generated code makes
 * it before the first iteration; if the class of the collection is not known then, the loop runs as it is written.
 */
final class CollectionLoop {

    private CollectionLoop() {}

    static Header of(Stmt.ForEach loop) {
        Optional<String> name = loop.elements() instanceof Expr.Local local
                ? Optional.of(local.var().name())
                : Optional.empty();
        return new Header.EachOfList(
                loop.span(),
                loop.element(),
                new Expr.Local(loop.elements().span(), ElementsList.of(loop.element(), name, Optional.empty())),
                Optional.of(new Source.Collection(loop.elements())));
    }
}
