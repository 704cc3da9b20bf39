package dev.parfor.processor.frontend.text;

import com.sun.source.tree.Tree;
import dev.parfor.processor.ir.FieldRef;
import dev.parfor.processor.ir.MethodRef;
import dev.parfor.processor.ir.Span;
import dev.parfor.processor.ir.TypeText;
import dev.parfor.processor.ir.Var;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * How the rest of the frontend names what the text mentions, so that text and loop IR agree.
 *
 * @param variable of a local variable or parameter: one {@link Var} for each element
 * @param type as source can name it; empty for non-denotable types
 * @param span of a tree in the method's compilation unit
 */
public record Vocabulary(
        Function<? super VariableElement, Var> variable,
        Function<? super VariableElement, FieldRef> field,
        Function<? super ExecutableElement, MethodRef> method,
        Function<? super TypeMirror, Optional<TypeText>> type,
        Function<? super Tree, Span> span) {}
