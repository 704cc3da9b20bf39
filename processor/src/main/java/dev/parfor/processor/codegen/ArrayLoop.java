package dev.parfor.processor.codegen;

import dev.parfor.processor.ir.MethodText.HeaderText;
import java.util.Optional;

/** For-each over an array. */
final class ArrayLoop extends EachLoop implements Chains.Steady {

    ArrayLoop(HeaderText.Each text, Optional<String> label, TextWriter writer, Names names) {
        super(text, label, writer, names);
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
