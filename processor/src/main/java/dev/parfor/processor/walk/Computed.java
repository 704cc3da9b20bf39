package dev.parfor.processor.walk;

import dev.parfor.processor.ir.Operator;
import dev.parfor.processor.ir.Type;
import dev.parfor.processor.symbolic.Value;

/** A result that is known by its operands alone. */
record Computed(Operator operator, Value.Num x, Value.Num y, Type.Primitive type) {

    // Written out, because linking what a record has by itself takes longer than all else that a compilation does
    // here.
    @Override
    public boolean equals(Object o) {
        return o instanceof Computed c
                && c.operator == operator
                && c.x.equals(x)
                && c.y.equals(y)
                && c.type.equals(type);
    }

    @Override
    public int hashCode() {
        return (operator.hashCode() * 31 + x.hashCode()) * 31 + y.hashCode();
    }
}
