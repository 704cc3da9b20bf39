package dev.parfor.processor.classfile;

import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Type;
import java.util.Optional;

/**
 * What the names in byte code mean to the compilation. The answers are the very values that source which names the same thing is read as;
 * empty where the compilation knows no such thing, or generated code could not name it.
 */
public interface Members {

    /** @param descriptor of a field, as class files have it */
    Optional<Type> type(String descriptor);

    /** A field of a class or of one of its supertypes, by internal name and descriptor. */
    Optional<FieldRef> field(String owner, String name, String descriptor);

    /** A method of a class or of one of its supertypes, by internal name and descriptor. */
    Optional<MethodRef> method(String owner, String name, String descriptor);

    /** The {@code clone()} of an array. */
    MethodRef arrayClone(Type array);
}
