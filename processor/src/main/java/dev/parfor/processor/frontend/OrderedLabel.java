package dev.parfor.processor.frontend;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.util.TreeScanner;
import javax.lang.model.element.Name;

/** The label {@code ordered:}. Where a jump names it, it is a label as any other. */
public final class OrderedLabel {

    private static final String NAME = "ordered";

    private OrderedLabel() {}

    public static boolean isOne(LabeledStatementTree labeled) {
        if (!labeled.getLabel().contentEquals(NAME)) {
            return false;
        }
        boolean[] isTarget = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBreak(BreakTree tree, Void nothing) {
                return found(tree.getLabel());
            }

            @Override
            public Void visitContinue(ContinueTree tree, Void nothing) {
                return found(tree.getLabel());
            }

            private Void found(Name label) {
                isTarget[0] |= label != null && label.contentEquals(NAME);
                return null;
            }
        }.scan(labeled.getStatement(), null);
        return !isTarget[0];
    }
}
