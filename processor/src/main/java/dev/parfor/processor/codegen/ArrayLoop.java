package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText.HeaderText;
import dev.parfor.processor.ir.Var;
import java.util.Optional;
import java.util.Set;

/** For-each over an array. */
final class ArrayLoop extends EachLoop implements Chains.Steady {

    ArrayLoop(HeaderText.Each text, Optional<String> label, TextWriter writer, Names names, Set<Var> written) {
        super(text, label, writer, names, written);
    }

    @Override
    String length() {
        return "length";
    }

    @Override
    String get() {
        return "$N[$L]";
    }

    @Override
    public String from() {
        return from;
    }

    @Override
    public String to() {
        return to;
    }

    @Override
    public long step() {
        return 1;
    }
}
