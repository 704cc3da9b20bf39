package dev.parfor.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import java.util.List;
import java.util.Optional;

/**
 * A form of header: how its iterations are counted and how a chunk of them runs.
 *
 * <p>The header is evaluated once, in the loop's own order, before anything else of the loop. Iterations have numbers from 0;
 * a chunk is given by the number of its first and the one past its last.
 */
interface Counting {

    /** What has to be remembered from the header. */
    List<FieldSpec> fields();

    /**
     * Statements that evaluate the header and declare {@code long tripCount}, or run the loop in another way and return.
     *
     * @param before what has to be done before the bound and the step are evaluated
     */
    CodeBlock count(String tripCount, CodeBlock before, CodeBlock orElse);

    /** What a chunk kernel is given. */
    List<Parameter> parameters(CodeBlock lo, CodeBlock hi);

    /** The loop over a chunk. */
    CodeBlock loop(Fragment body);

    /** A {@code Range} of all values of the index. */
    CodeBlock indexRange(String tripCount);

    /** Whether a header may have no trip count. */
    boolean mayRunAsWritten();

    /** Why it has none then. */
    default String whyAsWritten() {
        return "the loop has no exact trip count";
    }

    /** The loop as it is written, but for what of its header is evaluated already. */
    CodeBlock asWritten(Fragment body);

    /** A statement after which an index that was declared before the loop has the value it has after the loop. */
    Optional<CodeBlock> indexAfter(String tripCount);

    /** A body as the statements inside braces. */
    static CodeBlock statements(Fragment body) {
        Fragment inside = body.isBlock() ? body.insideOfBlock() : continued(body);
        return inside.isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.builder().add(inside.code()).add("\n").build();
    }

    /** A single statement, the lines after its first indented. */
    private static Fragment continued(Fragment statement) {
        Fragment dedented = statement.dedented();
        return dedented.endsWithBrace() ? dedented : dedented.indented("        ");
    }
}
